"""Paints one row of the similar articles: title, what both articles share, origin, how like they are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.i18n.script import convert
from desktop_app.search.results_delegate import SEPARATOR, TITLE_LINE, row_fonts
from desktop_app.theme import colours
from desktop_app.theme.fonts import glyphs_for
from desktop_app.theme.tokens import ACCENT_BAR, PANE_PADDING, ROW_PADDING
from index.model import Script, SimilarArticle

SimilarRole = Qt.ItemDataRole.UserRole + 1
LINE = 20
HEIGHT = 2 * ROW_PADDING + TITLE_LINE + 2 * LINE
_BAR = 44  # px, of the bar that says how like
_SHARED = 6


class SimilarDelegate(QStyledItemDelegate):
    """All rows have one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every row."""
        return QSize(200, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground and accent bar, then three lines."""
        found = index.data(SimilarRole)
        if not isinstance(found, SimilarArticle):
            return
        c = colours()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(c.selected if selected else c.hover if hovered else c.paper))
        painter.fillRect(
            QRectF(rect.left() + PANE_PADDING, rect.bottom() - 1, rect.width() - 2 * PANE_PADDING, 1),
            QColor(c.line),
        )
        if selected:
            painter.fillRect(QRectF(rect.left(), rect.top(), ACCENT_BAR, rect.height() - 1), QColor(c.accent))
        script = getattr(option.widget, "script", Script.ORIGINAL)
        inner = rect.adjusted(PANE_PADDING, ROW_PADDING, -PANE_PADDING, -ROW_PADDING)
        self._paint_lines(painter, inner, found, script)
        painter.restore()

    def _paint_lines(self, painter: QPainter, inner: QRectF, found: SimilarArticle, script: Script) -> None:
        c = colours()
        title = convert(found.title, script).text
        shared = convert(" ".join([*dict.fromkeys((*found.names, *found.words))][:_SHARED]), script).text
        source = convert(found.source, script).text if found.source else ""
        title_font, snippet_font, meta_font = row_fonts(glyphs_for(title + shared, script))
        meta = SEPARATOR.join(part for part in (source, found.date) if part)
        _line(painter, title_font, inner, 0, TITLE_LINE, title, c.ink)
        said = self.tr("both: %1", "words and names that two articles share").replace("%1", shared)
        _line(painter, snippet_font, inner, TITLE_LINE, LINE, said if shared else "", c.secondary)
        left = inner.adjusted(_BAR + 8, 0, 0, 0)
        _line(painter, meta_font, left, TITLE_LINE + LINE, LINE, meta, c.faint)
        bar = QRectF(inner.left(), inner.top() + TITLE_LINE + LINE + LINE / 2 - 2, _BAR, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.line))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(QColor(c.accent))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(_BAR * found.score, 4), 4), 2, 2)


def _line(
    painter: QPainter, font: QFont, inner: QRectF, top: float, height: float, text: str, ink: str
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
    where = QRectF(inner.left(), inner.top() + top, inner.width(), height)
    painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
