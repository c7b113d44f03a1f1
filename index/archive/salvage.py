"""A damaged catalogue written out anew, table by table, as far as SQLite can still read it.

Called by `recovery` before a backup takes the catalogue's place: damage often lies where nothing is lost by
it, in an index, in free pages or in the order of pages.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from index.catalogue import Catalogue
from index.catalogue.schema import computes
from index.catalogue.soundness import altered, faults, quoted, tables


def salvage(damaged: Path, target: Path) -> bool:
    """Write the database `damaged` anew to the catalogue `target`; False, and no file, if not all of it."""
    made = False
    try:
        _make(target)
        with contextlib.closing(_attached(target, damaged)) as db:
            wanted = tables(db)
            db.execute("BEGIN")
            if _plain_tables(db).issuperset(wanted):
                for table in wanted:
                    _copy(db, table)
                _copy(db, "sqlite_sequence")
                db.execute("COMMIT")
                db.execute("DETACH old")  # SQLite checks all databases that are attached
                made = not faults(db) and next(altered(db), None) is None
    except (sqlite3.Error, OSError):
        made = False
    if not made:
        _remove(target)
    return made


def _plain_tables(db: sqlite3.Connection) -> set[str]:
    """The tables of the old database that only hold rows; none that computes them."""
    rows = db.execute("SELECT name, sql FROM old.sqlite_master WHERE type = 'table'")
    return {str(name) for name, sql in rows if not computes("table", sql)}


def _make(target: Path) -> None:
    """An empty catalogue without a journal beside it."""
    _remove(target)
    Catalogue(target, create=True).close()
    with contextlib.closing(sqlite3.connect(target)) as db:
        db.execute("PRAGMA journal_mode = DELETE").fetchall()


def _attached(target: Path, damaged: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"{target.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        db.execute("PRAGMA trusted_schema = 0")
        db.execute("ATTACH ? AS old", (f"{damaged.resolve().as_uri()}?mode=rw",))
    except BaseException:
        db.close()  # Windows removes no file that is open
        raise
    return db


def _copy(db: sqlite3.Connection, table: str) -> None:
    """Replace a table's rows by those of the old one; the columns that both know."""
    columns = ", ".join(quoted(str(row[1])) for row in db.execute(f"PRAGMA main.table_info({quoted(table)})"))
    name = quoted(table)
    db.execute(f"DELETE FROM main.{name}")  # noqa: S608
    db.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM old.{name} NOT INDEXED")  # noqa: S608


def _remove(target: Path) -> None:
    for path in target.parent.glob(f"{target.name}*"):
        path.unlink(missing_ok=True)
