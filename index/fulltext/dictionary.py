"""The ranking words of a segment: finding one among them, its text, and where its postings are.

Called by `segment`. Lengths of texts, numbers of units and sizes of postings lie interleaved in `entry`,
seven bits per byte; every EVERY words there is a place to start reading. Blocks that were read are kept.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from index.fulltext import varbyte
from index.fulltext.container import Container
from index.fulltext.postings import EVERY

Ints = npt.NDArray[np.int64]
_KEPT_BLOCKS = 200
_HEAD = 8  # bytes of a word that are compared at once


@dataclass(frozen=True, slots=True)
class Block:
    """EVERY words: their texts, how many units each has, where the postings of each begin, and the end."""

    texts: list[bytes]
    units: list[int]
    posts: list[int]


class Dictionary:
    """The words of one segment file, ascending. Safe to share between threads."""

    def __init__(self, file: Container) -> None:
        self._file = file
        self._blocks: dict[int, Block] = {}

    @cached_property
    def count(self) -> int:
        """Number of words."""
        return int(self._file.whole("words")[0])

    def number(self, word: bytes) -> int:
        """Index of the first word that is not before `word`."""
        if not self.count:
            return 0
        head = np.uint64(int.from_bytes(word[:_HEAD].ljust(_HEAD, b"\0"), "big"))
        low, high = (int(self._heads.searchsorted(head, side)) for side in ("left", "right"))
        alike = range(low, high)  # blocks whose first words begin as it does
        block = max(0, low + bisect_left(alike, word, key=lambda at: self.block(at).texts[0]) - 1)
        return block * EVERY + bisect_left(self.block(block).texts, word)

    @cached_property
    def _heads(self) -> npt.NDArray[np.uint64]:
        """How the first word of every block begins."""
        starts = self._file.whole("word_at")[:-1].astype(np.int64)
        texts, entries = self._file.whole("word"), self._file.whole("entry")
        lengths = entries[self._file.whole("entry_at")[:-1]]  # 128 and more for those that take two bytes
        at = starts[:, None] + np.arange(_HEAD)
        letters = texts[np.minimum(at, len(texts) - 1)]
        letters[np.arange(_HEAD) >= lengths[:, None]] = 0
        heads: npt.NDArray[np.uint64] = letters.view(">u8")[:, 0].astype(np.uint64)
        return heads

    def text(self, number: int) -> bytes:
        """The word with index `number`, b"" past the end."""
        return self.block(number // EVERY).texts[number % EVERY] if number < self.count else b""

    def units(self, number: int) -> int:
        """In how many units the word with index `number` stands."""
        return self.block(number // EVERY).units[number % EVERY]

    def postings(self, number: int) -> tuple[int, int]:
        """Where the bytes of its postings lie."""
        posts = self.block(number // EVERY).posts
        return posts[number % EVERY], posts[number % EVERY + 1]

    def block(self, block: int) -> Block:
        """The words from `block` * EVERY on."""
        found = self._blocks.get(block)
        if found is None:
            if len(self._blocks) >= _KEPT_BLOCKS:
                self._blocks.clear()
            found = self._blocks[block] = self._read(block)
        return found

    def _read(self, block: int) -> Block:
        lengths, units, sizes = self._entries(block * EVERY, min((block + 1) * EVERY, self.count)).T.tolist()
        begin, end = self._file.part("word_at", block, block + 2).tolist()
        text = self._file.part("word", begin, end).tobytes()
        texts = [text[first:last] for first, last in pairwise(accumulate(lengths, initial=0))]
        first = int(self._file.part("word_post_at", block, block + 1)[0])
        return Block(texts, units, list(accumulate(sizes, initial=first)))

    def _entries(self, begin: int, end: int) -> Ints:
        """Lengths of texts, numbers of units and sizes of postings from word `begin`, a block's first, on."""
        at = self._file.whole("entry_at")
        data = self._file.part("entry", int(at[begin // EVERY]), int(at[-(-end // EVERY)]))
        return varbyte.decode(data).reshape(-1, 3)

    def texts(self) -> list[bytes]:
        """All words."""
        text = self._file.whole("word").tobytes()
        return [
            text[first:last] for first, last in pairwise(_ends(self._entries(0, self.count)[:, 0]).tolist())
        ]

    def all_units(self) -> Ints:
        """In how many units each word stands."""
        return self._entries(0, self.count)[:, 1]

    def ranges(self, begin: int, end: int) -> tuple[Ints, Ints]:
        """How many units each of the words `begin` to `end` has, where its postings begin, and the end."""
        first = begin - begin % EVERY
        entries = self._entries(first, end)
        posts = _ends(entries[:, 2]) + int(
            self._file.part("word_post_at", first // EVERY, first // EVERY + 1)[0]
        )
        return entries[begin - first : end - first, 1], posts[begin - first : end - first + 1]

    def prefixed(self, prefix: bytes) -> range:
        """Indexes of the words that begin with `prefix`."""
        return range(self.number(prefix), self.number(prefix + b"\xff"))


def _ends(sizes: Ints) -> Ints:
    out = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=out[1:])
    return out
