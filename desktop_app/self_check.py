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

from desktop_app.launch import display_there

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
    from index.model import Script

    handler = qInstallMessageHandler(qt_message)
    app = make_qt()
    troubles: list[Exception] = []
    application = Application(Settings(), Memory())
    session, window = application.session, application.window
    session.trouble.disconnect()
    session.trouble.connect(troubles.append)

    def wait(what: str, true: Callable[[], bool]) -> None:
        _wait(what, true, troubles)

    try:
        application.start(archive)
        wait("archive", lambda: session.archive is not None)
        lines = [f"window {window.width()}x{window.height()} ({app.platformName()})"]
        window.search_box.field.setFocus()
        _type(window.search_box.field, _QUERY)
        wait(
            "hits",
            lambda: (
                session.request.text == _QUERY
                and session.hits is not None
                and session.hits.request.text == _QUERY
            ),
        )
        assert session.hits is not None  # noqa: S101
        if session.hits.total == 0:
            raise StepFailedError(f"{_QUERY}: 0")
        lines.append(f"{_QUERY}: {session.hits.total}")
        first = session.hits.ids(0, 1)[0]
        session.open_article(first)
        wait("article", lambda: session.article is not None and session.article.id == first)
        assert session.article is not None  # noqa: S101
        lines.append(session.article.title)
        for _ in range(3):
            window.actions_.next_script.trigger()
        if session.script is not Script.ORIGINAL:
            raise StepFailedError(f"script {session.script}")
        lines.append("原文 → 简 → 繁 → 原文")
    finally:
        window.close()
        application.discard()
        qInstallMessageHandler(handler)
    return lines


def _type(field: object, text: str) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(field, QWidget)  # noqa: S101
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(field, event)


def _wait(what: str, true: Callable[[], bool], troubles: list[Exception]) -> None:
    """Let the window work until something is true; never longer than patience lasts."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    end = time.monotonic() + _PATIENCE

    def look() -> None:
        if troubles or true() or time.monotonic() > end:
            loop.quit()

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    if troubles:
        raise troubles[0]
    if not true():
        raise StepFailedError(f"{what}: {_PATIENCE:.0f} s")
