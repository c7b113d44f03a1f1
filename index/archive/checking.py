"""`check`: the catalogue, the index and the originals compared with each other; `mend` repairs.

Codes are in the group [check] of the wording files.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from index.archive import mending
from index.archive.indexer import difference
from index.catalogue import Catalogue, originals, soundness
from index.desk import journal
from index.desk.ledger import Ledger
from index.errors import IndexDamaged
from index.fulltext import FullText
from index.model import Problem

_ALTERED = "check.article_altered"
_INDEX_CODES = {"check.index_missing", "check.index_damaged", "check.index_behind", "check.index_ahead"}
_DESK_CODES = {"check.desk_behind", "check.desk_journal"}


def check(catalogue: Catalogue, index: FullText | None, path: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with the archive in `path`, in the order it was looked at."""
    damaged = _catalogue(catalogue)
    if damaged:  # what it says of anything else is not to be relied on
        return tuple(damaged)
    return (
        *_articles(catalogue),
        *_desk(catalogue, path),
        *_index(catalogue, index),
        *_originals(catalogue, path / "originals"),
    )


def mend(
    problems: tuple[Problem, ...], catalogue: Catalogue, path: Path, rebuild: Callable[[], object]
) -> tuple[Problem, ...]:
    """Repair what can be repaired; returns the problems with `mended` set where it worked.

    A damaged catalogue is not among it: that takes `Archive.recover`, while the archive is closed.
    """
    altered = [int(one.detail("number")) for one in problems if one.code == _ALTERED]
    put_back = mending.put_back(catalogue, path, altered) if altered else set()
    mended: set[str] = set()
    if put_back or any(problem.code in _INDEX_CODES for problem in problems):
        rebuild()
        mended |= _INDEX_CODES
    if any(problem.code in _DESK_CODES for problem in problems):
        Ledger(catalogue, path).recall()
        mended |= _DESK_CODES
    out: list[Problem] = []
    for problem in problems:
        if problem.code == "check.original_damaged":
            out.append(_original_mended(problem, catalogue, path))
        else:
            done = problem.code in mended or (
                problem.code == _ALTERED and int(problem.detail("number")) in put_back
            )
            out.append(Problem(problem.code, problem.details, done))
    return tuple(out)


def _original_mended(problem: Problem, catalogue: Catalogue, path: Path) -> Problem:
    """An original fetched again or, where that cannot be, given up: its articles have their text."""
    digest = problem.detail("original")
    if mending.fetch_again(catalogue, path, digest):
        return Problem(problem.code, problem.details, mended=True)
    count = mending.give_up(catalogue, digest)
    details = (("file", problem.detail("file")), ("count", str(count)))
    return Problem("check.original_lost", details, mended=True)


def _catalogue(catalogue: Catalogue) -> list[Problem]:
    return [
        Problem("check.catalogue_damaged", (("reason", reason),))
        for reason in soundness.faults(catalogue.reading)
    ]


def _articles(catalogue: Catalogue) -> list[Problem]:
    """Articles whose words are not those that were read."""
    return [
        Problem("check.article_altered", (("number", str(number)),))
        for number in soundness.altered(catalogue.reading)
    ]


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
        "SELECT original, path FROM file WHERE original <> '' GROUP BY original"
        " UNION SELECT a.original, f.path FROM article a JOIN file f ON f.id = a.file_id"
        " WHERE a.original <> '' GROUP BY a.original"
    )
    found = dict(rows.fetchall())
    return [
        Problem("check.original_damaged", (("file", path), ("original", digest)))
        for digest, path in found.items()
        if not originals.intact(folder, digest)
    ]
