"""The main window: builds bars, panes and start page, and connects them. Made by `desktop_app.application`.

Next in the order of start: `Librarian.open` of the last archive, called by the application.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.desk.desk import Desk
from desktop_app.entity_page import EntityPages, Middle
from desktop_app.entity_sidebar import EntitySidebar
from desktop_app.i18n.mnemonics import plain
from desktop_app.library import Librarian
from desktop_app.library.import_strip import ImportStrip
from desktop_app.library.librarian import LAST_SEARCH
from desktop_app.library.names_notice import NamesNotice
from desktop_app.library.share_notice import ShareNotice
from desktop_app.library.start_page import StartPage
from desktop_app.main_window.actions import Actions
from desktop_app.main_window.commands import Commands
from desktop_app.main_window.drop_hint import DropHint
from desktop_app.main_window.dropping import Dropping
from desktop_app.main_window.menus import Menus
from desktop_app.main_window.status_line import StatusLine
from desktop_app.main_window.top_bar import TopBar
from desktop_app.main_window.workspace import Pane, Workspace
from desktop_app.reader import ReaderPane
from desktop_app.search import SearchBox, SearchPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.tips import TipStrip


class MainWindow(QMainWindow):
    """Wires; decides nothing. `closed` is the last thing it says."""

    closed = Signal()
    new_window_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, session: Session, librarian: Librarian, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("main")
        self.session = session
        self.librarian = librarian
        self.tasks = tasks
        self.search_box = SearchBox(session, tasks, self)
        self.results = SearchPane(session, tasks, self)
        self.reader = ReaderPane(session, tasks, self)
        self.sidebar = EntitySidebar(session, tasks, self)
        self.pages = EntityPages(session, tasks, self)
        self.middle = Middle(session, self.reader, self.pages, self)
        self.desk = Desk(session, tasks, self.sidebar, self)
        self.actions_ = Actions(self)
        self.menus = self._make_menus()
        self.reader.more.addAction(self.results.commands.similar)
        self.top_bar = TopBar(session, self.actions_, self.menus, self.search_box, self)
        self.workspace = Workspace(session, self.results, self.middle, self.desk.side, self)
        self.start_page = StartPage(librarian, self)
        self.strip = ImportStrip(librarian, self)
        self.share_notice = ShareNotice(session, librarian, self)
        self.names_notice = NamesNotice(session, librarian, tasks, self)
        self.tips = TipStrip(session, self)
        self.status_line = StatusLine(session, librarian, tasks, self.actions_, self)
        self.stack = QStackedWidget()
        self._lay_out()
        self.desk.connect_results(
            self.results.results.selected_ids, lambda: self.workspace.show_pane(Pane.SIDEBAR, True)
        )
        self.dropping = Dropping(self)
        self.drop_hint = DropHint(self.workspace)
        self.commands = Commands(self)
        session.archive_changed.connect(lambda _: self._show_archive())
        self.resize(1280, 800)
        if geometry := session.memory.blob("window.geometry"):
            self.restoreGeometry(geometry)
        self._show_archive()

    def remember(self) -> None:
        """Keep place, sizes and the search for the next start."""
        archive = self.session.archive
        if archive is not None:
            self.session.memory.put(LAST_SEARCH, [str(archive.path), self.session.request.text])
        self.session.memory.put("window.geometry", bytes(self.saveGeometry().data()))
        self.workspace.remember()
        self.reader.remember()
        self.session.memory.save()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask if an import would be cut short, remember, say goodbye."""
        if self.librarian.working and not self._really_stop():
            event.ignore()
            return
        self.remember()
        self.shut_down_panes()
        event.accept()
        self.closed.emit()

    def shut_down_panes(self) -> None:
        """Let panes stop timers of their own."""
        for pane in (self.search_box, self.results, self.reader, self.sidebar):
            shut_down = getattr(pane, "shut_down", None)
            if shut_down is not None:
                shut_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody else took leads back to the search box."""
        if event.key() == Qt.Key.Key_Escape and self.session.archive is not None:
            self.session.focus_search_requested.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files over the window."""
        self.dropping.enter(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Gone again."""
        self.dropping.leave(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let go."""
        self.dropping.drop(event)

    def _make_menus(self) -> Menus:
        def of(*panes: QObject) -> list[QAction | None]:
            found: list[QAction | None] = []
            for pane in panes:
                entries = pane.menu_actions() if hasattr(pane, "menu_actions") else []
                if found and entries:
                    found.append(None)
                found += entries
            for action in found:
                if action is not None:
                    self.addAction(action)
            return found

        return Menus(
            self.actions_,
            of(self.search_box, self.results),
            of(self.reader),
            of(self.sidebar, self.pages),
            of(self.desk),
            self,
        )

    def _lay_out(self) -> None:
        self.stack.addWidget(self.start_page)
        self.stack.addWidget(self.workspace)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.strip)
        column.addWidget(self.share_notice)
        column.addWidget(self.names_notice)
        column.addWidget(self.tips)
        column.addWidget(self.status_line)
        self.setCentralWidget(middle)
        self.setMinimumSize(720, 480)
        a = self.actions_
        for pane, action in (
            (self.results, a.show_results),
            (self.reader, a.show_reader),
            (self.desk.side, a.show_sidebar),
        ):
            pane.setAccessibleName(plain(action.text()))

    def _show_archive(self) -> None:
        archive = self.session.archive
        there = archive is not None
        self.stack.setCurrentWidget(self.workspace if there else self.start_page)
        self.status_line.setVisible(there)
        name = self.tr("Juanzong")
        self.setWindowTitle(f"{archive.name} – {name}" if archive is not None else name)
        if there:
            self.search_box.take_focus()
        else:
            self.start_page.take_focus()

    def _really_stop(self) -> bool:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Juanzong"))
        box.setText(self.tr("Articles are still being imported."))
        box.setInformativeText(self.tr("What was read so far is kept; the rest can be imported later."))
        stop = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
        go_on = box.addButton(self.tr("Continue importing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        box.exec()
        return box.clickedButton() is stop
