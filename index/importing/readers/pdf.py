"""PDF with a text layer, through PDFium. Pages that are only images are reported as scanned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from index.errors import ReadError
from index.importing.dates import read_date
from index.importing.readers.office import of_paragraphs
from index.importing.repair.blanks import join_layout
from index.model import Draft

_MOST_PAGES = 3000
_HEAD_CHARACTERS = 1500  # of the first page, among which the headline is looked for
_LARGER = 1.25  # times the size of the text
_MOST_HEAD_LINES = 4
_LONGEST_RUNNING = 60  # characters of a running head
_DIGITS = re.compile(r"[0-9]+")
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
        headline = _headline(document)
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
        _paragraphs(_headline_first(pages, headline)),
        name,
        read_date(created[2:10]) if created.startswith("D:") else None,
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


def _headline(document: pypdfium2.PdfDocument) -> list[str]:
    """The lines at the head of the first page that are set larger than its text; [] where none are."""
    if not len(document):
        return []
    page = document[0]
    text_page = page.get_textpage()
    lines: list[tuple[str, float]] = []
    line, size = "", 0.0
    for place in range(min(text_page.count_chars(), _HEAD_CHARACTERS)):
        character = chr(raw.FPDFText_GetUnicode(text_page, place))
        if character in "\r\n":
            if line.strip():
                lines.append((line.strip(), size))
            line, size = "", 0.0
        else:
            line += character
            size = max(size, round(raw.FPDFText_GetFontSize(text_page, place), 1))
    text_page.close()
    page.close()
    sizes = sorted(each for text, each in lines for _ in text)
    if not sizes:
        return []
    most = max(each for _, each in lines)
    if most < _LARGER * sizes[len(sizes) // 2]:
        return []
    first = next(place for place, (_, each) in enumerate(lines) if each == most)
    last = first
    while last + 1 < len(lines) and lines[last + 1][1] == most:
        last += 1
    large = [text for text, _ in lines[first : last + 1]]
    return large if _HEADLINE.fullmatch("".join(large)) and len(large) <= _MOST_HEAD_LINES else []


def _headline_first(pages: list[list[str]], headline: list[str]) -> list[list[str]]:
    """The pages' lines with the headline as one line before all others."""
    lines = [line.strip() for line in pages[0]] if pages else []
    for place in range(len(lines) - len(headline) + 1 if headline else 0):
        if lines[place : place + len(headline)] == headline:
            rest = [*pages[0][:place], *pages[0][place + len(headline) :]]
            return [["".join(headline)], rest, *pages[1:]]
    return pages


def _numberless(line: str) -> str:
    """A line of an edge without its page number, by which running heads and feet differ."""
    return _DIGITS.sub("", line).strip() if len(line) <= _LONGEST_RUNNING else line


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """Lines joined to paragraphs; page numbers and running heads dropped."""
    edges = Counter(_numberless(line) for lines in pages for line in {*lines[:1], *lines[-1:]})
    running = {line for line, count in edges.items() if count > 2 and count > 0.5 * len(pages)}
    lines = [
        line
        for page in pages
        for position, line in enumerate(page)
        if not (position in (0, len(page) - 1) and (_numberless(line) in running or _NUMBER_LINE.match(line)))
    ]
    return join_layout([_LAYOUT_GAP.sub("", line) for line in lines])
