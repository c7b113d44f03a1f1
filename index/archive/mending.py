"""What `check --repair` puts back: altered articles, originals that are gone, folders in the place of files.

Called by `checking` and `recovery`. Nothing is deleted: what stands in the way is moved to `damaged-TIME/`.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
import stat
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from index.archive.backup import backups
from index.atomic import SMALL
from index.catalogue import Catalogue, originals
from index.catalogue.records import READ, letters, text_key
from index.catalogue.soundness import digest
from index.errors import JuanzongError
from index.importing import RecordFailure, drafts, units

# The files of an archive, with the most bytes that are believed: opening a longer one would take for ever.
_FILES = {
    "archive.json": SMALL,
    "catalogue.sqlite": sys.maxsize,
    "desk.jsonl": 1 << 30,
    "corrections.json": 1 << 26,
    "kept.json": 1 << 24,
    "writer.lock": SMALL,
    "writer.json": SMALL,
    "fulltext/current.json": SMALL,
    "originals/names.jsonl": 1 << 31,
}
_FOLDERS = ("fulltext", "originals", "backups")
Fields = tuple[bytes | None, ...]  # the columns READ, undecoded


def aside(archive: Path) -> Path:
    """A folder in the archive for what is damaged, made if need be."""
    folder = archive / time.strftime("damaged-%Y%m%d-%H%M%S")
    folder.mkdir(exist_ok=True)
    return folder


def in_the_way(archive: Path) -> list[Path]:
    """What lies where its files belong and is a folder or far too long; files where its folders belong."""
    found = [archive / name for name, most in _FILES.items() if _is_no_file(archive / name, most)]
    return found + [archive / name for name in _FOLDERS if (archive / name).is_file()]


def _is_no_file(path: Path, most: int) -> bool:
    try:
        state = path.stat()
    except OSError:  # missing or locked; whoever needs it says so
        return False
    return not stat.S_ISREG(state.st_mode) or state.st_size > most


def clear_the_way(archive: Path, places: Iterable[Path]) -> None:
    """Move things aside, each under its own name."""
    for place in places:
        target = aside(archive) / place.name
        number = 1
        while target.exists():
            number += 1
            target = target.with_name(f"{place.name} {number}")
        place.replace(target)
        if place.name in _FOLDERS:
            place.mkdir()


# ---- articles ----------------------------------------------------------------------------------------


def put_back(catalogue: Catalogue, archive: Path, numbers: Iterable[int]) -> set[int]:
    """Give altered articles the words that were read, from a backup or the original; those it worked for."""
    done: set[int] = set()
    for number in numbers:
        key, now = _fields(catalogue.reading, number)
        for read in _kept(catalogue, archive, number):
            if digest(read) == key or read == now:
                _write(catalogue, number, read)
                done.add(number)
                break
    return done


def plain_name(path: str) -> str:
    """The file name of a noted path as any system takes it; readers go by its suffix."""
    name = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]', "_", re.split(r"[/\\]", path)[-1])
    return "_" + name[-60:].rstrip(" .")


def _fields(db: sqlite3.Connection, number: int) -> tuple[bytes, Fields]:
    """The digest and the fields of an article as they stand there; empty if it is not there."""
    columns = ", ".join(f"CAST({name} AS BLOB)" for name in READ)
    query = f"SELECT CAST(record_key AS BLOB), {columns} FROM article WHERE id = ?"  # noqa: S608
    row = db.execute(query, (number,)).fetchone()
    return (b"", ()) if row is None else (row[0], tuple(row[1:]))


def _kept(catalogue: Catalogue, archive: Path, number: int) -> Iterator[Fields]:
    """What backups and the original say that the article was."""
    for backup in backups(archive):
        with (
            contextlib.suppress(sqlite3.DatabaseError),
            contextlib.closing(sqlite3.connect(f"{backup.path.resolve().as_uri()}?mode=ro", uri=True)) as db,
        ):
            key, read = _fields(db, number)
            if read and digest(read) == key:
                yield read
    row = catalogue.reading.execute(
        "SELECT COALESCE(a.original, f.original), f.path, a.record"
        " FROM article a JOIN file f ON f.id = a.file_id WHERE a.id = ?",
        (number,),
    ).fetchone()
    if row is not None and row[0]:
        yield from _read_again(archive / "originals", *map(str, row))


def _read_again(folder: Path, original: str, path: str, record: str) -> Iterator[Fields]:
    """The record as it is read from its original today."""
    with tempfile.TemporaryDirectory(prefix="juanzong-recovery-", ignore_cleanup_errors=True) as scratch:
        copy = Path(scratch) / plain_name(path)
        with contextlib.suppress(*originals.UNREADABLE, JuanzongError):
            with originals.open_original(folder, original) as stream, copy.open("wb") as target:
                shutil.copyfileobj(stream, target, 1 << 20)
            for unit in units(copy):
                for draft in drafts(unit):
                    if not isinstance(draft, RecordFailure) and draft.record == record:
                        values = (getattr(draft, name) for name in READ)
                        yield tuple(None if value is None else value.encode() for value in values)


def _write(catalogue: Catalogue, number: int, read: Fields) -> None:
    """Give an article these fields and the keys that belong to them."""
    texts = [None if value is None else value.decode("utf-8") for value in read]
    with catalogue.writing() as db:
        fields = ", ".join(f"{name} = ?" for name in (*READ, "text_key", "record_key"))
        query = f"UPDATE article SET {fields} WHERE id = ?"  # noqa: S608
        db.execute(query, (*texts, text_key(letters(texts[1] or "")), digest(read), number))


# ---- originals ---------------------------------------------------------------------------------------


def fetch_again(catalogue: Catalogue, archive: Path, digest: str) -> bool:
    """Fetch a damaged original again from where it came, if a file there is still the same."""
    folder = archive / "originals"
    for place in (folder / digest[:2] / f"{digest}.gz", folder / digest[:2] / digest):
        if place.exists():
            clear_the_way(archive, [place])
    rows = catalogue.reading.execute("SELECT path FROM file WHERE original = ?", (digest,)).fetchall()
    for source in (Path(row[0]) for row in rows):
        with contextlib.suppress(OSError):
            if source.is_file() and originals.digest_of(source) == digest:
                return originals.store(folder, source) == digest
    return False


def give_up(catalogue: Catalogue, digest: str) -> int:
    """Note that an original is lost; how many articles keep their text without it.

    An empty name leads nowhere. The file counts as incomplete, so that an import which meets it keeps it.
    """
    with catalogue.writing() as db:
        articles = db.execute(
            "SELECT COUNT(*) FROM article a JOIN file f ON f.id = a.file_id"
            " WHERE COALESCE(a.original, f.original) = ?",
            (digest,),
        ).fetchone()[0]
        db.execute("UPDATE article SET original = '' WHERE original = ?", (digest,))
        db.execute("UPDATE file SET original = '', complete = 0 WHERE original = ?", (digest,))
    return int(articles)
