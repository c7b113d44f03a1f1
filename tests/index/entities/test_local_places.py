"""Divisions that no lexicon has, established by the article that names them."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def named(kind: MentionType, text: str) -> list[str]:
    return [mention.text for mention in recognise(text, "2024-06-12").mentions if mention.type is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("澜溪市下雨。澜溪市还会下雨，澜溪的河涨了。", ["澜溪市", "澜溪市", "澜溪"]),
        ("瀾溪市下雨。瀾溪市還會下雨。", ["瀾溪市", "瀾溪市"]),
        ("德国霍恩海姆市很小。霍恩海姆市有大学。", ["德国霍恩海姆市", "霍恩海姆市"]),
    ],
)
def test_a_name_that_comes_again_with_its_kind_is_a_place(text: str, expected: list[str]) -> None:
    assert named(MentionType.PLACE, text) == expected


@pytest.mark.parametrize(
    "text", ["全市和各县都来了，全市很大。", "新一届省领导见面。新一届省领导讲话。", "股市和楼市，股市上涨。"]
)
def test_ordinary_words_before_a_kind_are_none(text: str) -> None:
    assert named(MentionType.PLACE, text) == []


def test_the_town_of_a_post_is_no_person() -> None:
    text = "澜溪市市长费云舟说，澜溪将修路。费云舟还到澜溪市政府调研。"
    assert named(MentionType.PERSON, text) == ["费云舟", "费云舟"]
    assert named(MentionType.POST, text) == ["澜溪市市长"]
    assert named(MentionType.ORGANISATION, text) == ["澜溪市政府"]


def test_a_city_of_taiwan_by_its_letter_stands_for_the_city() -> None:
    found = recognise("台南市长黄文哲说，南市将推动建设。", "2025-01-01").mentions
    assert [mention.value for mention in found if mention.text == "南市"] == [("台南市",)]


def test_homes_and_institutions_in_a_row_are_no_villages() -> None:
    assert named(MentionType.PLACE, "老人可以在社区、家里、机构里养老，也可以在家里、村里。") == []
