"""What people type, and what it means."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query

from index.errors import QueryError
from index.fulltext import FullText, parse
from index.fulltext.dates import date_range
from index.fulltext.query import (
    Dates,
    Expression,
    Fuzzy,
    Keyword,
    Near,
    NotIn,
    TextPattern,
    Values,
    Word,
    WordPattern,
)
from index.model import FacetField, SearchRequest
from index.wording import LANGUAGES, say

from .conftest import SmallIndex, document


def keyword(text: str, place: str = "", boost: float = 1.0) -> Keyword:
    return Keyword(text, place, boost)


A, B, C = keyword("联席"), keyword("会议"), keyword("江西")
SAME = [
    (
        query.And([A, B]),
        [
            "联席 会议",
            "联席　会议",
            "聯席 AND 會議",
            "联席 且 会议",
            "(联席 会议)",
            "（联席）（会议）",
            "联席 & 会议",
        ],
    ),
    (query.Or([A, B]), ["联席 OR 会议", "联席 或 会议", "联席 ＯＲ 会议", "联席 | 会议", "(联席 OR 会议"]),
    (
        query.And([A, query.Not(B)]),
        ["联席 NOT 会议", "联席 -会议", "联席 非 会议", "联席 －会议", "联席 AND NOT 会议"],
    ),
    (query.Or([query.And([A, B]), C]), ["联席 会议 OR 江西", "(联席 会议) 或 江西"]),
    (
        query.And([A, query.Or([B, C])]),
        ["联席 (会议 OR 江西)", "联席 （会议 或 江西）", "联席 AND (会议 OR 江西"],
    ),
    (
        keyword("联席会议"),
        [
            '"联席会议"',
            "“联席会议”",
            "「聯席會議」",
            "『联席会议』",
            "＂联席会议＂",
            '“联席会议"',
            '"联席 会议"',
            "联席会议 OR",
            "AND 联席会议",
            "联席会议)",
            "-  联席会议",
        ],
    ),
    (
        keyword("联席", "title"),
        ["标题:联席", "標題：聯席", "title:联席", "TITLE: 联席", '标题:"联席"', "题目:联席"],
    ),
    (keyword("联席", "body"), ["正文:联席", "body:联席", "全文：联席"]),
    (Values(FacetField.PERSON, "李红军"), ["人物:李红军", "person:李紅軍", "姓名：李红军", "人物: 李红军"]),
    (Values(FacetField.SOURCE, "新华 社"), ['来源:"新华 社"', "來源：“新华 社”"]),
    (
        query.And([Values(FacetField.PLACE, "南昌"), Values(FacetField.EVENT, "签约")]),
        ["地点:南昌 事件:签约", "place:南昌 event:签约"],
    ),
    (
        query.Or([keyword("联席", "title"), keyword("会议", "title")]),
        ["标题:(联席 OR 会议)", "标题：（联席 或 会议）"],
    ),
    (Word("apec"), ["APEC", "ａｐｅｃ", '"apec"']),
    (WordPattern("ap*"), ["AP*", "ap＊", "ap**"[:3]]),
    (TextPattern("李?军"), ["李?军", "李？军", "李?軍"]),
    (TextPattern("李*军"), ["李*军", "*李*军*"]),
    (keyword("红军"), ["红军*", "*红军", "红军"]),
    (keyword("怎么办?"), ["怎么办？"]),
    (query.Every(), ["", "  ", "*"]),
    (keyword("且"), ["且"]),
    (keyword("或"), ["或"]),
    (keyword("非"), ["非"]),
    (Word("or"), ["OR", "or"]),
    (keyword("会议(扩大)"), ["会议(扩大)", "会议（扩大）"]),
    (keyword("新华社:北京"), ["新华社：北京", "新华社:北京"]),
    (keyword("covid-19"), ["covid-19", "COVID-19"]),
    (keyword("1/2"), ["1/2"]),
    (Near(A, B, 5), ["联席 NEAR/5 会议", "联席 近/5 会议", "“联席” NEAR/5 「会议」"]),
    (Near(A, B, 10), ["联席 NEAR 会议"]),
    (NotIn(keyword("红军"), keyword("李红军")), ["红军 NOTIN 李红军", "红军 不属于 李红军"]),
    (Fuzzy("李红军"), ["李红军~", "李紅軍~1"]),
    (Expression("第[一二]届\\S+"), [r"/第[一二]屆\S+/"]),
    (keyword("联席", "", 2.5), ["联席^2.5", '"联席"^2.5']),
    (Word("near"), ["NEAR"]),
]


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in SAME for text in texts])
def test_ways_of_writing(wanted: query.Query, text: str) -> None:
    assert parse(text).query == wanted


@pytest.mark.parametrize(
    ("text", "code", "position", "length"),
    [
        ('联席 "会议', "query.unclosed_quote", 3, 1),
        ("「会议", "query.unclosed_quote", 0, 1),
        ("会议 日期:明天", "query.bad_date", 6, 2),
        ("日期:2023-13", "query.bad_date", 3, 7),
        ("a /[/", "query.bad_regex", 2, 3),
        ("(" * 60 + "a", "query.too_deep", 40, 1),
    ],
)
def test_errors_point_at_the_place(text: str, code: str, position: int, length: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.position, caught.value.length) == (code, position, length)
    for language in LANGUAGES:
        assert say(code, language, **caught.value.details) not in ("", code)
        assert "{" not in say(code, language, **caught.value.details)


@settings(deadline=None)
@given(st.text(alphabet='联席会ab 1()（）"“”「」:：-－*?？~^/&|\\[]AORNDT且或非标题日期2023.', max_size=25))
def test_any_text_is_a_query_or_an_error_inside_it(text: str) -> None:
    try:
        found = parse(text)
    except QueryError as error:
        assert 0 <= error.position < len(text)
        assert error.position + error.length <= len(text)
    else:
        assert isinstance(found.query, query.Query)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2023", 20230000, 20239999),
        ("2023年", 20230000, 20239999),
        ("２０２３年", 20230000, 20239999),
        ("2023-11", 20231100, 20231199),
        ("2023年11月", 20231100, 20231199),
        ("2023.1.5", 20230105, 20230105),
        ("2023年11月5日", 20231105, 20231105),
        ("20231105", 20231105, 20231105),
        ("民國112年", 20230000, 20239999),
        ("民国112年11月", 20231100, 20231199),
        ("2023-11..2024-02", 20231100, 20240299),
        ("2024-02..2023-11", 20231100, 20240299),
        ("2023..", 20230000, 99999999),
        ("..2023", 1, 20239999),
        ("2019年至2023年", 20190000, 20239999),
    ],
)
def test_dates(text: str, low: int, high: int) -> None:
    assert date_range(text) == (low, high)
    assert parse(f"日期:{text}").query == Dates(low, high)


@pytest.mark.parametrize("date", ["2019", "..2019", "2019-05"])
def test_what_is_left_out_behind_a_date_is_no_part_of_it(date: str) -> None:
    assert parse(f"日期:{date} -5").query == parse(f"(日期:{date}) -5").query
    assert parse("日期:2019 - 2020").query == parse("日期:2019 -2020").query == parse("日期:2019..2020").query


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.text(alphabet="联席会议，a", max_size=12), min_size=2, max_size=6),
    typed=st.text(alphabet="联席会议，a?~", min_size=2, max_size=5),
)
def test_wildcards_find_what_their_expression_finds(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], typed: str
) -> None:
    small = SmallIndex(FullText.open(tmp_path_factory.mktemp("index")))
    small.add([document(n, text, texts[n - 1]) for n, text in enumerate(texts)], parts=2)
    for found in parse(typed).keywords:
        evaluated = small.searcher().search_query(found).all_ids().tolist()
        assert evaluated == small.scan_with(lambda text, leaf=found: any(True for _ in leaf.spans(text))), (
            found
        )


@pytest.fixture
def press(small: SmallIndex) -> SmallIndex:
    small.add(
        [
            document(
                1, "联席会议", "李红军主持联席会议", "2023-11-05", person=("李红军",), source=("新华社",)
            ),
            document(2, "红军长征", "红军在一九三五年的会议。", "1935-01", person=("毛泽东",)),
            document(3, "李江军出席", "第二届会议，联席单位", "2024", source=("新華社江西分社",)),
            document(4, "張红军", "GDP 增长"),
        ],
        parts=2,
    )
    return small


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("红军 NOTIN 李红军", [2, 4]),
        ("李?军", [1, 3]),
        ("李*军", [1, 3]),
        ("李?", [1, 3]),
        ("?征", [2]),
        ("？红军", [1, 4]),
        ("会议，?席", [3]),
        ("gpd~", []),
        ("gap~", [4]),
        ("红军~", [1, 2, 3, 4]),
        ("李红军~", [1, 2, 3, 4]),
        ("联席 NEAR/3 会议", [1, 3]),
        ("会议 NEAR/3 联席", [1, 3]),
        ("联席 NEAR/0 会议", [1]),
        ("红军 NEAR/2 gdp", []),
        (r"/第[一二]届/", [3]),
        (r"/[李张]红军/", [1, 4]),
        ("来源:新华社", [1, 3]),
        ("人物:红军", [1]),
        ("标题:红军", [2, 4]),
        ("正文:红军", [1, 2]),
        ("日期:2023..2024", [1, 3]),
        ("日期:1935", [2]),
        ("-会议", [4]),
        ("会议 -联席", [2]),
        ("(红军 OR gdp) -会议", [4]),
        ("NOT (会议 OR gdp)", []),
        ("李红军^3 OR gdp", [1, 4]),
    ],
)
def test_what_is_found(press: SmallIndex, text: str, ids: list[int]) -> None:
    assert press.ids(text) == ids


def test_a_body_is_found_by_any_of_its_names_also_inside_longer_ones(small: SmallIndex) -> None:
    names = {1: "江西省委", 2: "江西省委组织部", 3: "湖南省委", 4: "中共江西省委党校"}
    small.add([document(n, "", "正文", organisation=(name,)) for n, name in names.items()])

    def keys(field: FacetField, name: str) -> str:
        return name.removeprefix("中共")

    searcher = small.fulltext.searcher(lambda n: ("", ""), keys)
    found = {
        text: searcher.search(SearchRequest(text)).all_ids().tolist()
        for text in ("机构:江西省委", "机构:中共江西省委")
    }
    assert set(map(tuple, found.values())) == {(1, 2, 4)}


def test_names_are_sought_by_letters_and_by_form(small: SmallIndex) -> None:
    names = {1: ("李红军",), 2: ("李軍", "王红"), 3: ("红军李",), 4: ()}
    small.add([document(n, "", "正文", person=people) for n, people in names.items()], parts=2)
    found = {
        text: small.ids(text)
        for text in ("人物:红军", "人物:李*", "人物:李?军", "人物:/^.红$/", "人物:*", "人物:军 -人物:红")
    }
    assert list(found.values()) == [[1, 3], [1, 2], [1], [2], [1, 2, 3], []]
