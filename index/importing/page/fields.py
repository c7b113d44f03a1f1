"""The table of index fields that governments print above a document: index number, class, issuer, dates.

Called by `index.importing.page.article` for the lines of the body; the fields' values have been read by then.
"""

from __future__ import annotations

import re

from index.importing.page.lines import Line

_FIELD = re.compile(r"[\u4e00-\u9fff](?:\s{0,4}[\u4e00-\u9fff]){1,7}\s{0,4}[:：]")
_LABELS = ("dt", "th")  # elements that need no colon
_FEWEST = 3  # fields of such a table


def without_index(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without such a table above the first paragraph, and the lines of the table."""
    table = next((_table(line) for line in lines[:1]), None)
    if table is None:
        return lines, []
    inside = next((number for number, line in enumerate(lines) if _table(line) is not table), len(lines))
    fields = sum(bool(_FIELD.match(line.text)) or line.block.tag in _LABELS for line in lines[:inside])
    if fields < _FEWEST or inside == len(lines) or any(_is_prose(line) for line in lines[:inside]):
        return lines, []
    return lines[inside:], lines[:inside]


def _is_prose(line: Line) -> bool:
    return len(line.text) > 60 or line.text.endswith("。")


def _table(line: Line) -> object | None:
    return next(line.block.iterancestors("table", "dl"), None)
