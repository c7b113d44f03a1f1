"""One window with all that belongs to it: session, tasks, librarian. Made by `desktop_app.application`.

Several windows of one program share settings and memory and nothing else: each has its own archive object
(even of the same archive), its own lanes, its own search and tabs.
"""

from __future__ import annotations

import contextlib
import warnings
from pathlib import Path

import shiboken6
from PySide6.QtCore import QMetaMethod, QObject

from desktop_app.dialogs.settings_dialog import SettingsDialog
from desktop_app.library import Librarian
from desktop_app.main_window import MainWindow
from desktop_app.session import Session
from desktop_app.settings import Memory, Settings
from desktop_app.tasks import Tasks


class OpenWindow(QObject):
    """Holds a window and renews it in another language."""

    def __init__(
        self, settings: Settings, memory: Memory, tasks: Tasks | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks or Tasks(self)
        self.session = Session(settings, memory, self)
        self.librarian = Librarian(self.session, self.tasks, self)
        self.window = self._make_window()

    @property
    def path(self) -> Path | None:
        """The archive on show."""
        return self.session.archive.path if self.session.archive is not None else None

    def come_forward(self) -> None:
        """Before all other windows, as far as the system allows."""
        window = self.window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()

    def end(self) -> None:
        """Stop all work and close the archive."""
        self.window.hide()  # what is still to be finished need not be watched
        self.tasks.shutdown()
        if self.session.archive is not None:
            self.session.archive.close()
        self.session.memory.save()

    def discard(self) -> None:
        """Delete the window and all it holds; nothing may be used after."""
        self.cut_loose()
        shiboken6.delete(self.window)
        shiboken6.delete(self)

    def cut_loose(self) -> None:
        """Disconnect everything the window has connected: functions without a receiver would outlive it."""
        for sender in (self.session, self.librarian):
            disconnect_all(sender)

    def renew(self) -> None:
        """Build the window again in the language in force, with everything as it was."""
        old, session = self.window, self.session
        old.remember()
        old.shut_down_panes()
        archive, request, article = session.archive, session.request, session.article
        settings = old.findChild(SettingsDialog)
        page = settings.tabs.currentIndex() if settings is not None else None
        self.window = self._make_window()
        self.window.setGeometry(old.geometry())
        old.hide()
        shiboken6.delete(old)
        self.window.show()
        if archive is not None:
            session.set_archive(archive)
            session.search(request)
            if article is not None:
                session.open_article(article.id)
        if page is not None:
            self.window.commands.beside.show_settings(page)

    def _make_window(self) -> MainWindow:
        return MainWindow(self.session, self.librarian, self.tasks)


def disconnect_all(sender: QObject) -> None:
    """Take every receiver off the public signals of a class of ours."""
    kind = sender.metaObject()
    for number in range(QObject().metaObject().methodCount(), kind.methodCount()):
        method = kind.method(number)
        name = method.name().toStdString()
        if method.methodType() is QMetaMethod.MethodType.Signal and not name.startswith("_"):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)  # "nothing was connected"
                with contextlib.suppress(RuntimeError):
                    getattr(sender, name).disconnect()
