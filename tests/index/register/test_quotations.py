"""What counts as somebody's words, and what only looks like it."""

from __future__ import annotations

import pytest

from index.register.quotations import said_after

NAME = "费云帆"


def said(body: str, others: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    ends = [at + len(NAME) for at in range(len(body)) if body.startswith(NAME, at)]
    starts = [at for name in others for at in range(len(body)) if body.startswith(name, at)]
    return [(one.verb, body[one.start : one.end]) for one in said_after(body, ends, starts)]


@pytest.mark.parametrize(
    ("body", "verb", "words"),
    [
        ("费云帆指出，要加强合作。会后散会。", "指出", "要加强合作。"),
        ("费云帆在会上强调：“合作要有实效。”随后离开。", "强调", "合作要有实效。"),
        ("市長费云帆說：「合作很好。」", "說", "合作很好。"),
        ("费云帆表示，市民參與最重要！謝謝。", "表示", "市民參與最重要！"),
        ("费云帆昨日对记者说，工程年内完工。", "说", "工程年内完工。"),
        ("费云帆認為白石湖水位正常。", "認為", "白石湖水位正常。"),
        ("费云帆宣布“湖区”工程今日开工。", "宣布", "“湖区”工程今日开工。"),
    ],
)
def test_words_said_are_found(body: str, verb: str, words: str) -> None:
    assert said(body) == [(verb, words)]


@pytest.mark.parametrize(
    "body",
    [
        "费云帆向遇难者家属表示沉痛哀悼。",
        "费云帆介绍了湖区的情况。",
        "费云帆出席会议。会议指出，要加强合作。",
        "费云帆宣布时全场鼓掌。",
        "据说费云帆到场。",
        "费云帆小说出版。",
        "费云帆提出的办法很好。",
    ],
)
def test_what_only_looks_like_words_said_is_not(body: str) -> None:
    assert said(body) == []


def test_whoever_stands_nearest_to_the_verb_speaks() -> None:
    assert said("费云帆会见岑绍文时，岑绍文表示，愿意合作。", ("岑绍文",)) == []


def test_each_sentence_is_quoted_once_and_in_order() -> None:
    assert said("费云帆指出，一要快。费云帆强调，二要好。") == [("指出", "一要快。"), ("强调", "二要好。")]


def test_words_without_an_end_are_cut_off_at_the_end_of_the_text() -> None:
    assert said("费云帆指出，要加强合作") == [("指出", "要加强合作")]
