"""Writers of the parts of a segment file, each for one piece at a time or all at once.

Called by `whoosh_writer` for new segments and by `merging`. Arrays of the file:

    id date starts                  per document; `starts` has the first position of every unit, and the end
    char                            visible characters that occur, ascending; numbered from 1
    row row_byte row_size           per first character: first term, first byte of postings and of sizes
    second size posting             pairs of word characters: number of the second, bytes of each term's
                                    postings, positions. Second character 0: a character that stands alone.
    skip_byte skip_position         long postings: every STRIDE bytes a place to start reading, and the
                                    position before it
    single_at single                per character: the units it occurs in
    word word_at word_post_at word_units word_post   words: text, postings of unit and frequency
    FIELD.value FIELD.value_at FIELD.first FIELD.id  facet values per document

The texts of all documents lie one after the other in a single stream (title, separator, body, separator,
...). A position is an index into that stream, a *unit* is one title (2 * document) or one body
(2 * document + 1).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.fulltext import varbyte
from index.fulltext.container import ContainerWriter
from index.model import FacetField

Ints = npt.NDArray[np.int64]

# what documents are counted by besides their date
VALUE_FIELDS = tuple(field for field in FacetField if field not in (FacetField.YEAR, FacetField.MONTH))
SKIPPED = 4096  # bytes of a posting that can be read in part
STRIDE = 512
MANY = 3  # frequencies up to here stand beside the unit, larger ones after the last unit
_AT_ONCE = 1 << 19  # postings encoded at a time


class PairWriter:
    """Writes the character pairs of a segment, in ascending order of terms, in one or many pieces."""

    def __init__(self, writer: ContainerWriter, chars: Ints) -> None:
        self._writer = writer
        self._chars = chars
        self._base = len(chars) + 1
        self._keys: list[Ints] = []
        self._sizes: list[Ints] = []
        self._skips: list[tuple[Ints, Ints]] = []
        self._bytes = 0
        writer.add("char", chars.astype(np.uint32))
        writer.begin("posting", np.uint8)

    def append(self, keys: Ints, firsts: Ints, positions: Ints) -> None:
        """Terms (first * base + second); the positions of each begin at an index in `firsts`."""
        term = 0
        while term < len(keys):
            begin = int(firsts[term])
            last = max(term + 1, int(np.searchsorted(firsts, begin + _AT_ONCE, side="right")) - 1)
            last = len(keys) if begin + _AT_ONCE >= len(positions) else last
            end = int(firsts[last]) if last < len(keys) else len(positions)
            self._append(keys[term:last], firsts[term:last] - begin, positions[begin:end])
            term = last

    def _append(self, keys: Ints, firsts: Ints, positions: Ints) -> None:
        posting, sizes, widths = varbyte.encode_ascending(positions, firsts)
        long = np.flatnonzero(sizes >= SKIPPED)
        if len(long):
            ends = np.cumsum(widths, dtype=np.int64)  # where each position's bytes end
            begins = ends[firsts] - widths[firsts]
            for term in long.tolist():
                first = int(firsts[term])
                last = first + int(np.searchsorted(ends[first:], begins[term] + sizes[term])) + 1
                marks = np.arange(STRIDE, int(sizes[term]), STRIDE) + int(begins[term])
                at = np.searchsorted(ends[first : last - 1], marks) + first  # the position before each mark
                self._skips.append((self._bytes + ends[at], positions[at]))
        self._keys.append(keys)
        self._sizes.append(sizes)
        self._writer.append(posting)
        self._bytes += len(posting)

    def finish(self) -> None:
        """Write the dictionary."""
        writer = self._writer
        writer.end()
        keys = np.concatenate(self._keys) if self._keys else np.empty(0, dtype=np.int64)
        sizes = np.concatenate(self._sizes) if self._sizes else np.empty(0, dtype=np.int64)
        rows = np.searchsorted(keys, np.arange(self._base + 1) * self._base)
        size_bytes, widths = varbyte.encode(sizes)
        writer.add("row", rows.astype(np.uint32))
        writer.add("row_byte", np.concatenate([[0], np.cumsum(sizes)])[rows].astype(np.uint64))
        writer.add("row_size", offsets(widths)[rows].astype(np.uint32))
        writer.add("second", (keys % self._base).astype(np.uint16 if self._base < 65536 else np.uint32))
        writer.add("size", size_bytes)
        none = [np.empty(0, dtype=np.int64)]
        writer.add("skip_byte", np.concatenate([at for at, _ in self._skips] or none).astype(np.uint64))
        writer.add(
            "skip_position", np.concatenate([found for _, found in self._skips] or none).astype(np.uint32)
        )


def write_characters(writer: ContainerWriter, units: Ints, firsts: Ints) -> None:
    """Write in which ascending `units` every character stands; those of character n begin at `firsts[n]`."""
    single, sizes, _ = varbyte.encode_ascending(units, firsts)
    writer.add("single_at", offsets(sizes))
    writer.add("single", single)


class WordWriter:
    """Writes the words of a segment, ascending, in one or many pieces.

    A posting is (gap * 4 + min(frequency - 1, 3)); the frequencies beyond follow after a word's last unit.
    """

    def __init__(self, writer: ContainerWriter) -> None:
        self._writer = writer
        self._texts: list[bytes] = []
        self._counts: list[Ints] = []
        self._sizes: list[Ints] = []
        writer.begin("word_post", np.uint8)

    def append(self, vocabulary: Sequence[bytes], units: Ints, frequency: Ints, firsts: Ints) -> None:
        """Words whose postings lie one after the other in `units`, each beginning at an index in `firsts`."""
        if not len(vocabulary):
            return
        ends = np.append(firsts[1:], len(units))
        low = np.minimum(frequency - 1, MANY)
        values = np.empty_like(units)
        values[0] = units[0]
        np.subtract(units[1:], units[:-1], out=values[1:])
        values[firsts] = units[firsts]
        values *= MANY + 1
        values += low
        many = np.flatnonzero(low == MANY)
        word = np.searchsorted(firsts, many, side="right") - 1
        values = np.insert(values, ends[word], frequency[many] - 1 - MANY)  # behind the word's last unit
        more = np.bincount(word, minlength=len(firsts))
        data, widths = varbyte.encode(values)
        self._texts += vocabulary
        self._counts.append(ends - firsts)
        self._sizes.append(np.add.reduceat(widths, firsts + np.cumsum(more) - more, dtype=np.int64))
        self._writer.append(data)

    def finish(self) -> None:
        """Write the dictionary."""
        writer, none = self._writer, [np.empty(0, dtype=np.int64)]
        writer.end()
        writer.add("word", np.frombuffer(b"".join(self._texts), dtype=np.uint8))
        writer.add("word_at", offsets(np.array([len(text) for text in self._texts], dtype=np.int64)))
        writer.add("word_units", np.concatenate(self._counts or none).astype(np.uint32))
        writer.add("word_post_at", offsets(np.concatenate(self._sizes or none)))


def write_facet(writer: ContainerWriter, field: FacetField, per_document: Sequence[Sequence[str]]) -> None:
    """Write the values of one facet: a dictionary and the numbers of the values of every document."""
    values = sorted({value for row in per_document for value in row})
    if not values:
        return
    rank = {value: number for number, value in enumerate(values)}
    document = np.repeat(np.arange(len(per_document)), [len(row) for row in per_document])
    keys = document * len(values) + np.array([rank[value] for row in per_document for value in row])
    document, numbers = np.divmod(np.unique(keys), len(values))
    counts = np.bincount(document, minlength=len(per_document))
    write_facet_rows(writer, field, values, counts, numbers)


def write_facet_rows(
    writer: ContainerWriter, field: FacetField, values: Sequence[str], counts: Ints, numbers: Ints
) -> None:
    """The same for values numbered already: how many each document has, and all numbers in order."""
    texts = [json.dumps(value, ensure_ascii=True).encode() for value in values]
    writer.add(f"{field}.value", np.frombuffer(b",".join(texts), dtype=np.uint8))
    writer.add(f"{field}.first", offsets(counts))
    writer.add(f"{field}.id", numbers.astype(np.uint16 if len(values) < 65536 else np.uint32))


def offsets(sizes: npt.NDArray[np.integer]) -> npt.NDArray[np.unsignedinteger]:
    """Where each of the consecutive pieces begins, and the end of the last; 32 bits where they suffice."""
    ends = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=ends[1:])
    return ends.astype(np.uint32 if ends[-1] < 1 << 32 else np.uint64)
