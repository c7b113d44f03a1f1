"""A small file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.atomic import write_whole


def test_the_new_text_takes_the_place_of_the_old_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "设置.json"
    write_whole(path, "旧\n")
    write_whole(path, "新\n")
    assert path.read_bytes() == "新\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert path.read_text("utf-8") == "old"
