"""A word is found among the sorted words of a segment, and so is the place of one that is not there."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.fulltext.container import Container, ContainerWriter
from index.fulltext.dictionary import Dictionary
from index.fulltext.postings import WordWriter

letters = st.sampled_from("ab新闻江西ꀀ𠀀")
words = st.text(letters, min_size=1, max_size=12).map(str.encode)


def dictionary(texts: list[bytes], folder: str) -> Dictionary:
    """The words, each in one unit, as a segment file has them."""
    path = Path(folder) / "words.seg"
    container = ContainerWriter(path)
    writer = WordWriter(container)
    count = len(texts)
    writer.append(texts, np.arange(count), np.ones(count, dtype=np.int64), np.arange(count))
    writer.finish()
    container.close()
    return Dictionary(Container(path))


@settings(max_examples=60, deadline=None)
@given(st.sets(words, max_size=400), st.lists(words, max_size=40))
def test_every_word_has_its_place(known: set[bytes], sought: list[bytes]) -> None:
    texts = sorted(known)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        found = dictionary(texts, folder)
        for word in (*sought, *texts, b"\xff", b"\x01"):
            assert found.number(word) == bisect_left(texts, word)


def test_words_that_begin_alike_are_told_apart_over_many_blocks(tmp_path: Path) -> None:
    texts = sorted(f"中华人民共和国第{number}号".encode() for number in range(1000))
    texts += [("年" * 60).encode()]  # longer than one byte can say
    found = dictionary(texts, str(tmp_path))
    assert [found.text(found.number(word)) for word in texts] == texts
    assert len(found.prefixed("中华人民共和国第1".encode())) == 111
