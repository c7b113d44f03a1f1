"""What counts as somebody's words, and what only looks like it."""

from __future__ import annotations

import pytest

from index.catalogue.register import Span
from index.register.quotations import said

NAME = "费云帆"
OTHERS = ("岑绍文", "卓思远")


def spans(body: str) -> list[Span]:
    return [
        Span(number, at, at + len(name))
        for number, name in enumerate((NAME, *OTHERS))
        for at in range(len(body))
        if body.startswith(name, at)
    ]


def quoted(body: str) -> list[tuple[str, str]]:
    return [(one.verb, body[one.start : one.end]) for one in said(body, spans(body)) if 0 in one.speakers]


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
        ("据费云帆介绍，工程年内完工。", "介绍", "工程年内完工。"),
        ("费云帆积极回应，称他希望双方早日会谈。", "回应", "他希望双方早日会谈。"),
        ("费云帆說，「這就是『合作』。」大家鼓掌。", "說", "這就是『合作』。"),
        ("费云帆说：“他讲过“合作要有实效”这句话。”", "说", "他讲过“合作要有实效”这句话。"),
        ("费云帆说：“湖区很大。\n“湖水很清。”", "说", "湖区很大。\n“湖水很清。"),
        ("费云帆指出，「白石湖遊憩區案」為五十年地上權。", "指出", "「白石湖遊憩區案」為五十年地上權。"),
    ],
)
def test_words_said_are_found(body: str, verb: str, words: str) -> None:
    assert quoted(body) == [(verb, words)]


@pytest.mark.parametrize("body", ["“工程年内完工。”费云帆说。", "「工程年內完工」，费云帆对记者說。\n散會。"])
def test_words_before_the_verb_are_found(body: str) -> None:
    assert [words.rstrip("。") for _, words in quoted(body)] == [body[1:].split("。")[0].split("」")[0]]


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
        "费云帆對此表示肯定，並勉勵同仁。",
        "期待费云帆在論壇上的演說，促進交流。",
        "费云帆以行动力著称，相信能做好。",
        "聽取费云帆的說明，市府將再研究。",
        "费云帆二話不說，立刻答應。",
        "费云帆要求留在医院。",
        "费云帆的秘书说，他不在。",
    ],
)
def test_what_only_looks_like_words_said_is_not(body: str) -> None:
    assert quoted(body) == []


def test_each_sentence_is_quoted_once_and_in_order() -> None:
    assert quoted("费云帆指出，一要加快。费云帆强调，二要做好。") == [
        ("指出", "一要加快。"),
        ("强调", "二要做好。"),
    ]


def test_words_without_an_end_are_cut_off_at_the_end_of_the_text() -> None:
    assert quoted("费云帆指出，要加强合作") == [("指出", "要加强合作")]
