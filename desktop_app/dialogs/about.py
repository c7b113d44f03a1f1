"""Name, version, licence, and what the program is made of."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QSize, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.theme.icons import mark
from index.paths import licences
from index.version import __version__

_PARTS = "Python · Qt for Python · Whoosh · jieba · rjieba · OpenCC · NumPy · lxml"


class About(QDialog):
    """A small window that only tells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Juanzong"))
        picture = QLabel()
        picture.setPixmap(mark().pixmap(QSize(64, 64)))
        name = QLabel(self.tr("Juanzong"))
        name.setProperty("look", "title")
        version = QLabel(self.tr("Version %1").replace("%1", __version__))
        version.setProperty("look", "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(version)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture)
        head.addLayout(words, 1)
        text = QLabel(
            self.tr(
                "An offline archive browser for Chinese press and government articles. "
                "Nothing leaves this computer."
            )
        )
        text.setWordWrap(True)
        text.setMinimumWidth(400)
        licence = QLabel(self.tr("Licence: Apache 2.0. Built with %1.").replace("%1", _PARTS))
        licence.setProperty("look", "small")
        licence.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = QPushButton(self.tr("Copy versions"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(versions()))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        others = QPushButton(self.tr("Third-party works"))
        others.setToolTip(self.tr("Components and their licences"))
        others.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(licences()))))
        buttons.addButton(others, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(text)
        column.addWidget(licence)
        column.addWidget(buttons)


def versions() -> str:
    """What a report of a fault needs to say."""
    return (
        f"Juanzong {__version__}\nPython {platform.python_version()}\n"
        f"PySide6 {PySide6.__version__}, Qt {qVersion()}\n{platform.platform()}\n"
    )
