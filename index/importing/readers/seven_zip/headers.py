"""The headers of a 7z container, after 7zFormat.txt of the LZMA SDK. Called by `seven_zip`."""

from __future__ import annotations

import io
import struct

from index.importing.readers.seven_zip.parts import Broken, Coder, Folder, Member, UnknownMethod, method_name

_MOST_STREAMS = 400_000


class Reader(io.BytesIO):
    """A header with the number formats of 7z."""

    def take(self, count: int) -> bytes:
        """The next `count` bytes. Raises Broken at the end."""
        piece = self.read(count)
        if len(piece) != count:
            raise Broken("header ends early")
        return piece

    def byte(self) -> int:
        """The next byte."""
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
        """A number of things, of which a sound header has not too many."""
        value = self.number()
        if value > _MOST_STREAMS:
            raise Broken("too many streams")
        return value

    def bits(self, count: int) -> list[bool]:
        """`count` bits, the highest of each byte first."""
        data = self.take((count + 7) // 8)
        return [bool(data[number >> 3] & 0x80 >> (number & 7)) for number in range(count)]

    def some(self, count: int) -> list[bool]:
        """Bits that may be left out where all are set."""
        return [True] * count if self.byte() else self.bits(count)

    def digests(self, count: int) -> list[int | None]:
        """CRC-32 of each of `count` things, None where it is not told."""
        told = self.some(count)
        return [struct.unpack("<I", self.take(4))[0] if one else None for one in told]


def read_streams(reader: Reader) -> list[Folder]:
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


def _read_pack(reader: Reader) -> tuple[int, list[int]]:
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


def _read_folders(reader: Reader) -> list[Folder]:
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


def _read_folder(reader: Reader) -> Folder:
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
            raise UnknownMethod(method_name(method))
        folder.coders.append(Coder(method, properties, inputs))
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


def _read_substreams(reader: Reader, found: list[Folder]) -> None:
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


def read_header(reader: Reader) -> list[Folder]:
    """The folders of a container with their members. Raises Broken, UnknownMethod."""
    found: list[Folder] = []
    names: list[str] = []
    empty: list[bool] = []
    hollow: list[str] = []
    while kind := reader.byte():
        if kind == 0x02:  # properties of the archive itself
            while reader.byte():
                reader.take(reader.count())
        elif kind == 0x03:
            read_streams(reader)
        elif kind == 0x04:
            found = read_streams(reader)
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


def _read_files(reader: Reader) -> tuple[list[str], list[bool], list[str]]:
    """The names of all entries; which have no bytes (folders, empty files); the names of empty files."""
    count = reader.count()
    names, empty = [""] * count, [False] * count
    files: list[bool] = []  # of those without bytes, which are files
    while kind := reader.byte():
        part = Reader(reader.take(reader.number()))
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
