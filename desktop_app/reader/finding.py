"""Find in article: every place of a text, or of a pattern, in the page on show, in either script.

Called by the reader pane's walk. Patterns are regular expressions of PCRE through Qt: it gives up by itself
where a pattern would take for ever. They are matched against the folded text, so both scripts, full width
and half width, upper and lower case are the same to them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRegularExpression

from desktop_app.reader.layers import Span
from desktop_app.reader.material import Material
from index.script.fold import fold

MOST = 20_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to find: a text, or a pattern."""

    text: str
    pattern: bool = False

    def problem(self) -> str:
        """Qt's words for what is wrong with the pattern and where; "" if nothing is."""
        if not self.pattern or not self.text:
            return ""
        expression = _expression(self.text)
        return (
            "" if expression.isValid() else f"{expression.errorString()} ({expression.patternErrorOffset()})"
        )


def find_spans(material: Material, wanted: Wanted) -> list[Span]:
    """Document spans of all places; a blank text or a broken pattern is found nowhere."""
    page = material.page
    spans: list[Span] = []
    for in_title, folded in ((True, material.folded_title), (False, material.folded_body)):
        for start, end in _places(folded, wanted, MOST - len(spans)):
            spans.append(
                (
                    page.shown_to_document(start, in_title=in_title),
                    page.shown_to_document(end, in_title=in_title, upper=True),
                )
            )
    return spans


def _places(folded: str, wanted: Wanted, limit: int) -> list[Span]:
    found = _matches(folded, wanted.text) if wanted.pattern else _texts(folded, fold(wanted.text.strip()))
    return [place for _, place in zip(range(limit), found, strict=False)]


def _texts(folded: str, wanted: str) -> Iterator[Span]:
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        yield at, at + len(wanted)
        at = folded.find(wanted, at + len(wanted))


def _expression(pattern: str) -> QRegularExpression:
    """The pattern with its Han characters folded as the text is."""
    words = "".join(fold(char) if "\u3400" <= char <= "\u9fff" else char for char in pattern)
    option = QRegularExpression.PatternOption
    return QRegularExpression(words, option.CaseInsensitiveOption | option.MultilineOption)


def _matches(folded: str, pattern: str) -> Iterator[Span]:
    expression = _expression(pattern)
    if not pattern or not expression.isValid():
        return
    wide = (
        [at for at, char in enumerate(folded) if char > "\uffff"]
        if max(folded, default="") > "\uffff"
        else []
    )
    units = [at + number for number, at in enumerate(wide)]  # where each pair begins, counted as Qt counts
    matches = expression.globalMatch(folded)
    while matches.hasNext():
        found = matches.next()
        start, end = found.capturedStart(), found.capturedEnd()
        if end > start:
            yield start - bisect_left(units, start), end - bisect_left(units, end)
