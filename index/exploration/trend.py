"""How often expressions are used over time: articles and occurrences per year or month, exact.

Relative figures refer to the whole archive, or to what the request's filters leave of it: with a filter on
one newspaper, a count in a thousand articles of that newspaper. Called through `Explorer`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from index.catalogue import Catalogue, texts
from index.errors import QueryError
from index.exploration.occurrences import Cancel, counts
from index.fulltext import Searcher, parse
from index.model import Filter, SearchRequest, Trend, TrendCount, TrendPeriod, TrendSeries, TrendStep, Use

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class _Base:
    """What the counts are relative to: ids (ascending), dates (yyyymmdd) and characters of articles."""

    ids: Ints
    dates: Ints
    characters: Ints

    def periods(self, step: TrendStep, ids: Ints) -> Ints:
        """The period of each of `ids`, counted in years or in months since the year 0; -1 if unknown."""
        return _periods(self.dates[np.searchsorted(self.ids, ids)], step)


@dataclass(frozen=True)
class _Found:
    """One expression: its articles, the occurrences in each, the period and date of each."""

    text: str
    ids: Ints
    occurrences: Ints
    periods: Ints
    dates: Ints
    error: QueryError | None = None


def trend(
    searcher: Searcher,
    catalogue: Catalogue,
    expressions: Sequence[str],
    filters: tuple[Filter, ...],
    step: TrendStep,
    cancelled: Cancel,
) -> Trend:
    """The expressions over time. One that is no query has its error in its series. Raises Cancelled."""
    base = _base(searcher, filters)
    found = [_find(searcher, catalogue, text, filters, base, step, cancelled) for text in expressions]
    used = np.concatenate([np.empty(0, dtype=np.int64), *(one.periods for one in found)])
    used = used[used >= 0]
    first, last = (int(used.min()), int(used.max())) if len(used) else (0, -1)
    whole = _periods(base.dates, step)
    inside = (whole >= first) & (whole <= last) & (whole >= 0)
    number = last - first + 1
    articles = np.bincount(whole[inside] - first, minlength=number)
    characters = np.bincount(whole[inside] - first, weights=base.characters[inside], minlength=number)
    periods = tuple(
        TrendPeriod(_name(first + n, step), int(articles[n]), int(characters[n])) for n in range(number)
    )
    without = (int((whole < 0).sum()), int(base.characters[whole < 0].sum()))
    series = tuple(_series(catalogue, one, first, periods, without) for one in found)
    return Trend(step, periods, series)


def _base(searcher: Searcher, filters: tuple[Filter, ...]) -> _Base:
    snapshot = searcher.snapshot
    order = np.argsort(snapshot.ids, kind="stable")
    characters = [live.segment.lengths[0::2] + live.segment.lengths[1::2] for live in snapshot.segments]
    alive = [live.live for live in snapshot.segments]
    if not alive:
        nothing = np.empty(0, dtype=np.int64)
        return _Base(nothing, nothing, nothing)
    order = order[np.concatenate(alive)[order]]
    ids = snapshot.ids[order]
    whole = _Base(ids, snapshot.dates[order], np.concatenate(characters)[order])
    if not filters:
        return whole
    kept = np.isin(ids, searcher.search(SearchRequest("", filters=filters)).all_ids())
    return _Base(ids[kept], whole.dates[kept], whole.characters[kept])


def _find(
    searcher: Searcher,
    catalogue: Catalogue,
    text: str,
    filters: tuple[Filter, ...],
    base: _Base,
    step: TrendStep,
    cancelled: Cancel,
) -> _Found:
    nothing = np.empty(0, dtype=np.int64)
    try:
        leaves = parse(text).keywords
        ids = searcher.search(SearchRequest(text, filters=filters), cancelled=cancelled).all_ids()
    except QueryError as error:
        return _Found(text, nothing, nothing, nothing, nothing, error)
    occurrences = counts(searcher, catalogue, leaves, ids, cancelled)
    dates = base.dates[np.searchsorted(base.ids, ids)]
    return _Found(text, ids, occurrences, _periods(dates, step), dates)


def _series(
    catalogue: Catalogue,
    one: _Found,
    first: int,
    periods: tuple[TrendPeriod, ...],
    without: tuple[int, int],
) -> TrendSeries:
    known = one.periods >= 0
    at = one.periods[known] - first
    articles = np.bincount(at, minlength=len(periods))
    occurrences = np.bincount(at, weights=one.occurrences[known], minlength=len(periods)).astype(np.int64)
    counted = tuple(
        _count(int(articles[n]), int(occurrences[n]), period.articles, period.characters)
        for n, period in enumerate(periods)
    )
    undated = _count(int((~known).sum()), int(one.occurrences[~known].sum()), *without)
    series = TrendSeries(
        one.text,
        len(one.ids),
        int(one.occurrences.sum()),
        counted,
        undated,
        *_ends(catalogue, one),
    )
    return series if one.error is None else _faulty(series, one.error)


def _faulty(series: TrendSeries, error: QueryError) -> TrendSeries:
    told = tuple((name, str(value)) for name, value in error.details.items())
    return replace(series, error=error.code, error_position=error.position, error_details=told)


def _count(articles: int, occurrences: int, all_articles: int, all_characters: int) -> TrendCount:
    return TrendCount(
        articles,
        occurrences,
        1e3 * articles / all_articles if all_articles else 0.0,
        1e6 * occurrences / all_characters if all_characters else 0.0,
    )


def _ends(catalogue: Catalogue, one: _Found) -> tuple[Use | None, Use | None]:
    """The first and the last dated article; of several on one day the first and the last that came."""
    dated = np.flatnonzero(one.dates > 0)
    if not len(dated):
        return None, None
    order = dated[np.lexsort((one.ids[dated], one.dates[dated]))]
    ends = [int(one.ids[order[0]]), int(one.ids[order[-1]])]
    printed = texts.titles(catalogue.reading, ends)
    uses = [
        Use(number, printed[number][1] or "", printed[number][0]) if number in printed else None
        for number in ends
    ]
    return uses[0], uses[1]


def _periods(dates: Ints, step: TrendStep) -> Ints:
    years, months = dates // 10000, dates // 100 % 100
    if step is TrendStep.YEAR:
        return np.where(years > 0, years, -1)
    return np.where((years > 0) & (months > 0), 12 * years + months - 1, -1)


def _name(period: int, step: TrendStep) -> str:
    return f"{period:04d}" if step is TrendStep.YEAR else f"{period // 12:04d}-{period % 12 + 1:02d}"
