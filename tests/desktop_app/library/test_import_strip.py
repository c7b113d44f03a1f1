"""What the strip at the foot says in each state."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.library import ImportState, Librarian, Stage
from desktop_app.library.import_strip import ImportStrip
from desktop_app.session import Session
from desktop_app.tasks import DirectTasks
from index.errors import DiskFull
from index.model import Fate, FileReport, ImportProgress, ImportReport


@pytest.fixture
def strip(qtbot: QtBot, session: Session, direct_tasks: DirectTasks) -> ImportStrip:
    made = ImportStrip(Librarian(session, direct_tasks))
    qtbot.addWidget(made)
    return made


def progress(**changes: object) -> ImportProgress:
    values: dict[str, object] = {
        "phase": "reading",
        "files_done": 50,
        "files_total": 200,
        "bytes_done": 5_000,
        "bytes_total": 20_000,
        "articles": 48,
        "failed": 2,
        "seconds": 4.0,
        "seconds_left": 12.0,
    }
    return ImportProgress(**(values | changes))  # type: ignore[arg-type]


def test_it_hides_while_nothing_happens(strip: ImportStrip) -> None:
    assert strip.isHidden()


def test_it_tells_counts_speed_and_time_left(strip: ImportStrip) -> None:
    strip.show_state(ImportState(Stage.IMPORTING, progress(), waiting=2))
    assert not strip.isHidden()
    words = strip._detail.text()
    for part in (
        "50 of 200 files",
        "48 articles",
        "2 not readable",
        "12 articles/s",
        "12 s left",
        "2 more imports",
    ):
        assert part in words
    assert strip._bar.value() == 250


def test_while_paused_there_is_no_speed(strip: ImportStrip) -> None:
    strip.show_state(ImportState(Stage.IMPORTING, progress(), paused=True))
    assert strip._words.text() == "Paused"
    assert "articles/s" not in strip._detail.text()
    assert strip._pause.toolTip() == "Continue"


def test_while_folders_are_listed_the_end_is_unknown(strip: ImportStrip) -> None:
    strip.show_state(ImportState(Stage.IMPORTING, progress(phase="listing", files_total=None)))
    assert strip._bar.maximum() == 0


def test_at_the_end_it_offers_the_report(qtbot: QtBot, strip: ImportStrip) -> None:
    failed = (FileReport("/a.pdf", Fate.FAILED, reason="reason.unreadable"),)
    strip.show_state(ImportState(Stage.DONE, progress(), ImportReport(7, 1, 3, 0, failed, 2.0)))
    assert strip._words.text() == "1 article imported, 3 unchanged, 1 not readable"
    with qtbot.waitSignal(strip.report_wanted) as wanted:
        strip._report.click()
    assert wanted.args == [7]


def test_a_stopped_import_says_so(strip: ImportStrip) -> None:
    strip.show_state(ImportState(Stage.DONE, None, ImportReport(7, 5, 0, 0, (), 2.0, cancelled=True)))
    assert strip._words.text() == "Stopped: 5 articles imported"


def test_a_failure_is_told_in_a_sentence(strip: ImportStrip) -> None:
    strip.show_state(ImportState(Stage.FAILED, None, error=DiskFull(path="/archive")))
    assert "/archive" in strip._detail.text()
