"""The search pane: what is found, how it is said, and what is done with the keyboard."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.search.pane import SearchPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.errors import QueryError
from index.model import FacetField, Filter, Script, SearchRequest, Sort

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Callable[[], None]
) -> SearchPane:
    pane = SearchPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(380, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    settled()
    return pane


def search(session: Session, text: str, settled: Callable[[], None]) -> None:
    session.search(SearchRequest(text, session.request.sort, session.request.filters))
    settled()


def test_an_opened_archive_lists_all_its_articles(pane: SearchPane) -> None:
    assert pane.model.rowCount() == 6
    assert pane.head.count.text().startswith("6 ")


def test_the_count_is_exact_and_the_time_is_said(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    search(session, "联席会议", settled)
    assert pane.head.count.text().startswith("2 ")
    assert "4" in pane.head.count.text().split("·")[1]


def test_the_newest_request_wins_and_stale_hits_never_show(
    qtbot: QtBot, pane: SearchPane, session: Session, archive: SmallArchive, settled: Callable[[], None]
) -> None:
    shown: list[str] = []
    session.hits_changed.connect(lambda hits: shown.append(hits.request.text))
    archive.gate = threading.Event()
    session.search(SearchRequest("植树"))
    qtbot.waitUntil(lambda: "植树" in archive.asked)
    session.search(SearchRequest("规划"))
    session.search(SearchRequest("联席"))
    archive.gate.set()
    settled()
    assert shown == ["联席"]
    assert "规划" not in archive.asked


def test_the_selection_survives_a_refresh_and_opens_nothing_anew(
    qtbot: QtBot, pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    with qtbot.waitSignal(session.article_requested):
        pane.results.selectRow(3)
    with qtbot.assertNotEmitted(session.article_requested, wait=150):
        session.content_changed()
        settled()
    assert pane.results.current_id() == 4


def test_the_selected_article_stays_selected_where_the_next_search_finds_it(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    pane.results.selectRow(1)
    search(session, "联席会议", settled)
    assert pane.results.current_id() == 2
    search(session, "植树", settled)
    assert pane.results.current_id() is None


def test_arrows_preview_and_enter_opens_and_goes_to_the_page(
    qtbot: QtBot, pane: SearchPane, session: Session
) -> None:
    pane.take_focus()
    with qtbot.waitSignal(session.article_requested) as opened:
        qtbot.keyClick(pane.results, Qt.Key.Key_Down)
    assert opened.args[0] == 2
    with qtbot.waitSignals([session.article_requested, session.focus_reader_requested]):
        qtbot.keyClick(pane.results, Qt.Key.Key_Return)


def test_the_list_entered_after_a_search_selects_and_previews_its_first_row(
    qtbot: QtBot, pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    search(session, "联席会议", settled)
    with qtbot.waitSignal(session.article_requested) as opened:
        pane.take_focus()
    assert opened.args[0] == 1
    assert pane.results.selected_ids() == [1]


def test_the_focus_alone_opens_nothing(qtbot: QtBot, pane: SearchPane, session: Session) -> None:
    with qtbot.assertNotEmitted(session.article_requested, wait=150):
        pane.results.setFocus()
    assert pane.results.current_id() is None


def test_a_held_arrow_opens_only_the_row_it_ends_on(qtbot: QtBot, pane: SearchPane, session: Session) -> None:
    opened: list[int] = []
    session.article_requested.connect(lambda number, place: opened.append(number))
    pane.take_focus()
    with qtbot.waitSignal(session.article_requested):
        for _ in range(4):
            qtbot.keyClick(pane.results, Qt.Key.Key_Down)
    assert opened == [5]


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Escape])
def test_the_first_row_leads_back_to_the_box(
    qtbot: QtBot, pane: SearchPane, session: Session, key: Qt.Key
) -> None:
    pane.take_focus()
    with qtbot.waitSignal(session.focus_search_requested):
        qtbot.keyClick(pane.results, key)


def test_zero_hits_count_each_word_and_offer_it(
    qtbot: QtBot, pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    search(session, "联席会议 大象", settled)
    assert pane.zero_hits.isVisible()
    said = " | ".join(pane.zero_hits.texts)
    assert "联席会议" in said
    session_texts: list[str] = []
    session.request_changed.connect(lambda request: session_texts.append(request.text))
    links = [each for each in pane.zero_hits.findChildren(QPushButton) if not each.isHidden()]
    assert [each.text() for each in links] == ["联席会议"]
    links[0].click()
    assert session_texts == ["联席会议"]


def test_a_missing_word_offers_the_pieces_that_occur(
    qtbot: QtBot, session: Session, tasks: Tasks, sample_archive: Archive, settled: Callable[[], None]
) -> None:
    pane = SearchPane(session, tasks)
    qtbot.addWidget(pane)
    pane.show()
    session.set_archive(sample_archive)
    search(session, "三地联席会议大象制度", settled)
    assert "三地联席会议" in pane.zero_hits.texts
    assert "Parts of it occur:" in pane.zero_hits.texts


def test_a_misspelt_word_is_answered_with_what_may_be_meant(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    search(session, "联席会义", settled)
    assert pane.meant.isVisible()
    assert pane.meant.texts == ["联席会议 (2 articles)"]
    pane.meant.findChild(QPushButton).click()
    settled()
    assert pane.model.rowCount() == 2
    assert not pane.meant.isVisible()


def test_zero_hits_under_filters_offer_to_drop_them(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    session.search(SearchRequest("联席会议", filters=(Filter(FacetField.YEAR, ("1999",)),)))
    settled()
    assert "without “1999”" in pane.zero_hits.texts
    next(each for each in pane.zero_hits.findChildren(QPushButton) if "1999" in each.text()).click()
    settled()
    assert pane.model.rowCount() == 2


def test_an_incomplete_index_is_admitted(
    pane: SearchPane,
    session: Session,
    archive: SmallArchive,
    settled: Callable[[], None],
    qtbot: QtBot,
) -> None:
    archive.not_indexed_count = 1200
    search(session, "会议", settled)
    qtbot.waitUntil(pane.head.banner.isVisible)
    assert "1,200" in pane.head.banner.text()


def test_a_refused_query_leaves_the_old_hits_and_tells_the_box(
    qtbot: QtBot, pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    search(session, "联席会议", settled)
    with qtbot.waitSignal(session.query_refused) as refused:
        session.search(SearchRequest('"联席'))
    assert isinstance(refused.args[0], QueryError)
    assert pane.model.rowCount() == 2


def test_the_histogram_keeps_all_years_while_one_is_chosen(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    labels = [bar.label for bar in pane.narrowing.histogram.bars]
    assert labels[0] == "2019"
    assert labels[-1] == "2025"
    assert len(labels) == 7
    pane.narrowing.histogram.picked.emit("2019", "2023")
    settled()
    assert session.request.filters == (Filter(FacetField.YEAR, ("2019..2023",)),)
    assert [bar.label for bar in pane.narrowing.histogram.bars] == labels
    pane.narrowing.histogram.cleared.emit()
    settled()
    assert session.request.filters == ()


def test_filters_are_chips_and_a_chip_takes_its_filter_back(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    pane.narrowing.panel.chosen.emit(FacetField.SOURCE, "九江日报", False)
    pane.narrowing.panel.chosen.emit(FacetField.SOURCE, "南昌日报", True)
    settled()
    assert [(chip.text, chip.excluded) for chip in pane.narrowing.chips.chips] == [
        ("Source: 九江日报", False),
        ("not 南昌日报", True),
    ]
    pane.narrowing.chips.removed.emit((FacetField.SOURCE, "南昌日报"))
    settled()
    assert session.request.filters == (Filter(FacetField.SOURCE, ("九江日报",)),)
    assert {pane.model.id_at(row) for row in range(pane.model.rowCount())} == {1, 3, 5}


def test_filters_and_their_values_follow_the_script(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    pane.narrowing.panel.chosen.emit(FacetField.SOURCE, "九江日报", False)
    settled()
    pane.open_filters()
    settled()
    session.set_script(Script.TRADITIONAL)
    settled()
    assert pane.narrowing.chips.chips[0].text == "Source: 九江日報"
    model = pane.narrowing.panel.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["九江日報", "南昌日報"]
    pane.narrowing.panel.hide()
    pane.narrowing.chips.removed.emit(pane.narrowing.chips.chips[0].key)
    assert session.request.filters == ()


def test_the_order_is_the_requests(pane: SearchPane, session: Session, settled: Callable[[], None]) -> None:
    session.sort(Sort.NEWEST)
    settled()
    assert pane.model.id_at(0) == 2


def test_the_menu_of_a_row_narrows_by_its_source(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    pane.results.menu_wanted.emit(pane.model.row_at(1), QPoint(0, 0))
    menu = next(each for each in pane.findChildren(QMenu) if each.isVisible())
    assert menu is not None
    next(action for action in menu.actions() if "南昌日报" in action.text()).trigger()
    menu.close()
    settled()
    assert session.request.filters == (Filter(FacetField.SOURCE, ("南昌日报",)),)


def test_a_closed_archive_leaves_nothing_on_show(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    session.set_archive(None)
    settled()
    assert pane.model.rowCount() == 0
    assert pane.head.count.text() == ""
    assert pane.narrowing.histogram.bars == ()


def test_the_filter_panel_counts_the_hits_without_its_own_field(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    pane.narrowing.panel.chosen.emit(FacetField.SOURCE, "九江日报", False)
    settled()
    pane.open_filters()
    settled()
    model = pane.narrowing.panel.model
    values = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert values == ["九江日报", "南昌日报"]
    pane.narrowing.panel.hide()


def test_reprints_share_a_line_until_the_user_parts_them(
    qtbot: QtBot, session: Session, tasks: Tasks, sample_archive: Archive, settled: Callable[[], None]
) -> None:
    pane = SearchPane(session, tasks)
    qtbot.addWidget(pane)
    session.set_archive(sample_archive)
    settled()
    hits = sample_archive.search(session.request)
    assert pane.model.rowCount() == hits.lines < hits.total
    assert str(hits.total) in pane.head.count.text()
    shown = [str(hits.lines) in text for text in (pane.head.count.text(), pane.head.count.toolTip())]
    assert any(shown)
    next(each for each in pane.menu_actions() if each is not None and each.isChecked()).trigger()
    settled()
    assert not session.memory.number("search.collapse", 1)
    assert pane.model.rowCount() == hits.total
    assert "reprints" not in pane.head.count.text()
