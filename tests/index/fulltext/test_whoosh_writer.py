"""Whoosh's writer writes our segments, Whoosh's index reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from whoosh import query
from whoosh.writing import IndexingError, SegmentWriter

from index.fulltext.whoosh_writer import ArrayIndex

from .conftest import SmallIndex, document


def whoosh_index(small: SmallIndex) -> ArrayIndex:
    return ArrayIndex(small.fulltext.folder, small.fulltext)


def test_what_whooshs_writer_commits_is_found_by_whoosh_and_by_us(small: SmallIndex) -> None:
    writer = whoosh_index(small).writer()
    assert isinstance(writer, SegmentWriter)
    writer.add_document(id=7, title="联席会议", body="在南昌召开", person=("李红军",))
    writer.add_document(id=8, title="协议", body="APEC 会议", date="2023-11")
    writer.commit()
    found = small.fulltext.snapshot()
    assert found.generation == 1
    assert found.ids.tolist() == [7, 8]
    assert found.dates.tolist() == [0, 20231100]
    index = whoosh_index(small)
    assert (index.doc_count(), index.doc_count_all()) == (2, 2)
    with index.searcher() as searcher:
        assert [hit["id"] for hit in searcher.search(query.Term("body_word", "apec"))] == [8]
        assert [hit["id"] for hit in searcher.search(query.Term("person", "李红军"))] == [7]
        assert len(searcher.search(query.Or([query.Term("title", "会议"), query.Term("body", "会议")]))) == 2


def test_segments_of_a_builder_and_of_a_writer_are_the_same(small: SmallIndex, tmp_path: Path) -> None:
    some = [document(n, "联席会议", "甲乙丙" * n, "2020", person=("乙", "甲")) for n in range(1, 9)]
    built = small.fulltext.build(some)
    (tmp_path / "other").mkdir()
    writer = ArrayIndex(tmp_path / "other").writer()
    for found in some:
        fields = {str(name): values for name, values in found.facets.items()}
        writer.add_document(id=found.id, title=found.title, body=found.body, date=found.date, **fields)
    other = writer.finish()
    assert (tmp_path / "other" / other.name).read_bytes() == (small.fulltext.folder / built.name).read_bytes()


def test_a_cancelled_writer_leaves_nothing_behind(small: SmallIndex) -> None:
    writer = whoosh_index(small).writer()
    writer.add_document(id=1, title="", body="甲乙")
    writer.cancel()
    assert not list(small.fulltext.folder.glob("*.seg"))
    assert not len(small.fulltext.article_ids())
    with pytest.raises(IndexingError):
        writer.finish()


def test_an_index_without_documents_can_be_read(small: SmallIndex) -> None:
    with whoosh_index(small).searcher() as searcher:
        assert len(searcher.search(query.Term("body", "甲乙"))) == 0
