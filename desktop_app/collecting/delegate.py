"""Paints the rows of collections: the number of articles behind a name; an article with its small line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.theme import colours
from desktop_app.widgets.lines import laid_out

CountRole = Qt.ItemDataRole.UserRole + 11  # str: right of the name
FootRole = Qt.ItemDataRole.UserRole + 12  # str: the small line
_SIDE, _TOP, _GAP = 12, 8, 3
_LINES = 3  # of a title
_SMALL = 12  # px

Index = QModelIndex | QPersistentModelIndex


class CountDelegate(QStyledItemDelegate):
    """A row of the style's own with a number at its right end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row, then the number."""
        count = index.data(CountRole) or ""
        small = _small(option.font)
        painter.save()
        painter.setFont(small)
        room = painter.fontMetrics().horizontalAdvance(count) + _SIDE if count else 0
        painter.restore()
        whole: QRect = option.rect
        super().paint(painter, option, index)
        if not count:
            return
        painter.save()
        painter.setFont(small)
        painter.setPen(QColor(colours().secondary))
        painter.drawText(
            whole.adjusted(whole.width() - room, 0, -_SIDE, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            count,
        )
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the number."""
        super().initStyleOption(option, index)
        count = index.data(CountRole) or ""
        if count:
            room = option.fontMetrics.horizontalAdvance(count) + 2 * _SIDE
            left = option.rect.left() + option.decorationSize.width() + 2 * _SIDE
            width = max(option.rect.right() - room - left, 20)
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, width)


class ArticleDelegate(QStyledItemDelegate):
    """The title in up to three lines, source and date small below it; a hairline between rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines, in the width of the list."""
        width = option.widget.viewport().width() if option.widget is not None else 260  # type: ignore[attr-defined]
        heights = [height for _, height, _ in _parts(option.font, index, width)]
        return QSize(width, round(2 * _TOP + sum(heights) + _GAP * (len(heights) - 1)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One article."""
        c = colours()
        painter.save()
        rectangle: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rectangle, QColor(c.selected if chosen else c.hover if over else c.paper))
        y = rectangle.top() + float(_TOP)
        for layout, height, ink in _parts(option.font, index, rectangle.width()):
            painter.setPen(QPen(QColor(ink)))
            layout.draw(painter, QPointF(rectangle.left() + _SIDE, y))
            y += height + _GAP
        painter.setPen(QPen(QColor(c.line)))
        painter.drawLine(rectangle.bottomLeft(), rectangle.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.accent)))
            painter.drawRect(QRectF(rectangle).adjusted(0.5, 0.5, -0.5, -1.5))
        painter.restore()


def _parts(font: QFont, index: Index, width: int) -> list[tuple[QTextLayout, float, str]]:
    """The laid out title and small line: (layout, height, colour)."""
    c, room = colours(), width - 2 * _SIDE
    own = index.data(Qt.ItemDataRole.FontRole)
    parts = [(*laid_out(index.data(), own if isinstance(own, QFont) else font, room, _LINES), c.ink)]
    foot = index.data(FootRole)
    if foot:
        parts.append((*laid_out(foot, _small(font), room, 1), c.secondary))
    return parts


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(_SMALL)
    return small
