"""Putting an archive together again whose `archive.json` or catalogue cannot be read.

Called by `Archive.recover`, for `check --repair` and the window. Nothing is deleted: what was damaged is
moved aside. A catalogue that can still be read through is written out anew; else the newest good backup takes
its place, and originals that came after it are read again.
"""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

from index.archive import mending
from index.archive.backup import noted_names, restore_newest, set_aside, write_note
from index.archive.foreign import refuse_links, strange
from index.archive.importer import Importer
from index.archive.lock import WriterLock
from index.archive.salvage import salvage
from index.archive.workers import default_count
from index.catalogue import Catalogue, originals
from index.catalogue.soundness import faults
from index.control import Control
from index.errors import ArchiveDamaged, ArchiveMissing, DiskFull


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was done: when the backup was made ("" if there was none), how many articles were read again.

    `salvaged`: the catalogue itself was written out anew, and nothing of it is lost.
    """

    catalogue_restored: bool
    backup: str
    read_again: int
    lost: tuple[str, ...]  # files whose originals are gone as well
    salvaged: bool = False


def recover(path: Path, *, workers: int | None = None, control: Control | None = None) -> Recovery:
    """Make the archive in `path` openable again. Raises ArchiveMissing, ArchiveBusy, DiskFull."""
    if not (path / "catalogue.sqlite").exists() and not (path / "originals").is_dir():
        raise ArchiveMissing(path=path)
    mending.clear_the_way(path, strange(path))
    refuse_links(path)
    mending.clear_the_way(path, mending.in_the_way(path))
    with WriterLock(path):
        write_note(path)
        try:
            with contextlib.closing(Catalogue(path / "catalogue.sqlite")) as catalogue:
                whole = not faults(catalogue.reading)
        except (ArchiveDamaged, OSError, sqlite3.DatabaseError):
            whole = False
        saved = not whole and _salvaged(path)
        backup = None if whole or saved else restore_newest(path)
        catalogue = Catalogue(path / "catalogue.sqlite")
        try:
            again, lost = _read_again(catalogue, path / "originals", workers, control or Control())
        finally:
            catalogue.close()
    return Recovery(not whole, backup.made_at if backup else "", again, lost, saved)


def _salvaged(path: Path) -> bool:
    """Put what can be read of the damaged catalogue in its place, if that is all of it."""
    part = path / "catalogue.sqlite.part"
    if not salvage(path / "catalogue.sqlite", part):
        return False
    set_aside(path)
    part.replace(path / "catalogue.sqlite")
    return True


def _read_again(
    catalogue: Catalogue, folder: Path, workers: int | None, control: Control
) -> tuple[int, tuple[str, ...]]:
    """Import the originals that the catalogue does not know, under the names they came with."""
    known = {
        (row[0], row[1])
        for row in catalogue.reading.execute("SELECT original, path FROM file WHERE complete")
    }
    wanted = {file.path: file for file in noted_names(folder)}
    missing = [file for file in wanted.values() if (file.digest, file.path) not in known]
    lost: list[str] = []
    with tempfile.TemporaryDirectory(prefix="juanzong-recovery-", ignore_cleanup_errors=True) as scratch:
        named: dict[Path, str] = {}
        for number, file in enumerate(missing):
            try:
                copy = Path(scratch) / str(number) / mending.plain_name(file.path)
                copy.parent.mkdir()
                with originals.open_original(folder, file.digest) as stream, copy.open("wb") as target:
                    shutil.copyfileobj(stream, target, 1 << 20)
            except originals.UNREADABLE as error:
                if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                    raise DiskFull(path=Path(scratch)) from error
                lost.append(file.path)
            else:
                named[copy] = file.path
        if not named:
            return 0, tuple(lost)
        count = default_count() if workers is None else workers
        importer = Importer(catalogue, folder, workers=count, progress=None, control=control, named=named)
        run = importer.run(list(named), again=True).run
    return run.imported + run.duplicates, tuple(lost)
