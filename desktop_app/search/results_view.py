"""The result list: a table without lines or headers, moved through with the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop_app.search.results_delegate import ROW_HEIGHT, ResultsDelegate
from desktop_app.search.results_model import IdRole, Index, ResultsModel, RowRole
from desktop_app.search.shown_row import ShownRow
from desktop_app.theme import theme


class ResultsView(QTableView):
    """Emits `previewed(id)` when the current row changes by hand, `opened(id)` on Enter or a double click."""

    previewed = Signal(int)
    opened = Signal(int)
    tab_wanted = Signal(int)  # middle button or Ctrl+Enter
    left_upwards = Signal()  # ↑ in the first row
    escaped = Signal()
    menu_wanted = Signal(object, QPoint)  # ShownRow, global position

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(ResultsDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 3)
        self.setAccessibleName(self.tr("Results", "accessible name of the result list"))
        self.activated.connect(self._activated)
        theme().changed.connect(self.viewport().update)

    def current_id(self) -> int | None:
        """The article of the current row."""
        value = self.currentIndex().data(IdRole)
        return value if isinstance(value, int) else None

    def selected_ids(self) -> list[int]:
        """The articles of the selected rows, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [index.data(IdRole) for index in (self.model().index(row, 0) for row in rows)]

    def select_quietly(self, row: int, *, scroll: bool = True) -> None:
        """Make a row current without a preview, as after a refresh; -1 selects nothing."""
        self._quiet = True
        try:
            if row < 0:
                self.selectionModel().clear()
                return
            index = self.model().index(row, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            if scroll:
                self.scrollTo(index)
        finally:
            self._quiet = False

    def enter_from_box(self) -> None:
        """The focus comes from the search box: stand on the current row, or on the first."""
        if self.model().rowCount() and not self.currentIndex().isValid():
            self.selectRow(0)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Go `by` rows on, as the reader's next-article command does."""
        row = min(max(self.currentIndex().row() + by, 0), self.model().rowCount() - 1)
        if row >= 0:
            self.selectRow(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A new current row is previewed."""
        super().currentChanged(current, previous)
        value = current.data(IdRole) if current.isValid() else None
        if not self._quiet and isinstance(value, int):
            self.previewed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ in the first row and Esc lead back to the box; Enter opens."""
        key = event.key()
        if key == Qt.Key.Key_Up and self.currentIndex().row() <= 0 and not event.modifiers():
            self.left_upwards.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                for article in self.selected_ids():
                    self.tab_wanted.emit(article)
            else:
                self._activated(self.currentIndex())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model().rowCount():
            self.selectRow(0 if key == Qt.Key.Key_Home else self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The middle button opens a row in a tab of its own and leaves the selection alone."""
        value = self.indexAt(event.position().toPoint()).data(IdRole)
        if event.button() is Qt.MouseButton.MiddleButton and isinstance(value, int):
            self.tab_wanted.emit(value)
            event.accept()
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus alone chooses no row, as it would by default; the current row gets its wider bar."""
        stood = self.currentIndex().isValid()
        self._quiet = True
        super().focusInEvent(event)
        if not stood:
            self.setCurrentIndex(QModelIndex())
        self._quiet = False
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row, by mouse or by the menu key."""
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        shown = index.data(RowRole) if index.isValid() else None
        if isinstance(shown, ShownRow):
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(shown, place if keyboard else event.globalPos())

    def _activated(self, index: QModelIndex) -> None:
        value = index.data(IdRole)
        if isinstance(value, int):
            self.opened.emit(value)
