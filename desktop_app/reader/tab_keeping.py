"""What happens with tabs: choosing, opening, closing, keeping them for the next start. For the reader pane.

The pane gives it the page on show; `OpenTabs` is the list, `Loader` fetches what is not ready.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.i18n.script import convert
from desktop_app.reader.loading import Loader, Wish
from desktop_app.reader.material import Material
from desktop_app.reader.page_view import ReadingPlace
from desktop_app.reader.tabs import OpenTabs, TabStrip
from desktop_app.reader.visits import Visit
from desktop_app.session import Session
from desktop_app.tasks import Tasks

OPEN_AT_MOST = 60


class TabKeeper(QObject):
    """Goes from tab to tab; `ready(Material, ReadingPlace)` and `emptied()` ask the pane to show it."""

    ready = Signal(object, object)
    emptied = Signal()
    changed = Signal()

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        tabs: OpenTabs,
        strip: TabStrip,
        loader: Loader,
        place: Callable[[], ReadingPlace],
    ) -> None:
        super().__init__(strip)
        self._session, self._tasks = session, tasks
        self._tabs, self._loader, self._place = tabs, loader, place
        self._archive_path = ""
        strip.chosen.connect(self.choose)
        strip.close_wanted.connect(self.close)
        strip.others_close_wanted.connect(self._close_others)
        session.tab_requested.connect(self._open_behind)

    def remember(self) -> None:
        """Keep the tabs of the archive for the next start."""
        self._tabs.present.visits.leave(self._place())
        if self._archive_path:
            self._session.memory.put(f"reader.tabs:{self._archive_path}", self._tabs.lines())

    def change_archive(self) -> None:
        """Another archive, or none: its tabs as they were left."""
        self.remember()
        self._tabs.clear()
        self.emptied.emit()
        archive = self._session.archive
        self._archive_path = str(archive.path) if archive is not None else ""
        if archive is not None:
            self._tabs.restore(self._session.memory.lines(f"reader.tabs:{self._archive_path}"))
            self.show()

    def show(self) -> None:
        """Set the page of the tab on show."""
        visit, material = self._tabs.present.visits.present, self._tabs.present.material
        if visit is None:
            self.emptied.emit()
        elif material is not None and material.article.id == visit.article:
            self._loader.drop()
            self.ready.emit(material, visit.place)
        else:
            self._loader.load(Wish(visit.article, None, visit.place))
        self.changed.emit()

    def choose(self, at: int) -> None:
        """Put a tab on show."""
        if at != self._tabs.at:
            self._tabs.present.visits.leave(self._place())
            self._tabs.show(at)
            self.show()

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) tab, around both ends."""
        self.choose((self._tabs.at + by) % len(self._tabs.tabs))

    def keep_here(self, material: Material) -> None:
        """A second tab with the article on show: reading goes on there, this one keeps its place."""
        visits = self._tabs.present.visits
        visits.leave(self._place())
        if visits.present is not None and len(self._tabs.tabs) < OPEN_AT_MOST:
            self._tabs.add(visits.present)
            self._tabs.keep(material)
            self.changed.emit()

    def close_present(self) -> None:
        """Close the tab on show."""
        self.close(self._tabs.at)

    def close(self, at: int) -> None:
        """Close a tab."""
        present = at == self._tabs.at
        if present:
            self._tabs.present.visits.leave(self._place())
        self._tabs.close(at)
        if present:
            self.show()
        self.changed.emit()

    def reopen(self) -> None:
        """Bring back the tab closed last."""
        self._tabs.present.visits.leave(self._place())
        self._tabs.reopen()
        self.show()

    def _close_others(self, kept: int) -> None:
        for at in reversed(range(len(self._tabs.tabs))):
            if at != kept:
                self.close(at)

    def _open_behind(self, article_id: int) -> None:
        """A tab behind the one on show; its title is read at once, its text when it is looked at."""
        archive, script = self._session.archive, self._session.script
        if archive is None or len(self._tabs.tabs) >= OPEN_AT_MOST:
            return
        if self._tabs.present.visits.present is None and self._loader.wish is None:
            self._session.open_article(article_id)
            return
        self._tabs.add(Visit(article_id), behind=True)
        self._session.message.emit(self.tr("Opened in a tab of its own."))
        self.changed.emit()
        self._tasks.run(
            "title",
            lambda control: convert(archive.article(article_id).title, script).text,
            lambda title: self._tabs.name(article_id, title),
            self._session.trouble.emit,
            lane="titles",
            owner=self,
        )
