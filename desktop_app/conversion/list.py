"""The list of the user's corrections of conversions: add, change, delete; at once in effect."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.conversion.editor import CorrectionEditor, script_words
from desktop_app.session import Session
from desktop_app.settings import Settings, own_corrections
from index.model import Script
from index.script.manner import TRADITIONAL, OwnCorrection


class CorrectionList(QDialog):
    """Shows and changes `settings.own_conversions`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Corrections of conversions"))
        self.resize(560, 420)
        self._session = session
        self._corrections: tuple[OwnCorrection, ...] = ()
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels([self.tr("As printed"), self.tr("Shown as"), self.tr("In")])
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setProperty("look", "framed")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.itemActivated.connect(lambda _: self._change())
        self._empty = QLabel(
            self.tr(
                "Nothing is corrected yet. Select words in an article shown in another script"
                " and choose “Correct the conversion…” from the menu, or add a correction here."
            )
        )
        self._empty.setWordWrap(True)
        self._empty.setProperty("look", "secondary")
        self._add_button, self._change_button, self._delete_button = (
            QPushButton(text) for text in (self.tr("&Add…"), self.tr("&Change…"), self.tr("&Delete"))
        )
        self._add_button.clicked.connect(lambda: self.add())
        self._change_button.clicked.connect(self._change)
        self._delete_button.clicked.connect(self._delete)
        row = QHBoxLayout()
        for button in (self._add_button, self._change_button, self._delete_button):
            row.addWidget(button)
        row.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        session.settings_changed.connect(self._show)
        self._show(session.settings)

    def add(self, correction: OwnCorrection | None = None) -> None:
        """Open the form for a new correction."""
        settings = self._session.settings
        script = self._session.script
        if script is Script.ORIGINAL:
            script = settings.traditional_variant
        kind = Script.TRADITIONAL if script in TRADITIONAL else Script.SIMPLIFIED
        editor = CorrectionEditor(correction or OwnCorrection(kind, "", ""), self)
        editor.finished_with.connect(lambda made: keep(self._session, made))
        editor.open()

    def _change(self) -> None:
        rows = self._rows()
        if rows:
            old = self._corrections[rows[0]]
            editor = CorrectionEditor(old, self)
            editor.finished_with.connect(lambda made: keep(self._session, made, instead_of=old))
            editor.open()

    def _delete(self) -> None:
        gone = {self._corrections[row] for row in self._rows()}
        left = [each for each in self._corrections if each not in gone]
        self._session.change_settings(own_conversions=_lines(left))

    def _rows(self) -> list[int]:
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def _show(self, settings: Settings) -> None:
        self._corrections = own_corrections(settings.own_conversions)
        self.table.setRowCount(len(self._corrections))
        words = script_words()
        for row, each in enumerate(self._corrections):
            for column, text in enumerate((each.source, each.target, words[each.script])):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._empty.setVisible(not self._corrections)
        self._enable()

    def _enable(self) -> None:
        count = len(self._rows())
        self._change_button.setEnabled(count == 1)
        self._delete_button.setEnabled(count > 0)


def keep(session: Session, made: OwnCorrection, *, instead_of: OwnCorrection | None = None) -> None:
    """Keep a correction; one for the same words in the same script is replaced."""
    old = own_corrections(session.settings.own_conversions)
    same = (made.script, made.source)
    left = [each for each in old if (each.script, each.source) != same and each != instead_of]
    session.change_settings(own_conversions=_lines([*left, made]))


def _lines(corrections: list[OwnCorrection]) -> tuple[str, ...]:
    return tuple(f"{each.script.value}\t{each.source}\t{each.target}" for each in corrections)
