"""Dates and their ISO values."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def dates(text: str, published: str | None) -> list[tuple[str, str]]:
    found = recognise(text, published).mentions
    return [(mention.text, str(mention.value)) for mention in found if mention.type is MentionType.DATE]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("11月29日，会议举行。", "2023-12-01", [("11月29日", "2023-11-29")]),
        ("12月30日发布。", "2024-01-02", [("12月30日", "2023-12-30")]),
        ("今（25）日上午到場。", "2021-04-25", [("今（25）日", "2021-04-25")]),
        ("昨(31)日舉行。", "2022-06-01", [("昨(31)日", "2022-05-31")]),
        ("民國98年12月4日動土，112年7月20日完工。", None, [
            ("民國98年12月4日", "2009-12-04"), ("112年7月20日", "2023-07-20")]),
        ("110學年度起實施，教育部與市府辦理。", "2021-09-15", [("110學年度", "2021")]),
        ("20号到21号召开会议。", "2013-10-21", [("20号", "2013-10-20"), ("21号", "2013-10-21")]),
        ("29日在京会见。", "2024-03-02", [("29日", "2024-02-29")]),
        ("2021至2025年发展规划", None, [("2021", "2021"), ("2025年", "2025")]),
        ("2015年底前完成，去年已动工，明年完工。", "2015-03-01", [
            ("2015年", "2015"), ("去年", "2014"), ("明年", "2016")]),
        ("本周六（4日）到場。", "2019-05-02", [("本周六（4日）", "2019-05-04")]),
        ("二〇二三年五月六日公布", None, [("二〇二三年五月六日", "2023-05-06")]),
        ("公告日：109/12/10，臺南市政府", None, [("109/12/10", "2020-12-10")]),
        ("自公告日起10日内申报，满30日的，处15日拘留；安平路2段6號12樓。", "2024-05-05", []),
        ("他七年前離開，1990年代很流行，每年15日。", "2024-05-05", []),
        ("昨晚宣布。", None, [("昨晚", "")]),
        ("2月30日", "2024-05-05", []),
        ("5日上午抵达。", "2024-05", [("5日", "2024-05-05")]),
    ],
)  # fmt: skip
def test_dates(text: str, published: str | None, expected: list[tuple[str, str]]) -> None:
    assert dates(text, published) == expected


def test_a_bracketed_day_that_a_month_does_not_have_is_looked_for_in_its_neighbours() -> None:
    found = {m.text: m.value for m in recognise("市長今（31）日表示將依期程辦理。", "2019-02-02").mentions}
    assert found["今（31）日"] == "2019-01-31"
