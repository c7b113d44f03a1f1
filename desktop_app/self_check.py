"""Drives the real window on an archive, as a user would, and says step by step what it saw.

Called by `juanzong selfcheck` through `index.cli.main(drive_window=...)`; raises at the first step
that fails. Runs offscreen where there is no display, with settings of its own.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.launch import display_there

if TYPE_CHECKING:
    from desktop_app.application import Application

_PATIENCE = 60.0  # s for any one step
_QUERY = "联席会议"


class StepFailedError(Exception):
    """A step of the self-check did not come true."""


def drive_window(archive: Path) -> list[str]:
    """Open the window on `archive`, search, open an article, switch the script; one line per step."""
    if not display_there():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    before = os.environ.get("JUANZONG_DATA")
    with tempfile.TemporaryDirectory(prefix="juanzong-window-", ignore_cleanup_errors=True) as private:
        os.environ["JUANZONG_DATA"] = private
        try:
            return _drive(archive)
        finally:
            if before is None:
                del os.environ["JUANZONG_DATA"]
            else:
                os.environ["JUANZONG_DATA"] = before


def _drive(archive: Path) -> list[str]:
    from PySide6.QtCore import qInstallMessageHandler

    from desktop_app.application import Application, make_qt
    from desktop_app.crash_log import qt_message
    from desktop_app.settings import Memory, Settings

    handler = qInstallMessageHandler(qt_message)
    app = make_qt()
    application = Application(Settings(), Memory())
    try:
        application.start(archive)
        walk = _Walk(application)
        return [f"{app.platformName()}", *(step() for step in walk.steps)]
    finally:
        application.window.shut_down_panes()
        application.window.hide()
        application.end()
        application.discard()
        qInstallMessageHandler(handler)


class _Walk:
    """One user's way through the window; each step returns what it saw."""

    def __init__(self, application: Application) -> None:
        self._librarian, self._window = application.librarian, application.window
        self._session = application.session
        self._troubles: list[Exception] = []
        self._session.trouble.disconnect()
        self._session.trouble.connect(self._troubles.append)
        self.steps = (self.opened, self.searched, self.read, self.named, self.switched)

    def opened(self) -> str:
        """The archive is open, nothing waits to be indexed."""
        self._wait("archive", lambda: self._session.archive is not None)
        self._wait("index", lambda: not self._librarian.working and self._librarian.not_indexed == 0)
        return f"{self._window.width()}x{self._window.height()}"

    def searched(self) -> str:
        """A query typed into the box has hits."""
        field = self._window.search_box.field
        field.setFocus()
        _type(field, _QUERY)
        self._wait(
            "hits", lambda: self._session.hits is not None and self._session.hits.request.text == _QUERY
        )
        total = self._session.hits.total if self._session.hits is not None else 0
        if total == 0:
            raise StepFailedError(f"{_QUERY}: 0")
        return f"{_QUERY}: {total}"

    def read(self) -> str:
        """The first hit is shown in the reader."""
        hits, session = self._session.hits, self._session
        assert hits is not None  # noqa: S101
        first = hits.ids(0, 1)[0]
        session.open_article(first)
        self._wait("article", lambda: session.article is not None and session.article.id == first)
        title = session.article.title if session.article is not None else ""
        self._wait("text", lambda: title in self._page())
        return title

    def named(self) -> str:
        """The sidebar lists what the article names."""
        sections = self._window.sidebar.model
        self._wait("names", lambda: bool(sections.sections))
        return " ".join(f"{section.type.value} {len(section.lines)}" for section in sections.sections)

    def switched(self) -> str:
        """F9 shows the article in either script and as printed again."""
        from desktop_app.i18n.script import convert

        title = self._session.article.title if self._session.article is not None else ""
        seen = []
        for _ in range(3):
            self._window.actions_.next_script.trigger()
            script = self._session.script
            shown = convert(title, script).text
            self._wait(f"{script}: {shown}", lambda shown=shown: shown in self._page())  # type: ignore[misc]
            seen.append(script.value)
        return " → ".join(seen)

    def _page(self) -> str:
        return self._window.reader.view.toPlainText()

    def _wait(self, what: str, true: Callable[[], bool]) -> None:
        wait_for(what, true, self._troubles)


def _type(field: object, text: str) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(field, QWidget)  # noqa: S101
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(field, event)


def wait_for(what: str, true: Callable[[], bool], troubles: list[Exception]) -> None:
    """Let the window work until something is true; never longer than patience lasts."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    end = time.monotonic() + _PATIENCE
    came = False

    def look() -> None:
        nonlocal came
        came = came or true()  # it may be over again when the loop has ended
        if troubles or came or time.monotonic() > end:
            loop.quit()

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    if troubles:
        raise troubles[0]
    if not came:
        raise StepFailedError(f"{what}: {_PATIENCE:.0f} s")
