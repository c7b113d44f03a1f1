"""Reading one segment: positions, units and words as sorted arrays.

Called by `evaluation`, `ranking`, `merging` and the Whoosh codec. All arrays are NumPy, int64, ascending.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import cached_property
from itertools import count
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import IndexDamaged
from index.fulltext import varbyte
from index.fulltext.analysis import is_word_char
from index.fulltext.container import Container
from index.fulltext.dictionary import Dictionary
from index.fulltext.names import Names
from index.fulltext.postings import MANY, SKIPPED, STRIDE
from index.fulltext.recent import recent
from index.model import FacetField

Ints = npt.NDArray[np.int64]
EMPTY: Ints = np.empty(0, dtype=np.int64)
Row = tuple[npt.NDArray[np.unsignedinteger], Ints]
_KEPT_ROWS = 200
_KEPT_CHARACTERS = 20_000  # whose numbers are remembered
_KEYS = count()
_SIEVE = 1 << 20  # places in a table that tells quickly which positions are not sought
BLOCK = 6  # positions are looked up by blocks of 64 characters


class Segment:
    """A segment file, opened. Safe to share between threads: nothing in it changes but caches."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.key = next(_KEYS)  # what is remembered of it is known by
        self.file = Container(path)
        try:
            self.ids: Ints = self.file.whole("id")
        except KeyError as error:
            raise IndexDamaged(path=str(path), reason=f"{path.name}: {error}") from error
        self.count = len(self.ids)
        self.base = self.file.length("char") + 1
        self._rows: dict[int, Row] = {}
        self._char_numbers: dict[str, int] = {}
        self._names: dict[FacetField, Names] = {}
        if self.file.length("row_term") != self.base + 1 or self.file.length("starts") != 2 * self.count + 1:
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
        first = -(-self.starts >> BLOCK)  # the first block that begins in each unit, or behind it
        first[-1] = (int(self.starts[-1]) >> BLOCK) + 1
        return np.repeat(np.arange(len(first) - 1, dtype=np.int32), np.diff(first))

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
        number = self._char_numbers.get(char)
        if number is None:
            chars, code = self.file.whole("char"), ord(char)
            at = int(np.searchsorted(chars, code))
            number = at + 1 if at < len(chars) and chars[at] == code else 0
            if len(self._char_numbers) < _KEPT_CHARACTERS:
                self._char_numbers[char] = number
        return number

    def _row(self, first: int) -> Row:
        """The second characters that follow `first`, and where the postings of each begin (and the end)."""
        row = self._rows.get(first)
        if row is None:
            if len(self._rows) >= _KEPT_ROWS:
                self._rows.clear()
            row = self._rows[first] = self._read_row(first)
        return row

    def _read_row(self, first: int) -> Row:
        begin, end = self.file.whole("row_term")[first : first + 2].tolist()
        terms = varbyte.decode(self.file.part("term", begin, end))
        places = np.empty(len(terms) // 2 + 1, dtype=np.int64)
        places[0] = self.file.whole("row_byte")[first]
        places[1:] = terms[1::2]
        kind = np.uint16 if self.base < 65536 else np.uint32
        return np.cumsum(terms[0::2]).astype(kind), np.cumsum(places)

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
        if end - begin < SKIPPED:
            return varbyte.decode_ascending(self.file.part("posting", begin, end))
        (found,) = recent.get(
            (self.key, begin), lambda: (varbyte.decode_ascending(self.file.part("posting", begin, end)),)
        )
        return found

    def char_positions(self, char: str) -> Ints:
        """Every position of one character."""
        return np.sort(self._of_row(char), kind="stable")  # merges the runs that are there already

    def _of_row(self, char: str) -> Ints:
        """The same in the order of the characters that follow."""
        number = self.char_number(char)
        if not number or not is_word_char(char):
            return EMPTY
        _, places = self._row(number)
        data = self.file.part("posting", int(places[0]), int(places[-1]))
        return varbyte.running(*varbyte.decode_lists(data, np.diff(places)))

    def _with_char(self, found: Ints, char: str, shift: int) -> Ints:
        """Which of `found` have `char` standing `shift` characters on."""
        there = self._of_row(char) - shift
        if len(there) > _SIEVE // 64:  # most fall through a sieve that fits the processor's cache
            sieve = np.zeros(_SIEVE, dtype=bool)
            sieve[found & (_SIEVE - 1)] = True
            there = there[sieve[there & (_SIEVE - 1)]]
        if not len(found) or not len(there):
            return EMPTY
        at = np.searchsorted(found, there)
        at[at == len(found)] = 0
        keep = np.zeros(len(found), dtype=bool)
        keep[at[found[at] == there]] = True
        return found[keep]

    def char_bytes(self, char: str) -> int:
        """How many bytes the positions of a character take."""
        number = self.char_number(char)
        places = self.file.whole("row_byte")
        return int(places[number + 1]) - int(places[number]) if number and is_word_char(char) else 0

    def char_units(self, char: str) -> Ints:
        """The units a character occurs in."""
        number = self.char_number(char)
        return self.units_of_chars(number - 1, number)[0] if number else EMPTY

    def units_of_chars(self, begin: int, end: int) -> tuple[Ints, Ints]:
        """The units of the characters with the indexes `begin` to `end`, and how many each has."""
        at = self.file.part("single_at", begin, end + 1).astype(np.int64)
        dense = self.file.whole("dense")
        low, high = (int(n) for n in np.searchsorted(dense, [begin, end]))
        units, counts, done = [EMPTY], [EMPTY], begin
        for number in (*dense[low:high].tolist(), end):
            data = self.file.part("single", int(at[done - begin]), int(at[number - begin]))
            gaps, count = varbyte.decode_lists(data, np.diff(at[done - begin : number - begin + 1]))
            units.append(varbyte.running(gaps, count))
            counts.append(count)
            if number < end:
                bits = self.file.part("single", int(at[number - begin]), int(at[number - begin + 1]))
                units.append(np.flatnonzero(np.unpackbits(bits, count=2 * self.count)))
                counts.append(np.array([len(units[-1])]))
            done = number + 1
        return np.concatenate(units), np.concatenate(counts)

    def text_positions(self, text: str) -> Ints:
        """Where `text`, nothing but word characters, stands."""
        return self.joined_positions([(text, 0)])

    def joined_positions(self, parts: Sequence[tuple[str, int]]) -> Ints:
        """Where texts of word characters stand together, each so many characters on.

        The rarest pairs that cover them are intersected, single characters taken from their rows.
        """
        steps: list[tuple[int, int, str | tuple[int, int]]] = []  # bytes to read, shift, character or pair
        for text, shift in parts:
            if len(text) == 1:
                steps.append((self.char_bytes(text), shift, text))
                continue
            extents = [self.pair_extent(text[at : at + 2]) for at in range(len(text) - 1)]
            costs = [end - begin for begin, end in extents]
            if not all(costs):
                return EMPTY
            steps += [(costs[at], shift + at, extents[at]) for at in cover(costs)]
        found: Ints | None = None
        for cost, shift, what in sorted(steps, key=lambda step: step[0]):
            if not cost:
                return EMPTY
            if found is None:
                found = (self.char_positions(what) if isinstance(what, str) else self.positions(what)) - shift
            elif isinstance(what, str):
                found = self._with_char(found, what, shift)
            else:
                found = self._kept(found, what, shift)
            if not len(found):
                return EMPTY
        return EMPTY if found is None else found

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

    @cached_property
    def words(self) -> Dictionary:
        """The words that rank."""
        return Dictionary(self.file)

    def word_posting(self, number: int) -> tuple[Ints, Ints]:
        """The units of the word with that index and how often it stands in each."""
        count = self.words.units(number)
        values = varbyte.decode(self.file.part("word_post", *self.words.postings(number)))
        frequency = (values[:count] & MANY) + 1
        if len(values) > count:
            frequency[frequency == MANY + 1] += values[count:]
        return np.cumsum(values[:count] >> 2), frequency

    def word_units(self, word: str) -> tuple[Ints, Ints]:
        """The same for a word by its text; empty if it does not occur."""
        return recent.get((self.key, word), lambda: self._word_units(word.encode()))  # type: ignore[return-value]

    def _word_units(self, text: bytes) -> tuple[Ints, Ints]:
        number = self.words.number(text)
        return self.word_posting(number) if self.words.text(number) == text else (EMPTY, EMPTY)

    # everything, for merging

    def all_pairs(self, begin: int, end: int) -> tuple[Ints, Ints, Ints]:
        """The terms of the rows `begin` to `end`: first and second characters, and bytes of the postings."""
        at = self.file.part("row_term", begin, end + 1).astype(np.int64)
        terms, counts = varbyte.decode_lists(
            self.file.part("term", int(at[0]), int(at[-1])), at[1:] - at[:-1]
        )
        counts //= 2
        return np.repeat(np.arange(begin, end), counts), varbyte.running(terms[0::2], counts), terms[1::2]

    def all_words(self, begin: int, end: int) -> tuple[Ints, Ints, Ints]:
        """The postings of the words `begin` to `end`: units, frequencies, and how many each word has."""
        counts, at = self.words.ranges(begin, end)
        values, stored = varbyte.decode_lists(
            self.file.part("word_post", int(at[0]), int(at[-1])), np.diff(at)
        )
        within = np.arange(len(values)) - np.repeat(np.cumsum(stored) - stored, stored)
        is_unit = within < np.repeat(counts, stored)
        units = values[is_unit]
        frequency = (units & MANY) + 1
        frequency[frequency == MANY + 1] += values[~is_unit]
        return varbyte.running(units >> 2, counts), frequency, counts

    # facets

    def facet_values(self, field: FacetField) -> tuple[str, ...]:
        """The values of a facet in this segment."""
        return self._values(f"{field}.value")

    def names(self, field: FacetField) -> Names:
        """The same, to be looked through."""
        found = self._names.get(field)
        if found is None:
            found = self._names[field] = Names(self.facet_values(field))
        return found

    def _values(self, name: str) -> tuple[str, ...]:
        cache: dict[str, tuple[str, ...]] = self.__dict__.setdefault("_value_cache", {})
        if name not in cache:
            text = (
                self.file.whole(name).tobytes().decode("utf-8", "surrogatepass") if name in self.file else ""
            )
            cache[name] = tuple(map(sys.intern, map(str, json.loads(f"[{text}]"))))  # segments share them
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
        values = np.sort(values, kind="stable")  # mostly a few ascending runs
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
