"""The order of the hits, worked out only as far as somebody has looked.

Made by `searcher` when places in the list are asked for. The first page of two hundred thousand hits needs
no more than the best few hundred of them; all are sorted when somebody asks for the last.
"""

from __future__ import annotations

import threading

import numpy as np
import numpy.typing as npt

from index.fulltext.segment import EMPTY
from index.fulltext.snapshot import Snapshot

Ints = npt.NDArray[np.int64]
Keys = npt.NDArray[np.float64]
_AT_LEAST = 500  # hits that are sorted together
_MANY = 5_000  # hits that are worth a quicker way of sorting


class Order:
    """Some documents by ascending `first`; ties: newer first, then the smaller id. Safe for many threads."""

    def __init__(self, snapshot: Snapshot, numbers: Ints, first: Keys) -> None:
        self._snapshot = snapshot
        self._numbers = numbers
        self._first = first
        self._lock = threading.Lock()
        self._sorted: Ints = EMPTY  # the first of them in order, as indexes into _numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def ids(self, begin: int, end: int) -> Ints:
        """The ids at the places [begin, end)."""
        with self._lock:
            if min(end, len(self)) > len(self._sorted):
                self._sorted = self._best(end)
            return self._snapshot.ids[self._numbers[self._sorted[begin:end]]]

    def place(self, article_id: int) -> int:
        """Where an article stands, -1 if it is none of these."""
        at = np.flatnonzero(self._snapshot.ids[self._numbers] == article_id)
        if not len(at):
            return -1
        first = self._first[at[0]]
        level = np.flatnonzero(self._first == first)
        before = int(np.count_nonzero(self._first < first))
        return before + int(np.flatnonzero(self._by_tie(level) == at[0])[0])

    def earliest_of(self, groups: Ints) -> Order:
        """Of each group the earliest, and all that have none; `groups`: by document, -1 for none."""
        group = groups[self._numbers]
        there = np.flatnonzero(group >= 0)
        if not len(there):
            return self
        dates = self._snapshot.dates[self._numbers[there]]
        undated_last = np.where(dates > 0, dates, np.iinfo(dates.dtype).max)
        ids = self._snapshot.ids[self._numbers[there]]
        there = there[np.lexsort((ids, undated_last, group[there]))]
        _, heads = np.unique(group[there], return_index=True)
        keep = group < 0
        keep[there[heads]] = True
        return self if keep.all() else Order(self._snapshot, self._numbers[keep], self._first[keep])

    def _best(self, wanted: int) -> Ints:
        """At least the first `wanted`."""
        wanted = max(wanted, _AT_LEAST)
        if len(self) <= 2 * wanted:
            return self._in_order(np.arange(len(self)))
        limit = np.partition(self._first, wanted - 1)[wanted - 1]
        at = np.flatnonzero(self._first <= limit)
        key = self._key(at) if len(at) > 4 * wanted else None  # most are as good as the last: dates decide
        if key is not None:
            at = at[np.argpartition(key, wanted - 1)[:wanted]]
        return self._in_order(at)

    def _in_order(self, at: Ints) -> Ints:
        """Some of the documents in order, all given and returned as indexes into `_numbers`."""
        key = self._key(at) if len(at) > _MANY else None
        if key is not None:
            return at[np.argsort(key)]
        numbers = self._numbers[at]
        return at[np.lexsort((self._snapshot.ids[numbers], -self._snapshot.dates[numbers], self._first[at]))]

    def _key(self, at: Ints) -> Ints | None:
        """One number for each of some ascending documents, in their order; None if there is none."""
        ids = self._snapshot.ids[self._numbers[at]]
        if not np.all(ids[1:] > ids[:-1]):
            return None
        return _one_key(self._first[at], self._snapshot.dates[self._numbers[at]])

    def _by_tie(self, at: Ints) -> Ints:
        """The same for documents that have `first` in common."""
        return at if len(at) < 2 else self._in_order(at)


def _one_key(first: Keys, dates: Ints) -> Ints | None:
    """One number to sort by in place of three: four places of `first`, newest date, place; each once.

    None if they do not fit into 63 bits. Many times as quick as sorting three times.
    """
    scores = np.round((first - first.min()) * 10_000).astype(np.int64)
    days = dates // 10_000 * 512 + dates // 100 % 100 * 32 + np.minimum(dates % 100, 31)
    low, high = int(days.min()), int(days.max())
    place = max(1, len(first) - 1).bit_length()
    bits = int(scores.max()).bit_length() + (high - low).bit_length() + place
    if low < 0 or bits > 63:
        return None
    key: Ints = ((scores << (high - low).bit_length()) + (high - days) << place) + np.arange(len(first))
    return key
