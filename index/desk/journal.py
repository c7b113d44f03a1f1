"""`desk.jsonl` beside the catalogue: every change at the desk, written before it is acknowledged.

Should the catalogue be lost, the newest backup and this file together give everything back. A line is a
checksum and a JSON object: table, key, time, and the row after the change, or null where it was deleted. The
file is made small again when it has grown to several times what the catalogue holds.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import desk
from index.catalogue.desk import TABLES, DeskTable, Row
from index.model import RowChange

NAME = "desk.jsonl"
_LONGEST = 1 << 26  # characters of a line; what is longer is damage
_ROOMY = 4 << 20  # bytes up to which nobody minds old lines
_Key = tuple[str, Row]


@dataclass(frozen=True, slots=True)
class Entry:
    """The last word of the journal about a row; `row` is None if it was deleted."""

    table: DeskTable
    key: Row
    at: str
    row: Row | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the catalogue lacks, how many rows the journal lacks, how many lines cannot be read."""

    newer: tuple[Entry, ...]
    unwritten: int
    damaged: int


@dataclass(frozen=True, slots=True)
class Written:
    """The size of the journal in bytes before and after some lines were added."""

    before: int
    after: int


def append(folder: Path, changes: Iterable[RowChange], db: sqlite3.Connection) -> Written | None:
    """Write changes down, on the disk when this returns; called inside the transaction that makes them.

    Returns what `take_back` needs. Raises OSError, and leaves no part of a line then.
    """
    at = desk.now()
    lines = "".join(_line(entry) for entry in (_entry(change, at) for change in changes) if entry)
    if not lines:
        return None
    path = folder / NAME
    with path.open("ab", buffering=0) as file:
        before = file.seek(0, os.SEEK_END)
        torn = before > 0 and not _ends_well(path)
        left = memoryview((b"\n" if torn else b"") + lines.encode("utf-8"))
        size = before + len(left)
        try:
            while left:
                left = left[file.write(left) :]
            os.fsync(file.fileno())
        except OSError:
            with contextlib.suppress(OSError):
                file.truncate(before)
            raise
    if size > _ROOMY and size > 4 * _size_of(db):
        rewrite(folder, db)
        return None
    return Written(before, size)


def take_back(folder: Path, written: Written) -> None:
    """Remove lines whose transaction did not come to its end, if nobody wrote behind them."""
    with contextlib.suppress(OSError), (folder / NAME).open("r+b") as file:
        if file.seek(0, os.SEEK_END) == written.after:
            file.truncate(written.before)


def rewrite(folder: Path, db: sqlite3.Connection) -> None:
    """Write the journal anew: each row once, and what was deleted."""
    last, _ = read(folder)
    at = desk.now()
    path = folder / NAME
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        for table in TABLES.values():
            for row in desk.rows(db, table):
                key = table.key_of(row)
                last.pop((table.name, key), None)
                file.write(_line(Entry(table, key, _changed(table, row) or at, row)))
        for entry in last.values():
            if entry.row is None:
                file.write(_line(entry))
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def read(folder: Path) -> tuple[dict[_Key, Entry], int]:
    """The last entry about each row, and how many lines could not be read."""
    entries: dict[_Key, Entry] = {}
    damaged = 0
    for entry in _entries(folder / NAME):
        if entry is None:
            damaged += 1
        else:
            entries[entry.table.name, entry.key] = entry
    return entries, damaged


def compare(db: sqlite3.Connection, folder: Path) -> Comparison:
    """What journal and catalogue say differently."""
    entries, damaged = read(folder)
    newer = tuple(entry for entry in entries.values() if _is_newer(db, entry))
    unwritten = sum(
        1
        for table in TABLES.values()
        for row in desk.rows(db, table)
        if (found := entries.get((table.name, table.key_of(row)))) is None
        or (found.row != row and found not in newer)
    )
    return Comparison(newer, unwritten, damaged)


def recall(db: sqlite3.Connection, folder: Path) -> int:
    """Take up what the journal knows and the catalogue does not; returns how many rows changed."""
    newer = compare(db, folder).newer
    desk.put(db, [RowChange(one.table.name, _gone(one), one.row) for one in newer])
    return len(newer)


def _gone(entry: Entry) -> Row:
    """A row with the key of an entry and nothing else, to delete it by."""
    key = dict(zip(entry.table.key, entry.key, strict=True))
    return tuple(key.get(column, "") for column in entry.table.columns)


def _is_newer(db: sqlite3.Connection, entry: Entry) -> bool:
    there = desk.row(db, entry.table, entry.key)
    if there is None or entry.row == there:
        return there is None and entry.row is not None
    return entry.at >= _changed(entry.table, there)  # at the same moment: its lines have a checksum


def _changed(table: DeskTable, row: Row) -> str:
    column = "changed_at" if "changed_at" in table.columns else "added_at"
    return str(table.value(row, column))


def _entry(change: RowChange, at: str) -> Entry | None:
    table = TABLES[change.table]
    row = change.after if change.after is not None else change.before
    return None if row is None else Entry(table, table.key_of(row), at, change.after)


def _line(entry: Entry) -> str:
    values = None if entry.row is None else [_plain(value) for value in entry.row]
    record = {"table": entry.table.name, "key": list(entry.key), "at": entry.at, "row": values}
    text = json.dumps(record, ensure_ascii=False)
    return f"{zlib.crc32(text.encode('utf-8')):08x} {text}\n"


def _entries(path: Path) -> Iterator[Entry | None]:
    """The entries in order; None for a line that cannot be read."""
    try:
        file = path.open(encoding="utf-8", errors="replace", newline="\n")
    except FileNotFoundError:
        return
    with file:
        while line := file.readline(_LONGEST):
            if line.strip():
                yield _parsed(line.rstrip("\r\n"))


def _parsed(line: str) -> Entry | None:
    checksum, _, text = line.partition(" ")
    try:
        if int(checksum, 16) != zlib.crc32(text.encode("utf-8")):
            return None
        record = json.loads(text)
        table, key = TABLES[record["table"]], tuple(str(one) for one in record["key"])
        values = record["row"]
        row = (
            None
            if values is None
            else tuple(_stored(*one) for one in zip(table.columns, values, strict=True))
        )
        at = str(record["at"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if len(key) != len(table.key) or (row is not None and not desk.sound(table, row)):
        return None
    return Entry(table, key, at, row) if row is None or table.key_of(row) == key else None


def _plain(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value


def _stored(column: str, value: object) -> object:
    return bytes.fromhex(str(value)) if column == "text_key" else value


def _ends_well(path: Path) -> bool:
    """Whether the file ends with a whole line; a crash may have torn the last one."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _size_of(db: sqlite3.Connection) -> int:
    """About how many bytes the rows of today take in the journal."""
    query = "SELECT COALESCE(SUM(LENGTH(quote) + LENGTH(remark) + 150), 0) * 3 FROM note"
    others = "SELECT 400 * ((SELECT COUNT(*) FROM collection_article) + (SELECT COUNT(*) FROM particulars))"
    return int(db.execute(query).fetchone()[0]) + int(db.execute(others).fetchone()[0])
