"""Words for some of many, which are no part of the names before them, and bodies named after events."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def found(text: str, kind: MentionType) -> list[str]:
    return [mention.text for mention in recognise(text, "2025-08-01").mentions if mention.type is kind]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("考察组走访九江市部分县市区。", ["九江市"]),
        ("竹崎、梅山等鄉鎮的茶農受惠。", ["竹崎", "梅山"]),
    ],
)
def test_some_of_many_are_no_place_by_themselves(text: str, places: list[str]) -> None:
    assert found(text, MentionType.PLACE) == places


def test_an_award_is_an_event_and_who_gives_it_a_body() -> None:
    text = "第四十一届香港电影金像奖昨日揭晓。香港电影金像奖协会主席到场。"
    assert found(text, MentionType.EVENT) == ["第四十一届香港电影金像奖"]
