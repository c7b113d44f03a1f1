"""Reprints: articles that carry the same text, in another script, under another header, slightly changed.

While importing, a worker computes a MinHash signature over character 4-grams of the folded text and cuts it
into bands (Broder 1997; banding after Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3).
Two articles that share a band are candidates; only those are compared in full. So no pass over all pairs is
ever needed. Clusters are numbered by their first article.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from index.catalogue.records import letters

_EQUAL = 0.985  # share of common 4-grams from which texts are reprints even months apart
_DAYS = 45  # other reprints follow soon
_LEVELS = ((0.5, 0.5), (0.2, 0.8), (0.0, 0.93))  # the less the titles agree, the more the texts must
_SAME_NUMBERS = 0.5  # forms and tenders repeat their words, but not their numbers
_LEAST_LETTERS = 60  # shorter texts must be equal
_LEAST_EQUAL = 16  # letters; shorter bodies ("see the video") say nothing
_BANDS, _ROWS, _GRAM = 16, 4, 4
_BINS = 64
_CANDIDATES = 12
_NUMBER = re.compile(r"\d+")


def bands(text: str) -> tuple[int, ...]:
    """The band values of a text's `letters`, empty for a short one; equal texts have equal bands."""
    grams = _grams(text)
    if len(grams) < _LEAST_LETTERS:
        return ()
    rows = _signature(grams)[: _BANDS * _ROWS].reshape(_BANDS, _ROWS)
    return tuple(
        (zlib.crc32(row.tobytes()) << 4 | number) & 0x7FFFFFFFFFFF for number, row in enumerate(rows)
    )


def similarity(text: str, other: str) -> float:
    """Share of the 4-grams of two texts that both have, 0 to 1, blind to script and punctuation."""
    one_text, other_text = letters(text), letters(other)
    one, two = np.unique(_grams(one_text)), np.unique(_grams(other_text))
    if not len(one) or not len(two):
        return float(one_text == other_text)
    both = len(np.intersect1d(one, two, assume_unique=True))
    return both / (len(one) + len(two) - both)


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of an article; `date` is ISO, perhaps partial, or None."""

    title: str
    body: str
    date: str | None = None


def reprints(one: Text, other: Text) -> bool:
    """Whether two articles carry the same text, so that readers would call one a reprint of the other.

    Much common wording is not enough: notices made from one form share it, but differ in their numbers or
    come months apart, and pages with much furniture share that and differ in their titles.
    """
    if _common(_NUMBER.findall(one.body), _NUMBER.findall(other.body)) < _SAME_NUMBERS:
        return False
    return similarity(one.body, other.body) >= _needed(one, other)


def _needed(one: Text, other: Text) -> float:
    """How similar two bodies must be, by their titles and dates."""
    if _far_apart(one.date, other.date):
        return _EQUAL
    titles = _common(_pairs(one.title), _pairs(other.title))
    return next(share for least, share in _LEVELS if titles >= least)


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
        marks = ",".join("?" * len(values))
        rows = db.execute(
            f"SELECT article_id, COUNT(*) AS shared FROM reprint_band WHERE value IN ({marks})"
            " GROUP BY article_id ORDER BY shared DESC LIMIT ?",
            (*values, _CANDIDATES),
        ).fetchall()
        for number, shared in rows:
            other = _text(db, number)
            # texts with 80 % in common share more than one band in all but one of 300 cases
            if number not in known and (shared > 1 or _needed(text, other) < 0.8) and reprints(text, other):
                known.add(number)
        db.executemany(
            "INSERT INTO reprint_band (value, article_id) VALUES (?, ?)",
            [(value, article_id) for value in values],
        )
    if not known:
        return None
    return _merge(db, {article_id, *known})


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


def _text(db: sqlite3.Connection, article_id: int) -> Text:
    return Text(*db.execute("SELECT title, body, date FROM article WHERE id = ?", (article_id,)).fetchone())


def _far_apart(one: str | None, other: str | None) -> bool:
    """Whether two dates are both known to the day and too far from each other for a reprint."""
    if not one or not other or len(one) < 10 or len(other) < 10:
        return False
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > _DAYS
    except ValueError:
        return False


def _pairs(text: str) -> list[str]:
    plain = letters(text)
    return [plain[at : at + 2] for at in range(len(plain) - 1)]


def _common(one: Sequence[str], two: Sequence[str]) -> float:
    """Share of the members of two lists that both have, 1 where both are empty."""
    first, second = set(one), set(two)
    return len(first & second) / len(first | second) if first or second else 1.0


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


def _grams(text: str) -> npt.NDArray[np.uint64]:
    """Every 4-gram of some `letters`, as numbers spread over 64 bits."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    if len(codes) < _GRAM:
        return np.empty(0, dtype=np.uint64)
    grams = codes[: len(codes) - _GRAM + 1].copy()
    for step in range(1, _GRAM):
        grams *= np.uint64(0x9E3779B97F4A7C15)
        grams ^= codes[step : len(codes) - _GRAM + 1 + step]
    grams ^= grams >> np.uint64(29)
    grams *= np.uint64(0xBF58476D1CE4E5B9)
    grams ^= grams >> np.uint64(32)
    return grams
