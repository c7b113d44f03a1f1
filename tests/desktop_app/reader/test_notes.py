"""Notes over the page: on their characters in every script, with a dot in the margin, chosen by a click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.reader.pane import ReaderPane
from desktop_app.session import NoteSpan, Place, Selection, Session
from desktop_app.tasks import Tasks
from index.model import Script

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

Settled = Callable[[], None]


@pytest.fixture
def pane(qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Settled) -> ReaderPane:
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    session.open_article(2)
    settled()
    return pane


def note(session: Session, words: str, *, remark: bool = False) -> NoteSpan:
    assert session.article is not None
    start = session.article.body.index(words)
    return NoteSpan(7, Place(start, start + len(words)), "green", remark, "看这里")


def words_at(pane: ReaderPane, start: int, end: int) -> str:
    cursor = pane.view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_a_note_stays_on_its_characters_when_the_script_changes(
    pane: ReaderPane, session: Session, settled: Settled
) -> None:
    session.show_notes(2, (note(session, "聯席會議"),))
    (mark,) = pane.view.layers.notes
    assert words_at(pane, mark.start, mark.end) == "聯席會議"
    session.set_script(Script.SIMPLIFIED)
    settled()
    (mark,) = pane.view.layers.notes
    assert words_at(pane, mark.start, mark.end) == "联席会议"


def test_notes_of_another_article_are_not_painted(
    pane: ReaderPane, session: Session, settled: Settled
) -> None:
    session.show_notes(2, (note(session, "聯席會議"),))
    session.open_article(1)
    settled()
    assert pane.view.layers.notes == ()


def test_only_notes_with_a_remark_have_a_dot_and_a_click_on_it_chooses_them(
    qtbot: QtBot, pane: ReaderPane, session: Session
) -> None:
    session.show_notes(2, (note(session, "聯席會議"),))
    assert not pane.view.margin.isVisible()
    session.show_notes(2, (note(session, "聯席會議", remark=True),))
    assert pane.view.margin.isVisible()
    middle = pane.view.margin.width() // 2
    with qtbot.waitSignal(session.note_chosen) as chosen:
        for y in range(0, pane.view.margin.height(), 4):
            QTest.mouseClick(
                pane.view.margin,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                QPoint(middle, y),
            )
    assert chosen.args == [7]


def test_the_selection_is_told_in_the_articles_own_offsets(
    pane: ReaderPane, session: Session, settled: Settled
) -> None:
    session.set_script(Script.SIMPLIFIED)
    settled()
    assert session.article is not None
    pane.view.selectAll()
    selection = session.selection
    assert isinstance(selection, Selection)
    title, body = selection.places
    assert (title.in_title, title.start, title.end) == (True, 0, len(session.article.title))
    assert not body.in_title
    assert session.article.body[body.start : body.end].strip() == session.article.body.strip()
    cursor = pane.view.textCursor()
    cursor.clearSelection()
    pane.view.setTextCursor(cursor)
    assert session.selection is None


def test_others_can_add_to_the_menu_over_the_page(pane: ReaderPane, session: Session) -> None:
    opened: list[tuple[object, int]] = []
    session.reader_menu_opening.connect(lambda menu, selection, number: opened.append((selection, number)))
    pane.view.selectAll()
    menu = QMenu(pane)
    pane.view.menuOpening.emit(menu, -1, 0, 5, 7)
    assert opened == [(session.selection, 7)]
