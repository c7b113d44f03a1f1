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
from index.model import Explanation, FacetCount, FacetField, SearchRequest

if TYPE_CHECKING:
    from index.archive import Archive, Hits
    from index.control import Control

MONTHS_UPTO = 3  # years; more are shown as years


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a request has no hits, and how many articles the whole archive has."""

    explanation: Explanation
    articles: int


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
    """What the archive says to a search without hits."""
    found = archive.explain(request, cancelled=lambda: control.cancelled)
    return Reasons(found, archive.search(SearchRequest("")).total)


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
