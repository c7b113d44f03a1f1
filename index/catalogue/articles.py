"""Queries about articles: writing prepared ones, reading them back, comparing with the index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from index.catalogue.entities import EntityNumbers, write_recognition
from index.catalogue.likeness import Text
from index.catalogue.records import Prepared
from index.catalogue.reprints import join_cluster
from index.model import Article, ArticleVersion, DateOrigin, Fate, Repair, RepairKind

_COLUMNS = (
    "a.id, a.origin, a.title, a.body, a.date, a.date_origin, a.date_reason, a.source, a.author, a.url, "
    "a.encoding, a.encoding_confidence, f.path, a.record, a.repairs, f.gone_at, a.state = 'superseded'"
)
_SOME = 900


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one prepared article; `twin` is the origin of the one it repeats word for word."""

    fate: Fate
    article_id: int
    twin: str = ""


def write(
    db: sqlite3.Connection, file_id: int, file_path: str, item: Prepared, numbers: EntityNumbers
) -> Written:
    """Add one article, or find that the archive has it; a changed record supersedes the older version."""
    draft = item.draft
    older = db.execute(
        "SELECT id, record_key, origin FROM article WHERE file_id = ? AND record = ? AND state = 'current'",
        (file_id, draft.record),
    ).fetchone()
    if older is not None and older[1] == item.record_key:
        _move(db, older[0], item)
        return Written(Fate.UNCHANGED, older[0])
    twin = db.execute(
        "SELECT origin FROM article WHERE text_key = ? AND state = 'current' AND id IS NOT ?"
        " AND title = ? AND body = ? LIMIT 1",
        (item.text_key, older[0] if older else None, draft.title, draft.body),
    ).fetchone()
    if older is not None:
        db.execute("UPDATE article SET state = 'superseded' WHERE id = ?", (older[0],))
    origin = _free_origin(db, file_path, item)
    cursor = db.execute(
        "INSERT INTO article (file_id, record, origin, title, body, date, date_origin, date_reason, source,"
        " author, url, encoding, encoding_confidence, start, length, text_key, record_key, repairs, added_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            file_id,
            draft.record,
            origin,
            draft.title,
            draft.body,
            draft.date,
            draft.date_origin.value,
            draft.date_reason,
            draft.source,
            draft.author,
            draft.url,
            draft.encoding,
            draft.encoding_confidence,
            draft.start,
            draft.length,
            item.text_key,
            item.record_key,
            json.dumps(
                [(r.kind.value, r.count, r.before, r.after) for r in draft.repairs], ensure_ascii=False
            ),
            datetime.now(UTC).isoformat(timespec="seconds"),
        ),
    )
    article_id = int(cursor.lastrowid or 0)
    write_recognition(db, article_id, origin, item, numbers)
    join_cluster(db, article_id, Text(draft.title, draft.body, draft.date), item.text_key, item.bands)
    if twin is not None:
        return Written(Fate.DUPLICATE, article_id, str(twin[0]))
    return Written(Fate.IMPORTED, article_id)


def _move(db: sqlite3.Connection, article_id: int, item: Prepared) -> None:
    """Note where in its changed file a record stands that did not change itself."""
    place = item.draft.start, item.draft.length
    db.execute(
        "UPDATE article SET start = ?, length = ? WHERE id = ? AND (start, length) <> (?, ?)",
        (*place, article_id, *place),
    )


def versions(db: sqlite3.Connection, article_id: int) -> list[ArticleVersion]:
    """An article as it was and is, newest first: what was read of the same record of the same file."""
    rows = db.execute(
        "SELECT b.id, b.added_at, b.state = 'current', b.title FROM article a"
        " JOIN article b ON b.file_id = a.file_id AND b.record = a.record WHERE a.id = ? ORDER BY b.id DESC",
        (article_id,),
    )
    return [ArticleVersion(row[0], row[1], bool(row[2]), row[3]) for row in rows]


def _free_origin(db: sqlite3.Connection, file_path: str, item: Prepared) -> str:
    """The record's own id, else path or path#record; never one that another current article has."""
    draft = item.draft
    plain = f"{file_path}#{draft.record}" if draft.record else file_path
    for origin in (draft.own_id, f"{file_path}#{draft.own_id}" if draft.own_id else None, plain):
        if (
            origin
            and not db.execute(
                "SELECT 1 FROM article WHERE origin = ? AND state = 'current'", (origin,)
            ).fetchone()
        ):
            return origin
    return f"{plain}#{item.record_key.hex()[:8]}"


def retire_missing(db: sqlite3.Connection, file_id: int, kept: set[int]) -> int:
    """Mark articles superseded whose records are no longer in the re-read file; returns how many."""
    rows = db.execute("SELECT id FROM article WHERE file_id = ? AND state = 'current'", (file_id,)).fetchall()
    gone = [(row[0],) for row in rows if row[0] not in kept]
    db.executemany("UPDATE article SET state = 'superseded' WHERE id = ?", gone)
    return len(gone)


def withdraw(db: sqlite3.Connection, ids: Iterable[int], *, back: bool = False) -> None:
    """Take articles out that a merge brought, or put them back where nothing else has their place."""
    old, new = ("withdrawn", "current") if back else ("current", "withdrawn")
    db.executemany(
        "UPDATE OR IGNORE article SET state = ? WHERE id = ? AND state = ?",
        [(new, int(number), old) for number in ids],
    )


def read(db: sqlite3.Connection, article_id: int) -> Article | None:
    """One article with its reprints, or None."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM article a JOIN file f ON f.id = a.file_id WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        return None
    reprints = db.execute(
        "SELECT b.id FROM article a JOIN article b ON b.cluster = a.cluster"
        " WHERE a.id = ? AND b.id <> a.id AND b.state = 'current'"
        " ORDER BY b.date IS NULL, b.date, b.id",
        (article_id,),
    ).fetchall()
    return _article(row, tuple(int(r[0]) for r in reprints))


def read_many(db: sqlite3.Connection, ids: Sequence[int]) -> Iterator[Article]:
    """Articles in the order of `ids`, without their reprints; missing ones are left out."""
    for at in range(0, len(ids), _SOME):
        some = [int(i) for i in ids[at : at + _SOME]]
        marks = ",".join("?" * len(some))
        rows = db.execute(
            f"SELECT {_COLUMNS} FROM article a JOIN file f ON f.id = a.file_id WHERE a.id IN ({marks})",
            some,
        )
        found = {row[0]: row for row in rows}
        for number in some:
            if number in found:
                yield _article(found[number], ())


def text(db: sqlite3.Connection, article_id: int) -> tuple[str, str]:
    """Title and body of an article; two empty strings if it is gone."""
    row = db.execute("SELECT title, body FROM article WHERE id = ?", (article_id,)).fetchone()
    return (row[0], row[1]) if row else ("", "")


def reprint_counts(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many other current articles carry the same text, for those of `ids` that have any."""
    marks = ",".join("?" * len(ids))
    rows = db.execute(
        "SELECT a.id, COUNT(b.id) FROM article a JOIN article b ON b.cluster = a.cluster AND b.id <> a.id"
        f" WHERE a.id IN ({marks}) AND b.state = 'current' GROUP BY a.id",
        [int(i) for i in ids],
    )
    return {int(row[0]): int(row[1]) for row in rows}


def reprints(db: sqlite3.Connection, article_id: int) -> list[int]:
    """The other current articles that carry the same text."""
    rows = db.execute(
        "SELECT b.id FROM article a JOIN article b ON b.cluster = a.cluster AND b.id <> a.id"
        " WHERE a.id = ? AND b.state = 'current'",
        (article_id,),
    )
    return [row[0] for row in rows]


def clusters(db: sqlite3.Connection) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """(articles, ascending; the cluster of each) for all current articles that have reprints."""
    # as one long text: a row for each would keep other threads waiting many times over; and in two questions,
    # each answered by an index alone: together they would read every such article, seconds on a cold disk
    text = db.execute("SELECT GROUP_CONCAT(id || ',' || cluster) FROM article WHERE cluster IS NOT NULL")
    pairs = np.fromstring(text.fetchone()[0] or "", dtype=np.int64, sep=",").reshape(-1, 2)
    text = db.execute("SELECT GROUP_CONCAT(id) FROM article WHERE state <> 'current'")
    superseded = np.fromstring(text.fetchone()[0] or "", dtype=np.int64, sep=",")
    pairs = pairs[~np.isin(pairs[:, 0], superseded)]
    pairs = pairs[np.argsort(pairs[:, 0])]
    return pairs[:, 0].copy(), pairs[:, 1].copy()


def count(db: sqlite3.Connection) -> int:
    """How many current articles there are."""
    return int(db.execute("SELECT COUNT(*) FROM article WHERE state = 'current'").fetchone()[0])


def current(db: sqlite3.Connection) -> npt.NDArray[np.int64]:
    """All articles that the index must hold, ascending.

    They come as one long text: a row for each would keep other threads waiting many times over.
    """
    text = db.execute("SELECT GROUP_CONCAT(id) FROM article WHERE state = 'current'").fetchone()[0]
    return np.sort(np.fromstring(text or "", dtype=np.int64, sep=","))


def current_ids(db: sqlite3.Connection) -> list[int]:
    """The same as a list."""
    found: list[int] = current(db).tolist()
    return found


def none_there(db: sqlite3.Connection) -> bool:
    """Whether the catalogue has no article at all, not even an older version of one."""
    return db.execute("SELECT 1 FROM article LIMIT 1").fetchone() is None


def origins(db: sqlite3.Connection, ids: Iterable[int]) -> list[str]:
    """The origins of articles in the order of `ids`."""
    wanted = [int(i) for i in ids]
    found: dict[int, str] = {}
    if len(wanted) > 20 * _SOME:
        found = {
            row[0]: row[1] for row in db.execute("SELECT id, origin FROM article WHERE state = 'current'")
        }
    else:
        for at in range(0, len(wanted), _SOME):
            some = wanted[at : at + _SOME]
            marks = ",".join("?" * len(some))
            found.update(db.execute(f"SELECT id, origin FROM article WHERE id IN ({marks})", some).fetchall())
    return [found[i] for i in wanted]


def by_origin(db: sqlite3.Connection, origin: str) -> int | None:
    """The current article with this origin."""
    row = db.execute("SELECT id FROM article WHERE origin = ? AND state = 'current'", (origin,)).fetchone()
    return None if row is None else int(row[0])


def original_place(db: sqlite3.Connection, article_id: int) -> tuple[str | None, str, int, int] | None:
    """(digest of the file's bytes, path, byte start, byte length) of an article's original."""
    row = db.execute(
        "SELECT COALESCE(a.original, f.original), f.path, a.start, a.length"
        " FROM article a JOIN file f ON f.id = a.file_id WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    return None if row is None else (row[0], row[1], row[2], row[3])


def titles(db: sqlite3.Connection) -> list[tuple[int, str]]:
    """The titles of all current articles, each once, newest first."""
    rows = db.execute(
        "SELECT id, title FROM article WHERE state = 'current' AND title <> '' ORDER BY date DESC, id DESC"
    )
    newest: dict[str, int] = {}
    for number, title in rows:
        newest.setdefault(title, number)
    return [(number, title) for title, number in newest.items()]


def _article(row: tuple[object, ...], reprints: tuple[int, ...]) -> Article:
    repairs = tuple(Repair(RepairKind(k), n, b, a) for k, n, b, a in json.loads(str(row[14])))
    values = dict(
        zip(
            (
                "id",
                "origin",
                "title",
                "body",
                "date",
                "date_origin",
                "date_reason",
                "source",
                "author",
                "url",
            ),
            row[:10],
            strict=True,
        )
    )
    values["date_origin"] = DateOrigin(str(row[5]))
    return Article(
        **values,  # type: ignore[arg-type]
        encoding=str(row[10]),
        encoding_confidence=float(str(row[11])),
        file=str(row[12]),
        record=str(row[13]),
        repairs=repairs,
        reprints=reprints,
        gone_at=None if row[15] is None else str(row[15]),
        superseded=bool(row[16]),
    )
