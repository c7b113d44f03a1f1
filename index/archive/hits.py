"""The hits of a search as the window and the command line hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload

import numpy as np
import numpy.typing as npt

from index.fulltext import Found, Order
from index.model import SearchRequest

Ints = npt.NDArray[np.int64]


class Hits:
    """All hits of one request, sorted lazily; positions never change.

    `total` counts articles and is exact. With `request.collapse`, `lines` counts texts: reprints share one
    position, and `ids` gives the earliest of them. `behind` says how many articles of the archive the
    search could not see yet, `groups` for every document of the index which reprints it is one of, -1 for
    none. Safe to use from any thread.
    """

    def __init__(
        self,
        request: SearchRequest,
        found: Found,
        milliseconds: float,
        behind: Callable[[], int],
        groups: Callable[[], Ints],
    ) -> None:
        self.request = request
        self.found = found
        self.milliseconds = milliseconds
        self._behind = behind
        self.total: int = found.total
        self._collapsed = found.order.earliest_of(groups()) if request.collapse and found.total > 1 else None

    @cached_property
    def not_indexed(self) -> int:
        """How many articles the search could not see yet; counted when it is first asked for."""
        return self._behind()

    @property
    def lines(self) -> int:
        """How many positions there are: articles, or texts when reprints are collapsed."""
        return self.total if self._collapsed is None else len(self._collapsed)

    def ids(self, offset: int = 0, limit: int | None = None) -> Sequence[int]:
        """The numbers of the articles from position `offset`, in the request's order."""
        end = self.lines if limit is None else min(self.lines, offset + limit)
        found: list[int] = self._order.ids(offset, end).tolist()
        return found

    def numbers(self) -> Numbers:
        """The numbers of all articles in the request's order, each worked out when it is asked for."""
        return Numbers(self._order)

    def scores(self, article_ids: Sequence[int]) -> list[float]:
        """The relevance of some hits; only meaningful against others of the same search."""
        return self.found.scores(article_ids)

    @property
    def _order(self) -> Order:
        return self.found.order if self._collapsed is None else self._collapsed


class Numbers(Sequence[int]):
    """Numbers of articles in an order that is worked out as far as somebody looks."""

    def __init__(self, order: Order) -> None:
        self._order = order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            found: list[int] = self._order.ids(0, len(self))[at].tolist()
            return found
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        return int(self._order.ids(place, place + 1)[0])

    def index(self, value: int, start: int = 0, stop: int | None = None) -> int:
        """Where an article stands; ValueError if it is not there."""
        place = self._order.place(value)
        if not start <= place < (len(self) if stop is None else stop):
            raise ValueError(value)
        return place


class Reprints:
    """Which documents of the index are reprints of each other; worked out anew when either has changed."""

    def __init__(self) -> None:
        self._known: tuple[Ints, Ints, Ints] | None = None

    def of(self, ids: Ints, clusters: tuple[Ints, Ints]) -> Ints:
        """For each document, given by its article, the number of its cluster; -1 if it has none.

        `clusters`: articles, ascending, and the cluster of each.
        """
        members, numbers = clusters
        known = self._known
        if known is None or known[0] is not ids or known[1] is not members:
            found = np.full(len(ids), -1, dtype=np.int64)
            if len(members):
                at = np.minimum(np.searchsorted(members, ids), len(members) - 1)
                there = np.flatnonzero(members[at] == ids)
                found[there] = numbers[at[there]]
            self._known = known = (ids, members, found)
        return known[2]
