"""The hits as a table of one column: ids are known at once, rows come in blocks when they are looked at.

The view asks for a row when it paints it; a row that is not here yet is painted as a placeholder while
its block is fetched in lane "rows". The blocks asked for last come first, so a flung scroll bar costs
nothing. A block that cannot be read shows its error in its rows.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from desktop_app.i18n import error_sentence
from desktop_app.i18n.format import date_with_origin
from desktop_app.search.shown_row import ShownRow, shown_row
from desktop_app.tasks import Tasks
from desktop_app.widgets.article_drag import ARTICLES, articles_data
from index.model import Script

if TYPE_CHECKING:
    from index.archive import Archive, Hits

BLOCK = 16
KEPT = 320  # blocks
WAITING = 6  # blocks asked for that are still of interest

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
        self._tasks = tasks
        self._archive: Archive | None = None
        self._hits: Hits | None = None
        self._script = Script.ORIGINAL
        self._ids: Sequence[int] = ()
        self._blocks: OrderedDict[int, Sequence[ShownRow] | str] = OrderedDict()
        self._stale: dict[
            int, Sequence[ShownRow] | str
        ] = {}  # shown until the same rows come in another script
        self._waiting: list[int] = []
        self._fetching: int | None = None
        self._turn = 0
        self._starred: frozenset[int] = frozenset()
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(0)
        self._start.timeout.connect(self._fetch_next)

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
        self._forget()
        self._stale.clear()
        if len(first) >= min(BLOCK, len(ids)):
            for block in range(-(-len(first) // BLOCK)):
                rows = first[block * BLOCK : (block + 1) * BLOCK]
                if len(rows) == BLOCK or block * BLOCK + len(rows) == len(ids):
                    self._blocks[block] = rows
        self.endResetModel()

    def set_script(self, script: Script) -> None:
        """Show the same rows in another script; the old ones stay until the new ones are here."""
        self._script = script
        self._stale = dict(self._blocks)
        self._forget()
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
        block = row // BLOCK
        rows = self._blocks.get(block)
        if rows is None:
            self._ask(block)
            rows = self._stale.get(block)
        else:
            self._blocks.move_to_end(block)
        if rows is None or isinstance(rows, str):
            return rows
        at = row - block * BLOCK
        return rows[at] if at < len(rows) else None

    # -- fetching

    def _forget(self) -> None:
        self._turn += 1
        self._blocks.clear()
        self._waiting.clear()
        self._fetching = None

    def _ask(self, block: int) -> None:
        if block == self._fetching:
            return
        if block in self._waiting:
            self._waiting.remove(block)
        self._waiting.append(block)
        del self._waiting[:-WAITING]
        if self._fetching is None and not self._start.isActive():
            self._start.start()

    def _fetch_next(self) -> None:
        if not self._waiting or self._fetching is not None or self._archive is None or self._hits is None:
            return
        block = self._fetching = self._waiting.pop()
        archive, hits, script, turn = self._archive, self._hits, self._script, self._turn
        self._tasks.run(
            "rows",
            lambda control: [shown_row(row, script) for row in archive.rows(hits, block * BLOCK, BLOCK)],
            lambda rows: self._arrived(turn, block, rows),
            lambda error: self._arrived(turn, block, error_sentence(error)),
            lane="rows",
            owner=self,
        )

    def _arrived(self, turn: int, block: int, rows: Sequence[ShownRow] | str) -> None:
        if turn != self._turn:
            return
        self._fetching = None
        self._blocks[block] = rows
        while len(self._blocks) > KEPT:
            self._blocks.popitem(last=False)
        last = min((block + 1) * BLOCK, len(self._ids)) - 1
        self.dataChanged.emit(self.index(block * BLOCK, 0), self.index(last, 0))
        self._fetch_next()

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
