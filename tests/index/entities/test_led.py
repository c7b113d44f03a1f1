"""Patterns tried only where they can begin find what they would find if they were tried everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.entities import (
    appointments,
    date_patterns,
    events,
    foreign_people,
    organisations,
    persons,
    places,
)
from index.entities.led import Led

LED = {
    "dates": date_patterns.PATTERN,
    "events": events._FIXED,
    "bodies of states": organisations._LETTERED,
    "names around titles": persons._INTERLEAVED,
    "short names of cities": places._SHORT_CITY,
    "numbered roads": places._NUMBERED,
    "acts of a life": appointments._LIFE,
}
PIECES = [
    *"2024 年 3 月 5 日 号 / - . ( ) 一 二 十 三 今 昨 明 前 后 本 当 上 下 这 同 个 周 星期 礼拜".split(),
    *"天 晚 民国 112 七一 至 ～ ~ 、 : 凌晨 学年度 届 第 次 全会 大会 会议 “ ” 计划 党的".split(),
    *"公元 中共 美 法 国防部 军方 政府 南 高 中 市 长 府 翁 前 院长 总统 陈 水扁 岳生".split(),
    *"斯 克 夫 尔 贝洛 表示 与 会晤 人 的 在 。 ，".split(),
    *"国道 省道 台 线 号 时期 成立后 他 她 先后 曾 任 担任 是 1945 · . 中国 工会 十四 五 规划 地震".split(),
    " ",
    "\n",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def spans(matches: object) -> list[tuple[int, int, str | None]]:
    return [(*match.span(), match.lastgroup) for match in matches]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", LED)
@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_a_lead_misses_nothing(name: str, text: str) -> None:
    led = LED[name]
    assert spans(led.finditer(text)) == spans(led.pattern.finditer(text))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_runs_of_sounds_are_those_that_the_pattern_finds_everywhere(text: str) -> None:
    found = foreign_people._around(foreign_people._ONE_SOUND, foreign_people._SOUNDS, 4, text)
    assert spans(found) == spans(foreign_people._SOUNDS.finditer(text))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_names_around_dots_are_those_that_the_pattern_finds_everywhere(text: str) -> None:
    found = foreign_people._around(foreign_people._JOINT, foreign_people._DOTTED, 8, text)
    assert spans(found) == spans(foreign_people._DOTTED.finditer(text))


def test_a_match_is_not_looked_for_inside_another() -> None:
    led = Led("a", "aba")
    assert [match.start() for match in led.finditer("ababa aba")] == [0, 6]


def test_a_pattern_sees_what_stands_before_its_lead() -> None:
    led = Led("b", "(?<!a)b")
    assert [match.start() for match in led.finditer("ab b")] == [3]
    assert led.pattern.flags == re.compile("").flags
