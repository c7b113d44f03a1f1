"""The table of contents of an index folder: JSON with a checksum, replaced atomically.

Whoosh would pickle its own table; an archive from a stranger must not be able to run code, so ours is
text: the version, a generation that grows by one with every commit, and the segments with their deleted
documents. Called by `store`.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import re
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.atomic import read_small
from index.errors import IndexDamaged

INDEX_VERSION = 3
TOC_NAME = "toc.json"
_LONGEST = 1 << 28  # bytes; a segment takes a few hundred
_NAME = re.compile(r"[0-9a-f]{16}\.seg")


@dataclass(frozen=True)
class Entry:
    """One committed segment: its file, the documents in it, and which of them are deleted (bool array)."""

    name: str
    documents: int
    deleted: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Toc:
    """What the index consists of."""

    generation: int
    entries: tuple[Entry, ...]


def read_toc(folder: Path) -> Toc:
    """The committed table of contents; IndexDamaged if it is torn, foreign or of another version."""
    path = folder / TOC_NAME
    try:
        raw = read_small(path, _LONGEST).encode("utf-8")
        head, _, body = raw.partition(b"\n")
        if head != f"juanzong-fulltext {INDEX_VERSION} {zlib.crc32(body):08x}".encode():
            raise IndexDamaged(path=str(path), reason="toc.json")
        table = json.loads(body)
        entries = tuple(
            Entry(row["name"], row["documents"], _unpack(row["deleted"], row["documents"]))
            for row in table["segments"]
        )
        for entry in entries:
            if not _NAME.fullmatch(entry.name):
                raise IndexDamaged(path=str(path), reason=f"toc.json: {entry.name}")
        if not _counts(table["generation"], *(entry.documents for entry in entries)):
            raise IndexDamaged(path=str(path), reason="toc.json: numbers")
        return Toc(table["generation"], entries)
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        MemoryError,
        RecursionError,
        zlib.error,
        binascii.Error,
    ) as error:
        raise IndexDamaged(path=str(path), reason=f"toc.json: {error}") from error


def write_toc(folder: Path, toc: Toc) -> None:
    """Replace the table of contents in one step: temporary name, fsync, rename, fsync of the folder."""
    rows = [{"name": e.name, "documents": e.documents, "deleted": _pack(e.deleted)} for e in toc.entries]
    body = json.dumps({"generation": toc.generation, "segments": rows}, separators=(",", ":")).encode()
    path = folder / TOC_NAME
    temporary = folder / f"{TOC_NAME}.new"
    with temporary.open("wb") as file:
        file.write(f"juanzong-fulltext {INDEX_VERSION} {zlib.crc32(body):08x}\n".encode() + body)
        file.flush()
        os.fsync(file.fileno())
    _replace(temporary, path)
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _counts(*numbers: object) -> bool:
    """Whether these are whole numbers that can count something."""
    return all(type(number) is int and 0 <= number < 1 << 48 for number in numbers)


def _replace(temporary: Path, path: Path) -> None:
    # On Windows a reader of another process may hold the old file for a moment.
    for attempt in range(20):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if attempt == 19:
                raise
            time.sleep(0.05)


def _pack(deleted: npt.NDArray[np.bool_]) -> str:
    if not deleted.any():
        return ""
    return base64.b64encode(zlib.compress(np.packbits(deleted).tobytes())).decode()


def _unpack(text: str, documents: int) -> npt.NDArray[np.bool_]:
    if not text:
        return np.zeros(documents, dtype=bool)
    bits = np.frombuffer(zlib.decompress(base64.b64decode(text, validate=True)), dtype=np.uint8)
    return np.unpackbits(bits, count=documents).astype(bool)
