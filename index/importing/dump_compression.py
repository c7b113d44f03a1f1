"""How a compressed crawl dump is put together: each record for itself, as the standard asks, or all in one.

Called by `index.importing.units`, which cuts only the first kind into stretches, and by the reader of dumps.
"""

from __future__ import annotations

import zlib
from typing import IO

_GZIP = b"\x1f\x8b"
_LOOK = 8 << 20  # bytes of the first member that are unpacked; the first record is a few hundred
_BLOCK = 1 << 16
_NEXT_RECORD = (b"\n\r\nWARC/", b"\n\nWARC/")


def is_one_piece(stream: IO[bytes]) -> bool:
    """Whether a dump was compressed as a whole, so that no record can be read without those before it.

    Looks at the first member from the stream's beginning, and returns there.
    """
    stream.seek(0)
    unpacking = zlib.decompressobj(31)
    seen = b""
    one_piece = False
    try:
        if stream.read(2) == _GZIP:
            stream.seek(0)
            while not (unpacking.eof or one_piece) and len(seen) < _LOOK and (block := stream.read(_BLOCK)):
                seen += unpacking.decompress(block, _LOOK)
                one_piece = any(mark in seen for mark in _NEXT_RECORD)
    except zlib.error:
        one_piece = False
    stream.seek(0)
    return one_piece
