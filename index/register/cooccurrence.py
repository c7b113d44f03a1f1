"""Pairs of entities that articles name together, counted exactly over any number of articles.

Pairs are numbers in NumPy arrays, made article by article in order of time and merged in blocks: two
hundred thousand articles make some ten million pairs. Called by `tables` and `network`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.catalogue import register
from index.distinct import distinct
from index.model import MentionType

Ints = npt.NDArray[np.int64]
_BLOCK_PAIRS = 2_000_000
_SHIFT = 32
_MOST_NAMED = 400  # an article with more names than this is a list; its pairs say nothing


@dataclass(frozen=True, slots=True)
class Named:
    """Which articles name which entities: two arrays of the same length, grouped by article, oldest first.

    `undated` are the articles without a date; they stand at the end.
    """

    articles: Ints
    entities: Ints
    undated: Ints


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of entities (`one` < `other`) with their articles: how many, the first and the last dated one."""

    one: Ints
    other: Ints
    count: Ints
    first: Ints
    last: Ints


def named(
    db: sqlite3.Connection, ids: Sequence[int] | None, kinds: Iterable[MentionType], least: int = 1
) -> Named:
    """The names of some types in the articles `ids` (None: all), each in at least `least` of them."""
    rows, undated = register.occurrences(db, ids)
    wanted = np.isin(rows[:, 1], register.numbers_of_types(db, kinds))
    rows = rows[wanted]
    if least > 1:
        seen, inverse, counts = np.unique(rows[:, 1], return_inverse=True, return_counts=True)
        rows = rows[counts[inverse] >= least] if len(seen) else rows
    return Named(rows[:, 0].copy(), rows[:, 1].copy(), undated)


def pairs(found: Named, checkpoint: Callable[[], None] = lambda: None) -> Pairs:
    """All pairs of entities in the same article, those in most articles first."""
    merged = Pairs(*(np.empty(0, dtype=np.int64) for _ in range(5)))
    for codes, articles in _blocks(found):
        checkpoint()
        merged = _merged(merged, _counted(codes, articles, found.undated), found.undated)
    order = np.lexsort((merged.other, merged.one, -merged.count))
    return Pairs(*(getattr(merged, name)[order] for name in ("one", "other", "count", "first", "last")))


def _blocks(found: Named) -> Iterator[tuple[Ints, Ints]]:
    """(pair codes, their articles) in blocks, in order of time."""
    if not len(found.articles):
        return
    starts = np.flatnonzero(np.r_[True, found.articles[1:] != found.articles[:-1]])
    ends = np.r_[starts[1:], len(found.articles)]
    codes: list[Ints] = []
    articles: list[Ints] = []
    size = 0
    for start, end in zip(starts, ends, strict=True):
        members = distinct(found.entities[start:end])
        if not 1 < len(members) <= _MOST_NAMED:
            continue
        one, other = np.triu_indices(len(members), 1)
        codes.append(members[one] << _SHIFT | members[other])
        articles.append(np.full(len(one), found.articles[start]))
        size += len(one)
        if size > _BLOCK_PAIRS:
            yield np.concatenate(codes), np.concatenate(articles)
            codes, articles, size = [], [], 0
    if codes:
        yield np.concatenate(codes), np.concatenate(articles)


def _counted(codes: Ints, articles: Ints, undated: Ints) -> Pairs:
    values, first, count = np.unique(codes, return_index=True, return_counts=True)
    last = first.copy()  # of pairs without a date any article
    dated = codes[~np.isin(articles, undated)]  # they stand before the others
    seen, place = np.unique(dated[::-1], return_index=True)
    last[np.searchsorted(values, seen)] = len(dated) - 1 - place
    mask = (1 << _SHIFT) - 1
    return Pairs(values >> _SHIFT, values & mask, count, articles[first], articles[last])


def _merged(old: Pairs, new: Pairs, undated: Ints) -> Pairs:
    """Both together; `new` comes later in time, or has no date."""
    if not len(old.one):
        return new
    codes = np.concatenate([old.one << _SHIFT | old.other, new.one << _SHIFT | new.other])
    values, inverse = np.unique(codes, return_inverse=True)
    count = np.bincount(inverse, weights=np.concatenate([old.count, new.count])).astype(np.int64)
    first, last = np.empty_like(values), np.empty_like(values)
    at_old, at_new = inverse[: len(old.one)], inverse[len(old.one) :]
    first[at_new], first[at_old] = new.first, old.first
    later = ~np.isin(new.last, undated)
    last[at_new], last[at_old] = new.last, old.last
    last[at_new[later]] = new.last[later]
    return Pairs(values >> _SHIFT, values & ((1 << _SHIFT) - 1), count, first, last)
