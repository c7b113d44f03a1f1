"""The window gets a damaged archive back: catalogue, backup, index."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Application
from desktop_app.dialogs.error_box import ErrorBox
from desktop_app.dialogs.properties import Properties
from desktop_app.dialogs.recovery import RecoveryDialog
from desktop_app.settings import Memory, Settings
from index.archive import Archive
from index.model import SearchRequest
from tests.desktop_app.running import rest


@pytest.fixture
def application(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """The program without an archive; closed at the end."""
    monkeypatch.setattr("index.archive.upkeep.default_count", lambda: 0)
    monkeypatch.setattr("index.archive.recovery.default_count", lambda: 0)
    application = Application(Settings(language="en"), Memory())
    application.start()
    yield application
    rest(qtbot, application)
    application.window.close()
    application.discard()


@pytest.fixture
def copy(sample_archive_path: Path, tmp_path: Path) -> Path:
    """The sample archive, to be damaged."""
    path = tmp_path / "样例.juanzong"
    shutil.copytree(sample_archive_path, path)
    return path


def opened(qtbot: QtBot, application: Application, path: Path) -> Archive:
    application.librarian.open(path)
    qtbot.waitUntil(lambda: application.session.archive is not None, timeout=30_000)
    rest(qtbot, application)
    archive = application.session.archive
    assert archive is not None
    return archive


def recovery_dialog(qtbot: QtBot, application: Application) -> RecoveryDialog:
    qtbot.waitUntil(lambda: application.window.findChild(RecoveryDialog) is not None, timeout=30_000)
    return application.window.findChild(RecoveryDialog)


def press(dialog: RecoveryDialog, text: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if each.text() == text).click()


def test_an_archive_with_a_ruined_catalogue_is_recovered_and_opened(
    qtbot: QtBot, application: Application, copy: Path
) -> None:
    for journal in copy.glob("catalogue.sqlite-*"):
        journal.unlink()
    (copy / "catalogue.sqlite").write_bytes(b"ruined" * 300)
    application.librarian.open(copy)
    dialog = recovery_dialog(qtbot, application)
    assert "样例" in dialog.texts[0]
    press(dialog, "Recover")
    qtbot.waitUntil(lambda: "again" in dialog.texts[0], timeout=30_000)
    assert "Restored from the backup of 20" in dialog.texts[1]
    assert "0 articles read again" in dialog.texts[1]
    press(dialog, "Open the archive")
    qtbot.waitUntil(lambda: application.session.archive is not None, timeout=30_000)
    rest(qtbot, application)
    archive = application.session.archive
    assert archive is not None
    assert archive.search(SearchRequest("联席会议")).total > 0


def test_a_catalogue_found_damaged_while_it_is_open_is_recovered(
    qtbot: QtBot, application: Application, copy: Path
) -> None:
    archive = opened(qtbot, application, copy)
    count = archive.stats().articles
    with closing(sqlite3.connect(copy / "catalogue.sqlite")) as db:
        db.execute("UPDATE article SET date_origin = x'ff'")
        db.commit()
    application.session.trouble.emit(ValueError("a value that nobody expects"))
    dialog = recovery_dialog(qtbot, application)
    assert application.window.findChild(ErrorBox) is None
    press(dialog, "Recover")
    qtbot.waitUntil(lambda: "again" in dialog.texts[0], timeout=60_000)
    press(dialog, "Open the archive")
    qtbot.waitUntil(lambda: application.session.archive is not None, timeout=30_000)
    rest(qtbot, application)
    found = application.session.archive
    assert found is not None and found.stats().articles == count
    assert found.faults() == ()


def test_a_repair_of_a_damaged_catalogue_leads_to_its_recovery(
    qtbot: QtBot, application: Application, copy: Path
) -> None:
    opened(qtbot, application, copy)
    with closing(sqlite3.connect(copy / "catalogue.sqlite")) as db:
        db.execute("UPDATE entity SET name = 7 WHERE id = 1")
        db.execute("UPDATE entity SET name = x'07' WHERE id = 2")
        db.commit()
    application.librarian.check(repair=True)
    assert "entity.name" in recovery_dialog(qtbot, application).texts[1]


def test_what_is_no_damage_is_told_as_it_is(qtbot: QtBot, application: Application, copy: Path) -> None:
    opened(qtbot, application, copy)
    application.session.trouble.emit(ValueError("a mistake of ours"))
    qtbot.waitUntil(lambda: application.window.findChild(ErrorBox) is not None, timeout=30_000)
    assert application.window.findChild(RecoveryDialog) is None


def test_a_backup_is_restored_from_the_properties_and_later_articles_are_read_again(
    qtbot: QtBot, application: Application, copy: Path, tmp_path: Path
) -> None:
    later = tmp_path / "后来.txt"
    later.write_text(
        "后来导入的一篇\n2026年1月2日\n　　这一篇是在备份之后才导入的，讲的是紫藤花。\n", "utf-8"
    )
    with Archive.open(copy) as archive:
        archive.import_paths([later], workers=0)
        backup = archive.backups()[0].path
    os.utime(backup, (time.time(), time.time()))
    opened(qtbot, application, copy)
    application.window.actions_.properties.trigger()
    rest(qtbot, application)
    properties = application.window.findChild(Properties)
    button = next(each for each in properties.findChildren(QPushButton) if "backup" in each.text())
    button.click()
    dialog = recovery_dialog(qtbot, application)
    press(dialog, "Restore")
    qtbot.waitUntil(lambda: "again" in dialog.texts[0], timeout=30_000)
    assert "1 article read again" in dialog.texts[1]
    press(dialog, "Open the archive")
    qtbot.waitUntil(lambda: application.session.archive is not None, timeout=30_000)
    rest(qtbot, application)
    assert application.session.archive is not None
    assert application.session.archive.search(SearchRequest("紫藤花")).total == 1


def test_an_index_found_damaged_by_a_search_is_made_afresh_and_searched_again(
    qtbot: QtBot, application: Application, copy: Path
) -> None:
    opened(qtbot, application, copy)
    application.session.search_text("")
    application.librarian.close_archive()
    rest(qtbot, application)
    for part in (copy / "fulltext").rglob("*"):
        if part.is_file() and part.stat().st_size > 4096:
            data = bytearray(part.read_bytes())
            for place in range(64, len(data), 512):
                data[place] ^= 0xFF
            part.write_bytes(bytes(data))
    opened(qtbot, application, copy)
    application.session.search_text("联席会议")
    qtbot.waitUntil(
        lambda: application.session.hits is not None and application.session.hits.request.text == "联席会议",
        timeout=30_000,
    )
    rest(qtbot, application)
    assert application.session.hits is not None
    assert application.session.hits.total > 0
    assert application.window.findChild(ErrorBox) is None
