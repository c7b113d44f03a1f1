"""Exact counts of facet values over hits, by counting numbers.

Called by `searcher`; `store` keeps one Numbering for all its snapshots. A value keeps its number for as
long as the index is open, so that a commit costs only the values of its new segments; after that a count
is a bincount per segment.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from index.model import FacetCount, FacetField

if TYPE_CHECKING:
    from index.fulltext.segment import Segment
    from index.fulltext.snapshot import Snapshot

Ints = npt.NDArray[np.int64]


class Numbering:
    """Common numbers for the facet values of all segments, in the order in which they were met."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers: dict[FacetField, dict[str, int]] = {}
        self._values: dict[FacetField, list[str]] = {}
        self._of_segment: WeakKeyDictionary[Segment, dict[FacetField, npt.NDArray[np.int32]]] = (
            WeakKeyDictionary()
        )

    def of(self, segment: Segment, field: FacetField) -> npt.NDArray[np.int32]:
        """The common number of each of the segment's values."""
        with self._lock:
            known = self._of_segment.setdefault(segment, {})
            if field not in known:
                numbers = self._numbers.setdefault(field, {})
                values = self._values.setdefault(field, [])
                found = segment.facet_values(field)
                values += dict.fromkeys(value for value in found if value not in numbers)
                numbers.update(zip(values[len(numbers) :], range(len(numbers), len(values)), strict=True))
                known[field] = np.fromiter(map(numbers.__getitem__, found), np.int32, len(found))
            return known[field]

    def values(self, field: FacetField) -> list[str]:
        """The values by number; the list only grows."""
        return self._values.get(field, [])


def count_facet(
    snapshot: Snapshot, documents: Sequence[Ints], field: FacetField, top: int | None
) -> tuple[FacetCount, ...]:
    """The values of `field` among `documents` (per segment), `top` of them or all."""
    if field in (FacetField.YEAR, FacetField.MONTH):
        return _count_dates(snapshot, documents, field)
    numbering = snapshot.numbering
    numbers = [numbering.of(live.segment, field) for live in snapshot.segments]
    values = numbering.values(field)
    counts = np.zeros(len(values), dtype=np.int64)
    for live, found, common in zip(snapshot.segments, documents, numbers, strict=True):
        if not len(found) or not len(common):
            continue
        first, ids = live.segment.facet_rows(field)
        if 4 * len(found) > live.count:
            chosen = np.zeros(live.count, dtype=bool)
            chosen[found] = True
            here = ids[np.repeat(chosen, np.diff(first))]
        else:
            here = ids[rows(first[found], first[found + 1])]
        counts[common] += np.bincount(here, minlength=len(common))
    return _largest(values, counts, top)


def rows(begins: Ints, ends: Ints) -> Ints:
    """All indexes of the ranges [begin, end), one range after the other."""
    sizes = ends - begins
    total = int(sizes.sum())
    return np.repeat(begins - (np.cumsum(sizes) - sizes), sizes) + np.arange(total)


def _largest(values: list[str], counts: Ints, top: int | None) -> tuple[FacetCount, ...]:
    at = np.flatnonzero(counts)
    if top is not None and len(at) > top > 0:
        limit = np.partition(counts[at], len(at) - top)[len(at) - top]
        at = at[counts[at] >= limit]
    found = [(-count, values[n]) for n, count in zip(at.tolist(), counts[at].tolist(), strict=True)]
    return tuple(FacetCount(value, -count) for count, value in sorted(found)[:top])


def _count_dates(snapshot: Snapshot, documents: Sequence[Ints], field: FacetField) -> tuple[FacetCount, ...]:
    numbers = [found + live.base for live, found in zip(snapshot.segments, documents, strict=True)]
    if not numbers:
        return ()
    dates = snapshot.dates[np.concatenate(numbers)]
    if field is FacetField.YEAR:
        years, counts = np.unique(dates[dates > 0] // 10000, return_counts=True)
        return tuple(FacetCount(f"{y:04d}", n) for y, n in zip(years.tolist(), counts.tolist(), strict=True))
    months = dates // 100
    months, counts = np.unique(months[months % 100 > 0], return_counts=True)
    return tuple(
        FacetCount(f"{m // 100:04d}-{m % 100:02d}", n)
        for m, n in zip(months.tolist(), counts.tolist(), strict=True)
    )
