"""Running text with links, as high as it needs to be: what the sections of a page are written in.

Reads no resource, opens no address, scrolls only with the page around it. Tab goes from link to link.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from desktop_app.theme import colours

_SCROLLING = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace,
}  # fmt: skip


class LinkText(QTextBrowser):
    """One section. `followed(address)`; `seen_wanted(rect)` when a link out of sight gets the focus."""

    followed = Signal(str)
    seen_wanted = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("look", "window")
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self._html = ""

    def write(self, html: str) -> None:
        """Show a section; its own words must be escaped."""
        self._html = html
        c = colours()
        self.document().setDefaultStyleSheet(
            f"a {{ color: {c.ink}; text-decoration: none; }}"
            f" .small {{ color: {c.secondary}; font-size: 12px; }}"
            f" td {{ padding: 3px 12px 3px 0; }} p {{ margin: 0 0 8px 0; }}"
        )
        self.setHtml(html)
        self._fit()

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: A002
        """Nothing is ever loaded."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the text at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(max(self.viewport().width(), 1))
        height = round(self.document().size().height()) + 1
        if height != self.height():
            self.setFixedHeight(height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page scrolls and goes back; Enter follows the link that has the focus."""
        if event.key() in _SCROLLING:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes to the first link, Shift+Tab to the last."""
        super().focusInEvent(event)
        onward = event.reason() == Qt.FocusReason.TabFocusReason
        if onward or event.reason() == Qt.FocusReason.BacktabFocusReason:
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Start if onward else QTextCursor.MoveOperation.End)
            self.setTextCursor(cursor)
            self.focusNextPrevChild(onward)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """The next link, kept in sight."""
        moved = super().focusNextPrevChild(next)
        if self.hasFocus():
            cursor = QTextCursor(self.textCursor())
            self.seen_wanted.emit(self.cursorRect(cursor).adjusted(0, -24, 0, 24))
        return moved
