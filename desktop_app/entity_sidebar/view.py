"""The tree of the sidebar: fold and step by click, search by double click or sign, all of it by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from desktop_app.entity_sidebar.delegate import EntityDelegate, search_sign
from desktop_app.entity_sidebar.lines import Line, Section
from desktop_app.entity_sidebar.model import EntityModel, LineRole, line_of
from desktop_app.theme import theme
from index.model import MentionType


class EntityView(QTreeView):
    """Emits what is meant; the pane decides what it means in the article or in the results."""

    stepped = Signal(object, int)  # Line, +1 or -1
    searched = Signal(object)  # Line
    menu_wanted = Signal(object, QPoint)  # Line, global position
    hovered = Signal(object, QPoint)  # Line: its tool tip is wanted
    escaped = Signal()

    def __init__(self, model: EntityModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded: set[MentionType] = set()
        self.setModel(model)
        self.setItemDelegate(EntityDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("look", "window")
        self.setAccessibleName(self.tr("People, organisations, places and more"))
        model.modelReset.connect(self._unfold)
        self._look = QTimer(self)  # never while rows are being inserted
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._fetch)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._look.start())
        theme().changed.connect(self.viewport().update)
        self._double: Line | None = None

    def fold(self, type_: MentionType, folded: bool) -> None:
        """Fold or unfold a section; remembered over new contents."""
        (self._folded.add if folded else self._folded.discard)(type_)
        model = self.model()
        if isinstance(model, EntityModel):
            self.setExpanded(model.section_index(type_), not folded)

    @property
    def folded(self) -> frozenset[MentionType]:
        """The folded sections."""
        return frozenset(self._folded)

    def _unfold(self) -> None:
        model = self.model()
        if isinstance(model, EntityModel):
            for section in model.sections:
                self.setExpanded(model.section_index(section.type), section.type not in self._folded)

    def _toggle(self, index: QModelIndex) -> None:
        section = index.data(LineRole)
        if isinstance(section, Section):
            self.fold(section.type, self.isExpanded(index))

    def _fetch(self) -> None:
        """Have more lines of the sections whose known ones end in sight."""
        model = self.model()
        for row in range(model.rowCount()):
            section = model.index(row, 0)
            if model.canFetchMore(section) and self.isExpanded(section):
                last = self.visualRect(model.index(model.rowCount(section) - 1, 0, section))
                if 0 <= last.bottom() < 2 * self.viewport().height():
                    model.fetchMore(section)

    # -- Qt

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click folds a section, searches on the sign, or steps through the mentions."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        line = line_of(index)
        if line is None:
            self._toggle(index)
        elif search_sign(self.visualRect(index)).adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):
            self.searched.emit(line)
        elif self._double is None:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(line, -1 if back else 1)
        self._double = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click searches; its second release does not step once more."""
        line = line_of(self.indexAt(event.position().toPoint()))
        if line is not None and event.button() is Qt.MouseButton.LeftButton:
            self._double = line
            self.searched.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space steps (Shift back), Ctrl+Enter searches, arrows fold."""
        index, key = self.currentIndex(), event.key()
        line = line_of(index)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if enter and line is None and index.isValid():
            self._toggle(index)
        elif enter and line is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.searched.emit(line)
        elif enter and line is not None:
            self.stepped.emit(line, -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and isinstance(index.data(LineRole), Section):
            self.fold(index.data(LineRole).type, key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Left and line is not None:
            self.setCurrentIndex(index.parent())
        elif key == Qt.Key.Key_Menu and line is not None:
            self.menu_wanted.emit(line, self.viewport().mapToGlobal(self.visualRect(index).center()))
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the entity under the pointer."""
        line = line_of(self.indexAt(event.pos()))
        if line is not None:
            self.menu_wanted.emit(line, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tool tips are asked of the pane, which asks the archive."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = line_of(self.indexAt(event.pos()))
            if line is not None:
                self.hovered.emit(line, event.globalPos())
            return True
        return super().viewportEvent(event)
