"""Rows that say a few lines of text in several inks, with a hairline below.

Base of the rows of notes and collections.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.theme import colours

Index = QModelIndex | QPersistentModelIndex
Part = tuple[QTextLayout, float, str]
SIDE = 12  # px left and right of the lines
_GAP = 3
_SMALL = 12  # px
_UNSHOWN = 260  # px, the width of a row that no list shows


class LinesDelegate(QStyledItemDelegate):
    """Made by its subclasses: `parts` gives the lines, `mark` paints what stands left of them."""

    top = 8  # px above and below the lines
    indent = 0  # px of `mark`

    def parts(self, font: QFont, index: Index, room: float) -> list[Part]:
        """The lines laid out in `room` pixels: layout, height, colour."""
        raise NotImplementedError

    def mark(self, painter: QPainter, rectangle: QRect, index: Index) -> None:
        """Paint what stands left of the lines; nothing unless a subclass does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines, in the width of the list."""
        width = option.widget.viewport().width() if option.widget is not None else _UNSHOWN  # type: ignore[attr-defined]
        heights = [height for _, height, _ in self.parts(option.font, index, self._room(width))]
        return QSize(width, round(2 * self.top + sum(heights) + _GAP * (len(heights) - 1)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        c = colours()
        painter.save()
        rectangle: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rectangle, QColor(c.selected if chosen else c.hover if over else c.paper))
        self.mark(painter, rectangle, index)
        y = rectangle.top() + float(self.top)
        for layout, height, ink in self.parts(option.font, index, self._room(rectangle.width())):
            painter.setPen(QPen(QColor(ink)))
            layout.draw(painter, QPointF(rectangle.left() + SIDE + self.indent, y))
            y += height + _GAP
        painter.setPen(QPen(QColor(c.line)))
        painter.drawLine(rectangle.bottomLeft(), rectangle.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.accent)))
            painter.drawRect(QRectF(rectangle).adjusted(0.5, 0.5, -0.5, -1.5))
        painter.restore()

    def _room(self, width: float) -> float:
        return width - 2 * SIDE - self.indent


def small(font: QFont) -> QFont:
    """The font of the small line of a row."""
    smaller = QFont(font)
    smaller.setPixelSize(_SMALL)
    return smaller
