"""Writes down what nobody caught, Python exceptions and hard crashes, in `log/` of the user's folder.

Installed by `desktop_app.launch` before Qt is loaded. The log is kept below a megabyte.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from index.paths import user_data

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

log = logging.getLogger("desktop_app")
_MOST = 512 * 1024  # bytes of log kept, twice
_crash_file: TextIO | None = None


def folder() -> Path:
    """Where the logs lie."""
    place = user_data() / "log"
    with contextlib.suppress(OSError):
        place.mkdir(exist_ok=True)
    return place


def install() -> None:
    """Start writing; a place that cannot be written to is no reason not to start."""
    global _crash_file
    root = logging.getLogger()
    handlers: list[logging.Handler] = []
    with contextlib.suppress(OSError):
        handlers.append(
            RotatingFileHandler(
                folder() / "juanzong.log", maxBytes=_MOST, backupCount=1, encoding="utf-8", delay=True
            )
        )
        _crash_file = (folder() / "crash.log").open("w", encoding="utf-8")
        faulthandler.enable(_crash_file)
    if sys.stderr is not None:  # a window without a console has none
        handlers.append(logging.StreamHandler())
    for handler in handlers:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


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
