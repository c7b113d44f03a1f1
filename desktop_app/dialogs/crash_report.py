"""After a crash: what happened, that nothing is lost, and the details to copy for whoever can mend it.

Opened once at the next start by `desktop_app.application`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
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

from desktop_app.dialogs.about import versions
from desktop_app.theme import icon

_MOST = 64 * 1024  # characters of a report


class CrashReport(QDialog):
    """Shows the report at `path`; it stays on the disk."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Juanzong"))
        self._path = path
        picture = QLabel()
        picture.setPixmap(icon("warning", "warning").pixmap(32, 32))
        sentence = QLabel(
            self.tr(
                "The program ended unexpectedly the last time. What had been saved is all there. "
                "If this happens again, please copy the details for whoever maintains the program."
            )
        )
        sentence.setWordWrap(True)
        sentence.setMinimumWidth(400)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(sentence, 1)
        self.details = QPlainTextEdit(f"{versions()}\n{_read(path)}")
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setMinimumSize(520, 160)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for words, do in ((self.tr("Copy details"), self._copy), (self.tr("Open folder"), self._open_folder)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.details, 1)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")[:_MOST]
    except OSError as error:
        return str(error)
