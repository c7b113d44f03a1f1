"""Contexts: every place of the keywords, in order, opened in the reader, written to files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop_app.concordance.model import Column, ConcordanceModel
from desktop_app.search.pane import SearchPane
from desktop_app.search.view_switch import ResultsAs
from desktop_app.session import Place, Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.model import ConcordanceLine, ConcordanceSort, Script, SearchRequest


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, tasks: Tasks, sample_archive: Archive, settled: Callable[[], None]
) -> SearchPane:
    pane = SearchPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    session.set_archive(sample_archive)
    pane.show()
    session.search_text("联席会议")
    settled()
    pane.show_as(ResultsAs.CONTEXTS)
    settled()
    return pane


def column(pane: SearchPane, column: Column, settled: Callable[[], None]) -> list[str]:
    model = pane.contexts.model
    for row in range(model.rowCount()):
        model.line_at(row)
    settled()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_there_is_a_line_for_every_occurrence_and_the_total_is_exact(
    pane: SearchPane, sample_archive: Archive, settled: Callable[[], None]
) -> None:
    hits = sample_archive.search(SearchRequest("联席会议"))
    marks = [sample_archive.marks(number, "联席会议") for number in hits.ids()]
    places = sum(len(each.title) + len(each.body) for each in marks)
    assert pane.contexts.model.rowCount() == places > hits.total
    assert pane.contexts.total.text().startswith(f"{places} place")
    assert set(column(pane, Column.KEYWORD, settled)) <= {"联席会议", "聯席會議"}


def test_of_many_hits_the_first_lines_come_before_all_others(
    qtbot: QtBot,
    pane: SearchPane,
    session: Session,
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop_app.concordance.pane.MANY", 3)
    monkeypatch.setattr("desktop_app.concordance.pane.BEGINNING", 2)
    shown: list[tuple[int, bool]] = []
    pane.contexts.model.modelReset.connect(
        lambda: shown.append((pane.contexts.model.rowCount(), pane.contexts.export_action.isEnabled()))
    )
    session.search_text("会议")
    settled()
    few, many = (rows for rows, _ in shown if rows)
    assert few < many
    assert pane.contexts.export_action.isEnabled()
    assert pane.contexts.total.text().startswith(f"{many} place")


def test_the_model_behaves(pane: SearchPane) -> None:
    QAbstractItemModelTester(pane.contexts.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_click_on_a_head_sorts_and_dates_turn_round(pane: SearchPane, settled: Callable[[], None]) -> None:
    table = pane.contexts.table
    table.horizontalHeader().sectionClicked.emit(Column.DATE)
    dates = [date for date in column(pane, Column.DATE, settled) if date]
    assert dates == sorted(dates)
    table.horizontalHeader().sectionClicked.emit(Column.DATE)
    assert [date for date in column(pane, Column.DATE, settled) if date] == sorted(dates, reverse=True)
    table.horizontalHeader().sectionClicked.emit(Column.SOURCE)
    sources = [source for source in column(pane, Column.SOURCE, settled) if source]
    assert sources == sorted(sources)


def test_keys_sort_while_the_contexts_are_on_show(qtbot: QtBot, pane: SearchPane) -> None:
    pane.activateWindow()
    pane.contexts.take_focus()
    qtbot.keyClick(pane.contexts.table, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert pane.contexts.model.sort_order is ConcordanceSort.RIGHT


def test_a_line_opens_its_place_and_enter_goes_to_the_page(
    qtbot: QtBot, pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    column(pane, Column.LEFT, settled)
    with qtbot.waitSignal(session.article_requested) as opened:
        pane.contexts.table.selectRow(1)
    shown = pane.contexts.model.line_at(1)
    line = shown.line  # type: ignore[union-attr]
    assert opened.args == [line.article_id, Place(line.start, line.end, line.in_title)]
    with qtbot.waitSignals([session.article_requested, session.focus_reader_requested]):
        qtbot.keyClick(pane.contexts.table, Qt.Key.Key_Return)


def test_lines_follow_the_script(pane: SearchPane, session: Session, settled: Callable[[], None]) -> None:
    session.set_script(Script.TRADITIONAL)
    assert set(column(pane, Column.KEYWORD, settled)) == {"聯席會議"}


def test_all_lines_are_saved(
    qtbot: QtBot, pane: SearchPane, tmp_path: Path, settled: Callable[[], None]
) -> None:
    out = tmp_path / "上下文.csv"
    with qtbot.waitSignal(pane.contexts.exported) as written:
        pane.contexts.export(out)
    assert written.args == [pane.contexts.model.rowCount()]
    assert len(out.read_text("utf-8-sig").splitlines()) == pane.contexts.model.rowCount() + 1


def test_without_a_query_it_says_what_to_do(
    pane: SearchPane, session: Session, settled: Callable[[], None]
) -> None:
    session.search_text("")
    settled()
    assert pane.contexts.model.rowCount() == 0
    assert not pane.contexts.export_action.isEnabled()


def test_the_list_comes_back(pane: SearchPane, session: Session) -> None:
    pane.show_as(ResultsAs.LIST)
    assert pane.results.isVisible()
    assert not pane.contexts.bar.isVisible()


class ManyLines:
    """A hundred thousand lines; counts how many were made."""

    total, articles, made = 100_000, 100_000, 0

    def lines(self, sort: ConcordanceSort, offset: int, limit: int, width: int) -> list[ConcordanceLine]:
        self.made += limit
        return [
            ConcordanceLine(n, False, 0, 2, "前", "会议", "后", "", None, None)
            for n in range(offset, offset + limit)
        ]


def test_of_a_hundred_thousand_lines_only_those_in_sight_are_made(
    tasks: Tasks, settled: Callable[[], None]
) -> None:
    model, many = ConcordanceModel(tasks), ManyLines()
    model.show(many, ConcordanceSort.LEFT, Script.ORIGINAL)  # type: ignore[arg-type]
    assert model.rowCount() == 100_000
    for row in range(0, 100_000, 1000):
        model.line_at(row)
    settled()
    assert model.line_at(99_000) is not None
    assert many.made < 1000
