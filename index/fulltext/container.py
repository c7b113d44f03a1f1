"""One file per segment: named arrays, page checksums, a directory and a footer.

The file is written once and never changed. A reader maps it and checks, on opening, the footer, the
directory and the table of checksums; every page of 16 KiB is checked when it is first touched, so
opening is fast and no flipped byte ever becomes an answer. Nothing here can run code: the directory is
JSON, everything else numbers. Called by `building`, `merging` (write) and `segment` (read).
"""

from __future__ import annotations

import contextlib
import json
import mmap
import os
import re
import struct
import threading
import weakref
import zlib
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from index.errors import IndexDamaged

PAGE = 1 << 14
RESIDENT = 32 << 20  # bytes read from mapped files until their pages are given back
AROUND = 1 << 16  # what the system maps besides, wherever something is read
_HEADER = b"JZSEG\x00\x00\x01"
# directory offset, directory length, table offset, pages, crc of the table; then the crc of the footer itself
_FOOTER = struct.Struct("<8sQQQQII")


class ContainerWriter:
    """Writes named arrays into one file; `close` makes it durable, `abandon` removes it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO = path.open("wb")
        self._checksums: list[int] = []
        self._tail = bytearray()
        self._at = 0
        self._directory: dict[str, tuple[int, int, str]] = {}
        self._open: tuple[str, int, str] | None = None
        self._put(_HEADER)

    def add(self, name: str, array: npt.NDArray[Any]) -> None:
        """Write a whole array."""
        self.begin(name, array.dtype)
        self.append(array)
        self.end()

    def begin(self, name: str, dtype: npt.DTypeLike) -> None:
        """Begin an array that comes in pieces."""
        self._put(b"\x00" * (-self._at % 8))
        self._open = (name, self._at, np.dtype(dtype).newbyteorder("<").str)

    def append(self, array: npt.NDArray[Any]) -> None:
        """The next piece of the array that was begun."""
        assert self._open is not None  # noqa: S101 -- begin() was called
        self._put(np.ascontiguousarray(array, dtype=np.dtype(self._open[2])).data.cast("B"))

    def end(self) -> None:
        """Finish the array that was begun."""
        assert self._open is not None  # noqa: S101 -- begin() was called
        name, start, dtype = self._open
        self._directory[name] = (start, self._at - start, dtype)
        self._open = None

    def close(self) -> int:
        """Write directory, checksums and footer, and force them to the disk; returns the size in bytes."""
        directory_at = self._at
        directory = json.dumps(self._directory, separators=(",", ":")).encode()
        self._put(directory)
        table_at = self._at
        if self._tail:
            self._checksums.append(zlib.crc32(self._tail))
            self._file.write(self._tail)
        table = np.array(self._checksums, dtype="<u4").tobytes()
        self._file.write(table)
        body = _FOOTER.pack(
            _HEADER, directory_at, len(directory), table_at, len(self._checksums), zlib.crc32(table), 0
        )[:-4]
        self._file.write(body + struct.pack("<I", zlib.crc32(body)))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return table_at + len(table) + _FOOTER.size

    def abandon(self) -> None:
        """Give up: close and remove the file."""
        self._file.close()
        self.path.unlink(missing_ok=True)

    def _put(self, data: bytes | memoryview) -> None:
        self._at += len(data)
        tail = self._tail
        tail += data
        if len(tail) >= PAGE:
            whole = len(tail) - len(tail) % PAGE
            view = memoryview(tail)
            self._checksums += [zlib.crc32(view[at : at + PAGE]) for at in range(0, whole, PAGE)]
            self._file.write(view[:whole])
            view.release()
            del tail[:whole]


class _Resident:
    """Keeps the memory of a process small: mapped pages count as its own until somebody else needs them.

    Where the system lets us (not on Windows, which trims by itself), all maps give their pages back after
    every RESIDENT bytes read; what is read again comes from the system's cache.
    """

    def __init__(self) -> None:
        self.maps: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()
        self._read = 0
        self._lock = threading.Lock()

    def read(self, size: int) -> None:
        """Count `size` bytes that are about to be read."""
        self._read += size + AROUND
        if self._read < RESIDENT:
            return
        with self._lock:
            self._read = 0
            for one in list(self.maps):
                with contextlib.suppress(ValueError, OSError):
                    one.madvise(mmap.MADV_DONTNEED)


_resident = _Resident() if hasattr(mmap.mmap, "madvise") else None


class Container:
    """A mapped segment file. `part` and `whole` give checked, read-only views."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError:
            raise
        except (OSError, ValueError) as error:
            raise IndexDamaged(path=str(path), reason=str(error)) from error
        if _resident is not None:
            _resident.maps.add(self._map)
        self._data = np.frombuffer(self._map, dtype=np.uint8)
        self.size = len(self._data)
        self._wholes: dict[str, npt.NDArray[Any]] = {}
        self._read_footer()

    def _read_footer(self) -> None:
        if self.size < len(_HEADER) + _FOOTER.size:
            raise self._damaged("too short")
        body = self._data[self.size - _FOOTER.size :].tobytes()
        magic, directory_at, directory_length, table_at, pages, table_crc, crc = _FOOTER.unpack(body)
        if magic != _HEADER or zlib.crc32(body[:-4]) != crc:
            raise self._damaged("footer")
        if table_at + 4 * pages + _FOOTER.size != self.size or directory_at + directory_length != table_at:
            raise self._damaged("size")
        table = self._data[table_at : table_at + 4 * pages]
        if zlib.crc32(table.data) != table_crc or pages != -(-table_at // PAGE):
            raise self._damaged("checksums")
        self._end = table_at
        self._checksums = table.copy().view("<u4").tolist()
        self._checked = bytearray(pages)
        self._check(directory_at, table_at)
        try:
            rows = json.loads(self._data[directory_at:table_at].tobytes())
            self._directory = {
                str(name): (int(start), int(length), _plain(kind))
                for name, (start, length, kind) in rows.items()
            }
        except (ValueError, TypeError, AttributeError, RecursionError, OverflowError) as error:
            raise self._damaged("directory") from error

    def _damaged(self, reason: str) -> IndexDamaged:
        return IndexDamaged(path=str(self.path), reason=f"{self.path.name}: {reason}")

    def _check(self, start: int, end: int) -> None:
        if end <= start:
            return
        first, last = start // PAGE, (end - 1) // PAGE + 1
        page = self._checked.find(0, first, last)
        while page >= 0:
            at = page * PAGE
            if zlib.crc32(self._data[at : min(at + PAGE, self._end)].data) != self._checksums[page]:
                raise self._damaged(f"checksum of page {page}")
            self._checked[page] = 1
            page = self._checked.find(0, page + 1, last)

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def _entry(self, name: str) -> tuple[int, int, np.dtype[Any]]:
        entry = self._directory.get(name)
        if entry is None:
            raise self._damaged(f"{name} is missing")
        return entry

    def names(self) -> list[str]:
        """The names of all arrays."""
        return list(self._directory)

    def length(self, name: str) -> int:
        """Number of items in the array `name`."""
        _, length, kind = self._entry(name)
        return int(length // kind.itemsize)

    def part(self, name: str, first: int, last: int) -> npt.NDArray[Any]:
        """Items `first` up to `last` (not included) of the array `name`."""
        start, length, kind = self._entry(name)
        begin, end = start + first * kind.itemsize, start + last * kind.itemsize
        if not 0 <= start <= begin <= end <= min(start + length, self._end):
            raise self._damaged(f"{name} is out of bounds")
        self._check(begin, end)
        if _resident is not None:
            _resident.read(end - begin)
        return self._data[begin:end].view(kind)

    def whole(self, name: str) -> npt.NDArray[Any]:
        """The whole array `name`, kept."""
        array = self._wholes.get(name)
        if array is None:
            array = self._wholes[name] = self.part(name, 0, self.length(name))
        return array

    def verify(self) -> str | None:
        """Check every byte; the reason if something is wrong."""
        self._checked = bytearray(len(self._checked))
        try:
            if self._data[: len(_HEADER)].tobytes() != _HEADER:
                return f"{self.path.name}: header"
            self._check(0, self._end)
        except IndexDamaged as error:
            return str(error.details["reason"])
        return None


def _plain(kind: object) -> np.dtype[Any]:
    """A type of numbers; ValueError for anything else, such as Python objects."""
    if not isinstance(kind, str) or not re.fullmatch(r"[<|][iuf][1248]|\|b1", kind):
        raise ValueError(kind)
    return np.dtype(kind)
