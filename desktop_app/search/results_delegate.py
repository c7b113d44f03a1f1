"""Paints one row of the result list: title and snippet with marks in place, a small grey line of origin."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.i18n.format import date_with_origin
from desktop_app.search.results_model import RowRole, StarRole
from desktop_app.search.shown_row import ShownRow, around_first_mark
from desktop_app.theme import colours
from desktop_app.theme.fonts import row_font
from desktop_app.theme.icons import draw
from desktop_app.theme.tokens import ACCENT_BAR, GRID, PANE_PADDING, ROW_PADDING
from desktop_app.widgets.marked_text import broken, paint
from index.model import Script

TITLE_LINE, SNIPPET_LINE, META_LINE = 22, 20, 18
TEXT_LINES = 3  # of title (at most two) and snippet together
ROW_HEIGHT = 2 * ROW_PADDING + 2 * TITLE_LINE + SNIPPET_LINE + META_LINE + GRID
SEPARATOR = " · "


class ResultsDelegate(QStyledItemDelegate):
    """All rows have one height; the title takes one or two of the three lines, the snippet the rest."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every row."""
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground and accent bar, then title, snippet and meta line."""
        c = colours()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        painter.fillRect(rect, QColor(c.selected if selected else c.hover if hovered else c.paper))
        painter.fillRect(
            QRectF(rect.left() + PANE_PADDING, rect.bottom() - 1, rect.width() - 2 * PANE_PADDING, 1),
            QColor(c.line),
        )
        if selected:
            painter.fillRect(QRectF(rect.left(), rect.top(), ACCENT_BAR, rect.height() - 1), QColor(c.accent))
        if focused and selected:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), ACCENT_BAR + 1, rect.height() - 1), QColor(c.accent)
            )
        shown = index.data(RowRole)
        inner = rect.adjusted(PANE_PADDING, ROW_PADDING, -PANE_PADDING, -ROW_PADDING)
        if isinstance(shown, ShownRow):
            self._paint_row(painter, inner, shown, starred=bool(index.data(StarRole)))
        elif isinstance(shown, str):
            painter.setPen(QColor(c.error))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, shown)
        else:
            _paint_placeholder(painter, inner)
        painter.restore()

    def _paint_row(self, painter: QPainter, inner: QRectF, shown: ShownRow, *, starred: bool) -> None:
        c = colours()
        title_font, snippet_font, meta_font = row_fonts(shown.glyphs)
        width = int(inner.width())
        title = broken(shown.title, shown.title_marks, title_font, width, 2)
        y = paint(painter, title, inner.topLeft(), TITLE_LINE, QColor(c.ink), c)
        left = TEXT_LINES - len(title)
        room = width * left // snippet_font.pixelSize() - 1
        text, marks = around_first_mark(shown.snippet, shown.snippet_marks, room)
        snippet = broken(text, marks, snippet_font, width, left)
        paint(painter, snippet, QPointF(inner.left(), y), SNIPPET_LINE, QColor(c.secondary), c)
        painter.setFont(meta_font)
        bottom = QRectF(inner.left(), inner.bottom() - META_LINE + 1, inner.width(), META_LINE)
        if starred:
            draw(painter, "star-filled", c.accent, QRectF(bottom.left(), bottom.center().y() - 7, 14, 14))
            bottom.setLeft(bottom.left() + 14 + GRID)
        meta = QFontMetrics(meta_font).elidedText(
            self._meta(shown), Qt.TextElideMode.ElideMiddle, int(bottom.width())
        )
        painter.setPen(QColor(c.faint))
        painter.drawText(bottom, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, meta)

    def _meta(self, shown: ShownRow) -> str:
        row = shown.row
        parts = [shown.source, date_with_origin(row.date, row.date_origin)]
        if row.reprints:
            parts.append(self.tr("%n reprint(s)", "small line of a result row", row.reprints))
        if row.entity:
            parts.append(row.entity)
        return SEPARATOR.join(part for part in parts if part)


def row_fonts(glyphs: Script) -> tuple[QFont, QFont, QFont]:
    """Of title, snippet and small line."""
    return row_font(glyphs, 15, QFont.Weight.Medium), row_font(glyphs, 13), row_font(glyphs, 12)


def _paint_placeholder(painter: QPainter, inner: QRectF) -> None:
    """Two grey bars where the text of a row will stand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().line))
    painter.drawRoundedRect(QRectF(inner.left(), inner.top() + 5, inner.width() * 0.7, 11), 3, 3)
    painter.drawRoundedRect(QRectF(inner.left(), inner.top() + 30, inner.width() * 0.95, 9), 3, 3)
    painter.drawRoundedRect(QRectF(inner.left(), inner.bottom() - 13, inner.width() * 0.4, 8), 3, 3)
