"""What the program wrote down about itself: the log, newest last, to look at, copy and hand on.

Opened from the help menu. Reads the end of the file only; there is no article text in it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app import crash_log
from desktop_app.dialogs.about import versions
from desktop_app.dialogs.details import closing_buttons, details_to_read

_MOST = 256 * 1024  # bytes shown


class LogWindow(QDialog):
    """Shows the log as it is when opened or refreshed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Log"))
        self.resize(760, 520)
        words = QLabel(self.tr("The program's log, newest entries last. It contains no article text."))
        words.setWordWrap(True)
        words.setProperty("look", "secondary")
        self.text = details_to_read("", self.windowTitle())
        self.text.setProperty("look", "framed")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons, _ = closing_buttons(
            self,
            (self.tr("Refresh"), self.refresh),
            (self.tr("Copy all"), self._copy),
            (self.tr("Open folder"), self._open_folder),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.refresh()

    def refresh(self) -> None:
        """Read the file again."""
        self.text.setPlainText(
            _end_of(crash_log.folder() / "juanzong.log") or self.tr("The log is still empty.")
        )
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(versions() + "\n" + self.text.toPlainText())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(crash_log.folder())))


def _end_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - _MOST))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""
