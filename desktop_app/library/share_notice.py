"""A strip that says that the archive on the network share has changed since it was copied, and opens it anew.

Made by `desktop_app.main_window`; hidden unless `Librarian.newer_there` says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.library.librarian import Librarian
from desktop_app.library.notice_strip import NoticeStrip
from desktop_app.session import Session

if TYPE_CHECKING:
    from index.archive import Archive

_LOOK_EVERY = 60_000  # ms


class ShareNotice(NoticeStrip):
    """Two buttons: now, or later (until the archive changes again)."""

    def __init__(self, session: Session, librarian: Librarian, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The shared archive has been updated."),
            self.tr("Reopen it"),
            self.tr("Later"),
            librarian.open_again,
            parent,
        )
        self._later = False
        self.later.clicked.connect(self._put_off)
        librarian.newer_there.connect(self._tell)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(librarian.look_at_share)
        session.archive_changed.connect(self._begin)

    def _begin(self, archive: Archive | None) -> None:
        self._later = False
        self.hide()
        if archive is not None and archive.shared:
            self._timer.start()
        else:
            self._timer.stop()

    def _tell(self, newer: bool) -> None:
        self.setVisible(newer and not self._later)

    def _put_off(self) -> None:
        self._later = True
