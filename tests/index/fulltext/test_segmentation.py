"""Whole batches are folded, squeezed and cut exactly as single texts are."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import segmentation
from index.fulltext.analysis import normal, words
from index.fulltext.segmentation import ascii_words, han_words
from index.fulltext.stream import SEPARATOR, code_points, stream_of

CHARACTERS = (
    "贛江新區聯席會議國务院总理李红军说的确实在理ＡＰＥＣapec2025年４月第二次 \n　\u2028\x00\ud800𠀀，。"
)
TEXTS = st.text(st.sampled_from(CHARACTERS) | st.characters(), max_size=60)


def of_codes(codes: segmentation.Codes) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def placed(codes: segmentation.Codes) -> list[tuple[int, str]]:
    found = [han_words(codes), ascii_words(codes)]
    return sorted(
        pair
        for some in found
        for pair in zip(some.places.tolist(), some.texts(np.arange(len(some.begins))), strict=True)
    )


@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_many_texts_become_one_stream_as_each_would_by_itself(texts: list[str]) -> None:
    stream = of_codes(stream_of(texts))
    assert stream == "".join(normal(text.replace(SEPARATOR, " ")) + SEPARATOR for text in texts)


@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_a_stream_is_cut_into_the_words_of_its_texts(texts: list[str]) -> None:
    codes = stream_of(texts)
    stream = of_codes(codes)
    found = placed(codes)
    assert all(stream[at : at + len(word)] == word for at, word in found)
    assert sorted(word for _, word in found) == sorted(
        word for text in stream.split(SEPARATOR) for word in words(text)
    )


@given(TEXTS, st.integers(1, 20))
def test_words_do_not_depend_on_how_much_is_cut_at_a_time(text: str, size: int) -> None:
    whole = placed(code_points(normal(text)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segmentation, "_AT_ONCE", size)
        assert placed(code_points(normal(text))) == whole


@pytest.mark.shared_data
def test_real_articles_are_cut_as_each_would_be_by_itself(shared_data: Path) -> None:
    with gzip.open(shared_data / "corpus" / "dev-small.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["body"] for line, _ in zip(file, range(300), strict=False)]
    codes = stream_of(texts)
    assert of_codes(codes) == "".join(normal(text) + SEPARATOR for text in texts)
    assert sorted(word for _, word in placed(codes)) == sorted(
        w for text in texts for w in words(normal(text))
    )
