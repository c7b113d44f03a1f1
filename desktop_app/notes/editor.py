"""The lower part of the notes pane: colour, remark and tags of the chosen note, written as one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.notes.words import colour_word
from desktop_app.theme import colours, theme, wear
from index.model import Note, NoteColour, NoteKind

_PAUSE = 500  # ms after the last key, when what was typed is written
_PARTING = " #＃,，、;；　"  # signs between tags


def colour_icon(colour: NoteColour, size: int = 16) -> QIcon:
    """A disc in the colour of a highlight, with a rim that shows on every ground."""
    c = colours()
    picture = QPixmap(size * 2, size * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(c.notes.of(colour.value)))
    painter.setPen(QPen(QColor(c.secondary), 1.2))
    painter.drawEllipse(2, 2, size - 4, size - 4)
    painter.end()
    return QIcon(picture)


def split_tags(text: str) -> tuple[str, ...]:
    """The tags in a line such as `铁路、待查 #人事`; blanks, commas and # part them."""
    for sign in _PARTING:
        text = text.replace(sign, " ")
    return tuple(dict.fromkeys(text.split()))


class _Remark(QPlainTextEdit):
    """Tells when it is left; Esc leaves it."""

    left = Signal()
    escaped = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is written."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Ctrl+Enter go back to the list."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (
            enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class _Tags(QLineEdit):
    """Esc and Enter leave it."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter go back, as in the remark; while tags are offered they are the list's."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class _LastTag(QCompleter):
    """Completes the tag that is being typed, after those that stand before it."""

    def splitPath(self, path: str) -> list[str]:
        """What is looked for among the known tags."""
        return [_parted(path)[1]]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole line with the tag that was chosen."""
        field = self.widget()
        before = _parted(field.text())[0] if isinstance(field, QLineEdit) else ""
        return before + super().pathFromIndex(index)


def _parted(line: str) -> tuple[str, str]:
    """A line of tags: all but the last, and the last."""
    start = max(line.rfind(sign) for sign in _PARTING) + 1
    return line[:start], line[start:]


class NoteEditor(QWidget):
    """`remark_typed(number, text)`, `tags_typed(number, tags)`, `colour_chosen(number, colour)`."""

    remark_typed = Signal(int, str)
    tags_typed = Signal(int, object)
    colour_chosen = Signal(int, object)
    delete_wanted = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note: Note | None = None
        self.remark = _Remark(self)
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(84)
        self.tags = _Tags(self)
        self._known = QStringListModel(self)
        self._completer = _LastTag(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.tags.setCompleter(self._completer)
        self._colours = QButtonGroup(self)
        self.colour_buttons = {colour: QToolButton(self) for colour in NoteColour}
        self.delete = QToolButton(self)
        wear(self.delete, "trash", "secondary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self.write)
        self.remark.textChanged.connect(self._typed)
        self.tags.textEdited.connect(self._typed)
        self.tags.editingFinished.connect(self.write)
        self.remark.left.connect(self.write)
        self.remark.escaped.connect(self._leave)
        self.tags.escaped.connect(self._leave)
        self.delete.clicked.connect(self._delete)
        theme().changed.connect(self._draw_colours)
        self.retranslate()
        self.show_note(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for colour, button in self.colour_buttons.items():
            button.setCheckable(True)
            self._colours.addButton(button)
            button.clicked.connect(lambda _=False, colour=colour: self._coloured(colour))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.remark)
        column.addWidget(self.tags)
        self._draw_colours()

    @property
    def note(self) -> Note | None:
        """The note that is being edited."""
        return self._note

    def show_note(self, note: Note | None) -> None:
        """Edit another note, or none; what was typed into the one before is written first."""
        self.write()
        same = note is not None and self._note is not None and note.number == self._note.number
        typing = same and (self.remark.hasFocus() or self.tags.hasFocus())
        self._note = note
        self.setEnabled(note is not None)
        for button in self.colour_buttons.values():
            button.setVisible(note is not None and note.kind is NoteKind.PASSAGE)
        self._colours.setExclusive(False)
        for colour, button in self.colour_buttons.items():
            button.setChecked(note is not None and note.kind is NoteKind.PASSAGE and note.colour is colour)
        self._colours.setExclusive(note is not None and note.kind is NoteKind.PASSAGE)
        if not typing:
            for widget in (self.remark, self.tags):
                widget.blockSignals(True)
            self.remark.setPlainText(note.remark if note else "")
            self.tags.setText(" ".join(note.tags) if note else "")
            for widget in (self.remark, self.tags):
                widget.blockSignals(False)
            self._pause.stop()

    def show_tags(self, tags: Sequence[str]) -> None:
        """The tags that are offered while typing."""
        self._known.setStringList(list(tags))

    def edit(self) -> None:
        """Put the focus into the remark."""
        self.remark.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write(self) -> None:
        """Write at once what was typed."""
        self._pause.stop()
        note = self._note
        if note is None:
            return
        remark, tags = self.remark.toPlainText(), split_tags(self.tags.text())
        if remark != note.remark:
            self._note = note = replace(note, remark=remark)
            self.remark_typed.emit(note.number, remark)
        if tags != note.tags:
            self._note = replace(note, tags=tags)
            self.tags_typed.emit(note.number, tags)

    def _typed(self) -> None:
        self._pause.start()

    def _coloured(self, colour: NoteColour) -> None:
        if self._note is not None:
            self.colour_chosen.emit(self._note.number, colour)

    def _delete(self) -> None:
        if self._note is not None:
            self.delete_wanted.emit(self._note.number)

    def _leave(self) -> None:
        if (popup := self._completer.popup()) is not None:
            popup.hide()
        self.write()
        self.left.emit()

    def _draw_colours(self) -> None:
        for colour, button in self.colour_buttons.items():
            button.setIcon(colour_icon(colour))

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.remark.setPlaceholderText(self.tr("Remark"))
        self.remark.setAccessibleName(self.tr("Remark"))
        self.tags.setPlaceholderText(self.tr("Tags, separated by spaces"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.delete.setToolTip(self.tr("Delete this note (can be undone)"))
        self.delete.setAccessibleName(self.tr("Delete this note (can be undone)"))
        for colour, button in self.colour_buttons.items():
            button.setToolTip(colour_word(colour))
            button.setAccessibleName(colour_word(colour))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
