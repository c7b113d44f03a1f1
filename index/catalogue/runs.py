"""Queries about imports: runs, the files they met and the report line of each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from index.model import DateOrigin, Fate, FileReport, ImportRun


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the catalogue remembers of a file: enough to see that it did not change."""

    id: int
    size: int
    mtime_ns: int
    complete: bool
    failure: str | None
    gone: bool = False


def begin(db: sqlite3.Connection, paths: Sequence[str]) -> int:
    """Start a run; returns its number."""
    db.execute("UPDATE run SET state = 'cancelled' WHERE state = 'running'")
    cursor = db.execute(
        "INSERT INTO run (started_at, paths) VALUES (?, ?)",
        (datetime.now(UTC).isoformat(timespec="seconds"), json.dumps(list(paths), ensure_ascii=False)),
    )
    return int(cursor.lastrowid or 0)


def finish(db: sqlite3.Connection, run: ImportRun) -> None:
    """Write the totals of a run."""
    db.execute(
        "UPDATE run SET imported = ?, unchanged = ?, duplicates = ?, failed = ?, seconds = ?, state = ?"
        " WHERE id = ?",
        (run.imported, run.unchanged, run.duplicates, run.failed, run.seconds, run.state, run.id),
    )


def all_runs(db: sqlite3.Connection) -> list[ImportRun]:
    """Every run, newest first."""
    rows = db.execute(
        "SELECT id, started_at, paths, imported, unchanged, duplicates, failed, seconds, state"
        " FROM run ORDER BY id DESC"
    )
    return [ImportRun(row[0], row[1], tuple(json.loads(row[2])), *row[3:]) for row in rows]


def known_files(db: sqlite3.Connection) -> dict[str, KnownFile]:
    """Every file that was ever met, by path."""
    rows = db.execute("SELECT path, id, size, mtime_ns, complete, failure, gone_at IS NOT NULL FROM file")
    return {row[0]: KnownFile(row[1], row[2], row[3], bool(row[4]), row[5], bool(row[6])) for row in rows}


def mark_gone(db: sqlite3.Connection, file_ids: Iterable[int]) -> None:
    """Note that files are no longer where they came from."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    db.executemany(
        "UPDATE file SET gone_at = ? WHERE id = ? AND gone_at IS NULL",
        [(now, number) for number in file_ids],
    )


def mark_there(db: sqlite3.Connection, file_ids: Iterable[int]) -> None:
    """Note that files are there again."""
    db.executemany("UPDATE file SET gone_at = NULL WHERE id = ?", [(number,) for number in file_ids])


def meet_file(db: sqlite3.Connection, path: str, size: int, mtime_ns: int) -> int:
    """Note that a file is being read; it counts as incomplete until `complete_file`."""
    row = db.execute(
        "INSERT INTO file (path, size, mtime_ns) VALUES (?, ?, ?)"
        " ON CONFLICT (path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns, complete = 0,"
        " gone_at = NULL"
        " RETURNING id",
        (path, size, mtime_ns),
    ).fetchone()
    return int(row[0])


def complete_file(db: sqlite3.Connection, file_id: int, original: str | None, failure: str | None) -> None:
    """Note that a file was read to its end, with the digest of its bytes or the reason of its failure.

    Versions of its articles that came from other bytes remember those.
    """
    if original is not None:
        db.execute(
            "UPDATE article SET original = (SELECT original FROM file WHERE id = ?)"
            " WHERE file_id = ? AND state = 'superseded' AND original IS NULL"
            " AND (SELECT original FROM file WHERE id = ?) <> ?",
            (file_id, file_id, file_id, original),
        )
    db.execute(
        "UPDATE file SET complete = 1, original = COALESCE(?, original), failure = ? WHERE id = ?",
        (original, failure, file_id),
    )


def add_reports(db: sqlite3.Connection, run_id: int, first_line: int, lines: Iterable[FileReport]) -> None:
    """Append report lines, numbered from `first_line`."""
    db.executemany(
        "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                run_id,
                number,
                line.file,
                line.fate.value,
                line.articles,
                line.reason,
                json.dumps(line.details, ensure_ascii=False) if line.details else "[]",
                line.encoding,
                line.characters,
                line.date_origin.value,
                line.repairs,
                line.article_id,
                line.confidence,
            )
            for number, line in enumerate(lines, first_line)
        ],
    )


def reports(db: sqlite3.Connection, run_id: int) -> list[FileReport]:
    """The report lines of a run in order."""
    rows = db.execute(
        "SELECT file, fate, articles, reason, details, encoding, characters, date_origin, repairs,"
        " article_id, confidence FROM report WHERE run_id = ? ORDER BY line",
        (run_id,),
    )
    return [
        FileReport(
            row[0],
            Fate(row[1]),
            row[2],
            row[3],
            tuple((str(name), str(value)) for name, value in json.loads(row[4])),
            row[5],
            row[6],
            DateOrigin(row[7]),
            row[8],
            row[9],
            row[10],
        )
        for row in rows
    ]
