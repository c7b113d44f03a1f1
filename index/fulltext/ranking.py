"""How well documents answer a query: BM25F over the query's words, more for whole keywords, more in titles.

Called by `searcher` when the order of relevance is asked for. Terms are the keywords themselves (with the
counts that evaluation found) and jieba's words inside longer keywords. Dates only break ties.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh import query as whoosh_query

from index.fulltext.analysis import words
from index.fulltext.evaluation import Evaluation, Places
from index.fulltext.facets import rows
from index.fulltext.query import Keyword, Leaf, TextLeaf
from index.fulltext.segment import EMPTY
from index.fulltext.snapshot import Snapshot

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

K1 = 1.2
B_TITLE, B_BODY = 0.6, 0.6
TITLE = 6.0  # an occurrence in the title counts as so many in the body
WORD = 0.4  # weight of a word inside a longer keyword
LEADERS = 300  # hits whose positions are looked at
EARLY, EARLY_CHARACTERS = 1.0, 40.0  # for standing early in the body
NEAR, NEAR_CHARACTERS = 2.0, 16.0  # for standing near the next keyword
_MOST_LEAVES = 12
TITLE_PHRASE = 0.3  # added for a whole keyword in the title, times its rarity


def text_leaves(query: Any) -> list[TextLeaf]:
    """The leaves that stand in texts and are wanted (not those under Not), each once."""
    if isinstance(query, TextLeaf):
        return [query]
    if isinstance(query, Leaf | whoosh_query.Not):
        return []
    parts = [query.a] if isinstance(query, whoosh_query.AndNot) else list(query.children())
    return list(dict.fromkeys(leaf for part in parts for leaf in text_leaves(part)))


def scores(
    query: Any, snapshot: Snapshot, evaluations: Sequence[Evaluation], documents: Sequence[Ints]
) -> Floats:
    """The score of each of the `documents` (per segment, ascending), in one array."""
    out = [np.zeros(len(found), dtype=np.float32) for found in documents]
    for leaf in text_leaves(query):
        places = [evaluation.places.get(leaf, (EMPTY, EMPTY)) for evaluation in evaluations]
        _add(out, snapshot, documents, places, leaf.boost, TITLE_PHRASE * leaf.boost)
        if isinstance(leaf, Keyword):
            for word in _words_inside(leaf.text):
                found = [evaluation.segment.word_units(word) for evaluation in evaluations]
                _add(out, snapshot, documents, found, WORD * leaf.boost, 0.0)
    return np.concatenate(out) if out else np.empty(0, dtype=np.float32)


def _words_inside(keyword: str) -> list[str]:
    """The words that a keyword is made of; none if it is one itself.

    Two characters hold no others, so that the first keys of a query need not wait for the segmenter.
    """
    parts = words(keyword) if len(keyword) > 2 else []
    return [] if parts == [keyword] else sorted(set(parts))


def _add(
    out: list[Floats],
    snapshot: Snapshot,
    documents: Sequence[Ints],
    places: Sequence[Places],
    weight: float,
    title_bonus: float,
) -> None:
    """Add one term's part to the scores."""
    rarity = _rarity(snapshot, sum(len(units) for units, _ in places))
    title_length, body_length = snapshot.lengths
    for score, found, live, (units, counts) in zip(out, documents, snapshot.segments, places, strict=True):
        if not len(found) or not len(units):
            continue
        number = found + live.base
        if 20 * len(found) < live.count:
            in_title, in_body = _counts_at(units, counts, 2 * found), _counts_at(units, counts, 2 * found + 1)
        else:
            dense = np.zeros(2 * live.count, dtype=np.float32)
            dense[units] = counts
            in_title, in_body = dense[2 * found], dense[2 * found + 1]
        frequency = TITLE * in_title / (1 - B_TITLE + B_TITLE * title_length[number])
        frequency += in_body / (1 - B_BODY + B_BODY * body_length[number])
        score += weight * rarity * frequency * (K1 + 1) / (frequency + K1)
        if title_bonus:
            score += title_bonus * rarity * (in_title > 0)


def nearness(
    query: Any, snapshot: Snapshot, evaluations: Sequence[Evaluation], documents: Sequence[Ints]
) -> Floats:
    """What is added for keywords that stand early in the body and near each other.

    For the `documents` (per segment, ascending) that lead by `scores`: it looks at every position in them.
    """
    leaves = [leaf for leaf in text_leaves(query) if isinstance(leaf, Keyword)][:_MOST_LEAVES]
    rarities = [
        _rarity(snapshot, sum(len(e.places.get(leaf, (EMPTY, EMPTY))[0]) for e in evaluations))
        for leaf in leaves
    ]
    out = [np.zeros(len(found), dtype=np.float32) for found in documents]
    for score, found, live, evaluation in zip(out, documents, snapshot.segments, evaluations, strict=True):
        if not len(found):
            continue
        starts = live.segment.starts
        where = [_rows_of(evaluation.positions.get(leaf, EMPTY), starts, found) for leaf in leaves]
        for leaf, (row, position), rarity in zip(leaves, where, rarities, strict=True):
            offset = position - starts[2 * found[row] + 1]  # into the body; negative in the title
            early = np.full(len(found), np.inf)
            inside = np.flatnonzero(offset >= 0)
            earliest = inside[np.diff(row[inside], prepend=-1) > 0]  # in each body
            early[row[earliest]] = offset[earliest]
            score += (EARLY * leaf.boost * rarity * np.exp(-early / EARLY_CHARACTERS)).astype(np.float32)
        for first in range(len(leaves) - 1):
            weight = NEAR * (rarities[first] + rarities[first + 1]) / 2
            gap = _gaps(where[first], where[first + 1], len(found))
            score += (weight / (1 + gap / NEAR_CHARACTERS)).astype(np.float32)
    return np.concatenate(out) if out else np.empty(0, dtype=np.float32)


def _rows_of(positions: Ints, starts: Ints, documents: Ints) -> tuple[Ints, Ints]:
    """The positions inside some documents, each with the index of its document."""
    begins = np.searchsorted(positions, starts[2 * documents])
    ends = np.searchsorted(positions, starts[2 * documents + 2])
    return np.repeat(np.arange(len(documents)), ends - begins), positions[rows(begins, ends)]


def _gaps(left: tuple[Ints, Ints], right: tuple[Ints, Ints], count: int) -> npt.NDArray[np.float64]:
    """For each document the least distance between two keywords, infinite where one is missing."""
    least = np.full(count, np.inf)
    if len(left[1]) and len(right[1]):
        after = np.searchsorted(right[1], left[1])
        gaps = np.full(len(left[1]), np.inf)
        for at in (np.minimum(after, len(right[1]) - 1), np.maximum(after - 1, 0)):
            same = right[0][at] == left[0]
            gaps[same] = np.minimum(gaps[same], np.abs(right[1][at] - left[1])[same])
        first = np.flatnonzero(np.diff(left[0], prepend=-1))
        least[left[0][first]] = np.minimum.reduceat(gaps, first)
    return least


def _rarity(snapshot: Snapshot, having: int) -> float:
    if having >= snapshot.count:
        return 0.05
    return max(0.05, float(np.log1p((snapshot.count - having + 0.5) / (having + 0.5))))


def _counts_at(units: Ints, counts: Ints, wanted: Ints) -> Floats:
    """The count of each of the `wanted` units, 0 for one that is not among `units`."""
    at = np.minimum(np.searchsorted(units, wanted), len(units) - 1)
    return np.where(units[at] == wanted, counts[at], 0).astype(np.float32)
