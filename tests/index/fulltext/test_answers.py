"""Order, facets, marks and snippets."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import Cancelled
from index.fulltext import marks, parse
from index.fulltext.analysis import normal
from index.fulltext.marking import snippet
from index.fulltext.order import _one_key
from index.model import FacetField, Filter, SearchRequest, Sort

from .conftest import SmallIndex, document


def order(small: SmallIndex, text: str, sort: Sort = Sort.RELEVANCE) -> list[int]:
    return small.searcher().search(SearchRequest(text, sort)).ids(0, None).tolist()


def test_a_title_counts_more_than_a_body_and_many_more_than_one(small: SmallIndex) -> None:
    filler = "其他的文字在这里" * 20
    small.add(
        [
            document(1, "别的", filler + "联席会议"),
            document(2, "别的", filler + "联席会议，联席会议，联席会议"),
            document(3, "联席会议召开", filler),
            document(4, "无关", filler),
        ],
        parts=2,
    )
    assert order(small, "联席会议") == [3, 2, 1]


def test_equal_scores_are_ordered_by_date_then_id(small: SmallIndex) -> None:
    dates = {1: "2020-01-01", 2: "2023-01-01", 3: None, 4: "2023-01-01", 5: "2021"}
    small.add([document(n, "", "联席会议", date) for n, date in dates.items()], parts=3)
    assert order(small, "联席") == [2, 4, 5, 1, 3]
    assert order(small, "联席", Sort.NEWEST) == [2, 4, 5, 1, 3]
    assert order(small, "联席", Sort.OLDEST) == [1, 5, 2, 4, 3]


def test_pages_of_hits_are_parts_of_the_whole_order(small: SmallIndex) -> None:
    rng = random.Random(3)
    small.add([document(n, "", "联席" * rng.randint(1, 9), f"20{n % 20:02d}") for n in range(3000)], parts=4)
    found = small.find("联席")
    pages = [found.ids(offset, 700).tolist() for offset in range(0, 3000, 700)]
    assert [n for page in pages for n in page] == small.find("联席").ids(0, None).tolist()
    scores = found.scores(pages[0])
    assert scores == sorted(scores, reverse=True)


def test_facets_are_exact_and_follow_the_filters(small: SmallIndex) -> None:
    rng = random.Random(7)
    people = "甲乙丙丁戊"
    rows = {
        n: (tuple(rng.sample(people, rng.randint(0, 3))), f"20{rng.randint(10, 14)}-0{rng.randint(1, 9)}-05")
        for n in range(200)
    }
    small.add(
        [document(n, "", "联席" if n % 3 else "会议", date, person=who) for n, (who, date) in rows.items()],
        parts=5,
    )
    small.delete([5, 6, 7])
    alive = {n: row for n, row in rows.items() if n not in (5, 6, 7)}
    request = SearchRequest(
        "联席",
        filters=(
            Filter(FacetField.YEAR, ("2011..2012", "2014")),
            Filter(FacetField.PERSON, ("甲", "乙")),
            Filter(FacetField.PERSON, ("丙",), exclude=True),
        ),
    )
    wanted = {
        n: (who, date)
        for n, (who, date) in alive.items()
        if n % 3 and date[:4] in ("2011", "2012", "2014") and {"甲", "乙"} & set(who) and "丙" not in who
    }
    found = small.searcher().search(request)
    assert found.all_ids().tolist() == sorted(wanted)
    counted = found.facets([FacetField.PERSON, FacetField.YEAR, FacetField.MONTH, FacetField.PLACE])
    truth = Counter(name for who, _ in wanted.values() for name in who)
    assert {c.value: c.count for c in counted[FacetField.PERSON]} == truth
    assert [c.count for c in counted[FacetField.PERSON]] == sorted(truth.values(), reverse=True)
    years = Counter(date[:4] for _, date in wanted.values())
    assert [(c.value, c.count) for c in counted[FacetField.YEAR]] == sorted(years.items())
    months = Counter(date[:7] for _, date in wanted.values())
    assert [(c.value, c.count) for c in counted[FacetField.MONTH]] == sorted(months.items())
    assert counted[FacetField.PLACE] == ()
    assert len(found.facets([FacetField.PERSON], top=2)[FacetField.PERSON]) == min(2, len(truth))


def test_an_article_of_which_only_the_year_is_known_counts_in_years_only(small: SmallIndex) -> None:
    small.add([document(1, "", "a", "2023"), document(2, "", "a", "2023-05"), document(3, "", "a", None)])
    counted = small.find("").facets([FacetField.YEAR, FacetField.MONTH])
    assert [(c.value, c.count) for c in counted[FacetField.YEAR]] == [("2023", 2)]
    assert [(c.value, c.count) for c in counted[FacetField.MONTH]] == [("2023-05", 1)]


def test_a_search_stops_when_asked_to(small: SmallIndex) -> None:
    small.add([document(n, "", "联席，会议") for n in range(10)])
    with pytest.raises(Cancelled):
        small.searcher().search(SearchRequest('"席，会"'), cancelled=lambda: True)


def test_marks_are_places_in_the_text_as_printed() -> None:
    body = "贛江新區聯席\n　　會議與 ＡＰＥＣ 會議，apecx"
    found = marks(parse("联席会议 apec"), "聯席會議", body)
    assert found.title == ((0, 4),)
    assert [body[a:b] for a, b in found.body] == ["聯席\n　　會議", "ＡＰＥＣ"]


def test_marks_leave_out_what_is_excluded_or_asked_of_the_other_field() -> None:
    found = marks(parse("标题:联席 正文:会议 -红军 人物:李红军"), "联席会议 红军", "联席会议 红军")
    assert found.title == ((0, 2),)
    assert found.body == ((2, 4),)


def test_overlapping_places_become_one_mark() -> None:
    assert marks(parse("的的 的一"), "", "的的的一").body == ((0, 4),)
    assert marks(parse("联席会议 席会"), "", "联席会议").body == ((0, 4),)


def test_near_and_notin_mark_only_what_they_mean() -> None:
    body = "红军与李红军；会议很远很远很远很远的红军"
    assert marks(parse("红军 NOTIN 李红军"), "", body).body == ((0, 2), (18, 20))
    assert marks(parse("李红军 NEAR/2 会议"), "", body).body == ((3, 6), (7, 9))


@given(
    st.text(alphabet="联席会议。，；\n　 a", max_size=300),
    st.text(alphabet="联席会a", min_size=1, max_size=3),
    st.integers(10, 90),
)
def test_snippet_marks_stand_on_the_keyword(body: str, keyword: str, width: int) -> None:
    spans = marks(parse(f'"{keyword}"'), "", body).body
    piece = snippet(body, spans, width)
    assert len(piece.text) <= width + 2
    assert "\n" not in piece.text
    for start, end in piece.marks:
        assert 0 <= start < end <= len(piece.text)
    if spans and all(end - start <= width // 3 for start, end in spans):
        assert piece.marks
        start, end = piece.marks[0]
        assert set(normal(piece.text[start:end])) <= set(keyword)


def test_a_snippet_begins_with_its_sentence_where_it_can() -> None:
    body = "开头的一句话。" * 10 + "联席会议在南昌召开，出席的有很多人。" + "结尾的一句话。" * 10
    piece = snippet(body, marks(parse("联席会议"), "", body).body, 40)
    assert piece.text.startswith(("开头的一句话。", "联席会议"))
    assert "联席会议在南昌召开" in piece.text
    assert snippet(body, (), 20).text.startswith("开头的一句话。")
    assert snippet("", (), 20).text == ""


@pytest.mark.parametrize("seed", range(6))
def test_many_hits_are_ordered_by_one_number_as_by_three(seed: int) -> None:
    rng = np.random.default_rng(seed)
    count = int(rng.integers(2, 4000))
    scores = -np.round(rng.random(count) * 30, 1 + seed % 4)
    dates = rng.choice([0, 20230000, 20231100, 20231131, 20231105, 19991231, 20240229], count).astype(
        np.int64
    )
    key = _one_key(scores, dates)
    assert key is not None
    assert np.array_equal(np.argsort(key), np.lexsort((np.arange(count), -dates, scores)))


def test_what_does_not_fit_into_one_number_is_ordered_by_three() -> None:
    assert _one_key(np.array([-1e14, 0.0]), np.array([0, 20230101])) is None
