"""Exact counts of facet values over hits, by counting numbers.

Called by `searcher`. The values of all segments get common numbers once per snapshot; after that a
count is a bincount per segment.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.fulltext.snapshot import Numbering, Snapshot
from index.model import FacetCount, FacetField

Ints = npt.NDArray[np.int64]


def count_facet(
    snapshot: Snapshot, documents: Sequence[Ints], field: FacetField, top: int | None
) -> tuple[FacetCount, ...]:
    """The values of `field` among `documents` (per segment), `top` of them or all."""
    if field in (FacetField.YEAR, FacetField.MONTH):
        return _count_dates(snapshot, documents, field)
    values, numbers = _numbering(snapshot, field)
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
    order = at[np.argsort(-counts[at], kind="stable")]  # equal counts: by value, which ascends
    return tuple(FacetCount(values[n], int(counts[n])) for n in order[:top].tolist())


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


def _numbering(snapshot: Snapshot, field: FacetField) -> Numbering:
    if not snapshot.segments:
        return [], []
    known = snapshot.numberings.get(field)
    if known is None:
        per_segment = [live.segment.facet_values(field) for live in snapshot.segments]
        values = sorted(set().union(*per_segment))
        number = {value: n for n, value in enumerate(values)}
        common = [np.array([number[value] for value in found], dtype=np.int64) for found in per_segment]
        known = snapshot.numberings[field] = values, common
    return known
