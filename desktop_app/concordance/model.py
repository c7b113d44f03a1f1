"""The lines of a concordance as a table: the total is known at once, lines come in blocks when looked at.

As in the result list, a line that is not here yet is painted empty while `Blocks` fetches it in lane
"context lines".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.blocks import Blocks, Bounds
from desktop_app.i18n.script import convert
from desktop_app.tasks import Tasks
from desktop_app.theme.fonts import glyphs_for
from index.model import ConcordanceLine, ConcordanceSort, Script

if TYPE_CHECKING:
    from index.archive import Concordance

BLOCK = 64
WIDTH = 60  # characters of context on either side

LineRole = Qt.ItemDataRole.UserRole + 1  # ShownLine | str (an error) | None (not here yet)

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    LEFT = 0
    KEYWORD = 1
    RIGHT = 2
    DATE = 3
    SOURCE = 4


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line in the script on show."""

    line: ConcordanceLine
    left: str
    keyword: str
    right: str
    source: str
    glyphs: Script  # whose shapes of characters it is drawn in


def shown_line(line: ConcordanceLine, script: Script) -> ShownLine:
    """`line` in `script`; converted as a whole, so that words across the borders come out right."""
    source = line.source or ""
    glyphs = glyphs_for(line.left + line.keyword + line.right, script)
    if script is Script.ORIGINAL:
        return ShownLine(line, line.left, line.keyword, line.right, source, glyphs)
    whole = convert(line.left + line.keyword + line.right, script)
    start, end = whole.to_shown(len(line.left), len(line.left) + len(line.keyword))
    text = whole.text
    source = convert(source, script).text
    return ShownLine(line, text[:start], text[start:end], text[end:], source, glyphs)


class ConcordanceModel(QAbstractTableModel):
    """The occurrences in one order; `show` puts others in their place."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Concordance | None = None
        self._sort = ConcordanceSort.LEFT
        self._script = Script.ORIGINAL
        bounds = Bounds(BLOCK, kept=60, waiting=3)
        self._blocks: Blocks[ShownLine] = Blocks(tasks, "context lines", bounds, self)
        self._blocks.arrived.connect(self._arrived)

    @property
    def sort_order(self) -> ConcordanceSort:
        """The order of the lines."""
        return self._sort

    def show(self, found: Concordance | None, sort: ConcordanceSort, script: Script) -> None:
        """Show other occurrences, or the same in another order or script."""
        self.beginResetModel()
        self._found, self._sort, self._script = found, sort, script
        self._blocks.read(self._read())
        self.endResetModel()

    def line_at(self, row: int) -> ShownLine | str | None:
        """What is known of a row; asks for its block if that is not here."""
        return self._blocks.row(row)

    def _read(self) -> Callable[[int], Sequence[ShownLine]] | None:
        found, sort, script = self._found, self._sort, self._script
        if found is None:
            return None
        return lambda first: [shown_line(line, script) for line in found.lines(sort, first, BLOCK, WIDTH)]

    def _arrived(self, first: int, last: int) -> None:
        last = min(last, self.rowCount() - 1)
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    # -- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of occurrences."""
        return 0 if parent.isValid() or self._found is None else self._found.total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Before, keyword, after, date, source."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What the columns hold, and that a click sorts."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        names = {
            Column.LEFT: self.tr("Before"),
            Column.KEYWORD: self.tr("Keyword"),
            Column.RIGHT: self.tr("After"),
            Column.DATE: self.tr("Date"),
            Column.SOURCE: self.tr("Source"),
        }
        if role == Qt.ItemDataRole.DisplayRole:
            return names[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            middle = section in (Column.LEFT, Column.KEYWORD)
            side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and section != Column.KEYWORD:
            return self.tr("Sort by this column")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, or the ShownLine."""
        if not index.isValid():
            return None
        shown = self.line_at(index.row())
        if role == LineRole:
            return shown
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(shown, ShownLine):
            return f"{shown.line.title}\n{shown.left}{shown.keyword}{shown.right}"
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(shown, ShownLine):
            return f"{shown.left}{shown.keyword}{shown.right}"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if not isinstance(shown, ShownLine):
            return shown if shown and index.column() == Column.RIGHT else ""
        return {
            Column.LEFT: shown.left,
            Column.KEYWORD: shown.keyword,
            Column.RIGHT: shown.right,
            Column.DATE: shown.line.date or "",
            Column.SOURCE: shown.source,
        }[Column(index.column())]
