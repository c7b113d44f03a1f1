"""One writer at a time: a lock file in the archive, with a note of who holds it.

The operating system releases the lock when its holder dies, so a crash never locks an archive for good.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
from pathlib import Path

from filelock import FileLock, Timeout

from index.atomic import read_small
from index.errors import ArchiveBusy, ArchiveGone, ArchiveReadOnly


class WriterLock:
    """The right to write to the archive in `folder`; a context manager that may be nested in one thread."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / "writer.lock", timeout=0, thread_local=False)
        self._note = folder / "writer.json"

    def __enter__(self) -> WriterLock:
        if not self._note.parent.is_dir():  # the lock would make the folder anew
            raise ArchiveGone(path=self._note.parent)
        try:
            self._lock.acquire()
        except Timeout:
            raise ArchiveBusy(owner=self.owner()) from None
        except OSError as error:
            raise ArchiveReadOnly(path=self._note.parent) from error
        note = {"user": _user(), "computer": platform.node(), "process": os.getpid()}
        with contextlib.suppress(OSError):
            self._note.write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def owner(self) -> str:
        """Who holds the lock, as a person would say it."""
        try:
            note = json.loads(read_small(self._note))
            return f"{note['user']}@{note['computer']}, {note['process']}"
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return "?"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
