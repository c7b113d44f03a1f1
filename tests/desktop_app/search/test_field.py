"""The search field: keys are the box's, an input method's composition is nobody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.search.box import SearchBox
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.errors import QueryError

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive


@pytest.fixture
def box(qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive) -> SearchBox:
    box = SearchBox(session, tasks)
    qtbot.addWidget(box)
    session.set_archive(archive)  # type: ignore[arg-type]
    box.resize(500, 40)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    box.take_focus()
    qtbot.waitUntil(box.field.hasFocus)
    return box


def compose(box: SearchBox, preedit: str, commit: str = "") -> None:
    """What an input method sends: text being composed, and text that is chosen."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(box.field, event)


def test_typing_searches_after_a_short_wait_and_once(qtbot: QtBot, box: SearchBox, session: Session) -> None:
    requests: list[str] = []
    session.request_changed.connect(lambda request: requests.append(request.text))
    with qtbot.waitSignal(session.request_changed):
        qtbot.keyClicks(box.field, "abc")
        assert requests == []
    assert requests == ["abc"]


def test_enter_searches_at_once(qtbot: QtBot, box: SearchBox, session: Session) -> None:
    qtbot.keyClicks(box.field, "ab")
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert session.request.text == "ab"


def test_a_composition_never_searches_and_its_choice_does(
    qtbot: QtBot, box: SearchBox, session: Session
) -> None:
    with qtbot.assertNotEmitted(session.request_changed, wait=250):
        compose(box, "lian")
        compose(box, "lianxi")
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert box.field.composing
    assert not box.offers.isVisible()
    with qtbot.waitSignal(session.request_changed):
        compose(box, "", "联席")
    assert session.request.text == "联席"
    assert not box.field.composing


def test_what_is_chosen_piece_by_piece_is_told_once_at_the_end(qtbot: QtBot, box: SearchBox) -> None:
    told: list[str] = []
    box.field.committed.connect(told.append)
    compose(box, "lianxihuiyi")
    compose(box, "huiyi", "联席")
    assert told == []
    compose(box, "", "会议")
    assert told == ["联席会议"]
    compose(box, "xin")
    compose(box, "")
    assert told == ["联席会议"]


def test_enter_during_a_composition_is_the_input_methods(
    qtbot: QtBot, box: SearchBox, session: Session
) -> None:
    compose(box, "hui")
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    qtbot.keyClick(box.field, Qt.Key.Key_Down)
    assert session.request.text == ""
    assert box.field.composing


def test_a_request_of_others_does_not_disturb_a_composition(
    qtbot: QtBot, box: SearchBox, session: Session
) -> None:
    compose(box, "hui")
    session.search_text("联席会议")
    assert box.field.composing
    assert box.field.text() == ""


def test_offers_come_grouped_and_leave_enter_alone(
    qtbot: QtBot, box: SearchBox, session: Session, settled: Callable[[], None]
) -> None:
    compose(box, "", "红军")
    box.field.committed.emit("红军")
    qtbot.waitUntil(box.offers.isVisible)
    texts = [line.text if hasattr(line, "text") else line.group for line in box.offers.offers.lines]
    assert texts == ["person", "李红军"]
    assert box.offers.current() is None
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert session.request.text == "红军"
    assert not box.offers.isVisible()


def test_an_offer_chosen_with_the_arrows_is_searched_for(
    qtbot: QtBot, box: SearchBox, session: Session
) -> None:
    compose(box, "", "红军")
    box.field.committed.emit("红军")
    qtbot.waitUntil(box.offers.isVisible)
    qtbot.keyClick(box.field, Qt.Key.Key_Down)
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert session.request.text == "李红军"
    assert box.field.text() == "李红军"


def test_an_article_that_is_offered_is_opened(qtbot: QtBot, box: SearchBox, session: Session) -> None:
    compose(box, "", "植树")
    box.field.committed.emit("植树")
    qtbot.waitUntil(box.offers.isVisible)
    qtbot.keyClick(box.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.article_requested) as opened:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert opened.args == [4, None]


def test_offers_never_take_the_focus(qtbot: QtBot, box: SearchBox) -> None:
    compose(box, "", "红军")
    box.field.committed.emit("红军")
    qtbot.waitUntil(box.offers.isVisible)
    assert box.field.hasFocus()


def test_escape_closes_the_offers_then_empties_the_box(
    qtbot: QtBot, box: SearchBox, session: Session
) -> None:
    compose(box, "", "红军")
    box.field.committed.emit("红军")
    qtbot.waitUntil(box.offers.isVisible)
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert not box.offers.isVisible()
    assert box.field.text() == "红军"
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert box.field.text() == ""
    assert session.request.text == ""


def test_down_without_offers_leads_to_the_list(qtbot: QtBot, box: SearchBox, session: Session) -> None:
    with qtbot.waitSignal(session.focus_results_requested):
        qtbot.keyClick(box.field, Qt.Key.Key_Down)


def test_the_history_offers_the_latest_search_first(
    qtbot: QtBot, box: SearchBox, session: Session, archive: SmallArchive, settled: Callable[[], None]
) -> None:
    for text in ("one", "two"):
        box.field.setText(text)
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
        session.show_hits(archive.search(session.request))  # type: ignore[arg-type]
        settled()
    box.field.clear()
    box.show_history()
    settled()
    lines = [line.text for line in box.offers.offers.lines if hasattr(line, "text")]
    assert lines == ["two", "one"]


def test_a_refused_query_is_marked_at_its_place_and_explained(
    qtbot: QtBot, box: SearchBox, session: Session
) -> None:
    box.field.setText('会议 "三地')
    session.query_refused.emit(QueryError("query.unclosed_quote", 3, 1, place=4, quote='"'))
    qtbot.waitUntil(lambda: "4" in box.error_text)
    assert box.field.wrong == (3, 4)
    box.field.committed.emit("会议")
    assert box.error_text == ""
    assert box.field.wrong is None


def test_the_place_of_a_character_is_found_in_pixels(qtbot: QtBot, box: SearchBox) -> None:
    box.field.setText("会议会议会议")
    places = [box.field.x_of(position) for position in range(1, 6)]
    assert places == sorted(places)
    assert len(set(places)) == 5


def test_half_a_query_is_marked_at_once_and_explained_when_enter_is_pressed(
    qtbot: QtBot, box: SearchBox, session: Session
) -> None:
    box.field.setFocus()
    box.field.setText('  会议 "三地')
    session.query_refused.emit(QueryError("query.unclosed_quote", 3, 1, place=4, quote='"'))
    assert box.field.wrong == (5, 6)
    assert box.error_text == ""
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert "4" in box.error_text
