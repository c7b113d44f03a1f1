"""CSV for Excel and other tables: UTF-8 with a byte order mark, formulas made harmless, full text."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from index.export.clean import inert
from index.export.columns import article_heads, article_row
from index.export.item import ExportItem, Heading


def write(path: Path, items: Iterable[ExportItem], heading: Heading) -> None:
    """Write one row per article under heads in the reader's language."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
        rows.writerow(article_heads(heading))
        for item in items:
            cells = article_row(item, heading)
            rows.writerow([inert(cell) if isinstance(cell, str) else cell for cell in cells])
