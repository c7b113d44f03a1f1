"""`check`: the catalogue, the index and the originals compared with each other; `mend` repairs.

Codes are in the group [check] of the wording files.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from index.archive.indexer import difference
from index.catalogue import Catalogue, originals
from index.desk import journal
from index.desk.ledger import Ledger
from index.errors import IndexDamaged
from index.fulltext import FullText
from index.model import Problem

_INDEX_CODES = {"check.index_missing", "check.index_damaged", "check.index_behind", "check.index_ahead"}

_DESK_CODES = {"check.desk_behind", "check.desk_journal"}


def check(catalogue: Catalogue, index: FullText | None, path: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with the archive in `path`, in the order it was looked at."""
    return (
        *_catalogue(catalogue),
        *_desk(catalogue, path),
        *_index(catalogue, index),
        *_originals(catalogue, path / "originals"),
    )


def mend(
    problems: tuple[Problem, ...], catalogue: Catalogue, path: Path, rebuild: Callable[[], object]
) -> tuple[Problem, ...]:
    """Repair what can be repaired; returns the problems with `mended` set where it worked."""
    mended: set[str] = set()
    if any(problem.code in _INDEX_CODES for problem in problems):
        rebuild()
        mended |= _INDEX_CODES
    if any(problem.code in _DESK_CODES for problem in problems):
        Ledger(catalogue, path).recall()
        mended |= _DESK_CODES
    out: list[Problem] = []
    for problem in problems:
        done = problem.code in mended
        if problem.code == "check.original_damaged":
            done = _recover(catalogue, path / "originals", dict(problem.details)["file"])
        out.append(Problem(problem.code, problem.details, done))
    return tuple(out)


def _catalogue(catalogue: Catalogue) -> list[Problem]:
    db = catalogue.reading
    try:
        found = [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)")]
        problems = [Problem("check.catalogue_damaged", (("reason", line),)) for line in found if line != "ok"]
        for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall()[:20]:
            problems.append(Problem("check.catalogue_damaged", (("reason", f"{table} {row} -> {parent}"),)))
    except sqlite3.DatabaseError as error:
        return [Problem("check.catalogue_damaged", (("reason", str(error)),))]
    return problems


def _desk(catalogue: Catalogue, path: Path) -> list[Problem]:
    """What catalogue and journal know of notes and collections and the other does not."""
    try:
        found = journal.compare(catalogue.reading, path)
    except sqlite3.DatabaseError:
        return []  # the catalogue is damaged, and said to be
    problems = []
    if found.newer:
        problems.append(Problem("check.desk_behind", (("count", str(len(found.newer))),)))
    if found.unwritten or found.damaged:
        count = str(max(found.unwritten, found.damaged))
        problems.append(Problem("check.desk_journal", (("count", count),)))
    return problems


def _index(catalogue: Catalogue, index: FullText | None) -> list[Problem]:
    if index is None:
        return [Problem("check.index_missing")]
    try:
        problems = [Problem("check.index_damaged", (("reason", reason),)) for reason in index.verify()]
        if problems:
            return problems
        missing, gone = difference(catalogue, index)
    except IndexDamaged as error:
        return [Problem("check.index_damaged", (("reason", str(error.details.get("reason", ""))),))]
    if missing:
        problems.append(Problem("check.index_behind", (("count", str(len(missing))),)))
    if gone:
        problems.append(Problem("check.index_ahead", (("count", str(len(gone))),)))
    return problems


def _originals(catalogue: Catalogue, folder: Path) -> list[Problem]:
    rows = catalogue.reading.execute(
        "SELECT original, path FROM file WHERE original IS NOT NULL GROUP BY original"
        " UNION SELECT a.original, f.path FROM article a JOIN file f ON f.id = a.file_id"
        " WHERE a.original IS NOT NULL GROUP BY a.original"
    )
    return [
        Problem("check.original_damaged", (("file", path),))
        for digest, path in rows
        if not originals.intact(folder, digest)
    ]


def _recover(catalogue: Catalogue, folder: Path, path: str) -> bool:
    """Fetch an original again from where it came, if the file there is still the same."""
    row = catalogue.reading.execute("SELECT original FROM file WHERE path = ?", (path,)).fetchone()
    source = Path(path)
    if row is None or not source.is_file() or originals.digest_of(source) != row[0]:
        return False
    broken = originals.place(folder, row[0])
    if broken is not None:
        broken.unlink()
    return originals.store(folder, source) == str(row[0])
