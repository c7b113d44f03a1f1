"""All names that an archive's articles mention, for completion and for spelling.

Called by `index.exploration`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its group (a MentionType value), its folded key and the number of articles that have it."""

    id: int
    group: str
    text: str
    key: str
    count: int


def names(db: sqlite3.Connection) -> list[Name]:
    """Every entity but dates that a current article names, most used first."""
    rows = db.execute(
        "SELECT e.id, e.type, e.name, e.key, x.n FROM"
        " (SELECT entity_id, COUNT(*) AS n FROM entity_article GROUP BY entity_id) x"
        " JOIN entity e ON e.id = x.entity_id WHERE e.type <> 'date' ORDER BY x.n DESC, LENGTH(e.name), e.id"
    )
    return [Name(*row) for row in rows]
