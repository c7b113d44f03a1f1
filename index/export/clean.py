"""Text made fit for its container: no characters that XML cannot hold, no cell that acts as a formula.

Imported articles may carry anything. Every writer passes what it writes through here; lengths stay the
same where offsets depend on them (`storable`).
"""

from __future__ import annotations

import re

CELL_LIMIT = 32_767  # UTF-16 units that one Excel cell holds

_SURROGATES = re.compile("[\ud800-\udfff]")
# XML 1.0, production 2 (Char): tab, line feed, carriage return, and no other control characters.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What spreadsheets take for the start of a formula, full-width forms included, after any blanks.
_FORMULA = re.compile(r"[\s\x00-\x20\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")


def storable(text: str) -> str:
    """`text` with lone surrogates replaced by U+FFFD, so that it can be encoded; length unchanged."""
    return _SURROGATES.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """`text` without what XML 1.0 cannot hold: control characters go, broken ones become U+FFFD."""
    return _NOT_XML.sub(lambda found: "\ufffd" if found[0] >= "\ud800" else "", text)


def inert(text: str) -> str:
    """`text` for a CSV cell: line ends as `\\n`, and an apostrophe before what would act as a formula."""
    text = xml_text(_line_ends(text))
    return "'" + text if _FORMULA.match(text) else text


def for_cell(text: str) -> tuple[str, bool]:
    """`text` as far as an Excel cell holds it, and whether anything had to be left out."""
    text = xml_text(_line_ends(text))
    if len(text) * 2 <= CELL_LIMIT or len(text.encode("utf-16-le")) <= CELL_LIMIT * 2:
        return text, False
    return text.encode("utf-16-le")[: CELL_LIMIT * 2].decode("utf-16-le", "ignore"), True


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: str) -> str:
    """`text` with every run of white space as one blank."""
    return " ".join(xml_text(text).split())
