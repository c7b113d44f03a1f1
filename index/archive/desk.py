"""What the façade lets people do at their desk: notes, collections, particulars and citations.

`Archive` inherits it, so that callers see one object; apart only to keep the façade readable. Everything
that changes something returns an `Edit`, which `take_back` undoes; it is on the disk when it returns, also
while an import runs. Reading methods may be called from any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from index import export as export_room
from index.alignment import Difference, differences
from index.archive.hits import Hits
from index.catalogue import Catalogue, notes
from index.catalogue import collections as stored
from index.catalogue.texts import titles
from index.desk import collections as collecting
from index.desk import notes as noting
from index.desk import particulars as citing
from index.desk.ledger import Ledger
from index.desk.quotations import QuotationCheck
from index.fulltext import Searcher
from index.model import (
    Article,
    CollectedArticle,
    Collection,
    Edit,
    EditKind,
    Note,
    NoteColour,
    NoteKind,
    Particulars,
    Passage,
    QuotationReport,
    SearchRequest,
)


class Desk:
    """The methods of `Archive` about notes, collections and particulars."""

    path: Path
    _catalogue: Catalogue
    _ledger: Ledger

    if TYPE_CHECKING:

        @property
        def name(self) -> str:
            """The archive's name."""

        def article(self, article_id: int) -> Article:
            """One article."""

        def _searcher(self) -> Searcher: ...

        def search(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> Hits:
            """All articles that match."""

    def take_back(self, edit: Edit) -> Edit:
        """Undo a change at the desk; what comes back undoes the undoing."""
        return self._ledger.take_back(edit)

    # --- notes ---------------------------------------------------------------------------------------

    def notes(self, article_id: int | None = None) -> tuple[Note, ...]:
        """The notes of an article in the order of its text, or all notes, latest change first."""
        db = self._catalogue.reading
        found = notes.every(db) if article_id is None else notes.of_article(db, article_id)
        return tuple(noting.read(db, found))

    def notes_numbered(self, numbers: Sequence[int]) -> tuple[Note, ...]:
        """The notes with these numbers; missing ones are left out."""
        db = self._catalogue.reading
        return tuple(noting.read(db, notes.numbered(db, numbers)))

    def note_tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag with the number of its notes, most used first."""
        return tuple(notes.tags(self._catalogue.reading).items())

    def articles_noted(self, kind: NoteKind) -> frozenset[int]:
        """The articles that have a star, or stand on the reading list."""
        return frozenset(notes.starred(self._catalogue.reading, kind))

    def add_notes(
        self,
        article_id: int,
        places: Sequence[Passage],
        *,
        colour: NoteColour = NoteColour.YELLOW,
        remark: str = "",
        tags: Sequence[str] = (),
    ) -> Edit:
        """Put a note on each of some places of an article (offsets as printed). Raises ArticleMissing."""
        return self._ledger.change(
            EditKind.ADD_NOTES, lambda db: noting.add(db, article_id, places, colour, remark, tags)
        )

    def add_article_note(self, article_id: int, remark: str, tags: Sequence[str] = ()) -> Edit:
        """Put a note on an article as a whole."""
        return self._ledger.change(
            EditKind.ADD_NOTES,
            lambda db: noting.add_whole(db, [article_id], NoteKind.ARTICLE, remark, tags),
        )

    def set_star(self, ids: Sequence[int], on: bool) -> Edit:
        """Give articles a star, or take it from them."""
        return self._mark(ids, NoteKind.STAR, on)

    def set_to_read(self, ids: Sequence[int], on: bool) -> Edit:
        """Put articles on the reading list, or take them off it."""
        return self._mark(ids, NoteKind.TO_READ, on)

    def set_read(self, ids: Sequence[int], done: bool = True) -> Edit:
        """Say that articles of the reading list were read, or not yet."""
        return self._ledger.change(EditKind.CHANGE_NOTES, lambda db: noting.set_done(db, ids, done))

    def change_notes(
        self,
        numbers: Sequence[int],
        *,
        colour: NoteColour | None = None,
        remark: str | None = None,
        tags: Sequence[str] | None = None,
        place: Passage | None = None,
    ) -> Edit:
        """Change notes; what is None stays. `place` puts them onto other words of their article."""
        return self._ledger.change(
            EditKind.CHANGE_NOTES,
            lambda db: noting.change(db, numbers, colour=colour, remark=remark, tags=tags, place=place),
        )

    def rename_tag(self, old: str, new: str) -> Edit:
        """Call a tag otherwise in all notes; with an empty name, take it from them."""
        return self._ledger.change(EditKind.CHANGE_NOTES, lambda db: noting.retag(db, old, new))

    def export_notes(self, out: Path, numbers: Sequence[int] | None = None, *, language: str = "en") -> int:
        """Write notes (all, or these) to a .md, .docx or .csv file, by article; returns how many.

        Raises ExportError.
        """
        found = self.notes() if numbers is None else self.notes_numbered(numbers)
        ordered = sorted(found, key=_by_article)
        return export_room.write_notes(out, ordered, self._cited, archive_name=self.name, language=language)

    def _cited(self, note: Note) -> str:
        return "" if note.article_id is None else self.citation(note.article_id)

    def delete_notes(self, numbers: Sequence[int]) -> Edit:
        """Delete notes."""
        return self._ledger.change(EditKind.DELETE_NOTES, lambda db: noting.delete(db, numbers))

    def _mark(self, ids: Sequence[int], kind: NoteKind, on: bool) -> Edit:
        if on:
            return self._ledger.change(EditKind.ADD_NOTES, lambda db: noting.add_whole(db, ids, kind))
        return self._ledger.change(EditKind.DELETE_NOTES, lambda db: noting.drop_whole(db, ids, kind))

    # --- collections ---------------------------------------------------------------------------------

    def collections(self) -> tuple[Collection, ...]:
        """All collections in the order in which they lie; those filled by a search have no counts."""
        return collecting.read(self._catalogue.reading)

    def collected(
        self, number: int, *, cancelled: Callable[[], bool] | None = None
    ) -> tuple[CollectedArticle, ...]:
        """What a collection holds, in its order; one filled by a search holds its hits of now.

        Raises CollectionMissing.
        """
        found = collecting.one(self._catalogue.reading, number)
        if found.request is None:
            return tuple(stored.articles(self._catalogue.reading, found.uid))
        ids = [int(each) for each in self.search(found.request, cancelled=cancelled).ids()]
        known = titles(self._catalogue.reading, ids)
        return tuple(CollectedArticle(each, "", *known[each]) for each in ids if each in known)

    def collections_of(self, article_id: int) -> tuple[int, ...]:
        """The collections into which an article was put by hand."""
        uids = set(stored.of_article(self._catalogue.reading, article_id))
        return tuple(each.number for each in self.collections() if each.uid in uids)

    def make_collection(
        self,
        name: str,
        *,
        parent: int | None = None,
        request: SearchRequest | None = None,
        ids: Sequence[int] = (),
        remark: str = "",
    ) -> Edit:
        """Make a collection, filled by hand with `ids` or by a search. Raises CollectionRefused."""
        return self._ledger.change(
            EditKind.ADD_COLLECTION,
            lambda db: collecting.make(db, name, parent, request, ids, remark),
            1,
        )

    def change_collection(
        self,
        number: int,
        *,
        name: str | None = None,
        remark: str | None = None,
        request: SearchRequest | None = None,
    ) -> Edit:
        """Call a collection otherwise, describe it, or fill it by another search."""
        return self._ledger.change(
            EditKind.CHANGE_COLLECTION,
            lambda db: collecting.change(db, number, name=name, remark=remark, request=request),
            1,
        )

    def move_collection(self, number: int, parent: int | None, before: int | None = None) -> Edit:
        """Put a collection into another (None: to the top), before a sibling or last."""
        return self._ledger.change(
            EditKind.CHANGE_COLLECTION, lambda db: collecting.move(db, number, parent, before), 1
        )

    def delete_collection(self, number: int) -> Edit:
        """Delete a collection with those in it; no article is deleted."""
        return self._ledger.change(EditKind.DELETE_COLLECTION, lambda db: collecting.delete(db, number), 1)

    def collect(self, number: int, ids: Sequence[int]) -> Edit:
        """Put articles into a collection, last. Raises CollectionRefused for one filled by a search."""
        return self._ledger.change(EditKind.COLLECT, lambda db: collecting.add(db, number, ids))

    def take_out(self, number: int, origins: Sequence[str]) -> Edit:
        """Take articles out of a collection, named by `CollectedArticle.origin`."""
        return self._ledger.change(EditKind.TAKE_OUT, lambda db: collecting.take_out(db, number, origins))

    def order_collection(self, number: int, origins: Sequence[str]) -> Edit:
        """Put the articles of a collection into another order."""
        return self._ledger.change(EditKind.ORDER, lambda db: collecting.order(db, number, origins), 1)

    # --- particulars ---------------------------------------------------------------------------------

    def corrected_particulars(self, article_id: int) -> Particulars:
        """What was corrected for citing an article; None for everything that was not."""
        return citing.corrected(self._catalogue.reading, article_id)

    def particulars(self, article_id: int) -> Particulars:
        """What a citation of an article is made of, corrections included. Raises ArticleMissing."""
        return export_room.particulars(self.article(article_id), self.corrected_particulars(article_id))

    def citation(self, article_id: int, style: str = "gbt7714", *, accessed: str | None = None) -> str:
        """An article cited in one of CITATION_STYLES, read today unless `accessed` says when.

        RIS and BibTeX are several lines, the others one. Raises ArticleMissing; an unknown style is a
        KeyError.
        """
        day = date.today().isoformat() if accessed is None else accessed
        corrected = self.corrected_particulars(article_id)
        return export_room.citation(self.article(article_id), style, accessed=day, corrected=corrected)

    def citations(self, ids: Sequence[int], style: str = "gbt7714", *, accessed: str | None = None) -> str:
        """Several articles cited, one reference a line, numbered where the style numbers."""
        said = [self.citation(number, style, accessed=accessed) for number in ids]
        if style.startswith("gbt7714") and len(said) > 1:
            said = [f"[{number}] {one}" for number, one in enumerate(said, start=1)]
        return "\n".join(one.rstrip("\n") for one in said) + "\n"

    def correct_particulars(self, article_id: int, wanted: Particulars) -> Edit:
        """Keep what is not None for citing an article, in place of what it says itself."""
        return self._ledger.change(EditKind.PARTICULARS, lambda db: citing.correct(db, article_id, wanted), 1)

    # --- quotations ----------------------------------------------------------------------------------

    def check_quotations(self, text: str, *, cancelled: Callable[[], bool] | None = None) -> QuotationReport:
        """Whether words, or the quotations in a text, stand in the archive, where, and what was altered.

        Raises Cancelled; IndexDamaged until the index is made afresh.
        """
        return QuotationCheck(self._catalogue.reading, self._searcher(), cancelled).report(text)

    @staticmethod
    def differences(a: str, b: str, *, blind_to_script: bool = False) -> tuple[Difference, ...]:
        """The stretches in which two texts differ, in order; everything between them is the same."""
        return differences(a, b, blind_to_script=blind_to_script)


def _by_article(note: Note) -> tuple[str, int, str, bool, int]:
    """Newest article first, each with its notes in the order of its text; notes without an article last."""
    day = "".join(chr(0x10FFFF - ord(char)) for char in note.date or "0")
    where = note.passage
    return (
        day if note.article_id is not None else "\U0010ffff",
        note.article_id or 0,
        note.origin,
        where is not None and not where.in_title,
        where.start if where is not None else 0,
    )
