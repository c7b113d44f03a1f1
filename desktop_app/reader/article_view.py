"""The article view: a page with what pointer and keys do to it. `pane` connects its signals.

Mentions answer to hover, click and tool tip; the wheel zooms with Ctrl; the side buttons travel.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from desktop_app.reader.layers import MentionSpan
from desktop_app.reader.page_view import PageView


class ArticleView(PageView):
    """Reports entities and wishes; knows document positions, not articles."""

    mentionActivated = Signal(int)  # noqa: N815  entity id
    zoomRequested = Signal(int)  # noqa: N815  steps
    searchRequested = Signal(str)  # noqa: N815
    travelRequested = Signal(int)  # noqa: N815  -1 back, +1 forward: the mouse's own buttons
    tipRequested = Signal(int, QPoint)  # noqa: N815  entity id, global position
    noteActivated = Signal(int)  # noqa: N815  note id
    menuOpening = Signal(QMenu, int, int, int, int)  # noqa: N815  entity or -1, span of it or selected, note or -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self.margin.chosen.connect(self.noteActivated)

    def selected_line(self) -> str:
        """What is selected, if it is a short piece of one paragraph; "" otherwise."""
        text = self.textCursor().selectedText()
        return text if len(text) <= 60 and "\u2029" not in text else ""

    def deselect(self) -> None:
        """Select nothing; the caret stays where the selection ended."""
        self._held = None
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.caret.put(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; QTextEdit's own zoom would lose the line height."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomRequested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """The margins beside the column scroll as the column does."""
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Strengthen the mentions of what the pointer is on."""
        super().mouseMoveEvent(event)
        mention = self._mention_under(event.position())
        hovered = mention.entity if mention else None
        if hovered != self.layers.hovered:
            self.layers.hovered = hovered
            self.viewport().update()
        if not self.anchorAt(event.position().toPoint()):
            shape = Qt.CursorShape.PointingHandCursor if mention else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began; the side buttons travel."""
        travel = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button())
        if travel is not None:
            self.travelRequested.emit(travel)
            event.accept()
            return
        self._pressed = event.position()
        self._held = None
        self.caret.sleep()
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click (not a selection) on a mention chooses its entity."""
        super().mouseReleaseEvent(event)
        event.accept()
        pressed, self._pressed = self._pressed, None
        if (
            event.button() is not Qt.MouseButton.LeftButton
            or pressed is None
            or self.textCursor().hasSelection()
        ):
            return
        if (pressed - event.position()).manhattanLength() < 4:
            at = self._character_under(event.position())
            if at is not None:
                self.click_at(at)

    def click_at(self, position: int) -> None:
        """Choose the name, or the note, that stands at a document position."""
        mention = self.layers.mention_at(position) if self.layers.show_mentions else None
        note = self.layers.note_at(position)
        if mention is not None:
            self.mentionActivated.emit(mention.entity)
        elif note is not None:
            self.noteActivated.emit(note.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ Home End scroll as long as the caret sleeps; awake it takes all movements, Enter acts on it."""
        if self.caret.leave(event):
            self._held = None
            event.accept()
            return
        if self.caret.takes(event):
            self._held = None
            super().keyPressEvent(event)
            return
        if self.caret.awake and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click_at(self.textCursor().position())
            event.accept()
            return
        bar = self.verticalScrollBar()
        line = round(self.typography.pixels * self.typography.line_height)
        scrolls = {
            Qt.Key.Key_Up: bar.value() - line,
            Qt.Key.Key_Down: bar.value() + line,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        target = scrolls.get(Qt.Key(event.key()))
        if target is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            bar.setValue(target)
            event.accept()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Ask for the tool tip of a mention."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mention = self._mention_under(QPointF(event.pos()))
            if mention is not None:
                self.tipRequested.emit(mention.entity, event.globalPos())
                return True
            tip = self._tip_under(QPointF(event.pos()))
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        if self.layers.hovered is not None:
            self.layers.hovered = None
            self.viewport().update()

    def _mention_under(self, point: QPointF) -> MentionSpan | None:
        at = self._character_under(point) if self.layers.show_mentions else None
        return self.layers.mention_at(at) if at is not None else None

    def _tip_under(self, point: QPointF) -> str:
        """What a note or a choice of conversion says."""
        at = self._character_under(point) if self.layers.notes or self.layers.choices else None
        if at is None:
            return ""
        choices = self.layers.choices_within(at, at + 1)
        note = self.layers.note_at(at)
        return choices[0].tip if choices else note.tip if note is not None else ""

    def _character_under(self, point: QPointF) -> int | None:
        """Document position of the character that the pointer is on."""
        if self.page is None:
            return None
        y = self.verticalScrollBar().value() + point.y()
        position = (
            self.document().documentLayout().hitTest(QPointF(point.x(), y), Qt.HitTestAccuracy.ExactHit)
        )
        if position < 0:
            return None
        cursor = self._cursor(position)
        return position if self.cursorRect(cursor).left() <= point.x() else position - 1

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is under the pointer, or at the caret where a key asks for it."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            cursor = self.textCursor()
            at = cursor.position() if self.caret.awake and not cursor.hasSelection() else None
            self.open_menu(at, self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
            return
        self.open_menu(self._character_under(QPointF(event.pos())), event.globalPos())

    def open_menu(self, at: int | None, where: QPoint) -> None:
        """Copy, search for the selection, what others add for the character at `at`, select all."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        cursor = self.textCursor()
        copy.setEnabled(cursor.hasSelection())
        text = self.selected_line().strip()
        if text:
            shown = text if len(text) <= 16 else text[:15] + "…"
            label = self.tr("Search for “%1”").replace("%1", shown.replace("&", "&&"))
            menu.addAction(label, lambda: self.searchRequested.emit(text))
        mention = None
        if at is not None and not text and self.layers.show_mentions:
            mention = self.layers.mention_at(at)
        note = self.layers.note_at(at) if at is not None else None
        selected = (cursor.selectionStart(), cursor.selectionEnd())
        if mention is not None:
            selected = (mention.start, mention.end)
        elif at is not None and not cursor.hasSelection():
            selected = (at, at)
        self.menuOpening.emit(
            menu, mention.entity if mention else -1, *selected, note.id if note is not None else -1
        )
        menu.addSeparator()
        menu.addAction(self.tr("Select all"), self.selectAll)
        menu.popup(where)
