"""Fetching articles for the reader: gathers, converts and marks in workers; the newest wish wins.

Owned by the reader pane, which shows what comes back. Lane "article" for texts, lane "marks" for marks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.reader.material import Material, gather, reassemble
from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.streaming import begin, can_stream, stream
from desktop_app.session import Place, Session
from desktop_app.tasks import Tasks
from index.control import Control
from index.model import Marks


@dataclass(frozen=True, slots=True)
class Wish:
    """An article that is to be shown: at a place of it, or where one stood before (`back_to`)."""

    article: int
    place: Place | None = None
    back_to: ReadingPlace | None = None

    @property
    def offset(self) -> int:
        """The place in the body, as printed."""
        if self.place is not None:
            return 0 if self.place.in_title else self.place.start
        return 0 if self.back_to is None or self.back_to.in_title else self.back_to.offset


class Loader(QObject):
    """Asks the archive; `wish` is what is on its way."""

    gathered = Signal(object, object)  # Material, Wish
    converted = Signal(object)  # Material
    previewed = Signal(object, object)  # Manner, (number of a block, its text)s: a part of what is converted
    marked = Signal(int, str, object)  # article id, query, Marks
    failed = Signal(object, object)  # Exception, Wish

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self.wish: Wish | None = None

    def load(self, wish: Wish) -> None:
        """Read, mark, convert and lay out an article."""
        archive = self._session.archive
        if archive is None:
            return
        query, manner = self._session.request.text, self._session.manner
        begun = partial(begin, place=wish.offset)
        self.wish = wish
        self._tasks.run(
            "read",
            lambda control: gather(archive, wish.article, query, manner, control, begun),
            lambda material: self.gathered.emit(material, wish),
            lambda error: self._not_loaded(error, wish),
            lane="article",
            newest=True,
            owner=self,
        )

    def convert(self, material: Material, eye: int = 0) -> None:
        """The same article in the script now in force; of a long one what is around block `eye` first."""
        manner = self._session.manner
        relay = self._tasks.relay(self, lambda texts: self.previewed.emit(manner, texts))

        def work(control: Control) -> Material:
            made = stream(material, manner, eye, relay, control) if can_stream(material, manner) else None
            if made is None:
                return reassemble(material, manner, control)
            return replace(made, follow_ups=material.follow_ups)

        self._tasks.run(
            "convert",
            work,
            self.converted.emit,
            self._session.trouble.emit,
            lane="article",
            newest=True,
            owner=self,
        )

    def mark(self, article_id: int, query: str) -> None:
        """Where the words of another query stand; nothing where the query cannot be read."""
        archive = self._session.archive
        if archive is None:
            return
        self._tasks.run(
            "marks",
            lambda control: archive.marks(article_id, query) if query else Marks(),
            lambda marks: self.marked.emit(article_id, query, marks),
            lambda error: self.marked.emit(article_id, query, Marks()),
            lane="marks",
            newest=True,
            owner=self,
        )

    def drop(self) -> None:
        """Give up what is on its way."""
        self._tasks.cancel("article")
        self.wish = None

    def _not_loaded(self, error: Exception, wish: Wish) -> None:
        self.wish = None
        self.failed.emit(error, wish)
