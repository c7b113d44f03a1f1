"""Reprints: articles that carry the same text, in another script, under another header, slightly changed.

While importing, a worker computes a MinHash signature over character 4-grams of the folded text and cuts it
into bands (Broder 1997; banding after Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3).
Two articles that share a band, or short ones that share a sentence, are candidates; only those are compared
in full (`likeness`). So no pass over all pairs is ever needed. Clusters are numbered by their first article.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.catalogue.likeness import Text, grams_of, least_likeness, likeness, reprints, sentences
from index.catalogue.records import letters

_LEAST_LETTERS = 60  # 4-grams of a text that has bands
_LEAST_EQUAL = 16  # letters; shorter bodies ("see the video") say nothing
_BANDS, _ROWS = 16, 4
_BINS = 64
_CANDIDATES = 12
_SHORT = 600  # letters of a text in which one changed sentence changes most bands
_SENTENCES = 4
_LEAST_SENTENCE = 12  # letters
_SENTENCE = 1 << 40  # values from here on are sentences, lower ones bands


def bands(text: str) -> tuple[int, ...]:
    """The band values of a text's `letters`, empty for a short one; equal texts have equal bands."""
    grams = grams_of(text)
    if len(grams) < _LEAST_LETTERS:
        return ()
    rows = _signature(grams)[: _BANDS * _ROWS].reshape(_BANDS, _ROWS)
    return tuple(
        (zlib.crc32(row.tobytes()) << 4 | number) & 0x7FFFFFFFFFFF for number, row in enumerate(rows)
    )


def sentence_values(body: str, text: str) -> tuple[int, ...]:
    """The values of the longest sentences of a short text, by which an otherwise changed one is found.

    `text` are the `letters` of `body`.
    """
    if len(text) - max(0, len(body) - 4 * _SHORT) > _SHORT:
        return ()
    pieces = sentences(body[: 4 * _SHORT])
    if sum(map(len, pieces)) > _SHORT:
        return ()
    longest = sorted({piece for piece in pieces if len(piece) >= _LEAST_SENTENCE}, key=lambda p: (-len(p), p))
    return tuple(_SENTENCE | zlib.crc32(piece.encode("utf-8", "replace")) for piece in longest[:_SENTENCES])


def similarity(text: str, other: str) -> float:
    """Share of the 4-grams of two texts that both have, 0 to 1, blind to script and punctuation."""
    return likeness(letters(text), letters(other))


def join_cluster(
    db: sqlite3.Connection, article_id: int, text: Text, key: bytes, values: Sequence[int]
) -> int | None:
    """Put a new article into the cluster of its reprints, if it has any; returns the cluster."""
    known: set[int] = set()
    if len(text.body) >= _LEAST_EQUAL:
        equal = db.execute(
            "SELECT id FROM article WHERE text_key = ? AND id <> ? LIMIT ?", (key, article_id, _CANDIDATES)
        )
        known = {row[0] for row in equal}
    if values:
        clusters: set[int] = set()  # of known reprints: their other members need no look
        for number, shared in _candidates(db, values):
            other, cluster = _text(db, number)
            if cluster in clusters:
                continue
            # texts with 80 % in common share more than one band in all but one of 300 cases
            if (
                number not in known
                and (shared > 1 or least_likeness(text, other) < 0.8)
                and reprints(text, other)
            ):
                known.add(number)
                if cluster is not None:
                    clusters.add(cluster)
        db.executemany(
            "INSERT INTO reprint_band (value, article_id) VALUES (?, ?)",
            [(value, article_id) for value in values],
        )
    if not known:
        return None
    return _merge(db, {article_id, *known})


def _candidates(db: sqlite3.Connection, values: Sequence[int]) -> list[tuple[int, int]]:
    """(article, values shared) for the articles that share most values with a new one.

    Of those that share a sentence only the latest are looked at: boilerplate stands in thousands.
    """
    shared: Counter[int] = Counter()
    bands = [value for value in values if value < _SENTENCE]
    marks = ",".join("?" * len(bands))
    rows = db.execute(
        f"SELECT article_id, COUNT(*) AS shared FROM reprint_band WHERE value IN ({marks})"
        " GROUP BY article_id ORDER BY shared DESC LIMIT ?",
        (*bands, _CANDIDATES),
    )
    shared.update(dict(rows))
    for value in values:
        if value >= _SENTENCE:
            latest = db.execute(
                "SELECT article_id FROM reprint_band WHERE value = ? ORDER BY article_id DESC LIMIT ?",
                (value, _CANDIDATES),
            )
            shared.update(row[0] for row in latest)
    return shared.most_common(_CANDIDATES)


def _merge(db: sqlite3.Connection, members: set[int]) -> int:
    """One cluster of all members and of the clusters that they are in."""
    marks = ",".join("?" * len(members))
    clusters = {
        row[0]
        for row in db.execute(
            f"SELECT cluster FROM article WHERE id IN ({marks}) AND cluster IS NOT NULL", list(members)
        )
    }
    number = min(clusters | members)
    db.execute(f"UPDATE article SET cluster = ? WHERE id IN ({marks})", (number, *members))
    for other in clusters - {number}:
        db.execute("UPDATE article SET cluster = ? WHERE cluster = ?", (number, other))
    return number


def _text(db: sqlite3.Connection, article_id: int) -> tuple[Text, int | None]:
    """What is compared of an article, and its cluster."""
    *text, cluster = db.execute(
        "SELECT title, body, date, cluster FROM article WHERE id = ?", (article_id,)
    ).fetchone()
    return Text(*text), cluster


def _signature(grams: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """The lowest gram of each bin of the number range, an empty bin taking that of the next filled one.

    One permutation hashing with rotation (Shrivastava and Li 2014): as good as a permutation per bin here,
    at a fraction of the cost.
    """
    ordered = np.sort(grams)
    starts = np.arange(_BINS, dtype=np.uint64) << np.uint64(58)
    at = np.searchsorted(ordered, starts)
    lowest = ordered[np.minimum(at, len(ordered) - 1)]
    filled = np.flatnonzero((at < len(ordered)) & (lowest >> np.uint64(58) == starts >> np.uint64(58)))
    following = filled[np.searchsorted(filled, np.arange(_BINS)) % len(filled)]
    distance = (following - np.arange(_BINS)) % _BINS
    return lowest[following] + distance.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
