"""The way in for Whoosh's own writer: index, codec writers and SegmentWriter over our arrays.

This is how every segment is made: `building` runs an ArrayWriter in a worker process. Of Whoosh's
SegmentWriter it keeps the order of events (documents, then postings, then the segment is closed) and
replaces what costs an object per posting: the pool, `add_document` and the codec's writers, which hand
whole arrays on. Whoosh's table of contents, which is pickled, is never written.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec import base
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import Index
from whoosh.reading import EmptyReader, MultiReader
from whoosh.writing import SegmentWriter

from index.fulltext import postings
from index.fulltext.container import ContainerWriter
from index.fulltext.evaluation import Evaluation
from index.fulltext.pool import ArrayPool, Characters, Pairs, Postings, Units
from index.fulltext.whoosh_codec import ArrayCodec, ArrayReader, ArraySegment, schema
from index.model import FacetField, IndexDocument

if TYPE_CHECKING:
    from index.fulltext.store import FullText


@dataclass(frozen=True, slots=True)
class Built:
    """A finished segment that no table of contents names yet."""

    name: str
    documents: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What Whoosh's writer asks a table of contents for."""

    generation: int
    schema: Any
    segments: list[ArraySegment]


class SegmentFolder(FileStorage):  # type: ignore[misc]
    """The folder of an index. Temporary files, which our pool does without, would lie in memory."""

    def temp_storage(self, name: str | None = None) -> RamStorage:
        """Where a writer may keep temporary files."""
        return RamStorage()


class ArrayIndex(Index):  # type: ignore[misc]
    """An index folder as Whoosh knows indexes; without `fulltext` only for writing new segments into it."""

    def __init__(self, folder: Path, fulltext: FullText | None = None) -> None:
        self.storage = SegmentFolder(str(folder))
        self.indexname = "fulltext"
        self.folder = folder
        self.fulltext = fulltext
        self.schema = schema()

    def _read_toc(self) -> Contents:
        if self.fulltext is None:
            return Contents(0, self.schema, [])
        snapshot = self.fulltext.snapshot()
        return Contents(snapshot.generation, self.schema, [ArraySegment(live) for live in snapshot.segments])

    def doc_count_all(self) -> int:
        """Documents, deleted ones included."""
        return sum(segment.doc_count_all() for segment in self._read_toc().segments)

    def doc_count(self) -> int:
        """Live documents."""
        return sum(segment.doc_count() for segment in self._read_toc().segments)

    def reader(self, reuse: Any = None) -> Any:
        """A Whoosh reader on all segments."""
        readers = [
            ArrayReader(segment.live, Evaluation(segment.live, lambda number: ("", "")))
            for segment in self._read_toc().segments
        ]
        if not readers:
            return EmptyReader(self.schema)
        return readers[0] if len(readers) == 1 else MultiReader(readers)

    def writer(self, **arguments: Any) -> ArrayWriter:
        """A Whoosh writer of one new segment."""
        return ArrayWriter(self)


class NewSegment(base.Segment):  # type: ignore[misc]
    """A segment that is being written."""

    def __init__(self, folder: Path) -> None:
        super().__init__("fulltext")
        self.name = new_name()
        self.file = ContainerWriter(folder / self.name)
        self._documents = 0

    def should_assemble(self) -> bool:
        """Our segments are one file anyway."""
        return False

    def set_doc_count(self, count: int) -> None:
        """As Whoosh's writer says at the end."""
        self._documents = count

    def doc_count_all(self) -> int:
        """Documents written."""
        return self._documents


class ArrayWritingCodec(ArrayCodec):
    """The codec with its writing half."""

    def new_segment(self, storage: SegmentFolder, indexname: str) -> NewSegment:
        """A new file in the folder."""
        return NewSegment(Path(storage.folder))

    def per_document_writer(self, storage: SegmentFolder, segment: NewSegment) -> ArrayDocumentWriter:
        """The writer of ids, dates and facets."""
        return ArrayDocumentWriter(segment.file)

    def field_writer(self, storage: SegmentFolder, segment: NewSegment) -> ArrayFieldWriter:
        """The writer of postings."""
        return ArrayFieldWriter(segment.file)


class ArrayDocumentWriter(base.PerDocumentWriter):  # type: ignore[misc]
    """Ids, dates and facet values, document by document; written when it is closed."""

    def __init__(self, file: ContainerWriter) -> None:
        self._file = file
        self._ids: list[int] = []
        self._dates: list[int] = []
        self._values: dict[FacetField, list[Sequence[str]]] = {field: [] for field in postings.VALUE_FIELDS}
        self.is_closed = False

    def add_document(
        self, article_id: int, date: str | None, facets: dict[FacetField, tuple[str, ...]]
    ) -> None:
        """The next document."""
        self._ids.append(article_id)
        self._dates.append(date_number(date))
        for field, rows in self._values.items():
            rows.append(facets.get(field, ()))

    def close(self) -> None:
        """Write everything."""
        self._file.add("id", np.array(self._ids, dtype=np.int64))
        self._file.add("date", np.array(self._dates, dtype=np.int32))
        for field, rows in self._values.items():
            postings.write_facet(self._file, field, rows)
        self.is_closed = True


class ArrayFieldWriter(base.FieldWriter):  # type: ignore[misc]
    """Writes what the pool gives: one array after the other, not one posting after the other."""

    def __init__(self, file: ContainerWriter) -> None:
        self._file = file
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Postings]) -> None:
        """All postings of the segment."""
        for found in items:
            if isinstance(found, Units):
                self._file.add("starts", found.starts.astype(np.uint32))
            elif isinstance(found, Pairs):
                pairs = postings.PairWriter(self._file, found.chars)
                pairs.append(found.keys, found.firsts, found.positions)
                pairs.finish()
            elif isinstance(found, Characters):
                characters = postings.CharacterWriter(self._file, found.among)
                characters.append(found.units, found.counts)
                characters.finish()
            else:
                words = postings.WordWriter(self._file)
                words.append(found.words, found.units, found.frequency, found.firsts)
                words.finish()

    def close(self) -> None:
        """Everything is written."""
        self.is_closed = True


class ArrayWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer with a pool of arrays. It writes one new segment; `finish` or `commit` ends it."""

    def __init__(self, index: ArrayIndex) -> None:
        super().__init__(index, codec=ArrayWritingCodec(), _lk=False)  # the archive has a lock of its own
        self._index = index
        self.pool = ArrayPool()

    def add_document(self, **fields: Any) -> None:
        """A document: id, title, body, date and the facet fields, whose values are sequences of strings."""
        self._check_state()
        facets = {FacetField(name): values for name, values in fields.items() if name not in _PLAIN}
        self.add(IndexDocument(fields["id"], fields["title"], fields["body"], fields.get("date"), facets))

    def add(self, document: IndexDocument) -> None:
        """The same for an IndexDocument."""
        self.perdocwriter.add_document(document.id, document.date, document.facets)
        self.pool.add(document.title, document.body)
        self._added = True
        self.docnum += 1

    def finish(self) -> Built:
        """Close the segment: durable, but in no table of contents yet."""
        self._check_state()
        try:
            segment = self._finalize_segment()
            return Built(segment.name, segment.doc_count_all(), segment.file.close())
        except BaseException:
            self.newsegment.file.abandon()
            raise
        finally:
            self._finish()

    def commit(self, *arguments: Any, **options: Any) -> None:
        """Close the segment and put it into the table of contents; `FullText.merge` merges later."""
        if self._index.fulltext is None:
            raise ValueError("an index that is only written to has no table of contents")
        self._index.fulltext.commit([self.finish()])

    def cancel(self) -> None:
        """Give up."""
        self.newsegment.file.abandon()
        self._finish()


_PLAIN = {"id", "title", "body", "date"}


def new_name() -> str:
    """A file name for a new segment that no other process will choose."""
    return f"{secrets.token_hex(8)}.seg"


def date_number(date: str | None) -> int:
    """`2023-11-05` as 20231105, a missing month or day as 00, no date as 0."""
    digits = (date or "").replace("-", "")
    return int(digits.ljust(8, "0")[:8]) if digits.isdigit() else 0
