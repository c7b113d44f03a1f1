"""What happens when an action of the window is triggered: a line each, to session, librarian, dialog."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.dialogs.about import About
from desktop_app.dialogs.batch import Batch
from desktop_app.dialogs.error_box import ErrorBox, show_error
from desktop_app.dialogs.keyboard_list import KeyboardList
from desktop_app.dialogs.log_window import LogWindow
from desktop_app.dialogs.new_archive import NewArchive
from desktop_app.dialogs.properties import Properties
from desktop_app.dialogs.query_builder import QueryBuilder
from desktop_app.dialogs.recovery import RecoveryDialog
from desktop_app.dialogs.saved_searches import SavedSearchList
from desktop_app.dialogs.settings_dialog import SettingsDialog
from desktop_app.help import HelpWindow
from desktop_app.i18n import error_sentence
from desktop_app.library.import_dialog import ImportDialog
from desktop_app.library.report_window import ReportWindow
from desktop_app.library.watched_folders import WatchedFolders
from desktop_app.library.why_not_found import WhyNotFound
from desktop_app.links import Link
from desktop_app.main_window.workspace import Pane
from desktop_app.palette import Palette
from desktop_app.theme import Appearance
from index.errors import ArchiveReadOnly, IndexDamaged, JuanzongError
from index.model import Script, SearchRequest, Sort

if TYPE_CHECKING:
    from desktop_app.main_window.window import MainWindow
    from index.archive.backup import Backup


class Commands(QObject):
    """Connects the actions of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._librarian = window.librarian
        self._actions = window.actions_
        self._connect_archive()
        self._connect_view()
        self._connect_state()

    def _connect_archive(self) -> None:
        a, page, librarian = self._actions, self._window.start_page, self._librarian
        a.new_archive.triggered.connect(lambda: self.new_archive([]))
        a.open_archive.triggered.connect(self.choose_archive)
        a.open_sample.triggered.connect(librarian.open_sample)
        a.close_archive.triggered.connect(librarian.close_archive)
        a.import_files.triggered.connect(self.import_files)
        a.import_folder.triggered.connect(self.import_folder)
        a.watched.triggered.connect(self.show_watched)
        a.why.triggered.connect(self.ask_why)
        a.report.triggered.connect(lambda: self.show_report(None))
        a.properties.triggered.connect(self.show_properties)
        a.settings.triggered.connect(lambda: self.show_settings())
        a.new_window.triggered.connect(self._window.new_window_wanted)
        a.quit.triggered.connect(self._window.quit_wanted)
        self._window.strip.report_wanted.connect(self.show_report)
        page.sample_wanted.connect(librarian.open_sample)
        page.new_wanted.connect(lambda: self.new_archive([]))
        page.open_wanted.connect(self.choose_archive)
        page.recent_wanted.connect(librarian.open)
        dropping = self._window.dropping
        dropping.hovering.connect(self._show_drop)
        dropping.archive_dropped.connect(librarian.open)
        dropping.files_dropped.connect(self.take_in)
        self._session.import_requested.connect(self.take_in)
        librarian.recent_changed.connect(self._show_recent)
        librarian.damaged.connect(self.recover)
        self._show_recent()

    def _connect_view(self) -> None:
        a, space, session = self._actions, self._window.workspace, self._session
        for action, pane in (
            (a.show_results, Pane.RESULTS),
            (a.show_reader, Pane.READER),
            (a.show_sidebar, Pane.SIDEBAR),
        ):
            action.triggered.connect(lambda _=False, pane=pane: self._toggle(pane))
        space.shown_changed.connect(self._show_panes)
        self._window.results.wide_wanted.connect(space.widen_results)
        a.next_pane.triggered.connect(lambda: self._cycle(1))
        a.previous_pane.triggered.connect(lambda: self._cycle(-1))
        a.search_box.triggered.connect(self._to_search_box)
        session.focus_search_requested.connect(self._to_search_box)
        a.refresh.triggered.connect(session.content_changed)
        a.full_screen.triggered.connect(self._full_screen)
        a.copy_link.triggered.connect(self.copy_link)
        session.article_changed.connect(lambda article: a.copy_link.setEnabled(article is not None))
        a.copy_link.setEnabled(session.article is not None)
        for action, look in (
            (a.appearance_system, Appearance.SYSTEM),
            (a.appearance_light, Appearance.LIGHT),
            (a.appearance_dark, Appearance.DARK),
        ):
            action.triggered.connect(lambda _=False, look=look: session.change_settings(appearance=look))
        a.next_script.triggered.connect(session.next_script)
        a.previous_script.triggered.connect(session.next_variant)
        for script, action in a.scripts.items():
            action.triggered.connect(lambda _=False, script=script: self._set_script(script))
        for order, action in a.sorts.items():
            action.triggered.connect(lambda _=False, order=order: session.sort(order))
        a.next_sort.triggered.connect(self._next_sort)
        a.keyboard.triggered.connect(self.show_keyboard)
        a.palette.triggered.connect(self.show_palette)
        a.query_builder.triggered.connect(self.show_query_builder)
        a.help.triggered.connect(lambda: self.show_help())
        a.query_help.triggered.connect(lambda: self.show_help("query"))
        a.news.triggered.connect(lambda: self.show_help("news"))
        self._window.tips.news_wanted.connect(lambda: self.show_help("news"))
        a.batch.triggered.connect(self.show_batch)
        self._window.results.saved.manage_wanted.connect(self.show_saved_searches)
        a.about.triggered.connect(lambda: About(self._window).open())
        a.log.triggered.connect(lambda: self.show_log())

    def _connect_state(self) -> None:
        session = self._session
        session.archive_changed.connect(lambda _: self._enable())
        session.script_changed.connect(self._show_script)
        session.request_changed.connect(self._show_sort)
        session.settings_changed.connect(lambda _: self._show_appearance())
        session.trouble.connect(self.show_trouble)
        self._enable()
        self._show_script(session.script)
        self._show_sort(session.request)
        self._show_appearance()
        for pane in Pane:
            self._show_panes(pane, self._window.workspace.shown(pane))

    # --- archives ------------------------------------------------------------------------------------

    def new_archive(self, contents: Sequence[Path]) -> None:
        """Ask for name and place, make the archive, import into it."""
        dialog = NewArchive(self._librarian.archives_folder, contents, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._librarian.create(dialog.path, contents))
        dialog.open()

    def choose_archive(self) -> None:
        """Ask for an archive's folder and open it."""
        chosen = QFileDialog.getExistingDirectory(
            self._window,
            self.tr("Open an archive (a folder named … .juanzong)"),
            str(self._librarian.archives_folder),
        )
        if chosen:
            self._librarian.open(Path(chosen))

    def import_files(self) -> None:
        """Ask for files and folders and import them."""
        dialog = ImportDialog(self._session, (), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def accepted() -> None:
            self._librarian.import_paths(dialog.paths, again=dialog.again)
            for folder in dialog.watched:
                self._librarian.watcher.add(folder)

        dialog.accepted.connect(accepted)
        dialog.open()

    def import_folder(self) -> None:
        """Ask for a folder and import it."""
        start = self._session.memory.text("import.folder", str(Path.home()))
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"), start)
        if chosen:
            self._session.memory.put("import.folder", str(Path(chosen).parent))
            self.take_in([Path(chosen)])

    def take_in(self, paths: list[Path]) -> None:
        """Import into the open archive; without one, make an archive of them."""
        archive = self._session.archive
        if archive is None:
            self.new_archive(paths)
        elif archive.read_only:
            self.show_trouble(ArchiveReadOnly(path=archive.path))
        else:
            self._librarian.import_paths(paths)

    def _show_drop(self, over: bool) -> None:
        """Something that could be dropped hovers over the window, or does no more."""
        archive, hint = self._session.archive, self._window.drop_hint
        self._window.start_page.show_drop(over)
        if over and archive is not None:
            hint.show_over(archive.name, read_only=archive.read_only)
        else:
            hint.hide()

    def show_trouble(self, error: Exception) -> None:
        """Tell the user about a failure; an index that is being made again is none, and one box is enough."""
        if isinstance(error, IndexDamaged) and self._librarian.mend_index():
            return
        if isinstance(error, JuanzongError):
            self._tell(error)
        else:
            self._librarian.explain(error, self._tell)

    def _tell(self, error: Exception) -> None:
        shown = self._window.findChild(ErrorBox)
        if shown is not None and shown.isVisible():
            self._session.message.emit(error_sentence(error))
            return
        show_error(error, self._window)

    # --- windows beside the main one ------------------------------------------------------------------

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
        """The form for queries, as it was left."""
        dialog = self._window.findChild(QueryBuilder)
        if dialog is None:
            dialog = QueryBuilder(self._window)
            dialog.wanted.connect(self._session.search_text)
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

    def _show_recent(self) -> None:
        self._window.menus.show_recent(self._librarian.recent(), self._librarian.open)

    def _enable(self) -> None:
        a = self._actions
        there = self._session.archive is not None
        writable = there and self._session.archive is not None and not self._session.archive.read_only
        for action in (
            a.close_archive, a.report, a.why, a.properties, a.show_results, a.show_reader, a.show_sidebar,
            a.next_pane, a.previous_pane, a.search_box, a.query_builder, a.refresh, a.next_script,
            a.previous_script, a.next_sort, a.batch, *a.scripts.values(), *a.sorts.values(),
        ):  # fmt: skip
            action.setEnabled(there)
        a.import_files.setEnabled(writable)
        a.import_folder.setEnabled(writable)
        a.watched.setEnabled(writable)

    # --- view ----------------------------------------------------------------------------------------

    def copy_link(self) -> None:
        """A deep link to the article on show, to the selected place if there is one."""
        session = self._session
        archive, article = session.archive, session.article
        if archive is None or article is None:
            return
        place = session.selection.places[0] if session.selection and session.selection.places else None
        QApplication.clipboard().setText(str(Link(archive.name, article.id, place)))
        session.message.emit(self.tr("The link has been copied."))

    def _toggle(self, pane: Pane) -> None:
        """Show or hide a pane; one that comes takes the focus."""
        space, window = self._window.workspace, self._window
        space.toggle(pane)
        for each in Pane:
            self._show_panes(each, space.shown(each))
        if space.shown(pane):
            (window.results, window.middle, window.desk.side)[pane].take_focus()

    def _to_search_box(self) -> None:
        """Back to the search box; a drawer that lies over the article is put away."""
        if self._window.workspace.narrow:
            self._window.workspace.show_pane(Pane.SIDEBAR, False)
        self._window.search_box.take_focus()

    def _show_panes(self, pane: Pane, on: bool) -> None:
        a = self._actions
        (a.show_results, a.show_reader, a.show_sidebar)[pane].setChecked(on)

    def _cycle(self, step: int) -> None:
        """Move the focus to the next place that takes it; an empty pane does not."""
        places: list[QWidget] = [self._window.search_box, *self._window.workspace.panes()]
        here = next((n for n, place in enumerate(places) if _has_focus(place)), -1 if step > 0 else 0)
        for distance in range(1, len(places)):
            place = places[(here + step * distance) % len(places)]
            getattr(place, "take_focus", place.setFocus)()
            if _has_focus(place):
                return

    def _full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _set_script(self, script: Script) -> None:
        if script in (Script.TRADITIONAL, Script.TAIWAN, Script.HONGKONG):
            self._session.change_settings(traditional_variant=script)
        self._session.set_script(script)

    def _show_script(self, script: Script) -> None:
        self._actions.scripts[script].setChecked(True)

    def _next_sort(self) -> None:
        orders = list(Sort)
        self._session.sort(orders[(orders.index(self._session.request.sort) + 1) % len(orders)])

    def _show_sort(self, request: SearchRequest) -> None:
        self._actions.sorts[request.sort].setChecked(True)

    def _show_appearance(self) -> None:
        a = self._actions
        {
            Appearance.SYSTEM: a.appearance_system,
            Appearance.LIGHT: a.appearance_light,
            Appearance.DARK: a.appearance_dark,
        }[self._session.settings.appearance].setChecked(True)


def _has_focus(place: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (place is focus or place.isAncestorOf(focus))
