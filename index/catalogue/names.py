"""All names that an archive's articles mention, for completion and for spelling.

Called by `index.exploration`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.catalogue import articles
from index.model import MentionType


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its group (a MentionType value), its folded key and the number of articles that have it."""

    id: int
    group: str
    text: str
    key: str
    count: int


def names(db: sqlite3.Connection) -> Iterator[Name]:
    """Every entity but dates that a current article names, most used first."""
    rows = db.execute(
        "SELECT e.id, e.type, e.name, e.key, x.n FROM"
        " (SELECT entity_id, COUNT(*) AS n FROM entity_article GROUP BY entity_id) x"
        " JOIN entity e ON e.id = x.entity_id WHERE e.type <> 'date' ORDER BY x.n DESC, LENGTH(e.name), e.id"
    )
    return (Name(*row) for row in rows)


def named(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Type and name of each of the entities `ids` that is there."""
    marks = ",".join("?" * len(ids))
    rows = db.execute(f"SELECT id, type, name FROM entity WHERE id IN ({marks})", ids)
    return {row[0]: (row[1], row[2]) for row in rows}


def state(db: sqlite3.Connection) -> tuple[int, ...]:
    """Something that changes whenever names may have: articles come or go, or somebody corrects a name."""
    newest = db.execute("SELECT MAX(id) FROM article").fetchone()[0] or 0
    corrected = (0, 0)
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'correction'").fetchone():
        corrected = db.execute("SELECT COUNT(*), COALESCE(SUM(undone), 0) FROM correction").fetchone()
    return int(newest), articles.count(db), *corrected


def is_name(db: sqlite3.Connection, key: str) -> bool:
    """Whether an entity has this folded key."""
    kinds = ",".join(f"'{kind.value}'" for kind in MentionType)
    return bool(db.execute(f"SELECT 1 FROM entity WHERE type IN ({kinds}) AND key = ?", (key,)).fetchone())


def of_article(db: sqlite3.Connection, article_id: int) -> list[tuple[Name, int]]:
    """The entities but dates that an article names, each with how often."""
    rows = db.execute(
        "SELECT e.id, e.type, e.name, e.key,"
        " (SELECT COUNT(*) FROM entity_article y WHERE y.entity_id = e.id), x.mentions"
        " FROM entity_article x JOIN entity e ON e.id = x.entity_id"
        " WHERE x.article_id = ? AND e.type <> 'date'",
        (article_id,),
    )
    return [(Name(*row[:5]), row[5]) for row in rows]


def articles_with(db: sqlite3.Connection, entity_id: int) -> list[tuple[int, int]]:
    """The articles that name an entity, ascending, each with how often."""
    return db.execute(
        "SELECT article_id, mentions FROM entity_article WHERE entity_id = ? ORDER BY article_id",
        (entity_id,),
    ).fetchall()
