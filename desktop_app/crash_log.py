"""Writes down what nobody caught, Python exceptions and hard crashes, in `log/` of the user's folder.

Installed by `desktop_app.launch` before Qt is loaded. The log is kept below a megabyte and holds no article
text: longer runs of Chinese are left out. What a crash left behind becomes a report of its own at the next
start (`last_crash`), for the dialog that offers to copy it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import re
import sys
import threading
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from index.paths import user_data

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

log = logging.getLogger("desktop_app")
_MOST = 512 * 1024  # bytes of log kept, twice
_KEPT = 5  # crash reports
_LIVE = "crash.log"  # what a crash writes into; empty while all is well
_TEXT = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]{16,}")
_crash_file: TextIO | None = None
_last_crash: Path | None = None


def folder() -> Path:
    """Where the logs lie."""
    place = user_data() / "log"
    with contextlib.suppress(OSError):
        place.mkdir(exist_ok=True)
    return place


class Discreet(logging.Formatter):
    """Writes records without what could be the text of an article."""

    def format(self, record: logging.LogRecord) -> str:
        """The record with long runs of Chinese replaced by their length."""
        return _TEXT.sub(lambda run: f"[{len(run[0])} characters]", super().format(record))


def install(*, debug: bool = False) -> None:
    """Start writing; a place that cannot be written to is no reason not to start."""
    global _crash_file, _last_crash
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if debug else logging.WARNING)
    handlers: list[logging.Handler] = []
    with contextlib.suppress(OSError):
        handlers.append(
            RotatingFileHandler(
                folder() / "juanzong.log", maxBytes=_MOST, backupCount=1, encoding="utf-8", delay=True
            )
        )
        _last_crash = _put_aside(folder() / _LIVE)
        _crash_file = (folder() / _LIVE).open("w", encoding="utf-8")
        faulthandler.enable(_crash_file)
    if sys.stderr is not None:  # a window without a console has none
        handlers.append(logging.StreamHandler())
    for handler in handlers:
        handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def last_crash() -> Path | None:
    """The report of the crash that ended the program the last time, if one did."""
    return _last_crash


def ended_well() -> None:
    """Leave no sign of a crash: the program has come to its end. Called by `application.run`."""
    global _crash_file
    if _crash_file is not None:
        faulthandler.disable()
        with contextlib.suppress(OSError):
            _crash_file.close()
            (folder() / _LIVE).unlink(missing_ok=True)
        _crash_file = None


def _put_aside(live: Path) -> Path | None:
    """Keep what a crash wrote as a report of its own, a few of them; None if there was no crash."""
    if not live.is_file() or live.stat().st_size == 0:
        return None
    when = time.strftime("%Y-%m-%d %H%M%S", time.localtime(live.stat().st_mtime))
    kept = live.with_name(f"crash {when}.txt")
    live.replace(kept)
    for old in sorted(live.parent.glob("crash *.txt"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return kept


def qt_message(kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
    """Qt's own warnings go into the log as well; set by `application.run` and the self-check."""
    levels = {"QtWarningMsg": logging.WARNING, "QtCriticalMsg": logging.ERROR}
    if not text.startswith("This plugin does not support"):  # the offscreen platform says this all the time
        logging.getLogger("qt").log(levels.get(kind.name, logging.DEBUG), "%s", text)


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("not caught", exc_info=(kind, error, trace))
    if isinstance(error, Exception):
        _tell(error)


def _uncaught_in_thread(arguments: threading.ExceptHookArgs) -> None:
    value = arguments.exc_value
    if value is not None:
        log.critical("not caught in a thread", exc_info=(arguments.exc_type, value, arguments.exc_traceback))


def _tell(error: Exception) -> None:
    """Show the error box if there is a window to show it over; never twice at a time."""
    from PySide6.QtWidgets import QApplication

    from desktop_app.dialogs.error_box import ErrorBox, show_error

    app = QApplication.instance()
    if not isinstance(app, QApplication) or threading.current_thread() is not threading.main_thread():
        return
    shown = [
        widget for widget in app.topLevelWidgets() if isinstance(widget, ErrorBox) and widget.isVisible()
    ]
    if not shown:
        show_error(error, app.activeWindow())
