"""What lies over the panes while files hover over an open archive: where they would go."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.theme import colours
from desktop_app.theme.tokens import RADIUS

_INSET = 12.0


class DropHint(QWidget):
    """Covers its parent; takes no events, so that the drop goes to the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = QLabel()
        self._words.setProperty("look", "heading")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.addWidget(self._words)
        self.hide()

    def show_over(self, archive: str, *, read_only: bool) -> None:
        """Cover the parent and say what a drop does."""
        words = (
            self.tr("“%1” is read-only: nothing can be imported.")
            if read_only
            else self.tr("Drop to import into “%1”")
        )
        self._words.setText(words.replace("%1", archive))
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil and a dashed frame."""
        c = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(c.window)
        veil.setAlphaF(0.92)
        painter.fillRect(self.rect(), veil)
        pen = QPen(QColor(c.accent), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET), RADIUS, RADIUS
        )
