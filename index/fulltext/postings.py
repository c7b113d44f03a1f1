"""Writers of the parts of a segment file, each for one piece at a time or all at once.

Called by `whoosh_writer` for new segments and by `merging`. Arrays of the file:

    id date starts                  per document; `starts` has the first position of every unit, and the end
    char                            visible characters that occur, ascending; numbered from 1
    row_term row_byte term posting  per first character: first byte of its terms and of its postings; terms as
                                    gaps between second characters and bytes of postings in turn. Second
                                    character 0: no word character follows, so that a row has every position
                                    of its character.
    skip_byte skip_position         long postings: every STRIDE bytes a place to start reading, and the
                                    position before it
    single_at single dense          per character: the units it occurs in, a bit for each if it is in `dense`
    words word word_post            number, texts and postings of words: units and frequencies
    entry entry_at word_at word_post_at    see `dictionary`
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

from index.distinct import distinct
from index.fulltext import varbyte
from index.fulltext.container import ContainerWriter
from index.model import FacetField

Ints = npt.NDArray[np.int64]

# what documents are counted by besides their date
VALUE_FIELDS = tuple(field for field in FacetField if field not in (FacetField.YEAR, FacetField.MONTH))
SKIPPED = 4096  # bytes of a posting that can be read in part
STRIDE = 512
MANY = 3  # frequencies up to here stand beside the unit, larger ones after the last unit
EVERY = 64  # so many words make a block of the dictionary
_AT_ONCE = 1 << 19  # postings encoded at a time


class PairWriter:
    """Writes the character pairs of a segment, in ascending order of terms, in one or many pieces."""

    def __init__(self, writer: ContainerWriter, chars: Ints) -> None:
        self._writer = writer
        self._chars = chars
        self._base = len(chars) + 1
        self._keys: list[Ints] = []
        self._sizes: list[Ints] = []
        self._skips: list[tuple[Ints, npt.NDArray[np.integer]]] = []
        self._bytes = 0
        writer.add("char", chars.astype(np.uint32))
        writer.begin("posting", np.uint8)

    def append(self, keys: Ints, firsts: Ints, positions: npt.NDArray[np.integer]) -> None:
        """Terms (first * base + second); the positions of each begin at an index in `firsts`."""
        term = 0
        while term < len(keys):
            begin = int(firsts[term])
            last = max(term + 1, int(np.searchsorted(firsts, begin + _AT_ONCE, side="right")) - 1)
            last = len(keys) if begin + _AT_ONCE >= len(positions) else last
            end = int(firsts[last]) if last < len(keys) else len(positions)
            self._append(keys[term:last], firsts[term:last] - begin, positions[begin:end])
            term = last

    def _append(self, keys: Ints, firsts: Ints, positions: npt.NDArray[np.integer]) -> None:
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
        terms = np.empty((len(keys), 2), dtype=np.int64)
        terms[:, 0] = np.diff(keys, prepend=0)
        first = distinct(rows[:-1][rows[:-1] < rows[1:]])  # of every row
        terms[first, 0] = keys[first] % self._base
        terms[:, 1] = sizes
        term_bytes, widths = varbyte.encode(terms.ravel())
        writer.add("row_term", offsets(widths)[2 * rows].astype(np.uint32))
        writer.add("row_byte", offsets(sizes)[rows].astype(np.uint64))
        writer.add("term", term_bytes)
        none = [np.empty(0, dtype=np.int64)]
        writer.add("skip_byte", np.concatenate([at for at, _ in self._skips] or none).astype(np.uint64))
        writer.add(
            "skip_position", np.concatenate([found for _, found in self._skips] or none).astype(np.uint32)
        )


class CharacterWriter:
    """Writes in which of `units` units every character stands, in one or many pieces."""

    def __init__(self, writer: ContainerWriter, units: int) -> None:
        self._writer = writer
        self._units = units
        self._sizes: list[Ints] = []
        self._dense: list[int] = []  # indexes of characters whose units are bits
        self._count = 0
        writer.begin("single", np.uint8)

    def append(self, units: Ints, counts: Ints) -> None:
        """More characters: the ascending units of each, one after the other, and how many each has."""
        ends = np.cumsum(counts)
        present = np.flatnonzero(counts)
        data, widths, _ = varbyte.encode_ascending(units, (ends - counts)[present])
        sizes = np.zeros(len(counts), dtype=np.int64)
        sizes[present] = widths
        begins = np.cumsum(sizes) - sizes
        written = 0
        for n in np.flatnonzero(sizes > -(-self._units // 8)).tolist():
            bits = np.zeros(self._units, dtype=bool)
            bits[units[ends[n] - counts[n] : ends[n]]] = True
            self._writer.append(data[written : begins[n]])
            self._writer.append(np.packbits(bits))
            written = int(begins[n] + sizes[n])
            sizes[n] = -(-self._units // 8)
            self._dense.append(self._count + n)
        self._writer.append(data[written:])
        self._sizes.append(sizes)
        self._count += len(counts)

    def finish(self) -> None:
        """Write the dictionary."""
        self._writer.end()
        self._writer.add("single_at", offsets(np.concatenate(self._sizes or [np.empty(0, dtype=np.int64)])))
        self._writer.add("dense", np.array(self._dense, dtype=np.uint32))


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
        count = len(self._texts)
        entries = np.empty((count, 3), dtype=np.int64)
        entries[:, 0] = [len(text) for text in self._texts]
        entries[:, 1] = np.concatenate(self._counts or none)
        entries[:, 2] = np.concatenate(self._sizes or none)
        data, widths = varbyte.encode(entries.ravel())
        at = np.append(np.arange(0, count, EVERY), count)
        writer.add("words", np.array([count], dtype=np.uint32))
        writer.add("word", np.frombuffer(b"".join(self._texts), dtype=np.uint8))
        writer.add("entry", data)
        writer.add("entry_at", offsets(widths)[3 * at])
        writer.add("word_at", offsets(entries[:, 0])[at])
        writer.add("word_post_at", offsets(entries[:, 2])[at])


def write_facet(writer: ContainerWriter, field: FacetField, per_document: Sequence[Sequence[str]]) -> None:
    """Write the values of one facet: a dictionary and the numbers of the values of every document."""
    values = sorted({value for row in per_document for value in row})
    if not values:
        return
    rank = {value: number for number, value in enumerate(values)}
    document = np.repeat(np.arange(len(per_document)), [len(row) for row in per_document])
    keys = document * len(values) + np.array([rank[value] for row in per_document for value in row])
    document, numbers = np.divmod(distinct(keys), len(values))
    counts = np.bincount(document, minlength=len(per_document))
    write_facet_rows(writer, field, values, counts, numbers)


def write_facet_rows(
    writer: ContainerWriter, field: FacetField, values: Sequence[str], counts: Ints, numbers: Ints
) -> None:
    """The same for values numbered already: how many each document has, and all numbers in order."""
    texts = [json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") for value in values]
    writer.add(f"{field}.value", np.frombuffer(b",".join(texts), dtype=np.uint8))
    writer.add(f"{field}.first", offsets(counts))
    writer.add(f"{field}.id", numbers.astype(np.uint16 if len(values) < 65536 else np.uint32))


def offsets(sizes: npt.NDArray[np.integer]) -> npt.NDArray[np.unsignedinteger]:
    """Where each of the consecutive pieces begins, and the end of the last; 32 bits where they suffice."""
    ends = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=ends[1:])
    return ends.astype(np.uint32 if ends[-1] < 1 << 32 else np.uint64)
