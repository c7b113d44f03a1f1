"""Dates and ranges of dates as people write them in queries. Called by `parsing` and `searcher`."""

from __future__ import annotations

import re

from index.script.fold import fold

_ERA = re.compile(r"^(?:民国|中华民国)\s*(\d{1,3})")
_ISO = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_BETWEEN = re.compile(r"\.{2,}|…+|~|—+|至|到")


def date_range(text: str) -> tuple[int, int] | None:
    """First and last day (yyyymmdd) of a date or a range; None if it is neither.

    A year covers all days of it, also articles of which only the year is known. Either end of a range may
    be left out. `2023`, `2023-11`, `2023年11月5日`, `民國112年`, `2023-11..2024-02`.
    """
    folded = re.sub(r"\s+", "", fold(text))
    parts = _BETWEEN.split(folded)
    if len(parts) == 1:
        return _one(folded)
    if len(parts) != 2 or not any(parts):
        return None
    low = _one(parts[0]) if parts[0] else (1, 0)
    high = _one(parts[1]) if parts[1] else (0, 99999999)
    if low is None or high is None:
        return None
    if low[0] > high[1]:
        low, high = high, low
    return low[0], high[1]


def _one(text: str) -> tuple[int, int] | None:
    text = _ERA.sub(lambda match: f"{int(match[1]) + 1911}", text)
    match = _COMPACT.fullmatch(text) or _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not year or month > 12 or day > 31:
        return None
    if not month:
        return year * 10000, year * 10000 + 9999
    if not day:
        return year * 10000 + month * 100, year * 10000 + month * 100 + 99
    number = year * 10000 + month * 100 + day
    return number, number
