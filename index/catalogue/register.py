"""Queries for the register: the articles of an entity, its companions, the posts of people.

State and date of articles come from the index `article_life`, never from the long rows of the table
itself: that is what keeps pages quick in large archives. Called by `index.register`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.catalogue import statements
from index.distinct import distinct
from index.model import ArticleLink, EntityCount, EntityName, MentionType

_LIFE = "article a INDEXED BY article_life"
_FEW_ARTICLES = 200  # in a small archive everything is in a quarter of the articles
_COMPANIONS_READ = 1500  # those in the fewest articles are left out where there are more
_KEYED = "appointments_keyed"


@dataclass(frozen=True, slots=True)
class Span:
    """Where an entity stands in a body."""

    entity_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sums:
    """An entity over many articles: how many, how many mentions, the first and the last article."""

    entity_id: int
    articles: int
    mentions: int
    first: int
    last: int


@dataclass(slots=True)
class _Sum:
    kind: str
    first: tuple[str, int]
    last: tuple[str, int]
    articles: int = 0
    mentions: int = 0


def named(db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, EntityName]:
    """The entities `ids` that exist."""
    rows = db.execute(
        "SELECT id, type, name FROM entity WHERE id IN (SELECT value FROM json_each(?))", (_json(ids),)
    )
    return {row[0]: EntityName(row[0], MentionType(row[1]), row[2]) for row in rows}


def key_of(db: sqlite3.Connection, entity_id: int) -> tuple[MentionType, str, str] | None:
    """(type, key, name) of an entity."""
    row = db.execute("SELECT type, key, name FROM entity WHERE id = ?", (entity_id,)).fetchone()
    return None if row is None else (MentionType(row[0]), row[1], row[2])


def by_key(db: sqlite3.Connection, kind: MentionType, key: str) -> int | None:
    """The number of the entity with this key."""
    row = db.execute("SELECT id FROM entity WHERE type = ? AND key = ?", (kind.value, key)).fetchone()
    return None if row is None else int(row[0])


def naming(db: sqlite3.Connection, entity_id: int) -> set[int]:
    """All current articles that name an entity; with their dates see `lives`."""
    rows = db.execute(
        f"SELECT a.id FROM entity_article x JOIN {_LIFE} ON a.id = x.article_id AND a.state = 'current'"
        " WHERE x.entity_id = ?",
        (entity_id,),
    )
    return {row[0] for row in rows}


def links(db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, ArticleLink]:
    """The articles `ids` as links, by number."""
    rows = db.execute(
        f"SELECT a.id, t.origin, t.title, a.date FROM json_each(?) j CROSS JOIN {_LIFE} ON a.id = j.value"
        " CROSS JOIN article t ON t.id = a.id",
        (_json(ids),),
    )
    return {row[0]: ArticleLink(*row) for row in rows}


def companions(
    db: sqlite3.Connection, ids: Sequence[int], entity_id: int, per_type: int
) -> dict[MentionType, list[EntityCount]]:
    """What the articles `ids` name besides the entity, most articles first, `per_type` of each type."""
    rows = db.execute(
        "SELECT t.entity_id, e.type, e.name, t.articles FROM (SELECT x.entity_id, COUNT(*) AS articles"
        " FROM json_each(?) j JOIN entity_article x INDEXED BY entity_article_article"
        " ON x.article_id = j.value WHERE x.entity_id <> ? GROUP BY x.entity_id"
        " ORDER BY articles DESC LIMIT ?) t"
        " JOIN entity e ON e.id = t.entity_id ORDER BY t.articles DESC, e.id",
        (_json(ids), entity_id, _COMPANIONS_READ),
    )
    found: dict[MentionType, list[EntityCount]] = {kind: [] for kind in MentionType}
    kinds = {kind.value: kind for kind in MentionType}
    for number, type_, name, count in rows:
        of_type = found[kinds[type_]]
        if len(of_type) < per_type:
            of_type.append(EntityCount(number, kinds[type_], name, count))
    return found


def publishers(db: sqlite3.Connection, among: Iterable[int], articles: int) -> set[int]:
    """Bodies that a quarter of all `articles` name: who publishes them, which says nothing of anybody."""
    if articles < _FEW_ARTICLES:
        return set()
    rows = db.execute(
        "SELECT e.id FROM json_each(?) j CROSS JOIN entity e ON e.id = j.value WHERE e.type = ? AND"
        " (SELECT COUNT(*) FROM (SELECT 1 FROM entity_article x WHERE x.entity_id = e.id LIMIT ?)) >= ?",
        (_json(among), MentionType.ORGANISATION.value, articles // 4, articles // 4),
    )
    return {number for (number,) in rows}


def keys_starting(db: sqlite3.Connection, kind: MentionType, start: str, limit: int) -> list[tuple[int, str]]:
    """(number, key) of entities of one type whose key begins with `start`."""
    return db.execute(
        "SELECT id, key FROM entity WHERE type = ? AND key >= ? AND key < ? LIMIT ?",
        (kind.value, start, start + "\U0010ffff", limit),
    ).fetchall()


def keys_like(
    db: sqlite3.Connection, kind: MentionType, parts: Sequence[str], limit: int
) -> list[tuple[int, str, str]]:
    """(number, key, name) of entities of one type whose key holds `parts` in this order."""
    pattern = "%".join(["", *(_escaped(part) for part in parts), ""])
    return db.execute(
        "SELECT id, key, name FROM entity WHERE type = ? AND key LIKE ? ESCAPE '\\' LIMIT ?",
        (kind.value, pattern, limit),
    ).fetchall()


def together(db: sqlite3.Connection, entities: Sequence[int]) -> list[int]:
    """Current articles that name every one of `entities`, newest first."""
    wanted = sorted(set(entities))
    if not wanted:
        return []
    query = " INTERSECT ".join(["SELECT article_id FROM entity_article WHERE entity_id = ?"] * len(wanted))
    rows = db.execute(
        f"SELECT a.id FROM ({query}) t JOIN {_LIFE} ON a.id = t.article_id AND a.state = 'current'"
        " ORDER BY a.date DESC, a.id DESC",
        wanted,
    )
    return [row[0] for row in rows]


def between(db: sqlite3.Connection, first: str, last: str) -> list[int]:
    """Current articles dated from `first` to `last`, both included."""
    rows = db.execute(
        "SELECT id FROM article WHERE state = 'current' AND date >= ? AND date <= ? ORDER BY date, id",
        (first, last + "~"),
    )
    return [row[0] for row in rows]


def named_in(
    db: sqlite3.Connection, ids: Sequence[int], kinds: Iterable[MentionType]
) -> list[tuple[int, int, str, str, str]]:
    """(article, entity, type, key, name) for all entities of some types in the articles `ids`."""
    return db.execute(
        "SELECT x.article_id, e.id, e.type, e.key, e.name FROM json_each(?) j JOIN entity_article x"
        " INDEXED BY entity_article_article ON x.article_id = j.value JOIN entity e ON e.id = x.entity_id"
        " WHERE e.type IN (SELECT value FROM json_each(?))",
        (_json(ids), json.dumps([kind.value for kind in kinds])),
    ).fetchall()


def spans_of_type(db: sqlite3.Connection, ids: Sequence[int], kind: MentionType) -> dict[int, list[Span]]:
    """The mentions of one type in the bodies of the articles `ids`, by article."""
    rows = db.execute(
        "SELECT m.article_id, m.places FROM json_each(?) j JOIN mentions m ON m.article_id = j.value",
        (_json(ids),),
    ).fetchall()
    found: dict[int, list[Span]] = {number: [] for number in ids}
    if not rows:
        return found
    places = [np.frombuffer(blob, dtype="<i4").reshape(-1, 4) for _, blob in rows]
    joined = np.concatenate(places)
    articles = np.repeat([number for number, _ in rows], [len(one) for one in places])
    query = "SELECT e.id FROM json_each(?) j CROSS JOIN entity e ON e.id = j.value WHERE e.type = ?"
    wanted = db.execute(query, (_json(distinct(joined[:, 0]).tolist()), kind.value)).fetchall()
    kept = np.isin(joined[:, 0], [row[0] for row in wanted]) & (joined[:, 1] == 0)
    for article, (entity, _, start, end) in zip(articles[kept].tolist(), joined[kept].tolist(), strict=True):
        found[article].append(Span(entity, start, end))
    return found


def places(db: sqlite3.Connection, ids: Sequence[int], entity_id: int) -> dict[int, list[tuple[int, int]]]:
    """(start, end) of the mentions of one entity in the bodies of the articles `ids`, by article."""
    rows = db.execute(
        "SELECT m.article_id, m.places FROM json_each(?) j JOIN mentions m ON m.article_id = j.value",
        (_json(ids),),
    )
    found: dict[int, list[tuple[int, int]]] = {}
    for number, blob in rows:
        every = np.frombuffer(blob, dtype="<i4").reshape(-1, 4)
        own = every[(every[:, 0] == entity_id) & (every[:, 1] == 0)]
        found[number] = [(start, end) for start, end in own[:, 2:].tolist()]
    return found


def bodies(db: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, str]]:
    """(article, body) for the articles `ids`, in their order."""
    query = "SELECT t.id, t.body FROM json_each(?) j CROSS JOIN article t ON t.id = j.value ORDER BY j.key"
    return db.execute(query, (_json(ids),)).fetchall()


def occurrences(
    db: sqlite3.Connection, ids: Sequence[int] | None
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """(article, entity) for the articles `ids` (None: all current ones), and the articles without a date.

    In order of time, those without a date last; shapes (n, 2) and (m,).
    """
    chosen = "" if ids is None else " WHERE a.id IN (SELECT value FROM json_each(?))"
    query = f"SELECT a.date, a.id FROM {_LIFE}{chosen or ' WHERE 1'} AND a.state = 'current'"
    dated = db.execute(query, () if ids is None else (_json(ids),)).fetchall()
    ordered = [number for _, number in sorted((date or "9", number) for date, number in dated)]
    undated = np.array([number for date, number in dated if not date], dtype=np.int64)
    blocks = [np.empty((0, 2), dtype=np.int64)]
    for at in range(0, len(ordered), 20_000):
        rows = db.execute(
            "SELECT x.article_id, x.entity_id FROM json_each(?) j CROSS JOIN entity_article x"
            " INDEXED BY entity_article_article ON x.article_id = j.value ORDER BY j.key",
            (_json(ordered[at : at + 20_000]),),
        ).fetchall()
        blocks.append(np.array(rows, dtype=np.int64).reshape(-1, 2))
    return np.concatenate(blocks), undated


def numbers_of_types(db: sqlite3.Connection, kinds: Iterable[MentionType]) -> npt.NDArray[np.int64]:
    """All entities of some types."""
    query = "SELECT id FROM entity WHERE type IN (SELECT value FROM json_each(?))"
    rows = db.execute(query, (json.dumps([kind.value for kind in kinds]),)).fetchall()
    return np.array(rows, dtype=np.int64).reshape(-1)


def summed(db: sqlite3.Connection, ids: Sequence[int] | None) -> list[Sums]:
    """Every entity but dates in the articles `ids` (None: all), grouped by type, most articles first."""
    chosen = "" if ids is None else " AND a.id IN (SELECT value FROM json_each(?))"
    rows = db.execute(
        "SELECT x.entity_id, e.type, x.mentions, x.article_id, a.date FROM entity_article x"
        f" JOIN {_LIFE} ON a.id = x.article_id AND a.state = 'current' JOIN entity e ON e.id = x.entity_id"
        f" WHERE e.type <> 'date'{chosen}",
        () if ids is None else (_json(ids),),
    )
    found: dict[int, _Sum] = {}
    for entity, kind, mentions, article, date in rows:
        one = found.get(entity)
        if one is None:
            one = found[entity] = _Sum(kind, (date or "9", article), (date or "", article))
        one.articles += 1
        one.mentions += mentions
        one.first = min(one.first, (date or "9", article))
        one.last = max(one.last, (date or "", article))
    order = {kind.value: place for place, kind in enumerate(MentionType)}
    ordered = sorted(found.items(), key=lambda item: (order[item[1].kind], -item[1].articles, item[0]))
    return [Sums(n, one.articles, one.mentions, one.first[1], one.last[1]) for n, one in ordered]


def forget_unnamed(db: sqlite3.Connection) -> int:
    """Remove entities that nothing names any more; returns how many."""
    statements.forget_unused(db)
    appointed = " AND ".join(
        f"id NOT IN (SELECT {column} FROM statement WHERE {column} IS NOT NULL)"
        for column in ("person_id", "post_id", "organisation_id", "place_id")
    )
    query = f"DELETE FROM entity WHERE id NOT IN (SELECT entity_id FROM entity_article) AND {appointed}"
    return int(db.execute(query).rowcount)


def key_appointments(db: sqlite3.Connection, key: Callable[[MentionType, str], str]) -> None:
    """Give appointments written before format 3 the entities of their post, body and place; once."""
    columns = (
        ("post", "post_id", MentionType.POST),
        ("organisation", "organisation_id", MentionType.ORGANISATION),
        ("place", "place_id", MentionType.PLACE),
    )
    for text, column, kind in columns:
        numbers: list[tuple[int, str]] = []
        for (name,) in db.execute(f"SELECT DISTINCT {text} FROM statement WHERE {text} <> ''").fetchall():
            number = by_key(db, kind, key(kind, name))
            if number is not None:
                numbers.append((number, name))
        db.execute("CREATE TEMP TABLE keyed (name TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID")
        db.executemany("INSERT INTO keyed (number, name) VALUES (?, ?)", numbers)
        db.execute(f"UPDATE statement SET {column} = (SELECT number FROM keyed WHERE name = {text})")
        db.execute("DROP TABLE keyed")
    db.execute("INSERT OR REPLACE INTO property (name, value) VALUES (?, '1')", (_KEYED,))


def appointments_keyed(db: sqlite3.Connection) -> bool:
    """Whether `key_appointments` was done, or nothing was there to do it to."""
    return db.execute("SELECT 1 FROM property WHERE name = ?", (_KEYED,)).fetchone() is not None


def _json(ids: Iterable[int]) -> str:
    return json.dumps([int(number) for number in ids])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
