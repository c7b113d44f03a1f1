"""What happens with tabs: choosing, opening, closing, back and forward in each, keeping them for next time.

The pane gives it the page on show; `OpenTabs` is the list, `Loader` fetches what is not ready.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.i18n.script import convert
from desktop_app.reader.commands import ReaderCommands
from desktop_app.reader.loading import Loader, Wish
from desktop_app.reader.material import Material
from desktop_app.reader.places import ReadingPlace
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
        commands: ReaderCommands,
        place: Callable[[], ReadingPlace],
        material: Callable[[], Material | None],
    ) -> None:
        super().__init__(strip)
        self._session, self._tasks, self._commands = session, tasks, commands
        self._tabs, self._loader, self._place, self._material = tabs, loader, place, material
        self._others: tuple[bool | None, bool | None] = (None, None)
        self._archive_path = ""
        strip.chosen.connect(self.choose)
        strip.close_wanted.connect(self.close)
        strip.others_close_wanted.connect(self._close_others)
        session.tab_requested.connect(self._open_behind)
        commands["back"].triggered.connect(self._back)
        commands["forward"].triggered.connect(self._forward)
        commands["new_tab"].triggered.connect(self._keep_here)
        commands["close_tab"].triggered.connect(self._close_present)
        commands["reopen_tab"].triggered.connect(self._reopen)
        commands["next_tab"].triggered.connect(lambda: self._step(1))
        commands["previous_tab"].triggered.connect(lambda: self._step(-1))

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

    # -- back and forward

    def leave_travel(self, back: bool | None, forward: bool | None) -> None:
        """Back and forward are another's; see `ReaderPane.leave_travel`."""
        self._others = (back, forward)
        self.enable()

    def enable(self) -> None:
        """Say which commands make sense now."""
        visits, commands = self._tabs.present.visits, self._commands
        back, forward = self._others
        several, here = len(self._tabs.tabs) > 1, self._material() is not None
        for name, on in {
            "back": visits.can_go_back if back is None else back,
            "forward": visits.can_go_forward if forward is None else forward,
            "new_tab": here,
            "close_tab": here or several,
            "reopen_tab": self._tabs.can_reopen,
            "next_tab": several,
            "previous_tab": several,
        }.items():
            commands[name].setEnabled(on)

    def _back(self) -> None:
        if self._others[0] is None:
            self._travel(self._tabs.present.visits.back)

    def _forward(self) -> None:
        if self._others[1] is None:
            self._travel(self._tabs.present.visits.forward)

    def _travel(self, move: Callable[[], Visit | None]) -> None:
        self._tabs.present.visits.leave(self._place())
        visit = move()
        if visit is not None:
            self._loader.load(Wish(visit.article, None, visit.place))
        self.enable()

    # -- tabs

    def choose(self, at: int) -> None:
        """Put a tab on show."""
        if at != self._tabs.at:
            self._tabs.present.visits.leave(self._place())
            self._tabs.show(at)
            self.show()

    def _step(self, by: int) -> None:
        """The next (1) or previous (-1) tab, around both ends."""
        self.choose((self._tabs.at + by) % len(self._tabs.tabs))

    def _keep_here(self) -> None:
        """A second tab with the article on show: reading goes on there, this one keeps its place."""
        visits, material = self._tabs.present.visits, self._material()
        visits.leave(self._place())
        if material is not None and visits.present is not None and len(self._tabs.tabs) < OPEN_AT_MOST:
            self._tabs.add(visits.present)
            self._tabs.keep(material)
            self.changed.emit()

    def _close_present(self) -> None:
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

    def _reopen(self) -> None:
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
        self._session.message.emit(self.tr("Opened in a new tab."))
        self.changed.emit()
        self._tasks.run(
            "title",
            lambda control: convert(archive.article(article_id).title, script).text,
            lambda title: self._tabs.name(article_id, title),
            self._session.trouble.emit,
            lane="titles",
            owner=self,
        )
