"""Which article of today a row of the desk means: the one of its origin, or else one with the same text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from index.catalogue.desk import NO_TEXT, DeskTable, Row
from index.errors import ArticleMissing


@dataclass(frozen=True, slots=True)
class Held:
    """An article as rows of the desk name it."""

    article_id: int
    origin: str
    text_key: bytes
    title: str


def today(row: str) -> str:
    """SQL for the number of the article that a row with `origin` and `text_key` means now, or NULL."""
    return (
        f"COALESCE((SELECT id FROM article WHERE origin = {row}.origin AND state = 'current'),"
        f" (SELECT MIN(id) FROM article WHERE text_key = {row}.text_key AND state = 'current'"
        f" AND {row}.text_key <> x'{NO_TEXT.hex()}'))"
    )


def held(db: sqlite3.Connection, ids: Sequence[int]) -> list[Held]:
    """The articles `ids` in that order. Raises ArticleMissing."""
    query = "SELECT id, origin, text_key, title FROM article WHERE id IN (SELECT value FROM json_each(?))"
    found = {
        row[0]: Held(row[0], row[1], row[2], row[3])
        for row in db.execute(query, (json.dumps([int(number) for number in ids]),))
    }
    for number in ids:
        if number not in found:
            raise ArticleMissing(article_id=number)
    return [found[number] for number in ids]


def texts(db: sqlite3.Connection, article_id: int) -> tuple[str, str]:
    """Title and body of an article. Raises ArticleMissing."""
    row = db.execute("SELECT title, body FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise ArticleMissing(article_id=article_id)
    return str(row[0]), str(row[1])


def same_text(db: sqlite3.Connection, table: DeskTable, article: Held) -> Row | None:
    """A row that was made on another article of the same text and means this one now."""
    columns = ", ".join(table.columns)
    query = f"SELECT {columns} FROM {table.name} t WHERE text_key = ? AND {today('t')} = ?"
    found: Row | None = db.execute(query, (article.text_key, article.article_id)).fetchone()
    return found
