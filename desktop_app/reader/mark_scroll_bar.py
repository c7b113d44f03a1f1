"""The scroll bar of the page, with a tick for each query mark, match and mention of the chosen entity."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop_app.theme import reading_colours


class MarkScrollBar(QScrollBar):
    """A scroll bar that shows where the marks of the whole document lie; a level one runs from the right."""

    def __init__(
        self, parent: QWidget | None = None, orientation: Qt.Orientation = Qt.Orientation.Vertical
    ) -> None:
        super().__init__(orientation, parent)
        self._marks: tuple[Sequence[float], ...] = ((), (), (), ())

    def set_marks(
        self,
        query: Sequence[float],
        found: Sequence[float],
        chosen: Sequence[float],
        differing: Sequence[float] = (),
    ) -> None:
        """Where marks stand, as shares of the document's length."""
        if self._marks != (query, found, chosen, differing):
            self._marks = (query, found, chosen, differing)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar, then the ticks; nothing where there is nothing to scroll to."""
        if self.maximum() <= self.minimum():
            return
        super().paintEvent(event)
        colours = reading_colours()
        query, found, chosen, differing = self._marks
        painter = QPainter(self)
        level = self.orientation() is Qt.Orientation.Horizontal
        length = (self.width() if level else self.height()) - 3
        for shares, colour in (
            (chosen, colours.person),
            (differing, colours.accent_hover),
            (query, colours.current_hit),
            (found, colours.accent),
        ):
            for at in sorted({round(share * length) for share in shares}):
                if level:
                    tick = QRectF(self.width() - at - 2, self.height() - 6, 2, 5)
                else:
                    tick = QRectF(self.width() - 6, at, 5, 2)
                painter.fillRect(tick, QColor(colour))
        painter.end()
