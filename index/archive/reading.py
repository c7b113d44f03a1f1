"""Putting together what the catalogue and the index know, for the façade's reading methods."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from index import fulltext
from index.archive.hits import Hits
from index.catalogue import FORMAT_VERSION, Catalogue, articles, entities, originals
from index.control import Control
from index.desk import particulars
from index.export import ExportItem
from index.fulltext import INDEX_VERSION, FullText
from index.importing import DUMP_SUFFIXES
from index.model import (
    ArchiveStats,
    EntityInArticle,
    Mention,
    MentionPlace,
    MentionType,
    ResultRow,
)

_TYPE_ORDER = {kind: place for place, kind in enumerate(MentionType)}


def rows(db: sqlite3.Connection, hits: Hits, ids: Sequence[int]) -> list[ResultRow]:
    """Result rows for the articles `ids` of these hits."""
    query = fulltext.parse(hits.request.text)
    reprints = articles.reprint_counts(db, ids) if ids else {}
    scores = dict(zip(ids, hits.scores(ids), strict=True))
    out: list[ResultRow] = []
    for article in articles.read_many(db, ids):
        in_title, snippet = fulltext.excerpt(query, article.title, article.body)
        out.append(
            ResultRow(
                article.id,
                article.origin,
                article.title,
                in_title,
                snippet,
                article.date,
                article.date_origin,
                article.source,
                scores[article.id],
                reprints.get(article.id, 0),
            )
        )
    return out


def entities_in(db: sqlite3.Connection, article_id: int) -> tuple[EntityInArticle, ...]:
    """The entities of one article with their places and, for people, the posts it gives them."""
    places: dict[int, list[MentionPlace]] = {}
    heads: dict[int, tuple[MentionType, str]] = {}
    for m in entities.mentions(db, article_id):
        value = m.key if m.type is MentionType.DATE else ""
        places.setdefault(m.entity_id, []).append(MentionPlace(m.in_title, m.start, m.end, value))
        heads[m.entity_id] = (m.type, m.name)
    posts: dict[int, list[str]] = {}
    for person, appointment in entities.appointments(db, article_id):
        known = posts.setdefault(person, [])
        if appointment.post not in known:
            known.append(appointment.post)
    found = [
        EntityInArticle(number, *heads[number], tuple(posts.get(number, ())), tuple(of_one))
        for number, of_one in places.items()
    ]
    return tuple(sorted(found, key=lambda e: (_TYPE_ORDER[e.type], -len(e.places))))


def original(folder: Path, digest: str | None, path: str, start: int, length: int) -> bytes:
    """The bytes of one article: the whole file, or its record's range in the decompressed file.

    Only what the archive keeps: a path in an archive from a stranger may lead anywhere. Raises
    FileNotFoundError, or UNREADABLE of `originals`.
    """
    if digest is None:
        raise FileNotFoundError(path)
    with originals.open_original(folder, digest) as stream:
        if not length:
            return stream.read()
        packed = path.lower().endswith(".gz") and originals.place(folder, digest).suffix != ".gz"  # type: ignore[union-attr]
        if packed and path.lower().endswith(DUMP_SUFFIXES):
            stream.seek(start)
            packed = stream.read(2) != b"\x1f\x8b"  # records of most dumps are compressed one by one
        if packed:
            import gzip

            stream.seek(0)
            with gzip.open(stream) as inner:
                inner.seek(start)
                return inner.read(length)
        stream.seek(start)
        return stream.read(length)


def stats(catalogue: Catalogue, index: FullText | None, path: Path, not_indexed: int) -> ArchiveStats:
    """Counts and sizes of an archive."""
    db = catalogue.reading

    def number(query: str) -> int:
        return int(db.execute(query).fetchone()[0] or 0)

    first, last = db.execute(
        "SELECT MIN(date), MAX(date) FROM article WHERE state = 'current' AND date IS NOT NULL"
    ).fetchone()
    return ArchiveStats(
        articles=articles.count(db),
        not_indexed=not_indexed,
        files=number("SELECT COUNT(*) FROM file"),
        failed_files=number("SELECT COUNT(*) FROM file WHERE failure IS NOT NULL"),
        characters=number("SELECT SUM(LENGTH(body)) FROM article WHERE state = 'current'"),
        entities=number("SELECT COUNT(*) FROM entity"),
        mentions=number("SELECT SUM(LENGTH(places)) / 16 FROM mentions"),
        appointments=number("SELECT COUNT(*) FROM stated"),
        first_date=first,
        last_date=last,
        catalogue_bytes=sum(p.stat().st_size for p in path.glob("catalogue.sqlite*")),
        fulltext_bytes=index.size() if index is not None else 0,
        originals_bytes=originals.size(path / "originals"),
        format_version=FORMAT_VERSION,
        index_version=INDEX_VERSION,
    )


def export_items(db: sqlite3.Connection, ids: Sequence[int], control: Control) -> Iterator[ExportItem]:
    """Articles with everything that exports write about them."""
    for article in articles.read_many(db, ids):
        control.checkpoint()
        body: list[Mention] = []
        title: list[Mention] = []
        for m in entities.mentions(db, article.id):
            text = (article.title if m.in_title else article.body)[m.start : m.end]
            value = m.key if m.type is MentionType.DATE else m.name if m.name != text else ""
            (title if m.in_title else body).append(Mention(m.type, m.start, m.end, text, value))
        stated = tuple(appointment for _, appointment in entities.appointments(db, article.id))
        corrected = particulars.corrected(db, article.id)
        yield ExportItem(article, tuple(body), tuple(title), stated, corrected)
