"""Whatever is typed or pasted into the search box is answered soon: with hits or with a sentence."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QueryError
from index.fulltext import FullText, Searcher, marks, parse
from index.model import IndexDocument, SearchRequest
from tests.fuzz.profile import FUZZ

SOUP = [
    *'()"“”「」-*?~^/|&:：（）　 \\[]{}+.$^\n\0',
    *"AND OR NOT NEAR NEAR/3 NOTIN 且 或 非 近 不属于 title: 标题: date: source: person: 人物：".split(),
    *"红军 中国 国 aa aaaa b 2024 2024-13-45 .. ^3 ^0 ~1 /(a+)+$/ /国./ /(?i)x/ * a*a*b".split(),
    *"中*国* \ud800 \u202e é".split(),
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    texts = {
        1: ("中国红军", "红军在中国。" * 50),
        2: ("aaaa", "a" * 3000 + "b " + "aa " * 500),
        3: ("国", "国" * 3000),
        4: ("“）(", "/\\*?~^ \0 \u202e é"),
    }
    index = FullText.open(tmp_path_factory.mktemp("queries") / "index")
    built = index.build(
        [IndexDocument(n, title, body, "2024-01-02", {}) for n, (title, body) in texts.items()]
    )
    index.commit([built])
    return index.searcher(lambda number: texts[number])


def answer(searcher: Searcher, text: str, seconds: float = 10.0) -> str:
    """ "found" or the code of the error; anything else, or an answer that is late, fails the test."""
    began = time.process_time()
    try:
        found = searcher.search(SearchRequest(text))
        found.ids(0, 20)
        marks(parse(text), "红军aaaa", "国aaaa。" * 100)
        said = "found"
    except QueryError as error:
        assert str(error)
        assert 0 <= error.position <= len(text)
        said = error.code
    assert time.process_time() - began < seconds, f"{text[:80]!r} took too long"
    return said


@FUZZ
@given(st.lists(st.sampled_from(SOUP), max_size=25), st.sampled_from(["", " "]))
def test_operator_soup_is_answered(searcher: Searcher, pieces: list[str], between: str) -> None:
    answer(searcher, between.join(pieces))


@FUZZ
@given(st.text(max_size=60))
def test_any_text_is_answered(searcher: Searcher, text: str) -> None:
    answer(searcher, text)


@FUZZ
@given(st.text("ab国(|)*+?.[]^${}1,\\", min_size=1, max_size=20))
def test_any_regular_expression_is_answered(searcher: Searcher, expression: str) -> None:
    answer(searcher, f"/{expression}/", 30.0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(" * 10_000, "query.too_deep"),
        ("-" * 5_000 + "a", "query.too_deep"),
        ("NOT " * 4_000 + "a", "query.too_deep"),
        ("title:" * 3_000 + "a", "query.too_deep"),
        ("国 " + "NEAR 国 " * 2_000, "query.too_deep"),
        ("国 " + "NOTIN 国 " * 2_000, "query.too_deep"),
        ("中" * 1_000_000, "query.too_long"),
        ("a OR " * 200_000, "query.too_long"),
        ('"' * 19_999, "query.unclosed_quote"),
        ("/a{99999999999}/", "query.bad_regex"),
        ("/" + "(" * 5_000 + "a" + ")" * 5_000 + "/", "query.bad_regex"),
        ("/[[a]/", "found"),
        ("甲 OR " * 3_000 + "乙", "found"),
        ("".join(f"词{n} OR " for n in range(2_000)) + "乙", "found"),
        ("a(b" * 40, "query.too_deep"),
        ("中国" * 5_000 + "~", "found"),
        ("中*国*" * 3_000, "found"),
        ("a*" * 5_000, "found"),
        ("中?" * 5_000, "found"),
    ],
)
def test_monstrous_queries_cost_little(searcher: Searcher, text: str, said: str) -> None:
    assert answer(searcher, text) == said


@pytest.mark.parametrize("expression", ["(a+)+$", "(a|aa)*c", "(a*)*(a*)*c", "(国|国国)+末"])
def test_an_expression_that_never_ends_is_stopped(searcher: Searcher, expression: str) -> None:
    assert answer(searcher, f"/{expression}/", 5.0) in ("query.too_slow", "found")
    if expression == "(a|aa)*c":
        assert marks(parse(f"/{expression}/"), "", "a" * 5_000).body == ()


def test_wildcards_in_long_words_cost_little(searcher: Searcher) -> None:
    assert answer(searcher, "a*a*a*a*a*a*a*a*c", 5.0) == "found"
    assert answer(searcher, "国*国*国*国*国*国*国*国*末", 5.0) in ("found", "query.too_slow")


def test_near_and_notin_agree_with_comparing_every_pair() -> None:
    chooser = random.Random(5)
    for _ in range(200):
        text = "".join(chooser.choice("ab c国") for _ in range(40))
        for query in ("a NEAR/2 b", "a NOTIN /a.b/", "/a./ NEAR/3 国"):
            leaf = parse(query).keywords[0]
            left = parse(query.split()[0]).keywords[0]
            right = parse(query.split()[2]).keywords[0]
            here, there = list(left.spans(text)), list(right.spans(text))
            if "NEAR" in query:
                distance = int(query.split()[1][-1])
                near = {
                    span
                    for a in here
                    for b in there
                    for span in (a, b)
                    if 0 <= max(b[0] - a[1], a[0] - b[1]) <= distance
                }
                if hasattr(leaf, "distance"):
                    assert list(leaf.spans(text)) == sorted(near)
            elif hasattr(leaf, "outer"):
                inside = [s for s in here if not any(o[0] <= s[0] and s[1] <= o[1] for o in there)]
                assert list(leaf.spans(text)) == inside


def test_near_over_a_long_text_costs_little() -> None:
    began = time.process_time()
    assert parse("a NEAR/2 b").keywords[0].spans("a x x x b " * 20_000) is not None
    assert len(list(parse("a NEAR/9 b").keywords[0].spans("a b " * 20_000))) == 40_000
    assert time.process_time() - began < 5
