"""Tables and arrays of any size, record after record: csv, tsv and JSON from a stream of text.

Called by `index.importing.units` for files on the disk, by `readers.tables` for bytes in memory and by
`index.importing.source_text` for a single record. At no time is more in memory than a block and one record.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, TextIO

from index.errors import ReadError
from index.importing.encoding import Decoded, byte_order_mark, decode
from index.importing.failure import RecordFailure
from index.importing.readers.json_lines import draft_of, field_of
from index.model import Draft

_BLOCK = 1 << 20  # characters
_MOST_ABOVE = 8  # rows that are not empty above a header
_SEPARATOR = re.compile(r"sep=(?P<mark>[,;|\t])\s*")  # what Excel understands in a first line
_SAMPLE = 1 << 18  # bytes that tell the encoding
_LONGEST_RECORD = 32 << 20  # characters
_LONGEST_FIELD = 8 << 20
_CHUNK_RECORDS, _CHUNK = 200, 1 << 20  # records, bytes
_BETWEEN = re.compile(r"[\s,\ufeff]*")
_NEXT_RECORD = re.compile(r"\}\s*,?\s*(?=\{)")
_ARRAY_OF_OBJECTS = re.compile(r"\[\s*(?=\{)")
_SHOWN = 120  # characters
_DECODER = json.JSONDecoder(strict=False)


class Broken(str):
    """Why a record cannot be read."""

    __slots__ = ()


_TOO_LONG, _NULL = Broken("too long"), Broken("null")


def article(number: int, record: object, decoded: Decoded) -> Draft | RecordFailure:
    """The article of a record of `rows` or `values`."""
    if isinstance(record, dict):
        return draft_of(
            record, str(number), encoding=decoded.encoding, encoding_confidence=decoded.confidence
        )
    return RecordFailure(str(number), "reason.bad_record", (("problem", _problem(record)),))


def _problem(record: object) -> str:
    return record if isinstance(record, Broken) else type(record).__name__


def records(text: TextIO, name: str) -> Iterator[tuple[int, object]]:
    """The records of a file called `name`, by `values` or by `rows`."""
    return values(text) if name.lower().endswith(".json") else rows(text)


def chunks(stream: IO[bytes], name: str) -> Iterator[tuple[int, bytes, Decoded]]:
    """The records of a file called `name` in pieces that other processes can read with `unpacked`.

    Each with the number of its first record and how the file is encoded. Raises ReadError.
    """
    lines: list[str] = []
    first = size = 0
    with opened(stream, name) as (text, decoded), named(name):
        for number, record in records(text, name):
            first = first or number
            lines.append(_packed(record))
            size += len(lines[-1])
            if len(lines) >= _CHUNK_RECORDS or size >= _CHUNK:
                yield first, "\n".join(lines).encode(), decoded
                lines, first, size = [], 0, 0
        if lines:
            yield first, "\n".join(lines).encode(), decoded


def _packed(record: object) -> str:
    if record is None:
        return ""
    return json.dumps(record if isinstance(record, dict) else [_problem(record)])


@contextlib.contextmanager
def named(name: str) -> Iterator[None]:
    """Errors tell the file's name."""
    try:
        yield
    except ReadError as error:
        raise ReadError(error.code, **{**error.details, "path": name}) from error


def unpacked(data: bytes, first: int, decoded: Decoded) -> Iterator[Draft | RecordFailure]:
    """The articles of one piece."""
    for number, line in enumerate(data.split(b"\n"), first):
        if line:
            record = json.loads(line)
            yield article(number, record if isinstance(record, dict) else Broken(record[0]), decoded)


@contextlib.contextmanager
def opened(stream: IO[bytes], name: str) -> Iterator[tuple[TextIO, Decoded]]:
    """The text of a stream of bytes, and its encoding, judged by its first part. Raises ReadError."""
    sample = stream.read(_SAMPLE)
    judged = decode(sample[: sample.rfind(b"\n") + 1] or sample)
    try:
        codecs.lookup(judged.encoding)
    except LookupError as error:  # EUC-TW, which is decoded as a whole
        raise ReadError("reason.too_large", path=name, size=stream.seek(0, io.SEEK_END) >> 20) from error
    stream.seek(len(byte_order_mark(sample)))
    text = io.TextIOWrapper(stream, judged.encoding, errors="replace", newline="")
    try:
        yield text, replace(judged, text="")
    finally:
        text.detach()


def rows(text: TextIO) -> Iterator[tuple[int, dict[str, str] | Broken | None]]:
    """The rows under the header of a csv or tsv file by their numbers; None for an empty one.

    The delimiter is found in the first lines. Raises ReadError(no_header, damaged).
    """
    csv.field_size_limit(_LONGEST_FIELD)
    start = text.tell()
    first = "\n"
    while first.isspace():
        first = text.readline(_BLOCK)
    stated = _SEPARATOR.fullmatch(first)
    lines = [first]
    while not stated and len(lines) <= _MOST_ABOVE and lines[-1]:
        lines.append(text.readline(_BLOCK))
    text.seek(start)
    delimiter = stated["mark"] if stated else _delimiter(lines)
    number = 0
    try:
        for number, row in under_header(csv.reader(text, delimiter=delimiter)):
            yield number, row
    except csv.Error as error:
        if not number:
            raise ReadError("reason.damaged", problem=str(error)[:_SHOWN]) from error
        yield number + 1, Broken(str(error)[:_SHOWN])


def _delimiter(lines: list[str]) -> str:
    """The sign that cuts one of the lines into a header."""
    for mark in "\t,;|":
        if has_header([next(csv.reader([line], delimiter=mark), []) for line in lines]):
            return mark
    return ","


def under_header(cells: Iterable[list[str]]) -> Iterator[tuple[int, dict[str, str] | None]]:
    """The rows under the header as fields; None for an empty one. Raises ReadError(no_header).

    The header may stand under a title of the table and other notes.
    """
    columns: list[str] | None = None
    above = 0
    for number, row in enumerate(cells, 1):
        if columns is not None:
            yield number, _fields(columns, row)
        elif any(row):
            columns = columns_of(row)
            above += 1
            if columns is None and above > _MOST_ABOVE:
                break
    if columns is None:
        raise ReadError("reason.no_header")


def has_header(rows: list[list[str]]) -> bool:
    """Whether one of the first rows is a header."""
    return any(columns_of(row) for row in rows[: _MOST_ABOVE + 1])


def columns_of(header: list[str]) -> list[str] | None:
    """The field that each column holds ("" for others); None if there is no body."""
    columns = [field_of(cell.strip().strip("\ufeff")) for cell in header]
    return columns if "body" in columns else None


def _fields(columns: list[str], row: list[str]) -> dict[str, str] | None:
    if not any(cell.strip() for cell in row):
        return None
    fields: dict[str, str] = {}
    for column, cell in zip(columns, row, strict=False):
        if column and cell:
            fields.setdefault(column, cell)
    return fields


def values(text: TextIO) -> Iterator[tuple[int, object]]:
    """The records of JSON, numbered from 1: of an array, of one inside an object, or one after another.

    A record that cannot be read is Broken; the reading goes on at the next that looks like one.
    """
    source = _Source(text)
    number = 0
    inside = within = False  # an array, and the array an object
    while char := source.next():
        if char in "]}" or (char == "[" and not inside):
            source.skip()
            inside = char == "[" or (char == "]" and within and source.find_array())
            within = within and inside
            continue
        value = source.value()
        if value is None and char == "{" and not inside:
            source.skip()
            if source.find_array():
                inside = within = True
                continue
        if value is None or isinstance(value, Broken):
            source.pass_over()
        for record in _records(value) if char == "{" and not inside else (value,):
            number += 1
            yield number, _TOO_LONG if record is None else record


def _records(value: object) -> list[object]:
    """An object as a record, or the records of the longest array of objects in it."""
    if not isinstance(value, dict) or any(field_of(key) == "body" for key in value):
        return [value]
    inner = [item for item in value.values() if isinstance(item, list) and item and isinstance(item[0], dict)]
    return max(inner, key=len, default=[value])


class _Source:
    """Text read block by block, with a place in it."""

    def __init__(self, text: TextIO) -> None:
        self._text, self._buffer, self._at, self._ended = text, "", 0, False

    def _fill(self, least: int) -> bool:
        """Read on; False at the end."""
        more = "" if self._ended else self._text.read(max(_BLOCK, least))
        self._ended = not more
        self._buffer, self._at = self._buffer[self._at :] + more, 0
        return bool(more)

    def next(self) -> str:
        """The next character that is no blank and no comma; "" at the end."""
        while True:
            self._at = _BETWEEN.match(self._buffer, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._fill(0):
                return ""

    def skip(self) -> None:
        """Pass over one character."""
        self._at += 1

    def value(self) -> object:
        """The value that begins here; Broken if there is none, and None if it does not end."""
        while True:
            try:
                value, self._at = _DECODER.raw_decode(self._buffer, self._at)
            except RecursionError:
                return Broken("too deep")
            except json.JSONDecodeError as error:
                length = len(self._buffer) - self._at
                if error.pos < len(self._buffer) - _SHOWN and "Unterminated" not in error.msg:
                    return Broken(error.msg)
                if length >= _LONGEST_RECORD:
                    return None
                if not self._fill(length):
                    return Broken(error.msg)
            except ValueError as error:  # a number of more digits than Python reads
                return Broken(str(error).partition(";")[0])
            else:
                return _NULL if value is None else value

    def pass_over(self) -> None:
        """Go on behind a value that cannot be read, where the next object begins."""
        while (found := _NEXT_RECORD.search(self._buffer, self._at)) is None:
            self._at = max(self._at, len(self._buffer) - _SHOWN)
            if not self._fill(0):
                self._at = len(self._buffer)
                return
        self._at = found.end()

    def find_array(self) -> bool:
        """Go into the next array of objects among the fields of the object here; False if there is none."""
        while self.next() not in ("", "}"):
            self.value()  # the key
            if self.next() != ":":
                return False
            self.skip()
            self.next()
            if array := _ARRAY_OF_OBJECTS.match(self._buffer, self._at):
                self._at = array.end()
                return True
            if isinstance(self.value(), Broken | None):
                return False
        return False
