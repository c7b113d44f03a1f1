"""Tables about entities as a workbook or CSV: who held which post, how often names occur, alone and together.

`Archive.table` calls `write_table` with rows whose cells stand in the order of COLUMNS. The same care for
cells as in the other writers: nothing becomes a formula, a full sheet goes on in another.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from index.errors import ExportError
from index.export.clean import inert
from index.export.item import Heading
from index.export.target import replacing
from index.model import MentionType, Table, TableKind
from index.wording import LANGUAGES, language_of

Cell = str | int | MentionType
TABLE_FORMATS = ("xlsx", "csv")

_FIRST_LAST = ("first_date", "first_origin", "last_date", "last_origin")
COLUMNS: dict[TableKind, tuple[str, ...]] = {
    TableKind.APPOINTMENTS: (
        "facet.person",
        "facet.post",
        "facet.organisation",
        "facet.place",
        "origin",
        "title",
        "date",
    ),
    TableKind.ENTITIES: ("type", "name", "articles", "mentions", "facet.post", *_FIRST_LAST),
    TableKind.COOCCURRENCES: ("type", "name", "with_type", "with_name", "articles", *_FIRST_LAST),
    TableKind.MONTHS: ("type", "name", "month", "articles"),
}
_WIDTHS = {"name": 30, "with_name": 30, "title": 44, "origin": 30, "first_origin": 30, "last_origin": 30} | {
    "expression": 24,
    "left": 60,
    "right": 60,
}
_USUAL_WIDTH = 14


def write_table(
    kind: TableKind, out: Path, rows: Iterable[Sequence[Cell]], *, archive_name: str, language: str
) -> int:
    """Write rows under heads in `language` to an .xlsx or .csv file; returns how many.

    The file appears complete or not at all. Raises ExportError.
    """
    heading = Heading(archive_name, language if language in LANGUAGES else language_of(language))
    said = (
        [heading.label(f"facet.{c.value}") if isinstance(c, MentionType) else c for c in row] for row in rows
    )
    heads = [heading.label(column) for column in COLUMNS[kind]]
    widths = [_WIDTHS.get(column, _USUAL_WIDTH) for column in COLUMNS[kind]]
    return _write(heading.label(kind.value), heads, widths, said, out, heading)


def write_rows(table: Table, out: Path, *, archive_name: str, language: str) -> int:
    """Write a table with columns of its own, in the same way. Raises ExportError; others pass through."""
    heading = Heading(archive_name, language if language in LANGUAGES else language_of(language))
    heads = [heading.label(head) if "." in head else head for head in table.heads]
    widths = [_WIDTHS.get(head.rpartition(".")[2], _USUAL_WIDTH) for head in table.heads]
    return _write(heading.label(table.name), heads, widths, table.rows, out, heading)


def _write(
    name: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[str | int | float]],
    out: Path,
    heading: Heading,
) -> int:
    form = out.suffix.lower().removeprefix(".")
    if form not in TABLE_FORMATS:
        known = ", ".join(TABLE_FORMATS)
        raise ExportError(path=out, reason=heading.label("unknown_format", format=form or "?", known=known))
    count = 0

    def counted() -> Iterator[Sequence[str | int | float]]:
        nonlocal count
        for row in rows:
            count += 1
            yield row

    with replacing(out, heading) as part:
        if form == "xlsx":
            _write_book(name, heads, widths, part, counted())
        else:
            _write_csv(heads, part, counted())
    return count


def _write_csv(heads: Sequence[str], path: Path, rows: Iterable[Sequence[str | int | float]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        table = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
        table.writerow([inert(head) for head in heads])
        for row in rows:
            table.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])


def _write_book(
    name: str,
    heads: Sequence[str],
    widths: Sequence[int],
    path: Path,
    rows: Iterable[Sequence[str | int | float]],
) -> None:
    made = io.BytesIO()  # a zip half-written to a full disk would complain again when it is forgotten
    import xlsxwriter

    from index.export.workbook import OPTIONS, Sheet, close

    book = xlsxwriter.Workbook(made, OPTIONS)
    try:
        sheet = Sheet(book, name, heads, widths)
        for row in rows:
            sheet.add(row)
        sheet.finish()
    finally:
        close(book)
    path.write_bytes(made.getbuffer())
