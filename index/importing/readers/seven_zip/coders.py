"""What undoes each method of a 7z container, as a chain of pieces: nothing is unpacked as a whole.

Python's own decoders do the work (lzma, bz2, zlib). PPMd is left out: what decodes it for Python
can be crashed by a damaged file. Called by `seven_zip`.
"""

from __future__ import annotations

import bz2
import lzma
import struct
import zlib
from collections.abc import Callable

from index.importing.readers.seven_zip.parts import Chunks, Coder, UnknownMethod, method_name

_BLOCK = 1 << 18
_LARGEST_DICTIONARY = 256 << 20
_LZMA, _LZMA2, _DELTA = b"\x03\x01\x01", b"\x21", b"\x03"
_BZIP2, _DEFLATE, _COPY = b"\x04\x02\x02", b"\x04\x01\x08", b"\x00"
_BRANCHES = {
    b"\x03\x03\x01\x03": lzma.FILTER_X86,
    b"\x04": lzma.FILTER_X86,
    b"\x03\x03\x02\x05": lzma.FILTER_POWERPC,
    b"\x05": lzma.FILTER_POWERPC,
    b"\x03\x03\x04\x01": lzma.FILTER_IA64,
    b"\x06": lzma.FILTER_IA64,
    b"\x03\x03\x05\x01": lzma.FILTER_ARM,
    b"\x07": lzma.FILTER_ARM,
    b"\x03\x03\x07\x01": lzma.FILTER_ARMTHUMB,
    b"\x08": lzma.FILTER_ARMTHUMB,
    b"\x03\x03\x08\x05": lzma.FILTER_SPARC,
    b"\x09": lzma.FILTER_SPARC,
}


def decoder(coder: Coder) -> Callable[[Chunks], Chunks]:
    """What undoes one coder. Raises UnknownMethod, Broken."""
    method, told = coder.method, coder.properties
    if method == _COPY:
        return iter
    if method == _LZMA2 and len(told) == 1:
        exponent = told[0]
        size = 0xFFFFFFFF if exponent >= 40 else (2 | exponent & 1) << (exponent // 2 + 11)
        return _through_lzma({"id": lzma.FILTER_LZMA2, "dict_size": _dictionary(size)})
    if method == _LZMA and len(told) == 5:
        first, size = struct.unpack("<BI", told)
        lc, rest = first % 9, first // 9
        return _through_lzma(
            {
                "id": lzma.FILTER_LZMA1,
                "dict_size": _dictionary(size),
                "lc": lc,
                "lp": rest % 5,
                "pb": rest // 5,
            }
        )
    if method == _DELTA and len(told) == 1:
        return _through_filter({"id": lzma.FILTER_DELTA, "dist": told[0] + 1})
    if method in _BRANCHES:
        return _through_filter({"id": _BRANCHES[method]})
    if method == _BZIP2:
        return _bunzip
    if method == _DEFLATE:
        return _inflate
    raise UnknownMethod(method_name(method))


def _dictionary(size: int) -> int:
    if size > _LARGEST_DICTIONARY:
        raise UnknownMethod(f"LZMA, {size >> 20} MB")
    return max(size, 4096)


def _through_lzma(*filters: dict[str, int]) -> Callable[[Chunks], Chunks]:
    def run(chunks: Chunks) -> Chunks:
        decoder = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=list(filters))
        for chunk in chunks:
            piece = chunk
            while not decoder.eof:
                unpacked = decoder.decompress(piece, _BLOCK)
                piece = b""
                if unpacked:
                    yield unpacked
                elif decoder.needs_input:
                    break
            if decoder.eof:
                return

    return run


def _through_filter(settings: dict[str, int]) -> Callable[[Chunks], Chunks]:
    """A filter alone: liblzma runs it only before LZMA2, so the bytes are wrapped as stored LZMA2 chunks."""
    through = _through_lzma(settings, {"id": lzma.FILTER_LZMA2, "dict_size": 1 << 16})

    def wrapped(chunks: Chunks) -> Chunks:
        first = True
        for chunk in chunks:
            for at in range(0, len(chunk), 1 << 16):
                piece = chunk[at : at + (1 << 16)]
                yield struct.pack(">BH", 1 if first else 2, len(piece) - 1) + piece
                first = False
        yield b"\0"

    return lambda chunks: through(wrapped(chunks))


def _bunzip(chunks: Chunks) -> Chunks:
    decoder = bz2.BZ2Decompressor()
    for chunk in chunks:
        piece = chunk
        while True:
            unpacked = decoder.decompress(piece, _BLOCK)
            piece = b""
            if unpacked:
                yield unpacked
            if decoder.eof:
                piece, decoder = decoder.unused_data, bz2.BZ2Decompressor()
                if not piece:
                    break
            elif decoder.needs_input:
                break


def _inflate(chunks: Chunks) -> Chunks:
    decoder = zlib.decompressobj(-15)
    for chunk in chunks:
        piece = chunk
        while piece and not decoder.eof:
            yield decoder.decompress(piece, _BLOCK)
            piece = decoder.unconsumed_tail
    yield decoder.flush()
