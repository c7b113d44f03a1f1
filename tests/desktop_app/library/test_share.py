"""An archive on a share in the window: copied with progress, a strip when it has changed, opened anew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.application import Application
from desktop_app.settings import Memory, Settings
from index.archive import Archive
from index.errors import ArchiveReadOnly
from tests.desktop_app.running import rest


@pytest.fixture
def share(sample_archive_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive that may only be read, as if it lay on a share."""
    path = Path(shutil.copytree(sample_archive_path, tmp_path / "共享.juanzong"))
    opened = Archive.open

    def refuse(where: Path, *, read_only: bool = False) -> Archive:
        if where == path and not read_only:
            raise ArchiveReadOnly(path=where)
        return opened(where, read_only=read_only)

    monkeypatch.setattr(Archive, "open", refuse)
    monkeypatch.setattr("index.archive.archive.is_remote", lambda _: True)
    return path


@pytest.fixture
def application(qtbot: QtBot, share: Path) -> Iterator[Application]:
    application = Application(Settings(language="en"), Memory())
    copied: list[int] = []
    application.librarian.opening_progress.connect(copied.append)
    application.start(share)
    qtbot.waitUntil(lambda: application.session.archive is not None, timeout=30_000)
    rest(qtbot, application)
    assert copied[-1] == 100
    yield application
    rest(qtbot, application)
    application.quit()
    application.discard()


def test_the_strip_comes_when_the_share_has_changed_and_opens_it_anew(
    qtbot: QtBot, application: Application, share: Path
) -> None:
    session, notice = application.session, application.window.share_notice
    assert session.archive is not None and session.archive.shared
    application.librarian.look_at_share()
    rest(qtbot, application)
    assert notice.isHidden()
    session.search_text("联席会议")
    rest(qtbot, application)
    before = session.archive
    (share / "archive.json").write_text((share / "archive.json").read_text("utf-8") + " ", "utf-8")
    application.librarian.look_at_share()
    qtbot.waitUntil(notice.isVisible)
    notice.now.click()
    qtbot.waitUntil(lambda: session.archive is not None and session.archive is not before, timeout=30_000)
    qtbot.waitUntil(lambda: session.hits is not None and session.hits.total > 0)
    assert session.request.text == "联席会议" and notice.isHidden()


def test_later_is_respected(qtbot: QtBot, application: Application, share: Path) -> None:
    notice = application.window.share_notice
    application.librarian.newer_there.emit(True)
    assert notice.isVisible()
    notice.later.click()
    application.librarian.newer_there.emit(True)
    assert notice.isHidden()
