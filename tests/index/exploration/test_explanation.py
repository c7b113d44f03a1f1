"""Why nothing was found: every number is that of a search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive import Archive
from index.errors import QueryError
from index.exploration.explanation import Part, parts
from index.model import FacetField, Filter, SearchRequest


def total(archive: Archive, text: str, filters: tuple[Filter, ...] = ()) -> int:
    return archive.search(SearchRequest(text, filters=filters)).total


def test_each_term_and_each_pair_is_counted(archive: Archive) -> None:
    found = archive.explain(SearchRequest("赣江新区 红军 火箭"))
    assert found.total == 0
    assert [(one.text, one.total) for one in found.terms] == [
        ("赣江新区", total(archive, "赣江新区")),
        ("红军", total(archive, "红军")),
        ("火箭", 0),
    ]
    assert [(pair.total, one, other) for pair, one, other in found.pairs] == [
        (total(archive, "赣江新区 红军"), "赣江新区", "红军")
    ]


def test_one_long_keyword_is_cut_where_the_archive_ends(archive: Archive) -> None:
    found = archive.explain(SearchRequest("贛江新區火箭聯席會議"))
    assert [one.text for one in found.terms] == ["赣江新区", "联席会议"]
    assert all(one.total for one in found.terms)
    assert found.pairs[0][0].total == total(archive, "赣江新区 联席会议")


def test_a_missing_word_among_others_is_cut_into_what_occurs(archive: Archive) -> None:
    found = archive.explain(SearchRequest("贛江新區火箭聯席會議 红军"))
    assert [one.text for one in found.terms] == ["贛江新區火箭聯席會議", "赣江新区", "联席会议", "红军"]
    assert [one.total for one in found.terms] == [0, *(total(archive, one.text) for one in found.terms[1:])]


def test_filters_are_lifted_one_by_one(archive: Archive) -> None:
    filters = (Filter(FacetField.YEAR, ("2022",)), Filter(FacetField.SOURCE, ("没有的报",)))
    found = archive.explain(SearchRequest("红军", filters=filters))
    assert found.total == 0
    assert found.without_filters == total(archive, "红军")
    assert [(one.filter, one.total) for one in found.filters] == [
        (filters[0], 0),
        (filters[1], total(archive, "红军", filters[:1])),
    ]
    assert [(one.total, one.unfiltered) for one in found.terms] == [(0, total(archive, "红军"))]


def test_exclusions_are_lifted_too(archive: Archive) -> None:
    found = archive.explain(SearchRequest("红军小学 -红军"))
    assert found.total == 0
    assert [(one.text, one.total) for one in found.excluded] == [("红军小学", total(archive, "红军小学"))]


def test_alternatives_are_no_pairs(archive: Archive) -> None:
    found = archive.explain(SearchRequest("火箭 OR 飞船"))
    assert [one.text for one in found.terms] == ["火箭", "飞船"]
    assert found.pairs == ()


def test_what_is_not_indexed_is_said(archive: Archive) -> None:
    assert archive.explain(SearchRequest("火箭")).not_indexed == archive.not_indexed() == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("甲 乙", [Part("甲"), Part("乙")]),
        ("甲 且 乙 -丙", [Part("甲"), Part("乙"), Part("丙", True)]),
        ('标题:甲 "乙 丙"', [Part("标题:甲"), Part('"乙 丙"')]),
        ("(甲 OR 乙) 丙", [Part("(甲 OR 乙)"), Part("丙")]),
        ("甲 NEAR/5 乙 丙", [Part("甲 NEAR/5 乙"), Part("丙")]),
        ("红军 NOTIN 李红军", [Part("红军 NOTIN 李红军")]),
        ("NOT (甲 乙) 丙", [Part("(甲 乙)", True), Part("丙")]),
        ("", []),
    ],
)
def test_parts_are_pieces_of_the_query(query: str, expected: list[Part]) -> None:
    assert parts(query)[0] == expected


@given(st.text(alphabet='甲乙 ()（-"OR非:标题*?~/', max_size=20))
def test_any_query_has_parts_or_an_error(query: str) -> None:
    try:
        found, _ = parts(query)
    except QueryError:
        return
    assert all(part.text and part.text in query for part in found)


def test_what_is_never_near_is_counted_apart_and_together(archive: Archive) -> None:
    near = archive.explain(SearchRequest("红军 NEAR/0 联席"))
    assert near.total == 0
    assert [(one.text, one.total) for one in near.terms] == [
        (text, total(archive, text)) for text in ("红军", "联席")
    ]
    assert [one.total for one, _, _ in near.pairs] == [total(archive, "红军 联席")]
    among = archive.explain(SearchRequest("火箭 席会 NOTIN 联席会"))
    assert [one.text for one in among.terms] == ["火箭", "席会 NOTIN 联席会", "席会", "联席会"]
