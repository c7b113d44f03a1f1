"""What is counted after a search, in a worker: the histogram, and why nothing was found.

Called by the search pane in lane "overview" once the hits are on show, so that counting never delays them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.search.filters import without_dates
from desktop_app.widgets.histogram import Bar
from index.errors import QueryError
from index.model import FacetCount, FacetField, SearchRequest

if TYPE_CHECKING:
    from index.archive import Archive, Hits
    from index.control import Control

MONTHS_UPTO = 3  # years; more are shown as years
_TERM = re.compile(r'-?"[^"]*"|-?“[^”]*”|[^\s()（）|]+')
_HAN = re.compile(r"[\u3400-\u9fff]{3,40}")
_OPERATORS = frozenset({"AND", "OR", "NOT", "|", "+", "-"})


@dataclass(frozen=True, slots=True)
class KeywordCount:
    """One keyword of a request searched alone."""

    text: str
    total: int


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a request has no hits: each keyword alone, and the request without its filters."""

    keywords: tuple[KeywordCount, ...]
    without_filters: int | None  # None if there are no filters
    articles: int  # in the whole archive
    parts: tuple[KeywordCount, ...] = ()  # the longest beginning and end of a missing word that do occur


def histogram(archive: Archive, hits: Hits, control: Control) -> tuple[Bar, ...]:
    """Counts over time of the hits as they are without their date filter; gaps are filled with zeros."""
    request = without_dates(hits.request)
    if request != hits.request:
        hits = archive.search(replace(request), cancelled=lambda: control.cancelled)
    control.checkpoint()
    counts = archive.facets(hits, (FacetField.YEAR, FacetField.MONTH))
    years, months = counts.get(FacetField.YEAR, ()), counts.get(FacetField.MONTH, ())
    if 0 < len(years) <= MONTHS_UPTO and _span(years) <= MONTHS_UPTO and len(months) > 1:
        return _filled_months(months)
    return _filled_years(years)


def reasons(archive: Archive, request: SearchRequest, control: Control) -> Reasons:
    """Ask each keyword alone, and the whole request without filters."""
    counted = []
    words = keywords(request.text)
    for word in words if len(words) > 1 or request.filters else ():
        control.checkpoint()
        counted.append(KeywordCount(word, _total(archive, SearchRequest(word))))
    unfiltered = _total(archive, replace(request, filters=())) if request.filters else None
    missing = [each.text for each in counted if not each.total] if counted else list(words)
    parts = _parts(archive, missing[0], control) if len(missing) == 1 and not unfiltered else ()
    return Reasons(tuple(counted), unfiltered, _total(archive, SearchRequest("")), parts)


def _parts(archive: Archive, word: str, control: Control) -> tuple[KeywordCount, ...]:
    """The longest beginning and the longest end of a word of Han characters that some article contains."""
    if not _HAN.fullmatch(word):
        return ()
    beginning = _longest(archive, [word[:length] for length in range(2, len(word))], control)
    end = _longest(archive, [word[-length:] for length in range(2, len(word))], control)
    return tuple(dict.fromkeys(part for part in (beginning, end) if part is not None))


def _longest(archive: Archive, growing: Sequence[str], control: Control) -> KeywordCount | None:
    """The last of ever longer pieces that occurs; halving will do, since each contains those before."""
    low, high, best = 0, len(growing) - 1, None
    while low <= high:
        control.checkpoint()
        middle = (low + high) // 2
        total = _total(archive, SearchRequest(growing[middle]))
        if total:
            best = KeywordCount(growing[middle], total)
            low = middle + 1
        else:
            high = middle - 1
    return best


def keywords(text: str) -> tuple[str, ...]:
    """The keywords of a query, each as a query of its own: operators and excluded words left out."""
    found = []
    for term in _TERM.findall(text):
        if term in _OPERATORS or term.startswith("-") or term.upper() == "NEAR":
            continue
        if term not in found:
            found.append(term)
    return tuple(found)


def _total(archive: Archive, request: SearchRequest) -> int:
    try:
        return archive.search(request).total
    except QueryError:
        return 0


def _span(years: Sequence[FacetCount]) -> int:
    numbers = [int(year.value) for year in years if year.value.isdigit()]
    return max(numbers) - min(numbers) + 1 if numbers else 0


def _filled_years(years: Sequence[FacetCount]) -> tuple[Bar, ...]:
    counts = {int(year.value): year.count for year in years if year.value.isdigit() and len(year.value) == 4}
    if not counts:
        return ()
    return tuple(Bar(f"{year:04}", counts.get(year, 0)) for year in range(min(counts), max(counts) + 1))


def _filled_months(months: Sequence[FacetCount]) -> tuple[Bar, ...]:
    counts = {month.value: month.count for month in months if re.fullmatch(r"\d{4}-\d{2}", month.value)}
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    year, month = int(first[:4]), int(first[5:])
    bars: list[Bar] = []
    while (label := f"{year:04}-{month:02}") <= last:
        bars.append(Bar(label, counts.get(label, 0)))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(bars)
