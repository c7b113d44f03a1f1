"""The text cursor of a page to read: unseen until keys want it, so that words can be selected with keys.

← and →, or any movement with Shift, wake it at the hit, match or click one came to last, or at the first
line in sight. Awake it can be seen and all movements are its own; Esc and the mouse put it to sleep.
For `PageView` and `ArticleView`.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop_app.reader.layers import Span
from desktop_app.reader.page_text import PageText

WIDTH = 2  # px
_SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_MOVES = _SIDEWAYS | {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


@dataclass(frozen=True, slots=True)
class Held:
    """What is selected, in characters of the article, to be found again when the page is set anew."""

    anchor: tuple[bool, int]  # in the title, offset
    position: tuple[bool, int]

    @classmethod
    def of(cls, cursor: QTextCursor, page: PageText | None) -> Held | None:
        """What a cursor has selected; None if nothing."""
        if page is None or not cursor.hasSelection():
            return None
        return cls(page.from_document(cursor.anchor()), page.from_document(cursor.position()))

    def span(self, page: PageText) -> tuple[int, int]:
        """Document positions in a page of the same article: anchor, position."""
        (first_title, first), (last_title, last) = self.anchor, self.position
        return page.to_document(first, in_title=first_title), page.to_document(last, in_title=last_title)


class Caret:
    """Of one view. `takes` decides about each key; the view lets Qt carry out what is the caret's."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self.awake = False
        self.sleep()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key moves the caret; wakes it if it is one that does so."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if key not in _MOVES or modifiers & ~(shift | control):
            return False
        if not self.awake and (key in _SIDEWAYS or modifiers & shift):
            self._wake()
        return self.awake

    def leave(self, event: QKeyEvent) -> bool:
        """Whether a key is the Esc that puts the caret to sleep and gives up what is selected."""
        if event.key() != Qt.Key.Key_Escape or not (self.awake or self._view.textCursor().hasSelection()):
            return False
        cursor = self._view.textCursor()
        cursor.clearSelection()
        self.put(cursor)
        self.sleep()
        return True

    def sleep(self) -> None:
        """Be seen no more."""
        self.awake = False
        self._view.setCursorWidth(0)

    def stand_at(self, span: Span, *, select: bool = False) -> None:
        """Have the caret begin at a span in sight when it is wanted next, or go on from its selection."""
        cursor = self._view.textCursor()
        if span[1] >= self._view.document().characterCount():
            return
        cursor.setPosition(span[0])
        if select:
            cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        self.put(cursor)

    def put(self, cursor: QTextCursor) -> None:
        """Set the view's text cursor; nothing scrolls."""
        bar = self._view.verticalScrollBar()
        before = bar.value()
        self._view.setTextCursor(cursor)
        bar.setValue(before)

    def _wake(self) -> None:
        view = self._view
        self.awake = True
        view.setCursorWidth(WIDTH)
        cursor = view.textCursor()
        line = view.cursorRect(cursor)
        in_sight = line.bottom() > 0 and line.top() < view.viewport().height()
        if not (in_sight or cursor.hasSelection()):
            self.put(view.cursorForPosition(QPoint(0, line.height() // 2)))
