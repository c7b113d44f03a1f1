"""Formats of published documents: EPUB (a book of pages) and OFD (the Chinese office's fixed layout)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from index.errors import ReadError
from index.importing.composition import compose
from index.importing.dates import read_date
from index.importing.encoding import Decoded, declared_in_html, decode
from index.importing.failure import RecordFailure
from index.importing.page.lines import lay_out
from index.importing.page.tree import parse
from index.importing.readers.container import Package
from index.importing.readers.office import of_paragraphs
from index.importing.readers.xml import local, parse_xml
from index.importing.repair.blanks import join_layout
from index.model import DateOrigin, Draft

_SHORTEST_CHAPTER = 40  # characters; covers and half titles have fewer


def read_epub(data: bytes, name: str) -> Iterator[Draft | RecordFailure]:
    """Each document of the book's spine as an article; the book's title is the source."""
    package = Package(data, name)
    opf = _opf(package, name)
    root = parse_xml(package.part(opf), name)
    manifest = {item.get("id"): item.get("href") or "" for item in root.iter() if local(item) == "item"}
    spine = [manifest.get(ref.get("idref")) for ref in root.iter() if local(ref) == "itemref"]
    told = {
        local(element): (element.text or "").strip()
        for element in root.iter()
        if local(element) in ("title", "creator", "date")
    }
    date = read_date(told.get("date", ""))
    found = 0
    for href in spine:
        if not href:
            continue
        part = posixpath.normpath(posixpath.join(posixpath.dirname(opf), unquote(href)))
        try:
            content = package.part(part)
            decoded = decode(content, declared_in_html(content))
            text = "\n".join(line.text for line in lay_out(parse(decoded.text, name)))
            if len(text) < _SHORTEST_CHAPTER:
                continue
            draft = compose(Decoded(text, decoded.encoding, decoded.confidence), part)
        except ReadError as error:
            yield RecordFailure(
                part, error.code, tuple((key, str(value)) for key, value in error.details.items())
            )
            continue
        found += 1
        if draft.date is None and date is not None:
            draft = replace(draft, date=date, date_origin=DateOrigin.META)
        yield replace(
            draft,
            record=part,
            source=draft.source or told.get("title") or None,
            author=draft.author or _person(told.get("creator", "")),
        )
    if not found:
        locked = "META-INF/encryption.xml" in package.parts
        raise ReadError("reason.encrypted" if locked else "reason.empty", path=name)


def _person(name: str) -> str | None:
    return None if not name or name.lower() in ("unknown", "unknown author", "admin") else name


def _opf(package: Package, name: str) -> str:
    """The path of the package document."""
    if "META-INF/container.xml" in package.parts:
        root = parse_xml(package.part("META-INF/container.xml"), name)
        path = next(
            (element.get("full-path") for element in root.iter() if local(element) == "rootfile"), None
        )
        if path in package.parts:
            return path
    path = next((part for part in package.parts if part.endswith(".opf")), None)
    if path is None:
        raise ReadError("reason.damaged", path=name, problem="container.xml")
    return path


def read_ofd(data: bytes, name: str) -> Iterator[Draft]:
    """The one draft of an OFD document: its text objects, line by line from the top of each page."""
    package = Package(data, name)
    contents = sorted(
        (part for part in package.parts if posixpath.basename(part) == "Content.xml"), key=_page_number
    )
    if not contents:
        raise ReadError("reason.damaged", path=name, problem="Content.xml")
    lines: list[str] = []
    for part in contents:
        lines += _ofd_lines(parse_xml(package.part(part), name))
    if sum(map(len, lines)) < 10:
        raise ReadError("reason.scanned", path=name, pages=len(contents))
    created = None
    if "OFD.xml" in package.parts:
        root = parse_xml(package.part("OFD.xml"), name)
        created = next(
            (read_date(element.text or "") for element in root.iter() if local(element) == "CreationDate"),
            None,
        )
    yield of_paragraphs(join_layout(lines), name, created)


def _page_number(part: str) -> tuple[str, int]:
    folder = posixpath.basename(posixpath.dirname(part))
    digits = "".join(character for character in folder if character.isdigit())
    return posixpath.dirname(posixpath.dirname(part)), int(digits or 0)


def _ofd_lines(page: etree._Element) -> list[str]:
    """The text of a page: pieces with the same baseline make a line, from left to right."""
    pieces: list[tuple[float, float, str]] = []
    for item in page.iter():
        if local(item) != "TextObject":
            continue
        left, top = _numbers(item.get("Boundary"), 2)
        for code in item:
            if local(code) == "TextCode" and code.text:
                x, y = _number(code.get("X")), _number(code.get("Y"))
                pieces.append((top + y, left + x, code.text))
    pieces.sort(key=lambda piece: (round(piece[0] / 2), piece[1]))
    lines: list[str] = []
    last: float | None = None
    for top, _, text in pieces:
        if last is not None and abs(top - last) <= 2:
            lines[-1] += text
        else:
            lines.append(text)
        last = top
    return lines


def _numbers(text: str | None, count: int) -> list[float]:
    values = [_number(part) for part in (text or "").split()[:count]]
    return values + [0.0] * (count - len(values))


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
