"""Reading ahead finds the index of an archive and is stopped by nothing strange in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.ahead import read_ahead, read_beginnings


def test_beginnings_and_ends_of_the_segments_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "a.juanzong" / "fulltext" / "g0001"
    folder.mkdir(parents=True)
    (folder / "long.seg").write_bytes(bytes(8 << 20))
    (folder / "short.seg").write_bytes(b"four")
    assert read_beginnings(tmp_path / "a.juanzong") == (1 << 20) + (1 << 18) + len(b"four")


def test_it_is_done_beside_the_start(tmp_path: Path) -> None:
    thread = read_ahead(tmp_path)
    thread.join(10)
    assert thread.daemon and not thread.is_alive()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes in folders")
def test_a_pipe_in_the_place_of_a_segment_holds_nobody_up(tmp_path: Path) -> None:
    folder = tmp_path / "fulltext" / "g0001"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "one.seg")
    assert read_beginnings(tmp_path) == 0


def test_an_archive_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    assert read_beginnings(tmp_path / "gone.juanzong") == 0
