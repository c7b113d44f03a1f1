"""Watching folders: which ones the archive remembers, and a signal when something changes in one.

`Watching` is part of `Archive`. `FolderWatch` is used by the window and by `juanzong watch`: the system
tells of changes in local folders (watchdog); network shares tell of nothing reliably, so they are looked at
now and then. Either way the answer is an import with `watching=True`, which finds out by itself what changed,
so no change is lost that happened while nobody watched.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from index.archive.sources import survey, written
from index.archive.volume import is_remote
from index.catalogue import Catalogue, runs, watched
from index.control import Control
from index.errors import Cancelled, FolderUnfit
from index.model import FolderLook, WatchedFolder

_QUIET = 2.0  # s without further changes before the folders are looked at
_LONGEST_WAIT = 20.0  # s after the first change, however many follow
_LOOK_AGAIN = 600.0  # s between looks at local folders: systems drop messages under load
_LOOK_AT_SHARES = 60.0
_PATIENCE = 0.25  # s between looks at the control
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

    def look(self, folders: Sequence[Path], control: Control | None = None) -> FolderLook:
        """What an import of folders would find to do; reads nothing but names, sizes and times.

        Raises Cancelled.
        """
        found = survey(
            folders,
            runs.known_files(self._catalogue.reading),
            again=False,
            watching=True,
            control=control or Control(),
            named={},
            tell=lambda _: None,
        )
        return FolderLook(
            tuple((source.name, source.size, source.mtime_ns) for source in found.chosen),
            len(found.gone),
            len(found.back),
            found.unsettled,
            tuple(one.file for one in found.unreachable),
        )

    def unwatch(self, folder: str) -> None:
        """Watch it no longer; what came from it stays. Raises ArchiveReadOnly."""
        with self._catalogue.writing() as db:
            watched.remove(db, folder)

    def pause_watching(self, folder: str, paused: bool) -> None:
        """Let a folder rest, or look at it again. Raises ArchiveReadOnly."""
        with self._catalogue.writing() as db:
            watched.pause(db, folder, paused)


class FolderWatch:
    """Says which folders should be looked at: all at once, after changes, and now and then."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = {folder: is_remote(folder) for folder in folders}
        self._changed: dict[Path, tuple[float, float]] = {}  # folder: first and latest change
        self._guard = threading.Condition()
        self._observer: BaseObserver | None = None

    def run(self, look: Callable[[tuple[Path, ...]], bool], control: Control) -> None:
        """Call `look` with folders whenever it is time, until `control` is cancelled.

        Every folder is looked at first, for what changed while nobody watched. `look` says whether it should
        be called for these folders again soon.
        """
        self._observe()
        looked = dict.fromkeys(self._folders, -_LOOK_AGAIN)
        try:
            while not control.cancelled:
                with self._guard:
                    due = self._due(looked)
                    if not due:
                        self._guard.wait(_PATIENCE)
                        continue
                    for folder in due:
                        self._changed.pop(folder, None)
                again = look(due)
                for folder in due:
                    looked[folder] = time.monotonic()
                    if again:
                        self.touch(folder)
        except Cancelled:
            return
        finally:
            if self._observer is not None:
                self._observer.stop()
                self._observer.join()

    def touch(self, folder: Path | None = None) -> None:
        """Something changed in a folder, or may have in any of them; to be called from any thread."""
        now = time.monotonic()
        with self._guard:
            for each in self._folders if folder is None else (folder,):
                first, _ = self._changed.get(each, (now, now))
                self._changed[each] = (first, now)
            self._guard.notify_all()

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
