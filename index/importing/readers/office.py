"""Word processor files that are zipped XML: docx (and docm), odt, and WPS's own docx.

Only the text is read, paragraph by paragraph, tables row by row, notes behind the paragraph they explain;
headers, footers, deleted text and comments stay out. The text then goes the way of plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from index.errors import ReadError
from index.importing.composition import compose
from index.importing.dates import read_date
from index.importing.encoding import Decoded
from index.importing.readers.container import Package
from index.importing.readers.xml import local, parse_xml
from index.model import DateOrigin, Draft

_CELL_GAP = "\u3000"


def read_docx(data: bytes, name: str) -> Iterator[Draft]:
    """The one draft of a Word document. Raises ReadError."""
    package = Package(data, name)
    root = parse_xml(package.part(_main_part(package, name)), name)
    paragraphs = list(_word_paragraphs(root, _word_notes(package, name)))
    stamp = _property(package, "docProps/core.xml", "created", name)
    yield of_paragraphs(paragraphs, name, stamp)


def _main_part(package: Package, name: str) -> str:
    """The document part, which strict and odd writers may call otherwise than word/document.xml."""
    named = [part for part in package.parts if part.endswith(("document.xml", "document2.xml"))]
    if not named:
        raise ReadError("reason.damaged", path=name, problem="word/document.xml")
    return "word/document.xml" if "word/document.xml" in named else named[0]


def _word_notes(package: Package, name: str) -> dict[tuple[str, str], str]:
    """The text of footnotes and endnotes by kind and number, in the order of their parts."""
    notes: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        part = f"word/{kind}s.xml"
        if part not in package.parts:
            continue
        for note in parse_xml(package.part(part), name):
            number = next((value for key, value in note.attrib.items() if _bare(key) == "id"), "")
            text = "".join(_word_text(note)).strip()
            if local(note) == kind and text:
                notes[kind, str(number)] = text
    return notes


def _bare(key: str | bytes) -> str:
    """An attribute's name without its namespace."""
    return str(key).rpartition("}")[2]


def _noted(element: etree._Element, notes: dict[tuple[str, str], str]) -> Iterator[str]:
    """The notes that a paragraph or row refers to."""
    for part in element.iter():
        kind = local(part)
        if kind in ("footnoteReference", "endnoteReference"):
            number = next((value for key, value in part.attrib.items() if _bare(key) == "id"), "")
            text = notes.get((kind.removesuffix("Reference"), str(number)))
            if text:
                yield text


def _word_paragraphs(root: etree._Element, notes: dict[tuple[str, str], str]) -> Iterator[str]:
    """Paragraphs in order; a table row is one paragraph with wide gaps. Text boxes are printed once."""
    for element in root.iter():
        kind = local(element)
        if kind == "tr":
            cells = [
                "".join(_word_text(cell)).replace("\n", " ").strip()
                for cell in element
                if local(cell) == "tc"
            ]
            yield _CELL_GAP.join(cell for cell in cells if cell)
            yield from _noted(element, notes)
        elif kind == "p" and not any(
            local(parent) in ("tc", "Fallback") for parent in element.iterancestors()
        ):
            yield "".join(_word_text(element))
            yield from _noted(element, notes)


def _word_text(element: etree._Element) -> Iterator[str]:
    """Text of a paragraph, cell or note; the paragraphs of a text box are told by themselves."""
    for part in element:
        kind = local(part)
        if kind == "t" and part.text:
            yield part.text
        elif kind in ("br", "cr"):
            yield "\n"
        elif kind == "tab":
            yield "\t"
        elif kind != "Fallback" and not (kind == "txbxContent" and _is_outside_cells(element)):
            if kind == "p":
                yield "\n"
            yield from _word_text(part)


def _is_outside_cells(element: etree._Element) -> bool:
    return not any(local(parent) == "tc" for parent in (element, *element.iterancestors()))


def read_odt(data: bytes, name: str) -> Iterator[Draft]:
    """The one draft of an OpenDocument text. Raises ReadError."""
    package = Package(data, name)
    root = parse_xml(package.part("content.xml"), name)
    body = next((element for element in root.iter() if local(element) == "body"), root)
    paragraphs: list[str] = []
    for element in body.iter():
        parents = {local(parent) for parent in element.iterancestors()}
        if parents & {"tracked-changes", "annotation", "note"}:
            continue
        if local(element) == "table-row":
            cells = ["".join(_open_text(cell)).strip() for cell in element if local(cell) == "table-cell"]
            paragraphs.append(_CELL_GAP.join(cell for cell in cells if cell))
        elif local(element) in ("p", "h") and "table-cell" not in parents:
            paragraphs.append("".join(_open_text(element)))
        else:
            continue
        paragraphs += ["".join(_open_text(body)) for body in element.iter() if local(body) == "note-body"]
    yield of_paragraphs(paragraphs, name, _property(package, "meta.xml", "creation-date", name))


def _open_text(element: etree._Element) -> Iterator[str]:
    """Text of a paragraph; OpenDocument writes runs of blanks and line breaks as elements."""
    if element.text:
        yield element.text
    for part in element:
        kind = local(part)
        if kind == "line-break":
            yield "\n"
        elif kind in ("tab", "s"):
            yield " "
        elif kind not in ("annotation", "note", "tracked-changes"):
            yield from _open_text(part)
        if part.tail:
            yield part.tail


def _property(package: Package, part: str, kind: str, name: str) -> str | None:
    """A date among the document's properties, as ISO day."""
    if part not in package.parts:
        return None
    try:
        root = parse_xml(package.part(part), name)
    except ReadError:
        return None
    return next((read_date(element.text or "") for element in root.iter() if local(element) == kind), None)


def of_paragraphs(paragraphs: list[str], name: str, stamp: str | None) -> Draft:
    """The draft of a document's paragraphs; the file's own stamp is its date only for want of a better."""
    draft = compose(Decoded("\n".join(paragraphs), "utf-8", 1.0), name)
    if draft.date is None and stamp is not None:
        return replace(draft, date=stamp, date_origin=DateOrigin.FILE_TIME)
    return draft
