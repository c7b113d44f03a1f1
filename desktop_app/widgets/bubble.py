"""A remark that floats under a place in a field, without taking the focus. Used for query errors."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.theme import icon

NARROWEST, WIDEST = 220, 460


class Bubble(QFrame):
    """An icon and a sentence on a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(
            Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("look", "card")
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str, under: QWidget, x: int) -> None:
        """Say something below `under`, its left edge near the pixel `x` of it."""
        self._sign.setPixmap(icon("warning", "error").pixmap(16))
        self._words.setText(text)
        wanted = self._words.fontMetrics().horizontalAdvance(text) + 56
        width = min(max(wanted, NARROWEST), WIDEST, max(under.width(), NARROWEST))
        self.setFixedWidth(width)
        self.setFixedHeight(max(self.heightForWidth(width), 36))
        left = min(max(x - 18, 0), max(under.width() - width, 0))
        self.move(under.mapToGlobal(QPoint(left, under.height() + 4)))
        self.setAccessibleName(text)
        self.show()
