"""What became of each file in an import: table, filter, copy, save, try failed ones again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import format as form
from desktop_app.library import report_words
from desktop_app.library.librarian import Librarian
from desktop_app.library.report_model import REMARK, ReportModel
from desktop_app.outside import Outside
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from index.control import Control
from index.model import Fate, FileReport, ImportRun

if TYPE_CHECKING:
    from index.archive import Archive

_WIDTHS = (112, 240, 240, 56, 80, 64, 64, 80, 56)


class ReportWindow(QDialog):
    """Of one archive; a window beside the main one, closed when another archive is opened."""

    def __init__(
        self,
        archive: Archive,
        session: Session,
        librarian: Librarian,
        tasks: Tasks,
        run_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import reports"))
        self.resize(1240, 620)
        self._archive, self._session, self._librarian, self._tasks = archive, session, librarian, tasks
        self._outside = Outside(session, tasks, self)
        self._wanted = run_id
        self._runs: tuple[ImportRun, ...] = ()
        self.model = ReportModel(self)
        self.table = self._make_table()
        self._empty = QLabel()
        self._empty.setProperty("look", "secondary")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._make_head())
        column.addLayout(self._stack, 1)
        column.addLayout(self._make_foot())
        QShortcut(QKeySequence.StandardKey.Find, self, self._field.setFocus)
        session.archive_changed.connect(self._archive_changed)
        session.archive_content_changed.connect(self._ask_runs)
        self._ask_runs()

    # --- building ------------------------------------------------------------------------------------

    def _make_head(self) -> QHBoxLayout:
        self._run_box = QComboBox()
        self._run_box.setAccessibleName(self.tr("Import"))
        self._run_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._run_box.setMaximumWidth(460)
        self._run_box.activated.connect(self._run_chosen)
        self._fate_box = QComboBox()
        self._fate_box.setAccessibleName(self.tr("Which files"))
        self._fate_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._fate_box.activated.connect(lambda _: self._filter())
        self._field = QLineEdit()
        self._field.setAccessibleName(self.tr("Find in this report"))
        self._field.setPlaceholderText(self.tr("Find in names and remarks"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(lambda _: self._filter())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._run_box)
        row.addWidget(self._fate_box)
        row.addStretch(1)
        row.addWidget(self._field, 2)
        return row

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Files of the import"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setIconSize(QSize(16, 16))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(REMARK, QHeaderView.ResizeMode.Stretch)
        table.setProperty("look", "framed")
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.activated.connect(self._open_article)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        QShortcut(QKeySequence.StandardKey.Copy, table, self.copy, context=Qt.ShortcutContext.WidgetShortcut)
        return table

    def _make_foot(self) -> QHBoxLayout:
        self._sum = QLabel()
        self._sum.setProperty("look", "small")
        self._retry = QPushButton(self.tr("&Try failed files again"))
        self._retry.clicked.connect(self._try_again)
        copy = QPushButton(self.tr("&Copy table"))
        copy.clicked.connect(self.copy)
        save = QPushButton(self.tr("&Save as csv…"))
        save.clicked.connect(self._save)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        for button, name in ((self._retry, "refresh"), (copy, "copy"), (save, "save")):
            wear(button, name, "secondary")
        for button in (self._retry, copy, save, close):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sum, 1)
        for button in (self._retry, copy, save, close):
            row.addWidget(button)
        return row

    # --- which import --------------------------------------------------------------------------------

    def show_run(self, run_id: int) -> None:
        """Put an import on show."""
        self._wanted = run_id
        self._ask_runs()

    def _archive_changed(self) -> None:
        self.close()

    def _ask_runs(self) -> None:
        archive = self._archive

        def work(_: Control) -> tuple[ImportRun, ...]:
            return archive.import_runs()

        self._tasks.run("import runs", work, self._show_runs, lane="library", owner=self)

    def _show_runs(self, runs: tuple[ImportRun, ...]) -> None:
        self._runs = runs
        self._run_box.clear()
        for run in runs:
            self._run_box.addItem(self._name_of(run), run.id)
        if not runs:
            self._show_files(())
            return
        row = self._run_box.findData(self._wanted) if self._wanted is not None else 0
        self._run_box.setCurrentIndex(max(0, row))
        self._ask_files(self._runs[max(0, row)].id)

    def _name_of(self, run: ImportRun) -> str:
        when = local_time(run.started_at)
        names = "、".join(Path(path).name for path in run.paths[:2])
        more = "…" if len(run.paths) > 2 else ""
        stopped = f" · {self.tr('stopped')}" if run.state == "cancelled" else ""
        return f"{when} · {names}{more} · {form.articles(run.imported)}{stopped}"

    def _run_chosen(self, row: int) -> None:
        self._wanted = self._runs[row].id
        self._ask_files(self._wanted)

    def _ask_files(self, run_id: int) -> None:
        archive = self._archive

        def work(_: Control) -> tuple[FileReport, ...]:
            return archive.file_reports(run_id)

        self._tasks.run("file reports", work, self._show_files, lane="library", owner=self)

    def _roots(self) -> tuple[Path, ...]:
        """The folders that were imported: file names are shown below them."""
        row = self._run_box.currentIndex()
        if not 0 <= row < len(self._runs):
            return ()
        return tuple(Path(path).parent for path in self._runs[row].paths)

    def _show_files(self, reports: tuple[FileReport, ...]) -> None:
        self.model.show(reports, self._roots())
        counts = self.model.counts()
        chosen = self._fate_box.currentData()
        self._fate_box.clear()
        every = self.tr("All files (%1)").replace("%1", form.number(len(reports)))
        self._fate_box.addItem(every, None)
        for fate in (Fate.FAILED, Fate.IMPORTED, Fate.DUPLICATE, Fate.GONE, Fate.UNCHANGED):
            if counts[fate]:
                self._fate_box.addItem(f"{report_words.fate(fate)} ({form.number(counts[fate])})", fate)
        self._fate_box.setCurrentIndex(max(0, self._fate_box.findData(chosen)))
        self._retry.setEnabled(bool(counts[Fate.FAILED]) and not self._archive.read_only)
        self._filter()

    def _filter(self) -> None:
        fate = self._fate_box.currentData()
        self.model.choose(Fate(fate) if fate is not None else None, self._field.text())
        shown = self.model.rowCount()
        self.table.setColumnHidden(REMARK, not any(report.reason for report in self.model.reports()))
        self._sum.setText(self.tr("%n file(s) shown", "", shown))
        if not self._runs:
            self._empty.setText(self.tr("Nothing has been imported into this archive yet."))
        else:
            self._empty.setText(self.tr("No file of this import fits. Choose other files above."))
        self._stack.setCurrentIndex(0 if shown else 1)

    # --- doing ---------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the selected rows, or all on show."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        chosen = [self.model.report(row) for row in rows] if len(rows) > 1 else self.model.reports()
        QGuiApplication.clipboard().setText(report_words.as_text(chosen))

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), f"{self._archive.name}.csv", "CSV (*.csv)"
        )
        if not name:
            return
        reports, path = self.model.reports(), Path(name)
        self._tasks.run(
            "save report",
            lambda _: report_words.write_csv(reports, path),
            lambda count: self._session.message.emit(self.tr("Saved: %1").replace("%1", str(path))),
            self._session.trouble.emit,
            lane="files",
            owner=self,
        )

    def _try_again(self) -> None:
        paths = list(dict.fromkeys(_file_of(report) for report in self.model.failed()))
        self._wanted = None
        self._librarian.import_paths(paths, again=True)

    def _open_article(self, index: QModelIndex) -> None:
        report = self.model.report(index.row())
        if report.article_id is not None:
            self._session.open_article(report.article_id)

    def _show_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid():
            return
        report = self.model.report(index.row())
        menu = QMenu(self)
        article = menu.addAction(self.tr("Open the article"), lambda: self._open_article(index))
        article.setEnabled(report.article_id is not None)
        menu.addAction(self.tr("Open the folder"), lambda: self._outside.open_folder(report.file))
        menu.addAction(self.tr("Copy the path"), lambda: QGuiApplication.clipboard().setText(report.file))
        menu.popup(self.table.viewport().mapToGlobal(at))


def _file_of(report: FileReport) -> Path:
    """The file of a report line; of a record that failed (`包.zip#空.txt`) the file that holds it."""
    path = Path(report.file)
    holder, mark, _ = report.file.partition("#")
    return Path(holder) if mark and not path.exists() and Path(holder).is_file() else path


def local_time(iso: str) -> str:
    """A moment of the catalogue (UTC) in the time of this computer: `2026-11-22 17:30`."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
