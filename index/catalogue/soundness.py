"""Whether a catalogue is whole: its structure, its references, types and texts of its cells, its articles.

Called by `index.archive.checking` and `recovery`. SQLite puts a value of any type into a column of any type
and notices no changed letter in a text, so that both are looked for here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from index.catalogue.records import READ, key_of_fields

_MOST = 20  # faults of a kind that are told
_TYPES = {
    "TEXT": ("text",),
    "INTEGER": ("integer",),
    "REAL": ("real", "integer"),
    "BLOB": ("blob",),
}


def faults(db: sqlite3.Connection) -> list[str]:
    """What is wrong with the database, a few words each, the reason of SQLite or the name of a column."""
    try:
        found = [str(row[0]) for row in db.execute(f"PRAGMA integrity_check({_MOST})") if row[0] != "ok"]
        for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchmany(_MOST):
            found.append(f"{table} {row} -> {parent}")
        return found or wrong_cells(db) or torn_texts(db)
    except sqlite3.DatabaseError as error:
        return [str(error)]


def wrong_cells(db: sqlite3.Connection) -> list[str]:
    """The columns, as `table.column`, that hold values of a type which is not theirs."""
    found: list[str] = []
    for table in tables(db):
        tests = []
        for name, kind, required in db.execute(
            'SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,)
        ):
            allowed = _TYPES.get(str(kind).upper())
            if allowed is not None:
                taken = (*allowed, *(() if required else ("null",)))
                listed = ", ".join(f"'{each}'" for each in taken)
                tests.append((name, f"MAX(TYPEOF({quoted(name)}) NOT IN ({listed}))"))
        if tests:
            row = db.execute(f"SELECT {', '.join(test for _, test in tests)} FROM {quoted(table)}").fetchone()
            found += [f"{table}.{name}" for (name, _), wrong in zip(tests, row, strict=True) if wrong]
    return found[:_MOST]


def torn_texts(db: sqlite3.Connection) -> list[str]:
    """The tables with texts that are not UTF-8 and could not be read; articles have their digest instead."""
    found: list[str] = []
    for table in tables(db):
        columns = [
            f"CAST({quoted(name)} AS BLOB)"
            for name, kind in db.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
            if str(kind).upper() == "TEXT" and not (table == "article" and name in READ)
        ]
        if not columns:
            continue
        try:
            for row in db.execute(f"SELECT {', '.join(columns)} FROM {quoted(table)}"):
                b"\n".join(filter(None, row)).decode("utf-8")
        except UnicodeDecodeError:
            found.append(f"{table}: UTF-8")
    return found


def altered(db: sqlite3.Connection) -> Iterator[int]:
    """The numbers of the articles that are not what was read of them: their digest says otherwise."""
    columns = ", ".join(f"CAST({name} AS BLOB)" for name in READ)
    for number, key, *read in db.execute(f"SELECT id, record_key, {columns} FROM article ORDER BY id"):
        if digest(read) != key:
            yield int(number)


def digest(read: Sequence[bytes | None]) -> bytes:
    """The `record_key` of the fields READ as the catalogue holds them."""
    return key_of_fields(
        [None if value is None else value.decode("utf-8", "surrogateescape") for value in read]
    )


def tables(db: sqlite3.Connection) -> list[str]:
    """The names of all tables but SQLite's own."""
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [str(row[0]) for row in rows if not str(row[0]).startswith("sqlite_")]


def quoted(name: str) -> str:
    """A name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'
