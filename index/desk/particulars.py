"""What a citation is made of: an article's own particulars, with what somebody corrected of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import fields

from index.catalogue import holding
from index.catalogue.desk import PARTICULARS, is_there, now, row
from index.model import Genre, Particulars, RowChange

_FIELDS = tuple(field.name for field in fields(Particulars))
_GENRES = {genre.value for genre in Genre}


def corrected(db: sqlite3.Connection, article_id: int) -> Particulars:
    """What was corrected for an article; None for everything that was not. Raises ArticleMissing."""
    article = holding.held(db, [article_id])[0]
    if not is_there(db):
        return Particulars()
    found = row(db, PARTICULARS, (article.origin,))
    if found is None:
        found = holding.same_text(db, PARTICULARS, article)
    return _read(str(PARTICULARS.value(found, "fields"))) if found is not None else Particulars()


def correct(db: sqlite3.Connection, article_id: int, wanted: Particulars) -> Iterator[RowChange]:
    """Keep corrections for an article; one that says nothing takes them away."""
    article = holding.held(db, [article_id])[0]
    before = row(db, PARTICULARS, (article.origin,))
    said = {name: value for name in _FIELDS if (value := getattr(wanted, name)) is not None}
    if said:
        after = (article.origin, article.text_key, json.dumps(said, ensure_ascii=False), now())
        yield RowChange(PARTICULARS.name, before, after)
    elif before is not None:
        yield RowChange(PARTICULARS.name, before, None)


def _read(text: str) -> Particulars:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return Particulars()
    if not isinstance(said, dict):
        return Particulars()
    values = {
        name: str(said[name]) for name in _FIELDS if name != "genre" and isinstance(said.get(name), str)
    }
    kind = said.get("genre")
    genre = Genre(kind) if isinstance(kind, str) and kind in _GENRES else None
    return Particulars(genre=genre, **values)
