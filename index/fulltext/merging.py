"""Merging segments: fewer, larger files, without the deleted documents.

Called by `store`. Postings are merged as arrays in chunks of terms, so memory stays bounded by `_CHUNK`
however large the segments are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.distinct import distinct
from index.fulltext import varbyte
from index.fulltext.container import ContainerWriter
from index.fulltext.facets import rows
from index.fulltext.postings import (
    VALUE_FIELDS,
    CharacterWriter,
    PairWriter,
    WordWriter,
    offsets,
    write_facet_rows,
)
from index.fulltext.segment import EMPTY, Segment
from index.fulltext.whoosh_writer import Built, new_name
from index.model import FacetField

Ints = npt.NDArray[np.int64]
Part = tuple[Segment, npt.NDArray[np.bool_]]  # a segment and which of its documents are deleted
Chosen = tuple[str, npt.NDArray[np.bool_]]  # the same by file name

_CHUNK = 1 << 20  # bytes of postings merged at a time
_FAN = 5  # so many segments of a size become one
_LEFT = 6  # so many segments an index may have in all when merging them would take seconds
_SMALLEST = 500  # documents; segments below are of one size
_LARGEST = 64 << 20  # characters of a merged segment
_DELETED = 0.3  # a segment with so large a share of deletions is written anew


def choose(parts: Sequence[Part], busy: Collection[str] = (), *, at_rest: bool = False) -> list[int]:
    """Which segments to merge now: at least _FAN of a size, else one with many deletions, else none.

    Those whose names are in `busy` are being merged already. `at_rest`: somebody waits for this merge and
    nothing else, so that large segments of an index that has few may stay as they are.
    """
    tiers: dict[int, list[int]] = {}
    for number, (segment, deleted) in enumerate(parts):
        if segment.name in busy:
            continue
        characters = int(segment.starts[-1])
        live = max(1, segment.count - int(deleted.sum()))
        if characters < _LARGEST // 2:
            tiers.setdefault(int(np.log(max(live / _SMALLEST, 1)) / np.log(_FAN)), []).append(number)
    for tier, numbers in sorted(tiers.items()):
        if len(numbers) >= _FAN and not (at_rest and tier and len(parts) <= _LEFT):
            total = np.cumsum([int(parts[number][0].starts[-1]) for number in numbers])
            return numbers[: max(2, int((total <= _LARGEST).sum()))]
    for number, (segment, deleted) in enumerate(parts):
        if segment.name not in busy and int(deleted.sum()) > _DELETED * segment.count:
            return [number]
    return []


def merge_files(folder: Path, chosen: Sequence[Chosen]) -> Built:
    """`merge_segments` by file names, so that it can run in another process."""
    return merge_segments(folder, [(Segment(folder / name), deleted) for name, deleted in chosen])


def merge_segments(folder: Path, parts: Sequence[Part]) -> Built:
    """Write one new segment file with the live documents of `parts`, durable but not yet committed."""
    sources: list[_Source] = []
    units = start = 0
    for segment, deleted in parts:
        source = _Source(segment, deleted, units, start)
        sources.append(source)
        units += len(source.lengths)
        start += int((source.lengths + 1).sum())
    name = new_name()
    writer = ContainerWriter(Path(folder) / name)
    try:
        writer.add("id", np.concatenate([s.segment.ids[s.live] for s in sources]))
        writer.add("date", np.concatenate([s.segment.dates[s.live] for s in sources]).astype(np.int32))
        writer.add("starts", offsets(np.concatenate([s.lengths for s in sources]) + 1).astype(np.uint32))
        _merge_chars(writer, sources)
        _merge_words(writer, sources)
        for field in VALUE_FIELDS:
            _merge_facet(writer, sources, field)
        return Built(name, units // 2, writer.close())
    except BaseException:
        writer.abandon()
        raise


class _Source:
    """A segment to be merged, and where its units and positions go."""

    def __init__(self, segment: Segment, deleted: npt.NDArray[np.bool_], first_unit: int, start: int) -> None:
        self.segment = segment
        self.live = ~deleted
        keep = np.repeat(self.live, 2)
        self.lengths: Ints = segment.lengths[keep]
        self._all = bool(self.live.all())
        self._unit = np.where(keep, np.cumsum(keep) - 1 + first_unit, -1)
        new_starts = np.cumsum(np.where(keep, segment.lengths + 1, 0)) + start
        self._shift = new_starts - np.where(keep, segment.lengths + 1, 0) - segment.starts[:-1]

    def moved(self, positions: Ints) -> tuple[Ints, npt.NDArray[np.bool_] | None]:
        """New positions (in any order), and which of the old ones are kept; None if all are."""
        if self._all:
            return positions + int(self._shift[0]), None
        units = np.searchsorted(self.segment.starts, positions, side="right") - 1
        keep = self._unit[units] >= 0
        return (positions + self._shift[units])[keep], keep

    def units(self, units: Ints) -> tuple[Ints, npt.NDArray[np.bool_] | None]:
        """New units, and which of the old ones are kept; None if all are."""
        if self._all:
            return units + int(self._unit[0]) if len(self._unit) else units, None
        moved = self._unit[units]
        keep = moved >= 0
        return moved[keep], keep


def _merge_chars(writer: ContainerWriter, sources: Sequence[_Source]) -> None:
    tables = [source.segment.file.whole("char").astype(np.int64) for source in sources]
    chars = distinct(np.concatenate(tables))
    numbers = [np.concatenate([[0], np.searchsorted(chars, table) + 1]) for table in tables]
    pairs = PairWriter(writer, chars)
    base = len(chars) + 1
    load = np.zeros(len(chars) + 2, dtype=np.int64)
    for source, number in zip(sources, numbers, strict=True):
        load[number] += _differences(source.segment.file.whole("row_byte"))
    for low, high in _ranges(load, len(chars)):
        blocks = _Blocks()
        for source, number in zip(sources, numbers, strict=True):
            _add_pairs(blocks, source, number, low, high, base)
        keys, firsts, at = blocks.in_order()
        pairs.append(keys, firsts, np.concatenate(blocks.values)[at])
    pairs.finish()
    _merge_singles(writer, sources, numbers, len(chars))


class _Blocks:
    """Postings of several sources, the sources in order: each a block of values that belong to one key."""

    def __init__(self) -> None:
        self._keys: list[Ints] = [EMPTY]
        self._counts: list[Ints] = [EMPTY]
        self.values: list[Ints] = [EMPTY]

    def add(self, keys: Ints, counts: Ints, values: Ints, keep: npt.NDArray[np.bool_] | None) -> None:
        """The blocks of a source, keys ascending. `values` has only those of all that are kept."""
        if keep is not None:
            ends = np.concatenate([[0], np.cumsum(keep)])[np.cumsum(counts)]
            counts = np.diff(ends, prepend=0)
            keys, counts = keys[counts > 0], counts[counts > 0]
        self._keys.append(keys)
        self._counts.append(counts)
        self.values.append(values)

    def in_order(self) -> tuple[Ints, Ints, Ints]:
        """The different keys, ascending; where the values of each begin; and the order of the values."""
        keys, counts = np.concatenate(self._keys), np.concatenate(self._counts)
        begins = np.cumsum(counts) - counts
        order = np.argsort(keys, kind="stable")  # quick: as many ascending runs as there are sources
        keys, counts, begins = keys[order], counts[order], begins[order]
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        return keys[first], (np.cumsum(counts) - counts)[first], rows(begins, begins + counts)


def _ranges(load: Ints, count: int) -> Iterator[tuple[int, int]]:
    """Ranges [low, high) of the new numbers 1 to `count`, each with about _CHUNK bytes of `load`."""
    total = np.cumsum(load)
    low = 1
    while low <= count:
        high = int(np.searchsorted(total, total[low - 1] + _CHUNK, side="right"))
        high = min(max(high, low + 1), count + 1)
        yield low, high
        low = high


def _add_pairs(blocks: _Blocks, source: _Source, number: Ints, low: int, high: int, base: int) -> None:
    """New keys and positions of all postings of a source whose first character is in [low, high)."""
    begin, end = (int(n) for n in np.searchsorted(number, [low, high]))
    if begin == end:
        return
    file = source.segment.file
    firsts, seconds, sizes = source.segment.all_pairs(begin, end)
    places = file.whole("row_byte")
    gaps, counts = varbyte.decode_lists(file.part("posting", int(places[begin]), int(places[end])), sizes)
    positions, keep = source.moved(varbyte.running(gaps, counts))
    blocks.add(number[firsts] * base + number[seconds], counts, positions, keep)


def _merge_singles(
    writer: ContainerWriter, sources: Sequence[_Source], numbers: Sequence[Ints], count: int
) -> None:
    load = np.zeros(count + 2, dtype=np.int64)
    for source, number in zip(sources, numbers, strict=True):
        load[number[1:]] += _differences(source.segment.file.whole("single_at"))
    out = CharacterWriter(writer, sum(len(source.lengths) for source in sources))
    for low, high in _ranges(load, count):
        blocks = _Blocks()
        for source, number in zip(sources, numbers, strict=True):
            begin, end = (int(n) - 1 for n in np.searchsorted(number, [low, high]))
            units, counts = source.segment.units_of_chars(begin, end)
            units, keep = source.units(units)
            blocks.add(number[begin + 1 : end + 1], counts, units, keep)
        keys, firsts, order = blocks.in_order()
        every = np.zeros(high - low, dtype=np.int64)  # also characters of which nothing is left
        every[keys - low] = np.diff(firsts, append=len(order))
        out.append(np.concatenate(blocks.values)[order], every)
    out.finish()


def _merge_words(writer: ContainerWriter, sources: Sequence[_Source]) -> None:
    tables = [source.segment.words.texts() for source in sources]
    vocabulary = list(dict.fromkeys(sorted(chain.from_iterable(tables))))  # quick: a few ascending runs
    rank = dict(zip(vocabulary, range(len(vocabulary)), strict=True))
    numbers = [np.fromiter(map(rank.__getitem__, table), np.int64, len(table)) for table in tables]
    out = WordWriter(writer)
    load = np.zeros(len(vocabulary) + 1, dtype=np.int64)
    for source, number in zip(sources, numbers, strict=True):
        load[number] += source.segment.words.all_units()
    total = np.cumsum(load)
    low = 0
    while low < len(vocabulary):
        before = total[low - 1] if low else 0
        high = int(np.searchsorted(total, before + _CHUNK // 2, side="right"))
        high = min(max(high, low + 1), len(vocabulary))
        _merge_word_range(out, sources, numbers, vocabulary, low, high)
        low = high
    out.finish()


def _merge_word_range(
    out: WordWriter,
    sources: Sequence[_Source],
    numbers: Sequence[Ints],
    vocabulary: Sequence[bytes],
    low: int,
    high: int,
) -> None:
    blocks = _Blocks()
    frequencies = [EMPTY]
    for source, number in zip(sources, numbers, strict=True):
        begin, end = (int(n) for n in np.searchsorted(number, [low, high]))
        if begin == end:
            continue
        units, frequency, counts = source.segment.all_words(begin, end)
        units, keep = source.units(units)
        blocks.add(number[begin:end], counts, units, keep)
        frequencies.append(frequency if keep is None else frequency[keep])
    keys, firsts, at = blocks.in_order()
    words = [vocabulary[number] for number in keys.tolist()]
    out.append(words, np.concatenate(blocks.values)[at], np.concatenate(frequencies)[at], firsts)


def _merge_facet(writer: ContainerWriter, sources: Sequence[_Source], field: FacetField) -> None:
    tables = [source.segment.facet_values(field) for source in sources]
    values = sorted(set().union(*tables))
    if not values:
        return
    rank = {value: number for number, value in enumerate(values)}
    counts, numbers = [EMPTY], [EMPTY]
    for source, table in zip(sources, tables, strict=True):
        first, ids = source.segment.facet_rows(field)
        begins, ends = first[:-1][source.live], first[1:][source.live]
        counts.append(ends - begins)
        common = np.array([rank[value] for value in table], dtype=np.int64)
        numbers.append(common[ids[rows(begins, ends)]] if len(common) else EMPTY)
    write_facet_rows(writer, field, values, np.concatenate(counts), np.concatenate(numbers))


def _differences(offsets_: npt.NDArray[np.unsignedinteger]) -> Ints:
    wide: Ints = offsets_.astype(np.int64)
    return wide[1:] - wide[:-1]
