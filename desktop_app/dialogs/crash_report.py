"""After a crash: what happened, that nothing is lost, and the details to copy for whoever can mend it.

Opened once at the next start by `desktop_app.application`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.dialogs.about import versions
from desktop_app.dialogs.details import closing_buttons, details_to_read, sentence_beside_picture

_MOST = 64 * 1024  # characters of a report


class CrashReport(QDialog):
    """Shows the report at `path`; it stays on the disk."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Juanzong"))
        self._path = path
        sentence = self.tr(
            "The program ended unexpectedly the last time. What had been saved is all there. "
            "If this happens again, please copy the details for whoever maintains the program."
        )
        self.details = details_to_read(f"{versions()}\n{_read(path)}", self.tr("Details"))
        buttons, _ = closing_buttons(
            self, (self.tr("Copy details"), self._copy), (self.tr("Open folder"), self._open_folder)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(sentence_beside_picture(sentence, "warning"))
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
