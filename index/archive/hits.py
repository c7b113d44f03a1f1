"""The hits of a search as the window and the command line hold them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from index.fulltext import Found
from index.model import SearchRequest

Ints = npt.NDArray[np.int64]
Clusters = Callable[[], tuple[Ints, Ints]]


class Hits:
    """All hits of one request, sorted lazily; positions never change.

    `total` counts articles and is exact. With `request.collapse`, `lines` counts texts: reprints share one
    position, and `ids` gives the best placed of them. `not_indexed` is how many articles of the archive the
    search could not see yet. Safe to use from any thread.
    """

    def __init__(
        self, request: SearchRequest, found: Found, milliseconds: float, not_indexed: int, clusters: Clusters
    ) -> None:
        self.request = request
        self.found = found
        self.milliseconds = milliseconds
        self.not_indexed = not_indexed
        self.total: int = found.total
        self._collapsed = _collapsed(found, *clusters()) if request.collapse else None

    @property
    def lines(self) -> int:
        """How many positions there are: articles, or texts when reprints are collapsed."""
        return self.total if self._collapsed is None else len(self._collapsed)

    def ids(self, offset: int = 0, limit: int | None = None) -> Sequence[int]:
        """The numbers of the articles from position `offset`, in the request's order."""
        if self._collapsed is None:
            return [int(number) for number in self.found.ids(offset, limit)]
        end = None if limit is None else offset + limit
        return [int(number) for number in self._collapsed[offset:end]]

    def numbers(self) -> array[int]:
        """The numbers of all articles in the request's order, eight bytes each."""
        ids = self.found.ids(0, None) if self._collapsed is None else self._collapsed
        return array("q", np.ascontiguousarray(ids, dtype=np.int64).tobytes())

    def score(self, article_id: int) -> float:
        """The relevance of a hit; only meaningful against others of the same search."""
        return float(self.found.score(article_id))


def _collapsed(found: Found, members: Ints, clusters: Ints) -> Ints | None:
    """The ids in order with one of each cluster, the best placed; None if no two hits are reprints."""
    if not len(members) or found.total < 2:
        return None
    ids = np.asarray(found.ids(0, None), dtype=np.int64)
    there = np.flatnonzero(np.isin(ids, members))
    _, first = np.unique(clusters[np.searchsorted(members, ids[there])], return_index=True)
    if len(first) == len(there):
        return None
    keep = np.ones(len(ids), dtype=bool)
    keep[there] = False
    keep[there[first]] = True
    return ids[keep]
