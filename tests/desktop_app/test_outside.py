"""What other programs open: documents and folders, never a program that an archive names."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.outside import DOCUMENTS, Outside, folder_of, holder_of, is_document
from desktop_app.session import Session
from desktop_app.settings import Memory, Settings
from desktop_app.tasks import DirectTasks
from index.importing.readers import SUFFIXES


class Desk:
    """Opens for real nothing; keeps what was asked for and what was said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opened: list[Path] = []
        self.said: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", self._open)
        self.parent = QObject()
        session = Session(Settings(language="en"), Memory(), self.parent)
        session.message.connect(self.said.append)
        self.outside = Outside(session, DirectTasks(self.parent), self.parent)

    def _open(self, url: QUrl) -> bool:
        self.opened.append(Path(url.toLocalFile()))
        return True


@pytest.fixture
def desk(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(monkeypatch)


def test_every_kind_that_is_imported_is_opened() -> None:
    assert {suffix.removeprefix(".") for suffix in SUFFIXES} <= DOCUMENTS


def test_a_document_and_what_holds_it_are_opened(desk: Desk, tmp_path: Path) -> None:
    for name in ("文.txt", "包.zip", "no suffix"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    for name in ("文.txt", "包.zip#内/文.html", "no suffix"):
        desk.outside.open_file(str(tmp_path / name))
    assert [path.name for path in desk.opened] == ["文.txt", "包.zip", "no suffix"]
    assert not desk.said


@pytest.mark.parametrize(
    "name", ["calc.exe", "a.lnk", "a.txt.bat", "a.html.scr", "a.url", "a.desktop", "a.EXE"]
)
def test_a_program_is_not_started(desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x", encoding="utf-8")
    desk.outside.open_file(str(tmp_path / name))
    desk.outside.open_file(f"{tmp_path / name}#a.txt")
    assert not desk.opened
    assert len(desk.said) == 2
    assert name in desk.said[0]


def test_a_program_in_the_place_of_a_folder_is_not_started(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "calc.exe").write_text("x", encoding="utf-8")
    desk.outside.open_folder(f"{tmp_path / 'calc.exe'}/a.txt")
    assert not desk.opened
    assert desk.said


def test_the_folder_is_opened_though_the_file_is_gone(desk: Desk, tmp_path: Path) -> None:
    desk.outside.open_folder(str(tmp_path / "gone.txt"))
    assert desk.opened == [tmp_path]


@pytest.mark.parametrize("path", ["", "gone.txt", "a/b.txt", "\0", "x" * 10_000, "#", "/", "报.zip#a"])
def test_what_is_nowhere_is_said_and_not_opened(desk: Desk, path: str) -> None:
    desk.outside.open_file(path)
    assert not desk.opened
    assert len(desk.said) == 1
    assert holder_of(path) is None


def test_nothing_is_opened_beside_the_program_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert holder_of("a.txt") is None
    assert folder_of("a.txt") is None
    assert is_document(tmp_path / "a.txt")
