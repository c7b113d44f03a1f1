"""What the façade offers to find one's way: completion, suggestions, contexts, trends, kept searches.

`Archive` inherits it, so that callers see one object; apart only to keep the façade readable.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index import export as export_room
from index.archive.hits import Hits
from index.catalogue import Catalogue
from index.control import Control
from index.exploration import Concordance, Explorer, tables
from index.model import (
    Completion,
    ConcordanceSort,
    Explanation,
    Filter,
    HistoryEntry,
    QuerySuggestion,
    RelatedTerm,
    SavedSearch,
    SearchRequest,
    SimilarArticle,
    Trend,
    TrendStep,
)

_COMMON = ("的", "人物:李 机构:省 地点:江")  # to find these touches what most queries need


class Exploring:
    """The methods of `Archive` that ask the Explorer; every one may be called from any thread."""

    _catalogue: Catalogue
    _explorer: Explorer

    if TYPE_CHECKING:

        @property
        def name(self) -> str:
            """The archive's name."""

        def not_indexed(self) -> int:
            """How many articles the search cannot see yet."""

        def search(self, request: SearchRequest) -> Hits:
            """All articles that match."""

    # --- while typing ----------------------------------------------------------------------------------

    def load_words(self) -> None:
        """Load what every query needs and what keeps all threads waiting: for before anybody types."""
        self._explorer.load_words()

    def get_ready(self) -> None:
        """Load what the first query and the first offers would wait for; to be called when nobody types."""
        for text in _COMMON:
            self.search(SearchRequest(text, collapse=True)).ids(0, 20)
        self._explorer.get_ready()

    def complete(self, text: str, limit: int = 12) -> tuple[Completion, ...]:
        """Earlier queries, names and titles that `text` may mean: characters, pinyin or initials."""
        return self._explorer.complete(text, limit)

    # --- around a search -----------------------------------------------------------------------------

    def explain(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> Explanation:
        """Why the request finds what it finds: its parts alone, in pairs, without filters."""
        return self._explorer.explain(request, self.not_indexed(), cancelled)

    def concordance(
        self, hits: Hits, first: int | None = None, *, cancelled: Callable[[], bool] | None = None
    ) -> Concordance:
        """Every occurrence of the query's keywords in context: in all hits, or in so many of the first.

        Raises Cancelled.
        """
        ids = hits.found.all_ids() if first is None else np.sort(hits.found.ids(0, first))
        return self._explorer.concordance(hits.request.text, ids, cancelled)

    def trend(
        self,
        expressions: Sequence[str],
        filters: tuple[Filter, ...] = (),
        step: TrendStep = TrendStep.YEAR,
        *,
        cancelled: Callable[[], bool] | None = None,
    ) -> Trend:
        """Articles and occurrences of each expression over time, absolute and relative. Raises Cancelled."""
        return self._explorer.trend(expressions, filters, step, cancelled)

    def suggestions(
        self, request: SearchRequest, limit: int = 5, *, cancelled: Callable[[], bool] | None = None
    ) -> tuple[QuerySuggestion, ...]:
        """Queries close to one that finds next to nothing, each with its exact hits, best first."""
        return self._explorer.suggestions(request, limit, cancelled)

    def similar(self, article_id: int, limit: int = 10) -> tuple[SimilarArticle, ...]:
        """The articles most like one article, its reprints left out."""
        return self._explorer.similar(article_id, limit)

    def related(
        self, hits: Hits, limit: int = 30, *, cancelled: Callable[[], bool] | None = None
    ) -> tuple[RelatedTerm, ...]:
        """Words and names that the hits have far more often than the rest of the archive."""
        return self._explorer.related(hits.request.text, hits.found, limit, cancelled)

    # --- tables --------------------------------------------------------------------------------------

    def export_concordance(
        self,
        concordance: Concordance,
        out: Path,
        sort: ConcordanceSort = ConcordanceSort.OLDEST,
        *,
        language: str = "en",
        control: Control | None = None,
    ) -> int:
        """Write all lines to an .xlsx or .csv file; returns how many. Raises ExportError, Cancelled."""
        table = tables.concordance(self._catalogue, concordance, sort, control or Control())
        return export_room.write_rows(table, out, archive_name=self.name, language=language)

    def export_trend(self, trend: Trend, out: Path, *, language: str = "en") -> int:
        """Write one row per expression and period to an .xlsx or .csv file; returns how many."""
        table = tables.trend(trend)
        return export_room.write_rows(table, out, archive_name=self.name, language=language)

    def export_batch(self, trend: Trend, out: Path, *, language: str = "en") -> int:
        """Write one row per expression, its counts by period in columns; returns how many rows."""
        table = tables.batch(trend)
        return export_room.write_rows(table, out, archive_name=self.name, language=language)

    # --- searches that people keep -------------------------------------------------------------------

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The kept searches by name, each with the number of hits since the last look."""
        return self._explorer.saved()

    def save_search(self, name: str, request: SearchRequest) -> int:
        """Keep a search under a name (replacing one of that name); returns its number."""
        return self._explorer.save(name, request)

    def rename_search(self, number: int, name: str) -> None:
        """Give a kept search another name."""
        self._explorer.rename_saved(number, name)

    def delete_search(self, number: int) -> None:
        """Keep a search no longer."""
        self._explorer.delete_saved(number)

    def look_at_search(self, number: int) -> None:
        """Note that somebody looks at a kept search now: it has no new hits any more."""
        self._explorer.look(number)

    def history(self, limit: int = 100) -> tuple[HistoryEntry, ...]:
        """The latest queries, each once, latest first."""
        return self._explorer.history(limit)

    def remember(self, hits: Hits) -> None:
        """Put a search into the history; not for every key that is pressed."""
        self._explorer.remember(hits.request.text, hits.total)

    def forget(self, text: str | None = None) -> None:
        """Take one query out of the history, or all."""
        self._explorer.forget(text)
