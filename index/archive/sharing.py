"""What the façade does between archives: taking in one from a colleague, handing over a smaller one.

`Archive` inherits it, so that callers see one object; apart only to keep the façade readable.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from index import export as export_room
from index.archive import backup, reading
from index.archive.foreign import refuse_links
from index.archive.transfer import Progress, Sender, Transfer, Transferred, private_copy
from index.archive.workers import default_count
from index.catalogue import Catalogue, articles, desk
from index.catalogue import collections as stored
from index.catalogue import corrections as rules
from index.catalogue.desk import COLLECTED, COLLECTION, NOTE, PARTICULARS, DeskTable, Row
from index.control import Control
from index.desk.ledger import Ledger
from index.entities import entity_key
from index.errors import ArchiveDamaged, ArchiveMissing, Cancelled, CorrectionRefused, TransferRefused
from index.export import ExportItem
from index.model import (
    Chapter,
    CollectedArticle,
    Collection,
    EditKind,
    Note,
    RowChange,
    Taken,
    TransferReport,
)
from index.register import corrections, exchange

if TYPE_CHECKING:
    from index.archive.archive import Archive

_LINES = ("note", "collection_article", "particulars")  # tables whose rows name an article


class Sharing:
    """The methods of `Archive` that pass articles from one archive to another."""

    path: Path
    _catalogue: Catalogue
    _ledger: Ledger

    if TYPE_CHECKING:

        @property
        def name(self) -> str:
            """The archive's name."""

        @classmethod
        def create(cls, path: Path) -> Archive:
            """Make a new archive."""

        def collections(self) -> tuple[Collection, ...]:
            """All collections."""

        def collected(
            self, number: int, *, cancelled: Callable[[], bool] | None = None
        ) -> tuple[CollectedArticle, ...]:
            """What a collection holds."""

        def notes(self, article_id: int | None = None) -> tuple[Note, ...]:
            """The notes of an article."""

        def _writing(self) -> contextlib.AbstractContextManager[None]: ...

        def _level(self, workers: int, progress: Progress | None, control: Control) -> int: ...

        def _keep_corrections(self) -> None: ...

    def take_in(
        self,
        other: Path,
        *,
        progress: Progress | None = None,
        control: Control | None = None,
        workers: int | None = None,
    ) -> TransferReport:
        """Take in another archive: articles, originals, notes, collections, particulars and corrections.

        What is there already is left as it is; the other archive is only read, and nothing of it is
        believed. The catalogue is backed up first. A cancel keeps what is done; taking it in again goes on.
        Raises ArchiveMissing, ArchiveTooNew, ArchiveDamaged, ArchiveBusy, DiskFull, TransferRefused.
        """
        control = control or Control()
        count = default_count() if workers is None else workers
        other = other.absolute()
        if not (other / "catalogue.sqlite").is_file():
            raise ArchiveMissing(path=other)
        if other.resolve() == self.path.resolve():
            raise TransferRefused("transfer.itself", path=other)
        refuse_links(other)
        with self._writing(), tempfile.TemporaryDirectory(prefix="juanzong-merge-") as scratch:
            with _reading(other, Path(scratch)) as theirs:
                backup.back_up_if_due(self._catalogue, self.path)
                mark = f"[{other.name.removesuffix('.juanzong')}] "
                sender = Sender(theirs, other / "originals", mark)
                done = Transfer(
                    sender,
                    self._catalogue,
                    self.path,
                    with_originals=True,
                    workers=count,
                    progress=progress,
                    control=control,
                ).run(articles.current_ids(theirs.reading))
                report = self._take_desk(theirs, done, mark)
            if not report.cancelled:
                with contextlib.suppress(Cancelled):
                    self._level(count, progress, control)
        return report

    def take_back_merge(
        self,
        taken: Taken,
        *,
        progress: Progress | None = None,
        control: Control | None = None,
        workers: int | None = None,
    ) -> Taken:
        """Undo a merge: its articles, notes, collections and corrections go; originals stay.

        What comes back undoes the undoing. A cancel leaves the index to be made level at the next opening.
        Raises ArchiveReadOnly, ArchiveBusy, DiskFull.
        """
        count = default_count() if workers is None else workers
        with self._writing():
            backup.back_up_if_due(self._catalogue, self.path)
            with self._catalogue.writing() as db:
                articles.withdraw(db, taken.articles, back=taken.withdrawn)
                corrections.switch(db, frozenset(taken.corrections), undone=not taken.withdrawn)
            self._keep_corrections()
            edit = self._ledger.take_back(taken.edit)
            with contextlib.suppress(Cancelled):
                self._level(count, progress, control or Control())
        return replace(taken, edit=edit, withdrawn=not taken.withdrawn)

    def hand_over(
        self,
        out: Path,
        ids: Sequence[int],
        *,
        collections: Sequence[int] = (),
        originals: bool = True,
        notes: bool = True,
        progress: Progress | None = None,
        control: Control | None = None,
        workers: int | None = None,
    ) -> TransferReport:
        """Make a smaller archive in the folder `out` of some articles, and whole collections if wanted.

        With `originals`, each article brings the bytes it was read from, and only those; with `notes`, its
        notes and corrected particulars. Nothing is left of an archive that could not be finished. Raises
        ArchiveExists, ArchiveReadOnly, DiskFull, Cancelled.
        """
        control = control or Control()
        count = default_count() if workers is None else workers
        made = out.absolute()
        existed = made.exists()
        target = self.create(made)
        try:
            with target:
                sender = Sender(self._catalogue, self.path / "originals")
                with target._writing():
                    done = Transfer(
                        sender,
                        target._catalogue,
                        made,
                        with_originals=originals,
                        workers=count,
                        progress=progress,
                        control=control,
                    ).run(list(dict.fromkeys(ids)))
                    control.checkpoint()
                    report = target._take_desk(
                        self._catalogue, done, None, notes=notes, collections=collections
                    )
                    target._level(count, progress, control)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            if existed:
                made.mkdir(exist_ok=True)
            raise
        return report

    def export_collection(
        self,
        number: int,
        format: str,  # noqa: A002
        out: Path,
        *,
        notes: bool = False,
        language: str = "en",
        progress: Callable[[int], None] | None = None,
        control: Control | None = None,
    ) -> int:
        """Write a collection as a book: its own articles, then those of each collection in it, as parts.

        Raises CollectionMissing, ExportError, Cancelled; returns how many articles.
        """
        control = control or Control()
        name = next((one.name for one in self.collections() if one.number == number), "")
        return export_room.write(
            format,
            out,
            self._book(number, notes, control),
            archive_name=name,
            language=language,
            progress=progress,
        )

    def chapters(
        self, number: int, *, notes: bool = False, control: Control | None = None
    ) -> Iterator[Chapter]:
        """The articles of a collection and of those in it, one after another, for books of other kinds."""
        day = date.today().isoformat()
        for item in self._book(number, notes, control or Control()):
            said = export_room.citation(item.article, "gbt7714", accessed=day, corrected=item.particulars)
            yield Chapter(item.part, item.article, said, item.notes)

    def articles_of_collection(self, number: int) -> list[int]:
        """The articles of a collection and of those in it, each once, in order."""
        found = (one.article_id for _, inner in self._parts(number) for one in self.collected(inner))
        return list(dict.fromkeys(each for each in found if each is not None))

    def _book(self, number: int, notes: bool, control: Control) -> Iterator[ExportItem]:
        """The articles of a collection and those in it, each with the part it stands in."""
        for part, inner in self._parts(number):
            ids = [one.article_id for one in self.collected(inner) if one.article_id is not None]
            for item in reading.export_items(self._catalogue.reading, ids, control):
                said = self.notes(item.article.id) if notes else ()
                kept = tuple(note for note in said if note.passage is not None or note.remark)
                yield replace(item, notes=kept, part=part)

    def _parts(self, number: int) -> list[tuple[str, int]]:
        """A collection, as the part without a name, and all that lie in it, by their names from the top."""
        every = self.collections()

        def within(parent: int, path: str) -> Iterator[tuple[str, int]]:
            for one in every:
                if one.parent == parent:
                    name = f"{path} · {one.name}" if path else one.name
                    yield name, one.number
                    yield from within(one.number, name)

        return [("", number), *within(number, "")]

    def _take_desk(
        self,
        theirs: Catalogue,
        done: Transferred,
        mark: str | None,
        *,
        notes: bool = True,
        collections: Sequence[int] | None = None,
    ) -> TransferReport:
        """Take over what lies on the articles; with `mark` None only what lies on articles that came."""
        wanted = None if collections is None else _collections(theirs.reading, collections)
        edit = self._ledger.change(
            EditKind.MERGE,
            lambda db: list(_new_rows(theirs.reading, db, done.origins, mark, notes, wanted)),
            done.added,
        )
        taken = [change.table for change in edit.changes]
        found = [] if done.cancelled else _rules(theirs.reading, done.origins)
        with self._catalogue.writing() as db:
            corrected = corrections.take_up(db, found)
        self._keep_corrections()
        return TransferReport(
            done.added,
            done.duplicates,
            done.refused,
            done.originals,
            done.originals_missing,
            taken.count(NOTE.name),
            taken.count(COLLECTION.name),
            len(corrected),
            done.cancelled,
            Taken(tuple(done.articles), tuple(rule.id for rule in corrected), edit),
        )


@contextlib.contextmanager
def _reading(other: Path, scratch: Path) -> Iterator[Catalogue]:
    """A private copy of a stranger's catalogue. Raises ArchiveDamaged for one that cannot be read."""
    try:
        with contextlib.closing(private_copy(other / "catalogue.sqlite", scratch)) as theirs:
            found = theirs.reading.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise ArchiveDamaged(path=other, reason=found)
            yield theirs
    except sqlite3.DatabaseError as error:
        raise ArchiveDamaged(path=other, reason=error) from error


def _collections(db: sqlite3.Connection, numbers: Sequence[int]) -> set[str]:
    """The uids of collections and of all that lie in them."""
    every = stored.every(db)
    found = {one.uid for one in every if one.number("number") in numbers}
    while more := {one.uid for one in every if one.text("parent") in found} - found:
        found |= more
    return found


def _new_rows(
    theirs: sqlite3.Connection,
    ours: sqlite3.Connection,
    origins: Mapping[str, str],
    mark: str | None,
    notes: bool,
    collections: set[str] | None,
) -> Iterator[RowChange]:
    """Their rows that we do not have, on the articles that they mean here."""
    tables = [COLLECTION, COLLECTED, *([NOTE, PARTICULARS] if notes else [])]
    for table in tables:
        for row in desk.rows(theirs, table):
            if not desk.sound(table, row):
                continue
            if collections is not None and table in (COLLECTION, COLLECTED):
                uid = str(row[0])
                if uid not in collections:
                    continue
            moved = _moved(table, row, origins, mark)
            if moved is not None:
                yield from _ours(ours, table, moved, collections)


def _moved(table: DeskTable, row: Row, origins: Mapping[str, str], mark: str | None) -> Row | None:
    """A row on the article that it means here; None for one whose article did not come."""
    if table.name not in _LINES:
        return row
    origin = str(table.value(row, "origin"))
    if origin in origins:
        return _with(table, row, origin=origins[origin])
    return None if mark is None else _with(table, row, origin=mark + origin)


def _ours(
    ours: sqlite3.Connection, table: DeskTable, row: Row, collections: set[str] | None
) -> Iterator[RowChange]:
    if table is COLLECTION and collections is not None and table.value(row, "parent") not in collections:
        row = _with(table, row, parent="")
    there = desk.row(ours, table, table.key_of(row))
    if there is None:
        yield RowChange(table.name, None, row)
    elif table is NOTE and _said(there) != _said(row):
        uid = uuid.uuid5(uuid.NAMESPACE_OID, "\n".join(str(value) for value in _said(row))).hex
        changed = _with(table, row, uid=uid)
        if desk.row(ours, table, table.key_of(changed)) is None:
            yield RowChange(table.name, None, changed)


def _said(row: Row) -> Row:
    """What a note says, apart from where and when."""
    return tuple(NOTE.value(row, column) for column in ("uid", "kind", "quote", "colour", "remark", "tags"))


def _with(table: DeskTable, row: Row, **values: object) -> Row:
    return tuple(values.get(column, old) for column, old in zip(table.columns, row, strict=True))


def _rules(db: sqlite3.Connection, origins: Mapping[str, str]) -> list[rules.Rule]:
    """Their corrections, for the articles that they mean here; keys are made afresh."""
    kept = []
    for rule in rules.all_rules(db):
        lines = tuple(
            replace(line, origin=origins[line.origin]) for line in rule.lines if line.origin in origins
        )
        if not rule.undone and (lines or not rule.lines):
            kept.append(replace(rule, lines=lines))
    with tempfile.TemporaryDirectory(prefix="juanzong-rules-") as scratch:
        place = Path(scratch) / "corrections.json"
        try:
            exchange.write(place, kept)
            return exchange.read(place, entity_key)
        except (CorrectionRefused, ValueError, TypeError):
            return []
