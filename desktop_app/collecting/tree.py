"""The tree of collections: drag to move one, drop articles to put them in, F2 to rename."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.collecting.delegate import CountDelegate, CountRole
from desktop_app.i18n.format import number
from desktop_app.theme import icon
from desktop_app.widgets.article_drag import ARTICLES, articles_in
from index.model import Collection

_NUMBER = Qt.ItemDataRole.UserRole + 1


class CollectionTree(QTreeWidget):
    """`chosen(number or None)`, `moved(number, parent or None, before or None)`, `dropped(number, ids)`."""

    chosen = Signal(object)
    moved = Signal(int, object, object)
    dropped = Signal(int, object)
    renamed = Signal(int, str)
    deleted = Signal()
    escaped = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.setHeaderHidden(True)
        self.setItemDelegate(CountDelegate(self))
        self.setColumnCount(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(16)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemChanged.connect(self._item_changed)
        self.currentItemChanged.connect(lambda *_: self._current_changed())

    def show_collections(self, collections: Sequence[Collection], on: int | None) -> None:
        """Show a tree, open where it was open, standing on the collection `on`."""
        closed = {item.data(0, _NUMBER) for item in self._items() if not item.isExpanded()}
        self._filling = True
        self.clear()
        items: dict[int, QTreeWidgetItem] = {}
        for one in collections:
            item = items[one.number] = QTreeWidgetItem([one.name])
            count = "" if one.request is not None else number(one.articles)
            item.setData(0, CountRole, count)
            item.setData(0, _NUMBER, one.number)
            item.setToolTip(
                0, "\n".join(part for part in (f"{one.name}  {count}".rstrip(), one.remark) if part)
            )
            item.setIcon(0, icon("search" if one.request is not None else "folder", "secondary"))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        for one in collections:
            above = items.get(one.parent) if one.parent is not None else None
            if above is not None:
                above.addChild(items[one.number])
            else:
                self.addTopLevelItem(items[one.number])
        for shown, item in items.items():
            item.setExpanded(shown not in closed)
        if on in items:
            self.setCurrentItem(items[on])
        elif (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)
        self._filling = False
        self.chosen.emit(self.current())

    def current(self) -> int | None:
        """The collection that the tree stands on."""
        item = self.currentItem()
        value = item.data(0, _NUMBER) if item is not None else None
        return value if isinstance(value, int) else None

    def rename_current(self) -> None:
        """Edit the name in its place."""
        item = self.currentItem()
        if item is not None:
            self.editItem(item, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, Enter and Esc."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self.deleted.emit()
        elif event.key() == Qt.Key.Key_Escape and not editing:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Articles, or a collection of this tree."""
        if event.mimeData().hasFormat(ARTICLES) or event.source() is self:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Articles go onto a collection, collections anywhere."""
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(ARTICLES):
            onto = self.itemAt(event.position().toPoint())
            event.accept() if onto is not None else event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped where; the archive is asked, and the tree is shown anew."""
        where = event.position().toPoint()
        target = self.itemAt(where)
        ids = articles_in(event.mimeData())
        moving = self.current()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if ids:
            if target is not None:
                self.dropped.emit(target.data(0, _NUMBER), ids)
        elif moving is not None and event.source() is self:
            self._drop_collection(moving, target, where)

    def _drop_collection(self, moving: int, target: QTreeWidgetItem | None, where: QPoint) -> None:
        if target is None:
            self.moved.emit(moving, None, None)
            return
        onto = target.data(0, _NUMBER)
        place = self.dropIndicatorPosition()
        if place is QAbstractItemView.DropIndicatorPosition.OnItem:
            if onto != moving:
                self.moved.emit(moving, onto, None)
            return
        above = target.parent()
        siblings = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        if above is not None:
            siblings = [above.child(n) for n in range(above.childCount())]
        at = siblings.index(target)
        at += place is QAbstractItemView.DropIndicatorPosition.BelowItem
        before = siblings[at] if at < len(siblings) else None
        parent = above.data(0, _NUMBER) if above is not None else None
        self.moved.emit(moving, parent, before.data(0, _NUMBER) if before is not None else None)

    def _current_changed(self) -> None:
        if not self._filling:
            self.chosen.emit(self.current())

    def _item_changed(self, item: QTreeWidgetItem) -> None:
        if not self._filling:
            self.renamed.emit(item.data(0, _NUMBER), item.text(0))

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        more = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        while more:
            item = more.pop()
            if item is not None:
                found.append(item)
                more += [item.child(n) for n in range(item.childCount())]
        return found
