"""Surnames keep their form in Traditional script; the words of the same character do not."""

from __future__ import annotations

import pytest

from index.model import Script
from index.script.ambiguity import ambiguous
from index.script.conversion import convert
from index.script.surnames import surname_places


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("市委书记于学军主持会议", "市委書記于學軍主持會議"),
        ("余秋雨、范一飞、岳振华出席", "余秋雨、范一飛、岳振華出席"),
        ("记者范军报道", "記者范軍報道"),
        ("副省长余建华说", "副省長余建華說"),
        ("于丽娜", "于麗娜"),
        ("游国华", "游國華"),
        ("郁达夫与范仲淹", "郁達夫與范仲淹"),
        ("范长龙、许其亮", "范長龍、許其亮"),
    ],
)
def test_a_surname_keeps_its_form(printed: str, shown: str) -> None:
    assert convert(printed, Script.TRADITIONAL).text == shown
    assert convert(printed, Script.TAIWAN).text == shown


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("位于长江下游的工厂", "位於長江下游的工廠"),
        ("大会于今年六月召开", "大會於今年六月召開"),
        ("来自于基层，服务于人民", "來自於基層，服務於人民"),
        ("由于范围广，规范化不够", "由於範圍廣，規範化不夠"),
        ("一百余人参加，余震不断", "一百餘人參加，餘震不斷"),
        ("游客来到涂料厂", "遊客來到塗料廠"),
        ("郁金香盛开", "鬱金香盛開"),
    ],
)
def test_the_words_change(printed: str, shown: str) -> None:
    assert convert(printed, Script.TRADITIONAL).text == shown


def test_names_that_the_caller_knows_need_no_guess() -> None:
    text = "有事就找于海河解决"
    assert surname_places(text, [(4, 7)]) == [4]
    assert convert("这是于海河的信念", Script.TRADITIONAL, people=[(2, 5)]).text == "這是于海河的信念"


def test_a_known_surname_is_no_choice() -> None:
    text = "这是于海河的信念"
    assert 2 in {each.start for each in ambiguous(text, Script.TRADITIONAL)}
    assert 2 not in {each.start for each in ambiguous(text, Script.TRADITIONAL, people=[(2, 5)])}


def test_corrections_of_the_user_win() -> None:
    shown = convert("记者范军", Script.TRADITIONAL, [("范军", "範軍")], people=[(2, 4)])
    assert shown.text == "記者範軍"


def test_simplified_text_is_left_alone() -> None:
    assert convert("于右任與范仲淹", Script.SIMPLIFIED).text == "于右任与范仲淹"
