"""Crawl dumps: WARC (pages as they were served) and WET (their text), compressed or not.

Called by `index.importing.units` with the open file, because dumps are larger than memory. Records that are
no pages (requests, images, scripts) are passed over; pages that are no articles become RecordFailures.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import IO, cast

from warcio import archiveiterator
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from index.errors import ReadError
from index.importing.composition import compose
from index.importing.dump_compression import is_one_piece
from index.importing.encoding import Decoded, declared_in_html, decode
from index.importing.failure import RecordFailure
from index.importing.page.article import read_page
from index.importing.page.bare import as_page
from index.model import Draft

_LARGEST_PAGE = 16 << 20
_LONGEST_LINE = 1 << 18
_BLOCK = 1 << 20
_GZIP = b"\x1f\x8b\x08"
_PAGES = ("text/html", "application/xhtml")
_PAGE_TITLE = re.compile(r"[^\n]{4,200}\n(?:[^\n]*\n){6}")  # a title, and some lines of a page
_OK = ("200", "203", "206")


# Of a damaged dump warcio prints the text itself to standard error; the import report tells of it instead.
archiveiterator.sys = SimpleNamespace(stderr=io.StringIO(newline=""))


def read_stream(stream: IO[bytes], name: str) -> Iterator[Draft | RecordFailure]:
    """The articles of a dump, as they come. Raises ReadError(reason.damaged) where it breaks off."""
    whole = cast(IO[bytes], gzip.GzipFile(fileobj=stream)) if is_one_piece(stream) else stream
    return _read_records(whole, None, name)


def read_stretch(stream: IO[bytes], start: int, end: int, name: str) -> Iterator[Draft | RecordFailure]:
    """The articles of the records that begin from byte `start` to before byte `end` of a dump.

    Raises ReadError(reason.damaged) where it breaks off.
    """
    place = _next_record(stream, start, end) if start else 0
    if place is not None:
        stream.seek(place)
        yield from _read_records(stream, end, name)


def read_text(decoded: Decoded, name: str) -> Draft:
    """The article of a page of which only the text was kept. Raises ReadError as for pages."""
    if not _PAGE_TITLE.match(decoded.text):
        return compose(decoded, name)
    return read_page(replace(decoded, text=as_page(decoded.text)), name)


def _next_record(stream: IO[bytes], start: int, end: int) -> int | None:
    """Where the first record begins from byte `start` on; None if none does before `end`."""
    stream.seek(0)
    packed = stream.read(2) == _GZIP[:2]
    mark, before = (_GZIP, 0) if packed else (b"\r\n\r\nWARC/1.", 4)
    at = start - before
    stream.seek(at)
    window = b""
    while at < end:
        block = stream.read(_BLOCK)
        window += block
        found = window.find(mark)
        while found >= 0:
            if at + found + before >= end:
                return None
            if not packed or _is_record(window[found:] + _peek(stream)):
                return at + found + before
            found = window.find(mark, found + 1)
        if not block:
            return None
        kept = len(mark) - 1
        at += len(window) - len(window[-kept:])
        window = window[-kept:]
    return None


def _peek(stream: IO[bytes]) -> bytes:
    """Some bytes behind those read."""
    place = stream.tell()
    more = stream.read(_BLOCK >> 6)
    stream.seek(place)
    return more


def _is_record(packed: bytes) -> bool:
    """Whether a compressed record begins here, and not bytes that only look so."""
    try:
        return zlib.decompressobj(31).decompress(packed[: _BLOCK >> 4], 5) == b"WARC/"
    except zlib.error:
        return False


def _read_records(stream: IO[bytes], end: int | None, name: str) -> Iterator[Draft | RecordFailure]:
    """The articles of the records from here on, or of those that begin before byte `end`."""
    found = 0
    archiveiterator.sys.stderr = io.StringIO()
    try:
        records = ArchiveIterator(stream)
        _bound_lines(records)
        for record in records:
            if end is not None and records.offset >= end:
                return
            found += 1
            for item in _read_record(record):
                if isinstance(item, Draft):
                    place, length = records.get_record_offset(), records.get_record_length()
                    item = replace(item, start=place, length=length)
                yield item
    except (
        ArchiveLoadFailed,
        OSError,
        ValueError,
        EOFError,
        KeyError,
        AttributeError,
        TypeError,
        IndexError,
    ) as error:
        raise ReadError("reason.damaged", path=name, problem=str(error)[:120]) from error
    if not found:
        raise ReadError("reason.damaged", path=name, problem="WARC")


def _bound_lines(records: ArchiveIterator) -> None:
    """Let no header line be endless: warcio would join it piece by piece."""
    read = records.reader.readline

    def readline(length: int = 0) -> bytes:
        line: bytes = read(length or _LONGEST_LINE)
        if len(line) >= _LONGEST_LINE:
            raise ArchiveLoadFailed("header line")
        return line

    records.reader.readline = readline


def _read_record(record: ArcWarcRecord) -> Iterator[Draft | RecordFailure]:
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or headers.get_header("uri") or ""
    name = f"{url}@{headers.get_header('WARC-Date') or headers.get_header('archive-date') or ''}"
    http = record.http_headers
    kind = ((http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or "").lower()
    if record.rec_type == "conversion":
        decoded = Decoded(
            record.content_stream().read(_LARGEST_PAGE).decode("utf-8", "replace"), "utf-8", 1.0
        )
        reader = read_text
    elif record.rec_type in ("response", "resource") and kind.startswith(_PAGES):
        if http is not None and (http.get_statuscode() or "200") not in _OK:
            return
        data = record.content_stream().read(_LARGEST_PAGE)
        charset = kind.partition("charset=")[2].split(";")[0].strip("\"' ")
        decoded = decode(data, charset or declared_in_html(data))
        reader = read_page
    else:
        return
    try:
        draft = reader(decoded, url)
    except ReadError as error:
        yield RecordFailure(
            name, error.code, tuple((key, str(value)) for key, value in error.details.items())
        )
        return
    yield replace(draft, record=name, url=draft.url or url or None)
