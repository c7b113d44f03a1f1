"""Reading many articles quickly: their texts in blocks, and what stands beside them.

Called by `index.exploration`, which looks through all hits of a search.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SOME = 400


@dataclass(frozen=True, slots=True)
class PrintedText:
    """An article's text as printed, with date and source."""

    id: int
    title: str
    body: str
    date: str | None
    source: str | None


def blocks(db: sqlite3.Connection, ids: Sequence[int]) -> Iterator[list[PrintedText]]:
    """The articles `ids` (ascending) in ascending order, some hundred at a time; missing ones left out."""
    for at in range(0, len(ids), _SOME):
        some = [int(number) for number in ids[at : at + _SOME]]
        marks = ",".join("?" * len(some))
        rows = db.execute(
            f"SELECT id, title, body, date, source FROM article WHERE id IN ({marks}) ORDER BY id", some
        )
        yield [PrintedText(*row) for row in rows]


def titles(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[str, str | None, str | None]]:
    """Title, date and source of each of the articles `ids`."""
    found: dict[int, tuple[str, str | None, str | None]] = {}
    for at in range(0, len(ids), _SOME):
        some = [int(number) for number in ids[at : at + _SOME]]
        marks = ",".join("?" * len(some))
        for number, title, date, source in db.execute(
            f"SELECT id, title, date, source FROM article WHERE id IN ({marks})", some
        ):
            found[number] = (title, date, source)
    return found
