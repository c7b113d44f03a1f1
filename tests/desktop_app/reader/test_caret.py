"""Selecting words with keys alone, and what is selected when the page is set anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.reader.pane import ReaderPane
from desktop_app.session import Place, Session
from desktop_app.tasks import Tasks
from index.model import Script, SearchRequest
from tests.desktop_app.conftest import article

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

Settled = Callable[[], None]
Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
BODY = "\n".join(f"第{n}段。会议审议通过了三年行动方案，要求各地抓好落实后续工作。" for n in range(120))


@pytest.fixture
def pane(qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Settled) -> ReaderPane:
    archive.articles[7] = article(7, "会议召开", BODY)
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    session.search(SearchRequest("后续"))
    session.open_article(7)
    settled()
    pane.take_focus()
    return pane


def press(pane: ReaderPane, key: Key, times: int = 1, *, shift: bool = False) -> None:
    for _ in range(times):
        QTest.keyClick(pane.view, key, Shift if shift else Qt.KeyboardModifier.NoModifier)


def selected(pane: ReaderPane) -> str:
    return pane.view.textCursor().selectedText()


def test_arrows_scroll_until_the_caret_is_wanted(pane: ReaderPane) -> None:
    press(pane, Key.Key_Down)
    assert pane.view.verticalScrollBar().value() > 0
    assert not pane.view.caret.awake
    press(pane, Key.Key_Right)
    assert pane.view.caret.awake
    assert pane.view.cursorWidth() > 0
    at = pane.view.textCursor().position()
    press(pane, Key.Key_Down)
    assert pane.view.textCursor().position() > at


def test_selecting_begins_at_the_hit_one_stepped_to(pane: ReaderPane, session: Session) -> None:
    for _ in range(40):
        pane.commands["next_hit"].trigger()
    press(pane, Key.Key_Right, 4, shift=True)
    assert selected(pane) == "后续工作"
    assert session.selection is not None
    (place,) = session.selection.places
    assert BODY[place.start : place.end] == "后续工作"


def test_selecting_begins_in_sight_where_nothing_was_stepped_to(pane: ReaderPane) -> None:
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    press(pane, Key.Key_Right, 3, shift=True)
    assert len(selected(pane)) == 3
    assert abs(bar.value() - before) < pane.view.typography.pixels * 2
    assert 0 <= pane.view.cursorRect().top() < pane.view.viewport().height()


def test_esc_gives_up_the_selection_and_only_then_the_article(pane: ReaderPane) -> None:
    press(pane, Key.Key_Right, 3, shift=True)
    press(pane, Key.Key_Escape)
    assert not selected(pane)
    assert not pane.view.caret.awake


def test_a_match_of_the_find_bar_stays_selected_when_it_is_closed(pane: ReaderPane) -> None:
    pane.commands["find"].trigger()
    pane.find_bar.field.setText("第30段")
    QTest.keyClick(pane.find_bar.field, Key.Key_Escape)
    assert selected(pane) == "第30段"
    assert pane.view.hasFocus()
    press(pane, Key.Key_Right, shift=True)
    assert selected(pane) == "第30段。"


def test_what_is_selected_stays_so_in_another_script_and_size(
    pane: ReaderPane, session: Session, settled: Settled
) -> None:
    pane.commands["next_hit"].trigger()
    press(pane, Key.Key_Right, 4, shift=True)
    before = session.selection
    session.set_script(Script.TRADITIONAL)
    settled()
    assert selected(pane) == "後續工作"
    assert session.selection == before
    session.change_settings(reading_size=24)
    settled()
    assert selected(pane) == "後續工作"
    session.set_script(Script.ORIGINAL)
    settled()
    assert selected(pane) == "后续工作"


def test_a_long_article_that_changes_letter_by_letter_keeps_the_selection(
    qtbot: QtBot, pane: ReaderPane, session: Session, archive: SmallArchive, settled: Settled
) -> None:
    archive.articles[8] = article(8, "会议召开", BODY * 14)
    session.open_article(8)
    settled()
    pane.commands["next_hit"].trigger()
    press(pane, Key.Key_Right, 4, shift=True)
    session.set_script(Script.TRADITIONAL)
    settled()
    qtbot.waitUntil(lambda: selected(pane) == "後續工作")


def test_enter_at_a_name_chooses_it_and_the_menu_key_opens_the_menu_there(
    pane: ReaderPane, session: Session
) -> None:
    asked: list[int] = []
    pane.view.menuOpening.connect(lambda menu, entity, start, end, note: asked.extend((start, end)))
    pane.commands["next_hit"].trigger()
    press(pane, Key.Key_Left)
    press(pane, Key.Key_Right)
    at = pane.view.textCursor().position()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(pane.view, event)
    assert asked == [at, at]
    for each in pane.view.findChildren(QMenu):
        each.close()
    chosen: list[int] = []
    pane.view.click_at = chosen.append  # type: ignore[method-assign]
    press(pane, Key.Key_Return)
    assert chosen == [at]


def test_keys_select_in_columns_too(pane: ReaderPane, session: Session, settled: Settled) -> None:
    session.set_script(Script.TRADITIONAL)
    session.change_settings(vertical=True)
    settled()
    pane.commands["next_hit"].trigger()
    columns = pane._standing.vertical
    for _ in range(4):
        QTest.keyClick(columns, Key.Key_Down, Shift)
    assert selected(pane) == "後續工作"
    QTest.keyClick(columns, Key.Key_Left, Shift)
    assert len(selected(pane)) > 10
    value = columns.horizontalScrollBar().value()
    QTest.keyClick(columns, Key.Key_Escape)
    assert not selected(pane)
    QTest.keyClick(columns, Key.Key_Left)
    assert columns.horizontalScrollBar().value() > value


def test_a_mention_gone_to_is_where_the_caret_begins(pane: ReaderPane, session: Session) -> None:
    start = BODY.index("第20段")
    session.mention_requested.emit(Place(start, start + 4, False))
    press(pane, Key.Key_Right, 4, shift=True)
    assert selected(pane) == "第20段"
