"""How many cells the sheets of a workbook span, before they are read: two cells far apart make a sheet of
billions, which the reader of workbooks would lay out in memory and take its process down. Called by `tables`.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

_SHEET = re.compile(r"worksheets?/[^/]*\.xml$", re.IGNORECASE)
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_PLACE = re.compile(rb"""\br=["']([A-Z]{0,6})(\d{1,12})["']""")
_BLOCK = 1 << 20


def largest_sheet(data: bytes) -> int:
    """The cells that the widest sheet of an .xlsx spans; 0 for another kind of file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return max(
                (_span(package, name) for name in package.namelist() if _SHEET.search(name)), default=0
            )
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError):
        return 0  # the reader will say what is wrong


def _span(package: zipfile.ZipFile, name: str) -> int:
    """Rows by columns, as far as cells with something in them lie."""
    last_row = last_column = row = column = 0
    rest = b""
    with package.open(name) as part:
        while block := part.read(_BLOCK):
            whole, mark, rest = (rest + block).rpartition(b"<")
            rest = (mark + rest)[:_BLOCK]
            for tag, words in _TAG.findall(whole):
                place = _PLACE.search(words)
                if tag == b"row":
                    row, column = int(place[2]) if place else row + 1, 0
                    continue
                column = _number(place[1]) if place and place[1] else column + 1
                if not words.endswith(b"/"):  # else it has a format and nothing in it
                    last_row = max(last_row, int(place[2]) if place else row)
                    last_column = max(last_column, column)
    return last_row * last_column


def _number(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27."""
    found = 0
    for letter in letters:
        found = found * 26 + letter - 64
    return found
