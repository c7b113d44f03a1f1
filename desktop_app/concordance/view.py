"""The table of contexts: the keyword in the middle, what stands around it flush against it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.concordance.model import Column, ConcordanceModel, LineRole, ShownLine
from desktop_app.theme import colours, theme
from desktop_app.theme.fonts import row_font
from desktop_app.theme.tokens import ACCENT_BAR
from index.model import ConcordanceSort

LINE = 28
DATE_FROM, SOURCE_FROM = 440, 600  # px of width from which there is room for these columns
KEYWORD_LEAST, KEYWORD_MOST = 76, 220
Index = QModelIndex | QPersistentModelIndex

_SECTIONS = {
    ConcordanceSort.LEFT: Column.LEFT,
    ConcordanceSort.RIGHT: Column.RIGHT,
    ConcordanceSort.OLDEST: Column.DATE,
    ConcordanceSort.NEWEST: Column.DATE,
    ConcordanceSort.SOURCE: Column.SOURCE,
}


class ContextDelegate(QStyledItemDelegate):
    """Paints a cell; the three parts of a line read as one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, accent bar before the selected line, text."""
        c = colours()
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(c.selected if selected else c.paper))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(c.line))
        if selected and index.column() == Column.LEFT:
            painter.fillRect(rect.left(), rect.top(), ACCENT_BAR, rect.height() - 1, QColor(c.accent))
        shown = index.data(LineRole)
        if isinstance(shown, ShownLine):
            self._paint_text(painter, rect, Column(index.column()), shown)
        elif isinstance(shown, str) and index.column() == Column.RIGHT:
            painter.setPen(QColor(c.error))
            painter.drawText(rect.adjusted(4, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, column: Column, shown: ShownLine) -> None:
        c = colours()
        middle = Qt.AlignmentFlag.AlignVCenter
        font = row_font(shown.glyphs, 14 if column <= Column.RIGHT else 12)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        if column is Column.KEYWORD:
            text = metrics.elidedText(shown.keyword, Qt.TextElideMode.ElideMiddle, rect.width() - 4)
            width = min(metrics.horizontalAdvance(text) + 6, rect.width())
            ground = QRect(rect.center().x() - width // 2, rect.top() + 4, width, rect.height() - 9)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.hit))
            painter.drawRoundedRect(ground, 3, 3)
            painter.setPen(QColor(c.on_hit))
            painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | middle, text)
            return
        if column is Column.LEFT:
            inner = rect.adjusted(ACCENT_BAR + 5, 0, -2, 0)
            painter.setPen(QColor(c.ink))
            text = metrics.elidedText(shown.left, Qt.TextElideMode.ElideLeft, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, text)
            return
        small = {Column.DATE: shown.line.date or "", Column.SOURCE: shown.source}
        painter.setPen(QColor(c.secondary if column in small else c.ink))
        inner = rect.adjusted(8 if column in small else 2, 0, -4, 0)
        text = metrics.elidedText(small.get(column, shown.right), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, text)


class ConcordanceView(QTableView):
    """Emits `previewed(ShownLine)` when the line changes by hand, `opened` on Enter or a double click."""

    previewed = Signal(object)
    opened = Signal(object)
    sort_wanted = Signal(object)  # ConcordanceSort
    left_upwards = Signal()
    escaped = Signal()

    def __init__(self, model: ConcordanceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._keyword = KEYWORD_LEAST
        self.setModel(model)
        self._lines = model
        self.setItemDelegate(ContextDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(LINE)
        self.verticalHeader().setDefaultSectionSize(LINE)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(40)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.sectionClicked.connect(self._head_clicked)
        self.setAccessibleName(self.tr("Contexts", "accessible name of the list of occurrences"))
        self.doubleClicked.connect(self._open)
        theme().changed.connect(self.viewport().update)

    def fit_keyword(self, longest: str) -> None:
        """Make the middle column as wide as the keywords are likely to be."""
        font = QFont(QApplication.font())
        font.setPixelSize(14)
        width = QFontMetrics(font).horizontalAdvance(longest) + 20
        self._keyword = min(max(width, KEYWORD_LEAST), KEYWORD_MOST)
        self._place_columns()

    def show_sort(self, sort: ConcordanceSort) -> None:
        """Show the order in the head."""
        newest = sort is ConcordanceSort.NEWEST
        order = Qt.SortOrder.DescendingOrder if newest else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(_SECTIONS[sort], order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keyword stays in the middle."""
        super().resizeEvent(event)
        self._place_columns()

    def _place_columns(self) -> None:
        width = self.viewport().width()
        dates = 92 if width >= DATE_FROM else 0
        sources = min(140, width // 6) if width >= SOURCE_FROM else 0
        self.setColumnHidden(Column.DATE, not dates)
        self.setColumnHidden(Column.SOURCE, not sources)
        side = max((width - self._keyword - dates - sources) // 2, 40)
        for column, size in (
            (Column.LEFT, side),
            (Column.KEYWORD, self._keyword),
            (Column.RIGHT, max(width - side - self._keyword - dates - sources, 40)),
            (Column.DATE, dates),
            (Column.SOURCE, sources),
        ):
            if size:
                self.setColumnWidth(column, size)

    def _head_clicked(self, section: int) -> None:
        here = self._lines.sort_order
        if section == Column.DATE:
            oldest = here is ConcordanceSort.OLDEST
            self.sort_wanted.emit(ConcordanceSort.NEWEST if oldest else ConcordanceSort.OLDEST)
            return
        wanted = next((sort for sort, column in _SECTIONS.items() if column == section), None)
        if wanted is None:
            self.show_sort(here)
        else:
            self.sort_wanted.emit(wanted)

    def enter(self) -> None:
        """The focus comes from elsewhere: stand on the current line, or on the first."""
        if self._lines.rowCount() and not self.currentIndex().isValid():
            self.selectRow(0)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A new current line is previewed."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.previewed.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ in the first line and Esc lead back to the box; Enter opens."""
        key, here = event.key(), self.currentIndex()
        if key == Qt.Key.Key_Up and here.row() <= 0 and not event.modifiers():
            self.left_upwards.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self._open(here)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._lines.rowCount():
            self.selectRow(0 if key == Qt.Key.Key_Home else self._lines.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
