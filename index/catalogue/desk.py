"""The rows that people make at their desk: how they are written, taken back and told apart.

Every change is a list of `RowChange`; so undo, the journal beside the catalogue and merging another archive
are the same for all tables. Queries about notes and collections are in `notes` and `collections`.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from index.catalogue.records import text_key
from index.model import RowChange

FORMAT = 5  # the first with these tables
NO_TEXT = text_key("")
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class DeskTable:
    """A table, its key and its columns in the order of rows; `numbered` rows have a number for the window."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    numbered: bool = False

    def key_of(self, row: Row) -> Row:
        """The values of the key in a row."""
        return tuple(row[self.columns.index(column)] for column in self.key)

    def value(self, row: Row, column: str) -> object:
        """One value of a row."""
        return row[self.columns.index(column)]


NOTE = DeskTable(
    "note",
    ("uid",),
    tuple(
        "uid number kind origin text_key title in_title start end quote before after colour remark tags done"
        " created_at changed_at".split()
    ),
    numbered=True,
)
COLLECTION = DeskTable(
    "collection",
    ("uid",),
    tuple("uid number parent name remark position request created_at changed_at".split()),
    numbered=True,
)
COLLECTED = DeskTable(
    "collection_article",
    ("collection", "origin"),
    tuple("collection origin text_key title position added_at".split()),
)
PARTICULARS = DeskTable("particulars", ("origin",), tuple("origin text_key fields changed_at".split()))
TABLES = {table.name: table for table in (NOTE, COLLECTION, COLLECTED, PARTICULARS)}


_NUMBERS = {"number", "in_title", "start", "end", "done", "position"}
_LONGEST = 10_000_000  # characters of one value; nobody writes a longer note


def sound(table: DeskTable, row: Row) -> bool:
    """Whether a row that came from elsewhere has what its columns hold: texts, numbers, digests, JSON."""
    if len(row) != len(table.columns):
        return False
    for column, value in zip(table.columns, row, strict=True):
        if column in _NUMBERS:
            good = isinstance(value, int) and -(1 << 31) <= value < 1 << 31
        elif column == "text_key":
            good = isinstance(value, bytes) and len(value) == len(NO_TEXT)
        else:
            good = isinstance(value, str) and len(value) <= _LONGEST and _is_text(value)
        if not good:
            return False
    return _well_formed(table, row)


def _is_text(value: str) -> bool:
    """Whether it can be kept: no half characters, no ends of text within."""
    try:
        return "\0" not in value and bool(value.encode("utf-8") or True)
    except UnicodeEncodeError:
        return False


def _well_formed(table: DeskTable, row: Row) -> bool:
    """Whether the JSON in a row is what it should be."""
    wanted: dict[str, type] = {"tags": list, "fields": dict, "request": dict}
    for column, kind in wanted.items():
        if column in table.columns and (text := str(table.value(row, column))):
            try:
                if not isinstance(json.loads(text), kind):
                    return False
            except (ValueError, RecursionError):
                return False
    return all(row[table.columns.index(column)] != "" for column in table.key)


def is_there(db: sqlite3.Connection) -> bool:
    """Whether the tables are there: an older archive that is opened read-only does not have them."""
    return int(db.execute("PRAGMA user_version").fetchone()[0]) >= FORMAT


def new_uid() -> str:
    """A name for a new note or collection that no other has."""
    return uuid.uuid4().hex


def now() -> str:
    """The time of a change."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def row(db: sqlite3.Connection, table: DeskTable, key: Row) -> Row | None:
    """The row with this key."""
    where = " AND ".join(f"{column} = ?" for column in table.key)
    found: Row | None = db.execute(
        f"SELECT {', '.join(table.columns)} FROM {table.name} WHERE {where}", key
    ).fetchone()
    return found


def rows(db: sqlite3.Connection, table: DeskTable) -> Iterator[Row]:
    """All rows in the order of their keys."""
    if is_there(db):
        keys = ", ".join(table.key)
        yield from db.execute(f"SELECT {', '.join(table.columns)} FROM {table.name} ORDER BY {keys}")


def next_number(db: sqlite3.Connection, table: DeskTable) -> int:
    """A number that no row has."""
    return int(db.execute(f"SELECT COALESCE(MAX(number), 0) + 1 FROM {table.name}").fetchone()[0])


def put(db: sqlite3.Connection, changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Make rows as they are `after` each change; returns the changes as they came about.

    A row whose number was given to another meanwhile gets a new one.
    """
    return tuple(_put(db, change) for change in changes)


def _put(db: sqlite3.Connection, change: RowChange) -> RowChange:
    table, after = TABLES[change.table], change.after
    wanted = after if after is not None else change.before
    if wanted is None:
        return change
    before = row(db, table, table.key_of(wanted))
    if after is None:
        where = " AND ".join(f"{column} = ?" for column in table.key)
        db.execute(f"DELETE FROM {table.name} WHERE {where}", table.key_of(wanted))
        return RowChange(table.name, before, None)
    if table.numbered:
        after = _numbered(db, table, after, before)
    marks = ", ".join("?" * len(table.columns))
    db.execute(f"INSERT OR REPLACE INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})", after)
    return RowChange(table.name, before, after)


def _numbered(db: sqlite3.Connection, table: DeskTable, after: Row, before: Row | None) -> Row:
    at = table.columns.index("number")
    number = before[at] if before is not None else after[at]
    taken = db.execute(f"SELECT uid FROM {table.name} WHERE number = ?", (number,)).fetchone()
    if not number or (taken is not None and taken[0] != table.value(after, "uid")):
        number = next_number(db, table)
    return (*after[:at], number, *after[at + 1 :])
