"""The articles of a collection as a list that is ordered by hand. Made by `pane`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from desktop_app.collecting.delegate import ArticleDelegate
from desktop_app.widgets.article_drag import articles_data
from index.model import CollectedArticle

ArticleRole = Qt.ItemDataRole.UserRole + 1  # CollectedArticle


class ArticleList(QListWidget):
    """Articles that can be dragged into an order, or onto another collection."""

    ordered = Signal()
    opened = Signal()
    deleted = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(ArticleDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # lines break once
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def held(self) -> list[CollectedArticle]:
        """The articles in the order of the list."""
        return [self.item(row).data(ArticleRole) for row in range(self.count())]

    def chosen(self) -> list[CollectedArticle]:
        """The selected articles in the order of the list."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return [self.item(row).data(ArticleRole) for row in rows]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The rows, and the articles for the tree."""
        data = super().mimeData(items)
        ids = [
            item.data(ArticleRole).article_id
            for item in items
            if item.data(ArticleRole).article_id is not None
        ]
        for kind in (own := articles_data(ids)).formats():
            data.setData(kind, own.data(kind))
        return data

    def dropEvent(self, event: QDropEvent) -> None:
        """An order by hand."""
        if event.source() is not self:
            event.ignore()
            return
        super().dropEvent(event)
        self.ordered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes out, Enter opens, Alt+Up and Alt+Down move."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if alt and step is not None:
            self._move(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        row = self.currentRow()
        if 0 <= row + step < self.count():
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentItem(item)
            self.ordered.emit()
