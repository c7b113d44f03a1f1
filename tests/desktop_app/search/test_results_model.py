"""The list holds ids and makes rows only for what is looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop_app.search.results_model import BLOCK, IdRole, ResultsModel, RowRole, StarRole
from desktop_app.search.shown_row import ShownRow, around_first_mark, shown_row
from desktop_app.tasks import Tasks
from index.model import DateOrigin, ResultRow, Script, SearchRequest, Snippet

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive


def show(model: ResultsModel, archive: SmallArchive, total: int, script: Script = Script.ORIGINAL) -> None:
    hits = replace(archive.search(SearchRequest("")), found=tuple(1 + n % 6 for n in range(total)))
    first = [shown_row(row, script) for row in archive.rows(hits, 0, BLOCK)]
    archive.rows_asked.clear()
    model.show(archive, hits, hits.ids(), first, script)  # type: ignore[arg-type]


@pytest.fixture
def model(qtbot: QtBot, tasks: Tasks) -> ResultsModel:
    model = ResultsModel(tasks)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_the_first_rows_come_with_the_hits(model: ResultsModel, archive: SmallArchive) -> None:
    show(model, archive, 500)
    assert model.rowCount() == 500
    assert isinstance(model.row_at(0), ShownRow)
    assert archive.rows_asked == []


def test_a_star_is_shown_and_said(model: ResultsModel, archive: SmallArchive) -> None:
    show(model, archive, 5)
    second = model.index(1, 0)
    assert not second.data(StarRole)
    model.set_starred(frozenset({second.data(IdRole)}))
    assert second.data(StarRole) and not model.index(2, 0).data(StarRole)
    assert "with a star" in second.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_row_that_is_looked_at_comes_with_its_block(
    model: ResultsModel, archive: SmallArchive, settled: Callable[[], None], qtbot: QtBot
) -> None:
    show(model, archive, 5000)
    assert model.row_at(3000) is None
    qtbot.waitUntil(lambda: isinstance(model.row_at(3000), ShownRow))
    assert archive.rows_asked == [3000 // BLOCK * BLOCK]


def test_a_flung_scroll_bar_fetches_the_last_blocks_only(
    model: ResultsModel, archive: SmallArchive, settled: Callable[[], None], qtbot: QtBot
) -> None:
    show(model, archive, 20_000)
    for row in range(0, 20_000, 100):
        model.row_at(row)
    qtbot.waitUntil(lambda: isinstance(model.row_at(19_900), ShownRow))
    settled()
    assert len(archive.rows_asked) < 10


def test_a_hundred_thousand_hits_are_shown_in_no_time(tasks: Tasks, archive: SmallArchive) -> None:
    model = ResultsModel(tasks)  # without the tester, which looks at every row
    hits = replace(archive.search(SearchRequest("")), found=tuple(range(100_000)))
    start = time.perf_counter()
    model.show(archive, hits, hits.found, (), Script.ORIGINAL)  # type: ignore[arg-type]
    assert model.data(model.index(99_999, 0), IdRole) == 99_999
    assert time.perf_counter() - start < 0.05


def test_rows_stay_on_show_until_the_other_script_is_here(
    model: ResultsModel, archive: SmallArchive, qtbot: QtBot
) -> None:
    show(model, archive, 6)
    model.set_script(Script.SIMPLIFIED)
    old = model.row_at(1)
    assert isinstance(old, ShownRow)
    assert old.title == "三地聯席會議召開"
    qtbot.waitUntil(lambda: getattr(model.row_at(1), "title", "") == "三地联席会议召开")


def test_a_block_that_cannot_be_read_says_so_in_its_rows(
    model: ResultsModel, archive: SmallArchive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(model, archive, 500)

    def broken(*_: object) -> list[ResultRow]:
        raise OSError("gone")

    monkeypatch.setattr(archive, "rows", broken)
    qtbot.waitUntil(lambda: isinstance(model.row_at(400), str))
    assert isinstance(model.row_at(0), ShownRow)


def test_rows_of_older_hits_are_dropped(
    model: ResultsModel, archive: SmallArchive, settled: Callable[[], None]
) -> None:
    show(model, archive, 5000)
    model.row_at(3000)
    show(model, archive, 3)
    settled()
    assert model.rowCount() == 3
    assert model.data(model.index(2, 0), RowRole).row.id == 3


def test_marks_stay_on_their_characters_in_the_other_script() -> None:
    row = ResultRow(
        1,
        "o",
        "聯席會議",
        ((0, 2),),
        Snippet("在里面\n開聯席會議", ((5, 9),)),
        None,
        DateOrigin.NONE,
        None,
        1.0,
    )
    shown = shown_row(row, Script.SIMPLIFIED)
    assert shown.title[slice(*shown.title_marks[0])] == "联席"
    assert shown.snippet[slice(*shown.snippet_marks[0])] == "联席会议"
    assert "\n" not in shown.snippet


def test_a_snippet_is_cut_so_that_its_first_mark_is_seen() -> None:
    text = "很长的前文，" * 20 + "联席会议" + "后文" * 10
    at = text.index("联席会议")
    cut, marks = around_first_mark(text, ((at, at + 4),), 25)
    assert cut[slice(*marks[0])] == "联席会议"
    assert marks[0][1] < 25
    assert cut.startswith("…")
    assert around_first_mark("联席会议", ((0, 4),), 25) == ("联席会议", ((0, 4),))


def test_number_signs_of_headings_are_left_out_of_a_snippet() -> None:
    row = ResultRow(
        1, "o", "条例", (), Snippet("通过 ## 第一章 总则", ((6, 9),)), None, DateOrigin.NONE, None, 1.0
    )
    shown = shown_row(row, Script.ORIGINAL)
    assert shown.snippet == "通过 第一章 总则"
    assert shown.snippet[slice(*shown.snippet_marks[0])] == "第一章"
