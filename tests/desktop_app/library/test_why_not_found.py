"""The question why something is not found, asked in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.library import Librarian
from desktop_app.library.why_not_found import WhyNotFound
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.archive import Archive

NEWS = "永修县召开联席会议\n2025年8月20日\n　　永修县今天召开联席会议，研究部署有关工作。与会代表作了发言。\n"


@pytest.fixture
def dialog(session: Session, tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> Iterator[WhyNotFound]:
    folder = tmp_path / "剪报"
    folder.mkdir()
    (folder / "甲.txt").write_text(NEWS, "utf-8")
    (folder / "空.txt").write_bytes(b"")
    with Archive.create(tmp_path / "a.juanzong") as archive:
        archive.import_paths([folder], workers=0)
        session.set_archive(archive)
        shown = WhyNotFound(archive, session, Librarian(session, tasks), tasks)
        qtbot.addWidget(shown)
        yield shown
        tasks.shutdown()


def ask(qtbot: QtBot, dialog: WhyNotFound, question: str) -> list[str]:
    dialog.field.setText(question)
    dialog.ask()
    qtbot.waitUntil(lambda: dialog.answers.count() > 0 or "…" not in dialog.state.text(), timeout=30_000)
    return [dialog.answers.item(row).text() for row in range(dialog.answers.count())]


def test_an_article_of_the_file_can_be_opened(qtbot: QtBot, dialog: WhyNotFound, session: Session) -> None:
    (answer,) = ask(qtbot, dialog, "甲.txt")
    assert "永修县召开联席会议" in answer
    with qtbot.waitSignal(session.article_requested):
        dialog.open_button.click()
    assert not dialog.import_button.isEnabled()


def test_a_failed_file_can_be_imported_again(qtbot: QtBot, dialog: WhyNotFound) -> None:
    (answer,) = ask(qtbot, dialog, "空.txt")
    assert "空.txt" in answer
    assert dialog.import_button.isEnabled()
    assert not dialog.open_button.isEnabled()


def test_what_never_came_is_said_not_to_have_come(qtbot: QtBot, dialog: WhyNotFound) -> None:
    assert ask(qtbot, dialog, "从未有过的话") == []
    assert dialog.state.text()


def test_what_was_searched_for_last_is_asked_at_once(
    qtbot: QtBot, dialog: WhyNotFound, session: Session, tasks: Tasks
) -> None:
    archive = session.archive
    assert archive is not None
    again = WhyNotFound(archive, session, Librarian(session, tasks), tasks, "甲.txt")
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.answers.count() == 1, timeout=30_000)
