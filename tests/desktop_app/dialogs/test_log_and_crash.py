"""After a crash there is a report at the next start; the log can be read in the program and is discreet."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app import crash_log
from desktop_app.dialogs.crash_report import CrashReport
from desktop_app.dialogs.log_window import LogWindow

DIE = "import ctypes; ctypes.string_at(0)"


def run(code: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"from desktop_app import crash_log; crash_log.install(); {code}"],
        env=os.environ | {"JUANZONG_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_crash_is_reported_at_the_next_start_once(tmp_path: Path) -> None:
    assert run(DIE, tmp_path).returncode != 0
    second = run("print(crash_log.last_crash()); crash_log.ended_well()", tmp_path)
    report = Path(second.stdout.strip())
    assert "string_at" in report.read_text("utf-8")
    third = run("print(crash_log.last_crash()); crash_log.ended_well()", tmp_path)
    assert third.stdout.strip() == "None"


def test_an_end_in_good_order_leaves_no_sign(tmp_path: Path) -> None:
    run("crash_log.ended_well()", tmp_path)
    assert not list((tmp_path / "log").glob("crash*"))


def test_only_a_few_reports_are_kept(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.mkdir()
    for number in range(9):
        (log / f"crash 2020-01-0{number + 1} 120000.txt").write_text("old", "utf-8")
    run(DIE, tmp_path)
    run("crash_log.ended_well()", tmp_path)
    assert len(list(log.glob("crash *.txt"))) == 5


def test_the_log_holds_no_article_text() -> None:
    text = "联席会议在永修县召开，" * 4
    record = logging.LogRecord("x", logging.ERROR, "", 0, "failed at %s", (text,), None)
    assert crash_log.Discreet("%(message)s").format(record) == "failed at [44 characters]"
    short = logging.LogRecord("x", logging.ERROR, "", 0, "open 长江中游档案", (), None)
    assert crash_log.Discreet("%(message)s").format(short) == "open 长江中游档案"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JUANZONG_DATA", str(tmp_path))
    path = crash_log.folder() / "juanzong.log"
    path.write_text("one\ntwo\n", "utf-8")
    return path


def test_the_log_window_shows_the_end_and_what_comes_after_refreshing(qtbot: QtBot, written: Path) -> None:
    window = LogWindow()
    qtbot.addWidget(window)
    assert window.text.toPlainText() == "one\ntwo\n"
    written.write_text("three\n" * 100_000, "utf-8")
    window.refresh()
    assert window.text.toPlainText().endswith("three\n")
    assert len(window.text.toPlainText()) <= 256 * 1024


def test_the_report_can_be_copied_with_the_versions(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "crash.txt"
    path.write_text("Fatal Python error", "utf-8")
    dialog = CrashReport(path)
    qtbot.addWidget(dialog)
    copy = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy details")
    copy.click()
    assert "Fatal Python error" in QApplication.clipboard().text()
    assert "PySide6" in QApplication.clipboard().text()
