"""The day an article counts from: that of its publication, or on which it was sent. Called by `dates`."""

from __future__ import annotations

import re
from datetime import date, timedelta


def publication(value: str | None) -> date | None:
    """The publication date; a year or month alone is no day to count from, but gives the year."""
    match = re.match(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", value or "")
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


_DATELINE = re.compile(r"[\u4e00-\u9fff\s(](?:(\d{1,2})月)?(\d{1,2})日(?:综合)?[电讯](?![视信力话动网])")


def dateline(folded: str, published: date | None) -> date | None:
    """The day an agency sent the report (杭州3月17日电), up to a week before publication, else that day."""
    match = _DATELINE.search(folded, 0, 400) if published is not None else None
    if match is None or published is None:
        return published
    for days in range(8):
        sent = published - timedelta(days=days)
        if sent.day == int(match[2]) and (not match[1] or sent.month == int(match[1])):
            return sent
    return published
