"""Archives of files: zip, gz, and the guard that every format inside a zip needs.

A zip's members go through the same readers as files do; nested archives too, to a small depth. What a
member expands to is counted before and while it is read, so that a bomb costs nothing.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from index.errors import ReadError
from index.importing.failure import RecordFailure
from index.importing.listing import is_wanted_name
from index.model import Draft

_DEEPEST = 4
_LARGEST_MEMBER = 64 << 20
_LARGEST_TOTAL = 2 << 30
_MOST_MEMBERS = 200_000
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
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        members = sorted(package.infolist(), key=lambda member: member.filename)
    except BROKEN as error:
        raise ReadError("reason.damaged", path=name, problem=_short(error)) from error
    if len(members) > _MOST_MEMBERS:
        raise ReadError("reason.bomb", path=name, size=_LARGEST_TOTAL >> 20)
    left = _LARGEST_TOTAL
    for member in members:
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
