"""Lists of references: numbered after GB/T 7714, plain lines for APA and footnotes, RIS and BibTeX files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from index.export.citation import citation
from index.export.item import ExportItem, Heading

_NUMBERED = ("gbt7714", "gbt7714-2025")
_FOR_PROGRAMS = ("ris", "bibtex")


class ReferenceList:
    """Writes references of one style, one after another; the day of access is today's."""

    def __init__(self, style: str) -> None:
        self._style = style

    def __call__(self, path: Path, items: Iterable[ExportItem], heading: Heading) -> None:
        """Write `[1] …`, `[2] …` or what the style has; Windows' ends of lines, since people open it."""
        accessed = date.today().isoformat()
        end = "\n" if self._style in _FOR_PROGRAMS else "\r\n"
        with path.open("w", encoding="utf-8", newline=end) as out:
            for number, item in enumerate(items, start=1):
                out.write(self._reference(number, item, accessed))

    def _reference(self, number: int, item: ExportItem, accessed: str) -> str:
        said = citation(item.article, self._style, accessed=accessed, corrected=item.particulars)
        if self._style in _NUMBERED:
            return f"[{number}] {said}\n"
        return said + "\n"
