"""Windows and dialogs that actions open beside the main one, made when they are wanted. For `commands`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop_app.dialogs.batch import Batch
from desktop_app.dialogs.keyboard_list import KeyboardList
from desktop_app.dialogs.log_window import LogWindow
from desktop_app.dialogs.properties import Properties
from desktop_app.dialogs.query_builder import QueryBuilder
from desktop_app.dialogs.recovery import RecoveryDialog
from desktop_app.dialogs.saved_searches import SavedSearchList
from desktop_app.dialogs.settings_dialog import SettingsDialog
from desktop_app.help import HelpWindow
from desktop_app.library.report_window import ReportWindow
from desktop_app.library.watched_folders import WatchedFolders
from desktop_app.library.why_not_found import WhyNotFound
from desktop_app.palette import Palette

if TYPE_CHECKING:
    from desktop_app.main_window.window import MainWindow
    from index.archive.backup import Backup


class WindowsBeside(QObject):
    """Of those that stay usable beside the window there is one each."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._librarian = window.librarian

    def show_watched(self) -> None:
        """The watched folders of the archive."""
        if self._session.archive is not None:
            WatchedFolders(self._librarian.watcher, self._window).open()

    def ask_why(self) -> None:
        """Why something is not found; begins with what was searched for last."""
        archive = self._session.archive
        if archive is not None:
            asked = self._session.request.text
            WhyNotFound(
                archive, self._session, self._librarian, self._window.tasks, asked, self._window
            ).show()

    def show_report(self, run_id: int | None) -> None:
        """The report of an import, or of the last one; one window."""
        archive = self._session.archive
        if archive is None:
            return
        shown = self._window.findChild(ReportWindow)
        if shown is not None:
            if run_id is not None:
                shown.show_run(run_id)
            shown.raise_()
            shown.activateWindow()
            return
        ReportWindow(archive, self._session, self._librarian, self._window.tasks, run_id, self._window).show()

    def show_properties(self) -> None:
        """Counts and sizes of the archive."""
        archive = self._session.archive
        if archive is not None:
            dialog = Properties(archive, self._session, self._librarian, self._window.tasks, self._window)
            dialog.backup_wanted.connect(self.restore)
            dialog.open()

    def recover(self, path: Path, error: Exception) -> None:
        """Offer to put a damaged archive together again."""
        self._open_recovery(
            RecoveryDialog(path, self._librarian, self._window.tasks, self._window, error=error)
        )

    def restore(self, backups: Sequence[Backup]) -> None:
        """Offer the backups of the open archive."""
        archive = self._session.archive
        if archive is not None:
            tasks = self._window.tasks
            self._open_recovery(
                RecoveryDialog(archive.path, self._librarian, tasks, self._window, backups=backups)
            )

    def _open_recovery(self, dialog: RecoveryDialog) -> None:
        dialog.open_wanted.connect(self._librarian.open)
        dialog.open()

    def show_settings(self, page: int = 0) -> None:
        """The settings; stays usable beside the window, so that changes can be seen."""
        dialog = self._window.findChild(SettingsDialog)
        if dialog is None:
            dialog = SettingsDialog(self._session, self._librarian.archives_folder, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.tabs.setCurrentIndex(page)
        dialog.show()
        dialog.raise_()

    def show_query_builder(self) -> None:
        """The form for queries, with the query in the box or else as it was left."""
        dialog = self._window.findChild(QueryBuilder)
        if dialog is None:
            dialog = QueryBuilder(self._window)
            dialog.wanted.connect(self._session.search_text)
        dialog.show_query(self._session.request.text)
        dialog.open()

    def show_batch(self) -> None:
        """Many terms at once; stays usable beside the window."""
        archive, dialog = self._session.archive, self._window.findChild(Batch)
        if dialog is None and archive is not None:
            dialog = Batch(archive, self._session, self._window.tasks, self._window)
        if dialog is not None:
            dialog.show()
            dialog.raise_()

    def show_saved_searches(self) -> None:
        """The list of saved searches."""
        SavedSearchList(self._window.results.saved, self._window).open()

    def show_help(self, topic: str = "") -> None:
        """The help, at a page if one is named; stays usable beside the window."""
        window = self._window.findChild(HelpWindow)
        if window is None:
            window = HelpWindow(self._window)
            window.wanted.connect(self._search_example)
        if topic:
            window.open_topic(topic)
        window.show()
        window.raise_()

    def show_log(self) -> None:
        """What the program wrote down."""
        window = self._window.findChild(LogWindow)
        if window is None:
            window = LogWindow(self._window)
        window.refresh()
        window.show()
        window.raise_()

    def _search_example(self, text: str) -> None:
        if self._session.archive is not None:
            self._session.search_text(text)

    def show_palette(self) -> None:
        """Every action by its name."""
        Palette(self._window.menus.all, self._session.memory, self._window).show()

    def show_keyboard(self) -> None:
        """All shortcuts."""
        KeyboardList(self._window.menus.all, self._window).open()
