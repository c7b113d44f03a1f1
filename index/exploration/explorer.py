"""The room's door: everything that helps people to find their way in an archive.

`index.archive` keeps one Explorer per open archive and hands its methods on. It gives a searcher on the
newest index, and requests whose entity names are replaced by the index's keys (`keyed`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from index.catalogue import Catalogue
from index.errors import IndexDamaged
from index.exploration import explanation, trend
from index.exploration.completion import Completer
from index.exploration.concordance import Concordance
from index.exploration.occurrences import Cancel, Finder
from index.fulltext import Searcher, parse
from index.fulltext.analysis import is_ascii_word, normal
from index.fulltext.query import Keyword, TextLeaf, Word, WordPattern
from index.model import Completion, Explanation, Filter, SearchRequest, Sort, Trend, TrendStep


def _never() -> bool:
    return False


class Explorer:
    """Explores one archive. Safe to use from any thread."""

    def __init__(
        self,
        catalogue: Catalogue,
        searcher: Callable[[], Searcher],
        keyed: Callable[[SearchRequest], SearchRequest],
    ) -> None:
        self._catalogue = catalogue
        self._searcher = searcher
        self._keyed = keyed
        self._completer = Completer(catalogue, self._titled)

    def close(self) -> None:
        """End what runs in the background."""
        self._completer.close()

    def _titled(self, text: str, limit: int) -> list[int]:
        """Articles whose titles contain `text`, newest first; words in Latin letters may be unfinished."""
        key = normal(text)
        leaf: TextLeaf = Keyword(key, "title")
        if is_ascii_word(key):
            leaf = WordPattern(f"{key}*", "title") if len(key) > 2 else Word(key, "title")
        try:
            found = self._searcher().search_query(leaf, Sort.NEWEST)
        except IndexDamaged:  # until it is made afresh
            return []
        return [int(number) for number in found.ids(0, limit)]

    def complete(self, text: str, limit: int) -> tuple[Completion, ...]:
        """Earlier queries, names and titles that `text` may mean."""
        return self._completer.complete(text, limit)

    def concordance(
        self, text: str, ids: npt.NDArray[np.int64], cancelled: Cancel | None = None
    ) -> Concordance:
        """All occurrences of the query `text` in the articles `ids` (ascending)."""
        return Concordance(self._catalogue, Finder(parse(text).keywords), ids, cancelled or _never)

    def trend(
        self,
        expressions: Sequence[str],
        filters: tuple[Filter, ...],
        step: TrendStep,
        cancelled: Cancel | None = None,
    ) -> Trend:
        """The expressions over time."""
        kept = self._keyed(SearchRequest("", filters=filters)).filters
        return trend.trend(self._searcher(), self._catalogue, expressions, kept, step, cancelled or _never)

    def explain(
        self, request: SearchRequest, not_indexed: int, cancelled: Cancel | None = None
    ) -> Explanation:
        """Why the request finds what it finds. The filters are given back as they came."""
        found = explanation.explain(self._searcher(), self._keyed(request), not_indexed, cancelled or _never)
        filters = tuple(
            replace(count, filter=one) for count, one in zip(found.filters, request.filters, strict=True)
        )
        return replace(found, filters=filters)
