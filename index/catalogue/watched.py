"""The folders that an archive watches. Called by `index.archive.watching`."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from index.model import WatchedFolder


def folders(db: sqlite3.Connection) -> tuple[WatchedFolder, ...]:
    """All of them, by path."""
    rows = db.execute("SELECT path, added_at, paused FROM watched ORDER BY path")
    return tuple(WatchedFolder(path, added_at, bool(paused)) for path, added_at, paused in rows)


def add(db: sqlite3.Connection, path: str) -> None:
    """Watch a folder; one that is watched already is no longer paused."""
    db.execute(
        "INSERT INTO watched (path, added_at, paused) VALUES (?, ?, 0)"
        " ON CONFLICT (path) DO UPDATE SET paused = 0",
        (path, datetime.now(UTC).isoformat(timespec="seconds")),
    )


def remove(db: sqlite3.Connection, path: str) -> None:
    """Watch a folder no longer; what came from it stays."""
    db.execute("DELETE FROM watched WHERE path = ?", (path,))


def pause(db: sqlite3.Connection, path: str, paused: bool) -> None:
    """Let a folder rest, or look at it again."""
    db.execute("UPDATE watched SET paused = ? WHERE path = ?", (paused, path))
