"""The self-check drives the real window."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app import self_check
from index.archive import Archive
from index.errors import ArchiveMissing


def test_it_tells_what_it_saw_and_leaves_the_settings_alone(qtbot: QtBot, sample_archive_path: Path) -> None:
    before = os.environ["JUANZONG_DATA"]
    lines = self_check.drive_window(sample_archive_path)
    seen = " ".join(lines)
    assert "联席会议: 18" in seen
    assert "person" in seen
    assert seen.endswith("simplified → traditional → original")
    assert os.environ["JUANZONG_DATA"] == before


def test_it_fails_where_there_is_no_archive(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        self_check.drive_window(tmp_path / "gone.juanzong")


def test_it_fails_where_nothing_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    Archive.create(tmp_path / "empty.juanzong").close()
    with pytest.raises(self_check.StepFailedError):
        self_check.drive_window(tmp_path / "empty.juanzong")
