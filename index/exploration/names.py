"""All names of one sort in memory, to be found by how they begin or by what stands inside them.

By characters, by pinyin and by initials; the most used first. A name is a line of a long text, which `find`
goes through quickly; the beginnings of all lines are also kept in order. The names themselves stay in the
catalogue: an answer is a number of a line, with the name's own number and count. Called by `completion`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from index.catalogue.names import Name
from index.errors import Cancelled
from index.script.fold import fold
from index.script.readings import speech

Bytes = npt.NDArray[np.uint8]
_LETTERS = re.compile(r"[a-z' ]+")
_BEGIN = 12  # bytes of every line that are kept in order
_INSIDE = 50_000  # the most used names are looked through for pinyin that stands inside
_ALIAS = "\x01"  # between a name and the key by which it is also known
_CHUNK = 1000  # names made ready at a time: nothing here keeps other threads waiting for long


class Lines:
    """A text of lines. Answers in numbers of lines, smaller ones first.

    Capital letters are kept as small ones; they say where a syllable begins.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        """Takes chunks of whole lines, each with its line break."""
        texts, begins, capitals = [b"\n"], [np.empty(0, dtype=f"S{_BEGIN}")], [np.zeros(1, dtype=np.bool_)]
        for chunk in chunks:
            codes = np.frombuffer(chunk, dtype=np.uint8)
            capitals.append((codes >= ord("A")) & (codes <= ord("Z")))
            small = chunk.lower()
            texts.append(small)
            begins.append(np.array([line[:_BEGIN] for line in small.split(b"\n")[:-1]], dtype=f"S{_BEGIN}"))
        self._text = b"".join(texts)
        self._capitals = np.packbits(np.concatenate(capitals))
        breaks = np.flatnonzero(np.frombuffer(self._text, dtype=np.uint8) == ord("\n"))
        self._starts = (breaks + 1).astype(np.int32)
        self.count = len(self._starts) - 1
        every = np.concatenate(begins)
        self._order = np.argsort(every, kind="stable").astype(np.int32)
        self._begins = every[self._order]

    def beginning(self, needle: bytes, limit: int) -> list[int]:
        """The first `limit` lines that begin with `needle`."""
        head = needle[:_BEGIN]
        low = int(np.searchsorted(self._begins, head))
        high = int(np.searchsorted(self._begins, head.ljust(_BEGIN, b"\xff"), side="right"))
        lines = self._order[low:high]
        if len(needle) <= _BEGIN and len(lines) > 4 * limit > 0:
            lines = np.partition(lines, limit)[:limit]
        lines = np.sort(lines)
        if len(needle) > _BEGIN:
            starts = zip(lines.tolist(), self._starts[lines].tolist(), strict=True)
            return [line for line, start in starts if self._text.startswith(needle, start)][:limit]
        return [int(line) for line in lines[:limit]]

    def exactly(self, needle: bytes, limit: int) -> list[int]:
        """The first `limit` lines that are `needle`, if that is shorter than _BEGIN bytes."""
        low, high = (int(np.searchsorted(self._begins, needle, side=side)) for side in ("left", "right"))
        return sorted(self._order[low:high].tolist())[:limit] if len(needle) < _BEGIN else []

    def inside(self, needle: bytes, lines: int, *, syllable: bool = False) -> Iterator[int]:
        """Those of the first `lines` lines in which `needle` stands, with `syllable` where one begins."""
        end = int(self._starts[min(lines, self.count)])
        at = self._text.find(needle, 0, end)
        while at >= 0:
            if syllable and not self._capitals[at >> 3] >> (7 - at % 8) & 1:
                at = self._text.find(needle, at + 1, end)
                continue
            line = int(np.searchsorted(self._starts, at, side="right")) - 1
            yield line
            at = self._text.find(needle, int(self._starts[line + 1]), end)


@dataclass(frozen=True)
class NameTable:
    """Names of one sort, most used first: by pinyin, by initials and, unless left out, by characters.

    `ids` and `counts` are those of the names, line by line.
    """

    ids: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int32]
    characters: Lines | None
    pinyin: Lines
    initials: Lines

    @classmethod
    def of(
        cls, found: Iterable[Name], *, spelt: bool = True, stopped: Callable[[], bool] = lambda: False
    ) -> NameTable:
        """Takes about ten seconds for a million. Raises Cancelled when told to stop."""
        ids: list[int] = []
        counts: list[int] = []
        characters: list[bytes] = []
        pinyin: list[bytes] = []
        initials: list[bytes] = []
        names = iter(found)
        while some := list(islice(names, _CHUNK)):
            if stopped():
                raise Cancelled
            ids += [name.id for name in some]
            counts += [name.count for name in some]
            text = "".join(f"{_key(name)}\n" for name in some)
            if spelt:
                characters.append(text.encode("utf-8", "replace"))
            marked = speech().marked(text)
            pinyin.append(marked.translate(speech().syllables).encode("ascii", "ignore"))
            initials.append(marked.translate(speech().initials).encode("ascii", "ignore"))
        return cls(
            np.array(ids, dtype=np.int64),
            np.array(counts, dtype=np.int32),
            Lines(_unless(stopped, characters)) if spelt else None,
            Lines(_unless(stopped, pinyin)),
            Lines(_unless(stopped, initials)),
        )

    def matching(self, key: str, limit: int) -> list[int]:
        """The lines that `key` (folded) may mean: names that begin with it before others, most used first."""
        found: dict[int, None] = {}
        for line in self._lines(key, limit):
            found[line] = None
            if len(found) >= limit:
                break
        return list(found)

    def _lines(self, key: str, limit: int) -> Iterator[int]:
        needle = key.encode("utf-8", "replace")
        if self.characters is not None:
            yield from self.characters.beginning(needle, limit)
        letters = needle.replace(b" ", b"").replace(b"'", b"") if _LETTERS.fullmatch(key) else b""
        if letters:
            yield from self.initials.exactly(letters, limit)
            yield from self.pinyin.beginning(letters, limit)
            yield from self.initials.beginning(letters, limit)
        if self.characters is not None:
            yield from self.characters.inside(needle, self.characters.count)
        if len(letters) > 2:
            yield from self.pinyin.inside(letters, _INSIDE, syllable=True)
            yield from self.initials.inside(letters, _INSIDE)


def _unless(stopped: Callable[[], bool], chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        if stopped():
            raise Cancelled
        yield chunk


def _key(name: Name) -> str:
    folded = fold(" ".join(name.text.split()))
    return folded if not name.key or name.key in folded else f"{folded}{_ALIAS}{name.key}"
