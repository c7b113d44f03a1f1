"""Five hundred odd things that people type, each with its meaning or the place of its error.

The pairs of `odd_meanings.json` are what is typed and what it means, written as `told` tells it: & | !
for operators, `title:` for a place of the text, `person=` for a field, `[a 5 b]` for NEAR/5, days as
20231100..20231199.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from whoosh import query

from index.errors import QueryError
from index.fulltext import parse
from index.fulltext.dates import date_range
from index.fulltext.query import (
    Dates,
    Expression,
    Fuzzy,
    Keyword,
    Near,
    NotIn,
    TextLeaf,
    TextPattern,
    Values,
    Word,
    WordPattern,
)
from index.model import FacetField, SearchRequest
from index.wording import LANGUAGES, say

from .conftest import SmallIndex, document

_SIGNS = {
    Keyword: "{}",
    Word: "word {}",
    WordPattern: "words {}",
    TextPattern: "form {}",
    Fuzzy: "about {}",
    Expression: "/{}/",
}


def told(found: query.Query) -> str:
    """A query tree in one line: & | ! for the operators, leaves as a reader would say them."""
    if isinstance(found, query.And | query.Or):
        sign = " & " if isinstance(found, query.And) else " | "
        return sign.join(_inside(part) for part in found)
    if isinstance(found, query.Not):
        return f"!{_inside(found.query)}"
    if isinstance(found, query.Every):
        return "everything"
    if isinstance(found, Dates):
        return f"{found.low}..{found.high}"
    if isinstance(found, Values):
        values = f"~{found.form}" if found.form else "|".join((*found.texts, *found.values))
        return f"{found.field}={values}"
    if isinstance(found, Near):
        return f"[{told(found.left)} {found.distance} {told(found.right)}]"
    if isinstance(found, NotIn):
        return f"[{told(found.inner)} not in {told(found.outer)}]"
    assert isinstance(found, TextLeaf)
    kind = _SIGNS[type(found)].format(found.text)
    place = f"{found.place}:" if found.place else ""
    return place + kind + (f"^{found.boost:g}" if found.boost != 1 else "")


def _inside(found: query.Query) -> str:
    return f"({told(found)})" if isinstance(found, query.And | query.Or) else told(found)


MEANINGS = json.loads((Path(__file__).parent / "odd_meanings.json").read_text(encoding="utf-8"))

ERRORS = [
    ('"联席会议', "query.unclosed_quote", '"', 0),
    ('联席会议"', "query.unclosed_quote", '"', 4),
    ('"联席\\"会议"', "query.unclosed_quote", '"', 7),
    ("日期:23年", "query.bad_date", "23年", 3),
    ("日期:'23", "query.bad_date", "'23", 3),
    ("日期:明天", "query.bad_date", "明天", 3),
    ("日期:2023-13", "query.bad_date", "2023-13", 3),
    ("日期:2023-02-30", "query.bad_date", "2023-02-30", 3),
    ("日期:2023-11-31", "query.bad_date", "2023-11-31", 3),
    ("日期:0000", "query.bad_date", "0000", 3),
    ("日期:99999", "query.bad_date", "99999", 3),
    ("日期: 会议", "query.bad_date", "会议", 4),
    ("联席 NEAR/-1 会议", "query.bad_near", "NEAR/-1", 3),
    ("联席 NEAR/x 会议", "query.bad_near", "NEAR/x", 3),
    ("联席 NEAR/5 -会议", "query.bad_operands", "NEAR/5", 3),
    ("/[/", "query.bad_regex", "/[/", 0),
    ("日期:2023-02-29", "query.bad_date", "2023-02-29", 3),
    ("日期：明天", "query.bad_date", "明天", 3),
    ("“联席", "query.unclosed_quote", "“", 0),
    ("‘联席", "query.unclosed_quote", "‘", 0),
    ("「联席", "query.unclosed_quote", "「", 0),
    ("『联席", "query.unclosed_quote", "『", 0),
    ('5"', "query.unclosed_quote", '"', 1),
    ("/(/", "query.bad_regex", "/(/", 0),
    ("/a{2,1}/", "query.bad_regex", "/a{2,1}/", 0),
    ("/*/", "query.bad_regex", "/*/", 0),
    ("／[／", "query.bad_regex", "／[／", 0),
    ("标题:/[/", "query.bad_regex", "/[/", 3),
    ("联席 /[/ 会议", "query.bad_regex", "/[/", 3),
    ("NEAR/x", "query.bad_near", "NEAR/x", 0),
    ("联席 近/x 会议", "query.bad_near", "近/x", 3),
    ("人物:李红军 NEAR/5 会议", "query.bad_operands", "NEAR/5", 7),
    ("联席 NOTIN (会议 江西)", "query.bad_operands", "NOTIN", 3),
    ("联席 NEAR/3 (会议 江西)", "query.bad_operands", "NEAR/3", 3),
    ("联席 NEAR/5 日期:2023", "query.bad_operands", "NEAR/5", 3),
    ("(" * 60 + "a", "query.too_deep", "(", 40),
    ("联" * 20_001, "query.too_long", "联", 20_000),
]


@pytest.mark.parametrize(("text", "meaning"), MEANINGS)
def test_what_odd_queries_mean(text: str, meaning: str) -> None:
    assert told(parse(text).query) == meaning


@pytest.mark.parametrize(("text", "code", "part", "at"), ERRORS)
def test_errors_point_at_the_part_that_is_wrong(text: str, code: str, part: str, at: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    error = caught.value
    assert (error.code, error.position) == (code, at)
    assert text[error.position : error.position + error.length] == part
    for language in LANGUAGES:
        assert "{" not in say(code, language, **error.details).replace(part, "")


@pytest.mark.parametrize("text", ["今年", "去年", "上个月", "昨天", "最近三年", "近两个月", "最近一年"])
def test_dates_counted_from_today_lie_before_tomorrow(text: str) -> None:
    found = date_range(text)
    assert found is not None
    assert found[0] <= int(time.strftime("%Y%m%d"))


def test_a_name_is_found_under_the_key_that_the_index_has_for_it(small: SmallIndex) -> None:
    small.add([document(1, "会议", "在南昌", place=("江西",)), document(2, "会议", "在南昌")], parts=1)
    keys = {(FacetField.PLACE, "江西省"): "江西"}
    searcher = small.fulltext.searcher(lambda _: ("", ""), lambda field, name: keys.get((field, name), name))
    assert searcher.search(SearchRequest("地点:江西省")).all_ids().tolist() == [1]
    assert searcher.search(SearchRequest("-地點：江西省")).all_ids().tolist() == [2]


def test_names_asked_for_in_fields_are_marked_in_the_text() -> None:
    assert [leaf.text for leaf in parse("人物:李紅軍 联席 -人物:刘文华").keywords] == ["联席", "李红军"]


def test_an_endless_expression_is_stopped_and_its_place_told(small: SmallIndex) -> None:
    small.add([document(1, "a" * 60 + "b", "")], parts=1)
    with pytest.raises(QueryError) as caught:
        small.searcher().search(SearchRequest("  /(a|aa)+$/")).total  # noqa: B018
    assert (caught.value.code, caught.value.position, caught.value.length) == ("query.too_slow", 2, 10)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("人物:李*", [1, 2]),
        ("人物:李?军", [1]),
        ("人物:李红军~", [1]),
        ("人物:/^李/", [1, 2]),
        ("人物:李红军、张三", [1, 3]),
        ("人物:(李红军 OR 张三)", [1, 3]),
        ("文件:《工作报告》", [2]),
        ("文件:工作报告", [2]),
        ("人物:*", [1, 2, 3]),
        ("-人物:*", [4]),
        ("聯(lián)席會(huì)議", [1]),
        ("联席 NEAR/2 (会议 OR 江西)", [1, 2]),
        ("(会议 OR 江西) NOTIN (联席会议 OR 江西省)", [2]),
        ("标题:-联席", [2, 3, 4]),
    ],
)
def test_what_odd_queries_find(small: SmallIndex, text: str, ids: list[int]) -> None:
    small.add(
        [
            document(1, "联席会议", "在江西省。", person=("李红军",)),
            document(2, "江西", "联席在江西", person=("李四",), document=("政府工作报告",)),
            document(3, "签约", "", person=("张三",)),
            document(4, "无名", ""),
        ],
        parts=2,
    )
    assert small.ids(text) == ids
