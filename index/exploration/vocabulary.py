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
        number = live.segment.words.number(text)
        if live.segment.words.text(number) == text:
            units += live.segment.words.units(number)
    return units


def counts_of(searcher: Searcher, word: str, chosen: npt.NDArray[np.bool_]) -> tuple[int, int]:
    """How many articles have the word: among the `chosen` ones (by document number), and of all."""
    inside = having = 0
    for live in searcher.snapshot.segments:
        documents = live.segment.word_units(word)[0] >> 1  # ascending; one with title and body twice
        documents = live.alive(documents[np.diff(documents, prepend=-1) > 0])
        inside += int(np.count_nonzero(chosen[live.base + documents]))
        having += len(documents)
    return inside, having
