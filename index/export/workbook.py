"""An Excel workbook: articles, the names in them, and who held which post, each with its article.

XlsxWriter in constant-memory mode, so that an archive of any size can be written. Every string is written
as a string: nothing becomes a formula, a link or a number. Excel's own limits are told, not hidden: a text
over 32,767 characters is cut with a note in its row, a sheet over 1,048,576 rows goes on in another.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

from index.export.clean import CELL_LIMIT, for_cell
from index.export.columns import article_heads, article_row
from index.export.item import ExportItem, Heading

ROW_LIMIT = 1_048_576
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ARTICLE_WIDTHS = (30, 44, 12, 14, 18, 12, 24, 10, 60, 30, 30, 30, 30, 30, 30, 40)


def write(path: Path, items: Iterable[ExportItem], heading: Heading) -> None:
    """Write the three sheets."""
    made = io.BytesIO()  # a zip half-written to a full disk would complain again when it is forgotten
    book = xlsxwriter.Workbook(made, OPTIONS)
    try:
        _fill(book, items, heading)
    finally:
        close(book)
    path.write_bytes(made.getbuffer())


def _fill(book: xlsxwriter.Workbook, items: Iterable[ExportItem], heading: Heading) -> None:
    label = heading.label
    origin = [label("origin"), label("title"), label("date")]
    articles = Sheet(book, label("articles"), [*article_heads(heading), label("note")], _ARTICLE_WIDTHS)
    names = Sheet(
        book,
        label("names"),
        [label("type"), label("name"), label("value"), label("mentions"), *origin],
        (10, 36, 24, 8, 30, 44, 12),
    )
    posts = Sheet(
        book,
        label("appointments"),
        [label(f"facet.{key}") for key in ("person", "post", "organisation", "place")] + origin,
        (12, 36, 30, 16, 30, 44, 12),
    )
    for item in items:
        article = item.article
        stated_in = [article.origin, article.title, article.date or ""]
        articles.add([*article_row(item, heading), _note(item, heading)])
        counts = Counter((m.type, m.text, m.value) for m in (*item.title_mentions, *item.mentions))
        for (type_, text, value), count in counts.items():
            value_text = value if isinstance(value, str) else "；".join(value)
            names.add([label(f"facet.{type_.value}"), text, value_text, count, *stated_in])
        for held in item.appointments:
            posts.add([held.person, held.post, held.organisation, held.place, *stated_in])
    for sheet in (articles, names, posts):
        sheet.finish()


def _note(item: ExportItem, heading: Heading) -> str:
    _, cut = for_cell(item.article.body)
    if not cut:
        return ""
    return heading.label("cell_limit", characters=len(item.article.body), limit=CELL_LIMIT)


def close(book: xlsxwriter.Workbook) -> None:
    """Close the workbook; its own wrapping of a full disk is undone."""
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        cause = error.args[0] if error.args else error
        raise cause if isinstance(cause, OSError) else OSError(str(error)) from error


class Sheet:
    """Rows under bold heads that stay in view, with a filter; goes on in another sheet when full."""

    def __init__(
        self, book: xlsxwriter.Workbook, name: str, heads: Sequence[str], widths: Sequence[int]
    ) -> None:
        self._book = book
        self._name = name
        self._heads = heads
        self._widths = widths
        self._bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._number = 0
        self._begin()

    def _begin(self) -> None:
        self._number += 1
        name = self._name if self._number == 1 else f"{self._name} {self._number}"
        self._sheet = self._book.add_worksheet(name)
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        self._sheet.freeze_panes(1, 2)
        for column, head in enumerate(self._heads):
            self._sheet.write_string(0, column, head, self._bold)
        self._row = 1

    def add(self, cells: Sequence[str | int | float]) -> None:
        """Write one row; empty cells are left out."""
        if self._row >= ROW_LIMIT:
            self.finish()
            self._begin()
        for column, cell in enumerate(cells):
            if isinstance(cell, int | float):
                self._sheet.write_number(self._row, column, cell)
            elif cell:
                self._sheet.write_string(self._row, column, for_cell(cell)[0])
        self._row += 1

    def finish(self) -> None:
        """Set the filter over what was written."""
        self._sheet.autofilter(0, 0, max(1, self._row - 1), len(self._heads) - 1)
