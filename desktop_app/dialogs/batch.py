"""Many terms at once: paste or open a list, count each in the archive, save the table.

Counting is done in lane "batch"; what is counted is exact, each term being a query of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app import i18n
from desktop_app.dialogs.save_table import ask_table_path
from desktop_app.i18n.format import number
from desktop_app.session import Session
from desktop_app.tasks import Task, Tasks
from desktop_app.trend.measure import error_text
from index.errors import Cancelled
from index.model import Trend, TrendSeries, TrendStep

if TYPE_CHECKING:
    from index.archive import Archive

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Batch(QDialog):
    """Stays usable beside the window; closes with its archive."""

    def __init__(
        self, archive: Archive, session: Session, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Count many terms"))
        self.resize(820, 520)
        self._archive, self._session, self._tasks = archive, session, tasks
        self._task: Task | None = None
        self._trend: Trend | None = None
        self.terms = QPlainTextEdit()
        self.terms.setPlaceholderText(self.tr("One term or query in each line"))
        self.terms.setAccessibleName(self.tr("Terms"))
        self.terms.setTabChangesFocus(True)
        self.filters = QCheckBox(self.tr("Only within the &filters of the results"))
        self.table = QTableWidget(0, 5)
        self.table.setProperty("look", "framed")
        self.table.setAccessibleName(self.tr("Counts"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Term"), self.tr("Articles"), self.tr("Occurrences"), self.tr("First"), self.tr("Last")]
        )
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.table.columnCount()):
            self.table.setColumnWidth(column, 92)
        self.table.itemActivated.connect(self._search)
        self._count = QPushButton(self.tr("&Count"))
        self._count.setProperty("look", "primary")
        self._count.clicked.connect(self.count)
        self._save = QPushButton(self.tr("&Save the table…"))
        self._save.setEnabled(False)
        self._save.clicked.connect(self._ask_file)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Counting"))
        self._bar.hide()
        self._lay_out()
        session.archive_changed.connect(self._archive_changed)

    def open_list(self, path: Path) -> None:
        """Put the lines of a text file into the field; UTF-8 or GB 18030."""

        def work(_: object) -> str:
            data = path.read_bytes()
            try:
                return data.decode("utf-8-sig")
            except UnicodeDecodeError:
                return data.decode("gb18030", "replace")

        self._tasks.run(
            "open terms", work, self.terms.setPlainText, self._session.trouble.emit, lane="batch", owner=self
        )

    def count(self) -> None:
        """Count all terms; while that is done the button stops it."""
        if self._task is not None:
            self._task.control.cancel()
            return
        lines = [line.strip() for line in self.terms.toPlainText().splitlines()]
        terms = list(dict.fromkeys(line for line in lines if line))
        if not terms:
            self.terms.setFocus()
            return
        archive = self._archive
        kept = self._session.request.filters if self.filters.isChecked() else ()
        self._bar.show()
        self._count.setText(self.tr("S&top"))
        self._task = self._tasks.run(
            "batch",
            lambda control: archive.trend(terms, kept, TrendStep.YEAR, cancelled=lambda: control.cancelled),
            self._show,
            self._failed,
            lane="batch",
            newest=True,
            owner=self,
        )

    def save(self, path: Path) -> None:
        """Write the table, with a column for each year, to an .xlsx or .csv file."""
        archive, trend, language = self._archive, self._trend, i18n.current()
        if trend is None:
            return

        def written(_: int) -> None:
            self._session.message.emit(self.tr("Saved in %1").replace("%1", path.name))

        self._tasks.run(
            "save batch",
            lambda _: archive.export_batch(trend, path, language=language),
            written,
            self._session.trouble.emit,
            lane="export",
            owner=self,
        )

    def _show(self, trend: Trend) -> None:
        self._rest()
        self._trend = trend
        self._save.setEnabled(True)
        self.table.clearSpans()
        self.table.setRowCount(len(trend.series))
        for row, one in enumerate(trend.series):
            for column, text in enumerate(_cells(one)):
                item = QTableWidgetItem(text)
                if column in (1, 2) and not one.error:
                    item.setTextAlignment(_RIGHT)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
            if one.error:
                self.table.setSpan(row, 1, 1, self.table.columnCount() - 1)

    def _failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, Cancelled):
            self._session.trouble.emit(error)

    def _rest(self) -> None:
        self._task = None
        self._bar.hide()
        self._count.setText(self.tr("&Count"))

    def _search(self, item: QTableWidgetItem) -> None:
        term = self.table.item(item.row(), 0)
        if term is not None:
            self._session.search_text(term.text())

    def _ask_file(self) -> None:
        path = ask_table_path(
            self, self.tr("Save the table"), self.tr("Counts of terms"), self._session.memory
        )
        if path is not None:
            self.save(path)

    def _ask_list(self) -> None:
        title, kinds = self.tr("Open a list of terms"), self.tr("Text files (*.txt *.csv)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.open_list(Path(chosen))

    def _archive_changed(self, _: object) -> None:
        self.close()

    def _lay_out(self) -> None:
        load = QPushButton(self.tr("&Open a list…"))
        load.clicked.connect(self._ask_list)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        for button in (load, close, self._save, self._count):
            button.setAutoDefault(False)
        note = QLabel(self.tr("Enter on a line of the table searches for its term."))
        note.setProperty("look", "small")
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.terms, 1)
        left.addWidget(self.filters)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(load)
        row.addWidget(self._count, 1)
        left.addLayout(row)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.table, 1)
        right.addWidget(self._bar)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(note, 1)
        foot.addWidget(self._save)
        foot.addWidget(close)
        right.addLayout(foot)
        both = QHBoxLayout(self)
        both.setContentsMargins(16, 16, 16, 16)
        both.setSpacing(16)
        both.addLayout(left, 2)
        both.addLayout(right, 5)


def _cells(one: TrendSeries) -> tuple[str, ...]:
    if one.error:
        return (one.text, error_text(one), "", "", "")
    dates = (use.date if use is not None else "" for use in (one.first, one.last))
    return (one.text, number(one.articles), number(one.occurrences), *dates)
