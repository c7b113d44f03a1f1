"""The view of contexts in the search pane: total, order, export, and the table.

The search pane shows it in place of the result list and hands it the hits. The occurrences are found in
lane "contexts"; a click or an arrow key opens the place in the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app import i18n
from desktop_app.concordance.model import ConcordanceModel, ShownLine
from desktop_app.concordance.view import ConcordanceView
from desktop_app.dialogs.save_table import ask_table_path
from desktop_app.i18n.format import number
from desktop_app.session import Place, Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from index.control import Control
from index.model import ConcordanceSort, Script

if TYPE_CHECKING:
    from index.archive import Archive, Concordance, Hits

BEGINNING, MANY = 200, 2_000  # hits whose lines are shown first, where there are many
PREVIEW_WAIT = 60  # ms: a held arrow key does not open every article it passes


class ConcordancePane(QWidget):
    """Every occurrence, one line each. `table` is what takes the focus."""

    exported = Signal(int)  # lines written

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._archive: Archive | None = None
        self._hits: Hits | None = None
        self._asked: Hits | None = None
        self._found: Concordance | None = None
        self._wanted: tuple[int, bool] | None = None  # row, and whether the focus goes along
        self.model = ConcordanceModel(tasks, self)
        self.table = ConcordanceView(self.model, self)
        self.bar = QWidget(self)  # total, order, export; the search pane puts it beside its switch
        self.total = QLabel(self.bar)
        self.total.setProperty("look", "secondary")
        self.total.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note = QLabel(self)
        self._note.setProperty("look", "secondary")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._note.setContentsMargins(24, 32, 24, 24)
        self._sorts = self._make_sorts()
        self.export_action = QAction(self.tr("Save the contexts…"), self)
        self.export_action.setShortcut(QKeySequence("Ctrl+Shift+E"))
        self.export_action.setToolTip(self.tr("Save all contexts as .xlsx or .csv (Ctrl+Shift+E)"))
        self.export_action.triggered.connect(self.ask_export)
        wear(self.export_action, "export", "secondary")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._note)
        self._stack.addWidget(self.table)
        self._lay_out()
        self._preview = QTimer(self)
        self._preview.setSingleShot(True)
        self._preview.setInterval(PREVIEW_WAIT)
        self._preview.timeout.connect(self._open_wanted)
        self.table.previewed.connect(lambda row: self._want(row, False))
        self.table.opened.connect(lambda row: self._want(row, True))
        self.table.sort_wanted.connect(self.sort)
        self.table.left_upwards.connect(session.focus_search_requested)
        self.table.escaped.connect(session.focus_search_requested)
        self.model.dataChanged.connect(lambda *_: self._open_wanted())
        session.script_changed.connect(self._script_changed)
        self._show_state("")

    # -- what the search pane asks for

    def take_focus(self) -> None:
        """Put the focus into the table."""
        if self._stack.currentWidget() is self.table:
            self.table.enter()
        else:
            self._session.focus_search_requested.emit()

    def menu_actions(self) -> list[QAction]:
        """Orders and export."""
        return [*self._sorts.values(), self.export_action]

    def show_hits(self, archive: Archive | None, hits: Hits | None) -> None:
        """These hits are to be shown; the places are looked for when the view is on show."""
        self._archive, self._hits = archive, hits
        if self.isVisible() or hits is None:
            self.look()

    def look(self) -> None:
        """Look for the places of the hits unless they are here already."""
        archive, hits = self._archive, self._hits
        if hits is self._asked and hits is not None:
            return
        self._asked = hits
        self._tasks.cancel("contexts")
        if archive is None or hits is None or not hits.request.text:
            self._show(None)
            self._show_state(self.tr("Search for a word to see every occurrence of it."))
            return
        if self._found is None:
            self._show_state(self.tr("Finding every occurrence…"))
        steps: list[tuple[int | None, Callable[[Concordance], None]]] = [(None, self._show)]
        if hits.total > MANY:
            steps.insert(0, (BEGINNING, self._show_beginning))
        for first, show in steps:
            self._tasks.run(
                "contexts",
                lambda control, first=first: archive.concordance(  # type: ignore[misc]
                    hits, first, cancelled=lambda: control.cancelled
                ),
                show,
                self._session.trouble.emit,
                lane="contexts",
                owner=self,
            )

    def sort(self, sort: ConcordanceSort) -> None:
        """Put the lines into another order."""
        self._sorts[sort].setChecked(True)
        self.table.show_sort(sort)
        self.model.show(self._found, sort, self._session.script)
        self._show_order()

    # -- what came

    def _show(self, found: Concordance | None) -> None:
        self._found = found
        self._wanted = None
        sort = self._order()
        if self._hits is not None:
            words = self._hits.request.text.replace('"', " ").split()
            self.table.fit_keyword(max(words, key=len, default=""))
        self.model.show(found, sort, self._session.script)
        self.table.show_sort(sort)
        self.export_action.setEnabled(found is not None and found.total > 0)
        if found is None:
            self.total.clear()
            return
        places = self.tr("%n place(s)", "number of occurrences", found.total)
        places = places.replace(str(found.total), number(found.total), 1)
        articles = self.tr("in %n article(s)", "after the number of occurrences", found.articles)
        self.total.setText(f"{places} {articles.replace(str(found.articles), number(found.articles), 1)}")
        if found.total:
            self._stack.setCurrentWidget(self.table)
            self.table.scrollToTop()
        else:
            self._show_state(self.tr("There are no contexts to show: the query contains no words."))

    def _show_beginning(self, found: Concordance) -> None:
        """Lines of the best hits, to read in while the others are being found."""
        if found.total:
            self._show(found)
            self.export_action.setEnabled(False)
            self.total.setText(self.tr("Finding every occurrence…"))

    def _show_state(self, text: str) -> None:
        self._note.setText(text)
        self._stack.setCurrentWidget(self._note)

    def _script_changed(self, script: Script) -> None:
        row, top = self.table.currentIndex().row(), self.table.verticalScrollBar().value()
        self.model.show(self._found, self._order(), script)
        self.table.verticalScrollBar().setValue(top)
        if row >= 0:
            self.table.blockSignals(True)
            self.table.selectRow(row)
            self.table.blockSignals(False)

    def _order(self) -> ConcordanceSort:
        return next((sort for sort, each in self._sorts.items() if each.isChecked()), ConcordanceSort.LEFT)

    # -- opening

    def _want(self, row: int, focus: bool) -> None:
        self._wanted = row, focus
        if focus:
            self._open_wanted()
        else:
            self._preview.start()

    def _open_wanted(self) -> None:
        """Open the place that is wanted, as soon as its line is here."""
        if self._wanted is None or self._preview.isActive():
            return
        row, focus = self._wanted
        shown = self.model.line_at(row)
        if not isinstance(shown, ShownLine):
            return
        self._wanted = None
        line = shown.line
        self._session.open_article(line.article_id, Place(line.start, line.end, line.in_title))
        if focus:
            self._session.focus_reader_requested.emit()

    # -- export

    def ask_export(self) -> None:
        """Ask for a file and write all lines to it."""
        if self._found is None or self._hits is None or not self.export_action.isEnabled():
            return
        name = self.tr("Contexts of %1", "name of a file").replace("%1", self._hits.request.text)
        path = ask_table_path(self, self.tr("Save the contexts"), name, self._session.memory)
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Write all lines in their order to an .xlsx or .csv file."""
        archive, found, sort = self._archive, self._found, self._order()
        if archive is None or found is None:
            return

        def work(control: Control) -> int:
            language = i18n.current()
            return archive.export_concordance(found, path, sort, language=language, control=control)

        def written(count: int) -> None:
            text = self.tr("%n line(s) saved in %1", "status bar; %1 is a file", count)
            self._session.message.emit(text.replace("%1", path.name))
            self.exported.emit(count)

        self._tasks.run("save contexts", work, written, self._session.trouble.emit, lane="export", owner=self)

    # -- making

    def _make_sorts(self) -> dict[ConcordanceSort, QAction]:
        words = {
            ConcordanceSort.LEFT: self.tr("Contexts by what stands before"),
            ConcordanceSort.RIGHT: self.tr("Contexts by what follows"),
            ConcordanceSort.OLDEST: self.tr("Contexts, oldest first"),
            ConcordanceSort.NEWEST: self.tr("Contexts, newest first"),
            ConcordanceSort.SOURCE: self.tr("Contexts by source"),
        }
        group = QActionGroup(self)
        made = {}
        for place, (sort, text) in enumerate(words.items(), start=1):
            action = QAction(text, self)
            action.setCheckable(True)
            action.setShortcut(QKeySequence(f"Alt+{place}"))
            action.setToolTip(f"{text} (Alt+{place})")
            action.triggered.connect(lambda _=False, sort=sort: self.sort(sort))
            group.addAction(action)
            made[sort] = action
        made[ConcordanceSort.LEFT].setChecked(True)
        return made

    def _lay_out(self) -> None:
        self._order_button = QToolButton(self.bar)
        self._order_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._order_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        wear(self._order_button, "sort", "secondary")
        menu = QMenu(self._order_button)
        for action in self._sorts.values():
            menu.addAction(action)
        self._order_button.setMenu(menu)
        self._order_button.setToolTip(self.tr("Order of the contexts (Alt+1 to Alt+5)"))
        self._order_button.setAccessibleName(self.tr("Order of the contexts"))
        save = QToolButton(self.bar)
        save.setDefaultAction(self.export_action)
        save.setAccessibleName(self.export_action.text())
        self._show_order()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.total, 1)
        row.addWidget(self._order_button)
        row.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _show_order(self) -> None:
        short = {
            ConcordanceSort.LEFT: self.tr("before", "order of contexts, short"),
            ConcordanceSort.RIGHT: self.tr("after", "order of contexts, short"),
            ConcordanceSort.OLDEST: self.tr("oldest", "order of contexts, short"),
            ConcordanceSort.NEWEST: self.tr("newest", "order of contexts, short"),
            ConcordanceSort.SOURCE: self.tr("source", "order of contexts, short"),
        }
        self._order_button.setText(short[self._order()])
