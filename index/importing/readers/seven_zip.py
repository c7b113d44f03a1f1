"""The 7z container: what lies in it, and its streams unpacked piece by piece.

Called by `index.importing.readers.container`. Python's own decoders do the work (lzma, bz2, zlib); this
module reads the headers (after 7zFormat.txt of the LZMA SDK) and chains the coders. Nothing is unpacked as a
whole: a solid block runs through, and only the members asked for are kept.
"""

from __future__ import annotations

import bz2
import io
import lzma
import mmap
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

SIGNATURE = b"7z\xbc\xaf\x27\x1c"
_BLOCK = 1 << 18
_LARGEST_DICTIONARY = 256 << 20
_LARGEST_HEADER = 64 << 20
_MOST_STREAMS = 400_000
_LZMA, _LZMA2, _DELTA = b"\x03\x01\x01", b"\x21", b"\x03"
_BZIP2, _DEFLATE, _COPY = b"\x04\x02\x02", b"\x04\x01\x08", b"\x00"
_AES = b"\x06\xf1\x07\x01"
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
_METHOD_NAMES = {b"\x03\x04\x01": "PPMd", b"\x03\x03\x01\x1b": "BCJ2", b"\x04\x01\x09": "Deflate64"}
Chunks = Iterator[bytes]
Bytes = bytes | mmap.mmap  # of the container


class Broken(ValueError):
    """The container does not keep to its format."""


class Encrypted(ValueError):
    """A password is needed."""


class UnknownMethod(ValueError):
    """A method of compression that cannot be undone here; the argument names it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the container: its path, its size unpacked, and the CRC-32 of its bytes if told."""

    name: str
    size: int
    crc: int | None


@dataclass(slots=True)
class _Coder:
    method: bytes
    properties: bytes
    inputs: int
    size: int = 0


@dataclass(slots=True)
class Folder:
    """One run of coders over one packed stream, with the members that come out of it in turn."""

    coders: list[_Coder] = field(default_factory=list)
    feeds: dict[int, int] = field(default_factory=dict)  # a coder's input: the coder whose output it is
    crc: int | None = None
    packed: list[tuple[int, int]] = field(default_factory=list)  # (start, length) in the container
    members: list[Member] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Bytes that come out of it; a folder of empty files has no coders."""
        return self.coders[self._last()].size if self.coders else 0

    @property
    def encrypted(self) -> bool:
        """Whether a password is needed for it."""
        return any(coder.method == _AES for coder in self.coders)

    def _last(self) -> int:
        fed = set(self.feeds.values())
        return next((number for number in range(len(self.coders)) if number not in fed), 0)

    def chain(self) -> list[_Coder]:
        """The coders in the order in which they unpack. Raises UnknownMethod for more than a chain."""
        at = self._last()
        order = [at]
        while at in self.feeds and len(order) <= len(self.coders):
            at = self.feeds[at]
            order.append(at)
        coders = [self.coders[number] for number in reversed(order)]
        odd = next((coder for coder in self.coders if coder.inputs != 1), None)
        if odd is not None or len(coders) != len(self.coders) or len(self.packed) != 1:
            raise UnknownMethod(_name(odd.method if odd else b""))
        return coders


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
        chunks = _bounded(_decoder(coder)(chunks), coder.size)
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
        reader = _Reader(header)
        kind = reader.byte()
        if kind == 0x01:
            return _read_header(reader)
        if kind != 0x17:
            raise Broken("header")
        packed = _read_streams(reader)
        if len(packed) != 1 or packed[0].size > _LARGEST_HEADER:
            raise Broken("header")
        header = b"".join(unpack(data, packed[0]))
    raise Broken("header")


class _Reader(io.BytesIO):
    """A header with the number formats of 7z."""

    def take(self, count: int) -> bytes:
        piece = self.read(count)
        if len(piece) != count:
            raise Broken("header ends early")
        return piece

    def byte(self) -> int:
        return self.take(1)[0]

    def number(self) -> int:
        """A number of 1 to 9 bytes: leading one bits of the first tell how many follow."""
        first, value = self.byte(), 0
        mask = 0x80
        for position in range(8):
            if not first & mask:
                return value | (first & (mask - 1)) << (8 * position)
            value |= self.byte() << (8 * position)
            mask >>= 1
        return value

    def count(self) -> int:
        value = self.number()
        if value > _MOST_STREAMS:
            raise Broken("too many streams")
        return value

    def bits(self, count: int) -> list[bool]:
        data = self.take((count + 7) // 8)
        return [bool(data[number >> 3] & 0x80 >> (number & 7)) for number in range(count)]

    def some(self, count: int) -> list[bool]:
        """Bits that may be left out where all are set."""
        return [True] * count if self.byte() else self.bits(count)

    def digests(self, count: int) -> list[int | None]:
        told = self.some(count)
        return [struct.unpack("<I", self.take(4))[0] if one else None for one in told]


def _read_streams(reader: _Reader) -> list[Folder]:
    """Packed streams, folders and the streams in them; each stream a nameless member."""
    start = 0
    sizes: list[int] = []
    found: list[Folder] = []
    divided = False
    while kind := reader.byte():
        if kind == 0x06:
            start, sizes = _read_pack(reader)
        elif kind == 0x07:
            found = _read_folders(reader)
        elif kind == 0x08:
            _read_substreams(reader, found)
            divided = True
        else:
            raise Broken("streams")
    at, stream = 32 + start, 0
    for folder in found:
        inputs = sum(coder.inputs for coder in folder.coders) - len(folder.feeds)
        for size in sizes[stream : stream + inputs]:
            folder.packed.append((at, size))
            at += size
        stream += inputs
        if not divided and folder.coders:
            folder.members = [Member("", folder.size, folder.crc)]
    return found


def _read_pack(reader: _Reader) -> tuple[int, list[int]]:
    start, count = reader.number(), reader.count()
    sizes: list[int] = []
    while kind := reader.byte():
        if kind == 0x09:
            sizes = [reader.number() for _ in range(count)]
        elif kind == 0x0A:
            reader.digests(count)
        else:
            raise Broken("packed streams")
    return start, sizes


def _read_folders(reader: _Reader) -> list[Folder]:
    if reader.byte() != 0x0B:
        raise Broken("folders")
    count = reader.count()
    if reader.byte():
        raise Broken("external folders")
    found = [_read_folder(reader) for _ in range(count)]
    if reader.byte() != 0x0C:
        raise Broken("folders")
    for folder in found:
        for coder in folder.coders:
            coder.size = reader.number()
    while kind := reader.byte():
        if kind != 0x0A:
            raise Broken("folders")
        for folder, crc in zip(found, reader.digests(count), strict=True):
            folder.crc = crc
    return found


def _read_folder(reader: _Reader) -> Folder:
    folder = Folder()
    owners: list[int] = []  # of each input, the coder
    for number in range(reader.count()):
        flags = reader.byte()
        method = reader.take(flags & 0x0F)
        inputs = outputs = 1
        if flags & 0x10:
            inputs, outputs = reader.count(), reader.count()
        properties = reader.take(reader.count()) if flags & 0x20 else b""
        if outputs != 1 or not 1 <= inputs <= 8 or number > 8:
            raise UnknownMethod(_name(method))
        folder.coders.append(_Coder(method, properties, inputs))
        owners += [number] * inputs
    for _ in range(len(folder.coders) - 1):
        into, out_of = reader.number(), reader.number()
        if into >= len(owners) or out_of >= len(folder.coders):
            raise Broken("bound streams")
        folder.feeds[owners[into]] = out_of
    packed = len(owners) - (len(folder.coders) - 1)
    if not folder.coders or packed < 1:
        raise Broken("folder")
    if packed > 1:
        for _ in range(packed):
            reader.number()
    return folder


def _read_substreams(reader: _Reader, found: list[Folder]) -> None:
    counts = [1] * len(found)
    kind = reader.byte()
    if kind == 0x0D:
        counts = [reader.count() for _ in found]
        kind = reader.byte()
    sizes: list[list[int]] = []
    for folder, count in zip(found, counts, strict=True):
        some = [reader.number() for _ in range(count - 1)] if kind == 0x09 else []
        sizes.append([*some, folder.size - sum(some)] if count else [])
    if kind == 0x09:
        kind = reader.byte()
    untold = [
        not (count == 1 and folder.crc is not None) for folder, count in zip(found, counts, strict=True)
    ]
    digests: list[int | None] = []
    while kind:
        if kind == 0x0A:
            digests = reader.digests(sum(count for count, one in zip(counts, untold, strict=True) if one))
        kind = reader.byte()
    waiting = iter(digests)
    for folder, some, one in zip(found, sizes, untold, strict=True):
        if any(size < 0 for size in some):
            raise Broken("sizes")
        folder.members = [Member("", size, next(waiting, None) if one else folder.crc) for size in some]


def _read_header(reader: _Reader) -> list[Folder]:
    found: list[Folder] = []
    names: list[str] = []
    empty: list[bool] = []
    hollow: list[str] = []
    while kind := reader.byte():
        if kind == 0x02:  # properties of the archive itself
            while reader.byte():
                reader.take(reader.count())
        elif kind == 0x03:
            _read_streams(reader)
        elif kind == 0x04:
            found = _read_streams(reader)
        elif kind == 0x05:
            names, empty, hollow = _read_files(reader)
        else:
            raise Broken("header")
    full = iter([name for name, is_empty in zip(names, empty, strict=True) if not is_empty])
    for folder in found:
        folder.members = [Member(next(full, ""), one.size, one.crc) for one in folder.members]
    if hollow:
        found.append(Folder(members=[Member(name, 0, None) for name in hollow]))
    return found


def _read_files(reader: _Reader) -> tuple[list[str], list[bool], list[str]]:
    """The names of all entries; which have no bytes (folders, empty files); the names of empty files."""
    count = reader.count()
    names, empty = [""] * count, [False] * count
    files: list[bool] = []  # of those without bytes, which are files
    while kind := reader.byte():
        part = _Reader(reader.take(reader.number()))
        if kind == 0x0E:
            empty = part.bits(count)
        elif kind == 0x0F:
            files = part.bits(sum(empty))
        elif kind == 0x11:
            if part.byte():
                raise Broken("external names")
            told = part.read().decode("utf-16-le", "replace").split("\0")
            names = [*told, *names][:count]
    hollow = [name for name, is_empty in zip(names, empty, strict=True) if is_empty]
    return names, empty, [name for name, is_file in zip(hollow, files, strict=False) if is_file]


def _name(method: bytes) -> str:
    return _METHOD_NAMES.get(method, method.hex() or "7z")


def _decoder(coder: _Coder) -> Callable[[Chunks], Chunks]:
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
    raise UnknownMethod(_name(method))


def _dictionary(size: int) -> int:
    if size > _LARGEST_DICTIONARY:
        raise UnknownMethod(f"LZMA, {size >> 20} MB")
    return max(size, 4096)


def _bounded(chunks: Chunks, size: int) -> Chunks:
    """At most `size` bytes of `chunks`: coders without an end mark may give a few more."""
    for chunk in chunks:
        piece = chunk[:size]
        size -= len(piece)
        yield piece
        if not size:
            return


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
