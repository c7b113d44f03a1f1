"""Queries about notes. Called by `index.desk.notes`, which finds their places in the texts of today."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.catalogue.desk import NOTE, Row, is_there, sound
from index.catalogue.holding import today
from index.model import NoteColour, NoteKind, Passage


@dataclass(frozen=True, slots=True)
class StoredNote:
    """A note as it was made, and the article it means now; `stands`: its words are where they stood."""

    row: Row
    article_id: int | None
    title: str
    date: str | None
    source: str | None
    stands: bool

    @property
    def kind(self) -> NoteKind:
        """What it is about."""
        return NoteKind(self.text("kind"))

    @property
    def passage(self) -> Passage:
        """The words it was made on."""
        start, end = self.number("start"), self.number("end")
        words = (self.text("quote"), self.text("before"), self.text("after"))
        return Passage(start, end, *words, in_title=bool(self.number("in_title")))

    @property
    def colour(self) -> NoteColour:
        """Its colour; yellow for one that this program does not know."""
        known = {colour.value for colour in NoteColour}
        return NoteColour(self.text("colour")) if self.text("colour") in known else NoteColour.YELLOW

    @property
    def tags(self) -> tuple[str, ...]:
        """Its tags."""
        return tuple(str(tag) for tag in json.loads(self.text("tags")))

    def text(self, column: str) -> str:
        """A text of the row."""
        return str(NOTE.value(self.row, column))

    def number(self, column: str) -> int:
        """A number of the row."""
        return int(str(NOTE.value(self.row, column)))


_KINDS = {kind.value for kind in NoteKind}
_COLUMNS = ", ".join(f"n.{column}" for column in NOTE.columns)
_STANDS = (
    "CASE WHEN n.kind <> 'passage' THEN 1"
    " WHEN n.in_title THEN SUBSTR(a.title, n.start + 1, n.end - n.start) = n.quote"
    " ELSE SUBSTR(a.body, n.start + 1, n.end - n.start) = n.quote END"
)
_QUERY = (
    f"SELECT {_COLUMNS}, a.id, a.title, a.date, a.source, {_STANDS}"
    f" FROM note n LEFT JOIN article a ON a.id = {today('n')}"
)


def every(db: sqlite3.Connection) -> list[StoredNote]:
    """All notes, latest change first."""
    if not is_there(db):
        return []
    return list(_stored(db.execute(f"{_QUERY} ORDER BY n.changed_at DESC, n.number DESC")))


def of_article(db: sqlite3.Connection, article_id: int) -> list[StoredNote]:
    """The notes that mean an article, in the order of its text."""
    if not is_there(db):
        return []
    rows = db.execute(
        f"{_QUERY} WHERE a.id = ?1 AND (n.origin = (SELECT origin FROM article WHERE id = ?1)"
        " OR n.text_key = (SELECT text_key FROM article WHERE id = ?1))"
        " ORDER BY n.in_title DESC, n.start, n.number",
        (article_id,),
    )
    return list(_stored(rows))


def numbered(db: sqlite3.Connection, numbers: Sequence[int]) -> list[StoredNote]:
    """The notes with these numbers, in that order; missing ones are left out."""
    if not is_there(db):
        return []
    query = f"{_QUERY} WHERE n.number IN (SELECT value FROM json_each(?))"
    rows = db.execute(query, (json.dumps(list(numbers)),))
    found = {stored.number("number"): stored for stored in _stored(rows)}
    return [found[number] for number in numbers if number in found]


def starred(db: sqlite3.Connection, kind: NoteKind) -> dict[int, Row]:
    """The rows of one kind that are about whole articles, by the article they mean now."""
    if not is_there(db):
        return {}
    query = f"SELECT {today('n')}, {_COLUMNS} FROM note n WHERE n.kind = ?"
    return {row[0]: row[1:] for row in db.execute(query, (kind.value,)) if row[0] is not None}


def tags(db: sqlite3.Connection) -> dict[str, int]:
    """Every tag with the number of its notes, most used first."""
    if not is_there(db):
        return {}
    query = "SELECT t.value, COUNT(*) FROM note n, json_each(n.tags) t GROUP BY t.value ORDER BY 2 DESC, 1"
    return {str(row[0]): int(row[1]) for row in db.execute(query)}


def _stored(rows: Iterable[Row]) -> Iterator[StoredNote]:
    """The notes of rows; passed over are those of a kind that only later programs know."""
    for row in rows:
        own, (article_id, title, date, source, stands) = row[: len(NOTE.columns)], row[len(NOTE.columns) :]
        if not sound(NOTE, own) or NOTE.value(own, "kind") not in _KINDS:
            continue
        there = article_id is not None
        yield StoredNote(
            own,
            int(str(article_id)) if there else None,
            str(title) if there else str(NOTE.value(own, "title")),
            str(date) if date is not None else None,
            str(source) if source is not None else None,
            bool(stands) and there,
        )
