"""Queries about searches: those that people keep under a name, and those they made."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from index.model import FacetField, Filter, HistoryEntry, SearchRequest, Sort

_HISTORY_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Saved:
    """A search as the catalogue keeps it; articles with numbers above `seen` came after the last look."""

    id: int
    name: str
    request: SearchRequest
    created_at: str
    looked_at: str
    seen: int


def saved(db: sqlite3.Connection) -> list[Saved]:
    """All kept searches by name; none in an archive that cannot be brought to this format."""
    if not _is_there(db):
        return []
    rows = db.execute(
        "SELECT id, name, request, created_at, looked_at, seen FROM saved_search ORDER BY name, id"
    )
    return [Saved(row[0], row[1], request_of(row[2]), *row[3:]) for row in rows]


def save(db: sqlite3.Connection, name: str, request: SearchRequest, seen: int) -> int:
    """Keep a search; one of the same name is replaced. Returns its number."""
    now = _now()
    db.execute(
        "INSERT INTO saved_search (name, request, created_at, looked_at, seen) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET request = excluded.request, looked_at = excluded.looked_at,"
        " seen = excluded.seen",
        (name, written(request), now, now, seen),
    )
    return int(db.execute("SELECT id FROM saved_search WHERE name = ?", (name,)).fetchone()[0])


def rename(db: sqlite3.Connection, number: int, name: str) -> None:
    """Give a kept search another name; one that had it before is replaced."""
    db.execute("DELETE FROM saved_search WHERE name = ? AND id <> ?", (name, number))
    db.execute("UPDATE saved_search SET name = ? WHERE id = ?", (name, number))


def delete(db: sqlite3.Connection, number: int) -> None:
    """Keep a search no longer."""
    db.execute("DELETE FROM saved_search WHERE id = ?", (number,))


def look(db: sqlite3.Connection, number: int, seen: int) -> None:
    """Note that somebody looked at a kept search just now."""
    db.execute("UPDATE saved_search SET looked_at = ?, seen = ? WHERE id = ?", (_now(), seen, number))


def remember(db: sqlite3.Connection, text: str, total: int) -> None:
    """Put a query on top of the history; the oldest are forgotten in the end."""
    db.execute(
        "INSERT INTO search_history (text, at, times, total) VALUES (?, ?, 1, ?) ON CONFLICT (text)"
        " DO UPDATE SET at = excluded.at, times = times + 1, total = excluded.total",
        (text, _now(), total),
    )
    db.execute(
        "DELETE FROM search_history WHERE text IN"
        f" (SELECT text FROM search_history ORDER BY at DESC LIMIT -1 OFFSET {_HISTORY_KEPT})"
    )


def history(db: sqlite3.Connection, limit: int) -> list[HistoryEntry]:
    """The latest queries, latest first."""
    if not _is_there(db):
        return []
    rows = db.execute(
        "SELECT text, at, times, total FROM search_history ORDER BY at DESC, text LIMIT ?", (limit,)
    )
    return [HistoryEntry(*row) for row in rows]


def forget(db: sqlite3.Connection, text: str | None) -> None:
    """Take one query out of the history, or all."""
    if text is None:
        db.execute("DELETE FROM search_history")
    else:
        db.execute("DELETE FROM search_history WHERE text = ?", (text,))


def _is_there(db: sqlite3.Connection) -> bool:
    """Whether the tables are there: an older archive that is opened read-only does not have them."""
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'saved_search'").fetchone())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def written(request: SearchRequest) -> str:
    """A request as JSON."""
    filters = [[f.field.value, list(f.values), f.exclude] for f in request.filters]
    value = {
        "text": request.text,
        "sort": request.sort.value,
        "filters": filters,
        "collapse": request.collapse,
    }
    return json.dumps(value, ensure_ascii=False)


def request_of(text: str) -> SearchRequest:
    """The request in JSON. Raises ValueError, KeyError or TypeError for anything else."""
    value = json.loads(text)
    filters = tuple(Filter(FacetField(field), tuple(v), bool(no)) for field, v, no in value["filters"])
    return SearchRequest(value["text"], Sort(value["sort"]), filters, bool(value["collapse"]))
