"""What the user wishes: words, corrections that win, and stretches that stay as printed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Script
from index.script.manner import Manner, OwnCorrection, Protection, quotations

SHOWN = [script for script in Script if script is not Script.ORIGINAL]
TEXTS = st.text(alphabet="国國发發后里台软件“”‘’「」『』《》〈〉，。\nab", max_size=50)


def test_titles_stay_as_printed() -> None:
    manner = Manner(Script.TRADITIONAL, protections=frozenset({Protection.TITLES}))
    assert manner.convert("发布《发展规划》后").text == "發佈《发展规划》後"


def test_quotations_stay_as_printed_with_what_is_quoted_in_them() -> None:
    manner = Manner(Script.TRADITIONAL, protections=frozenset({Protection.QUOTATIONS}))
    assert manner.convert("他说：“要‘发展’起来。”后来发展了").text == "他說：“要‘发展’起来。”後來發展了"


def test_names_stay_as_printed() -> None:
    manner = Manner(Script.SIMPLIFIED, protections=frozenset({Protection.NAMES}))
    assert manner.convert("鍾紹國主持會議", [(0, 3)]).text == "鍾紹國主持会议"
    assert Manner(Script.SIMPLIFIED).convert("鍾紹國主持會議", [(0, 3)]).text == "钟绍国主持会议"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“甲”和“乙”", ["“甲”", "“乙”"]),
        ("“没有完", []),
        ("完了”", []),
        ("「外『內』外」", ["「外『內』外」"]),
        ("“甲「乙”", ["“甲「乙”"]),
        ("“" + "长" * 3000 + "”“短”", ["“短”"]),
    ],
)
def test_quotations_are_the_outermost_that_end(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == found


def test_a_correction_for_a_place_comes_before_the_general_one() -> None:
    corrections = (
        OwnCorrection(Script.TRADITIONAL, "台北", "臺北"),
        OwnCorrection(Script.TAIWAN, "台北", "台北"),
        OwnCorrection(Script.SIMPLIFIED, "乾隆", "乾龙"),
    )
    assert Manner(Script.TAIWAN, corrections=corrections).convert("台北台上").text == "台北臺上"
    assert Manner(Script.HONGKONG, corrections=corrections).convert("台北").text == "臺北"
    assert Manner(Script.SIMPLIFIED, corrections=corrections).convert("乾隆").text == "乾龙"
    assert Manner(Script.TRADITIONAL, corrections=corrections).convert("乾隆").text == "乾隆"


def test_the_users_correction_wins_over_words_of_the_place() -> None:
    corrections = (OwnCorrection(Script.TAIWAN, "软件", "軟件"),)
    assert Manner(Script.TAIWAN, words=True).convert("软件园").text == "軟體園"
    assert Manner(Script.TAIWAN, words=True, corrections=corrections).convert("软件园").text == "軟件園"


def test_the_words_of_taiwan_come_back_as_those_of_the_mainland() -> None:
    assert Manner(Script.SIMPLIFIED, words=True).convert("軟體裡的程式").text == "软件里的程序"
    assert Manner(Script.SIMPLIFIED).convert("軟體裡的程式").text == "软体里的程式"


def test_what_stays_as_printed_is_no_choice() -> None:
    text = "台风《台风》"
    everything = Manner(Script.TAIWAN).ambiguous(text)
    kept = Manner(Script.TAIWAN, protections=frozenset({Protection.TITLES})).ambiguous(text)
    assert [each.start for each in everything if text[each.start] == "台"] == [0, 3]
    assert [each.start for each in kept if text[each.start] == "台"] == [0]


@given(TEXTS, st.sampled_from(SHOWN), st.sets(st.sampled_from(Protection)), st.booleans())
@settings(deadline=None)
def test_protected_stretches_never_change(
    text: str, script: Script, protections: set[Protection], words: bool
) -> None:
    manner = Manner(script, words=words, protections=frozenset(protections))
    names = [(1, 3)] if len(text) > 3 else []
    converted = manner.convert(text, names)
    spans = manner.protected(text, names)
    assert spans == sorted(spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    for start, end in spans:
        first, last = converted.to_shown(start, end)
        assert converted.text[first:last] == text[start:end]
