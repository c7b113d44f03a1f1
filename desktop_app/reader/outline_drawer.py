"""The outline beside the page: a tree of heads to go to, and a field that narrows it. For the pane."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.reader.material import Material
from index.script.fold import fold

WIDTH = 248
_NUMBER = Qt.ItemDataRole.UserRole
OPEN_UP_TO = 60  # heads; of a longer outline only the outer levels are open at first


class OutlineDrawer(QFrame):
    """Shows the heads of one article; `chosen(offset)` is the place in the body as printed."""

    chosen = Signal(int)
    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "outline")
        self.setFixedWidth(WIDTH)
        self._starts: list[int] = []
        self._items: list[QTreeWidgetItem] = []
        self._waiting: Material | None = None  # whose heads are to be listed when the drawer is opened
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._first_found)
        self.field.installEventFilter(self)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setIndentation(14)
        self.tree.setUniformRowHeights(True)
        self.tree.setProperty("look", "window")
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        self.tree.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.tree, 1)
        self.setFocusProxy(self.field)
        self.retranslate()
        self.hide()

    def show_heads(self, material: Material | None) -> None:
        """The outline of an article, in the script it is shown in."""
        if not self.isVisible():
            self._waiting = material
            material = None
        self.tree.clear()
        self._items, self._starts = [], []
        if material is not None:
            self._list(material)

    def _list(self, material: Material) -> None:
        above: list[tuple[int, QTreeWidgetItem]] = []
        roots: list[QTreeWidgetItem] = []
        for number, head in enumerate(material.heads):
            while above and above[-1][0] >= head.level:
                above.pop()
            words = " ".join(material.words_of(head).split())
            item = QTreeWidgetItem([words])
            item.setData(0, _NUMBER, number)
            item.setToolTip(0, words)
            if above:
                above[-1][1].addChild(item)
            else:
                roots.append(item)
            above.append((head.level, item))
            self._items.append(item)
            self._starts.append(head.start)
        self.tree.addTopLevelItems(roots)
        if len(self._items) <= OPEN_UP_TO:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(0)
        self._narrow(self.field.text())

    def stand_at(self, offset: int) -> None:
        """Mark the head that a place of the body lies under."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and not self.tree.hasFocus():
            item = self._items[at]
            while (above := item.parent()) and not above.isExpanded():
                item = above
            if item is not self.tree.currentItem():
                self.tree.setCurrentItem(item)

    def toggle(self) -> None:
        """Show it and put the focus there, or put it away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()
            return
        self.show()
        if self._waiting is not None:
            self.show_heads(self._waiting)
            self._waiting = None
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.opened.emit()

    def _narrow(self, text: str) -> None:
        """Show only heads with these words, in either script, and what they lie under."""
        wanted = fold(text.strip())
        for each in self._items:
            each.setHidden(bool(wanted))
        for each in self._items if wanted else ():
            if wanted in fold(each.text(0)):
                each.setHidden(False)
                above = each.parent()
                while above:
                    above.setHidden(False)
                    above.setExpanded(True)
                    above = above.parent()

    def _first_found(self) -> None:
        wanted = fold(self.field.text().strip())
        found = next((item for item in self._items if wanted in fold(item.text(0))), None)
        if found is not None:
            self.tree.setCurrentItem(found)
            self._go(found)

    def _go(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(self._starts[item.data(0, _NUMBER)])

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """↓ leads from the field to the tree, Esc closes; typing an Esc does not leave the reader."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.hide()
                self.closed.emit()
                return True
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.field.setPlaceholderText(self.tr("Narrow the outline"))
        self.field.setAccessibleName(self.tr("Narrow the outline"))
        self.tree.setAccessibleName(self.tr("Outline"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
