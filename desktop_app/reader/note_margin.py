"""The margin beside the column with a dot for each note; clicks and tool tips go to the note.

A child of `PageView`, which places it and calls `update` after each change; reports to `ArticleView`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTextDocument
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.reader.layers import Layers, NoteMark, blocks_in_sight, rectangles
from desktop_app.theme import reading_colours

WIDTH = 20
_DOT = 9.0


def dots_in_sight(
    document: QTextDocument, layers: Layers, top: float, height: float
) -> list[tuple[NoteMark, float]]:
    """The notes with a remark that begin in sight, and how far below `top` each begins."""
    found: list[tuple[NoteMark, float]] = []
    for block in blocks_in_sight(document, top, top + height) if layers.notes else ():
        for note in layers.notes_within(block.position(), block.position() + block.length()):
            if note.remark and block.contains(note.start):
                first = next(rectangles(block, note.start, note.end), None)
                if first is not None:
                    found.append((note, first[0].center().y() - top))
    return found


class NoteMargin(QWidget):
    """Paints what `dots` gives: the notes in sight and how far below the upper edge they begin."""

    chosen = Signal(int)  # NoteMark.id

    def __init__(self, dots: Callable[[], Sequence[tuple[NoteMark, float]]], parent: QWidget) -> None:
        super().__init__(parent)
        self._dots = dots
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Notes beside the text"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dot beside the line that each note begins in; several beside one line stand a little apart."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = reading_colours()
        for mark, rectangle in self._placed():
            painter.setBrush(QColor(colours.notes.of(mark.colour)))
            painter.setPen(QPen(QColor(colours.secondary), 1.2))
            painter.drawEllipse(rectangle)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the note under the pointer."""
        mark = self._under(event.position())
        if mark is not None:
            self.chosen.emit(mark.id)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a dot can be clicked."""
        over = self._under(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """The tool tip of a note."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._under(QPointF(event.pos()))
            if mark is not None and mark.tip:
                QToolTip.showText(event.globalPos(), mark.tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _placed(self) -> list[tuple[NoteMark, QRectF]]:
        placed: list[tuple[NoteMark, QRectF]] = []
        last = -100.0
        for mark, y in self._dots():
            top = max(y - _DOT / 2, last + _DOT + 1)
            placed.append((mark, QRectF((WIDTH - _DOT) / 2, top, _DOT, _DOT)))
            last = top
        return placed

    def _under(self, point: QPointF) -> NoteMark | None:
        return next(
            (mark for mark, place in self._placed() if place.adjusted(-4, -4, 4, 4).contains(point)), None
        )
