"""What went wrong, in a sentence for people, with the details one click away for whoever has to mend it."""

from __future__ import annotations

import platform
import traceback

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import error_sentence
from desktop_app.theme import icon
from index.errors import JuanzongError
from index.version import __version__


class ErrorBox(QDialog):
    """One failure. Opened without blocking; `show_error` does it."""

    def __init__(self, error: Exception, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Juanzong"))
        self._text = details(error)
        picture = QLabel()
        picture.setPixmap(icon("warning", "error").pixmap(32, 32))
        sentence = QLabel(error_sentence(error))
        sentence.setWordWrap(True)
        sentence.setMinimumWidth(360)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPlainTextEdit(self._text)
        self._more.setReadOnly(True)
        self._more.setMinimumSize(520, 180)
        self._more.setAccessibleName(self.tr("Details"))
        self._more.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = QPushButton(self.tr("Copy details"))
        copy.clicked.connect(self._copy)
        show = QPushButton(self.tr("Show details"))
        show.clicked.connect(self._show)
        self._show_button = show
        if isinstance(error, JuanzongError):
            copy.setProperty("look", "quiet")
            show.setProperty("look", "quiet")
        for button in (copy, show):
            button.setAutoDefault(False)
        buttons.addButton(show, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(self._more)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _show(self) -> None:
        self._more.setVisible(not self._more.isVisible())
        hidden = not self._more.isVisible()
        self._show_button.setText(self.tr("Show details") if hidden else self.tr("Hide details"))
        self.adjustSize()


def details(error: Exception) -> str:
    """Versions, system, sentence and the way to the error, to be sent to whoever maintains the program."""
    head = (
        f"Juanzong {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"{platform.platform()}"
    )
    code = error.code if isinstance(error, JuanzongError) else type(error).__name__
    return f"{head}\n{code}: {error}\n\n{''.join(traceback.format_exception(error))}"


def show_error(error: Exception, parent: QWidget | None) -> ErrorBox:
    """Tell the user about a failure."""
    box = ErrorBox(error, parent)
    box.open()
    return box
