"""Waters, bridges and stops that no lexicon has, between marks or words of place."""

from __future__ import annotations

import pytest

from index.entities import recognise
from index.model import MentionType


def places(text: str) -> list[str]:
    return [m.text for m in recognise(text, "2025-06-12").mentions if m.type is MentionType.PLACE]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("里長關心的瑠公圳整治工作。", "瑠公圳"),
        ("子尾桥至穗芳桥护岸治理已经完工。", "穗芳桥"),
        ("前往柳營、德元埤、後壁視察。", "德元埤"),
    ],
)
def test_an_unknown_name_before_the_word_for_a_water_is_a_place(text: str, place: str) -> None:
    assert place in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "他们登山、过江、上桥。",
        "大桥、小溪、古桥都在。",
        "走过木栈桥、索桥，来到车站。",
        "沿河、沿江一带绿化。",
    ],
)
def test_common_words_of_that_kind_are_none(text: str) -> None:
    assert not places(text)
