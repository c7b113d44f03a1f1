"""A result row in the script on show, marks carried along. Made in a worker, painted by the delegate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.i18n.script import convert
from desktop_app.theme.fonts import glyphs_for
from index.model import ResultRow, Script

Marks = tuple[tuple[int, int], ...]
_CLOSING = "，。、；：！？）》」』”’,.;:!?) "
_HASHES = re.compile(r"(?<!\S)#{1,6} +")
_BLANK = re.compile(r"[\s\u3000]")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """What one line of the result list paints."""

    row: ResultRow
    title: str
    title_marks: Marks
    snippet: str
    snippet_marks: Marks
    source: str
    glyphs: Script  # whose shapes of characters it is drawn in


def shown_row(row: ResultRow, script: Script) -> ShownRow:
    """`row` in `script`; line breaks and odd blanks become single blanks so that offsets stay."""
    title, title_marks = _shown(row.title, row.title_marks, script)
    snippet, snippet_marks = _shown(row.snippet.text, row.snippet.marks, script)
    source = convert(row.source, script).text if row.source else ""
    glyphs = glyphs_for(title + snippet, script)
    return ShownRow(row, title, title_marks, snippet, snippet_marks, source, glyphs)


def around_first_mark(text: str, marks: Marks, characters: int) -> tuple[str, Marks]:
    """`text` cut at the left so that its first mark stands within the first `characters` characters."""
    if not marks or marks[0][1] <= characters - 1:
        return text, marks
    start, end = marks[0]
    cut = max(min(start, end - characters // 2 - (end - start) // 2), 0)
    while cut < start and text[cut] in _CLOSING:
        cut += 1
    moved = tuple((max(s - cut, 0) + 1, e - cut + 1) for s, e in marks if e > cut)
    return "…" + text[cut:], moved


def _without_hashes(text: str, marks: Marks) -> tuple[str, Marks]:
    """`text` without the number signs that head a chapter in some sources."""
    cuts = [found.span() for found in _HASHES.finditer(text)]
    if not cuts:
        return text, marks

    def moved(position: int) -> int:
        return position - sum(min(end, position) - start for start, end in cuts if start < position)

    return _HASHES.sub("", text), tuple((moved(start), moved(end)) for start, end in marks)


def _shown(text: str, marks: Marks, script: Script) -> tuple[str, Marks]:
    flat, marks = _without_hashes(_BLANK.sub(" ", text), marks)
    if script is Script.ORIGINAL:
        return flat, marks
    converted = convert(flat, script)
    return converted.text, tuple(converted.to_shown(start, end) for start, end in marks)
