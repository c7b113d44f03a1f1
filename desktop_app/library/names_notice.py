"""A strip that offers to recognise names again where an earlier version of the program read the archive.

Made by `desktop_app.main_window`; hidden unless the archive that is open has old names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.library.librarian import Librarian
from desktop_app.library.notice_strip import NoticeStrip
from desktop_app.session import Session
from desktop_app.tasks import Tasks

if TYPE_CHECKING:
    from index.archive import Archive


class NamesNotice(NoticeStrip):
    """Two buttons: now, or later (when the archive is opened again)."""

    def __init__(
        self, session: Session, librarian: Librarian, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr(
                "The names in this archive were recognised by an earlier version. "
                "Recognising them again makes people, posts and organisations more complete; "
                "your corrections stay."
            ),
            self.tr("Recognise again"),
            self.tr("Later"),
            librarian.recognise_again,
            parent,
        )
        self._session, self._tasks = session, tasks
        session.archive_changed.connect(self._ask)

    def _ask(self, archive: Archive | None) -> None:
        self.hide()
        if archive is None or archive.read_only:
            return

        def answered(old: bool) -> None:
            self.setVisible(old and self._session.archive is archive)

        self._tasks.run(
            f"names of {archive.path}",
            lambda _: archive.names_are_old(),
            answered,
            lane="library",
            owner=self,
        )
