"""Rows of the tables about entities, for spreadsheets; the façade gives them to `index.export`.

The cells of each kind are those that `index.model.TableKind` tells, in that order; types of entities are
given as MentionType and named by the writer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from index.catalogue import entities, register, statements
from index.catalogue.lives import Lives
from index.model import MentionType, TableKind
from index.register import cooccurrence

Cell = str | int | MentionType
Row = tuple[Cell, ...]
MOST_PAIRS = 100_000
_PAIRED = (MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE)
_BLOCK = 2000


def table_rows(
    db: sqlite3.Connection,
    lives: Lives,
    kind: TableKind,
    ids: Sequence[int] | None,
    entity_ids: Sequence[int] = (),
    checkpoint: Callable[[], None] = lambda: None,
) -> Iterator[Row]:
    """The rows of one table over the articles `ids` (None: all).

    `entity_ids` limits ENTITIES and MONTHS. Of co-occurrences the strongest MOST_PAIRS between people,
    organisations and places are given, each in at least two articles.
    """
    if kind is TableKind.APPOINTMENTS:
        return _appointments(db, ids, checkpoint)
    if kind is TableKind.ENTITIES:
        return _entities(db, ids, set(entity_ids), checkpoint)
    if kind is TableKind.MONTHS:
        return _months(db, lives, ids, entity_ids, checkpoint)
    return _cooccurrences(db, ids, checkpoint)


def _appointments(
    db: sqlite3.Connection, ids: Sequence[int] | None, checkpoint: Callable[[], None]
) -> Iterator[Row]:
    stated = sorted(statements.by_article(db, ids), key=lambda s: (s.person_id, s.date or "9", s.article_id))
    for at in range(0, len(stated), _BLOCK):
        checkpoint()
        block = stated[at : at + _BLOCK]
        links = register.links(db, {s.article_id for s in block})
        for s in block:
            link = links[s.article_id]
            yield s.person, s.post, s.organisation, s.place, link.origin, link.title, link.date or ""


def _entities(
    db: sqlite3.Connection, ids: Sequence[int] | None, only: set[int], checkpoint: Callable[[], None]
) -> Iterator[Row]:
    summed = [one for one in register.summed(db, ids) if not only or one.entity_id in only]
    for at in range(0, len(summed), _BLOCK):
        checkpoint()
        block = summed[at : at + _BLOCK]
        known = register.named(db, [one.entity_id for one in block])
        links = register.links(db, {number for one in block for number in (one.first, one.last)})
        people = [n for n in known if known[n].type is MentionType.PERSON]
        posts = entities.posts_of(db, people)
        for one in block:
            entity, first, last = known[one.entity_id], links[one.first], links[one.last]
            held = "；".join(posts.get(one.entity_id, ()))
            dates = (first.date or "", first.origin, last.date or "", last.origin)
            yield entity.type, entity.name, one.articles, one.mentions, held, *dates


def _months(
    db: sqlite3.Connection,
    lives: Lives,
    ids: Sequence[int] | None,
    entity_ids: Sequence[int],
    checkpoint: Callable[[], None],
) -> Iterator[Row]:
    wanted = None if ids is None else np.array(ids, dtype=np.int64)
    known = register.named(db, entity_ids)
    for number in entity_ids:
        checkpoint()
        if number in known:
            found = lives.naming(db, number)
            if wanted is not None:
                found = lives.of(found.ids[np.isin(found.ids, wanted)])
            for month, articles in found.months():
                yield known[number].type, known[number].name, month, articles


def _cooccurrences(
    db: sqlite3.Connection, ids: Sequence[int] | None, checkpoint: Callable[[], None]
) -> Iterator[Row]:
    found = cooccurrence.pairs(cooccurrence.named(db, ids, _PAIRED, least=2), checkpoint)
    many = min(MOST_PAIRS, int((found.count > 1).sum()))
    for at in range(0, many, _BLOCK):
        checkpoint()
        block = slice(at, min(many, at + _BLOCK))
        one, other = found.one[block].tolist(), found.other[block].tolist()
        first, last = found.first[block].tolist(), found.last[block].tolist()
        known, links = register.named(db, {*one, *other}), register.links(db, {*first, *last})
        for a, b, count, begin, end in zip(one, other, found.count[block].tolist(), first, last, strict=True):
            begun, ended = links[begin], links[end]
            dates = (begun.date or "", begun.origin, ended.date or "", ended.origin)
            yield known[a].type, known[a].name, known[b].type, known[b].name, count, *dates
