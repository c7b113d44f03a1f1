"""The line above the page: back, forward, the title once it has scrolled away, and hit by hit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop_app.i18n.format import number
from desktop_app.session import Position
from desktop_app.theme import colours


class ElidedLabel(QWidget):
    """A line of text that is cut to the room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show a text."""
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(80, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, elided at the right."""
        painter = QPainter(self)
        painter.setPen(QColor(colours().ink))
        rect: QRect = self.rect()
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class ReaderHeader(QFrame):
    """Shows the actions it is given as buttons; knows no article."""

    def __init__(
        self,
        left: tuple[QAction, ...],
        steps: tuple[QAction, QAction],
        right: tuple[QAction, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.title = ElidedLabel(self)
        self._place = QLabel(self)
        self._place.setProperty("look", "secondary")
        self._steps = [self._button(action) for action in steps]
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        for action in left:
            row.addWidget(self._button(action))
        row.addSpacing(8)
        row.addWidget(self.title, 1)
        row.addSpacing(8)
        row.addWidget(self._place)
        for button in self._steps:
            row.addWidget(button)
        row.addSpacing(4)
        for action in right:
            row.addWidget(self._button(action))
        self._position = Position(0, 0)
        self.show_position(self._position)

    @property
    def place_text(self) -> str:
        """The words of the hit counter."""
        return self._place.text()

    def show_position(self, position: Position) -> None:
        """Say on which hit one stands; nothing at all without hits."""
        self._position = position
        if position.number:
            text = self.tr("%1 of %2 hits", "hit 3 of 21")
        else:
            text = self.tr("%n hit(s)", "number of hits in the article", position.total)
        total = number(position.total)
        self._place.setText(
            text.replace("%1", number(position.number)).replace("%2", total) if position.total else ""
        )
        for button in self._steps:
            button.setVisible(position.total > 0)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action.menu() is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_position(self._position)
        super().changeEvent(event)
