"""Find in article: a bar with a field, the number of matches and steps. The pane does the finding."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop_app.i18n.format import number
from desktop_app.reader.finding import Wanted
from desktop_app.theme import wear


class _FindField(QLineEdit):
    """Reports keys; composition of an input method is not searched for."""

    stepped = Signal(int)
    closed = Signal()
    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.textChanged.connect(lambda text: None if self._composing else self.committed.emit(text))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)


class FindBar(QFrame):
    """Emits what to find and which way to step; hidden until asked for."""

    changed = Signal(object)  # Wanted
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        self.pattern = QToolButton(self)
        self.pattern.setText(".*")
        self.pattern.setCheckable(True)
        self.pattern.setShortcut(QKeySequence("Alt+R"))
        self.pattern.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.field = _FindField(self)
        self._count = QLabel(self)
        self._count.setProperty("look", "secondary")
        self._count.setMinimumWidth(96)
        self._previous, self._next, self._close = (QToolButton(self) for _ in range(3))
        wear(self._previous, "arrow-up")
        wear(self._next, "arrow-down")
        wear(self._close, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.pattern)
        row.addSpacing(8)
        row.addWidget(self._count)
        for button in (self._previous, self._next, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.field.committed.connect(lambda _: self.changed.emit(self.wanted))
        self.pattern.toggled.connect(lambda _: self.changed.emit(self.wanted))
        self.field.stepped.connect(self.stepped)
        self.field.closed.connect(self.close_bar)
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.close_bar)
        self.setFocusProxy(self.field)
        self.retranslate()
        self.hide()

    @property
    def wanted(self) -> Wanted:
        """What is to be found."""
        return Wanted(self.field.text(), self.pattern.isChecked())

    def open_with(self, text: str) -> None:
        """Show the bar; a selection of the article is taken as what to find."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.setFocus()
        self.field.selectAll()
        self.changed.emit(self.wanted)

    def close_bar(self) -> None:
        """Hide the bar; the matches vanish."""
        self.hide()
        self.closed.emit()

    def show_count(self, at: int, total: int) -> None:
        """Say on which match one stands (1-based; 0 if on none)."""
        problem = self.wanted.problem()
        self._count.setToolTip(problem)
        self._count.setProperty("look", "warning" if problem else "secondary")
        self._count.style().polish(self._count)
        if not self.field.text():
            self._count.clear()
        elif problem:
            self._count.setText(self.tr("The pattern is not complete"))
        elif not total:
            self._count.setText(self.tr("Not found"))
        else:
            text = self.tr("%1 of %2", "match 3 of 21")
            self._count.setText(text.replace("%1", number(at)).replace("%2", number(total)))

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.field.setPlaceholderText(self.tr("Find in this article, in either script"))
        self.field.setAccessibleName(self.tr("Find in article"))
        tip = self.tr("Regular expression, such as 第.{1,4}条 (Alt+R)")
        self.pattern.setToolTip(tip)
        self.pattern.setAccessibleName(self.tr("Regular expression"))
        for button, text in (
            (self._previous, self.tr("Previous match (Shift+Enter)")),
            (self._next, self.tr("Next match (Enter)")),
            (self._close, self.tr("Close (Esc)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
