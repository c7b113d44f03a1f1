"""Where the program keeps what belongs to the user."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from index import paths


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program that is running."""
    folder = tmp_path / "卷宗 program"
    folder.mkdir()
    monkeypatch.delenv("JUANZONG_DATA", raising=False)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "local"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "juanzong.exe"))
    return folder


def test_an_installed_program_keeps_its_data_with_the_user(frozen: Path) -> None:
    assert paths.portable_folder() is None
    assert paths.user_data().parent.name == "local"


def test_a_portable_copy_keeps_its_data_beside_itself(frozen: Path) -> None:
    (frozen / paths.PORTABLE_MARK).touch()
    assert paths.portable_folder() == frozen.resolve()
    assert paths.user_data() == frozen.resolve() / "data"
    assert paths.user_data().is_dir()


def test_a_mark_beside_python_itself_means_nothing(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (frozen / paths.PORTABLE_MARK).touch()
    monkeypatch.delattr(sys, "frozen")
    assert paths.portable_folder() is None


def test_the_variable_wins_over_the_mark(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (frozen / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv("JUANZONG_DATA", str(tmp_path / "elsewhere"))
    assert paths.user_data() == tmp_path / "elsewhere"


def test_where_no_folder_can_be_made_one_stands_in_for_the_whole_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("JUANZONG_DATA", str(tmp_path / "file" / "below"))
    folder = paths.user_data()
    assert folder.is_dir()
    assert paths.user_data() == folder
    folder.rmdir()
    paths._stand_in.cache_clear()


def test_the_works_of_others_are_told_in_a_checkout_and_beside_a_frozen_program(
    frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.licences() == frozen.resolve() / "licences" / "README.txt"
    monkeypatch.delattr(sys, "frozen")
    assert paths.licences().is_file()
