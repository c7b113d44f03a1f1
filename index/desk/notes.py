"""Notes: made on words or whole articles, found again in the texts of today, changed, deleted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from index.catalogue import holding
from index.catalogue import notes as stored
from index.catalogue.desk import NOTE, Row, new_uid, next_number, now
from index.catalogue.notes import StoredNote
from index.desk.anchoring import passage, placed
from index.model import Hold, Note, NoteColour, NoteKind, Passage, RowChange

_NOWHERE = Passage(0, 0)


def read(db: sqlite3.Connection, found: Iterable[StoredNote]) -> Iterator[Note]:
    """Notes as they lie on the articles now."""
    for one in found:
        yield _note(db, one)


def add(
    db: sqlite3.Connection,
    article_id: int,
    places: Sequence[Passage],
    colour: NoteColour,
    remark: str,
    tags: Sequence[str],
) -> Iterator[RowChange]:
    """A note on each place of an article (of which only offsets are looked at). Raises ArticleMissing."""
    title, body = holding.texts(db, article_id)
    number = next_number(db, NOTE)
    for place in places:
        text = title if place.in_title else body
        where = passage(text, place.start, place.end, in_title=place.in_title)
        if where.quote:
            yield _made(db, article_id, NoteKind.PASSAGE, number, where, colour, remark, tags)
            number += 1


def add_whole(
    db: sqlite3.Connection, ids: Sequence[int], kind: NoteKind, remark: str = "", tags: Sequence[str] = ()
) -> Iterator[RowChange]:
    """A note of `kind` on each article as a whole; no second star or line of the reading list."""
    there = stored.starred(db, kind) if kind is not NoteKind.ARTICLE else {}
    number = next_number(db, NOTE)
    for article_id in dict.fromkeys(ids):
        if article_id not in there:
            yield _made(db, article_id, kind, number, _NOWHERE, NoteColour.YELLOW, remark, tags)
            number += 1


def drop_whole(db: sqlite3.Connection, ids: Sequence[int], kind: NoteKind) -> Iterator[RowChange]:
    """Take star or line of the reading list from articles."""
    there = stored.starred(db, kind)
    for article_id in dict.fromkeys(ids):
        if article_id in there:
            yield RowChange(NOTE.name, there[article_id], None)


def set_done(db: sqlite3.Connection, ids: Sequence[int], done: bool) -> Iterator[RowChange]:
    """Say that articles of the reading list were read, or not yet."""
    there = stored.starred(db, NoteKind.TO_READ)
    for article_id in dict.fromkeys(ids):
        row = there.get(article_id)
        if row is not None and bool(NOTE.value(row, "done")) != done:
            yield RowChange(NOTE.name, row, _changed(row, done=int(done)))


def change(
    db: sqlite3.Connection,
    numbers: Sequence[int],
    *,
    colour: NoteColour | None = None,
    remark: str | None = None,
    tags: Sequence[str] | None = None,
    place: Passage | None = None,
) -> Iterator[RowChange]:
    """Change notes; what is None stays. `place` puts a note onto other words of its article.

    A note that found its words again is noted where they are now.
    """
    for one in stored.numbered(db, numbers):
        values: dict[str, object] = _held(db, one)
        if colour is not None:
            values["colour"] = colour.value
        if remark is not None:
            values["remark"] = remark
        if tags is not None:
            values["tags"] = _tags(tags)
        if place is not None and one.article_id is not None:
            title, body = holding.texts(db, one.article_id)
            text = title if place.in_title else body
            values |= _words(passage(text, place.start, place.end, in_title=place.in_title))
            values["kind"] = NoteKind.PASSAGE.value
        yield RowChange(NOTE.name, one.row, _changed(one.row, **values))


def retag(db: sqlite3.Connection, old: str, new: str) -> Iterator[RowChange]:
    """Call a tag otherwise in all notes; with an empty name, take it from them."""
    for one in stored.every(db):
        if old in one.tags:
            kept = [new if tag == old else tag for tag in one.tags]
            yield RowChange(NOTE.name, one.row, _changed(one.row, tags=_tags(kept)))


def delete(db: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[RowChange]:
    """Delete notes."""
    for one in stored.numbered(db, numbers):
        yield RowChange(NOTE.name, one.row, None)


def _note(db: sqlite3.Connection, one: StoredNote) -> Note:
    hold, where = _hold(db, one)
    return Note(
        one.number("number"),
        one.text("uid"),
        one.kind,
        hold,
        one.article_id,
        one.title,
        one.text("origin"),
        where,
        one.colour,
        one.text("remark"),
        one.tags,
        bool(one.number("done")),
        one.date,
        one.source,
        one.text("created_at"),
        one.text("changed_at"),
    )


def _hold(db: sqlite3.Connection, one: StoredNote) -> tuple[Hold, Passage | None]:
    where = one.passage if one.kind is NoteKind.PASSAGE else None
    if one.article_id is None:
        return Hold.GONE, where
    if one.stands or where is None:
        return Hold.EXACT, where
    title, body = holding.texts(db, one.article_id)
    return placed(title if where.in_title else body, where)


def _held(db: sqlite3.Connection, one: StoredNote) -> dict[str, object]:
    """The columns that say where a note is, as of now."""
    if one.article_id is None:
        return {}
    article = holding.held(db, [one.article_id])[0]
    values: dict[str, object] = {
        "origin": article.origin,
        "text_key": article.text_key,
        "title": article.title,
    }
    hold, where = _hold(db, one)
    if where is None or hold in (Hold.LOST, Hold.GONE):
        return values
    title, body = holding.texts(db, one.article_id)
    text = title if where.in_title else body
    return values | _words(passage(text, where.start, where.end, in_title=where.in_title))


def _words(where: Passage) -> dict[str, object]:
    return {
        "in_title": int(where.in_title),
        "start": where.start,
        "end": where.end,
        "quote": where.quote,
        "before": where.before,
        "after": where.after,
    }


def _made(
    db: sqlite3.Connection,
    article_id: int,
    kind: NoteKind,
    number: int,
    where: Passage,
    colour: NoteColour,
    remark: str,
    tags: Sequence[str],
) -> RowChange:
    article = holding.held(db, [article_id])[0]
    at = now()
    values: dict[str, object] = {
        "uid": new_uid(),
        "number": number,
        "kind": kind.value,
        "origin": article.origin,
        "text_key": article.text_key,
        "title": article.title,
        "colour": colour.value,
        "remark": remark,
        "tags": _tags(tags),
        "done": 0,
        "created_at": at,
        "changed_at": at,
    } | _words(where)
    return RowChange(NOTE.name, None, tuple(values[column] for column in NOTE.columns))


def _changed(row: Row, **values: object) -> Row:
    values["changed_at"] = now()
    return tuple(values.get(column, old) for column, old in zip(NOTE.columns, row, strict=True))


def _tags(tags: Sequence[str]) -> str:
    kept = dict.fromkeys(tag.strip() for tag in tags if tag.strip())
    return json.dumps(list(kept), ensure_ascii=False)
