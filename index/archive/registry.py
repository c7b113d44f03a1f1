"""What the façade says about entities over the whole archive: pages, networks, tables, corrections.

`Archive` inherits it, so that callers see one object; apart only to keep the façade readable.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from index import entities as entity_room
from index import export as export_room
from index import register
from index.archive import again
from index.archive.apart import in_a_process
from index.archive.hits import Hits
from index.archive.workers import default_count
from index.catalogue import Catalogue
from index.catalogue import corrections as stored
from index.catalogue import register as queries
from index.catalogue.lives import Lives
from index.control import Control
from index.entities.lexicons import lexicons
from index.errors import ArchiveBusy, ArchiveReadOnly, CorrectionRefused, ExportError
from index.fulltext import FullText
from index.model import (
    Corrected,
    Correction,
    EntityName,
    EntityPage,
    FollowUp,
    ImportProgress,
    MentionType,
    MonthCount,
    Network,
    SearchRequest,
    Suggestion,
    TableKind,
)
from index.register import corrections, drawing, exchange, network, suggestions
from index.register.network import TYPES as NETWORK_TYPES

if TYPE_CHECKING:
    from index.archive.archive import Archive

KEPT = "corrections.json"  # a copy beside the catalogue, should that be lost
Progress = Callable[[ImportProgress], None]
T = TypeVar("T")


def _recognise_again(archive: Archive, progress: Progress, control: Control) -> int:
    """`recognise_again`, as another process is told of it."""
    return archive.recognise_again(progress=progress, control=control)


class Registry:
    """The methods of `Archive` that ask the register; every reading one may be called from any thread."""

    path: Path
    read_only: bool
    _catalogue: Catalogue
    _index: FullText | None

    if TYPE_CHECKING:

        @property
        def name(self) -> str:
            """The archive's name."""

        def search(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> Hits:
            """All articles that match."""

        def _writing(self) -> contextlib.AbstractContextManager[None]: ...

        def _level(self, workers: int, progress: Progress | None, control: Control) -> int: ...

    # --- pages -----------------------------------------------------------------------------------------

    def entity_page(self, entity_id: int) -> EntityPage | None:
        """Everything about an entity; None if there is none with this number."""
        return register.entity_page(self._catalogue.reading, self._lives(), entity_id, entity_room.entity_key)

    def load_names(self) -> None:
        """Read what every page needs, so that the first opens as quickly as any: for a quiet moment."""
        lexicons()
        self._lives()

    def find_entity(self, type: MentionType, name: str) -> int | None:  # noqa: A002
        """The number of the entity with this name, in whatever script or known short form."""
        return queries.by_key(self._catalogue.reading, type, self._entity_key(type, name))

    def entity_names(self, ids: Iterable[int]) -> dict[int, EntityName]:
        """Types and names of entities by number; missing ones are left out."""
        return queries.named(self._catalogue.reading, ids)

    def months(self, entity_id: int) -> tuple[MonthCount, ...]:
        """In how many articles of each month an entity is named, in order of time."""
        return register.months(self._lives().naming(self._catalogue.reading, entity_id))

    def together(self, entity_ids: Sequence[int]) -> tuple[int, ...]:
        """The articles that name every one of these entities, newest first."""
        return tuple(queries.together(self._catalogue.reading, entity_ids))

    def follow_ups(self, article_id: int) -> tuple[FollowUp, ...]:
        """Dated events in an article that another article of the archive reports, with their places."""
        return tuple(register.follow_ups(self._catalogue.reading, [article_id]))

    # --- networks --------------------------------------------------------------------------------------

    def network(
        self,
        subject: int | Hits,
        types: Collection[MentionType] = NETWORK_TYPES,
        since: str | None = None,
        until: str | None = None,
        limit: int = 40,
    ) -> Network:
        """Who appears with whom: around an entity (its number), or in all hits of a search.

        `since` and `until` are ISO dates, possibly partial, both included. At most 400 nodes; places in the
        picture are the same for the same question.
        """
        db, lives = self._catalogue.reading, self._lives()
        if isinstance(subject, Hits):
            ids = [int(number) for number in subject.found.all_ids()]
            return network.of_articles(db, lives, ids, types, since, until, limit)
        return network.of_entity(db, lives, subject, types, since, until, limit)

    @staticmethod
    def network_svg(drawn: Network, *, dark: bool = False, title: str = "") -> str:
        """A network as the text of an SVG file."""
        return drawing.svg(drawn, dark=dark, title=title)

    # --- tables ----------------------------------------------------------------------------------------

    def table(
        self,
        kind: TableKind,
        out: Path,
        request: SearchRequest | None = None,
        *,
        language: str = "en",
        entity_ids: Sequence[int] = (),
        control: Control | None = None,
    ) -> int:
        """Write a table about entities to an .xlsx or .csv file; returns how many rows. Raises ExportError.

        Over all articles, or the hits of `request`; `entity_ids` limits MONTHS, which needs it, and ENTITIES.
        """
        ids = None if request is None else self.search(request).ids()
        checkpoint = (control or Control()).checkpoint
        rows = register.table_rows(self._catalogue.reading, self._lives(), kind, ids, entity_ids, checkpoint)
        return export_room.write_table(kind, out, rows, archive_name=self.name, language=language)

    # --- corrections -----------------------------------------------------------------------------------

    def rename(self, entity_id: int, name: str, *, progress: Progress | None = None) -> Corrected:
        """Call an entity otherwise; with the name of another entity, both become one.

        Every correction is at once in the catalogue and the index, is applied again to articles imported
        later, and can be undone. `progress` tells how the index follows where thousands of articles change.
        All raise CorrectionRefused, EntityMissing, ArchiveBusy, ArchiveReadOnly.
        """
        return self._correct(
            lambda db: corrections.rename(db, entity_room.entity_key, entity_id, name), progress
        )

    def merge(self, entity_id: int, into: int, *, progress: Progress | None = None) -> Corrected:
        """Make one entity part of another, which keeps its name."""
        return self._correct(lambda db: corrections.merge(db, entity_id, into), progress)

    def split(
        self, entity_id: int, article_ids: Sequence[int], name: str, *, progress: Progress | None = None
    ) -> Corrected:
        """Make another entity of its mentions in some articles; `name` must tell it apart: 李强（浙江）."""
        key = entity_room.entity_key
        return self._correct(lambda db: corrections.split(db, key, entity_id, article_ids, name), progress)

    def retype(
        self,
        entity_id: int,
        type: MentionType,  # noqa: A002
        *,
        progress: Progress | None = None,
    ) -> Corrected:
        """Say that an entity is of another type."""
        return self._correct(
            lambda db: corrections.retype(db, entity_room.entity_key, entity_id, type), progress
        )

    def delete_entity(self, entity_id: int, *, progress: Progress | None = None) -> Corrected:
        """Say that something is no entity at all."""
        return self._correct(lambda db: corrections.delete(db, entity_id), progress)

    def keep_apart(self, entity_id: int, other: int | None = None) -> Corrected:
        """Refuse a suggestion for good: these are two people; without `other`: this is one person."""
        second = entity_id if other is None else other
        return self._correct(lambda db: corrections.keep_apart(db, entity_id, second))

    def add_mention(
        self,
        article_id: int,
        in_title: bool,
        start: int,
        end: int,
        type: MentionType,  # noqa: A002
        name: str = "",
    ) -> Corrected:
        """Add a mention that was overlooked; `name` is the full name where the words are a short form."""
        key, place = entity_room.entity_key, (article_id, in_title, start, end)
        return self._correct(lambda db: corrections.add(db, key, *place, type, name))

    def undo(self, correction_id: int | None = None, *, progress: Progress | None = None) -> Corrected | None:
        """Take back the newest correction, or this one; None if there is none."""
        return self._correct(lambda db: corrections.undo(db, correction_id), progress)

    def redo(self, *, progress: Progress | None = None) -> Corrected | None:
        """Put back what was undone last; None if there is nothing."""
        return self._correct(corrections.redo, progress)

    def corrections(self) -> tuple[Correction, ...]:
        """Every correction, newest first, undone ones included."""
        return tuple(rule.record for rule in reversed(stored.all_rules(self._catalogue.reading)))

    def export_corrections(self, out: Path) -> int:
        """Write all corrections in force to a JSON file; returns how many. Raises ExportError."""
        return exchange.write(out, stored.all_rules(self._catalogue.reading))

    def import_corrections(self, path: Path, *, progress: Progress | None = None) -> int:
        """Take up the corrections of a JSON file; returns how many were new. Raises CorrectionRefused."""
        rules = exchange.read(path, entity_room.entity_key)
        return len(self._correct(lambda db: corrections.take_up(db, rules), progress))

    def entity_suggestions(
        self, entity_id: int | None = None, *, control: Control | None = None
    ) -> tuple[Suggestion, ...]:
        """People who may be two under one name, and names that may be one person, with the evidence.

        For the whole archive it takes seconds, for one person less than a page.
        """
        checkpoint = (control or Control()).checkpoint
        apart = self._catalogue.kept("rules", stored.rules).apart
        db = self._catalogue.reading
        return tuple(suggestions.suggestions(db, self._lives(), _seat, entity_id, checkpoint, apart))

    def names_are_old(self) -> bool:
        """Whether an earlier edition of the recogniser read the articles: `recognise_again` would help."""
        return again.names_are_old(self._catalogue)

    def recognise_again(
        self,
        *,
        progress: Progress | None = None,
        control: Control | None = None,
        workers: int | None = None,
        apart: bool = False,
    ) -> int:
        """Recognise the names of all articles anew, corrections kept; returns how many articles changed.

        For archives made with an earlier version: see `names_are_old`. `apart` does it in a process of its
        own (for windows). Raises ArchiveBusy, ArchiveReadOnly, Cancelled: what is done is kept.
        """
        count, control = default_count() if workers is None else workers, control or Control()
        if apart:
            if self.read_only:
                raise ArchiveReadOnly(path=self.path)
            return in_a_process(self.path, _recognise_again, progress=progress, control=control)
        with self._writing():
            changed = again.recognise_again(
                self._catalogue, workers=count, progress=progress, control=control
            )
            if self._index is not None:
                self._level(count, progress, control)
        return changed

    def _correct(self, change: Callable[[sqlite3.Connection], T], progress: Progress | None = None) -> T:
        """Change the catalogue in one transaction, then have the index follow."""
        with self._writing():
            with self._catalogue.writing() as db:
                done = change(db)
            self._keep_corrections()
            if self._index is not None:
                self._level(default_count(), progress, Control())
        return done

    def _keep_corrections(self) -> None:
        """Write the corrections beside the catalogue too."""
        with contextlib.suppress(ExportError):
            exchange.write(self.path / KEPT, stored.all_rules(self._catalogue.reading))

    def _recall_corrections(self) -> None:
        """Take up what lies beside the catalogue: corrections made since the backup that took its place."""
        if (self.path / KEPT).is_file():
            with contextlib.suppress(CorrectionRefused):
                self.import_corrections(self.path / KEPT)

    def _lives(self) -> Lives:
        """The days of all current articles, read again when articles come or go."""
        return self._catalogue.kept_of_articles("lives", Lives.read)

    def _entity_key(self, type: MentionType, name: str) -> str:  # noqa: A002
        """The key under which the index has an entity of this name, after all corrections."""
        key = entity_room.entity_key(type, name)
        found = self._catalogue.kept("rules", stored.rules).resolved(type, key)
        return found[1] if found is not None and found[0] is type else key

    def _key_appointments(self) -> None:
        """Make an archive of an earlier format ready for pages; nothing to do for all others."""
        if self.read_only or queries.appointments_keyed(self._catalogue.reading):
            return
        busy = contextlib.suppress(ArchiveBusy, ArchiveReadOnly)
        with busy, self._writing(), self._catalogue.writing() as db:
            queries.key_appointments(db, entity_room.entity_key)


def _seat(text: str) -> str:
    """The province or country that a folded name of a post, body or place begins with; "" if none."""
    known = lexicons()
    for end in range(min(len(text), 12), 1, -1):
        if text[:end] in known.countries:
            return known.countries[text[:end]]
        division = known.divisions.get(text[:end])
        for _ in range(4):
            if division is None or division.level == "province":
                break
            division = known.divisions.get(division.parent)
        if division is not None:
            return division.name
    return ""
