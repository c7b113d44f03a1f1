"""What went wrong, in a sentence for people, with the details one click away for whoever has to mend it."""

from __future__ import annotations

import traceback

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop_app.dialogs.about import versions
from desktop_app.dialogs.details import closing_buttons, details_to_read, sentence_beside_picture
from desktop_app.i18n import error_sentence
from index.errors import JuanzongError


class ErrorBox(QDialog):
    """One failure. Opened without blocking; `show_error` does it."""

    def __init__(self, error: Exception, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Juanzong"))
        self._text = details(error)
        self._more = details_to_read(self._text, self.tr("Details"))
        self._more.hide()
        buttons, made = closing_buttons(
            self, (self.tr("Show details"), self._show), (self.tr("Copy details"), self._copy)
        )
        self._show_button = made[0]
        if isinstance(error, JuanzongError):
            for button in made:
                button.setProperty("look", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addLayout(sentence_beside_picture(error_sentence(error), "error"))
        column.addWidget(self._more)
        column.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _show(self) -> None:
        self._more.setVisible(not self._more.isVisible())
        hidden = not self._more.isVisible()
        self._show_button.setText(self.tr("Show details") if hidden else self.tr("Hide details"))
        self.adjustSize()


def details(error: Exception) -> str:
    """Versions, system, sentence and the way to the error, to be sent to whoever maintains the program."""
    code = error.code if isinstance(error, JuanzongError) else type(error).__name__
    return f"{versions()}\n{code}: {error}\n\n{''.join(traceback.format_exception(error))}"


def show_error(error: Exception, parent: QWidget | None) -> ErrorBox:
    """Tell the user about a failure."""
    box = ErrorBox(error, parent)
    box.open()
    return box
