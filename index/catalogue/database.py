"""Opening, migrating and sharing the SQLite database of an archive.

Readers may come from any thread: each thread gets its own connection. Writing happens on one connection
inside `writing()`, by whoever holds the archive's lock.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from index.catalogue.schema import computes
from index.errors import ArchiveDamaged, ArchiveGone, ArchiveReadOnly, ArchiveTooNew, DiskFull

_MIGRATIONS = sorted((Path(__file__).parent / "migrations").glob("[0-9]*.sql"))
FORMAT_VERSION = len(_MIGRATIONS)
_LARGEST_CELL = 200_000_000  # bytes of a text that is read into memory; the longest article has 150 million


T = TypeVar("T")


class _Connection(sqlite3.Connection):
    """Closes when the last who uses it lets it go."""

    def __del__(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # it could not even be opened
            self.close()


class Catalogue:
    """The database file `catalogue.sqlite` of one archive."""

    def __init__(self, path: Path, *, read_only: bool = False, create: bool = False) -> None:
        """Open (and, unless read_only, migrate) the database; made new only with `create`.

        Raises ArchiveTooNew, ArchiveDamaged, ArchiveReadOnly.
        """
        self.path = path
        self.read_only = read_only
        self._local = threading.local()
        self._open: list[tuple[int, sqlite3.Connection]] = []  # with their threads
        self._closed = False
        self._guard = threading.Lock()
        self._shared: dict[str, tuple[object, Any]] = {}  # what `kept_of_articles` keeps
        self._making: dict[str, threading.Lock] = {}
        self._writing = threading.RLock()
        if not path.exists():
            if not create:
                raise ArchiveDamaged(path=path, reason="missing")
            path.touch()
        self._made = create
        self.before_commit: Callable[[sqlite3.Connection], None] | None = None
        try:
            self._migrate()
        except sqlite3.Error as error:
            self.close()
            raise self._explained(error) from error

    def close(self) -> None:
        """Close every connection; the catalogue must not be used afterwards.

        That of another thread which is still asking something closes when it has its answer: to close it
        in the middle of a question would bring the program down.
        """
        with self._guard:
            self._closed = True
            for thread, connection in self._open:
                if thread == threading.get_ident():
                    connection.close()
            self._open.clear()
            self._local = threading.local()

    @property
    def reading(self) -> sqlite3.Connection:
        """The calling thread's own connection; never write through it."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect()
            connection.execute("PRAGMA query_only = 1")
            self._local.connection = connection
        return connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: committed at the end, rolled back on any exception.

        Raises DiskFull, ArchiveReadOnly or ArchiveDamaged in place of SQLite's own errors.
        """
        if self.read_only:
            raise ArchiveReadOnly(path=self.path)
        with self._writing:
            connection: sqlite3.Connection | None = getattr(self._local, "writer", None)
            if connection is None:
                connection = self._local.writer = self._connect()
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                if self.before_commit is not None:
                    self.before_commit(connection)
                connection.execute("COMMIT")
            except sqlite3.Error as error:
                self._roll_back(connection)
                if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                    raise
                raise self._explained(error) from error
            except OSError as error:  # of a file beside the catalogue that is written within
                self._roll_back(connection)
                if error.errno in (errno.ENOSPC, errno.EDQUOT):
                    raise DiskFull(path=self.path) from error
                if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
                    raise ArchiveReadOnly(path=self.path) from error
                raise
            except BaseException:
                self._roll_back(connection)
                raise

    @property
    def format_version(self) -> int:
        """The format of the file; less than FORMAT_VERSION only where it may not be written to."""
        return int(self.reading.execute("PRAGMA user_version").fetchone()[0])

    def property(self, name: str) -> str | None:
        """A value of the property table, such as `identity`."""
        row = self.reading.execute("SELECT value FROM property WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def kept(self, name: str, make: Callable[[sqlite3.Connection], T]) -> T:
        """What `make` reads, kept by each thread under `name` until somebody writes to the catalogue."""
        version = self.reading.execute("PRAGMA data_version").fetchone()[0]
        known: dict[str, tuple[object, T]] = self._local.__dict__.setdefault("known", {})
        if name not in known or known[name][0] != version:
            known[name] = (version, make(self.reading))
        return known[name][1]

    def kept_of_articles(self, name: str, make: Callable[[sqlite3.Connection], T]) -> T:
        """What `make` reads, kept for all threads until an import; history or notes do not disturb it.

        What comes back is shared: nobody may change it.
        """
        version = self.reading.execute(
            "SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'article'), id, state FROM run"
            " ORDER BY id DESC LIMIT 1"
        ).fetchone()
        with self._guard:
            making = self._making.setdefault(name, threading.Lock())
        with making:
            if name not in self._shared or self._shared[name][0] != version:
                self._shared[name] = (version, make(self.reading))
            found: T = self._shared[name][1]
            return found

    def back_up(self, target: Path) -> None:
        """Write a consistent copy of the database to `target`, also while others write."""
        with sqlite3.connect(target) as copy:
            self.reading.backup(copy)
        copy.close()

    def _roll_back(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if self.before_commit is not None:  # what it wrote beside the catalogue goes back as well
            with suppress(OSError, sqlite3.Error):
                self.before_commit(connection)

    def _explained(self, error: sqlite3.Error) -> Exception:
        text = str(error)
        if "full" in text or ("disk I/O" in text and self._no_room()):
            return DiskFull(path=self.path)
        if "readonly" in text:
            return ArchiveReadOnly(path=self.path)
        return ArchiveDamaged(path=self.path, reason=text)

    def _connect(self) -> sqlite3.Connection:
        mode = "ro" if self.read_only else "rw"
        if self.read_only and self._at_rest():
            mode += "&immutable=1"
        try:
            connection = sqlite3.connect(
                f"{self.path.resolve().as_uri()}?mode={mode}",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
                timeout=30,
                factory=_Connection,
            )
        except sqlite3.OperationalError as error:
            if not self.path.parent.is_dir():
                raise ArchiveGone(path=self.path.parent) from error
            raise
        with self._guard:  # first of all: a ruined file fails below, and Windows moves no file that is open
            if self._closed:
                connection.close()
                raise sqlite3.ProgrammingError("the catalogue is closed")
            self._open.append((threading.get_ident(), connection))
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_CELL)
        connection.execute("PRAGMA foreign_keys = 1")
        connection.execute("PRAGMA trusted_schema = 0")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -32768")
        return connection

    def _at_rest(self) -> bool:
        """Whether the folder cannot be written to and no journal waits: SQLite then must not ask for one."""
        journal = self.path.with_name(f"{self.path.name}-wal")
        try:
            waiting = journal.stat().st_size > 0
        except OSError:
            waiting = False
        return not waiting and (not os.access(self.path.parent, os.W_OK) or self._no_room())

    def _no_room(self) -> bool:
        """Whether the disk is so full that SQLite cannot even make its journal."""
        try:
            return shutil.disk_usage(self.path.parent).free < 1 << 16
        except OSError:
            return False

    def _refuse_foreign(self, connection: sqlite3.Connection, version: int) -> None:
        """Refuse a database that computes anything, or without our tables: it comes from somebody else."""
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        for kind, name, sql in rows:
            if computes(kind, sql):
                self.close()
                raise ArchiveDamaged(path=self.path, reason=f"{kind} {name}")
        held = {str(name) for kind, name, _ in rows if kind == "table"}
        for table, columns in _tables_of(_MIGRATIONS[:version]).items():
            info = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            if table not in held or not columns <= {str(row[0]) for row in info}:
                self.close()
                raise ArchiveDamaged(path=self.path, reason=f"table {table}")

    def _migrate(self) -> None:
        connection = self._connect()
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found > FORMAT_VERSION:
            self.close()
            raise ArchiveTooNew(path=self.path.parent, found=found, known=FORMAT_VERSION)
        if found < 0:
            self.close()
            raise ArchiveDamaged(path=self.path, reason=f"user_version {found}")
        if found == 0 and not self._made:  # a file that was emptied must not pass for a new catalogue
            self.close()
            raise ArchiveDamaged(path=self.path, reason="empty")
        self._refuse_foreign(connection, found)
        if self.read_only:
            return
        if found == FORMAT_VERSION:
            return  # opening must not write: somebody else may be importing
        connection.execute("PRAGMA journal_mode = WAL")
        for number in range(found + 1, FORMAT_VERSION + 1):
            script = _MIGRATIONS[number - 1].read_text(encoding="utf-8")
            named = f"INSERT OR IGNORE INTO property (name, value) VALUES ('identity', '{uuid.uuid4().hex}');"
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script}\n{named}\nPRAGMA user_version = {number};\nCOMMIT;"
            )


def _tables_of(scripts: Sequence[Path]) -> dict[str, set[str]]:
    """The tables that are there after some migrations, each with the columns that it was made with."""
    found: dict[str, set[str]] = {}
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        for table, body in re.findall(r"^CREATE TABLE (\w+) \((.*?)^\)", text, re.S | re.M):
            found[table] = set(re.findall(r"^    ([a-z_]+) [A-Z]", body, re.M))
        for table in re.findall(r"^DROP TABLE (\w+);", text, re.M):
            del found[table]
    return found
