"""The hits of a search as the window and the command line hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.fulltext import Found
from index.model import SearchRequest


@dataclass(frozen=True, slots=True)
class Hits:
    """All hits of one request, sorted lazily; positions never change. `total` is exact.

    `not_indexed` is how many articles of the archive the search could not see yet.
    """

    request: SearchRequest
    found: Found
    milliseconds: float
    not_indexed: int

    @property
    def total(self) -> int:
        """How many articles match."""
        return self.found.total

    def ids(self, offset: int = 0, limit: int | None = None) -> Sequence[int]:
        """The numbers of the articles from position `offset`, in the request's order."""
        return [int(number) for number in self.found.ids(offset, limit)]

    def score(self, article_id: int) -> float:
        """The relevance of a hit; only meaningful against others of the same search."""
        return float(self.found.score(article_id))
