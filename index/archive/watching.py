"""Watching folders: which ones the archive remembers, and a signal when something changes in one.

`Watching` is part of `Archive`. `FolderWatch` is used by the window and by `juanzong watch`: the system
tells of changes in local folders (watchdog); network shares tell of nothing reliably, so they are looked at
now and then. Either way the answer is an import with `watching=True`, which finds out by itself what changed, so no
change is lost that happened while nobody watched.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from index.archive.sources import written
from index.catalogue import Catalogue, watched
from index.errors import FolderUnfit
from index.model import WatchedFolder

_QUIET = 2.0  # s without further changes before the folders are looked at
_LONGEST_WAIT = 20.0  # s after the first change, however many follow
_LOOK_AGAIN = 600.0  # s between looks at local folders: systems drop messages under load
_LOOK_AT_SHARES = 60.0
_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "fuse.rclone", "davfs"}
)
_REMOTE_DRIVE = 4  # Windows' DRIVE_REMOTE
_TOUCHED = frozenset({"opened", "closed_no_write"})  # events that change nothing


class Watching:
    """The methods of `Archive` about watched folders."""

    path: Path
    read_only: bool
    _catalogue: Catalogue

    def watched_folders(self) -> tuple[WatchedFolder, ...]:
        """The folders whose changes enter the archive, by path."""
        return watched.folders(self._catalogue.reading)

    def watch(self, folder: Path) -> None:
        """Watch a folder from now on. Raises FolderUnfit, ArchiveReadOnly."""
        folder = folder.absolute()
        if not folder.is_dir():
            raise FolderUnfit(path=folder)
        if folder == self.path or self.path in folder.parents:
            raise FolderUnfit(path=folder)
        with self._catalogue.writing() as db:
            watched.add(db, written(folder))

    def unwatch(self, folder: str) -> None:
        """Watch it no longer; what came from it stays. Raises ArchiveReadOnly."""
        with self._catalogue.writing() as db:
            watched.remove(db, folder)

    def pause_watching(self, folder: str, paused: bool) -> None:
        """Let a folder rest, or look at it again. Raises ArchiveReadOnly."""
        with self._catalogue.writing() as db:
            watched.pause(db, folder, paused)


class FolderWatch:
    """Calls `look` with folders that should be looked at: at once, after changes, and now and then.

    `look` runs in a thread of this object, one call at a time; it says whether another look is due soon.
    """

    def __init__(self, folders: Sequence[Path], look: Callable[[tuple[Path, ...]], bool]) -> None:
        self._look = look
        self._folders = {folder: is_remote(folder) for folder in folders}
        self._changed: dict[Path, tuple[float, float]] = {}  # folder: first and latest change
        self._guard = threading.Condition()
        self._ending = False
        self._observer: BaseObserver | None = None
        self._thread = threading.Thread(target=self._run, name="folder-watch", daemon=True)

    def start(self) -> None:
        """Begin; every folder is looked at first, for what changed while nobody watched."""
        self._thread.start()

    def stop(self) -> None:
        """End; returns when no call of `look` is under way any more."""
        with self._guard:
            self._ending = True
            self._guard.notify_all()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join()

    def touch(self, folder: Path) -> None:
        """Something changed in a folder."""
        now = time.monotonic()
        with self._guard:
            first, _ = self._changed.get(folder, (now, now))
            self._changed[folder] = (first, now)
            self._guard.notify_all()

    def _run(self) -> None:
        self._observe()
        looked = dict.fromkeys(self._folders, -_LOOK_AGAIN)
        try:
            while True:
                with self._guard:
                    due = self._due(looked)
                    while not due and not self._ending:
                        self._guard.wait(self._wait(looked))
                        due = self._due(looked)
                    if self._ending:
                        return
                    for folder in due:
                        self._changed.pop(folder, None)
                again = self._look(due)
                for folder in due:
                    looked[folder] = time.monotonic()
                    if again:
                        self.touch(folder)
        finally:
            if self._observer is not None:
                self._observer.stop()
                self._observer.join()

    def _observe(self) -> None:
        """Ask the system for messages about local folders; without them the looks now and then must do."""
        local = [folder for folder, remote in self._folders.items() if not remote]
        if not local:
            return
        observer = Observer()
        for folder in local:
            with contextlib.suppress(OSError):  # gone, or the system watches too many already
                handler = _Handler(partial(self.touch, folder))
                observer.schedule(handler, str(folder), recursive=True)
        with contextlib.suppress(OSError, RuntimeError):
            observer.start()
            self._observer = observer

    def _due(self, looked: dict[Path, float]) -> tuple[Path, ...]:
        now = time.monotonic()
        return tuple(folder for folder in self._folders if self._moment(folder, looked) <= now)

    def _wait(self, looked: dict[Path, float]) -> float:
        now = time.monotonic()
        return max(
            0.01, min((self._moment(folder, looked) for folder in self._folders), default=now + 60) - now
        )

    def _moment(self, folder: Path, looked: dict[Path, float]) -> float:
        """When a folder is to be looked at."""
        turn = looked[folder] + (_LOOK_AT_SHARES if self._folders[folder] else _LOOK_AGAIN)
        if folder not in self._changed:
            return turn
        first, latest = self._changed[folder]
        return min(turn, latest + _QUIET, first + _LONGEST_WAIT)


class _Handler(FileSystemEventHandler):
    """Passes on that something was written, moved or deleted."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog from its own thread."""
        if event.event_type not in _TOUCHED and not (event.is_directory and event.event_type == "modified"):
            self._changed()


def is_remote(folder: Path) -> bool:
    """Whether a folder lies on another computer, as far as the system says."""
    if sys.platform == "win32":
        import ctypes

        place = os.path.splitdrive(folder)[0]
        if place.startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{place}\\") == _REMOTE_DRIVE)
    best, kind = "", ""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines():
            _, mount, system, *_ = line.split(" ")
            mount = mount.replace("\\040", " ")
            inside = mount == "/" or str(folder) == mount or str(folder).startswith(f"{mount}/")
            if inside and len(mount) >= len(best):
                best, kind = mount, system
    return kind in _REMOTE
