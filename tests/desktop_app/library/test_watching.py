"""Watched folders in the window: what comes into them enters the archive without anybody asking."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.library import Librarian
from desktop_app.library.watched_folders import WatchedFolders
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.model import SearchRequest

NEWS = "{0}召开联席会议\n2025年8月20日\n　　{0}今天召开联席会议，研究部署有关工作。与会代表作了发言。\n"


@pytest.fixture
def librarian(session: Session, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> Iterator[Librarian]:
    """A librarian whose imports run in this process, and whose watches do not wait long."""
    monkeypatch.setattr("index.archive.upkeep.default_count", lambda: 0)
    monkeypatch.setattr("index.archive.watching._QUIET", 0.05)
    monkeypatch.setattr("index.archive.sources._SETTLED", 0.05)

    def here(self: Archive, paths: list[Path], **options: object) -> object:
        options.pop("apart", None)
        return imported(self, paths, **options)  # type: ignore[arg-type]

    imported = Archive.import_paths
    monkeypatch.setattr(Archive, "import_paths", here)
    yield Librarian(session, tasks)
    tasks.shutdown()
    if session.archive is not None:
        session.archive.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "剪报"
    place.mkdir()
    (place / "甲.txt").write_text(NEWS.format("永修县"), "utf-8")
    os.utime(place / "甲.txt", ns=(10**18, 10**18))
    return place


def total(session: Session, words: str) -> int:
    assert session.archive is not None
    return session.archive.search(SearchRequest(words)).total


def wait_for(qtbot: QtBot, librarian: Librarian, session: Session, words: str) -> None:
    qtbot.waitUntil(lambda: not librarian.working and total(session, words) == 1, timeout=30_000)


def opened(qtbot: QtBot, librarian: Librarian, session: Session, path: Path) -> None:
    with qtbot.waitSignal(session.archive_changed, timeout=30_000):
        librarian.open(path) if path.exists() else librarian.create(path)


def chosen_before(session: Session, path: Path, folder: Path) -> None:
    """Somebody at this computer has chosen the folder for the archive."""
    session.memory.put("watched.chosen", [f"{path}\n{folder}"])


def test_what_comes_into_a_watched_folder_is_found(
    qtbot: QtBot, librarian: Librarian, session: Session, tmp_path: Path, folder: Path
) -> None:
    opened(qtbot, librarian, session, tmp_path / "档案.juanzong")
    librarian.watcher.add(folder)
    wait_for(qtbot, librarian, session, "永修县")
    (folder / "乙.txt").write_text(NEWS.format("德安县"), "utf-8")
    wait_for(qtbot, librarian, session, "德安县")
    assert [each.path for each in librarian.watcher.folders] == [str(folder)]


def test_what_came_while_the_archive_was_closed_is_found_when_it_is_opened(
    qtbot: QtBot, librarian: Librarian, session: Session, tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "档案.juanzong"
    with Archive.create(path) as archive:
        archive.watch(folder)
    chosen_before(session, path, folder)
    opened(qtbot, librarian, session, path)
    wait_for(qtbot, librarian, session, "永修县")


def test_a_folder_that_nobody_chose_on_this_computer_is_not_read(
    qtbot: QtBot, librarian: Librarian, session: Session, tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "外来.juanzong"
    with Archive.create(path) as archive:
        archive.watch(folder)
    watcher, said = librarian.watcher, list[str]()
    session.message.connect(said.append)
    opened(qtbot, librarian, session, path)
    qtbot.waitUntil(lambda: bool(watcher.folders), timeout=30_000)
    assert watcher.folders[0].paused
    assert [text for text in said if "Watched folders" in text or "监看" in text]
    with Archive.open(path, read_only=True) as archive:
        assert not archive.watched_folders()[0].paused  # those who chose it elsewhere find it as it was
    watcher.pause(str(folder), False)
    wait_for(qtbot, librarian, session, "永修县")
    assert not watcher.folders[0].paused
    librarian.close_archive()
    opened(qtbot, librarian, session, path)
    qtbot.waitUntil(lambda: bool(watcher.folders), timeout=30_000)
    assert not watcher.folders[0].paused


def test_a_paused_folder_waits_until_it_is_watched_again(
    qtbot: QtBot, librarian: Librarian, session: Session, tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "档案.juanzong"
    with Archive.create(path) as archive:
        archive.watch(folder)
        archive.pause_watching(str(folder), True)
    opened(qtbot, librarian, session, path)
    watcher = librarian.watcher
    qtbot.waitUntil(lambda: bool(watcher.folders), timeout=30_000)
    dialog = WatchedFolders(watcher)
    qtbot.addWidget(dialog)
    item = dialog.list.topLevelItem(0)
    assert item is not None and item.text(0) == str(folder)
    assert total(session, "永修县") == 0
    dialog.pause_button.click()
    wait_for(qtbot, librarian, session, "永修县")
    assert not watcher.folders[0].paused


def test_a_folder_out_of_reach_is_said_to_be(
    qtbot: QtBot, librarian: Librarian, session: Session, tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "档案.juanzong"
    with Archive.create(path) as archive:
        archive.watch(folder)
    chosen_before(session, path, folder)
    folder.rename(tmp_path / "fort")
    opened(qtbot, librarian, session, path)
    watcher = librarian.watcher
    qtbot.waitUntil(
        lambda: bool(watcher.folders) and not watcher.is_reachable(watcher.folders[0]), timeout=30_000
    )
    (tmp_path / "fort").rename(folder)
    watcher.look_again()
    qtbot.waitUntil(lambda: watcher.is_reachable(watcher.folders[0]), timeout=30_000)
    wait_for(qtbot, librarian, session, "永修县")


def test_a_folder_is_taken_off_the_list_and_its_articles_stay(
    qtbot: QtBot, librarian: Librarian, session: Session, tmp_path: Path, folder: Path
) -> None:
    opened(qtbot, librarian, session, tmp_path / "档案.juanzong")
    librarian.watcher.add(folder)
    wait_for(qtbot, librarian, session, "永修县")
    dialog = WatchedFolders(librarian.watcher)
    qtbot.addWidget(dialog)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: not librarian.watcher.folders, timeout=30_000)
    assert dialog.list.topLevelItemCount() == 0
    assert not dialog.remove_button.isEnabled()
    assert total(session, "永修县") == 1
