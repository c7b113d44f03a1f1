"""Backups of the catalogue, and getting an archive back when its catalogue is beyond reading.

`backups/` holds a few whole copies of the catalogue, made after imports at most once a day with SQLite's
own backup. `originals/names.jsonl` notes which file each original was. From the newest good copy and the
originals that came after it, `recover` puts an archive together again; what was damaged is kept aside.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.atomic import write_whole
from index.catalogue import FORMAT_VERSION, Catalogue
from index.catalogue.soundness import faults
from index.errors import ArchiveDamaged, DiskFull

KEPT = 3
_NAME = "catalogue-%Y%m%d-%H%M%S.sqlite"
_HOURS = 20
_NAMES = "names.jsonl"
_LONGEST = 1 << 20  # characters of a line in it


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the catalogue: when it was made (local time, ISO) and its size in bytes."""

    path: Path
    made_at: str
    size: int


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A line of the notes beside the originals: which file had these bytes."""

    digest: str
    path: str


def backups(archive: Path) -> tuple[Backup, ...]:
    """The copies of an archive's catalogue, newest first; what a wrong clock dated ahead counts as oldest."""
    tomorrow = time.strftime(_NAME, time.localtime(time.time() + 24 * 3600))
    found = [path for path in (archive / "backups").glob("catalogue-*.sqlite") if path.is_file()]
    found.sort(key=lambda path: (path.name <= tomorrow, path.name), reverse=True)
    return tuple(Backup(path, _made_at(path), path.stat().st_size) for path in found)


def back_up(catalogue: Catalogue, archive: Path) -> Path:
    """Copy the catalogue now and drop the oldest copies. Raises DiskFull."""
    folder = archive / "backups"
    folder.mkdir(exist_ok=True)
    target = folder / time.strftime(_NAME)
    if shutil.disk_usage(folder).free < 2 * catalogue.path.stat().st_size:
        raise DiskFull(path=folder)
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        catalogue.back_up(part)
        _sync(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    for old in backups(archive)[KEPT:]:
        with contextlib.suppress(OSError):
            old.path.unlink()
    return target


def back_up_if_due(catalogue: Catalogue, archive: Path) -> Path | None:
    """Copy the catalogue unless there is a copy of today; a full disk only means no copy."""
    newest = next(iter(backups(archive)), None)
    if newest is not None and 0 <= time.time() - newest.path.stat().st_mtime < _HOURS * 3600:
        return None
    try:
        return back_up(catalogue, archive)
    except (DiskFull, OSError, sqlite3.Error):
        return None


def restore(archive: Path, backup: Path) -> None:
    """Put a copy in the catalogue's place; the archive must not be open. What was there is kept aside.

    The restored catalogue gets an identity of its own, so that no index made from the newer one is believed.
    Raises ArchiveDamaged if the copy is not whole.
    """
    part = archive / "catalogue.sqlite.part"
    shutil.copyfile(backup, part)
    try:
        with contextlib.closing(sqlite3.connect(part)) as db:
            if found := faults(db):
                raise sqlite3.DatabaseError(found[0])
            db.execute("UPDATE property SET value = ? WHERE name = 'identity'", (uuid.uuid4().hex,))
            db.commit()
            db.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        part.unlink(missing_ok=True)
        raise ArchiveDamaged(path=backup, reason=error) from error
    _sync(part)
    set_aside(archive)
    part.replace(archive / "catalogue.sqlite")


def restore_newest(archive: Path) -> Backup | None:
    """Restore the newest copy that is whole; with none, an empty catalogue takes the place."""
    for backup in backups(archive):
        with contextlib.suppress(ArchiveDamaged):
            restore(archive, backup.path)
            return backup
    set_aside(archive)
    Catalogue(archive / "catalogue.sqlite", create=True).close()
    return None


def set_aside(archive: Path) -> None:
    """Move a damaged catalogue with its journals to `damaged-TIME/`; nothing is deleted."""
    parts = [path for path in archive.glob("catalogue.sqlite*") if not path.name.endswith(".part")]
    if not parts:
        return
    folder = archive / time.strftime("damaged-%Y%m%d-%H%M%S")
    folder.mkdir(exist_ok=True)
    for path in parts:
        path.replace(folder / path.name)


def write_note(archive: Path) -> None:
    """Write `archive.json`, which says that the folder is an archive and of which format."""
    note = {"program": "juanzong", "format": FORMAT_VERSION}
    write_whole(archive / "archive.json", json.dumps(note) + "\n")


def note_names(originals: Path, files: Iterable[KeptFile]) -> None:
    """Append which files the originals were; called after each commit of an import."""
    lines = "".join(json.dumps([file.digest, file.path], ensure_ascii=False) + "\n" for file in files)
    if not lines:
        return
    with (originals / _NAMES).open("a", encoding="utf-8", newline="\n") as notes:
        notes.write(lines)
        notes.flush()
        os.fsync(notes.fileno())


def noted_names(originals: Path) -> Iterator[KeptFile]:
    """The notes, oldest first; a torn line is passed over."""
    with contextlib.suppress(OSError), (originals / _NAMES).open(encoding="utf-8", errors="replace") as notes:
        while line := notes.readline(_LONGEST):
            with contextlib.suppress(ValueError, TypeError):
                digest, path = json.loads(line)
                kept = KeptFile(str(digest), str(path).encode("utf-8", "backslashreplace").decode("utf-8"))
                yield kept


def _made_at(path: Path) -> str:
    stamp = path.stem.removeprefix("catalogue-")
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%S", time.strptime(stamp, "%Y%m%d-%H%M%S"))
    except ValueError:
        return stamp


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
