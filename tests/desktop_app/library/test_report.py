"""The import report: filter, sort, words, csv; and the window around it."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.library import Librarian, report_words
from desktop_app.library.report_model import FILE, ReportModel
from desktop_app.library.report_window import ReportWindow, _file_of, local_time
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.errors import ExportError
from index.model import DateOrigin, Fate, FileReport


def clipping(name: str) -> str:
    """The path of a file as this system writes it."""
    return str(Path("/剪报", name))


REPORTS = (
    FileReport(
        clipping("乙.txt"),
        Fate.IMPORTED,
        1,
        encoding="gb18030",
        characters=1200,
        date_origin=DateOrigin.INFERRED,
    ),
    FileReport(clipping("甲.txt"), Fate.IMPORTED, 1, encoding="utf-8", characters=90, repairs=3),
    FileReport(clipping("坏.pdf"), Fate.FAILED, reason="reason.unreadable"),
    FileReport(clipping("同.txt"), Fate.UNCHANGED),
    FileReport(clipping("=丙.txt"), Fate.DUPLICATE, 1),
)


def names(model: ReportModel) -> list[str]:
    return [model.index(row, FILE).data() for row in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = ReportModel()
    model.show(REPORTS)
    qtmodeltester.check(model)


def test_failed_files_come_first_and_names_are_shown_below_their_folder(qtbot: QtBot) -> None:
    model = ReportModel()
    model.show(REPORTS, [Path("/剪报")])
    assert names(model) == ["坏.pdf", "乙.txt", "甲.txt", "=丙.txt", "同.txt"]
    assert model.index(0, FILE).data(Qt.ItemDataRole.ToolTipRole).startswith(clipping("坏.pdf") + "\n")


def test_files_are_chosen_by_fate_and_by_text(qtbot: QtBot) -> None:
    model = ReportModel()
    model.show(REPORTS)
    model.choose(Fate.IMPORTED, "")
    assert len(names(model)) == 2
    model.choose(None, "PDF")
    assert names(model) == [clipping("坏.pdf")]
    model.choose(Fate.IMPORTED, "pdf")
    assert names(model) == []
    assert model.counts()[Fate.IMPORTED] == 2


@pytest.mark.parametrize("column", range(8))
def test_every_column_sorts_both_ways(qtbot: QtBot, column: int) -> None:
    model = ReportModel()
    model.show(REPORTS)
    model.sort(column, Qt.SortOrder.AscendingOrder)
    up = model.reports()
    model.sort(column, Qt.SortOrder.DescendingOrder)
    assert sorted(report.file for report in up) == sorted(report.file for report in model.reports())
    if column == FILE:
        assert up == list(reversed(model.reports()))


def test_a_hundred_thousand_files_are_filtered_quickly(qtbot: QtBot) -> None:
    model = ReportModel()
    model.show([replace(REPORTS[number % 5], file=f"/剪报/{number}.txt") for number in range(100_000)])
    model.choose(Fate.FAILED, "99")
    assert 0 < model.rowCount() < 20_000
    assert model.index(0, 2).data()


def test_the_csv_opens_in_a_spreadsheet_and_carries_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "报告.csv"
    reports = [*REPORTS, FileReport("=HYPERLINK(1)", Fate.FAILED)]
    assert report_words.write_csv(reports, path) == 6
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0][1] == "File"
    assert lines[1][1] == clipping("乙.txt")
    assert lines[6][1] == "'=HYPERLINK(1)"


def test_a_csv_that_cannot_be_written_is_an_error_for_people(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        report_words.write_csv(REPORTS, tmp_path / "no" / "folder.csv")


def test_every_fate_and_origin_has_words_and_an_icon() -> None:
    from index.paths import resource

    for fate in Fate:
        assert report_words.fate(fate)
        assert resource("icons", f"{report_words.fate_icon(fate)[0]}.svg").is_file()
    assert all(report_words.date_origin(origin) for origin in DateOrigin)


def test_times_are_those_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(local_time("2026-11-22T09:30:00+00:00")) == len("2026-11-22 17:30")
    assert local_time("2026-11-22T09:30:00") == local_time("2026-11-22T09:30:00+00:00")
    assert local_time("long ago") == "long ago"


@pytest.fixture
def window(qtbot: QtBot, session: Session, tasks: Tasks, sample_archive: Archive) -> ReportWindow:
    """The report of the sample archive."""
    session.set_archive(sample_archive)
    shown = ReportWindow(sample_archive, session, Librarian(session, tasks), tasks)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: shown.model.rowCount() > 0)
    return shown


def test_the_window_lists_every_file_of_the_last_import(
    window: ReportWindow, sample_archive: Archive
) -> None:
    run = sample_archive.import_runs()[0]
    assert window.model.rowCount() == len(sample_archive.file_reports(run.id))


def test_the_table_can_be_copied(window: ReportWindow) -> None:
    window.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == window.model.rowCount() + 1
    assert lines[0].split("\t")[0] == "Result"


def test_opening_a_row_opens_its_article(qtbot: QtBot, window: ReportWindow, session: Session) -> None:
    row = next(n for n, report in enumerate(window.model.reports()) if report.article_id is not None)
    with qtbot.waitSignal(session.article_requested) as asked:
        window.table.activated.emit(window.model.index(row, 0))
    assert asked.args[0] == window.model.report(row).article_id


def test_another_archive_closes_the_window(qtbot: QtBot, window: ReportWindow, session: Session) -> None:
    session.set_archive(None)
    assert not window.isVisible()


def test_a_record_that_failed_is_tried_again_with_the_file_that_holds_it(tmp_path: Path) -> None:
    (tmp_path / "包.zip").write_bytes(b"PK")
    (tmp_path / "第#1期.txt").write_bytes(b"")
    failed = [
        FileReport(str(tmp_path / name), Fate.FAILED)
        for name in ("包.zip#里/空.txt", "第#1期.txt", "走#了.txt")
    ]
    assert [_file_of(report).name for report in failed] == ["包.zip", "第#1期.txt", "走#了.txt"]
