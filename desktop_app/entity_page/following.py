"""Follows the links of pages: to other pages, to articles at their place, to searches, to corrections.

What has to be asked of the archive for it runs in lane "place". Held by `pane`.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop_app.corrections import Corrector
from desktop_app.entity_page.links import (
    ApartLink,
    EntityLink,
    Link,
    MentionLink,
    MergeLink,
    SearchLink,
    SpanLink,
    SplitLink,
)
from desktop_app.entity_page.material import place_in
from desktop_app.session import Place, Session
from desktop_app.tasks import Tasks
from index.model import EntityName, FacetField, Filter, MentionType

FIELDS = {
    kind: FacetField(kind.value) for kind in MentionType if kind is not MentionType.DATE
}  # dates are no facet
_NARROWER = 7  # length of a month: `2023-05`


class Following(QObject):
    """Knows where links lead, not what is on show."""

    def __init__(self, session: Session, tasks: Tasks, corrector: Corrector, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._corrector = session, tasks, corrector

    def follow(self, target: Link) -> None:
        """Go where a link leads."""
        if isinstance(target, EntityLink):
            self._session.open_entity(target.entity)
        elif isinstance(target, SpanLink):
            self._session.open_article(target.article, Place(target.start, target.end, target.in_title))
        elif isinstance(target, MentionLink):
            self._open_mention(target)
        elif isinstance(target, MergeLink):
            self._corrector.merge_into(target.entity, target.into)
        elif isinstance(target, ApartLink):
            self._corrector.keep_apart(target.entity, target.other)
        elif isinstance(target, SplitLink):
            self._split(target)
        else:
            self.search_for(target)

    def _open_mention(self, target: MentionLink) -> None:
        archive, session = self._session.archive, self._session
        if archive is None:
            return
        self._tasks.run(
            "place",
            lambda control: place_in(archive, target.article, target.entities),
            lambda place: session.open_article(target.article, place),
            lambda error: session.open_article(target.article),
            lane="place",
            newest=True,
            owner=self,
        )

    def search_for(self, target: SearchLink, months: str = "") -> None:
        """Search for the articles that name all of some entities."""
        archive, session = self._session.archive, self._session
        if archive is None:
            return

        def search(named: dict[int, EntityName]) -> None:
            filters = [
                Filter(FIELDS[each.type], (each.name,)) for each in named.values() if each.type in FIELDS
            ]
            if months:
                field = FacetField.MONTH if len(months.partition("..")[0]) >= _NARROWER else FacetField.YEAR
                filters.append(Filter(field, (months,)))
            session.search(replace(session.request, text="", filters=tuple(filters)))

        self._tasks.run(
            "names",
            lambda control: archive.entity_names(target.entities),
            search,
            session.trouble.emit,
            lane="place",
            newest=True,
            owner=self,
        )

    def _split(self, target: SplitLink) -> None:
        """Ask for the name of whom some articles mean instead."""
        archive = self._session.archive
        if archive is None:
            return

        def ask(named: dict[int, EntityName]) -> None:
            if target.entity in named:
                self._corrector.ask_split_name(named[target.entity], target.articles)

        self._tasks.run(
            "names",
            lambda control: archive.entity_names([target.entity]),
            ask,
            self._session.trouble.emit,
            lane="place",
            newest=True,
            owner=self,
        )
