"""What happens when an action of the window is triggered: a line each, to session, librarian, dialog."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.dialogs.about import About
from desktop_app.dialogs.error_box import ErrorBox, show_error
from desktop_app.dialogs.new_archive import NewArchive
from desktop_app.i18n import error_sentence
from desktop_app.library.import_dialog import ImportDialog
from desktop_app.links import Link
from desktop_app.main_window.beside import WindowsBeside
from desktop_app.main_window.workspace import Pane
from desktop_app.theme import Appearance
from index.errors import ArchiveReadOnly, IndexDamaged, JuanzongError
from index.model import Script, SearchRequest, Sort

if TYPE_CHECKING:
    from desktop_app.main_window.window import MainWindow


class Commands(QObject):
    """Connects the actions of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._librarian = window.librarian
        self._actions = window.actions_
        self.beside = WindowsBeside(window)
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
        a.watched.triggered.connect(self.beside.show_watched)
        a.why.triggered.connect(self.beside.ask_why)
        a.report.triggered.connect(lambda: self.beside.show_report(None))
        a.properties.triggered.connect(self.beside.show_properties)
        a.settings.triggered.connect(lambda: self.beside.show_settings())
        a.new_window.triggered.connect(self._window.new_window_wanted)
        a.quit.triggered.connect(self._window.quit_wanted)
        self._window.strip.report_wanted.connect(self.beside.show_report)
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
        librarian.damaged.connect(self.beside.recover)
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
        a.keyboard.triggered.connect(self.beside.show_keyboard)
        a.palette.triggered.connect(self.beside.show_palette)
        a.query_builder.triggered.connect(self.beside.show_query_builder)
        a.help.triggered.connect(lambda: self.beside.show_help())
        a.query_help.triggered.connect(lambda: self.beside.show_help("query"))
        a.news.triggered.connect(lambda: self.beside.show_help("news"))
        self._window.tips.news_wanted.connect(lambda: self.beside.show_help("news"))
        a.batch.triggered.connect(self.beside.show_batch)
        self._window.results.saved.manage_wanted.connect(self.beside.show_saved_searches)
        a.about.triggered.connect(lambda: About(self._window).open())
        a.log.triggered.connect(lambda: self.beside.show_log())

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
