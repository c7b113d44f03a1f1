"""What the error box, the report of a crash and the log share: the sentence beside its picture, the details
to be copied for whoever maintains the program, and the buttons below.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton

from desktop_app.theme import icon


def sentence_beside_picture(text: str, role: str) -> QHBoxLayout:
    """A sentence for people beside a warning in the colour `role`."""
    picture = QLabel()
    picture.setPixmap(icon("warning", role).pixmap(32, 32))
    sentence = QLabel(text)
    sentence.setWordWrap(True)
    sentence.setMinimumWidth(380)
    sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(sentence, 1)
    return row


def details_to_read(text: str, name: str) -> QPlainTextEdit:
    """A text to read and copy; `name` is for screen readers."""
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setAccessibleName(name)
    shown.setMinimumSize(520, 160)
    return shown


def closing_buttons(
    dialog: QDialog, *actions: tuple[str, Callable[[], object]]
) -> tuple[QDialogButtonBox, list[QPushButton]]:
    """“Close”, which answers Return, and a button for each action, none of which does."""
    made: list[QPushButton] = []
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    for words, do in actions:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False, do=do: do())
        buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        made.append(button)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    close.setDefault(True)
    return buttons, made
