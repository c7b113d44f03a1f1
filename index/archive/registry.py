"""What the façade says about entities over the whole archive: pages, networks, tables, corrections.

`Archive` inherits it, so that callers see one object; apart only to keep the façade readable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index import entities as entity_room
from index import export as export_room
from index import register
from index.archive.hits import Hits
from index.catalogue import Catalogue
from index.catalogue import register as queries
from index.control import Control
from index.model import EntityName, EntityPage, FollowUp, MentionType, MonthCount, SearchRequest, TableKind


class Registry:
    """The methods of `Archive` that ask the register; every reading one may be called from any thread."""

    path: Path
    read_only: bool
    _catalogue: Catalogue

    if TYPE_CHECKING:

        @property
        def name(self) -> str:
            """The archive's name."""

        def search(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> Hits:
            """All articles that match."""

    # --- pages -----------------------------------------------------------------------------------------

    def entity_page(self, entity_id: int) -> EntityPage | None:
        """Everything about an entity; None if there is none with this number."""
        return register.entity_page(self._catalogue.reading, entity_id)

    def find_entity(self, type: MentionType, name: str) -> int | None:  # noqa: A002
        """The number of the entity with this name, in whatever script or known short form."""
        return queries.by_key(self._catalogue.reading, type, entity_room.entity_key(type, name))

    def entity_names(self, ids: Iterable[int]) -> dict[int, EntityName]:
        """Types and names of entities by number; missing ones are left out."""
        return queries.named(self._catalogue.reading, ids)

    def months(self, entity_id: int) -> tuple[MonthCount, ...]:
        """In how many articles of each month an entity is named, in order of time."""
        return register.months(queries.articles_of(self._catalogue.reading, entity_id))

    def together(self, entity_ids: Sequence[int]) -> tuple[int, ...]:
        """The articles that name every one of these entities, newest first."""
        return tuple(queries.together(self._catalogue.reading, entity_ids))

    def follow_ups(self, article_id: int) -> tuple[FollowUp, ...]:
        """Dated events in an article that another article of the archive reports, with their places."""
        return tuple(register.follow_ups(self._catalogue.reading, [article_id]))

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
        rows = register.table_rows(self._catalogue.reading, kind, ids, entity_ids, checkpoint)
        return export_room.write_table(kind, out, rows, archive_name=self.name, language=language)

    def _key_appointments(self) -> None:
        """Make an archive of an earlier format ready for pages; nothing to do for all others."""
        if self.read_only or queries.appointments_keyed(self._catalogue.reading):
            return
        with self._catalogue.writing() as db:
            queries.key_appointments(db, entity_room.entity_key)
