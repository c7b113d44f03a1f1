"""A numbered list of references after GB/T 7714-2015, as plain text to paste into a paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from index.export.citation import citation
from index.export.item import ExportItem, Heading


def write(path: Path, items: Iterable[ExportItem], heading: Heading) -> None:
    """Write `[1] ...`, `[2] ...`, one reference per line; the day of access is today's."""
    accessed = date.today().isoformat()
    with path.open("w", encoding="utf-8", newline="\r\n") as out:
        for number, item in enumerate(items, start=1):
            out.write(f"[{number}] {citation(item.article, 'gbt7714', accessed=accessed)}\n")
