"""Removable chips: small rounded labels with a cross, one for each filter in force."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.theme import colours, icon, theme
from desktop_app.widgets.flow import FlowLayout

HEIGHT, PADDING, CROSS = 26, 10, 12


@dataclass(frozen=True, slots=True)
class ChipText:
    """What a chip says and what it stands for."""

    key: Hashable
    text: str
    excluded: bool = False


class Chip(QAbstractButton):
    """One chip; a click anywhere on it removes it."""

    def __init__(self, chip: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self.setText(chip.text)
        self.setAccessibleName(
            self.tr("Remove filter %1", "accessible name of a chip").replace("%1", chip.text)
        )
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        font = QFont(self.font())
        font.setPixelSize(12)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """Text, cross and padding."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * PADDING + CROSS + 6, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded ground, the text, the cross."""
        c = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        resting = c.window if self.chip.excluded else c.selected
        ground = QColor(c.pressed if self.isDown() else c.hover if self.underMouse() else resting)
        border = QPen(QColor(c.accent if self.hasFocus() else c.field_line), 1)
        if self.chip.excluded:
            border.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(border)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        inner = self.rect().adjusted(PADDING, 0, -PADDING - CROSS - 4, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(c.ink))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        cross = QRect(self.width() - PADDING - CROSS + 2, (HEIGHT - CROSS) // 2, CROSS, CROSS)
        icon("close", "secondary").paint(painter, cross)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover."""
        self.update()


class ChipRow(QWidget):
    """All chips; hidden while there are none. Emits `removed(key)`."""

    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._chips: tuple[ChipText, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.update)
        self.hide()

    @property
    def chips(self) -> tuple[ChipText, ...]:
        """What is shown."""
        return self._chips

    def show_chips(self, chips: Sequence[ChipText]) -> None:
        """Replace the chips."""
        if self._chips == tuple(chips):
            return
        self._chips = tuple(chips)
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for chip in chips:
            button = Chip(chip, self)
            button.clicked.connect(lambda _=False, key=chip.key: self.removed.emit(key))
            self._flow.addWidget(button)
        self.setVisible(bool(chips))
        self.updateGeometry()
