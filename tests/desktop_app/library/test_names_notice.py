"""An archive whose names an earlier version recognised: the strip that offers to do it again."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.application import Application
from desktop_app.settings import Memory, Settings
from index.archive import Archive
from index.model import SearchRequest
from tests.desktop_app.running import rest


@pytest.fixture
def old_archive(sample_archive_path: Path, tmp_path: Path) -> Path:
    """The sample as an earlier version would have left it, with one name that was not recognised."""
    path = Path(shutil.copytree(sample_archive_path, tmp_path / "旧.juanzong"))
    with closing(sqlite3.connect(path / "catalogue.sqlite")) as db:
        db.execute("DELETE FROM property WHERE name = 'recogniser'")
        db.execute("DELETE FROM mentions")
        db.commit()
    return path


@pytest.fixture
def application(qtbot: QtBot, old_archive: Path) -> Iterator[Application]:
    application = Application(Settings(language="en"), Memory())
    application.start(old_archive)
    qtbot.waitUntil(lambda: application.session.archive is not None, timeout=30_000)
    rest(qtbot, application)
    yield application
    rest(qtbot, application)
    application.quit()
    application.discard()


def test_names_are_recognised_again_when_wanted(
    qtbot: QtBot, application: Application, old_archive: Path
) -> None:
    notice, archive = application.window.names_notice, application.session.archive
    assert archive is not None
    qtbot.waitUntil(notice.isVisible)
    assert not any(archive.entities(number) for number in archive.search(SearchRequest("")).ids())
    notice.now.click()
    assert notice.isHidden()
    qtbot.waitUntil(lambda: not application.librarian.working, timeout=60_000)
    assert any(archive.entities(number) for number in archive.search(SearchRequest("")).ids())
    assert not archive.names_are_old()


def test_an_archive_of_this_version_is_left_in_peace(
    qtbot: QtBot, sample_archive_path: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copytree(sample_archive_path, tmp_path / "新.juanzong"))
    with Archive.open(path) as archive:
        assert not archive.names_are_old()


def test_an_empty_archive_has_no_old_names(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "空.juanzong") as archive:
        assert not archive.names_are_old()
