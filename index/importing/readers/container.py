"""Archives of files: zip, 7z, gz, and the guard that every format inside a zip needs.

Their members go through the same readers as files do; nested archives too, to a small depth. What a
member expands to is counted before and while it is read, so that a bomb costs nothing.
"""

from __future__ import annotations

import gzip
import io
import mmap
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from index.errors import ReadError
from index.importing.failure import RecordFailure
from index.importing.listing import is_wanted_name
from index.importing.readers import seven_zip
from index.model import Draft

_DEEPEST = 4
_LARGEST_MEMBER = 64 << 20
_LARGEST_TOTAL = 2 << 30
_MOST_MEMBERS = 200_000
_OPEN_MANIFEST = "META-INF/manifest.xml"  # of OpenDocument; tells which parts are encrypted
_EVERYTHING = slice(None)
_UTF8_FLAG = 0x800
ReadAny = Callable[[bytes, str, int], Iterator[Draft | RecordFailure]]
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    KeyError,
)


class Package:
    """A zip that is one document (docx, odt, epub, ofd): guarded access to its parts."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = _LARGEST_MEMBER * 2
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise ReadError("reason.damaged", path=name, problem=_short(error)) from error
        if any(info.flag_bits & 1 for info in self._zip.infolist()[:50]):
            raise ReadError("reason.encrypted", path=name)
        if _OPEN_MANIFEST in self._zip.NameToInfo and b"encryption-data" in self.part(_OPEN_MANIFEST):
            raise ReadError("reason.encrypted", path=name)

    @property
    def parts(self) -> list[str]:
        """The names of the parts, in the order of the zip."""
        return self._zip.namelist()

    def part(self, name: str) -> bytes:
        """The bytes of one part. Raises ReadError: damaged (missing, broken), bomb."""
        try:
            data = _member(self._zip, self._zip.getinfo(name), self._left, self._name)
        except BROKEN as error:
            raise ReadError("reason.damaged", path=self._name, problem=_short(error)) from error
        self._left -= len(data)
        return data


def read_zip(data: bytes, name: str, depth: int, read_any: ReadAny) -> Iterator[Draft | RecordFailure]:
    """The articles of every member; `record` names the member, and the record inside it behind a slash."""
    if depth >= _DEEPEST:
        raise ReadError("reason.too_nested", path=name)
    yield from _read_zip(io.BytesIO(data), name, depth, read_any)


def read_large(
    stream: IO[bytes], mapped: mmap.mmap, name: str, read_any: ReadAny
) -> Iterator[Draft | RecordFailure]:
    """The articles of a zip or 7z file that is not read into memory: open, and mapped to it."""
    if mapped[: len(seven_zip.SIGNATURE)] == seven_zip.SIGNATURE:
        yield from read_7z(mapped, name, 0, read_any)
    else:
        yield from _read_zip(stream, name, 0, read_any)


def read_members(
    stream: IO[bytes], name: str, start: int, end: int, read_any: ReadAny
) -> Iterator[Draft | RecordFailure]:
    """The articles of the members of a zip from number `start` to before `end`, in order of their names."""
    yield from _read_zip(stream, name, 0, read_any, slice(start, end))


def _read_zip(
    stream: IO[bytes], name: str, depth: int, read_any: ReadAny, share: slice = _EVERYTHING
) -> Iterator[Draft | RecordFailure]:
    try:
        package = zipfile.ZipFile(stream)
        members = sorted(package.infolist(), key=lambda member: member.filename)
    except BROKEN as error:
        raise ReadError("reason.damaged", path=name, problem=_short(error)) from error
    if len(members) > _MOST_MEMBERS:
        raise ReadError("reason.bomb", path=name, size=_LARGEST_TOTAL >> 20)
    left = _LARGEST_TOTAL
    for member in members[share]:
        record = member_name(member)
        if member.is_dir() or not is_wanted_name(record):
            continue
        if member.flag_bits & 1:
            yield RecordFailure(record, "reason.encrypted")
            continue
        try:
            content = _member(package, member, min(left, _LARGEST_MEMBER), name)
        except ReadError as error:
            yield _failure(record, error)
            continue
        except BROKEN as error:
            yield RecordFailure(record, "reason.damaged", (("problem", _short(error)),))
            continue
        left -= len(content)
        yield from read_member(content, record, depth, read_any)


def read_7z(
    data: seven_zip.Bytes, name: str, depth: int, read_any: ReadAny
) -> Iterator[Draft | RecordFailure]:
    """The articles of every member of a 7z container, named as in `read_zip`."""
    if depth >= _DEEPEST:
        raise ReadError("reason.too_nested", path=name)
    try:
        folders = seven_zip.folders(data)
    except (seven_zip.Broken, seven_zip.UnknownMethod, seven_zip.Encrypted) as error:
        code, details = _why_not(error)
        raise ReadError(code, path=name, **dict(details)) from error
    if sum(len(folder.members) for folder in folders) > _MOST_MEMBERS:
        raise ReadError("reason.bomb", path=name, size=_LARGEST_TOTAL >> 20)
    left = _LARGEST_TOTAL
    for folder in folders:
        wanted = [member for member in folder.members if is_wanted_name(plain_path(member.name))]
        if folder.size > left:
            yield from (
                RecordFailure(plain_path(member.name), "reason.bomb", (("size", str(left >> 20)),))
                for member in wanted
            )
        elif wanted:
            left -= folder.size
            for record, content in _unpacked(data, folder):
                if isinstance(content, RecordFailure):
                    yield content
                else:
                    yield from read_member(content, record, depth, read_any)


def _unpacked(data: seven_zip.Bytes, folder: seven_zip.Folder) -> Iterator[tuple[str, bytes | RecordFailure]]:
    """The wanted members of one block with their bytes; where it breaks off, the rest as failures."""
    chunks = seven_zip.unpack(data, folder)
    spare = b""
    failure: tuple[str, tuple[tuple[str, str], ...]] | None = None
    for member in folder.members:
        record = plain_path(member.name)
        wanted = is_wanted_name(record)
        if failure is None:
            try:
                content, spare = _next_member(chunks, spare, member.size, keep=wanted)
            except (seven_zip.Broken, seven_zip.UnknownMethod, seven_zip.Encrypted) as error:
                failure = _why_not(error)
        if not wanted:
            continue
        if failure is not None:
            yield record, RecordFailure(record, *failure)
        elif content is None:
            yield record, RecordFailure(record, "reason.bomb", (("size", str(_LARGEST_MEMBER >> 20)),))
        elif member.crc is not None and zlib.crc32(content) != member.crc:
            yield record, RecordFailure(record, "reason.damaged", (("problem", "CRC"),))
        else:
            yield record, content


def _next_member(
    chunks: Iterator[bytes], spare: bytes, size: int, *, keep: bool
) -> tuple[bytes | None, bytes]:
    """The next `size` bytes of a block and what was read beyond; None for one too large or not to be kept."""
    keep = keep and size <= _LARGEST_MEMBER
    pieces: list[bytes] = []
    left = size
    while True:
        piece, spare = spare[:left], spare[left:]
        left -= len(piece)
        if keep:
            pieces.append(piece)
        if not left:
            return (b"".join(pieces) if keep else None), spare
        spare = next(chunks, b"")
        if not spare:
            raise seven_zip.Broken("end of file is missing")


def _why_not(error: ValueError) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The reason for the report why a 7z container, or a part of it, cannot be read."""
    if isinstance(error, seven_zip.Encrypted):
        return "reason.encrypted", ()
    if isinstance(error, seven_zip.UnknownMethod):
        return "reason.unknown_method", (("method", str(error)),)
    return "reason.damaged", (("problem", _short(error)),)


def read_member(
    content: bytes, record: str, depth: int, read_any: ReadAny
) -> Iterator[Draft | RecordFailure]:
    """The articles of one member of any container, its failures turned into records."""
    try:
        for item in read_any(content, record, depth + 1):
            inner = f"{record}/{item.record}" if item.record else record
            yield (
                replace(item, record=inner)
                if isinstance(item, RecordFailure)
                else replace(item, record=inner, start=0, length=0)
            )
    except ReadError as error:
        yield _failure(record, error)


def read_gzip(data: bytes, name: str, depth: int, read_any: ReadAny) -> Iterator[Draft | RecordFailure]:
    """The articles of a single compressed file (`name.html.gz`)."""
    if depth >= _DEEPEST:
        raise ReadError("reason.too_nested", path=name)
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            content = stream.read(_LARGEST_MEMBER + 1)
    except BROKEN as error:
        raise ReadError("reason.damaged", path=name, problem=_short(error)) from error
    if len(content) > _LARGEST_MEMBER:
        raise ReadError("reason.bomb", path=name, size=_LARGEST_MEMBER >> 20)
    yield from read_any(content, name[:-3] if name.lower().endswith(".gz") else name, depth + 1)


def _member(package: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int, name: str) -> bytes:
    """The bytes of a member, at most `limit`; the size that the zip states is not trusted."""
    if member.file_size > limit:
        raise ReadError("reason.bomb", path=name, size=limit >> 20)
    with package.open(member) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise ReadError("reason.bomb", path=name, size=limit >> 20)
    return content


def member_name(member: zipfile.ZipInfo) -> str:
    """The member's path as its maker meant it: Windows in China writes GBK without saying so."""
    path = member.filename
    if not member.flag_bits & _UTF8_FLAG:
        try:
            raw = path.encode("cp437")
            path = raw.decode("utf-8") if _is_utf8(raw) else raw.decode("gb18030")
        except UnicodeError:
            path = member.filename
    return plain_path(path)


def plain_path(path: str) -> str:
    """A member's path with plain slashes that never leads out of its archive."""
    return str(
        PurePosixPath(*(part for part in path.replace("\\", "/").split("/") if part not in ("", ".", "..")))
    )


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _failure(record: str, error: ReadError) -> RecordFailure:
    return RecordFailure(record, error.code, tuple((key, str(value)) for key, value in error.details.items()))


def _short(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]
