"""Who is said to hold which post: statements, each wording once, with the articles that make them.

Somebody named in every fourth article of a large archive is given posts some fifty thousand times, in some
hundred wordings; so articles are read as arrays, and a page never makes an object for each. Written by
`entities`, read by `index.register`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from index.catalogue.lives import Articles, Ints, Lives, parsed
from index.model import MentionType

_MONTH, _YEAR = 100, 10_000  # what of a day YYYYMMDD is left away
_MOST_LINES = 1500  # more than this by month: by year

Wording = tuple[int, str, str, str, str, int | None, int | None, int | None]  # as the table has it


class Stated(NamedTuple):
    """A post given to somebody in the same words by articles of one month (or year), oldest first."""

    person_id: int
    person: str
    post: str
    post_id: int | None
    post_key: str
    organisation: str
    place: str
    articles: Articles

    @property
    def times(self) -> int:
        """How many articles say so."""
        return len(self.articles)


class StatedIn(NamedTuple):
    """A statement in one article."""

    person_id: int
    person: str
    post: str
    organisation: str
    place: str
    article_id: int
    date: str | None


def number_of(db: sqlite3.Connection, wording: Wording) -> int:
    """The number of a statement in these words of these entities; made if it is new."""
    row = db.execute(
        "SELECT id FROM statement WHERE person_id = ? AND person = ? AND post = ? AND organisation = ?"
        " AND place = ? AND post_id IS ? AND organisation_id IS ? AND place_id IS ?",
        wording,
    ).fetchone()
    if row is not None:
        return int(row[0])
    cursor = db.execute(
        "INSERT INTO statement (person_id, person, post, organisation, place, post_id, organisation_id,"
        " place_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        wording,
    )
    return int(cursor.lastrowid or 0)


def of_person(db: sqlite3.Connection, lives: Lives, person_id: int) -> list[Stated]:
    """What is stated of the posts of one person."""
    return _read(db, lives, "s.person_id = ?", (person_id,))


def of_posts(db: sqlite3.Connection, lives: Lives, posts: Sequence[int], most: int) -> list[Stated]:
    """Who is said to hold one of `posts` (entities): of the wordings the `most` frequent."""
    return _read(db, lives, "s.post_id IN (SELECT value FROM json_each(?))", (_json(posts),), most)


def within(
    db: sqlite3.Connection,
    lives: Lives,
    entity_id: int,
    kind: MentionType,
    posts: Sequence[int],
    most: int,
) -> list[Stated]:
    """Statements that name this organisation or place with the post, or have one of `posts`."""
    column = "organisation_id" if kind is MentionType.ORGANISATION else "place_id"
    chosen = (
        f"s.id IN (SELECT id FROM statement WHERE {column} = ? UNION"
        " SELECT id FROM statement WHERE post_id IN (SELECT value FROM json_each(?)))"
    )
    return _read(db, lives, chosen, (entity_id, _json(posts)), most)


def everything(db: sqlite3.Connection, lives: Lives) -> list[Stated]:
    """Every statement of the archive."""
    return _read(db, lives, "1", ())


def _read(
    db: sqlite3.Connection,
    lives: Lives,
    chosen: str,
    params: tuple[int | str, ...],
    most: int | None = None,
) -> list[Stated]:
    """The statements `chosen`, of more than `most` wordings those that most articles use."""
    rows = db.execute(
        "SELECT s.person_id, n.name, s.post, s.post_id, COALESCE(e.key, ''), s.organisation, s.place,"
        " (SELECT group_concat(x.article_id) FROM stated x WHERE x.statement_id = s.id) AS said"
        " FROM statement s JOIN entity n ON n.id = s.person_id LEFT JOIN entity e ON e.id = s.post_id"
        f" WHERE {chosen} AND said IS NOT NULL",
        params,
    ).fetchall()
    ids = parsed(",".join(row[-1] for row in rows))
    wordings = np.repeat(np.arange(len(rows)), [row[-1].count(",") + 1 for row in rows])
    days = lives.days(ids)
    there = days >= 0
    if most is not None and len(rows) > most:
        counts = np.bincount(wordings[there], minlength=len(rows))
        kept = np.zeros(len(rows), dtype=np.bool_)
        kept[np.lexsort((np.arange(len(rows)), -counts))[:most]] = True
        there &= kept[wordings]
    return _lines(rows, wordings[there], Articles(ids[there], days[there]))


def _lines(rows: list[tuple[object, ...]], wordings: Ints, said: Articles) -> list[Stated]:
    """The articles of each wording by months; by years where that is too much."""
    order = np.lexsort((said.ids, said.days, wordings))
    wordings, ids, days = wordings[order], said.ids[order], said.days[order]
    new = np.ones(len(ids), dtype=np.bool_)  # an article may say the same twice
    new[1:] = (wordings[1:] != wordings[:-1]) | (ids[1:] != ids[:-1])
    wordings, ids, days = wordings[new], ids[new], days[new]
    starts = _starts(wordings, days.astype(np.int64) // _MONTH)
    if len(starts) > _MOST_LINES:
        starts = _starts(wordings, days.astype(np.int64) // _YEAR)
    ends = [*starts.tolist(), len(ids)][1:]
    return [
        Stated._make((*rows[wording][:-1], Articles(ids[start:end], days[start:end])))
        for wording, start, end in zip(wordings[starts].tolist(), starts.tolist(), ends, strict=True)
    ]


def _starts(wordings: Ints, spans: Ints) -> Ints:
    if not len(wordings):
        return np.empty(0, dtype=np.int64)
    changed = (wordings[1:] != wordings[:-1]) | (spans[1:] != spans[:-1])
    return np.flatnonzero(np.r_[True, changed])


def by_article(db: sqlite3.Connection, ids: Sequence[int] | None = None) -> Iterator[StatedIn]:
    """Every statement of the current articles, or of those among `ids`, with its article."""
    chosen = "" if ids is None else " WHERE x.article_id IN (SELECT value FROM json_each(?))"
    rows = db.execute(
        "SELECT s.person_id, n.name, s.post, s.organisation, s.place, x.article_id, a.date FROM stated x"
        " JOIN article a INDEXED BY article_life ON a.id = x.article_id AND a.state = 'current'"
        f" JOIN statement s ON s.id = x.statement_id JOIN entity n ON n.id = s.person_id{chosen}",
        () if ids is None else (_json(ids),),
    )
    return map(StatedIn._make, rows)


def articles_about(db: sqlite3.Connection, entity_id: int) -> set[int]:
    """Current articles with a statement about this person, post, organisation or place."""
    columns = ("person_id", "post_id", "organisation_id", "place_id")
    query = " UNION ".join(f"SELECT id FROM statement WHERE {column} = ?1" for column in columns)
    rows = db.execute(
        f"SELECT a.id FROM ({query}) s JOIN stated x ON x.statement_id = s.id"
        " JOIN article a INDEXED BY article_life ON a.id = x.article_id AND a.state = 'current'",
        (entity_id,),
    )
    return {row[0] for row in rows}


def usual_posts(db: sqlite3.Connection, people: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    """(person, post, how often) of some people, most often first; forms of one post count together."""
    rows = db.execute(
        "SELECT s.person_id, COALESCE(e.name, s.post),"
        " SUM((SELECT COUNT(*) FROM stated x WHERE x.statement_id = s.id)) AS n"
        " FROM statement s LEFT JOIN entity e ON e.id = s.post_id"
        " WHERE s.person_id IN (SELECT value FROM json_each(?))"
        " GROUP BY s.person_id, COALESCE(e.id, s.post) HAVING n > 0 ORDER BY n DESC, 2",
        (_json(people),),
    )
    return ((row[0], row[1], row[2]) for row in rows)


def forget_unused(db: sqlite3.Connection) -> None:
    """Remove statements that no article makes any more."""
    db.execute("DELETE FROM statement WHERE id NOT IN (SELECT statement_id FROM stated)")


def _json(ids: Iterable[int]) -> str:
    return json.dumps([int(number) for number in ids])
