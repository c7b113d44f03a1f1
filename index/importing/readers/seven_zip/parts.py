"""What a 7z container is made of: members, coders and the folders that chain them; and what may be wrong."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from dataclasses import dataclass, field

AES = b"\x06\xf1\x07\x01"
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
class Coder:
    """One method of compression or filtering, with its own settings and the bytes that come out of it."""

    method: bytes
    properties: bytes
    inputs: int
    size: int = 0


@dataclass(slots=True)
class Folder:
    """One run of coders over one packed stream, with the members that come out of it in turn."""

    coders: list[Coder] = field(default_factory=list)
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
        return any(coder.method == AES for coder in self.coders)

    def _last(self) -> int:
        fed = set(self.feeds.values())
        return next((number for number in range(len(self.coders)) if number not in fed), 0)

    def chain(self) -> list[Coder]:
        """The coders in the order in which they unpack. Raises UnknownMethod for more than a chain."""
        at = self._last()
        order = [at]
        while at in self.feeds and len(order) <= len(self.coders):
            at = self.feeds[at]
            order.append(at)
        coders = [self.coders[number] for number in reversed(order)]
        odd = next((coder for coder in self.coders if coder.inputs != 1), None)
        if odd is not None or len(coders) != len(self.coders) or len(self.packed) != 1:
            raise UnknownMethod(method_name(odd.method if odd else b""))
        return coders


def method_name(method: bytes) -> str:
    """What a method is called in a message."""
    return _METHOD_NAMES.get(method, method.hex() or "7z")
