"""Searcher and Found: a request answered on a snapshot.

Called by `index.archive` from any thread. A search finds all documents at once (the total is exact);
scores and order are worked out when ids are asked for, facets when facets are asked for.
"""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh import query as whoosh_query

from index.errors import IndexDamaged
from index.fulltext import ranking
from index.fulltext.analysis import normal
from index.fulltext.dates import date_range
from index.fulltext.evaluation import Evaluation
from index.fulltext.facets import count_facet
from index.fulltext.leaves import KeyOf
from index.fulltext.order import Order
from index.fulltext.parsing import parse
from index.fulltext.query import Dates, Values
from index.fulltext.segment import EMPTY
from index.fulltext.snapshot import Snapshot
from index.model import FacetCount, FacetField, Filter, SearchRequest, Sort

Ints = npt.NDArray[np.int64]
TextOf = Callable[[int], tuple[str, str]]
_KEPT_TEXTS = 256


class Searcher:
    """Answers requests on one snapshot of the index. Safe to use from several threads."""

    def __init__(self, snapshot: Snapshot, text_of: TextOf, key_of: KeyOf | None = None) -> None:
        self.snapshot = snapshot
        self._text_of = text_of
        self._key_of = key_of
        self._texts: OrderedDict[int, tuple[str, str]] = OrderedDict()
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of the segments."""
        self.snapshot = Snapshot(self.snapshot.generation)
        self._texts.clear()

    def search(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> Found:
        """All articles that match; raises QueryError if the text makes no sense, Cancelled when asked to."""
        query = parse(request.text, self._key_of).query
        kept = [_filter_query(chosen) for chosen in request.filters]
        if kept:
            query = whoosh_query.And([query, *kept])
        return self.search_query(query, request.sort, cancelled=cancelled)

    def search_query(
        self, query: Any, sort: Sort = Sort.RELEVANCE, *, cancelled: Callable[[], bool] | None = None
    ) -> Found:
        """The same for a query tree: Whoosh's query objects and the leaves of `index.fulltext.query`."""
        snapshot = self.snapshot
        evaluations = [Evaluation(live, self._normal_texts, cancelled) for live in snapshot.segments]
        with _believing():
            documents = [evaluation.documents(query) for evaluation in evaluations]
        return Found(snapshot, query, sort, evaluations, documents)

    def _normal_texts(self, article_id: int) -> tuple[str, str]:
        with self._lock:
            texts = self._texts.get(article_id)
            if texts is not None:
                self._texts.move_to_end(article_id)
                return texts
        title, body = self._text_of(article_id)
        texts = normal(title), normal(body)
        with self._lock:
            self._texts[article_id] = texts
            while len(self._texts) > _KEPT_TEXTS:
                self._texts.popitem(last=False)
        return texts


class Found:
    """The hits of one search. `total` is exact; the rest is worked out on demand and kept."""

    def __init__(
        self,
        snapshot: Snapshot,
        query: Any,
        sort: Sort,
        evaluations: Sequence[Evaluation],
        documents: Sequence[Ints],
    ) -> None:
        self._snapshot = snapshot
        self._query = query
        self._sort = sort
        self._evaluations = evaluations
        self._per_segment = documents
        numbers = [found + live.base for found, live in zip(documents, snapshot.segments, strict=True)]
        self._numbers: Ints = np.concatenate(numbers) if numbers else EMPTY
        self._lock = threading.RLock()
        self._scores: npt.NDArray[np.float32] | None = None
        self._order: Order | None = None
        self.total = len(self._numbers)

    def all_ids(self) -> Ints:
        """The ids of all hits, ascending."""
        return np.sort(self._snapshot.ids[self._numbers])

    @property
    def order(self) -> Order:
        """The hits in the order of the request."""
        with self._lock, _believing():
            if self._order is None:
                self._order = self._make_order()
            return self._order

    def ids(self, offset: int, limit: int | None) -> Ints:
        """The ids of the hits `offset` to `offset + limit` in the order of the request."""
        return self.order.ids(offset, self.total if limit is None else min(self.total, offset + limit))

    def scores(self, article_ids: Sequence[int]) -> list[float]:
        """The scores of some hits, 0 for an article that is none."""
        wanted = np.sort(np.asarray(article_ids, dtype=np.int64))
        if not len(wanted):
            return []
        ids = self._snapshot.ids[self._numbers]
        nearest = np.minimum(np.searchsorted(wanted, ids), len(wanted) - 1)
        at = np.flatnonzero(wanted[nearest] == ids)
        found = dict(zip(ids[at].tolist(), self._all_scores()[at].tolist(), strict=True))
        return [found.get(int(number), 0.0) for number in article_ids]

    def facets(
        self, fields: Sequence[FacetField], top: int | None = None
    ) -> dict[FacetField, tuple[FacetCount, ...]]:
        """For each field the values of the hits, counted exactly: largest first, years and months in time."""
        with _believing():
            return {field: count_facet(self._snapshot, self._per_segment, field, top) for field in fields}

    def _all_scores(self) -> npt.NDArray[np.float32]:
        with self._lock:
            if self._scores is None:
                self._scores = ranking.scores(
                    self._query, self._snapshot, self._evaluations, self._per_segment
                )
                self._raise_leaders(self._scores)
            return self._scores

    def _raise_leaders(self, scores: npt.NDArray[np.float32]) -> None:
        """Add what positions tell to the scores of the first hits, which stay before all others."""
        if not self.total:
            return
        leaders = np.arange(self.total)
        if self.total > ranking.LEADERS:
            least = np.partition(scores, -ranking.LEADERS)[-ranking.LEADERS]
            above, level = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
            leaders = np.sort(np.concatenate([above, level[: ranking.LEADERS - len(above)]]))
        ends = np.cumsum([len(found) for found in self._per_segment])
        chosen = [
            found[leaders[(leaders >= end - len(found)) & (leaders < end)] - (end - len(found))]
            for found, end in zip(self._per_segment, ends, strict=True)
        ]
        scores[leaders] += ranking.nearness(self._query, self._snapshot, self._evaluations, chosen)

    def _make_order(self) -> Order:
        dates = self._snapshot.dates[self._numbers]
        if self._sort is Sort.NEWEST:
            first = -dates.astype(np.float64)
        elif self._sort is Sort.OLDEST:
            first = np.where(dates > 0, dates, 99999999).astype(np.float64)
        else:
            first = -np.round(self._all_scores(), 4).astype(np.float64)
        return Order(self._snapshot, self._numbers, first)


@contextlib.contextmanager
def _believing() -> Iterator[None]:
    """Numbers of an index with right checksums are believed; where that leads nowhere it is damaged."""
    try:
        yield
    except (IndexError, ValueError, OverflowError, MemoryError) as error:
        raise IndexDamaged(path="fulltext", reason=repr(error)[:200]) from error


def _filter_query(chosen: Filter) -> Any:
    if chosen.field in (FacetField.YEAR, FacetField.MONTH):
        ranges = [date_range(value) for value in chosen.values]
        query: Any = whoosh_query.Or([Dates(*found) for found in ranges if found is not None])
    else:
        query = Values(chosen.field, values=chosen.values)
    return whoosh_query.Not(query) if chosen.exclude else query
