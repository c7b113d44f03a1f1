"""A date for an article whose dateline has no year, where the text justifies one.

Called by `index.importing.composition`. The rule: the dateline gives month and day; the latest full date
that the text reports as past must precede it by less than a year. Anything in the text that speaks of a
later year as past, or only of long ago, makes the rule not apply.
"""

from __future__ import annotations

import re
from datetime import date

from index.importing.dates import find_dates, iso_date

_DATELINE = re.compile(r"(?<![年\d.至到—-])(\d{1,2})月(\d{1,2})日(?!前|之前|以前|起|至|到|—|-)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年?")
_AHEAD = re.compile(
    r"将于|將於|将在|將在|拟于|擬於|预计|預計|计划|計[劃畫]|截止|截至|之前|以前|至迟|到期|目标|目標|力争|为期|有效期|起施行|开幕时间|即将|將自|将自"
)
_EARLIEST = 1995
_DATELINE_WITHIN = 300  # characters of the opening in which a dateline stands


def infer_date(text: str) -> tuple[str, str] | None:
    """(ISO date, the words that justify it), or None."""
    line = _DATELINE.search(text[:_DATELINE_WITHIN])
    if line is None:
        return None
    month, day = int(line[1]), int(line[2])
    full = [
        (date.fromisoformat(found.iso), found)
        for found in find_dates(text)
        if len(found.iso) == 10
        and int(found.iso[:4]) >= _EARLIEST
        and not _is_ahead(text, found.start, found.end)
    ]
    if not full:
        return None
    latest, words = max(full, key=lambda pair: pair[0])
    for year in (latest.year, latest.year + 1):
        iso = iso_date(year, month, day)
        if iso is None or len(iso) != 10:
            continue
        moment = date.fromisoformat(iso)
        if 0 <= (moment - latest).days <= 365:
            years = [int(found) for found in _YEAR.findall(text)]
            if any(other == year + 1 for other in years) and year == latest.year and moment.month <= 2:
                return None
            reason = f"{text[line.start() : line.end()]} … {text[words.start : words.end]}"
            return iso, reason
    return None


def _is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the words around a date put it in the future."""
    before = text[max(0, start - 12) : start]
    after = text[end : end + 6]
    return bool(_AHEAD.search(before) or re.match("前|之前|以前|起|止|至", after) or _AHEAD.search(after))
