"""Articles out of an archive, in the forms that other programs and people read.

`Archive.export` and `juanzong export` call `write`; the window calls `citation` for the clipboard. Items
are taken one after another and nothing but what a format forces is held in memory: JSON Lines, CSV, XLSX,
HTML and the reference list stream, only the Word document is built as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from index.errors import ExportError
from index.export import csv_table, html_page, json_lines
from index.export.citation import CITATION_STYLES, citation
from index.export.facts import particulars
from index.export.item import ExportItem, Heading
from index.export.note_list import NOTE_FORMATS, write_notes
from index.export.reference_list import ReferenceList
from index.export.tables import TABLE_FORMATS, write_rows, write_table
from index.export.target import replacing
from index.wording import LANGUAGES, language_of

__all__ = [
    "CITATION_STYLES",
    "FORMATS",
    "NOTE_FORMATS",
    "TABLE_FORMATS",
    "ExportItem",
    "citation",
    "particulars",
    "write",
    "write_notes",
    "write_rows",
    "write_table",
]


class _Writer(Protocol):
    def __call__(self, path: Path, items: Iterable[ExportItem], heading: Heading) -> None: ...


def _workbook(path: Path, items: Iterable[ExportItem], heading: Heading) -> None:
    """Loaded at first use, as Word's is: both take longer than a window takes to open."""
    from index.export import workbook

    workbook.write(path, items, heading)


def _word(path: Path, items: Iterable[ExportItem], heading: Heading) -> None:
    from index.export import word

    word.write(path, items, heading)


_WRITERS: dict[str, _Writer] = {
    "jsonl": json_lines.write,
    "csv": csv_table.write,
    "xlsx": _workbook,
    "docx": _word,
    "html": html_page.write,
    **{style: ReferenceList(style) for style in CITATION_STYLES},
}
FORMATS: tuple[str, ...] = tuple(_WRITERS)


def write(
    format: str,  # noqa: A002
    out: Path,
    items: Iterable[ExportItem],
    *,
    archive_name: str,
    language: str,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write `items` to the file `out` in one of FORMATS; returns how many articles were written.

    The file appears complete or not at all: a temporary name beside it is replaced at the end, and an
    `out` that was there before stays when anything fails. `language` (one of LANGUAGES, others are
    mapped) is that of column heads and labels. `progress` gets the number written so far. Raises
    ExportError where the file cannot be written; what `items` raises (Cancelled) passes through.
    """
    heading = Heading(archive_name, language if language in LANGUAGES else language_of(language))
    if format not in _WRITERS:
        known = ", ".join(FORMATS)
        raise ExportError(path=out, reason=heading.label("unknown_format", format=format, known=known))
    count = 0

    def counted() -> Iterator[ExportItem]:
        nonlocal count
        for item in items:
            yield item
            count += 1
            if progress is not None:
                progress(count)

    with replacing(out, heading) as part:
        _WRITERS[format](part, counted(), heading)
    return count
