"""Saved searches: the list with its badges, its menu, and what can be done with one.

The search pane owns it; its menu is behind the pane's bookmark button and in the window's menu, and
`desktop_app.dialogs.saved_searches` shows the same list to rename and delete. Lane "saved".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop_app.i18n.format import number
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from index.model import SavedSearch

if TYPE_CHECKING:
    from index.archive import Archive

NAME_LENGTH = 60


class SavedSearches(QObject):
    """The open archive's list; `changed` follows whatever is done."""

    changed = Signal()
    manage_wanted = Signal()

    def __init__(self, session: Session, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        self.all: tuple[SavedSearch, ...] = ()
        self.save_action = self._action(self.tr("&Save this search…"), "Ctrl+D", "bookmark")
        self.save_action.setToolTip(self.tr("Save query and filters under a name (Ctrl+D)"))
        self.save_action.triggered.connect(self.ask_name)
        self.manage_action = self._action(self.tr("&Manage saved searches…"), "Ctrl+Shift+M", "list")
        self.manage_action.setToolTip(self.tr("Open, rename, delete saved searches (Ctrl+Shift+M)"))
        self.manage_action.triggered.connect(self.manage_wanted)
        self.menu = QMenu(self.tr("Sa&ved searches"), window)
        self.menu.setProperty("contents", "searches")
        self.menu.setToolTipsVisible(True)
        session.archive_changed.connect(self._archive_changed)
        session.archive_content_changed.connect(self.load)
        session.request_changed.connect(lambda _: self._enable())
        self._fill()
        if session.archive is not None:
            self.load()

    @property
    def new_hits(self) -> int:
        """Hits of all saved searches that came since the last look."""
        return sum(each.new_hits for each in self.all)

    def load(self) -> None:
        """Ask the archive for the list and its badges."""
        self._run("saved searches", lambda archive: None)

    def ask_name(self) -> None:
        """Ask for a name and keep the search that is on show under it."""
        request = self._session.request
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Save this search"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue((request.text or self.tr("All articles"))[:NAME_LENGTH])
        dialog.setOkButtonText(self.tr("Save"))
        dialog.textValueSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, name: str) -> None:
        """Keep the search that is on show; one of the same name is replaced."""
        request, name = self._session.request, name.strip()
        if name:
            self._run("save search", lambda archive: archive.save_search(name, request))
            self._session.message.emit(self.tr("Saved as “%1”").replace("%1", name))

    def rename(self, saved: SavedSearch, name: str) -> None:
        """Give one another name."""
        if name.strip() and name.strip() != saved.name:
            self._run("rename search", lambda archive: archive.rename_search(saved.id, name.strip()))

    def delete(self, saved: SavedSearch) -> None:
        """Keep one no longer."""
        self._run("delete search", lambda archive: archive.delete_search(saved.id))

    def open(self, saved: SavedSearch) -> None:
        """Search for one; its hits are then seen."""
        self._session.search(saved.request)
        archive = self._session.archive
        if archive is not None and not archive.read_only:
            self._run("look at search", lambda archive: archive.look_at_search(saved.id))

    def _run(self, name: str, change: Callable[[Archive], object]) -> None:
        archive = self._session.archive
        if archive is None:
            return

        def work(_: object) -> tuple[SavedSearch, ...]:
            change(archive)
            return archive.saved_searches()

        self._tasks.run(name, work, self._show, self._session.trouble.emit, lane="saved", owner=self)

    def _show(self, found: tuple[SavedSearch, ...]) -> None:
        self.all = found
        self._fill()

    def _archive_changed(self, archive: Archive | None) -> None:
        self.all = ()
        self._fill()
        if archive is not None:
            self.load()

    def _fill(self) -> None:
        self.menu.clear()
        for each in self.all:
            text = each.name.replace("&", "&&")
            if each.new_hits:
                text += "\t" + self.tr("%1 new", "badge of a saved search").replace(
                    "%1", number(each.new_hits)
                )
            action = self.menu.addAction(text)
            action.setToolTip(each.request.text)
            action.triggered.connect(lambda _=False, each=each: self.open(each))
        if not self.all:
            self.menu.addAction(self.tr("Nothing saved yet")).setEnabled(False)
        self.menu.addSeparator()
        self.menu.addActions([self.save_action, self.manage_action])
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        archive, request = self._session.archive, self._session.request
        writable = archive is not None and not archive.read_only
        self.save_action.setEnabled(writable and bool(request.text or request.filters))
        self.manage_action.setEnabled(archive is not None)

    def _action(self, text: str, keys: str, icon: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        wear(action, icon, "secondary")
        return action
