"""Where a name without a post may begin: no place is left out that holds one."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.entities import free_standing, recognise
from index.entities.openings import openings
from index.entities.reading import Reading, read
from index.model import Mention, MentionType

_LEADS = "王李张陈欧司和于向时任党国高方何林黄"
_PIECES = (
    *_LEADS,
    *"志伟明芳晓东建华的了在说，。、（）：\n 摄",
    *"表示 指出 记者 击败 任命 先生 女士 主任 市长 当选 现任".split(),
    *"欧阳 司马 山本 安倍 党员 会议 发展 昨日 等".split(),
)


def _everywhere(reading: Reading, posts: bytearray, held: Iterable[int], least: float) -> list[int]:
    return list(range(len(reading.folded)))


def _people(text: str) -> list[Mention]:
    return [m for m in recognise(text, "2024-05-06").mentions if m.type is MentionType.PERSON]


def _people_looking_everywhere(text: str) -> list[Mention]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(free_standing, "openings", _everywhere)
        return _people(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=3, max_size=60))
def test_no_name_is_lost_by_looking_only_where_one_can_be(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert _people(text) == _people_looking_everywhere(text)


def test_names_of_every_form_are_looked_for() -> None:
    text = "王　斌表示，欧阳修文与安倍晋三会见。记者：张小明 摄。李红军、陈志伟击败何俊杰，林王美玉女士在场。"
    assert _people(text) == _people_looking_everywhere(text) != []


def test_ordinary_prose_is_hardly_looked_at() -> None:
    text = "和平与发展是时代主题，任务艰巨，方法要对，高质量发展向前推进，于是都有了新的成果。" * 10
    reading = read(text)
    tried = openings(reading, bytearray(len(text) + 1), (), free_standing.THRESHOLD)
    assert len(tried) < np.count_nonzero(np.frombuffer(reading.boundary, np.uint8)) / 6


def test_a_blank_or_foreign_text_has_no_openings() -> None:
    for text in ("\n", "no names here", "。、（"):
        assert openings(read(text), bytearray(len(text) + 1), (), 99.0) == []


def test_surnames_of_the_rarest_characters_are_looked_up() -> None:
    assert _people("\U0002c72c志伟表示。") == _people_looking_everywhere("\U0002c72c志伟表示。")
