"""A date for an article whose dateline has no year, where the text justifies one.

Called by `index.importing.composition`. The rule: the dateline gives month and day; the latest full date
that the text reports as past must precede it by at most half a year. Anything in the text that speaks of a
later year as past, or only of long ago, makes the rule not apply.
"""

from __future__ import annotations

import re
from datetime import date

from index.importing.dates import find_dates, iso_date

_DATELINE = re.compile(
    r"(?:.{0,50}?(?:[)）】]|[讯訊电電]|消息|报道|報導)[\s:：,，]{0,3}|)"
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?=[,，、\s上下晚早中凌电電讯訊在至]|[\u4e00-\u9fff]{2,12}[,，])"
    r"(?!(?:之?前|以前|起|至|到|—|-))"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年?")
_AHEAD = re.compile(
    r"将于|將於|将在|將在|拟于|擬於|预计|預計|计划|計[劃畫]|截止|截至|之前|以前|至迟|到期|目标|目標|力争|为期|有效期|起施行|开幕时间|即将|將自|将自"
)
_EARLIEST = 1995
_DATELINE_WITHIN = 120  # characters of a paragraph in which a dateline stands
_OPENING_LINES = 8
_LONGEST_GAP = 183  # days between the past date and the dateline; beyond that a year may lie between them
_NEW_YEAR = 2  # months on both sides of New Year in which a past date may belong to the year before
_PLAN = re.compile(r"(?:19|20)\d\d\s?[-—－~至到]\s?(?:19|20)\d\d年?|(?:到|至|力争|截至)\s?20\d\d年(?:底|末)?")


def infer_date(text: str) -> tuple[str, str] | None:
    """(ISO date, the words that justify it), or None."""
    line = _dateline(text)
    if line is None:
        return None
    month, day = int(line["month"]), int(line["day"])
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
    year = latest.year
    if (month, day) < (latest.month, latest.day):
        if not (month <= _NEW_YEAR and latest.month > 12 - _NEW_YEAR):
            return None  # the later date may be the article's own, and the dateline an event before it
        year += 1
    iso = iso_date(year, month, day)
    if (
        iso is None
        or (date.fromisoformat(iso) - latest).days > _LONGEST_GAP
        or any(int(other) > year for other in _YEAR.findall(_PLAN.sub("", text)))
    ):
        return None
    return iso, f"{line['month']}月{line['day']}日 … {text[words.start : words.end]}"


def _dateline(text: str) -> re.Match[str] | None:
    """Month and day where a report begins: behind the reporter's bracket, or at a line's start."""
    for paragraph in text.split("\n")[1:_OPENING_LINES]:
        found = _DATELINE.match(paragraph[:_DATELINE_WITHIN])
        if found:
            return found
    return None


def _is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the words around a date put it in the future."""
    before = text[max(0, start - 12) : start]
    after = text[end : end + 6]
    return bool(_AHEAD.search(before) or re.match("前|之前|以前|起|止|至", after) or _AHEAD.search(after))
