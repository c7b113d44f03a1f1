"""The 7z container: what lies in it, and its streams unpacked piece by piece.

Called by `index.importing.readers.container`. `headers` reads what is told of the members, `coders` undoes
the methods, `parts` are what both speak of. Nothing is unpacked as a whole: a solid block runs through, and
only the members asked for are kept.
"""

from __future__ import annotations

import lzma
import struct
import zlib

from index.importing.readers.seven_zip.coders import decoder
from index.importing.readers.seven_zip.headers import Reader, read_header, read_streams
from index.importing.readers.seven_zip.parts import (
    Broken,
    Bytes,
    Chunks,
    Encrypted,
    Folder,
    Member,
    UnknownMethod,
)

__all__ = [
    "SIGNATURE",
    "Broken",
    "Bytes",
    "Chunks",
    "Encrypted",
    "Folder",
    "Member",
    "UnknownMethod",
    "folders",
    "unpack",
]

SIGNATURE = b"7z\xbc\xaf\x27\x1c"
_BLOCK = 1 << 18
_LARGEST_HEADER = 64 << 20


def folders(data: Bytes) -> list[Folder]:
    """What a 7z file holds; members without bytes are left out. Raises Broken, Encrypted, UnknownMethod."""
    try:
        return _folders(data)
    except (struct.error, IndexError, lzma.LZMAError, zlib.error, OSError, EOFError, OverflowError) as error:
        raise Broken(str(error)) from error


def unpack(data: Bytes, folder: Folder) -> Chunks:
    """The bytes of all members of a folder, one behind the other, in pieces.

    Raises Encrypted, UnknownMethod, Broken while it runs.
    """
    if folder.encrypted:
        raise Encrypted
    if not folder.coders:
        return
    coders = folder.chain()
    start, length = folder.packed[0]
    chunks: Chunks = (
        data[at : min(at + _BLOCK, start + length)] for at in range(start, start + length, _BLOCK)
    )
    for coder in coders:
        chunks = _bounded(decoder(coder)(chunks), coder.size)
    try:
        yield from chunks
    except (lzma.LZMAError, zlib.error, OSError, EOFError, ValueError) as error:
        raise Broken(str(error)) from error


def _folders(data: Bytes) -> list[Folder]:
    if len(data) < 32 or data[: len(SIGNATURE)] != SIGNATURE:
        raise Broken("signature")
    start_crc, offset, size, crc = struct.unpack("<IQQI", data[8:32])
    if zlib.crc32(data[12:32]) != start_crc:
        raise Broken("start header")
    if not size:
        return []
    header = data[32 + offset : 32 + offset + size]
    if len(header) != size or zlib.crc32(header) != crc:
        raise Broken("end of file is missing")
    for _ in range(4):
        reader = Reader(header)
        kind = reader.byte()
        if kind == 0x01:
            return read_header(reader)
        if kind != 0x17:
            raise Broken("header")
        packed = read_streams(reader)
        if len(packed) != 1 or packed[0].size > _LARGEST_HEADER:
            raise Broken("header")
        header = b"".join(unpack(data, packed[0]))
    raise Broken("header")


def _bounded(chunks: Chunks, size: int) -> Chunks:
    """At most `size` bytes of `chunks`: coders without an end mark may give a few more."""
    for chunk in chunks:
        piece = chunk[:size]
        size -= len(piece)
        yield piece
        if not size:
            return
