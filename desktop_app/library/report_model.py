"""The files of one import as a table model: filtered by fate and text, sorted by any column.

Holds the frozen FileReports and the positions on show; words are made when a row is painted, so a hundred
thousand files cost nothing until they are looked at.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.i18n import format as form
from desktop_app.library import report_words
from desktop_app.theme import icon
from index.model import Fate, FileReport

Index = QModelIndex | QPersistentModelIndex
FILE, REMARK = 1, 2  # columns
_RIGHT = (3, 5, 6, 8)
_COUNTS = (3, 6, 8)
_ORDER = {Fate.FAILED: 0, Fate.IMPORTED: 1, Fate.DUPLICATE: 2, Fate.GONE: 3, Fate.UNCHANGED: 4}
_KEYS: tuple[Callable[[FileReport], Any], ...] = (
    lambda report: _ORDER[report.fate],
    lambda report: report.file,
    lambda report: (not report.reason, report.reason),
    lambda report: report.articles,
    lambda report: report.encoding,
    lambda report: report.confidence,
    lambda report: report.characters,
    lambda report: report.date_origin.value,
    lambda report: report.repairs,
)


class ReportModel(QAbstractTableModel):
    """Rows are files."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reports: Sequence[FileReport] = ()
        self._roots: tuple[str, ...] = ()
        self._shown: list[int] = []
        self._fate: Fate | None = None
        self._text = ""
        self._column = 0
        self._descending = False
        self._headings = report_words.columns()

    def show(self, reports: Sequence[FileReport], roots: Sequence[Path] = ()) -> None:
        """Put another import on show; file names are shown as below one of `roots`."""
        self.beginResetModel()
        self._reports = reports
        self._roots = tuple(f"{root}{os.sep}" for root in roots)
        self._arrange()
        self.endResetModel()

    def choose(self, fate: Fate | None, text: str) -> None:
        """Keep only files of a fate (None: all) whose name or remark contains `text`."""
        self.beginResetModel()
        self._fate, self._text = fate, text.casefold().strip()
        self._arrange()
        self.endResetModel()

    def report(self, row: int) -> FileReport:
        """The file of a row."""
        return self._reports[self._shown[row]]

    def reports(self) -> list[FileReport]:
        """The files on show, in order."""
        return [self._reports[number] for number in self._shown]

    def counts(self) -> Counter[Fate]:
        """How many files of each fate, whatever is on show."""
        return Counter(report.fate for report in self._reports)

    def failed(self) -> list[FileReport]:
        """The files that could not be read."""
        return [report for report in self._reports if report.fate is Fate.FAILED]

    def rowCount(self, parent: Index | None = None) -> int:
        """Files on show."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Headings."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid() or not index.row() < len(self._shown):
            return None
        report, column = self.report(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(report, column)
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return icon(*report_words.fate_icon(report.fate))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (report.file, report_words.reason(report)) if part)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal ones keep the order in which they were read."""
        self.layoutAboutToBeChanged.emit()
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._arrange()
        self.layoutChanged.emit()

    def _words(self, report: FileReport, column: int) -> str:
        words = report_words.cells(report)[column]
        if column == FILE:
            root = next((each for each in self._roots if words.startswith(each)), "")
            return words[len(root) :]
        return form.number(int(words)) if column in _COUNTS and words else words

    def _arrange(self) -> None:
        shown = [
            number
            for number, report in enumerate(self._reports)
            if (self._fate is None or report.fate is self._fate) and self._contains(report)
        ]
        if 0 <= self._column < len(_KEYS):
            key = _KEYS[self._column]
            shown.sort(key=lambda number: key(self._reports[number]), reverse=self._descending)
        self._shown = shown

    def _contains(self, report: FileReport) -> bool:
        if not self._text:
            return True
        return self._text in report.file.casefold() or self._text in report_words.reason(report).casefold()
