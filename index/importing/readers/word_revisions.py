"""Which characters of a binary Word document are marked as deleted while changes were being tracked.

Called by `readers.word_binary`. The marks are character properties, which lie in pages of 512 bytes that a
table lists ([MS-DOC] 2.4.6.2 and 2.9.33); of the properties only the one for deleted text is looked at.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_PAGES_OF_RUNS = 0x00FA  # offset in the file information block: place and size of the table of pages
_PAGE = 512
_DELETED = 0x0800  # sprmCFRMarkDel
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # bytes of a property's value by its kind; 6 tells itself
_MOST_PAGES = 100_000


@dataclass(frozen=True, slots=True)
class Deletions:
    """Stretches of the file, as pairs of starts and ends, whose characters are marked as deleted."""

    starts: list[int]
    ends: list[int]

    def has(self, place: int) -> bool:
        """Whether the character at this byte of the file is deleted."""
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and place < self.ends[at]


def deletions(main: bytes, table: bytes) -> Deletions:
    """What the streams of a document (`WordDocument` and its table) mark as deleted; nothing if damaged."""
    try:
        found = sorted(_deleted(main, table))
    except (struct.error, IndexError):
        found = []
    return Deletions([start for start, _ in found], [end for _, end in found])


def _deleted(main: bytes, table: bytes) -> Iterator[tuple[int, int]]:
    place, size = struct.unpack_from("<II", main, _PAGES_OF_RUNS)
    pages = min(max(0, (size - 4) // 8), _MOST_PAGES)
    for (number,) in struct.iter_unpack("<I", table[place + 4 * (pages + 1) : place + 8 * pages + 4]):
        page = main[_PAGE * (number & 0x3FFFFF) :][:_PAGE]
        runs = page[_PAGE - 1]
        bounds = struct.unpack_from(f"<{runs + 1}I", page, 0)
        for run in range(runs):
            offset = 2 * page[4 * (runs + 1) + run]
            if offset and _is_deleted(page[offset + 1 : offset + 1 + page[offset]]):
                yield bounds[run], bounds[run + 1]


def _is_deleted(properties: bytes) -> bool:
    at = 0
    while at + 2 < len(properties):
        (code,) = struct.unpack_from("<H", properties, at)
        at += 2
        kind = code >> 13
        if code == _DELETED:
            return properties[at] == 1
        at += _SIZES[kind] if kind in _SIZES else 1 + properties[at]
    return False
