"""Documents to one segment file. Runs in worker processes; nothing is shared but the folder.

Called by `FullText.build` and by the import's workers. The texts of all documents lie one after the
other in a single stream (title, separator, body, separator, ...). A position is an index into that
stream, a *unit* is one title (2 * document) or one body (2 * document + 1). Arrays of the file:

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
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.fulltext import analysis, varbyte
from index.fulltext.container import ContainerWriter
from index.model import FacetField, IndexDocument
from index.script.fold import fold, squeeze

Ints = npt.NDArray[np.int64]

# what documents are counted by besides their date
VALUE_FIELDS = tuple(field for field in FacetField if field not in (FacetField.YEAR, FacetField.MONTH))
SKIPPED = 4096  # bytes of a posting that can be read in part
STRIDE = 512
_TABLE = 1 << 27  # bytes that may be spent on finding which character is in which unit
MANY = 3  # frequencies up to here stand beside the unit, larger ones after the last unit


@dataclass(frozen=True, slots=True)
class Built:
    """A finished segment that no table of contents names yet."""

    name: str
    documents: int
    bytes: int


def build_segment(folder: Path, documents: Iterable[IndexDocument]) -> Built:
    """Write one new segment file for `documents` into `folder`, durable but not yet committed.

    Memory is about 60 bytes per character at the peak: hand over a few thousand articles at a time.
    """
    found = list(documents)
    name = new_name()
    writer = ContainerWriter(Path(folder) / name)
    try:
        stream, starts = _stream(found)
        writer.add("id", np.array([document.id for document in found], dtype=np.int64))
        writer.add("date", np.array([date_number(document.date) for document in found], dtype=np.int32))
        writer.add("starts", starts.astype(np.uint32))
        codes = code_points(stream)
        _write_pairs(writer, codes, starts)
        _write_words(writer, stream, codes, starts)
        for field in VALUE_FIELDS:
            write_facet(writer, field, [document.facets.get(field, ()) for document in found])
        return Built(name, len(found), writer.close())
    except BaseException:
        writer.abandon()
        raise


def new_name() -> str:
    """A file name for a new segment that no other process will choose."""
    return f"{secrets.token_hex(8)}.seg"


def date_number(date: str | None) -> int:
    """`2023-11-05` as 20231105, a missing month or day as 00, no date as 0."""
    digits = (date or "").replace("-", "")
    return int(digits.ljust(8, "0")[:8]) if digits.isdigit() else 0


def _stream(documents: Sequence[IndexDocument]) -> tuple[str, Ints]:
    separator = analysis.SEPARATOR
    units = [text.replace(separator, " ") for d in documents for text in (d.title, d.body)]
    stream = squeeze(fold("".join(unit + separator for unit in units)))[0]
    codes = code_points(stream)
    ends = np.flatnonzero(codes == ord(separator))
    return stream, np.concatenate([[0], ends + 1])


def code_points(text: str) -> npt.NDArray[np.uint32]:
    """The code points of `text`; lone surrogates, which files may bring, included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _write_pairs(writer: ContainerWriter, codes: npt.NDArray[np.uint32], starts: Ints) -> None:
    present = np.flatnonzero(np.bincount(codes)) if len(codes) else np.empty(0, dtype=np.int64)
    visible = [code for code in present.tolist() if code and not chr(code).isspace()]
    chars = np.array(visible, dtype=np.int64)
    number_of = np.zeros(int(present[-1]) + 1 if len(present) else 1, dtype=np.int64)
    number_of[chars] = np.arange(1, len(chars) + 1)
    seen = number_of[codes]
    at_seen = np.flatnonzero(seen)
    number_of[[code for code in visible if not analysis.is_word_char(chr(code))]] = 0
    numbers = number_of[codes]

    inside = numbers > 0
    at = np.flatnonzero(inside)
    following = np.append(numbers[1:], 0)[at]
    before = np.concatenate([[False], inside[:-1]])[at]
    keep = (following > 0) | ~before
    base = len(chars) + 1
    shift = max(1, len(codes).bit_length())
    at, first, second = at[keep], numbers[at[keep]], following[keep]
    if base < 1 << 16:  # twice a radix sort of 16 bits is quicker than one of 64
        order = np.argsort(second.astype(np.uint16), kind="stable")
        order = order[np.argsort(first.astype(np.uint16)[order], kind="stable")]
        positions, keys = at[order], (first * base + second)[order]
    else:
        keys = ((first * base + second) << shift) | at
        keys.sort()
        positions = keys & ((1 << shift) - 1)
        keys >>= shift
    firsts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else at[:0]
    pairs = PairWriter(writer, chars)
    pairs.append(keys[firsts], firsts, positions)
    pairs.finish()

    # which units each character occurs in
    unit_of = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    units = len(starts)
    occurs = seen[at_seen] * units + unit_of[at_seen]
    if (len(chars) + 1) * units <= _TABLE:  # a table of ticks is quicker than sorting
        ticks = np.zeros((len(chars) + 1) * units, dtype=bool)
        ticks[occurs] = True
        occurs = np.flatnonzero(ticks)
    else:
        occurs.sort()
        occurs = occurs[np.diff(occurs, prepend=-1) > 0]
    firsts = np.searchsorted(occurs, np.arange(1, len(chars) + 1) * units)
    single, single_sizes, _ = varbyte.encode_ascending(occurs % units, firsts)
    writer.add("single_at", offsets(single_sizes))
    writer.add("single", single)


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
        if not len(keys):
            return
        posting, sizes, widths = varbyte.encode_ascending(positions, firsts)
        ends = np.cumsum(widths)  # where each position's bytes end
        begins = ends[firsts] - widths[firsts]
        for term in np.flatnonzero(sizes >= SKIPPED).tolist():
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
        widths = varbyte.sizes(sizes)
        writer.add("row", rows.astype(np.uint32))
        writer.add("row_byte", np.concatenate([[0], np.cumsum(sizes)])[rows].astype(np.uint64))
        writer.add("row_size", np.concatenate([[0], np.cumsum(widths)])[rows].astype(np.uint32))
        writer.add("second", (keys % self._base).astype(np.uint16 if self._base < 65536 else np.uint32))
        writer.add("size", varbyte.encode(sizes, widths))
        none = [np.empty(0, dtype=np.int64)]
        writer.add("skip_byte", np.concatenate([at for at, _ in self._skips] or none).astype(np.uint64))
        writer.add(
            "skip_position", np.concatenate([found for _, found in self._skips] or none).astype(np.uint32)
        )


def _write_words(writer: ContainerWriter, stream: str, codes: npt.NDArray[np.uint32], starts: Ints) -> None:
    found, places = analysis.placed_words(stream, codes)
    vocabulary = sorted(set(found))
    rank = dict(zip(vocabulary, range(len(vocabulary)), strict=True))
    numbers = np.fromiter(map(rank.__getitem__, found), dtype=np.int64, count=len(found))
    unit = np.repeat(np.arange(len(starts) - 1), np.diff(starts))[places]
    units = len(starts)
    keys = numbers * units + unit
    keys.sort()
    distinct = np.flatnonzero(np.diff(keys, prepend=-1))
    frequency = np.diff(distinct, append=len(keys))
    keys = keys[distinct]
    firsts = np.searchsorted(keys, np.arange(len(vocabulary)) * units)
    out = WordWriter(writer)
    out.append([word.encode() for word in vocabulary], keys % units, frequency, firsts)
    out.finish()


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
        counts = np.diff(np.append(firsts, len(units)))
        low = np.minimum(frequency - 1, MANY)
        gaps = np.diff(units, prepend=0)
        gaps[firsts] = units[firsts]
        many = np.flatnonzero(low == MANY)
        word = np.repeat(np.arange(len(vocabulary)), counts)
        values = np.concatenate([gaps * (MANY + 1) + low, frequency[many] - 1 - MANY])
        owner = np.concatenate([word, word[many]])
        order = np.argsort(owner, kind="stable")  # a word's units, then its large frequencies
        values, owner = values[order], owner[order]
        widths = varbyte.sizes(values)
        self._texts += vocabulary
        self._counts.append(counts)
        self._sizes.append(np.bincount(owner, weights=widths, minlength=len(vocabulary)).astype(np.int64))
        self._writer.append(varbyte.encode(values, widths))

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
    rows = [sorted({rank[value] for value in row}) for row in per_document]
    numbers = np.array([number for row in rows for number in row], dtype=np.int64)
    write_facet_rows(writer, field, values, np.array([len(row) for row in rows], dtype=np.int64), numbers)


def write_facet_rows(
    writer: ContainerWriter, field: FacetField, values: Sequence[str], counts: Ints, numbers: Ints
) -> None:
    """The same for values numbered already: how many each document has, and all numbers in order."""
    texts = [json.dumps(value, ensure_ascii=True).encode() for value in values]
    writer.add(f"{field}.value", np.frombuffer(b",".join(texts), dtype=np.uint8))
    writer.add(f"{field}.first", offsets(counts))
    writer.add(f"{field}.id", numbers.astype(np.uint16 if len(values) < 65536 else np.uint32))


def offsets(sizes: Ints) -> npt.NDArray[np.unsignedinteger]:
    """Where each of the consecutive pieces begins, and the end of the last; 32 bits where they suffice."""
    ends = np.concatenate([[0], np.cumsum(sizes)])
    return ends.astype(np.uint32 if ends[-1] < 1 << 32 else np.uint64)
