"""Paints a note in the list: a bar in its colour, the words, the remark, a small line below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.i18n.script import convert
from desktop_app.notes.model import Index, NoteRole, foot, headline
from desktop_app.theme import colours, icon
from desktop_app.widgets.lines import laid_out
from index.model import Hold, Note, NoteKind, Script

_SIDE, _TOP, _BAR, _GAP = 12, 9, 4, 3
_LINES = 3  # of the words and of the remark each
_ICONS = {NoteKind.ARTICLE: "note", NoteKind.STAR: "star-filled", NoteKind.TO_READ: "book"}


class NoteDelegate(QStyledItemDelegate):
    """`script` is how the words are shown, `with_article` whether the article is named."""

    script = Script.ORIGINAL
    with_article = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the note's lines, in the width of the list."""
        note = index.data(NoteRole)
        width = option.widget.viewport().width() if option.widget is not None else 260  # type: ignore[attr-defined]
        if not isinstance(note, Note):
            return QSize(width, 40)
        parts = self._parts(note, option.font, width)
        return QSize(width, round(2 * _TOP + sum(height for _, height, _ in parts) + _GAP * (len(parts) - 1)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One note."""
        note = index.data(NoteRole)
        if not isinstance(note, Note):
            return
        c = colours()
        painter.save()
        rectangle: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rectangle, QColor(c.selected if chosen else c.hover if over else c.paper))
        self._paint_bar(painter, rectangle, note)
        y = rectangle.top() + float(_TOP)
        for layout, height, ink in self._parts(note, option.font, rectangle.width()):
            painter.setPen(QPen(QColor(ink)))
            layout.draw(painter, QPointF(rectangle.left() + _SIDE + _BAR + 8, y))
            y += height + _GAP
        painter.setPen(QPen(QColor(c.line)))
        painter.drawLine(rectangle.bottomLeft(), rectangle.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.accent)))
            painter.drawRect(QRectF(rectangle).adjusted(0.5, 0.5, -0.5, -1.5))
        painter.restore()

    def _paint_bar(self, painter: QPainter, rectangle: QRect, note: Note) -> None:
        c = colours()
        left, top = rectangle.left() + _SIDE - 4, rectangle.top() + _TOP
        if note.kind is NoteKind.PASSAGE:
            bar = QRectF(left, top, _BAR + 4, rectangle.height() - 2 * _TOP)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(c.notes.of(note.colour.value)))
            painter.setPen(QPen(QColor(c.field_line), 1))
            painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        else:
            picture: QPixmap = icon(_ICONS[note.kind], "secondary").pixmap(QSize(14, 14))
            painter.drawPixmap(left - 3, top + 2, picture)

    def _parts(self, note: Note, font: QFont, width: int) -> list[tuple[QTextLayout, float, str]]:
        """The laid out lines of the words, the remark and the foot: (layout, height, colour)."""
        c = colours()
        room = width - 2 * _SIDE - _BAR - 8
        lost = note.hold in (Hold.LOST, Hold.GONE)
        small = QFont(font)
        small.setPixelSize(12)
        words = QFont(font)
        words.setItalic(lost)
        said = [(convert(headline(note), self.script).text, words, c.secondary if lost else c.ink, _LINES)]
        if note.remark:
            bold = QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            said.append((note.remark, bold, c.ink, _LINES))
        said.append(
            (foot(note, with_article=self.with_article), small, c.warning if lost else c.secondary, 2)
        )
        return [(*laid_out(text, face, room, lines), ink) for text, face, ink, lines in said]
