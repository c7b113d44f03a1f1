"""Trends: counted exactly, compared, read off with pointer and keys, opened, saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.search.pane import SearchPane
from desktop_app.search.view_switch import ResultsAs
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.trend.measure import Measure, ticks
from index.archive import Archive
from index.model import FacetField, Filter, SearchRequest


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, tasks: Tasks, sample_archive: Archive, settled: Callable[[], None]
) -> SearchPane:
    pane = SearchPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(700, 700)
    session.set_archive(sample_archive)
    pane.show()
    session.search_text("联席会议")
    settled()
    pane.show_as(ResultsAs.TREND)
    settled()
    return pane


def said(pane: SearchPane) -> str:
    return " | ".join(each.text() for each in pane.trend.findChildren(QLabel) if each.isVisible())


def test_the_counts_are_those_of_the_search(pane: SearchPane, sample_archive: Archive) -> None:
    total = sample_archive.search(SearchRequest("联席会议")).total
    assert f"{total} articles" in said(pane)


def test_a_click_on_a_bar_lists_its_articles(
    qtbot: QtBot, pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    trend = session.archive.trend(["联席会议"])  # type: ignore[union-attr]
    counts = [count.articles for count in trend.series[0].counts]
    period = counts.index(max(counts))
    where = pane.trend.chart.slot(period).center().toPoint()
    qtbot.mouseClick(pane.trend.chart, Qt.MouseButton.LeftButton, pos=where)
    settled()
    assert pane.switch.current is ResultsAs.LIST
    assert session.request.filters == (Filter(FacetField.YEAR, (trend.periods[period].period,)),)
    assert session.hits is not None
    assert session.hits.total == counts[period]


def test_keys_do_the_same(qtbot: QtBot, pane: SearchPane, session: Session) -> None:
    pane.trend.take_focus()
    qtbot.keyClick(pane.trend.chart, Qt.Key.Key_Left)
    with qtbot.waitSignal(pane.trend.picked) as picked:
        qtbot.keyClick(pane.trend.chart, Qt.Key.Key_Return)
    last = session.archive.trend(["联席会议"]).periods[-1].period  # type: ignore[union-attr]
    assert picked.args == ["联席会议", last]


def test_words_are_added_and_taken_away(qtbot: QtBot, pane: SearchPane, settled: Callable[[], None]) -> None:
    pane.trend.field.setText("规划")
    qtbot.keyClick(pane.trend.field, Qt.Key.Key_Return)
    settled()
    assert pane.trend.expressions == ("联席会议", "规划")
    assert "规划" in pane.trend.chart.told(0)
    pane.trend.chips.removed.emit("规划")
    settled()
    assert "规划" not in pane.trend.chart.told(0)


def test_an_expression_that_is_no_query_says_so(pane: SearchPane, settled: Callable[[], None]) -> None:
    pane.trend.compare('"没有结束')
    settled()
    assert "quotation mark" in said(pane)


def test_first_and_last_use_open_their_articles(qtbot: QtBot, pane: SearchPane, session: Session) -> None:
    first = session.archive.trend(["联席会议"]).series[0].first  # type: ignore[union-attr]
    assert first is not None
    link = next(each for each in pane.trend.findChildren(QPushButton) if each.text() == f"first {first.date}")
    with qtbot.waitSignal(session.article_requested) as opened:
        link.click()
    assert opened.args[0] == first.article_id


def test_a_date_filter_does_not_cut_the_trend(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    before = pane.trend.chart.told(0)
    session.add_filter(Filter(FacetField.YEAR, ("2025",)))
    settled()
    assert pane.trend.chart.told(0) == before


def test_chart_and_counts_are_saved(qtbot: QtBot, pane: SearchPane, tmp_path: Path) -> None:
    picture, table = tmp_path / "图.png", tmp_path / "表.csv"
    with qtbot.waitSignal(pane.trend.exported):
        pane.trend.save_picture(picture)
    with qtbot.waitSignal(pane.trend.exported):
        pane.trend.save_table(table)
    image = QImage(str(picture))
    assert image.width() == 2 * pane.trend.chart.width()
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)
    }
    assert len(colours) > 3
    assert "联席会议" in table.read_text("utf-8-sig")


def test_without_any_word_it_says_what_to_do(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    session.search_text("")
    settled()
    assert "Search for a word" in said(pane)


@given(st.floats(min_value=1e-4, max_value=1e9))
def test_ticks_begin_at_zero_reach_the_highest_and_are_few(highest: float) -> None:
    found = ticks(highest)
    assert found[0] == 0
    assert found[-1] >= highest * (1 - 1e-6)
    assert 2 <= len(found) <= 6


def test_relative_figures_have_decimals() -> None:
    assert Measure.ARTICLES.text(31600.0) == "31,600"
    assert Measure.PER_THOUSAND.text(1.2345) == "1.23"
