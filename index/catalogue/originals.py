"""The bytes as they came: content-addressed, compressed, written once and never changed.

`originals/ab/abcdef….gz` for what shrinks, without `.gz` for what is compressed already. Called by the
worker processes while importing, and by the archive to show what an article looked like.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import tempfile
import zlib
from pathlib import Path
from typing import BinaryIO

UNREADABLE = (OSError, EOFError, zlib.error)  # what reading a damaged original may raise
_DIGEST = re.compile("[0-9a-f]{64}")
_BLOCK = 1 << 20
_COMPRESSED = (b"\x1f\x8b", b"PK\x03\x04", b"%PDF", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ")


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def place(folder: Path, digest: str) -> Path | None:
    """Where the original with this digest lies, or None; what is no digest leads nowhere."""
    if not _DIGEST.fullmatch(digest):
        return None
    for name in (f"{digest}.gz", digest):
        path = folder / digest[:2] / name
        if path.is_file():
            return path
    return None


def store(folder: Path, path: Path) -> str:
    """Keep a copy of the file's bytes in `folder`; returns its digest. Safe against crashes."""
    digest = digest_of(path)
    if place(folder, digest) is not None:
        return digest
    shelf = folder / digest[:2]
    shelf.mkdir(parents=True, exist_ok=True)
    with path.open("rb") as source:
        packed = source.read(8).startswith(_COMPRESSED)
        source.seek(0)
        handle, name = tempfile.mkstemp(prefix="new-", dir=shelf)
        try:
            with os.fdopen(handle, "wb") as target:
                if packed:
                    shutil.copyfileobj(source, target, _BLOCK)
                else:
                    with gzip.GzipFile("", "wb", 6, target, mtime=0) as shrunk:
                        shutil.copyfileobj(source, shrunk, _BLOCK)
                target.flush()
                os.fsync(target.fileno())
            Path(name).replace(shelf / (digest if packed else f"{digest}.gz"))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    return digest


def take_over(source: Path, target: Path, digest: str, most: int) -> str | None:
    """Copy an original of another archive, still packed, once its bytes are seen to have that digest.

    None if it is missing, damaged, something else, or longer than `most` bytes when unpacked.
    """
    if place(target, digest) is not None:
        return digest
    theirs = place(source, digest)
    if theirs is None or theirs.is_symlink():
        return None
    shelf = target / digest[:2]
    shelf.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="new-", dir=shelf)
    try:
        with theirs.open("rb") as packed, os.fdopen(handle, "wb") as copy:
            shutil.copyfileobj(packed, copy, _BLOCK)
            copy.flush()
            os.fsync(copy.fileno())
        if not _has_digest(Path(name), theirs.suffix == ".gz", digest, most):
            return None
        Path(name).replace(shelf / theirs.name)
    finally:
        Path(name).unlink(missing_ok=True)
    return digest


def _has_digest(path: Path, shrunk: bool, digest: str, most: int) -> bool:
    found, length = hashlib.sha256(), 0
    with gzip.open(path, "rb") if shrunk else path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
            length += len(block)
            if length > most:
                return False
    return found.hexdigest() == digest


def open_original(folder: Path, digest: str) -> BinaryIO:
    """The original's bytes as a stream; FileNotFoundError if it is gone, UNREADABLE if damaged."""
    path = place(folder, digest)
    if path is None:
        raise FileNotFoundError(digest)
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def intact(folder: Path, digest: str) -> bool:
    """Whether the stored bytes are there and still have their digest."""
    try:
        with open_original(folder, digest) as stream:
            found = hashlib.sha256()
            while block := stream.read(_BLOCK):
                found.update(block)
    except UNREADABLE:
        return False
    return found.hexdigest() == digest


def size(folder: Path) -> int:
    """Bytes that all originals take on disk."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
