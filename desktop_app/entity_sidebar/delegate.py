"""Paints the sidebar: section headings with counts, entities with their posts in smaller grey."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.entity_sidebar.lines import POSTS_SHOWN, Line, Section
from desktop_app.entity_sidebar.model import Index, LineRole, type_title
from desktop_app.i18n.format import number
from desktop_app.theme import colours, icon
from desktop_app.theme.tokens import ACCENT_BAR

HEADING, ROW, POST = 34, 28, 18
LEFT, TEXT, RIGHT = 10, 32, 12


class EntityDelegate(QStyledItemDelegate):
    """Rows are as high as their posts need; the search sign appears under the pointer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folded: set[str] = set()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading, or a name and up to three posts."""
        value = index.data(LineRole)
        if isinstance(value, Section):
            return QSize(120, HEADING)
        posts = min(len(value.posts), POSTS_SHOWN) if isinstance(value, Line) else 0
        return QSize(120, ROW + posts * POST + (4 if posts else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One heading or one entity."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        value = index.data(LineRole)
        if isinstance(value, Section):
            _paint_section(painter, option, value)
        elif isinstance(value, Line):
            _paint_line(painter, option, value)
        painter.restore()


def search_sign(rect: QRect) -> QRect:
    """Where the search sign of a row lies."""
    return QRect(rect.right() - RIGHT - 16, rect.top() + (ROW - 16) // 2, 16, 16)


def _paint_section(painter: QPainter, option: QStyleOptionViewItem, section: Section) -> None:
    c = colours()
    rect: QRect = option.rect
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.fillRect(rect, QColor(c.hover if hovered or focused else c.window))
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(c.line))
    if focused:
        painter.fillRect(QRect(rect.left(), rect.top(), ACCENT_BAR, rect.height()), QColor(c.accent))
    open_ = bool(option.state & QStyle.StateFlag.State_Open)
    sign = QRect(rect.left() + LEFT, rect.top() + (HEADING - 14) // 2, 14, 14)
    icon("chevron-down" if open_ else "chevron-right", "secondary").paint(painter, sign)
    font = QFont(QApplication.font())
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(c.secondary))
    inner = rect.adjusted(TEXT, 0, -RIGHT, 0)
    painter.drawText(inner, _LEFT, type_title(section.type))
    count = number(len(section.lines)) + ("" if section.complete else "+")
    painter.drawText(inner, _RIGHT, count)


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
    c = colours()
    rect: QRect = option.rect
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(rect, QColor(c.selected if selected else c.hover if hovered else c.window))
    if selected:
        painter.fillRect(QRect(rect.left(), rect.top(), ACCENT_BAR, rect.height()), QColor(c.accent))
    colour = QColor(c.of(line.type))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    icon(line.type.value, line.type.value).paint(
        painter, QRect(rect.left() + LEFT, rect.top() + (ROW - 14) // 2, 14, 14)
    )
    name_font, small = QFont(QApplication.font()), QFont(QApplication.font())
    name_font.setPixelSize(14)
    small.setPixelSize(12)
    count = number(line.count)
    space = QFontMetrics(small).horizontalAdvance(count) + 10
    top = QRect(rect.left() + TEXT, rect.top(), rect.width() - TEXT - RIGHT, ROW)
    painter.setFont(small)
    painter.setPen(QColor(c.secondary))
    if hovered:
        icon("search", "secondary").paint(painter, search_sign(rect))
        space = 26
    else:
        painter.drawText(top, _RIGHT, count)
    painter.setFont(name_font)
    painter.setPen(QColor(c.ink))
    name = QFontMetrics(name_font).elidedText(line.name, Qt.TextElideMode.ElideMiddle, top.width() - space)
    painter.drawText(top, _LEFT, name)
    painter.setFont(small)
    painter.setPen(QColor(c.secondary))
    y = float(rect.top() + ROW - 3)
    for at, post in enumerate(line.posts[:POSTS_SHOWN]):
        more = len(line.posts) - POSTS_SHOWN
        text = f"{post}  +{more}" if at == POSTS_SHOWN - 1 and more > 0 else post
        shown = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(QRectF(top.left(), y, top.width(), POST), _LEFT, shown)
        y += POST


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
