"""Collections: folders of articles within folders, filled by hand or by a search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from index.catalogue import collections as stored
from index.catalogue import holding
from index.catalogue.collections import StoredCollection
from index.catalogue.desk import COLLECTED, COLLECTION, Row, new_uid, next_number, now
from index.catalogue.searches import written
from index.errors import CollectionMissing, CollectionRefused
from index.model import Collection, RowChange, SearchRequest

LONGEST_NAME = 200


def read(db: sqlite3.Connection) -> tuple[Collection, ...]:
    """All collections in order; `articles` of those filled by a search is for the caller to count."""
    every = stored.every(db)
    above = {one.uid: one.text("parent") for one in every}
    numbers = {one.uid: one.number("number") for one in every if not _lies_in_itself(one.uid, above)}
    counts = stored.counts(db)
    return tuple(_collection(one, numbers, counts.get(one.uid, (0, 0))) for one in every)


def one(db: sqlite3.Connection, number: int) -> StoredCollection:
    """The collection with a number. Raises CollectionMissing."""
    found = next((each for each in stored.every(db) if each.number("number") == number), None)
    if found is None:
        raise CollectionMissing(number=number)
    return found


def make(
    db: sqlite3.Connection,
    name: str,
    parent: int | None,
    request: SearchRequest | None,
    ids: Sequence[int],
    remark: str = "",
) -> Iterator[RowChange]:
    """A new collection, last among its siblings. Raises CollectionRefused, CollectionMissing."""
    above = one(db, parent).uid if parent is not None else ""
    uid, at = new_uid(), now()
    values: dict[str, object] = {
        "uid": uid,
        "number": next_number(db, COLLECTION),
        "parent": above,
        "name": _name(name),
        "remark": remark,
        "position": _last(db, above),
        "request": written(request) if request is not None else "",
        "created_at": at,
        "changed_at": at,
    }
    yield RowChange(COLLECTION.name, None, tuple(values[column] for column in COLLECTION.columns))
    yield from _added(db, uid, ids)


def change(
    db: sqlite3.Connection,
    number: int,
    *,
    name: str | None = None,
    remark: str | None = None,
    request: SearchRequest | None = None,
) -> Iterator[RowChange]:
    """Call a collection otherwise, describe it, or fill it by another search."""
    found = one(db, number)
    values: dict[str, object] = {}
    if name is not None:
        values["name"] = _name(name)
    if remark is not None:
        values["remark"] = remark
    if request is not None:
        values["request"] = written(request)
    yield RowChange(COLLECTION.name, found.row, _changed(found.row, values))


def move(db: sqlite3.Connection, number: int, parent: int | None, before: int | None) -> Iterator[RowChange]:
    """Put a collection under another (None: at the top), before a sibling or last.

    Raises CollectionRefused where it would lie in itself.
    """
    every = stored.every(db)
    found = one(db, number)
    above = one(db, parent).uid if parent is not None else ""
    if above in _within(every, found.uid):
        raise CollectionRefused("collection.in_itself", name=found.text("name"))
    siblings = [each for each in every if each.text("parent") == above and each.uid != found.uid]
    at = next((n for n, each in enumerate(siblings) if each.number("number") == before), len(siblings))
    siblings.insert(at, found)
    for position, each in enumerate(siblings):
        values: dict[str, object] = {"position": position, "parent": above}
        if each.number("position") != position or each.text("parent") != above:
            yield RowChange(COLLECTION.name, each.row, _changed(each.row, values))


def delete(db: sqlite3.Connection, number: int) -> Iterator[RowChange]:
    """Delete a collection with those in it; the articles stay in the archive."""
    every = stored.every(db)
    gone = _within(every, one(db, number).uid)
    for each in every:
        if each.uid in gone:
            for row in stored.members(db, each.uid):
                yield RowChange(COLLECTED.name, row, None)
            yield RowChange(COLLECTION.name, each.row, None)


def add(db: sqlite3.Connection, number: int, ids: Sequence[int]) -> Iterator[RowChange]:
    """Put articles into a collection, last; those already there stay where they are."""
    found = one(db, number)
    if found.request is not None:
        raise CollectionRefused("collection.filled_by_search", name=found.text("name"))
    yield from _added(db, found.uid, ids)


def take_out(db: sqlite3.Connection, number: int, origins: Sequence[str]) -> Iterator[RowChange]:
    """Take articles out, named by the origins of `CollectedArticle`."""
    wanted = set(origins)
    for row in stored.members(db, one(db, number).uid):
        if COLLECTED.value(row, "origin") in wanted:
            yield RowChange(COLLECTED.name, row, None)


def order(db: sqlite3.Connection, number: int, origins: Sequence[str]) -> Iterator[RowChange]:
    """Put the articles of a collection into the order of `origins`; those not named follow."""
    rows = stored.members(db, one(db, number).uid)
    wanted = {origin: at for at, origin in enumerate(origins)}
    rows.sort(key=lambda row: wanted.get(str(COLLECTED.value(row, "origin")), len(wanted)))
    at = COLLECTED.columns.index("position")
    for position, row in enumerate(rows):
        if row[at] != position:
            yield RowChange(COLLECTED.name, row, (*row[:at], position, *row[at + 1 :]))


def _added(db: sqlite3.Connection, uid: str, ids: Sequence[int]) -> Iterator[RowChange]:
    rows = stored.members(db, uid)
    there = {COLLECTED.value(row, "origin") for row in rows}
    there_ids = {article.article_id for article in stored.articles(db, uid)}
    position = max((int(str(COLLECTED.value(row, "position"))) for row in rows), default=-1) + 1
    for article in holding.held(db, list(dict.fromkeys(ids))):
        if article.origin in there or article.article_id in there_ids:
            continue
        row = (uid, article.origin, article.text_key, article.title, position, now())
        yield RowChange(COLLECTED.name, None, row)
        position += 1


def _collection(one: StoredCollection, numbers: dict[str, int], counts: tuple[int, int]) -> Collection:
    return Collection(
        one.number("number"),
        one.uid,
        numbers.get(one.text("parent")),
        one.text("name"),
        one.text("remark"),
        one.request,
        *counts,
        one.number("position"),
    )


def _lies_in_itself(uid: str, above: dict[str, str]) -> bool:
    """Whether the way up from a collection never ends, as only a spoilt catalogue has it."""
    seen = {uid}
    while (uid := above.get(uid, "")) in above:
        if uid in seen:
            return True
        seen.add(uid)
    return False


def _within(every: Sequence[StoredCollection], uid: str) -> set[str]:
    """A collection and all that lie in it, however deep."""
    found, more = {uid}, [uid]
    while more:
        above = more.pop()
        for each in every:
            if each.text("parent") == above and each.uid not in found:
                found.add(each.uid)
                more.append(each.uid)
    return found


def _last(db: sqlite3.Connection, parent: str) -> int:
    siblings = [each.number("position") for each in stored.every(db) if each.text("parent") == parent]
    return max(siblings, default=-1) + 1


def _name(name: str) -> str:
    kept = " ".join(name.split())[:LONGEST_NAME]
    if not kept:
        raise CollectionRefused("collection.no_name")
    return kept


def _changed(row: Row, values: dict[str, object]) -> Row:
    values = values | {"changed_at": now()}
    return tuple(values.get(column, old) for column, old in zip(COLLECTION.columns, row, strict=True))
