"""Paints a note in the list: a bar in its colour, the words, the remark, a small line below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from desktop_app.i18n.script import convert
from desktop_app.notes.model import NoteRole, foot, headline
from desktop_app.theme import colours, icon
from desktop_app.widgets.lines import laid_out
from desktop_app.widgets.lines_delegate import SIDE, Index, LinesDelegate, Part, small
from index.model import Hold, Note, NoteKind, Script

_BAR = 4  # px
_LINES = 3  # of the words and of the remark each
_ICONS = {NoteKind.ARTICLE: "note", NoteKind.STAR: "star-filled", NoteKind.TO_READ: "book"}


class NoteDelegate(LinesDelegate):
    """`script` is how the words are shown, `with_article` whether the article is named."""

    script = Script.ORIGINAL
    with_article = True
    top = 9
    indent = _BAR + 8

    def mark(self, painter: QPainter, rectangle: QRect, index: Index) -> None:
        """The bar in the note's colour, or the picture of its kind."""
        note: Note = index.data(NoteRole)
        c = colours()
        left, top = rectangle.left() + SIDE - 4, rectangle.top() + self.top
        if note.kind is NoteKind.PASSAGE:
            bar = QRectF(left, top, _BAR + 4, rectangle.height() - 2 * self.top)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(c.notes.of(note.colour.value)))
            painter.setPen(QPen(QColor(c.field_line), 1))
            painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        else:
            picture: QPixmap = icon(_ICONS[note.kind], "secondary").pixmap(QSize(14, 14))
            painter.drawPixmap(left - 3, top + 2, picture)

    def parts(self, font: QFont, index: Index, room: float) -> list[Part]:
        """The words, the remark and the foot."""
        note: Note = index.data(NoteRole)
        c = colours()
        lost = note.hold in (Hold.LOST, Hold.GONE)
        words = QFont(font)
        words.setItalic(lost)
        said = [(convert(headline(note), self.script).text, words, c.secondary if lost else c.ink, _LINES)]
        if note.remark:
            bold = QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            said.append((note.remark, bold, c.ink, _LINES))
        said.append(
            (foot(note, with_article=self.with_article), small(font), c.warning if lost else c.secondary, 2)
        )
        return [(*laid_out(text, face, room, lines), ink) for text, face, ink, lines in said]
