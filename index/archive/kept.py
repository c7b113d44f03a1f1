"""Kept searches and watched folders in a file beside the catalogue, should that be lost: `kept.json`.

Written inside each transaction that changes them, before it is acknowledged; so where the two differ, after
a kill or when a backup took the catalogue's place, the file is right. Called by `Archive`; notes and
collections have `desk.jsonl`, corrections of names `corrections.json`.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path

from index.atomic import write_whole
from index.catalogue import Catalogue

NAME = "kept.json"
_COLUMNS = {"saved_search": ("name", "request", "created_at"), "watched": ("path", "added_at", "paused")}
_MOST = 16 << 20  # bytes of the file that are believed
Rows = dict[str, list[list[object]]]  # by table


def guard(catalogue: Catalogue, archive: Path) -> None:
    """Keep the file level with the catalogue from now on, and bring them level now."""
    path, nothing = archive / NAME, _dump_of({name: [] for name in _COLUMNS})

    def keep(db: sqlite3.Connection) -> None:
        text = _dump(db)
        if text != _text(path) and (path.exists() or text != nothing):
            write_whole(path, text)

    there = _load(_text(path))
    if there is not None and _dump_of(there) != _dump(catalogue.reading):
        with catalogue.writing() as db:
            _recall(db, _load(_text(path)) or there)
    catalogue.before_commit = keep
    if there is None and _dump(catalogue.reading) != nothing:  # else opening must not write
        with catalogue.writing():
            pass  # writes the file


def _dump(db: sqlite3.Connection) -> str:
    return _dump_of(
        {
            table: [list(row) for row in db.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1")]  # noqa: S608
            for table, columns in _COLUMNS.items()
        }
    )


def _dump_of(rows: Rows) -> str:
    body = json.dumps(rows, default=repr)
    return f"{zlib.crc32(body.encode()):08x} {body}\n"


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MOST).decode("ascii", "replace")
    except OSError:
        return ""


def _load(text: str) -> Rows | None:
    """The rows in the file; None if there is none or it is damaged."""
    checksum, _, body = text.rstrip("\n").partition(" ")
    try:
        if int(checksum, 16) != zlib.crc32(body.encode()):
            return None
        rows: Rows = json.loads(body)
        sound = set(rows) == set(_COLUMNS) and all(
            len(row) == len(_COLUMNS[table]) and all(isinstance(value, str | int) for value in row)
            for table in rows
            for row in rows[table]
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return rows if sound else None


def _recall(db: sqlite3.Connection, rows: Rows) -> None:
    """Give the tables these rows; a kept search that comes back has nothing new to show."""
    newest = db.execute("SELECT COALESCE(MAX(id), 0) FROM article").fetchone()[0]
    names = [row[0] for row in rows["saved_search"]]
    db.execute(
        "DELETE FROM saved_search WHERE name NOT IN (SELECT value FROM json_each(?))", (json.dumps(names),)
    )
    db.executemany(
        "INSERT INTO saved_search (name, request, created_at, looked_at, seen) VALUES (?1, ?2, ?3, ?3, ?4)"
        " ON CONFLICT (name) DO UPDATE SET request = excluded.request, created_at = excluded.created_at",
        [(*row, newest) for row in rows["saved_search"]],
    )
    db.execute("DELETE FROM watched")
    db.executemany("INSERT INTO watched (path, added_at, paused) VALUES (?, ?, ?)", rows["watched"])
