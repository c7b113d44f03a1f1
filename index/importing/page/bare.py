"""The text of a page whose tags are gone, as crawl dumps keep it (WET), made a page again.

Called by the reader of dumps. The first line is the page's <title>; the rest are its visible lines, from the
first link of the menu to the last line of the foot. The stretch of lines that is densest in sentences is
marked as the body, the line above it that the title repeats as the headline, short lines elsewhere as
links. What is the article's is then decided as for any other page.
"""

from __future__ import annotations

import re
from html import escape

from index.importing.opening import spoken
from index.importing.page.byline import names_date_or_source

_SENTENCE_END = ("。", "！", "？", "；", "”", "」", "：", "…")
_SHORTEST_PROSE = 24
_SHORTEST_SENTENCE = 8
_SHORT_LINE = -10.0  # what a line that is no sentence takes off a stretch
_FAR = 40  # lines above the body in which the headline may stand
_SHORTEST_TITLE = 4
_COMMA = re.compile("[，,、；：]")


def as_page(text: str) -> str:
    """HTML for `text`, with the stretch that is the article's body marked."""
    title, _, rest = text.partition("\n")
    lines = [line.strip() for line in rest.split("\n") if line.strip()]
    start, end = _densest(lines)
    headline = _headline(lines, start, title)
    if headline is not None and headline < start:
        start = headline + 1  # date, source and whatever short lines the article begins with
    pieces = ["<div>"]
    for number, line in enumerate(lines):
        if number == end:
            pieces.append("</div><div>")
        if number == start:
            pieces.append("</div><div class='content'>")
        if number == headline:
            pieces.append(f"<h1>{escape(line)}</h1>")
        elif start <= number < end or _is_prose(line) or names_date_or_source(line):
            pieces.append(f"<p>{escape(line)}</p>")
        else:
            pieces.append(f"<ul><li><a>{escape(line)}</a></li></ul>")
    pieces.append("</div>")
    return f"<html><head><title>{escape(title)}</title></head><body>{''.join(pieces)}</body></html>"


def _is_prose(line: str) -> bool:
    if line.endswith(_SENTENCE_END):
        return len(line) >= _SHORTEST_SENTENCE
    return len(line) >= _SHORTEST_PROSE and bool(_COMMA.search(line))


def _densest(lines: list[str]) -> tuple[int, int]:
    """The stretch of lines with the greatest sum: sentences count, other lines are a loss."""
    best, best_sum = (0, 0), 0.0
    start, total = 0, 0.0
    for number, line in enumerate(lines):
        total += len(line) if _is_prose(line) else _SHORT_LINE
        if total <= 0:
            start, total = number + 1, 0.0
        elif total > best_sum:
            best, best_sum = (start, number + 1), total
    return best


def _headline(lines: list[str], start: int, title: str) -> int | None:
    """The line above the body that the page's title repeats: the nearest, and the longest there."""
    whole = spoken(title)
    found = [
        (len(key), number)
        for number in range(max(0, start - _FAR), min(len(lines), start + 2))
        if len(key := spoken(lines[number])) >= _SHORTEST_TITLE
        and (key in whole or (whole and key.startswith(whole)))
    ]
    return max(found)[1] if found else None
