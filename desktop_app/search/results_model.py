"""The hits as a table of one column: ids are known at once, rows come in blocks when they are looked at.

The view asks for a row when it paints it; a row that is not here yet is painted as a placeholder while
`Blocks` fetches it in lane "rows".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.blocks import Blocks, Bounds
from desktop_app.i18n.format import date_with_origin
from desktop_app.search.shown_row import ShownRow, shown_row
from desktop_app.tasks import Tasks
from desktop_app.widgets.article_drag import ARTICLES, articles_data
from index.model import Script

if TYPE_CHECKING:
    from index.archive import Archive, Hits

BLOCK = 16

RowRole = Qt.ItemDataRole.UserRole + 1  # ShownRow | str (an error) | None (not here yet)
IdRole = Qt.ItemDataRole.UserRole + 2
StarRole = Qt.ItemDataRole.UserRole + 3  # whether the article has a star

_TEXT_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)

Index = QModelIndex | QPersistentModelIndex


class ResultsModel(QAbstractTableModel):
    """Rows of one result set; `show` puts another one in its place."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive: Archive | None = None
        self._hits: Hits | None = None
        self._script = Script.ORIGINAL
        self._ids: Sequence[int] = ()
        self._blocks: Blocks[ShownRow] = Blocks(tasks, "rows", Bounds(BLOCK, kept=320, waiting=6), self)
        self._blocks.arrived.connect(self._arrived)
        self._starred: frozenset[int] = frozenset()

    # -- what is shown

    def show(
        self,
        archive: Archive | None,
        hits: Hits | None,
        ids: Sequence[int],
        first: Sequence[ShownRow],
        script: Script,
    ) -> None:
        """Show another result set whose first rows came with it."""
        self.beginResetModel()
        self._archive, self._hits, self._ids, self._script = archive, hits, ids, script
        self._blocks.read(self._read())
        if len(first) >= min(BLOCK, len(ids)):
            for block in range(-(-len(first) // BLOCK)):
                rows = first[block * BLOCK : (block + 1) * BLOCK]
                if len(rows) == BLOCK or block * BLOCK + len(rows) == len(ids):
                    self._blocks.put(block, rows)
        self.endResetModel()

    def set_script(self, script: Script) -> None:
        """Show the same rows in another script; the old ones stay until the new ones are here."""
        self._script = script
        self._blocks.read(self._read(), keep=True)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def set_starred(self, articles: frozenset[int]) -> None:
        """Say which articles have a star."""
        self._starred = articles
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0), [StarRole])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged onto a collection."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """What a drag carries."""
        return [ARTICLES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The articles of the dragged rows, in the order of the list."""
        rows = sorted({index.row() for index in indexes})
        return articles_data([number for row in rows if (number := self.id_at(row)) is not None])

    def id_at(self, row: int) -> int | None:
        """The article in a row."""
        return int(self._ids[row]) if 0 <= row < len(self._ids) else None

    def row_at(self, row: int) -> ShownRow | str | None:
        """What is known of a row; asks for its block if that is not here."""
        return self._blocks.row(row)

    def _read(self) -> Callable[[int], Sequence[ShownRow]] | None:
        archive, hits, script = self._archive, self._hits, self._script
        if archive is None or hits is None:
            return None
        return lambda first: [shown_row(row, script) for row in archive.rows(hits, first, BLOCK)]

    def _arrived(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(min(last, len(self._ids) - 1), 0))

    # -- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of hits."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One: the delegate paints the whole row."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title for type-ahead and screen readers, the id, or the ShownRow."""
        if not index.isValid():
            return None
        if role == IdRole:
            return self.id_at(index.row())
        if role == StarRole:
            return self.id_at(index.row()) in self._starred
        if role == RowRole:
            return self.row_at(index.row())
        if role in _TEXT_ROLES:
            shown = self.row_at(index.row())
            if not isinstance(shown, ShownRow):
                return shown or ""
            if role == Qt.ItemDataRole.DisplayRole:
                return shown.title
            if role == Qt.ItemDataRole.ToolTipRole:
                return f"{shown.title}\n{shown.row.origin}"
            date = date_with_origin(shown.row.date, shown.row.date_origin)
            star = self.tr("with a star") if index.data(StarRole) else ""
            return ", ".join(part for part in (shown.title, shown.source, date, star) if part)
        return None
