"""The first thing the frozen program does: it looks for no dead objects while all is being made, and asks
the disk for its libraries in the order of need.

A run-time hook of `juanzong.spec`; `desktop_app.launch` lets dead objects be looked for again. A library is
loaded page by page, and Python waits for each; asked for beforehand, they come while Python works. Only on
Linux: Windows keeps such a list of every program by itself. Nothing may be imported here that the interpreter
has not got yet: that would be a reading of its own.
"""

import _thread
import gc
import os
import sys
from collections.abc import Iterator

# Beginnings of places in the bundle, as a start wants them; what is not there is passed over.
WANTED = (
    *("PySide6/Qt/lib/libQt6Core.", "PySide6/Qt/lib/libicui18n.", "PySide6/Qt/lib/libicuuc."),
    *("PySide6/QtCore.", "PySide6/Qt/lib/libQt6Gui.", "PySide6/QtGui."),
    *("PySide6/Qt/lib/libQt6Widgets.", "PySide6/QtWidgets."),
    *("libX11.", "libglib-", "PySide6/Qt/lib/libQt6XcbQpa.", "PySide6/Qt/lib/libQt6DBus.", "libfreetype."),
    *("libsqlite3.", "numpy/_core/_multiarray_umath.", "numpy.libs/lib", "rjieba/rjieba."),
)
QUICK = 0.0005  # s after which Python lets another thread go on; this one needs but moments


def places(folder: str) -> Iterator[str]:
    """The files that are wanted, in order."""
    for wanted in WANTED:
        inside, _, beginning = f"{folder}/{wanted}".rpartition("/")
        try:
            names = os.listdir(inside)  # noqa: PTH208  # pathlib is not loaded yet
        except OSError:
            continue
        for name in sorted(names):
            if name.startswith(beginning):
                yield f"{inside}/{name}"


def read_ahead(folder: str) -> int:
    """Ask for all that is wanted; how many files that were."""
    asked = 0
    for place in places(folder):
        try:
            file = os.open(place, os.O_RDONLY)
        except OSError:
            continue
        try:
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_WILLNEED)
            asked += 1
        finally:
            os.close(file)
    return asked


def begin(folder: str) -> None:
    """Do it, and leave Python as it was unless somebody has set it otherwise meanwhile."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(QUICK)
    read_ahead(folder)
    if sys.getswitchinterval() == QUICK:
        sys.setswitchinterval(before)


def opens_window() -> bool:
    """Whether this process is not the command line and no worker process."""
    worker = any("multiprocessing" in argument for argument in sys.argv[1:])
    return not worker and not sys.executable.endswith("-cli")


if hasattr(sys, "_MEIPASS") and opens_window():
    gc.disable()
    if hasattr(os, "posix_fadvise"):
        _thread.start_new_thread(begin, (sys._MEIPASS,))
