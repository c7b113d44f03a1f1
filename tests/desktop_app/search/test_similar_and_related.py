"""Similar articles in place of the results, related words over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.search.pane import SearchPane
from desktop_app.search.query_text import with_word, without_word
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.model import SearchRequest

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Callable[[], None]
) -> SearchPane:
    pane = SearchPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    settled()
    return pane


def test_similar_articles_take_the_place_of_the_results_until_esc(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    session.find_similar(1)
    settled()
    assert pane.similar.isVisible()
    assert not pane.results.isVisible()
    assert pane.similar.list.count() == 5
    QTest.keyClick(pane.similar.list, Qt.Key.Key_Escape)
    assert pane.results.isVisible()
    assert not pane.similar.isVisible()


def test_similar_articles_are_previewed_with_the_arrows_and_opened_with_enter(
    qtbot: QtBot, pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    session.find_similar(1)
    settled()
    pane.take_focus()
    with qtbot.waitSignal(session.article_requested) as asked:
        QTest.keyClick(pane.similar.list, Qt.Key.Key_Down)
    assert asked.args[0] != 1
    with qtbot.waitSignal(session.focus_reader_requested):
        QTest.keyClick(pane.similar.list, Qt.Key.Key_Return)


def test_another_search_leads_back_to_the_results(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    session.find_similar(1)
    settled()
    session.search(SearchRequest("会议"))
    settled()
    assert not pane.similar.isVisible()


def test_the_command_asks_for_the_open_article(
    qtbot: QtBot, pane: SearchPane, session: Session, archive: SmallArchive
) -> None:
    assert not pane.commands.similar.isEnabled()
    session.article_shown(archive.article(2))
    with qtbot.waitSignal(session.similar_requested) as asked:
        pane.commands.similar.trigger()
    assert asked.args == [2]


def test_related_words_follow_a_search_and_a_click_asks_for_one_besides(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    session.search(SearchRequest("会"))
    settled()
    assert pane.related.texts == ["永修县", "规划"]
    first = pane.related.findChildren(QPushButton)[0]
    first.click()
    assert session.request.text == "会 永修县"


def test_no_words_are_related_to_everything(pane: SearchPane) -> None:
    assert not pane.related.isVisible()


def test_related_words_can_be_put_away_for_good(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    pane.commands.related.trigger()
    session.search(SearchRequest("会"))
    settled()
    assert not pane.related.isVisible()
    assert session.memory.number("search.related", 1) == 0


@pytest.mark.parametrize(
    ("text", "word", "both", "without"),
    [
        ("会议", "永修县", "会议 永修县", "会议 -永修县"),
        ("会议 或 规划", "永修县", "(会议 或 规划) 永修县", "(会议 或 规划) -永修县"),
        ("", "永修县", "永修县", "-永修县"),
        ("会议", "A B", '会议 "A B"', '会议 -"A B"'),
    ],
)
def test_a_word_is_added_to_a_query_as_a_whole(text: str, word: str, both: str, without: str) -> None:
    assert (with_word(text, word), without_word(text, word)) == (both, without)
