"""A strip that says that the archive on the network share has changed since it was copied, and opens it anew.

Made by `desktop_app.main_window`; hidden unless `Librarian.newer_there` says so.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.library.librarian import Librarian
from desktop_app.session import Session


class ShareNotice(QFrame):
    """Two buttons: now, or later (until the archive changes again)."""

    def __init__(self, session: Session, librarian: Librarian, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        self._later = False
        words = QLabel(self.tr("The shared archive has been updated."))
        words.setWordWrap(True)
        self.now = QPushButton(self.tr("Open it anew"))
        self.now.setProperty("look", "quiet")
        self.now.clicked.connect(self.hide)
        self.now.clicked.connect(librarian.open_again)
        self.later = QPushButton(self.tr("Later"))
        self.later.setProperty("look", "quiet")
        self.later.clicked.connect(self._put_off)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(self.now)
        row.addWidget(self.later)
        self.hide()
        librarian.newer_there.connect(self._tell)
        session.archive_changed.connect(lambda _: self._begin())

    def _begin(self) -> None:
        self._later = False
        self.hide()

    def _tell(self, newer: bool) -> None:
        self.setVisible(newer and not self._later)

    def _put_off(self) -> None:
        self._later = True
        self.hide()
