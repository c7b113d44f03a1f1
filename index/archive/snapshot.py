"""A local copy of the catalogue and the index of an archive that lies on a network share, to read from.

SQLite cannot share a database in WAL mode between computers, and mapped files do not like a share that goes
away. So everybody who may only read an archive on a share works on a copy of his own: catalogue and index,
not the originals, which are fetched from the share one by one. Called by `Archive.open(snapshot=True)`.

A snapshot lies in `snapshots/KEY/sNNNN/` of the user's folder; `snapshots/KEY/current.json` names the one in
use and the state of the archive that it shows. A newer state is copied into a new folder and put in use in
one step; index files that have not changed are taken from the old one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from index.atomic import read_small, write_whole
from index.control import Control
from index.errors import ArchiveBusy, ArchiveDamaged, ArchiveMissing, DiskFull
from index.paths import user_data

_TRIES = 3
_UNUSED = 90 * 24 * 3600.0  # s after which a snapshot nobody opened is removed
_PIECE = 4 << 20  # bytes copied at a time
_SPARE = 64 << 20  # bytes of disk to leave free
_WAIT = 0.2  # s between looks at the lock
Progress = Callable[[int, int], None]  # bytes copied, bytes in all


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`home` holds `catalogue.sqlite` and `fulltext/`; `state` is that of the archive when it was copied."""

    home: Path
    state: str


def take(archive: Path, *, progress: Progress | None = None, control: Control | None = None) -> Snapshot:
    """The snapshot of the archive as it is now; copied if there is none of this state.

    If the archive is out of reach the last snapshot serves. Raises ArchiveBusy while somebody writes to the
    archive all the time, ArchiveMissing if it is out of reach and was never copied, ArchiveDamaged if it
    cannot be read, DiskFull, Cancelled.
    """
    control = control or Control()
    place = _place(archive)
    place.mkdir(parents=True, exist_ok=True)
    _forget_unused(place.parent, keep=place.name)
    with _alone(place, control):
        last = _current(place)
        for _ in range(_TRIES):
            try:
                before = state(archive)
            except OSError as error:
                if last is not None:
                    return last
                raise ArchiveMissing(path=archive) from error
            if last is not None and last.state == before:
                os.utime(place / "current.json")
                return last
            copied = _copy(archive, place, last, progress, control)
            if copied is not None and _reached(archive) == before:
                return _put_in_use(place, copied, before, last)
            if copied is not None:
                shutil.rmtree(copied, ignore_errors=True)
        raise ArchiveBusy(owner=str(archive))


def known(archive: Path) -> bool:
    """Whether there is a snapshot of the archive."""
    return _current(_place(archive)) is not None


def _place(archive: Path) -> Path:
    """Where the snapshots of an archive lie."""
    key = hashlib.sha256(str(archive).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return user_data() / "snapshots" / key


def state(archive: Path) -> str:
    """Changes whenever the archive's catalogue or index does. Raises OSError if it is out of reach."""
    marks = []
    for path in (archive / "archive.json", archive / "catalogue.sqlite", archive / "catalogue.sqlite-wal"):
        try:
            found = path.stat()
        except FileNotFoundError:
            if path.name == "catalogue.sqlite":
                raise
            continue
        if found.st_size:
            marks.append(f"{path.name} {found.st_size} {found.st_mtime_ns}")
    for path in sorted(_index_files(archive)):
        found = path.stat()
        marks.append(f"{path.relative_to(archive).as_posix()} {found.st_size} {found.st_mtime_ns}")
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()


def _reached(archive: Path) -> str:
    try:
        return state(archive)
    except OSError:
        return ""


@contextlib.contextmanager
def _alone(place: Path, control: Control) -> Iterator[None]:
    """One program at a time makes the snapshot; the others wait for it."""
    lock = FileLock(place / "copying.lock", timeout=_WAIT)
    while True:
        control.checkpoint()
        with contextlib.suppress(Timeout):
            lock.acquire()
            break
    try:
        yield
    finally:
        lock.release()


def _current(place: Path) -> Snapshot | None:
    """The snapshot in use, if it is whole."""
    try:
        note = json.loads(read_small(place / "current.json"))
        home, shown = place / str(note["folder"]), str(note["state"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    whole = home.parent == place and (home / "catalogue.sqlite").is_file()
    return Snapshot(home, shown) if whole else None


def _put_in_use(place: Path, home: Path, shown: str, before: Snapshot | None) -> Snapshot:
    """Name the new snapshot; the one before it stays, for a window that still reads it."""
    write_whole(place / "current.json", json.dumps({"folder": home.name, "state": shown}))
    for old in place.glob("s[0-9]*"):
        if old != home and (before is None or old != before.home):
            shutil.rmtree(old, ignore_errors=True)
    return Snapshot(home, shown)


def _copy(
    archive: Path, place: Path, last: Snapshot | None, progress: Progress | None, control: Control
) -> Path | None:
    """Catalogue and index in a new folder; None if the archive changed under way."""
    try:
        files = [archive / "catalogue.sqlite", *_index_files(archive)]
        journal = archive / "catalogue.sqlite-wal"
        files += [journal] if journal.exists() else []
        sizes = {path: path.stat().st_size for path in files}
    except OSError:
        return None
    total, done = sum(sizes.values()), 0
    if shutil.disk_usage(place).free < total + _SPARE:
        raise DiskFull(path=place)
    numbers = [int(each.name[1:]) for each in place.glob("s[0-9]*") if each.name[1:].isdigit()]
    home = place / f"s{max(numbers, default=0) + 1:04}"
    try:
        for path in files:
            target = home / path.relative_to(archive)
            target.parent.mkdir(parents=True, exist_ok=True)
            if not _taken_over(path, target, last):
                for piece in _pieces(path, target):
                    control.checkpoint()
                    done += piece
                    if progress is not None:
                        progress(min(done, total), total)
                when = path.stat()
                os.utime(target, ns=(when.st_atime_ns, when.st_mtime_ns))  # not its mode: it may be read-only
            else:
                total -= sizes[path]
        _settle(home / "catalogue.sqlite")
    except FileNotFoundError:
        shutil.rmtree(home, ignore_errors=True)
        return None
    except OSError as error:
        shutil.rmtree(home, ignore_errors=True)
        if error.errno == 28:
            raise DiskFull(path=place) from error
        raise ArchiveDamaged(path=archive, reason=error.strerror) from error
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise
    return home


def _index_files(archive: Path) -> list[Path]:
    """`current.json` and the files of the index that it names."""
    current = archive / "fulltext" / "current.json"
    try:
        folder = archive / "fulltext" / str(json.loads(read_small(current))["folder"])
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError, RecursionError):
        return [current]
    if folder.parent != current.parent or not folder.is_dir():
        return [current]
    return [current, *(path for path in sorted(folder.iterdir()) if path.is_file())]


def _taken_over(path: Path, target: Path, last: Snapshot | None) -> bool:
    """Whether an index file that has not changed could be linked or copied from the old snapshot."""
    if last is None or path.parent.parent.name != "fulltext":
        return False
    old, new = last.home / "fulltext" / path.parent.name / path.name, path.stat()
    try:
        state_ = old.stat()
        if (state_.st_size, state_.st_mtime_ns) != (new.st_size, new.st_mtime_ns):
            return False
        try:
            os.link(old, target)
        except OSError:
            shutil.copy2(old, target)
    except OSError:
        return False
    return True


def _pieces(path: Path, target: Path) -> Iterator[int]:
    with path.open("rb") as source, target.open("wb") as copy:
        while piece := source.read(_PIECE):
            copy.write(piece)
            yield len(piece)


def _settle(catalogue: Path) -> None:
    """Bring what waits in the journal into the copy, so that reading it needs no further file."""
    connection = sqlite3.connect(catalogue)
    try:
        connection.execute("PRAGMA trusted_schema = 0")
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlite3.Error as error:
        raise ArchiveDamaged(path=catalogue, reason=str(error)) from error
    finally:
        connection.close()


def _forget_unused(folder: Path, keep: str) -> None:
    """Remove snapshots of archives that nobody has opened for long."""
    for place in folder.iterdir():
        with contextlib.suppress(OSError):
            note = place / "current.json"
            used = note.stat().st_mtime if note.exists() else place.stat().st_mtime
            if place.name != keep and time.time() - used > _UNUSED:
                shutil.rmtree(place, ignore_errors=True)
