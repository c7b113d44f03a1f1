"""Name and place of a new archive: sensible ones filled in, impossible ones refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.new_archive import NewArchive, free_name
from index.paths import ARCHIVE_SUFFIX


def test_a_dropped_folder_gives_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "2025.剪报"
    folder.mkdir()
    dialog = NewArchive(tmp_path, [folder])
    qtbot.addWidget(dialog)
    assert dialog.path == tmp_path / "2025.剪报.juanzong"
    assert dialog._make.isEnabled()


def test_dropped_files_give_the_name_of_their_folder(qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / "来稿" / "一.txt", tmp_path / "来稿" / "二.txt"]
    dialog = NewArchive(tmp_path, files)
    qtbot.addWidget(dialog)
    assert dialog.path.name == "来稿.juanzong"


def test_a_name_that_is_taken_gets_a_number(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "剪报.juanzong").mkdir()
    (tmp_path / "剪报 2.juanzong").mkdir()
    assert free_name(tmp_path, "剪报") == "剪报 3"


@pytest.mark.parametrize("name", ["", "  ", "a/b", "a:b", "con?", "end."])
def test_impossible_names_are_refused_with_a_reason(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    dialog = NewArchive(tmp_path)
    qtbot.addWidget(dialog)
    dialog._name.setText(name)
    assert not dialog._make.isEnabled()
    assert dialog._remark.text()
    assert dialog._remark.property("look") == "error"
    dialog._name.setText("good")
    assert dialog._make.isEnabled()


@given(name=st.text(max_size=120))
def test_whatever_is_dropped_becomes_a_name_that_every_system_takes(name: str) -> None:
    made = free_name(Path("/nowhere"), name)
    assert made
    assert not set(made) & set('<>:"/\\|?*\0\n')
    assert made == made.strip(". ")
    assert len((made + ARCHIVE_SUFFIX).encode()) <= 255 + len(ARCHIVE_SUFFIX)
