"""Reading one segment: positions, units and words as sorted arrays.

Called by `evaluation`, `ranking`, `merging` and the Whoosh codec. All arrays are NumPy, int64, ascending.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import IndexDamaged
from index.fulltext import varbyte
from index.fulltext.analysis import is_word_char
from index.fulltext.container import Container
from index.fulltext.postings import MANY, SKIPPED, STRIDE
from index.model import FacetField

Ints = npt.NDArray[np.int64]
EMPTY: Ints = np.empty(0, dtype=np.int64)
Row = tuple[npt.NDArray[np.unsignedinteger], Ints]
_KEPT_ROWS = 200
_EVERY = 64  # every so many words, one is kept in memory for finding others
BLOCK = 6  # positions are looked up by blocks of 64 characters


class Segment:
    """A segment file, opened. Safe to share between threads: nothing in it changes but caches."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.file = Container(path)
        try:
            self.ids: Ints = self.file.whole("id")
        except KeyError as error:
            raise IndexDamaged(path=str(path), reason=f"{path.name}: {error}") from error
        self.count = len(self.ids)
        self.base = self.file.length("char") + 1
        self._rows: dict[int, Row] = {}
        if self.file.length("row") != self.base + 1 or self.file.length("starts") != 2 * self.count + 1:
            raise IndexDamaged(path=str(path), reason=f"{path.name}: lengths")

    @cached_property
    def dates(self) -> Ints:
        """Dates as yyyymmdd, missing parts 0."""
        return self.file.whole("date").astype(np.int64)

    @cached_property
    def starts(self) -> Ints:
        """First position of every unit, then the end of the stream."""
        return self.file.whole("starts").astype(np.int64)

    @cached_property
    def lengths(self) -> Ints:
        """Characters of every unit."""
        return np.diff(self.starts) - 1

    @cached_property
    def _unit_of_block(self) -> npt.NDArray[np.int32]:
        blocks = np.arange((int(self.starts[-1]) >> BLOCK) + 1, dtype=np.int64) << BLOCK
        return (np.searchsorted(self.starts, blocks, side="right") - 1).astype(np.int32)

    def units_of(self, positions: Ints) -> Ints:
        """The unit of each of the ascending positions."""
        if len(positions) < 5000:
            few: Ints = np.searchsorted(self.starts, positions, side="right") - 1
            return few
        units: Ints = self._unit_of_block[positions >> BLOCK].astype(np.int64)
        ends = self.starts[1:]
        late = np.flatnonzero(ends[units] <= positions)
        while len(late):
            units[late] += 1
            late = late[ends[units[late]] <= positions[late]]
        return units

    # character pairs

    def char_number(self, char: str) -> int:
        """The number of a character in this segment, 0 if it does not occur."""
        chars = self.file.whole("char")
        at = int(np.searchsorted(chars, ord(char)))
        return at + 1 if at < len(chars) and chars[at] == ord(char) else 0

    def _row(self, first: int) -> Row:
        """The second characters that follow `first`, and where the postings of each begin (and the end)."""
        row = self._rows.get(first)
        if row is None:
            if len(self._rows) >= _KEPT_ROWS:
                self._rows.clear()
            row = self._rows[first] = self._read_row(first)
        return row

    def _read_row(self, first: int) -> Row:
        rows = self.file.whole("row")
        begin, end = int(rows[first]), int(rows[first + 1])
        size_at = self.file.whole("row_size")
        sizes = varbyte.decode(self.file.part("size", int(size_at[first]), int(size_at[first + 1])))
        places = np.empty(len(sizes) + 1, dtype=np.int64)
        places[0] = self.file.whole("row_byte")[first]
        np.cumsum(sizes, out=places[1:])
        places[1:] += places[0]
        return self.file.part("second", begin, end), places

    def pair_extent(self, pair: str) -> tuple[int, int]:
        """Where the bytes of the postings of two adjacent characters lie; (0, 0) if they never are."""
        first, second = self.char_number(pair[0]), self.char_number(pair[1])
        if not first or not second:
            return 0, 0
        seconds, places = self._row(first)
        at = int(np.searchsorted(seconds, second))
        if at == len(seconds) or seconds[at] != second:
            return 0, 0
        return int(places[at]), int(places[at + 1])

    def positions(self, extent: tuple[int, int]) -> Ints:
        """The positions whose bytes lie at `extent`."""
        begin, end = extent
        if begin == end:
            return EMPTY
        return varbyte.decode_ascending(self.file.part("posting", begin, end))

    def char_positions(self, char: str) -> Ints:
        """Every position of one character."""
        number = self.char_number(char)
        if not number or not is_word_char(char):
            return EMPTY
        sizes = varbyte.decode(self.file.part("size", 0, self.file.length("size")))
        ends = np.cumsum(sizes)
        rows = self.file.whole("row")
        leading = np.arange(int(rows[number]), int(rows[number + 1]))
        # where it ends a run it is only the second of a pair
        terms = np.concatenate([leading, np.flatnonzero(self.file.whole("second") == number)])
        extents = zip((ends[terms] - sizes[terms]).tolist(), ends[terms].tolist(), strict=True)
        data = [self.file.part("posting", begin, end) for begin, end in extents]
        gaps, counts = varbyte.decode_lists(np.concatenate(data), sizes[terms])
        positions = varbyte.running(gaps, counts)
        positions[int(counts[: len(leading)].sum()) :] += 1
        return distinct(positions)

    def char_units(self, char: str) -> Ints:
        """The units a character occurs in."""
        number = self.char_number(char)
        if not number:
            return EMPTY
        at = self.file.whole("single_at")
        return varbyte.decode_ascending(self.file.part("single", int(at[number - 1]), int(at[number])))

    def text_positions(self, text: str) -> Ints:
        """Where `text` (two or more word characters) stands: the rarest pairs that cover it, intersected."""
        extents: list[tuple[int, int]] = []
        for at in range(len(text) - 1):
            extent = self.pair_extent(text[at : at + 2])
            if extent[0] == extent[1]:
                return EMPTY
            extents.append(extent)
        costs = [end - begin for begin, end in extents]
        chosen = sorted(cover(costs), key=costs.__getitem__)
        found = self.positions(extents[chosen[0]]) - chosen[0]
        for at in chosen[1:]:
            if not len(found):
                break
            found = self._kept(found, extents[at], at)
        return found

    def _kept(self, found: Ints, extent: tuple[int, int], shift: int) -> Ints:
        """Which of `found` have, `shift` characters on, a position whose bytes lie at `extent`."""
        begin, end = extent
        if end - begin < SKIPPED or len(found) * STRIDE > 2 * (end - begin):
            return intersection(found, self.positions(extent) - shift)
        skips = self.file.whole("skip_byte")
        low, high = (int(n) for n in np.searchsorted(skips, [begin + 1, end]))
        starts = np.concatenate([[begin], skips[low:high].astype(np.int64), [end]])
        before = np.concatenate([[0], self.file.part("skip_position", low, high).astype(np.int64)])
        block = distinct(np.searchsorted(before[1:], found + shift))  # a mark is the last position before it
        pieces = [self.file.part("posting", int(starts[n]), int(starts[n + 1])) for n in block.tolist()]
        sizes = np.array([len(piece) for piece in pieces], dtype=np.int64)
        gaps, counts = varbyte.decode_lists(np.concatenate(pieces), sizes)
        there = varbyte.running(gaps, counts) + np.repeat(before[block], counts)
        return intersection(found, there - shift)

    # words

    def word_number(self, word: bytes) -> int:
        """Index of the first word that is not before `word`."""
        group = bisect_left(self._some_words, word) - 1
        first = max(0, group * _EVERY)
        last = min(first + _EVERY + 1, self.file.length("word_at") - 1)
        at = self.file.part("word_at", first, last + 1).tolist()
        text = self.file.part("word", at[0], at[-1]).tobytes()
        words = [text[begin - at[0] : end - at[0]] for begin, end in pairwise(at)]
        return first + bisect_left(words, word)

    @cached_property
    def _some_words(self) -> list[bytes]:
        """Every _EVERY-th word."""
        return [self.word_text(number) for number in range(0, self.file.length("word_at") - 1, _EVERY)]

    def word_text(self, number: int) -> bytes:
        """The word with index `number`, b"" past the end."""
        at = self.file.whole("word_at")
        if number >= len(at) - 1:
            return b""
        return self.file.part("word", int(at[number]), int(at[number + 1])).tobytes()

    def word_posting(self, number: int) -> tuple[Ints, Ints]:
        """The units of a word and how often it stands in each."""
        count = int(self.file.part("word_units", number, number + 1)[0])
        begin, end = self.file.part("word_post_at", number, number + 2).tolist()
        values = varbyte.decode(self.file.part("word_post", begin, end))
        frequency = (values[:count] & MANY) + 1
        if len(values) > count:
            frequency[frequency == MANY + 1] += values[count:]
        return np.cumsum(values[:count] >> 2), frequency

    def word_units(self, word: str) -> tuple[Ints, Ints]:
        """The same for a word by its text; empty if it does not occur."""
        text = word.encode()
        number = self.word_number(text)
        return self.word_posting(number) if self.word_text(number) == text else (EMPTY, EMPTY)

    def prefixed_words(self, prefix: str) -> range:
        """Indexes of the words that begin with `prefix`."""
        return range(self.word_number(prefix.encode()), self.word_number(prefix.encode() + b"\xff"))

    # everything, for merging

    def all_pairs(self, begin: int, end: int) -> tuple[Ints, Ints, Ints]:
        """The terms of the rows `begin` to `end`: first and second characters, and bytes of the postings."""
        rows = self.file.whole("row").astype(np.int64)
        size_at = self.file.whole("row_size")
        sizes = varbyte.decode(self.file.part("size", int(size_at[begin]), int(size_at[end])))
        firsts = np.repeat(np.arange(begin, end), np.diff(rows[begin : end + 1]))
        return firsts, self.file.part("second", int(rows[begin]), int(rows[end])).astype(np.int64), sizes

    def all_words(self, begin: int, end: int) -> tuple[Ints, Ints, Ints]:
        """The postings of the words `begin` to `end`: units, frequencies, and how many each word has."""
        counts = self.file.part("word_units", begin, end).astype(np.int64)
        at = self.file.part("word_post_at", begin, end + 1).astype(np.int64)
        values, stored = varbyte.decode_lists(
            self.file.part("word_post", int(at[0]), int(at[-1])), np.diff(at)
        )
        within = np.arange(len(values)) - np.repeat(np.cumsum(stored) - stored, stored)
        is_unit = within < np.repeat(counts, stored)
        units = values[is_unit]
        frequency = (units & MANY) + 1
        frequency[frequency == MANY + 1] += values[~is_unit]
        return varbyte.running(units >> 2, counts), frequency, counts

    def all_word_texts(self) -> list[bytes]:
        """All words, ascending."""
        text = self.file.whole("word").tobytes()
        at = self.file.whole("word_at").tolist()
        return [text[begin:end] for begin, end in pairwise(at)]

    # facets

    def facet_values(self, field: FacetField) -> tuple[str, ...]:
        """The values of a facet in this segment."""
        return self._values(f"{field}.value")

    def _values(self, name: str) -> tuple[str, ...]:
        cache: dict[str, tuple[str, ...]] = self.__dict__.setdefault("_value_cache", {})
        if name not in cache:
            there = name in self.file
            cache[name] = tuple(json.loads(f"[{self.file.whole(name).tobytes().decode()}]")) if there else ()
        return cache[name]

    def facet_rows(self, field: FacetField) -> tuple[Ints, Ints]:
        """For every document where its values begin in the second array, which holds value numbers."""
        if f"{field}.first" not in self.file:
            return np.zeros(self.count + 1, dtype=np.int64), EMPTY
        first = self.file.whole(f"{field}.first").astype(np.int64)
        return first, self.file.whole(f"{field}.id")

    def facet_documents(self, field: FacetField, numbers: Ints) -> Ints:
        """The documents that have at least one of the values `numbers`."""
        first, ids = self.facet_rows(field)
        chosen = np.zeros(len(self.facet_values(field)) + 1, dtype=bool)
        chosen[numbers] = True
        at = np.flatnonzero(chosen[ids])
        return distinct(np.searchsorted(first, at, side="right") - 1)


def distinct(values: Ints) -> Ints:
    """The different values, ascending."""
    if len(values) < 2:
        return values
    if (values[1:] < values[:-1]).any():
        values = np.sort(values)
    keep = np.empty(len(values), dtype=bool)
    keep[0] = True
    np.not_equal(values[1:], values[:-1], out=keep[1:])
    return values[keep]


def intersection(left: Ints, right: Ints) -> Ints:
    """What two ascending arrays without repetitions have in common."""
    if len(left) > len(right):
        left, right = right, left
    if not len(left):
        return left
    at = np.searchsorted(right, left)
    at[at == len(right)] = 0
    common: Ints = left[right[at] == left]
    return common


def cover(costs: list[int]) -> list[int]:
    """Which pairs to read so that every character of a text is covered, at the least total cost.

    Pair n covers characters n and n + 1; the first and the last pair are always needed, and of two
    neighbours at least one.
    """
    last = len(costs) - 1
    best = [0] * len(costs)  # least cost of a cover of characters 0..n+1 that reads pair n
    previous = [-1] * len(costs)
    for at, cost in enumerate(costs):
        options = [n for n in (at - 1, at - 2) if n >= 0]
        previous[at] = min(options, key=best.__getitem__) if at else -1
        best[at] = cost + (best[previous[at]] if at else 0)
    chosen = [last]
    while previous[chosen[-1]] >= 0:
        chosen.append(previous[chosen[-1]])
    return chosen
