"""The line in which a search is typed. Knows text and keys; `SearchBox` decides what they mean.

While an input method composes (pinyin not yet chosen), nothing here is a key, a change or a search.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.theme import colours, wear


class SearchField(QLineEdit):
    """A line edit that reports what the search box needs and underlines the place of an error."""

    committed = Signal(str)  # text changed by hand, composition over
    submitted = Signal()  # Enter
    moved = Signal(int)  # ↓ +1, ↑ -1
    escaped = Signal()
    history_requested = Signal()  # Alt+↓
    composing_changed = Signal(bool)
    left = Signal()  # the focus goes elsewhere

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._untold = False  # text came in while composing
        self._wrong: tuple[int, int] | None = None
        self.setProperty("look", "search")
        self.setMaxLength(2000)
        self._lens = QAction(self)
        wear(self._lens, "search", "secondary")
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self)
        wear(self._clear, "clear", "secondary")
        self._clear.triggered.connect(self._cleared)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._edited)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.retranslate()

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not chosen yet."""
        return self._composing

    @property
    def wrong(self) -> tuple[int, int] | None:
        """The characters that are underlined as wrong."""
        return self._wrong

    def mark_wrong(self, span: tuple[int, int] | None) -> None:
        """Underline the characters [start, end) that the query cannot be understood at."""
        self._wrong = span
        self.update()

    def x_of(self, position: int) -> int:
        """Pixel at which the character at `position` begins, within the visible part."""
        low, high = 0, self.width()
        y = self.height() // 2
        while low < high:
            middle = (low + high) // 2
            if self.cursorPositionAt(QPoint(middle, y)) < position:
                low = middle + 1
            else:
                high = middle
        return low

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.setPlaceholderText(self.tr("Search the archive", "placeholder of the search box"))
        self.setAccessibleName(self.tr("Search", "accessible name of the search box"))
        self._lens.setText(self.accessibleName())
        self._clear.setText(self.tr("Clear"))
        self._clear.setToolTip(self.tr("Clear the search (Esc)"))

    def _edited(self, text: str) -> None:
        if not self._composing:
            self.committed.emit(text)

    def _cleared(self) -> None:
        self.clear()
        self.committed.emit("")
        self.setFocus()

    # -- Qt

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow the composition; what it commits counts as typed once it is over."""
        before, was = self.text(), self._composing
        self._composing = True  # what is committed on the way is told once, at the end
        super().inputMethodEvent(event)
        self._untold = self._untold or self.text() != before
        self._composing = bool(event.preeditString())
        if was != self._composing:
            self.composing_changed.emit(self._composing)
        if self._untold and not self._composing:
            self._untold = False
            self.committed.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, arrows and Esc belong to the box, unless an input method composes."""
        key = event.key()
        if self._composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.history_requested.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Alt+↓ from being taken as shortcuts of the window while typing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_Escape or alt_down or self._composing:
                event.accept()
                return True
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, and a wave under the characters that are wrong."""
        super().paintEvent(event)
        if self._wrong is None:
            return
        start, end = self._wrong
        left = self.x_of(start)
        right = max(self.x_of(min(end, len(self.text()))) if end > start else left, left + 8)
        bottom = self.height() / 2 + self.fontMetrics().height() / 2 + 1
        points = [QPointF(x, bottom + (2 if (x - left) // 2 % 2 else 0)) for x in range(left, right + 1, 2)]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().error), 1.4))
        painter.drawPolyline(QPolygonF(points))
        painter.end()
