"""Kept searches with what is new in them, and the history."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from index.archive import Archive
from index.errors import ArchiveReadOnly
from index.model import FacetField, Filter, SearchRequest, Sort

from .conftest import record, write

REQUEST = SearchRequest(
    "聯席會議", Sort.NEWEST, (Filter(FacetField.PERSON, ("李红军", "费云帆"), exclude=True),), collapse=True
)


def add(archive: Archive, folder: Path, numbers: range) -> None:
    records = [record(n, f"第{n}次联席会议", f"第{n}次联席会议在云州召开。") for n in numbers]
    archive.import_paths([write(folder / f"{numbers.start}.jsonl", records)], workers=0)


def test_a_search_is_kept_as_it_was(empty: Archive) -> None:
    number = empty.save_search("  每周 ", REQUEST)
    saved = empty.saved_searches()
    assert [(one.id, one.name, one.request) for one in saved] == [(number, "每周", REQUEST)]
    with Archive.open(empty.path) as again:
        assert again.saved_searches() == saved


def test_only_hits_since_the_last_look_are_new(empty: Archive, tmp_path: Path) -> None:
    add(empty, tmp_path, range(3))
    number = empty.save_search("联席", SearchRequest("联席会议"))
    other = empty.save_search("火箭", SearchRequest("火箭"))
    assert [one.new_hits for one in empty.saved_searches()] == [0, 0]
    add(empty, tmp_path, range(10, 14))
    assert {one.id: one.new_hits for one in empty.saved_searches()} == {number: 4, other: 0}
    empty.look_at_search(number)
    assert [one.new_hits for one in empty.saved_searches()] == [0, 0]
    add(empty, tmp_path, range(20, 21))
    assert {one.id: one.new_hits for one in empty.saved_searches()} == {number: 1, other: 0}


def test_what_was_not_indexed_at_the_last_look_is_new_later(empty: Archive, tmp_path: Path) -> None:
    add(empty, tmp_path, range(2))
    index = empty._index
    assert index is not None
    last = max(empty.search(SearchRequest("")).ids())
    index.commit(delete=[last])
    empty.save_search("联席", SearchRequest("联席会议"))
    assert empty.not_indexed() == 1
    empty.catch_up(workers=0)
    assert [one.new_hits for one in empty.saved_searches()] == [1]


def test_kept_searches_are_listed_without_an_index(empty: Archive, tmp_path: Path) -> None:
    add(empty, tmp_path, range(2))
    empty.close()
    shutil.rmtree(empty.path / "fulltext")
    with Archive.open(empty.path) as archive:
        archive.save_search("联席", SearchRequest("联席会议"))
        assert [one.new_hits for one in archive.saved_searches()] == [0]
        archive.catch_up(workers=0)
        assert [one.new_hits for one in archive.saved_searches()] == [2]  # nobody can have seen them


def test_names_are_unique(empty: Archive) -> None:
    first = empty.save_search("甲", SearchRequest("甲"))
    assert empty.save_search("甲", SearchRequest("乙")) == first
    second = empty.save_search("丙", SearchRequest("丙"))
    empty.rename_search(second, "甲")
    assert [(one.id, one.name, one.request.text) for one in empty.saved_searches()] == [(second, "甲", "丙")]
    empty.delete_search(second)
    assert empty.saved_searches() == ()


def test_the_history_has_every_query_once_latest_first(empty: Archive) -> None:
    for query in ("甲", "乙", " 甲 ", "丙  丁", ""):
        empty.remember(empty.search(SearchRequest(query)))
    assert [(one.text, one.times) for one in empty.history()] == [("丙 丁", 1), ("甲", 2), ("乙", 1)]
    assert [one.text for one in empty.history(2)] == ["丙 丁", "甲"]
    empty.forget("甲")
    assert [one.text for one in empty.history()] == ["丙 丁", "乙"]
    empty.forget()
    assert empty.history() == ()


def test_an_archive_that_cannot_be_written_to_remembers_nothing(empty: Archive) -> None:
    empty.close()
    with Archive.open(empty.path, read_only=True) as archive:
        archive.remember(archive.search(SearchRequest("甲")))
        assert archive.history() == ()
        assert archive.saved_searches() == ()
        with pytest.raises(ArchiveReadOnly):
            archive.save_search("甲", SearchRequest("甲"))
