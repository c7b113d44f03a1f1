"""What holds for every text: order, spans, no crash, bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.entities import recognise
from index.model import Recognition

PIECES = [
    "江西省委书记", "周文海", "、", "，", "。", "\n", "　", "（", "）", "「", "」", "《", "》", "“", "”",
    "2024年", "6月", "11日", "今（3）日", "国务院", "委员会", "第十二届", "座谈会", "会见", "美国",
    "总统", "马克龙", "·", "John Smith", "臺南市", "國小", "中美", "关系", "赣鄂湘", "前", "副", "市长",
    "社区、", "家里", "机构里", "大进村", "鸭寮里", "镇", "街道", "等3个乡镇", "来到", "町", "永华路", "溪",
    "山", "集团公司", "法院", "活动", "节", "第三届", "电", "新华社", "记者", "其", "该", "：", "“一带一路”",
    "高铁", "推进", "神舟十号", "任务", "实验", "中微子", "国际", "展", "公约》", "第三次缔约方大会", "计划",
    "项目", "捷运绿线", "局", "与", "渔业", "尔斯克", "大学", "『", "』", "第九批在", "(行动)", "女，", "7号",
    "的", "和", "说", "表示", "驻", "王", "111", "年", "日", "😀", "ー", "ｱ",
]  # fmt: skip


def check(text: str, recognition: Recognition) -> None:
    last = 0
    for mention in recognition.mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        last = mention.end
    posts = {mention.text for mention in recognition.mentions}
    for held in recognition.appointments:
        assert held.person in text
        assert held.post in posts


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from([None, "2024", "2024-06", "2024-06-12"]),
)
def test_spans_are_sorted_and_true(text: str, date: str | None) -> None:
    check(text, recognise(text, date))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.none() | st.text(max_size=12))
def test_no_text_and_no_date_crashes(text: str, date: str | None) -> None:
    check(text, recognise(text, date))


@pytest.mark.parametrize(
    "unit",
    [
        *PIECES,
        "《〈",
        "（王",
        "中华",
        "王王、",
        "“a",
        "1月",
        "人民",
        "·马",
        "第十届",
        "(a b",
        "服务区",
        "市场",
        "助理",
        "以巴、",
    ],
)
def test_repetition_is_not_quadratic(unit: str) -> None:
    seconds = []
    for size in (4_000, 16_000):
        began = time.process_time()
        recognise(unit * (size // len(unit)), "2024-06-12")
        seconds.append(time.process_time() - began)
    assert seconds[1] < 12 * seconds[0] + 0.5


@pytest.mark.slow
def test_a_million_characters_take_bounded_time() -> None:
    sentence = "江西省委副书记、省长周文海6月11日在南昌会见美国总统特使马克·史密斯一行。"
    article = sentence + "会议强调，要加快推进各项工作。\n"
    text = article * (1_000_000 // len(article))
    began = time.perf_counter()
    found = recognise(text, "2024-06-12")
    assert time.perf_counter() - began < 30
    check(text, found)
