"""PDF with a text layer, through PDFium. Pages that are only images are reported as scanned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2

from index.errors import ReadError
from index.importing.dates import read_date
from index.importing.readers.office import of_paragraphs
from index.importing.repair.blanks import join_layout
from index.model import Draft

_MOST_PAGES = 3000
_LEAST_CHARACTERS = 10  # per page on average; fewer means that the pages are images
_NUMBER_LINE = re.compile(
    r"^[\s\-—－–·.]*(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[/／共]\s?\d{1,4}\s?页?)?[\s\-—－–·.]*$"
)
_HEADLINE = re.compile(r"(?=.*[\u4e00-\u9fff]{4})(?!Microsoft|.*\.\w{2,4}$).{5,80}")
# Typesetting puts a thin gap between Han and Latin or digits, which PDFium reports as a blank.
_LAYOUT_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[\u4e00-\u9fff])")


def read(data: bytes, name: str) -> Iterator[Draft]:
    """The one draft of a PDF. Raises ReadError: damaged, encrypted, scanned, too_large."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "reason.encrypted" if "password" in str(error).lower() else "reason.damaged"
        raise ReadError(code, path=name, problem=str(error)[:120]) from error
    try:
        pages = _page_lines(document, name)
        created = document.get_metadata_value("CreationDate")
        told = document.get_metadata_value("Title").strip()
    except pypdfium2.PdfiumError as error:
        raise ReadError("reason.damaged", path=name, problem=str(error)[:120]) from error
    finally:
        document.close()
    characters = sum(len(line) for lines in pages for line in lines)
    if characters < _LEAST_CHARACTERS * max(1, len(pages)):
        raise ReadError("reason.scanned", path=name, pages=len(pages))
    draft = of_paragraphs(
        _paragraphs(pages), name, read_date(created[2:10]) if created.startswith("D:") else None
    )
    if _HEADLINE.fullmatch(told) and draft.body.startswith(draft.title.rstrip("…")):
        draft = replace(draft, title=told)  # the text begins with a sentence: its headline was drawn, not set
    yield draft


def _page_lines(document: pypdfium2.PdfDocument, name: str) -> list[list[str]]:
    if len(document) > _MOST_PAGES:
        raise ReadError("reason.too_large", path=name, size=len(document))
    pages: list[list[str]] = []
    for page in document:
        text_page = page.get_textpage()
        text = text_page.get_text_bounded().replace("\r\n", "\n").replace("\ufffe", "")
        pages.append([line.rstrip() for line in text.split("\n") if line.strip()])
        text_page.close()
        page.close()
    return pages


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """Lines joined to paragraphs; page numbers and running heads dropped."""
    edges = Counter(line.strip() for lines in pages for line in {*lines[:1], *lines[-1:]})
    running = {line for line, count in edges.items() if count > 2 and count > 0.5 * len(pages)}
    lines = [
        line
        for page in pages
        for position, line in enumerate(page)
        if not (line.strip() in running or (position in (0, len(page) - 1) and _NUMBER_LINE.match(line)))
    ]
    return join_layout([_LAYOUT_GAP.sub("", line) for line in lines])
