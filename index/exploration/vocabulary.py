"""The words that the index counts: who has them. Called by `similarity` and `keyness`."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from index.fulltext import Searcher

Ints = npt.NDArray[np.int64]


def units_with(searcher: Searcher, word: str) -> int:
    """Titles and bodies that have the word, deleted ones included: cheap, and near the number of articles."""
    text = word.encode()
    units = 0
    for live in searcher.snapshot.segments:
        number = live.segment.word_number(text)
        if live.segment.word_text(number) == text:
            units += int(live.segment.file.part("word_units", number, number + 1)[0])
    return units


def articles_with(searcher: Searcher, word: str) -> Ints:
    """The articles that have the word, ascending."""
    found = []
    for live in searcher.snapshot.segments:
        documents = np.unique(live.segment.word_units(word)[0] >> 1)
        found.append(live.segment.ids[live.alive(documents)])
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)
