"""Readers: one module per format, each turning the bytes of one file into drafts.

`read_any` picks a reader by content first and suffix second, because a .doc is often a web page or RTF with
a wrong name. Called by `index.importing.units`. A reader yields drafts (and failures of single records)
and raises ReadError for what it cannot read.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import PurePath

from index.errors import ReadError
from index.importing.failure import RecordFailure
from index.importing.readers import (
    book,
    container,
    crawl,
    html,
    mail,
    markup,
    office,
    pdf,
    seven_zip,
    tables,
    text,
    word_binary,
)
from index.importing.readers.json_lines import read_records
from index.importing.units import DUMP_SUFFIXES
from index.model import Draft

Reader = Callable[[bytes, str], Iterator[Draft | RecordFailure]]

_BY_SUFFIX: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".shtml": html.read,
    ".md": markup.read_markdown,
    ".markdown": markup.read_markdown,
    ".rtf": markup.read_rtf,
    ".docx": office.read_docx,
    ".docm": office.read_docx,
    ".odt": office.read_odt,
    ".doc": word_binary.read,
    ".wps": word_binary.read,
    ".pdf": pdf.read,
    ".ofd": book.read_ofd,
    ".epub": book.read_epub,
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".xlsx": tables.read_workbook,
    ".xls": tables.read_workbook,
    ".ods": tables.read_workbook,
    ".json": tables.read_json,
    ".jsonl": read_records,
    ".ndjson": read_records,
    ".mht": mail.read_mht,
    ".mhtml": mail.read_mht,
}
_CONTAINERS = {
    ".zip": container.read_zip,
    ".7z": container.read_7z,
    ".gz": container.read_gzip,
    ".eml": mail.read_eml,
}
SUFFIXES = frozenset(_BY_SUFFIX) | frozenset(_CONTAINERS) | {".warc", ".wet", ".arc"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of OLE files, as their directory names them; a password wraps the newer formats in such a file.
_WORD = "WordDocument".encode("utf-16-le")
_WORKBOOKS = ("Workbook\0".encode("utf-16-le"), "Book\0".encode("utf-16-le"))
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".doc", ".wps", ".xls"})


def read_any(data: bytes, name: str, depth: int = 0) -> Iterator[Draft | RecordFailure]:
    """The articles of a file called `name` that holds `data`; `depth` counts the archives around it."""
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError("reason.empty", path=name)
    if data.startswith(_OLE) and _LOCKED in data:
        raise ReadError("reason.encrypted", path=name)
    if name.lower().endswith(DUMP_SUFFIXES):
        return crawl.read_stream(io.BytesIO(data), name)
    suffix = _real_suffix(data, PurePath(name).suffix.lower())
    if suffix in _CONTAINERS:
        return _CONTAINERS[suffix](data, name, depth, read_any)
    reader = _BY_SUFFIX.get(suffix)
    if reader is None:
        raise ReadError("reason.unknown_format", path=name, suffix=suffix or "?")
    return reader(data, name)


def _real_suffix(data: bytes, suffix: str) -> str:
    """The suffix that fits the content, where that is plain; else the suffix as it is."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"\x1f\x8b"):
        return ".gz"
    if data.startswith(seven_zip.SIGNATURE):
        return ".7z"
    if data.startswith(_OLE):
        return ".xls" if any(stream in data for stream in _WORKBOOKS) and _WORD not in data else ".doc"
    if data.startswith(_ZIP):
        return _kind_of_zip(data, suffix)
    if suffix in _TEXT_SUFFIXES or suffix not in SUFFIXES:
        if html.looks_like_html(data):
            return ".html"
        if suffix in (".doc", ".wps", ".xls", "") and mail.looks_like_mail(data):
            return (
                ".mht"
                if b"text/html" in data[:4096].lower() or b"multipart/related" in data[:4096].lower()
                else ".eml"
            )
        if suffix in ("", ".doc", ".wps"):
            return ".txt"
    return suffix


def _kind_of_zip(data: bytes, suffix: str) -> str:
    """Which format a zip is, by the names of its first and last parts."""
    names = data[:4096] + data[-65536:]
    marks = (
        (b"word/document", ".docx"),
        (b"xl/workbook", ".xlsx"),
        (b"OFD.xml", ".ofd"),
        (b"application/epub+zip", ".epub"),
        (b"application/vnd.oasis.opendocument.text", ".odt"),
        (b"application/vnd.oasis.opendocument.spreadsheet", ".ods"),
    )
    return next(
        (kind for mark, kind in marks if mark in names),
        ".zip" if suffix not in SUFFIXES - {".zip"} else suffix,
    )
