"""Reading ahead: what the first page is made of comes from the disk while the window is still being built.

Called once by the window when it starts. The files are only read and what was read is thrown away; the
system keeps it. Nothing of an archive is believed here: whatever is strange is passed over.
"""

from __future__ import annotations

import contextlib
import itertools
import stat
import threading
from pathlib import Path

_HEAD = 1 << 20  # bytes at the beginning of a segment: numbers, dates and places of its articles
_TAIL = 1 << 18  # and at its end: the directory and the checksums
_FILES = 64  # an archive has about ten segments; more are read when they are asked for


def read_ahead(archive: Path) -> threading.Thread:
    """Do `read_beginnings` in a thread, which is returned running."""
    thread = threading.Thread(target=read_beginnings, args=(archive,), name="reading ahead", daemon=True)
    thread.start()
    return thread


def read_beginnings(archive: Path) -> int:
    """Read the beginning and the end of every segment of the index; how many bytes were read."""
    size = 0
    # an archive that cannot be read is passed over: opening it will say what is wrong
    with contextlib.suppress(OSError):
        for path in itertools.islice((archive / "fulltext").glob("*/*.seg"), _FILES):
            found = path.lstat()
            if not stat.S_ISREG(found.st_mode):
                continue
            with path.open("rb", buffering=0) as file:
                size += len(file.read(_HEAD))
                file.seek(max(found.st_size - _TAIL, _HEAD))
                size += len(file.read(_TAIL))
    return size
