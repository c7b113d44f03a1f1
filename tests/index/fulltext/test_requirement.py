"""Regular expressions are answered by positions first, and nothing that matches is lost by it."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.fulltext import FullText
from index.fulltext.requirement import Piece, pieces

from .conftest import SmallIndex, document


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("联席会议", [Piece(("联席会议",), 0, None)]),
        ("李.军", [Piece(("李",), 0, None), Piece(("军",), 1, 1)]),
        ("第[一二]次", [Piece(("第一次", "第二次"), 0, None)]),
        ("红(军|旗手)", [Piece(("红军", "红旗手"), 0, None)]),
        ("会议.{0,5}召开", [Piece(("会议",), 0, None), Piece(("召开",), 0, 5)]),
        ("会议.*召开", [Piece(("会议",), 0, None), Piece(("召开",), 0, None)]),
        ("中?国", [Piece(("国", "中国"), 0, None)]),
        ("(?i)APEC", [Piece(("apec",), 0, None)]),
        ("(?:红军)+来", [Piece(("红军",), 0, None), Piece(("来",), 0, None)]),
        ("[^甲]乙(?=丙)丁", [Piece(("乙丁",), 1, None)]),
        (".*", []),
        ("甲?", []),
        ("(甲)\\1乙", [Piece(("甲",), 0, None), Piece(("乙",), 0, None)]),
    ],
)
def test_what_an_expression_cannot_do_without(expression: str, wanted: list[Piece]) -> None:
    assert pieces(expression) == wanted


def some_expression() -> st.SearchStrategy[str]:
    atom = st.sampled_from(
        ["甲", "乙", "丙丁", "a", ",", ".", "[甲丙]", "[^乙]", "\\d", "2", "^", "$", "\\b", "\\s"]
    )

    def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.one_of(
            st.lists(inner, min_size=2, max_size=4).map("".join),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
            st.tuples(inner, st.sampled_from("?*+") | st.sampled_from(["{2}", "{0,2}", "{1,3}", "+?"])).map(
                lambda pair: f"(?:{pair[0]}){pair[1]}"
            ),
        )

    return st.recursive(atom, larger, max_leaves=7)


TEXTS = [
    "甲乙丙丁",
    "甲，乙 a2 丙丁",
    "a甲甲乙2丙丁",
    "丙丁丙丁，a a",
    "乙22甲",
    "丁丙乙甲",
    "甲\n乙\n2丙",
    "",
    "a2，2a",
]


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> SmallIndex:
    small = SmallIndex(FullText.open(tmp_path_factory.mktemp("letters") / "fulltext"))
    small.add([document(n, text, TEXTS[-n]) for n, text in enumerate(TEXTS)], parts=2)
    return small


@settings(max_examples=300, deadline=None)
@example(expression="甲,,")  # punctuation behind the last word of the last article
@given(expression=some_expression())
def test_expressions_find_what_looking_at_every_text_finds(letters: SmallIndex, expression: str) -> None:
    import regex

    form = regex.compile(expression)
    wanted = letters.scan_with(lambda text: any(match[0] for match in form.finditer(text)))
    assert re.compile(expression)
    assert letters.ids(f"/{expression}/") == wanted
