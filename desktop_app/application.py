"""Start and end of the window: QApplication, language, theme, session, window; called by `launch.window`.

Order of start: settings -> QApplication -> language -> theme -> session, tasks, librarian -> MainWindow ->
the archive named on the command line, else the last one. Order of the end: window, tasks (which joins
the worker threads), archive, settings.
"""

from __future__ import annotations

import contextlib
import sys
import warnings
from pathlib import Path

import shiboken6
from PySide6.QtCore import QMetaMethod, QObject, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop_app import i18n
from desktop_app.crash_log import qt_message
from desktop_app.dialogs.settings_dialog import SettingsDialog
from desktop_app.library import Librarian
from desktop_app.main_window import MainWindow
from desktop_app.session import Session
from desktop_app.settings import Memory, Settings
from desktop_app.tasks import Tasks
from desktop_app.theme import theme
from desktop_app.theme.icons import mark
from index.version import __version__


class Application(QObject):
    """Lives as long as the program; holds the one window and renews it in another language."""

    def __init__(self, settings: Settings, memory: Memory, tasks: Tasks | None = None) -> None:
        super().__init__()
        self._language = settings.language
        i18n.use(settings.language)
        theme().choose(settings.appearance, paper=settings.paper, language=i18n.current())
        self.tasks = tasks or Tasks(self)
        self.session = Session(settings, memory, self)
        self.librarian = Librarian(self.session, self.tasks, self)
        self.session.settings_changed.connect(self._settings_changed)
        self.window = self._make_window()

    def start(
        self, archive: Path | None = None, files: tuple[Path, ...] = (), *, sample: bool = False
    ) -> None:
        """Show the window and open an archive: the one named, else the last one if the user likes that."""
        self.window.show()
        self.librarian.warm_up()
        last = self.session.memory.text("archives.last")
        if sample:
            self.librarian.open_sample()
        elif archive is not None:
            self.librarian.open(archive, files)
        elif files:
            self.session.import_requested.emit(list(files))
        elif last and self.session.settings.reopen_last:
            self.librarian.open_last(Path(last))

    def end(self) -> None:
        """Stop all work, close the archive, keep the settings."""
        self.tasks.shutdown()
        if self.session.archive is not None:
            self.session.archive.close()
        self.session.memory.save()

    def discard(self) -> None:
        """Delete the window and all it holds, before the QApplication goes; nothing may be used after."""
        self._cut_loose()
        shiboken6.delete(self.window)
        shiboken6.delete(self)

    def _cut_loose(self) -> None:
        """Disconnect everything the window has connected: functions without a receiver would outlive it."""
        for sender in (self.session, self.librarian, theme()):
            disconnect_all(sender)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.session, self.librarian, self.tasks)
        window.closed.connect(self._window_closed)
        return window

    def _window_closed(self) -> None:
        app = QApplication.instance()
        if app is not None and self.sender() is self.window:
            self.window.hide()  # what is still to be finished need not be watched
            self.end()
            app.quit()

    def _settings_changed(self, settings: Settings) -> None:
        language = settings.language
        before = i18n.current()
        if language != self._language:
            self._language = language
            i18n.use(language)
        theme().choose(settings.appearance, paper=settings.paper, language=i18n.current())
        if i18n.current() != before:
            QTimer.singleShot(0, self._renew_window)

    def _renew_window(self) -> None:
        """Build the window again in the language in force, with everything as it was."""
        old, session = self.window, self.session
        old.remember()
        old.shut_down_panes()
        self._cut_loose()
        self.session.settings_changed.connect(self._settings_changed)
        archive, request, article = session.archive, session.request, session.article
        settings = old.findChild(SettingsDialog)
        page = settings.tabs.currentIndex() if settings is not None else None
        self.window = self._make_window()
        old.hide()
        shiboken6.delete(old)
        self.window.show()
        if archive is not None:
            session.set_archive(archive)
            session.search(request)
            if article is not None:
                session.open_article(article.id)
        if page is not None:
            self.window.commands.show_settings(page)


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


def make_qt() -> QApplication:
    """The QApplication with names and icon."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101
    app.setApplicationName("juanzong")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("juanzong")
    app.setWindowIcon(mark())
    app.setQuitOnLastWindowClosed(False)
    sys.setswitchinterval(0.001)  # s; the GUI thread waits that long for its turn while an import computes
    return app


def run(archive: Path | None = None, files: tuple[Path, ...] = (), *, sample: bool = False) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    qInstallMessageHandler(qt_message)
    app = make_qt()
    application = Application(Settings.load(), Memory())
    application.start(archive, files, sample=sample)
    code = app.exec()
    application.discard()
    return code
