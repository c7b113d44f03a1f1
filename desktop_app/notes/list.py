"""The list of notes: what its keys do. Made by `pane`."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView


class NoteList(QListView):
    """Delete deletes, Enter opens, F2 edits."""

    deleted = Signal()
    opened = Signal()
    edited = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list."""
        keys = {
            Qt.Key.Key_Delete: self.deleted,
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_F2: self.edited,
            Qt.Key.Key_Escape: self.escaped,
        }
        signal = keys.get(Qt.Key(event.key()))
        if signal is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            signal.emit()
        else:
            super().keyPressEvent(event)
