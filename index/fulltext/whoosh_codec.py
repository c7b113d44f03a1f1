"""The way in for Whoosh's own classes: codec, segment, terms, documents and postings over our arrays.

`evaluation` uses it for every Whoosh query that has no array form: Whoosh then asks these classes for
matchers. Nothing here reads or writes files, and nothing is pickled. Terms by field:

    title body              pairs of characters, with positions
    title_char body_char    single characters
    title_word body_word    jieba's words and ASCII words, with frequencies
    source person ...       facet values
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from whoosh.analysis import IDAnalyzer
from whoosh.codec import base
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.matching import ListMatcher, ReadTooFar
from whoosh.matching.mcore import Matcher
from whoosh.query.spans import Span
from whoosh.reading import SegmentReader, TermInfo, TermNotFound

from index.fulltext.postings import VALUE_FIELDS
from index.fulltext.segment import EMPTY, Segment
from index.fulltext.snapshot import LiveSegment
from index.model import FacetField

if TYPE_CHECKING:
    from index.fulltext.evaluation import Evaluation

Ints = npt.NDArray[np.int64]
_TEXT_FIELDS = tuple(f"{place}{kind}" for place in ("title", "body") for kind in ("", "_char", "_word"))


def schema() -> Schema:
    """Whoosh's view of the index. The only stored field is the article's id."""
    fields: dict[str, Any] = {
        name: TEXT(analyzer=IDAnalyzer(), phrase="_" not in name) for name in _TEXT_FIELDS
    }
    fields |= {str(field): ID() for field in VALUE_FIELDS}
    return Schema(id=STORED, **fields)


class ArraySegment(base.Segment):  # type: ignore[misc]
    """A live segment as Whoosh knows segments. It cannot be changed: `FullText.commit` does that."""

    def __init__(self, live: LiveSegment) -> None:
        super().__init__("fulltext")
        self.live = live
        self.segid = live.segment.name

    def codec(self) -> ArrayCodec:
        """The codec that reads it."""
        return ArrayCodec()

    def doc_count_all(self) -> int:
        """Documents, deleted ones included."""
        return self.live.count

    def deleted_count(self) -> int:
        """Deleted documents."""
        return int(self.live.deleted.sum())

    def deleted_docs(self) -> list[int]:
        """The numbers of the deleted documents."""
        found: list[int] = np.flatnonzero(self.live.deleted).tolist()
        return found

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return bool(self.live.deleted[docnum])


class ArrayCodec(base.Codec):  # type: ignore[misc]
    """Reads our segments for Whoosh. Writing happens a segment at a time, in `building`."""

    length_stats = False

    def terms_reader(self, storage: Any, segment: ArraySegment) -> ArrayTerms:
        """The terms of a segment."""
        return ArrayTerms(segment.live.segment)

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> ArrayDocuments:
        """The documents of a segment."""
        return ArrayDocuments(segment.live)


class ArrayReader(SegmentReader):  # type: ignore[misc]
    """A Whoosh reader on one of our segments; `evaluation` serves our own leaves inside Whoosh queries."""

    def __init__(self, live: LiveSegment, evaluation: Evaluation) -> None:
        super().__init__(None, schema(), ArraySegment(live), codec=ArrayCodec())
        self.evaluation = evaluation


class ArrayMatcher(ListMatcher):  # type: ignore[misc]
    """A posting list as Whoosh walks it: documents, weights and, for pairs, positions in the field."""

    def __init__(
        self,
        ids: list[int],
        weights: list[float],
        positions: list[list[int]] | None,
        term: tuple[str, bytes],
        scorer: Any,
        info: TermInfo,
    ) -> None:
        super().__init__(ids, weights, scorer=scorer, term=term, terminfo=info)
        self._positions = positions

    def copy(self) -> ArrayMatcher:
        """Another matcher at the same place."""
        same = ArrayMatcher(
            self._ids, self._weights, self._positions, self._term, self._scorer, self._terminfo
        )
        same.skip_to_index(self)
        return same

    def skip_to_index(self, other: Any) -> None:
        """Go to where another matcher on the same postings stands."""
        self._i: int = other._i

    def skip_to(self, id: int) -> None:  # noqa: A002 -- Whoosh's name
        """Go to the first document that is not before `id`."""
        if not self.is_active():
            raise ReadTooFar
        self._i = bisect_left(self._ids, id, self._i)

    def supports(self, astype: str) -> bool:
        """What `value_as` can give."""
        return astype == "frequency" or (astype == "positions" and self._positions is not None)

    def value_as(self, astype: str) -> Any:
        """The positions or the frequency in the current document."""
        if astype == "positions" and self._positions is not None:
            return self._positions[self._i]
        return int(self._weights[self._i])

    def spans(self) -> list[Span]:
        """The positions as spans, which Phrase and the span queries compare."""
        return [Span(position) for position in self.value_as("positions")]

    term_matchers = Matcher.term_matchers


class ArrayTerms(base.TermsReader):  # type: ignore[misc]
    """The terms of a segment by field, and their postings."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return bool(len(self.posting(*term)[0]))

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return [*_TEXT_FIELDS, *map(str, VALUE_FIELDS)]

    def posting(self, fieldname: str, text: bytes) -> tuple[Ints, Ints, Ints]:
        """Documents of a term, its frequency in each, and its positions in them (pairs only)."""
        place, _, kind = fieldname.partition("_")
        word = text.decode("utf-8", "surrogatepass")
        segment = self._segment
        if place not in ("title", "body"):
            values = segment.facet_values(FacetField(fieldname))
            numbers = np.array([n for n, value in enumerate(values) if value == word], dtype=np.int64)
            found = segment.facet_documents(FacetField(fieldname), numbers) if len(numbers) else EMPTY
            return found, np.ones(len(found), dtype=np.int64), EMPTY
        side = 0 if place == "title" else 1
        if kind == "word":
            units, counts = segment.word_units(word)
        elif kind == "char":
            units = segment.char_units(word) if len(word) == 1 else EMPTY
            counts = np.ones(len(units), dtype=np.int64)
        else:
            positions = segment.text_positions(word) if len(word) == 2 else EMPTY
            every = segment.units_of(positions) if len(positions) else EMPTY
            positions, every = positions[every & 1 == side], every[every & 1 == side]
            units, counts = np.unique(every, return_counts=True)
            return units >> 1, counts, positions - segment.starts[every]
        keep = units & 1 == side
        return units[keep] >> 1, counts[keep], EMPTY

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Whoosh's figures for a term; KeyError if it does not occur."""
        documents, counts, _ = self.posting(fieldname, text)
        if not len(documents):
            raise KeyError((fieldname, text))
        return self._info(documents, counts)

    def _info(self, documents: Ints, counts: Ints) -> TermInfo:
        return TermInfo(
            weight=float(counts.sum()),
            df=len(documents),
            minlength=1,
            maxlength=int(self._segment.lengths.max()),
            maxweight=float(counts.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """The postings of a term."""
        documents, counts, positions = self.posting(fieldname, text)
        if not len(documents):
            raise TermNotFound(f"{fieldname}:{text!r}")
        rows = None
        if "_" not in fieldname and fieldname in _TEXT_FIELDS:
            rows = [row.tolist() for row in np.split(positions, np.cumsum(counts)[:-1])]
        weights = counts.astype(float).tolist()
        info = self._info(documents, counts)
        return ArrayMatcher(documents.tolist(), weights, rows, (fieldname, text), scorer, info)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All terms, fields and texts ascending."""
        for fieldname in sorted(self.indexed_field_names()):
            yield from self.terms_from(fieldname, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms of a field that are not before `prefix`, ascending."""
        for text in self._texts(fieldname):
            if text >= prefix and (fieldname, text) in self:
                yield fieldname, text

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """All terms with their figures."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """The terms of a field that are not before `prefix`, with their figures."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def cursor(self, fieldname: str, fieldobj: Any) -> ArrayCursor:
        """A cursor over the terms of a field."""
        return ArrayCursor(self, fieldname)

    def _texts(self, fieldname: str) -> list[bytes]:
        place, _, kind = fieldname.partition("_")
        segment = self._segment
        if place not in ("title", "body"):
            values = [
                value.encode("utf-8", "surrogatepass")
                for value in segment.facet_values(FacetField(fieldname))
            ]
            return sorted(values)
        if kind == "word":
            return segment.words.texts()
        chars = [chr(code).encode("utf-8", "surrogatepass") for code in segment.file.whole("char").tolist()]
        if kind == "char":
            return chars
        firsts, seconds, _ = segment.all_pairs(1, segment.base)
        pairs = zip(firsts.tolist(), seconds.tolist(), strict=True)
        return [chars[first - 1] + chars[second - 1] for first, second in pairs if second]


class ArrayCursor(base.FieldCursor):  # type: ignore[misc]
    """Walks the terms of a field for Whoosh's automata."""

    def __init__(self, terms: ArrayTerms, fieldname: str) -> None:
        self._texts = [text for _, text in terms.terms_from(fieldname, b"")]
        self._terms, self._fieldname, self._at = terms, fieldname, 0

    def first(self) -> str | None:
        """Go to the first term."""
        self._at = 0
        return self.text()

    def find(self, string: str | bytes) -> str | None:
        """Go to the first term that is not before `string`."""
        wanted = string.encode() if isinstance(string, str) else string
        self._at = bisect_left(self._texts, wanted)
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """The current term, None at the end."""
        return self._texts[self._at].decode("utf-8", "surrogatepass") if self.is_valid() else None

    def term_info(self) -> TermInfo:
        """The figures of the current term."""
        return self._terms.term_info(self._fieldname, self._texts[self._at])

    def is_valid(self) -> bool:
        """Whether there is a current term."""
        return self._at < len(self._texts)


class ArrayDocuments(base.PerDocumentReader):  # type: ignore[misc]
    """What Whoosh asks about documents. Lengths are in characters."""

    def __init__(self, live: LiveSegment) -> None:
        self._live = live
        self._by_place = {"title": live.segment.lengths[0::2], "body": live.segment.lengths[1::2]}

    def _lengths(self, fieldname: str) -> Ints:
        return self._by_place.get(fieldname.partition("_")[0], EMPTY)

    def doc_count(self) -> int:
        """Live documents."""
        return int(self._live.live.sum())

    def doc_count_all(self) -> int:
        """Documents, deleted ones included."""
        return self._live.count

    def has_deletions(self) -> bool:
        """Whether any document is deleted."""
        return self._live.has_deletions

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return docnum < self._live.count and bool(self._live.deleted[docnum])  # Whoosh asks past the end

    def deleted_docs(self) -> list[int]:
        """The numbers of the deleted documents."""
        found: list[int] = np.flatnonzero(self._live.deleted).tolist()
        return found

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Characters of a field in a document."""
        lengths = self._lengths(fieldname)
        return int(lengths[docnum]) if len(lengths) else default

    def field_length(self, fieldname: str) -> int:
        """Characters of a field in all documents."""
        return int(self._lengths(fieldname).sum())

    def min_field_length(self, fieldname: str) -> int:
        """Characters of the shortest text in a field."""
        lengths = self._lengths(fieldname)
        return int(lengths.min()) if len(lengths) else 0

    def max_field_length(self, fieldname: str) -> int:
        """Characters of the longest text in a field."""
        lengths = self._lengths(fieldname)
        return int(lengths.max()) if len(lengths) else 0

    def stored_fields(self, docnum: int) -> dict[str, int]:
        """The article's id."""
        return {"id": int(self._live.segment.ids[docnum])}
