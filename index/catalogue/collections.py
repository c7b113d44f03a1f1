"""Queries about collections. Called by `index.desk.collections`."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from index.catalogue.desk import COLLECTED, COLLECTION, Row, is_there, rows, sound
from index.catalogue.holding import today
from index.catalogue.searches import request_of
from index.model import CollectedArticle, SearchRequest


@dataclass(frozen=True, slots=True)
class StoredCollection:
    """A collection as the catalogue has it."""

    row: Row

    @property
    def uid(self) -> str:
        """Its name among all copies of the archive."""
        return self.text("uid")

    @property
    def request(self) -> SearchRequest | None:
        """The search that fills it; None if it is filled by hand."""
        try:
            return request_of(self.text("request")) if self.text("request") else None
        except (ValueError, KeyError, TypeError):  # of a later program
            return None

    def text(self, column: str) -> str:
        """A text of the row."""
        return str(COLLECTION.value(self.row, column))

    def number(self, column: str) -> int:
        """A number of the row."""
        return int(str(COLLECTION.value(self.row, column)))


def every(db: sqlite3.Connection) -> list[StoredCollection]:
    """All collections in the order in which people put them."""
    found = [StoredCollection(row) for row in rows(db, COLLECTION) if sound(COLLECTION, row)]
    return sorted(found, key=lambda one: (one.number("position"), one.text("name"), one.number("number")))


def counts(db: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """(articles that are there, articles that are gone) of every collection filled by hand, by uid."""
    if not is_there(db):
        return {}
    query = (
        f"SELECT c.collection, COUNT(DISTINCT {today('c')}), SUM({today('c')} IS NULL)"
        " FROM collection_article c GROUP BY c.collection"
    )
    return {str(row[0]): (int(row[1]), int(row[2])) for row in db.execute(query)}


def articles(db: sqlite3.Connection, uid: str) -> list[CollectedArticle]:
    """What was put into a collection by hand, in its order."""
    if not is_there(db):
        return []
    query = (
        f"SELECT a.id, c.origin, COALESCE(a.title, c.title), a.date, a.source FROM collection_article c"
        f" LEFT JOIN article a ON a.id = {today('c')} WHERE c.collection = ? ORDER BY c.position, c.origin"
    )
    return [CollectedArticle(*row) for row in db.execute(query, (uid,))]


def members(db: sqlite3.Connection, uid: str) -> list[Row]:
    """The rows of a collection filled by hand."""
    return list(
        db.execute(
            f"SELECT {', '.join(COLLECTED.columns)} FROM collection_article WHERE collection = ?"
            " ORDER BY position, origin",
            (uid,),
        )
    )


def of_article(db: sqlite3.Connection, article_id: int) -> list[str]:
    """The uids of the collections into which an article was put by hand."""
    if not is_there(db):
        return []
    query = (
        f"SELECT c.collection FROM collection_article c WHERE {today('c')} = ?1 AND"
        " (c.origin = (SELECT origin FROM article WHERE id = ?1)"
        " OR c.text_key = (SELECT text_key FROM article WHERE id = ?1))"
    )
    return [str(row[0]) for row in db.execute(query, (article_id,))]
