"""Paints the rows of collections: the number of articles behind a name; an article with its small line."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.theme import colours
from desktop_app.widgets.lines import laid_out
from desktop_app.widgets.lines_delegate import SIDE, Index, LinesDelegate, Part, small

CountRole = Qt.ItemDataRole.UserRole + 11  # str: right of the name
FootRole = Qt.ItemDataRole.UserRole + 12  # str: the small line
_LINES = 3  # of a title


class CountDelegate(QStyledItemDelegate):
    """A row of the style's own with a number at its right end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row, then the number."""
        count = index.data(CountRole) or ""
        smaller = small(option.font)
        painter.save()
        painter.setFont(smaller)
        room = painter.fontMetrics().horizontalAdvance(count) + SIDE if count else 0
        painter.restore()
        whole: QRect = option.rect
        super().paint(painter, option, index)
        if not count:
            return
        painter.save()
        painter.setFont(smaller)
        painter.setPen(QColor(colours().secondary))
        painter.drawText(
            whole.adjusted(whole.width() - room, 0, -SIDE, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            count,
        )
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the number."""
        super().initStyleOption(option, index)
        count = index.data(CountRole) or ""
        if count:
            room = option.fontMetrics.horizontalAdvance(count) + 2 * SIDE
            left = option.rect.left() + option.decorationSize.width() + 2 * SIDE
            width = max(option.rect.right() - room - left, 20)
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, width)


class ArticleDelegate(LinesDelegate):
    """The title in up to three lines, source and date small below it."""

    def parts(self, font: QFont, index: Index, room: float) -> list[Part]:
        """The title and the small line."""
        c = colours()
        own = index.data(Qt.ItemDataRole.FontRole)
        parts = [(*laid_out(index.data(), own if isinstance(own, QFont) else font, room, _LINES), c.ink)]
        foot = index.data(FootRole)
        if foot:
            parts.append((*laid_out(foot, small(font), room, 1), c.secondary))
        return parts
