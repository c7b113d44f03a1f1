"""Keyword in context: every occurrence of a query in all its hits, one line each.

The occurrences are found once (the total is exact), with a key of the context on either side, so that any
order is a sort of numbers; the lines themselves are made when they are asked for. Called through `Explorer`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.catalogue import Catalogue, texts
from index.distinct import distinct
from index.errors import Cancelled
from index.exploration.occurrences import Cancel, Finder, joined, spans_in
from index.model import ConcordanceLine, ConcordanceSort
from index.script.readings import ranks

Ints = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]  # two columns of four characters each, the nearest first
_CONTEXT = 8  # characters that decide the order
_BLOCK = 200  # lines made at a time when all are wanted
_SPACES = np.array([code for code in range(0x3001) if chr(code).isspace()], dtype=np.uint32)


@dataclass(frozen=True)
class _Places:
    """All occurrences, article by article; `article` counts the articles."""

    article: Ints
    in_title: npt.NDArray[np.bool_]
    start: Ints
    end: Ints
    left: Keys
    right: Keys


class Concordance:
    """The occurrences of a query in one order. Positions never change. Safe to use from any thread.

    `total` counts occurrences, `articles` the articles that have any.
    """

    def __init__(
        self, catalogue: Catalogue, finder: Finder, ids: Ints, cancelled: Cancel = lambda: False
    ) -> None:
        """Find all occurrences in the articles `ids` (ascending). Raises Cancelled."""
        self._catalogue = catalogue
        self._ids = ids
        self._dates: list[str] = []
        self._sources: list[str] = []
        self._places = self._found(finder, cancelled)
        self.total = len(self._places.article)
        self.articles = len(distinct(self._places.article))
        self._orders: dict[ConcordanceSort, Ints] = {}

    def lines(
        self, sort: ConcordanceSort, offset: int = 0, limit: int | None = None, width: int = 30
    ) -> tuple[ConcordanceLine, ...]:
        """The lines from position `offset`, with at most `width` characters on either side."""
        end = self.total if limit is None else min(self.total, offset + limit)
        chosen = self._order(sort)[offset:end]
        articles = self._places.article[chosen]
        wanted = self._ids[distinct(articles)].tolist()
        printed = {one.id: one for block in texts.blocks(self._catalogue.reading, wanted) for one in block}
        return tuple(
            self._line(printed[number], place, width)
            for place, number in zip(chosen.tolist(), self._ids[articles].tolist(), strict=True)
            if number in printed
        )

    def all_lines(self, sort: ConcordanceSort, width: int = 30) -> Iterator[ConcordanceLine]:
        """Every line, made block by block."""
        for at in range(0, self.total, _BLOCK):
            yield from self.lines(sort, at, _BLOCK, width)

    def _line(self, one: texts.PrintedText, place: int, width: int) -> ConcordanceLine:
        places = self._places
        in_title, start, end = bool(places.in_title[place]), int(places.start[place]), int(places.end[place])
        text = one.title if in_title else one.body
        return ConcordanceLine(
            one.id,
            in_title,
            start,
            end,
            _one_line(text[max(0, start - 2 * width) : start])[-width:],
            _one_line(text[start:end]),
            _one_line(text[end : end + 2 * width])[:width],
            one.title,
            one.date,
            one.source,
        )

    def _order(self, sort: ConcordanceSort) -> Ints:
        known = self._orders.get(sort)
        if known is None:
            known = self._orders[sort] = self._sorted(sort)
        return known

    def _sorted(self, sort: ConcordanceSort) -> Ints:
        places = self._places
        text_order = (places.start, ~places.in_title, places.article)
        dates, undated = _numbered(self._dates, places.article)
        if sort is ConcordanceSort.NEWEST:
            return np.lexsort((*text_order, -dates, undated))
        if sort is ConcordanceSort.OLDEST:
            return np.lexsort((*text_order, dates, undated))
        if sort is ConcordanceSort.SOURCE:
            sources, unknown = _numbered(self._sources, places.article)
            return np.lexsort((*text_order, dates, undated, sources, unknown))
        near, far = (
            (places.left, places.right) if sort is ConcordanceSort.LEFT else (places.right, places.left)
        )
        return np.lexsort((*text_order, far[:, 1], far[:, 0], near[:, 1], near[:, 0]))

    def _found(self, finder: Finder, cancelled: Cancel) -> _Places:
        parts = [_nowhere()]
        kept: list[Ints] = []
        base = 0
        for block in texts.blocks(self._catalogue.reading, self._ids.tolist()):
            if cancelled():
                raise Cancelled
            kept.append(np.array([one.id for one in block], dtype=np.int64))
            self._dates += [one.date or "" for one in block]
            self._sources += [one.source or "" for one in block]
            parts.append(_placed(finder, block, base))
            base += len(block)
        self._ids = np.concatenate([_none(), *kept])  # without articles that are gone
        names = ("article", "in_title", "start", "end", "left", "right")
        columns = [np.concatenate([getattr(part, name) for part in parts]) for name in names]
        return _Places(*columns)


def _placed(finder: Finder, block: list[texts.PrintedText], base: int) -> _Places:
    """The occurrences in a block of articles, the first of which has the number `base`."""
    text, starts = joined(block)
    spans = spans_in(finder, block, text, starts)
    if not len(spans):
        return _nowhere()
    begins, ends = spans[:, 0], spans[:, 1]
    piece = np.searchsorted(starts, begins, side="right") - 1
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    solid = ~np.isin(codes, _SPACES)
    at = np.zeros(len(codes) + 1, dtype=np.int64)  # where each character stands without white space
    np.cumsum(solid, out=at[1:])
    order = ranks()[codes[solid]]
    left = _keys(order, at[begins] - 1, -1, at[starts[piece]], at[starts[piece + 1] - 1])
    right = _keys(order, at[ends], 1, at[starts[piece]], at[starts[piece + 1] - 1])
    shift = starts[piece]
    return _Places(base + (piece >> 1), (piece & 1) == 0, begins - shift, ends - shift, left, right)


def _keys(order: npt.NDArray[np.uint16], first: Ints, step: int, low: Ints, high: Ints) -> Keys:
    """The ranks of the characters from `first` on, inside [low, high), packed four to a number."""
    keys = np.zeros((len(first), 2), dtype=np.uint64)
    for number in range(_CONTEXT):
        at = first + step * number
        inside = (at >= low) & (at < high)
        rank = np.where(inside, order[np.clip(at, 0, len(order) - 1)], 0).astype(np.uint64)
        keys[:, number // 4] |= rank << np.uint64(16 * (3 - number % 4))
    return keys


def _numbered(values: list[str], articles: Ints) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """For every occurrence the place of its article's value among all values, and whether it has none."""
    rank = {value: number for number, value in enumerate(sorted(set(values)))}
    numbers = np.array([rank[value] for value in values], dtype=np.int64)
    empty = np.array([not value for value in values], dtype=np.bool_)
    return numbers[articles], empty[articles]


def _one_line(text: str) -> str:
    return " ".join(text.split()) if not text[:1].isspace() and not text[-1:].isspace() else _edged(text)


def _edged(text: str) -> str:
    """`text` with every run of white space as one blank, also at its ends."""
    inner = " ".join(text.split())
    return (" " if text[0].isspace() else "") + inner + (" " if inner and text[-1].isspace() else "")


def _none() -> Ints:
    return np.empty(0, dtype=np.int64)


def _nowhere() -> _Places:
    keys = np.empty((0, 2), dtype=np.uint64)
    return _Places(_none(), np.empty(0, dtype=np.bool_), _none(), _none(), keys, keys)
