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
from index.fulltext.query import Keyword, Leaf, TextLeaf
from index.fulltext.segment import EMPTY
from index.fulltext.snapshot import Snapshot

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

K1 = 1.2
B_TITLE, B_BODY = 0.3, 0.6
TITLE = 6.0  # an occurrence in the title counts as so many in the body
WORD = 0.4  # weight of a word inside a longer keyword
TITLE_PHRASE = 0.6  # added for a whole keyword in the title, times its rarity


def text_leaves(query: Any) -> list[TextLeaf]:
    """The leaves that stand in texts and are wanted (not those under Not), each once."""
    if isinstance(query, TextLeaf):
        return [query]
    if isinstance(query, Leaf | whoosh_query.Not):
        return []
    parts = [query.a] if isinstance(query, whoosh_query.AndNot) else list(query.children())
    found: list[TextLeaf] = []
    for part in parts:
        found += [leaf for leaf in text_leaves(part) if leaf not in found]
    return found


def scores(
    query: Any, snapshot: Snapshot, evaluations: Sequence[Evaluation], documents: Sequence[Ints]
) -> Floats:
    """The score of each of the `documents` (per segment, ascending), in one array."""
    out = [np.zeros(len(found), dtype=np.float32) for found in documents]
    for leaf in text_leaves(query):
        places = [evaluation.places.get(leaf, (EMPTY, EMPTY)) for evaluation in evaluations]
        _add(out, snapshot, documents, places, leaf.boost, TITLE_PHRASE * leaf.boost)
        if isinstance(leaf, Keyword):
            parts = words(leaf.text)
            for word in sorted(set(parts)) if len(parts) > 1 or parts != [leaf.text] else ():
                found = [evaluation.segment.word_units(word) for evaluation in evaluations]
                _add(out, snapshot, documents, found, WORD * leaf.boost, 0.0)
    return np.concatenate(out) if out else np.empty(0, dtype=np.float32)


def _add(
    out: list[Floats],
    snapshot: Snapshot,
    documents: Sequence[Ints],
    places: Sequence[Places],
    weight: float,
    title_bonus: float,
) -> None:
    """Add one term's part to the scores."""
    having = sum(len(units) for units, _ in places)
    rarity = (
        float(np.log1p((snapshot.count - having + 0.5) / (having + 0.5))) if having < snapshot.count else 0.05
    )
    rarity = max(rarity, 0.05)
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


def _counts_at(units: Ints, counts: Ints, wanted: Ints) -> Floats:
    """The count of each of the `wanted` units, 0 for one that is not among `units`."""
    at = np.minimum(np.searchsorted(units, wanted), len(units) - 1)
    return np.where(units[at] == wanted, counts[at], 0).astype(np.float32)
