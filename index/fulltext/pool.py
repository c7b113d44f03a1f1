"""The postings pool: takes the texts of a new segment and gives its postings as arrays.

It stands in the place of Whoosh's own pool, which holds one Python object per posting. Called by
`whoosh_writer`. Texts are folded, cut and turned into numbers in groups of about a hundred thousand
characters, small enough for the processor's caches; all that is sorted at the end is whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from index.fulltext.analysis import is_word_char
from index.fulltext.facets import rows
from index.fulltext.segmentation import FIRST_HAN, Codes, Words, ascii_words, cells_of, han_words
from index.fulltext.stream import SEPARATOR, stream_of

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[Any]  # unsigned, as narrow as they fit

_GROUP = 1 << 17  # characters worked on at a time
_TICKS = 1 << 22  # bytes that may be spent on finding which characters a group of units has
_SHORT = 3  # characters of words that fit into one number
_BITS = 15  # of a Han character, counted from FIRST_HAN, 0 for none


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of word characters: term n stands at the ascending `positions` from `firsts[n]` on.

    `keys[n]` is first * (len(chars) + 1) + second, where characters are numbered from 1.
    """

    chars: Ints  # the visible characters of the segment, ascending
    keys: Ints
    firsts: Ints
    positions: npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Characters:
    """The ascending units, `among` so many, of every visible character, one after the other."""

    among: int
    units: Ints
    counts: Ints


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Ranking words, ascending; units and frequencies of word n begin at `firsts[n]`."""

    words: list[bytes]
    units: Ints
    frequency: Ints
    firsts: Ints


@dataclass(frozen=True, slots=True)
class Units:
    """Where every unit begins in the stream, and its end."""

    starts: Ints


Postings = Units | Pairs | Characters | Vocabulary


class ArrayPool:
    """Collects the texts of one segment: `add` each title and body in order, then `iter_postings` once."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._characters = 0  # of `_waiting`
        self._codes: list[Codes] = []
        self._units = 0
        self._words = _WordPool()

    def add(self, title: str, body: str) -> None:
        """The texts of the next document."""
        self._waiting += (title, body)
        self._characters += len(title) + len(body)
        if self._characters >= _GROUP:
            self._work()

    def iter_postings(self) -> Iterator[Postings]:
        """Everything that was added, one kind of postings after the other."""
        self._work()
        codes = np.concatenate(self._codes) if self._codes else np.empty(0, dtype=np.uint32)
        self._codes.clear()
        starts = np.concatenate([[0], np.flatnonzero(codes == ord(SEPARATOR)) + 1])
        yield Units(starts)
        characters = _CharacterPool(codes, starts)
        del codes  # it lets go of them when it has the pairs
        yield from characters.postings()
        yield self._words.postings(self._units)

    def cleanup(self) -> None:
        """Forget everything; Whoosh calls this at the end."""
        self.__init__()  # type: ignore[misc]

    def _work(self) -> None:
        if not self._waiting:
            return
        codes = stream_of(self._waiting)
        unit = np.cumsum(codes == ord(SEPARATOR), dtype=np.int32)  # within the group
        unit += np.int32(self._units)
        for words, han in ((han_words(codes), True), (ascii_words(codes), False)):
            self._words.add(words, unit[words.places], han)
        self._codes.append(codes)
        self._units += len(self._waiting)
        self._waiting.clear()
        self._characters = 0


class _WordPool:
    """Words as numbers: up to three Han characters are one by themselves, others are counted as they come."""

    def __init__(self) -> None:
        self._keys: list[Ints] = []
        self._key_units: list[npt.NDArray[np.int32]] = []
        self._number: dict[str, int] = {}
        self._others: list[int] = []
        self._other_units: list[npt.NDArray[np.int32]] = []

    def add(self, words: Words, units: npt.NDArray[np.int32], han: bool) -> None:
        """The words of a group, each with its unit; `han`: they consist of Han characters."""
        others = words.lengths > (_SHORT if han else 0)
        short = np.flatnonzero(~others)
        if len(short):
            self._keys.append(_keys(words, short))
            self._key_units.append(units[short])
        number = self._number
        self._others += [number.setdefault(text, len(number)) for text in words.texts(np.flatnonzero(others))]
        self._other_units.append(units[others])

    def postings(self, units: int) -> Vocabulary:
        """The vocabulary of `units` units."""
        key, unit, frequency = _counted(_joined(self._keys), _joined(self._key_units), units)
        first = _begins(key)
        words = _texts(key[first])
        number, other_unit, other_frequency = _counted(
            np.array(self._others, dtype=np.int64), _joined(self._other_units), units
        )
        firsts = np.concatenate([first, _begins(number) + len(unit), [len(unit) + len(other_unit)]])
        words += [word.encode() for word in self._number]  # numbered as they lie in the dictionary
        order = sorted(range(len(words)), key=words.__getitem__)
        begins, ends = firsts[:-1][order], firsts[1:][order]
        at = rows(begins, ends)
        sizes = ends - begins
        return Vocabulary(
            [words[n] for n in order],
            np.concatenate([unit, other_unit])[at],
            np.concatenate([frequency, other_frequency])[at],
            np.cumsum(sizes) - sizes,
        )


def _keys(words: Words, which: Ints) -> Ints:
    begins = words.begins[which]
    cells = np.append(cells_of(words.text), np.uint16(FIRST_HAN - 1))
    third = np.where(words.lengths[which] == _SHORT, begins + 2, len(cells) - 1)
    key = cells[begins].astype(np.int64) - (FIRST_HAN - 1)
    for at in (begins + 1, third):
        key <<= _BITS
        key += cells[at]
        key -= FIRST_HAN - 1
    return key


def _texts(keys: Ints) -> list[bytes]:
    """The words of such keys, as UTF-8."""
    cells = np.empty((len(keys), _SHORT), dtype=np.uint32)
    for n in range(_SHORT):
        part = (keys >> (_BITS * (_SHORT - 1 - n))) & ((1 << _BITS) - 1)
        cells[:, n] = np.where(part > 0, part + FIRST_HAN - 1, 0)
    return [word.encode() for word in cells.view(f"<U{_SHORT}").ravel().tolist()]


def _counted(keys: Ints, units: Ints, count: int) -> tuple[Ints, Ints, Ints]:
    """Each pair of key and unit once, both ascending, and how often it came."""
    if not len(keys):
        return keys, units, keys
    shift = count.bit_length()
    if int(keys.max()).bit_length() + shift > 63:
        order = np.lexsort((units, keys))
        keys, units = keys[order], units[order]
        first = np.flatnonzero((np.diff(keys, prepend=-1) != 0) | (np.diff(units, prepend=-1) != 0))
        return keys[first], units[first], np.diff(first, append=len(keys))
    both = keys << shift
    both |= units
    both.sort()
    first = _begins(both)
    frequency = np.diff(first, append=len(both))
    both = both[first]
    return both >> shift, both & ((1 << shift) - 1), frequency


class _CharacterPool:
    """Pairs of characters with their positions, and the units of each character."""

    def __init__(self, codes: Codes, starts: Ints) -> None:
        self._codes, self._starts = codes, starts
        there = np.zeros(int(codes.max()) + 1 if len(codes) else 1, dtype=bool)
        there[codes] = True
        present = np.flatnonzero(there).tolist()
        visible = [code for code in present if code and not chr(code).isspace()]
        self.chars = np.array(visible, dtype=np.int64)
        self._base = len(visible) + 1
        self._kind = np.uint16 if self._base < 1 << 16 else np.uint32
        self._number = np.zeros(len(there), dtype=self._kind)
        self._number[self.chars] = np.arange(1, self._base)
        self._is_word = np.zeros(self._base, dtype=bool)
        self._is_word[1:] = [is_word_char(chr(code)) for code in visible]

    def postings(self) -> Iterator[Pairs | Characters]:
        """First the pairs, then the characters."""
        shift = max(1, len(self._codes).bit_length())
        keys = np.empty(len(self._codes), dtype=np.int64)
        used = 0
        owners: list[Numbers] = []
        units: list[Ints] = []
        for first, last in self._groups():
            begin, end = int(self._starts[first]), int(self._starts[last])
            numbers = self._number[self._codes[begin:end]]
            pairs = self._pairs(numbers, begin, shift)
            keys[used : used + len(pairs)] = pairs
            used += len(pairs)
            owner, unit = self._units(numbers, first, last)
            owners.append(owner)
            units.append(unit)
        del self._codes
        keys = keys[:used]
        keys.sort()
        positions = np.empty(used, dtype=np.uint32)
        np.bitwise_and(keys, (1 << shift) - 1, out=positions, casting="unsafe")
        keys >>= shift
        firsts = _begins(keys)
        terms = keys[firsts]
        del keys
        yield Pairs(self.chars, terms, firsts, positions)
        del terms, positions
        owner = np.concatenate(owners) if owners else np.empty(0, dtype=np.uint16)
        order = np.argsort(owner, kind="stable")
        counts = np.bincount(owner, minlength=self._base)[1:]
        yield Characters(len(self._starts) - 1, _joined(units)[order], counts)

    def _groups(self) -> Iterator[tuple[int, int]]:
        """Ranges of units that are small in characters, and small as a table of units by characters."""
        first, count = 0, len(self._starts) - 1
        while first < count:
            last = int(np.searchsorted(self._starts, self._starts[first] + _GROUP, side="right")) - 1
            last = min(max(last, first + 1), first + max(1, _TICKS // self._base), count)
            yield first, last
            first = last

    def _pairs(self, numbers: Numbers, begin: int, shift: int) -> Ints:
        """(first * base + second) << shift | position for every word character; second 0: none follows."""
        inside = self._is_word[numbers]
        wide: Ints = np.where(inside, numbers, 0).astype(np.uint32 if self._base < 1 << 16 else np.int64)
        keys = wide * wide.dtype.type(self._base)
        keys[:-1] += wide[1:]  # the last is a separator
        at = np.flatnonzero(inside)
        found: Ints = keys[at].astype(np.int64)
        found <<= shift
        found |= at + begin
        return found

    def _units(self, numbers: Numbers, first: int, last: int) -> tuple[Numbers, Ints]:
        """Which characters stand in which of the units `first` to `last`, by ascending unit."""
        ticks = np.zeros((last - first) * self._base, dtype=bool)
        offset = np.repeat(
            np.arange(last - first, dtype=np.int64) * self._base, np.diff(self._starts[first : last + 1])
        )
        offset += numbers
        ticks[offset] = True
        ticks[:: self._base] = False  # number 0 is no character
        unit, owner = np.divmod(np.flatnonzero(ticks), self._base)
        return owner.astype(self._kind), unit + first


def _begins(ascending: Ints) -> Ints:
    """Where each value of an ascending array stands for the first time."""
    if not len(ascending):
        return np.empty(0, dtype=np.int64)
    changes = np.empty(len(ascending), dtype=bool)
    changes[0] = True
    np.not_equal(ascending[1:], ascending[:-1], out=changes[1:])
    return np.flatnonzero(changes)


def _joined(arrays: Sequence[npt.NDArray[np.signedinteger]]) -> Ints:
    if not arrays:
        return np.empty(0, dtype=np.int64)
    return np.concatenate(arrays).astype(np.int64, copy=False)
