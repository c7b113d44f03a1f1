"""A thin bar chart of hits over time that is also the date filter: click a bar, or drag over several.

Knows labels and counts only. The search pane fills it with years or months and turns `picked` into a
filter. Painted in one go; a hundred bars cost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.i18n.format import number
from desktop_app.theme import colours, theme

HEIGHT = 52
AXIS = 16
LEAST = 2.0  # px: the lowest bar that stands for anything at all
WIDEST = 28.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A span of time (ISO year or month) and how many hits it has."""

    label: str
    count: int


class HistogramWidget(QWidget):
    """Emits `picked(first, last)` with labels, `cleared()` when the choice is taken back."""

    picked = Signal(str, str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._chosen: tuple[str, str] | None = None
        self._hover = -1
        self._cursor = -1
        self._anchor: int | None = None
        self._drag: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        theme().changed.connect(self.update)
        self.retranslate()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar], chosen: tuple[str, str] | None = None) -> None:
        """Show counts in order of time; `chosen` is the span that filters now."""
        self._bars = tuple(bars)
        self._chosen = chosen
        self._cursor = min(self._cursor, len(self._bars) - 1)
        self.update()

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.setAccessibleName(self.tr("Hits over time", "accessible name of the histogram"))
        self.setAccessibleDescription(
            self.tr("Arrow keys choose a bar, Shift extends, Enter filters, Esc clears.")
        )

    # -- geometry

    def _slot(self) -> float:
        return min((self.width() - 2) / max(len(self._bars), 1), WIDEST)

    def _index_at(self, x: float) -> int:
        if not self._bars:
            return -1
        return min(max(int((x - 1) / self._slot()), 0), len(self._bars) - 1)

    def bar_rectangle(self, index: int) -> QRectF:
        """Where a bar's whole slot lies, for tests and tool tips."""
        slot = self._slot()
        return QRectF(1 + index * slot, 0, slot, self.height() - AXIS)

    def _span(self) -> tuple[int, int] | None:
        if self._anchor is not None and self._drag is not None:
            return min(self._anchor, self._drag), max(self._anchor, self._drag)
        if self._chosen is None:
            return None
        first, last = self._chosen
        inside = [
            i for i, bar in enumerate(self._bars) if first <= bar.label and bar.label[: len(last)] <= last
        ]
        return (inside[0], inside[-1]) if inside else None

    # -- Qt

    def sizeHint(self) -> QSize:
        """As wide as there is room, 52 px high."""
        return QSize(300, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars, the chosen span in the accent, and the first and last label."""
        c = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.height() - AXIS
        painter.fillRect(QRectF(0, ground, self.width(), 1), QColor(c.line))
        highest = max((bar.count for bar in self._bars), default=0)
        span = self._span()
        slot = self._slot()
        gap = 1.0 if slot > 4 else 0.0
        for index, bar in enumerate(self._bars):
            inside = span is None or span[0] <= index <= span[1]
            colour = QColor(c.accent if inside and span else c.field_line if not inside else c.secondary)
            if span is None:
                colour.setAlphaF(0.55)
            if index == self._hover or (self.hasFocus() and index == self._cursor):
                colour = QColor(c.accent_hover)
            if bar.count:
                tall = max((ground - 4) * bar.count / max(highest, 1), LEAST)
                painter.fillRect(QRectF(1 + index * slot, ground - tall, max(slot - gap, 1), tall), colour)
        self._paint_labels(painter, ground)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(c.accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()

    def _paint_labels(self, painter: QPainter, ground: int) -> None:
        if not self._bars:
            return
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(colours().secondary))
        axis = QRectF(0, ground + 1, self.width(), AXIS - 1)
        if self._anchor is not None and (span := self._span()) is not None:
            first, last = (self._bars[index].label for index in span)
            painter.setPen(QColor(colours().accent))
            text = first if first == last else f"{first} – {last}"
            painter.drawText(axis, Qt.AlignmentFlag.AlignCenter, text)
            painter.setPen(QColor(colours().secondary))
        used = QRectF(0, ground + 1, max(self._slot() * len(self._bars), 80), AXIS - 1)
        painter.drawText(
            axis, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._bars[0].label
        )
        if len(self._bars) > 1:
            painter.drawText(
                used, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._bars[-1].label
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a choice."""
        if event.button() is Qt.MouseButton.LeftButton and self._bars:
            self._anchor = self._drag = self._index_at(event.position().x())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the choice, or show which bar is meant."""
        index = self._index_at(event.position().x())
        inside = event.position().x() <= 1 + self._slot() * len(self._bars)
        if self._anchor is not None:
            self._drag = index
        self._hover = index if inside else -1
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if inside and self._bars else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The choice is made; the same single bar again takes it back."""
        if self._anchor is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        span = self._span()
        self._anchor = self._drag = None
        if span is not None:
            self._pick(*span)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is meant any more."""
        self._hover = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same with the keyboard."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._bars:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            before = max(self._cursor, 0)
            step = 1 if key == Qt.Key.Key_Right else -1
            self._cursor = min(max(self._cursor + step, 0), len(self._bars) - 1)
            if extend:
                self._anchor = before if self._anchor is None else self._anchor
                self._drag = self._cursor
            else:
                self._anchor = self._drag = None
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._cursor >= 0:
            span = self._span() if self._anchor is not None else (self._cursor, self._cursor)
            self._anchor = self._drag = None
            if span is not None:
                self._pick(*span)
        elif key == Qt.Key.Key_Escape and self._chosen is not None:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The count of the bar under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._bars:
            bar = self._bars[self._index_at(QPointF(event.pos()).x())]
            text = self.tr("%1: %n article(s)", "tool tip of a bar; %1 is a year or month", bar.count)
            QToolTip.showText(
                event.globalPos(), text.replace("%1", bar.label).replace("%n", number(bar.count)), self
            )
            return True
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)

    def _pick(self, first: int, last: int) -> None:
        labels = self._bars[first].label, self._bars[last].label
        if self._chosen == labels:
            self.cleared.emit()
        else:
            self.picked.emit(*labels)
