"""The list of corrections: what was changed when, with undo, export and import. Held by the pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush, QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.corrections.corrector import Corrector, described
from desktop_app.i18n.format import number
from desktop_app.i18n.script import convert
from desktop_app.i18n.types import type_word
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import colours, wear
from index.model import Correction

_FILE = "corrections.json"


class CorrectionsView(QWidget):
    """Newest first; `reload` asks the archive."""

    def __init__(
        self, session: Session, tasks: Tasks, corrector: Corrector, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._corrector = session, tasks, corrector
        self._shown: tuple[Correction, ...] = ()
        self.model = QStandardItemModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.empty = QLabel(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(32)
        self.empty.setProperty("look", "secondary")
        self.undo, self.redo, self.export, self.take_in = (QPushButton(self) for _ in range(4))
        for button, picture in ((self.export, "export"), (self.take_in, "import")):
            wear(button, picture, "secondary")
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch(1)
        row.addWidget(self.export)
        row.addWidget(self.take_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(corrector.redo)
        self.export.clicked.connect(self._export)
        self.take_in.clicked.connect(self._import)
        self.setFocusProxy(self.table)
        self.retranslate()
        self._show(())

    def reload(self) -> None:
        """Ask for the list."""
        archive = self._session.archive
        if archive is not None:
            self._tasks.run(
                "list corrections",
                lambda control: archive.corrections(),
                self._show,
                self._session.trouble.emit,
                lane="corrections",
                owner=self,
            )

    def _show(self, corrections: Sequence[Correction]) -> None:
        self._shown = tuple(corrections)
        self.model.clear()
        self.model.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("What"), self.tr("Type"), self.tr("Articles"), self.tr("State")]
        )
        for each in corrections:
            self.model.appendRow(self._row(each))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setVisible(bool(corrections))
        self.empty.setVisible(not corrections)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        if corrections:
            self.table.selectRow(0)
        self._enable()

    def _row(self, each: Correction) -> list[QStandardItem]:
        script = self._session.script
        words = (
            each.made_at[:16].replace("T", " "),
            described(each, lambda text: convert(text, script).text),
            type_word(each.type),
            number(each.articles) if each.articles else self.tr("all", "articles"),
            self.tr("undone") if each.undone else self.tr("in force"),
        )
        items = [QStandardItem(word) for word in words]
        if each.undone:
            for item in items:
                item.setForeground(QBrush(QColor(colours().faint)))
        return items

    def chosen(self) -> Correction | None:
        """The correction on which the list stands."""
        row = self.table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _enable(self) -> None:
        chosen = self.chosen()
        possible = self._corrector.possible
        self.undo.setEnabled(possible and chosen is not None and not chosen.undone)
        self.redo.setEnabled(possible and any(each.undone for each in self._shown))
        self.export.setEnabled(any(not each.undone for each in self._shown))
        self.take_in.setEnabled(possible)

    def _undo(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self._corrector.undo(chosen.id)

    def _export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export corrections"), _FILE, "JSON (*.json)")
        if path:
            self._corrector.export_file(Path(path))

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import corrections"), "", "JSON (*.json)")
        if path:
            self._corrector.import_file(Path(path))

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.undo.setText(self.tr("Undo this one"))
        self.redo.setText(self.tr("Redo the last undone"))
        self.export.setText(self.tr("Export…"))
        self.take_in.setText(self.tr("Import…"))
        self.table.setAccessibleName(self.tr("Corrections"))
        self.empty.setText(
            self.tr(
                "Nothing was corrected yet. Right click a name in the list of names or in an article to "
                "rename it, merge it with another or say that it is none."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
