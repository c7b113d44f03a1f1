"""Start and end of the program: QApplication, language, theme, windows; called by `desktop_app.launch`.

Order of start: settings -> QApplication -> language -> theme -> one `OpenWindow` (session, tasks, librarian,
main window) -> the archive that was asked for, else those of the last time -> `Reception` for later starts.
Order of the end: windows, tasks (which joins the worker threads), archives, settings.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop_app import crash_log, i18n
from desktop_app.dialogs.crash_report import CrashReport
from desktop_app.handover import Request
from desktop_app.library import Librarian
from desktop_app.links import Link, parse
from desktop_app.main_window import MainWindow
from desktop_app.open_window import OpenWindow, disconnect_all
from desktop_app.reception import Reception
from desktop_app.session import Session
from desktop_app.settings import Memory, Settings
from desktop_app.tasks import Tasks
from desktop_app.theme import theme
from desktop_app.theme.icons import mark
from index.ahead import read_ahead
from index.errors import JuanzongError, LinkArchiveUnknown
from index.paths import ARCHIVE_SUFFIX
from index.version import __version__

if TYPE_CHECKING:
    from index.archive import Archive

_LOADED = 2000  # ms after which the archive of the last time is on show and the library is loaded
_OPEN_LAST = "windows.archives"  # what the windows showed when the program was ended


class Application(QObject):
    """Lives as long as the program; holds its windows, keeps their settings alike, renews their language."""

    def __init__(self, settings: Settings, memory: Memory, tasks: Tasks | None = None) -> None:
        super().__init__()
        self._settings, self._memory = settings, memory
        self._language = settings.language
        i18n.use(settings.language)
        self.windows: list[OpenWindow] = []
        self._spreading = False
        self._leaving = False
        with theme().dressed_at_the_end():
            theme().choose(settings.appearance, paper=settings.paper, language=i18n.current())
            self._add_window(tasks)

    # --- the window in front -------------------------------------------------------------------------

    @property
    def front(self) -> OpenWindow:
        """The window in use, else the one opened last."""
        active = [each for each in self.windows if each.window.isActiveWindow()]
        return active[0] if active else self.windows[-1]

    @property
    def window(self) -> MainWindow:
        """The main window in front."""
        return self.front.window

    @property
    def session(self) -> Session:
        """What the window in front is about."""
        return self.front.session

    @property
    def librarian(self) -> Librarian:
        """Who opens archives for the window in front."""
        return self.front.librarian

    @property
    def tasks(self) -> Tasks:
        """The lanes of the window in front."""
        return self.front.tasks

    # --- start and end -------------------------------------------------------------------------------

    def start(
        self,
        archive: Path | None = None,
        files: tuple[Path, ...] = (),
        *,
        sample: bool = False,
        link: str = "",
    ) -> None:
        """Show the window and open an archive: the one named, else those of the last time if wanted."""
        self.window.show()
        self.librarian.warm_up()
        if sample:
            self.librarian.open_sample()
        elif link:
            self.follow(link)
        elif archive is not None:
            self.librarian.open(archive, files)
        elif files:
            self.session.import_requested.emit(list(files))
        elif self._settings.reopen_last:
            self._open_last()

    def receive(self, request: Request) -> None:
        """A later start of the program asks for something: show it here."""
        archives, files = sorted_out(request.paths)
        if request.link:
            self.follow(request.link)
        for archive in archives:
            self._show_archive(archive)
        if request.sample:
            self._show_archive(self.librarian.sample_path())
        self.front.come_forward()
        if files:
            self.session.import_requested.emit(list(files))

    def new_window(self) -> OpenWindow:
        """One more window, on the archive of the one in front."""
        behind, path = self.front, self.front.path
        added = self._add_window()
        added.window.setGeometry(behind.window.geometry().translated(28, 28))
        added.window.show()
        if path is not None:
            added.librarian.open(path)
        added.come_forward()
        return added

    def quit(self) -> None:
        """Close all windows; one that is importing may ask, and the answer may be no."""
        self._leaving = True
        self._remember_open()
        for each in list(self.windows):
            if not each.window.close():
                self._leaving = False
                return

    def end(self) -> None:
        """Stop all work, close the archives, keep the settings."""
        for each in self.windows:
            each.end()
        self._memory.save()

    def discard(self) -> None:
        """Delete the windows and all they hold, before the QApplication goes; nothing may be used after."""
        for each in self.windows:
            each.discard()
        self.windows.clear()
        disconnect_all(theme())

    def _open_last(self) -> None:
        for number, path in enumerate(open_last_time(self._memory)):
            if number == 0:
                self.librarian.open_last(path)
            elif path.exists():
                self._opened_beside(path)

    def _remember_open(self) -> None:
        self._memory.put(_OPEN_LAST, [str(each.path) for each in self.windows if each.path is not None])

    # --- windows -------------------------------------------------------------------------------------

    def _add_window(self, tasks: Tasks | None = None) -> OpenWindow:
        added = OpenWindow(self._settings, self._memory, tasks, self)
        self.windows.append(added)
        self._wire(added)
        return added

    def _wire(self, each: OpenWindow) -> None:
        each.session.settings_changed.connect(self._settings_changed)
        each.session.archive_content_changed.connect(lambda: self._spread_content(each))
        each.librarian.recent_changed.connect(lambda: self._spread_recent(each))
        each.window.closed.connect(lambda: self._window_closed(each))
        each.window.new_window_wanted.connect(self.new_window)
        each.window.quit_wanted.connect(self.quit)

    def _window_closed(self, closed: OpenWindow) -> None:
        app = QApplication.instance()
        if app is None or closed not in self.windows:
            return
        if len(self.windows) > 1:
            self.windows.remove(closed)
            closed.end()
            QTimer.singleShot(0, closed.discard)
        else:
            if not self._leaving:
                self._remember_open()
            self.end()
            app.quit()

    def _opened_beside(self, path: Path) -> OpenWindow:
        """A new window on the archive at `path`."""
        behind = self.front.window
        added = self._add_window()
        added.window.setGeometry(behind.geometry().translated(28, 28))
        added.window.show()
        added.librarian.open(path)
        return added

    def _show_archive(self, path: Path) -> None:
        """In the window that has it, in front if that is empty, else in a new window."""
        for each in self.windows:
            if each.path == path:
                each.come_forward()
                return
        if path == self.librarian.sample_path() and self.front.path is None:
            self.librarian.open_sample()
        elif self.front.path is None:
            self.librarian.open(path)
        else:
            self._opened_beside(path)

    # --- links ---------------------------------------------------------------------------------------

    def follow(self, text: str) -> None:
        """Go where a link leads; open its archive if it was opened on this computer before."""
        try:
            link = parse(text)
            shown = [each for each in self.windows if each.path and _same_name(each.path, link.archive)]
            if shown:
                shown[0].come_forward()
                _go(shown[0].session, link)
                return
            path = self._known(link.archive)
        except JuanzongError as error:
            self.session.trouble.emit(error)
            return
        if self.front.path is None:
            there = self.front
            there.librarian.open(path)
        else:
            there = self._opened_beside(path)
        _go_when_open(there.session, link)

    def _known(self, name: str) -> Path:
        """The archive of that name among those opened lately; raises LinkArchiveUnknown."""
        for path in (*self.librarian.recent(), self.librarian.sample_path()):
            if _same_name(path, name) and path.exists():
                return path
        raise LinkArchiveUnknown(archive=name)

    # --- what the windows share ----------------------------------------------------------------------

    def _settings_changed(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        self._settings = settings
        for each in self.windows:
            each.session.take_settings(settings)
        before = i18n.current()
        if settings.language != self._language:
            self._language = settings.language
            i18n.use(settings.language)
        theme().choose(settings.appearance, paper=settings.paper, language=i18n.current())
        if i18n.current() != before:
            QTimer.singleShot(0, self._renew_windows)

    def _spread_content(self, source: OpenWindow) -> None:
        """What one window imports the others on the same archive find too."""
        if self._spreading:
            return
        self._spreading = True
        for each in self.windows:
            if each is not source and each.path is not None and each.path == source.path:
                each.session.content_changed()
        self._spreading = False

    def _spread_recent(self, source: OpenWindow) -> None:
        if self._spreading:
            return
        self._spreading = True
        for each in self.windows:
            if each is not source:
                each.librarian.recent_changed.emit()
        self._spreading = False

    def _renew_windows(self) -> None:
        """Build the windows again in the language in force, with everything as it was."""
        for each in self.windows:
            each.cut_loose()
            each.renew()
            self._wire(each)


def open_last_time(memory: Memory) -> list[Path]:
    """The archives that the windows showed when the program was ended."""
    names = memory.lines(_OPEN_LAST) or [memory.text("archives.last")]
    return [Path(name) for name in names if name]


def sorted_out(paths: tuple[Path, ...]) -> tuple[list[Path], tuple[Path, ...]]:
    """Archives and files to import, of what the program was started with."""
    archives = [
        path for path in paths if path.name.endswith(ARCHIVE_SUFFIX) or (path / "archive.json").is_file()
    ]
    return archives, tuple(path for path in paths if path not in archives)


def _same_name(path: Path, name: str) -> bool:
    return path.name.removesuffix(ARCHIVE_SUFFIX).casefold() == name.casefold()


def _go(session: Session, link: Link) -> None:
    if link.query:
        session.search_text(link.query)
    if link.article is not None:
        session.open_article(link.article, link.place)


def _go_when_open(session: Session, link: Link) -> None:
    """As soon as the next archive is open, if it is the one of the link."""

    def opened(archive: Archive | None) -> None:
        session.archive_changed.disconnect(opened)
        if archive is not None and archive.name.casefold() == link.archive.casefold():
            QTimer.singleShot(0, session, lambda: _go(session, link))

    session.archive_changed.connect(opened)


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


def spare_what_is_loaded() -> None:
    """Leave what the start loads out of every later search for dead objects, which stops the whole program.

    Going through all that a start makes takes 50 to 80 ms, again and again, in the middle of typing.
    `launch` has turned that search off already, before the window's modules were loaded.
    """

    def loaded() -> None:
        gc.freeze()
        gc.enable()

    gc.disable()
    QTimer.singleShot(_LOADED, loaded)


def run(request: Request) -> int:
    """Open the window and stay until the last one is closed; returns the exit code."""
    qInstallMessageHandler(crash_log.qt_message)
    app = make_qt()
    spare_what_is_loaded()
    settings, memory = Settings.load(), Memory()
    archives, files = sorted_out(request.paths)
    first = archives[0] if archives else None
    last = open_last_time(memory)[:1] if settings.reopen_last and request == Request() else []
    for path in (first, *last):
        if path is not None:
            read_ahead(path)
    application = Application(settings, memory)
    reception = Reception(application)
    reception.called.connect(application.receive)
    application.start(first, files, sample=request.sample, link=request.link)
    QTimer.singleShot(0, lambda: crash_log.log.debug("the window is shown"))
    crash = crash_log.last_crash()
    if crash is not None:
        CrashReport(crash, application.window).open()
    code = app.exec()
    reception.close()
    application.discard()
    crash_log.ended_well()
    return code
