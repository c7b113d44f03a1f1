"""Cutting files into units of work and turning a unit into drafts.

`units` runs in the importing process: cheap, sequential, it only cuts record files into chunks. `drafts`
runs in worker processes and does everything heavy. Both are called by `index.archive`.
"""

from __future__ import annotations

import codecs
import contextlib
import gzip
import mmap
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from index.errors import ReadError
from index.importing.dump_compression import is_one_piece
from index.importing.encoding import Decoded
from index.importing.failure import RecordFailure
from index.model import Draft

_CHUNK_RECORDS = 200
_CHUNK_BYTES = 1 << 20
_LONGEST_LINE = 32 << 20  # a longer line is skipped and reported
_LARGEST_FILE = 256 << 20
_MOST_FAILURES = 10_000  # of one file in the report
DUMP_SUFFIXES = (".warc", ".warc.gz", ".wet", ".wet.gz", ".arc", ".arc.gz")  # read as streams, however large
_FOLDER_SUFFIXES = (".zip", ".7z")  # read member by member, however large
_CHUNK_MEMBERS = 40
_MOST_SHARES = 200  # each reads the directory of the zip again
_MOST_MEMBERS = 200_000
_DOCUMENT_PARTS = {
    "[Content_Types].xml",
    "OFD.xml",
    "mimetype",
    "META-INF/container.xml",
}  # of zips that are one
_CUTTABLE = (".warc", ".warc.gz", ".wet", ".wet.gz")  # whose records can be found from anywhere
_STRETCH = 4 << 20  # bytes of a dump for one worker
_PACKED = 3  # how much smaller a compressed file is, about
TABLE_SUFFIXES = (".json", ".csv", ".tsv")  # read record by record if larger than _TABLE
_TABLE = 8 << 20
RECORD_SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of work for one worker: a whole file, some records of one, a stretch of a dump, or some
    members of a zip.

    `data` are lines of JSON Lines, or records of a large table or array as `readers.streams` packs them; then
    `decoded` tells how the file is encoded.

    Of records, `first_record` is the line number (from 1) of the first one, `start` the place of its first
    byte in the decompressed file. Of a dump, the records that begin from byte `start` to before byte `end`;
    of a zip, its members from number `start` to before `end`, by name.
    """

    path: Path
    kind: str  # "file" | "records" | "table" | "dump" | "members"
    data: bytes | None = None
    first_record: int = 0
    start: int = 0
    end: int = 0
    decoded: Decoded | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing else of the file is to be read."""
        return self.kind == "file"

    @property
    def size(self) -> int:
        """Bytes of the file that it stands for, where that is not all of it."""
        if self.data is None:
            return self.end - self.start if self.kind == "dump" else 0
        return len(self.data) // (_PACKED if self.path.name.lower().endswith(".gz") else 1)


def units(path: Path) -> Iterator[Unit]:
    """The units of one file, in order. Raises ReadError: missing, locked, damaged."""
    if not path.name.lower().endswith(RECORD_SUFFIXES):
        try:
            size = path.stat().st_size
        except OSError as error:
            raise _unreadable(path, error) from error
        if size > _TABLE and path.name.lower().endswith(TABLE_SUFFIXES):
            yield from _table_units(path)
            return
        if size > _LARGEST_FILE and not path.name.lower().endswith((*DUMP_SUFFIXES, *_FOLDER_SUFFIXES)):
            raise ReadError("reason.too_large", path=str(path), size=size >> 20)
        if size == 0:
            raise ReadError("reason.empty", path=str(path))
        if size > _STRETCH and path.name.lower().endswith(_CUTTABLE) and not _is_one_piece(path):
            for start in range(0, size, _STRETCH):
                yield Unit(path, "dump", start=start, end=min(size, start + _STRETCH))
            return
        yield from _member_units(path)
        return
    try:
        with _opened(path) as lines:
            if lines.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
                yield Unit(path, "file")  # its lines do not end in a single byte
                return
            lines.seek(0)
            yield from _record_units(path, lines)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise ReadError("reason.damaged", path=str(path), problem=str(error)[:120]) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def _table_units(path: Path) -> Iterator[Unit]:
    """The records of a large table or array, some at a time."""
    from index.importing.readers import streams  # here: see `drafts`

    try:
        with _stream(path) as stream:
            for first, data, decoded in streams.chunks(stream, str(path)):
                yield Unit(path, "table", data, first, decoded=decoded)
    except OSError as error:
        raise _unreadable(path, error) from error


def _member_units(path: Path) -> Iterator[Unit]:
    """A zip in shares of its members, so that all workers have some; any other file as a whole."""
    names: list[str] = []
    if path.name.lower().endswith(".zip"):
        broken = contextlib.suppress(OSError, zipfile.BadZipFile, ValueError, NotImplementedError)
        with broken, zipfile.ZipFile(path) as package:
            names = package.namelist()
    share = max(_CHUNK_MEMBERS, -(-len(names) // _MOST_SHARES))
    if not _CHUNK_MEMBERS < len(names) <= _MOST_MEMBERS or _DOCUMENT_PARTS & set(names):
        yield Unit(path, "file")
        return
    for start in range(0, len(names), share):
        yield Unit(path, "members", start=start, end=min(len(names), start + share))


def _opened(path: Path) -> IO[bytes]:
    if path.name.lower().endswith(".gz"):
        return cast(IO[bytes], gzip.open(path, "rb"))
    return path.open("rb")


def _is_one_piece(path: Path) -> bool:
    with _stream(path) as stream:
        return is_one_piece(stream)


def _stream(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return ReadError("reason.missing", path=str(path))
    if isinstance(error, PermissionError):
        return ReadError("reason.locked", path=str(path))
    return ReadError("reason.unreadable", path=str(path), problem=error.strerror or type(error).__name__)


def _record_units(path: Path, lines: IO[bytes]) -> Iterator[Unit]:
    """Chunks of whole lines; a line beyond the limit is passed on cut, which its reader reports."""
    chunk: list[bytes] = []
    size = 0
    first_record, start = 1, 0
    record, position = 1, 0
    records = 0  # in this chunk; blank lines are none
    while line := lines.readline(_LONGEST_LINE + 1):
        skipped = 0
        if len(line) > _LONGEST_LINE and not line.endswith(b"\n"):
            while more := lines.readline(1 << 20):
                skipped += len(more)
                if more.endswith(b"\n"):
                    break
        chunk.append(line)
        records += not line.isspace()
        size += len(line)
        record += 1
        position += len(line) + skipped
        if records >= _CHUNK_RECORDS or size >= _CHUNK_BYTES or skipped:
            yield Unit(path, "records", b"".join(chunk), first_record, start)
            chunk, size, records, first_record, start = [], 0, 0, record, position
    if chunk:
        yield Unit(path, "records", b"".join(chunk), first_record, start)


def drafts(unit: Unit) -> Iterator[Draft | RecordFailure]:
    """The articles of a unit, repaired. Raises ReadError if the file as a whole cannot be read."""
    # Imported here: the window starts without the readers' libraries, and workers need them only once.
    from index.importing.readers import container, crawl, read_any, streams
    from index.importing.readers.json_lines import read_lines

    if unit.data is not None and unit.decoded is not None:
        yield from streams.unpacked(unit.data, unit.first_record, unit.decoded)
        return
    if unit.data is not None:
        yield from read_lines(unit.data, unit.first_record, unit.start)
        return
    if unit.kind == "dump":
        with _stream(unit.path) as stream:
            stretch = crawl.read_stretch(stream, unit.start, unit.end, str(unit.path))
            yield from _few_failures(stretch)
        return
    if unit.kind == "members":
        with _stream(unit.path) as stream:
            members = container.read_members(stream, str(unit.path), unit.start, unit.end, read_any)
            yield from _few_failures(members)
        return
    yield from _few_failures(_whole_file(unit, crawl.read_stream, read_any))


def _whole_file(
    unit: Unit,
    read_stream: Callable[[IO[bytes], str], Iterator[Draft | RecordFailure]],
    read_any: Callable[[bytes, str], Iterator[Draft | RecordFailure]],
) -> Iterator[Draft | RecordFailure]:
    if unit.path.name.lower().endswith(DUMP_SUFFIXES):
        with _stream(unit.path) as stream:
            yield from read_stream(stream, str(unit.path))
        return
    name = str(unit.path)
    if unit.path.name.lower().endswith(_FOLDER_SUFFIXES) and unit.path.stat().st_size > _LARGEST_FILE:
        yield from _mapped(unit.path, read_any)
        return
    try:
        data = unit.path.read_bytes()
    except OSError as error:
        raise _unreadable(unit.path, error) from error
    if not data:
        raise ReadError("reason.empty", path=name)
    yield from read_any(data, name)


def _mapped(
    path: Path, read_any: Callable[..., Iterator[Draft | RecordFailure]]
) -> Iterator[Draft | RecordFailure]:
    """The articles of an archive of files that is too large for memory."""
    from index.importing.readers.container import read_large

    with _stream(path) as stream:
        try:
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ReadError("reason.unreadable", path=str(path), problem=str(error)) from error
        with mapped:
            yield from read_large(stream, mapped, str(path), read_any)


def _few_failures(items: Iterator[Draft | RecordFailure]) -> Iterator[Draft | RecordFailure]:
    """The items; of failures only the first _MOST_FAILURES, and how many more there were."""
    failures = 0
    for item in items:
        if isinstance(item, RecordFailure):
            failures += 1
            if failures > _MOST_FAILURES:
                continue
        yield item
    if failures > _MOST_FAILURES:
        more = str(failures - _MOST_FAILURES)
        yield RecordFailure("…", "reason.more_failures", (("count", more),))
