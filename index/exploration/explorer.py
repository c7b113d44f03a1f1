"""The room's door: everything that helps people to find their way in an archive.

`index.archive` keeps one Explorer per open archive and hands its methods on. It gives a searcher on the
newest index, and requests whose entity names are replaced by the index's keys (`keyed`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from index.catalogue import Catalogue, articles
from index.errors import IndexDamaged
from index.exploration import explanation, keeping, keyness, similarity, spelling, trend
from index.exploration.completion import Completer
from index.exploration.concordance import Concordance
from index.exploration.occurrences import Cancel, Finder
from index.fulltext import Found, Searcher, parse
from index.fulltext.analysis import is_ascii_word, normal, segmenter
from index.fulltext.query import Keyword, TextLeaf, Word, WordPattern
from index.model import (
    Completion,
    Explanation,
    Filter,
    HistoryEntry,
    MentionType,
    QuerySuggestion,
    QuerySuggestionKind,
    RelatedTerm,
    SavedSearch,
    SearchRequest,
    SimilarArticle,
    Sort,
    Trend,
    TrendStep,
)

_LETTERS = re.compile(r"[a-z' ]{2,40}")
_LONG = "卷宗" * 32  # long texts are folded in another way than short ones
_NAMED = frozenset(kind.value for kind in MentionType if kind is not MentionType.DATE)


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

    @staticmethod
    def load_words() -> None:
        """Load the dictionary and the fold, which keeps every thread waiting: for before anybody types."""
        segmenter()
        normal(_LONG)

    def get_ready(self) -> None:
        """Begin to make names ready for offers."""
        self.load_words()
        self._completer.complete("", 1)

    def give_way(self) -> None:
        """Somebody searches: what is made in the background waits for a moment."""
        self._completer.give_way()

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

    def suggestions(
        self, request: SearchRequest, limit: int, cancelled: Cancel | None = None
    ) -> tuple[QuerySuggestion, ...]:
        """Queries close to one that finds little, with their hits."""
        asked = self._keyed(request)
        found = spelling.suggestions(self._searcher(), self._catalogue, asked, limit, cancelled or _never)
        letters = request.text.strip().lower()
        if found or not _LETTERS.fullmatch(letters):
            return found
        return self._spelt(asked, letters, limit)

    def _spelt(self, request: SearchRequest, letters: str, limit: int) -> tuple[QuerySuggestion, ...]:
        """Names that are spelt like that, where somebody typed pinyin and no input method was on."""
        names = [one.text for one in self._completer.complete(letters, 2 * limit) if one.group in _NAMED]
        kind = QuerySuggestionKind.SOUND
        out: list[QuerySuggestion] = []
        if self._searcher().search(request).total <= spelling.FEW:
            for name in names[:limit]:
                total = self._searcher().search(replace(request, text=name)).total
                out.append(QuerySuggestion(name, total, kind, request.text.strip(), name))
        return tuple(one for one in out if one.total)

    def similar(self, article_id: int, limit: int) -> tuple[SimilarArticle, ...]:
        """Articles like one article."""
        return similarity.similar(self._searcher(), self._catalogue, article_id, limit)

    def related(
        self, text: str, hits: Found, limit: int, cancelled: Cancel | None = None
    ) -> tuple[RelatedTerm, ...]:
        """What hits have more often than the rest of the archive."""
        return keyness.related(self._searcher(), self._catalogue, text, hits, limit, cancelled or _never)

    def saved(self) -> tuple[SavedSearch, ...]:
        """The kept searches with what came since somebody looked."""
        try:
            searcher = self._searcher()
        except IndexDamaged:  # until it is made afresh nothing can be new
            searcher = None
        return keeping.saved(self._catalogue, searcher, self._keyed)

    def save(self, name: str, request: SearchRequest) -> int:
        """Keep a search, looked at now."""
        return keeping.save(self._catalogue, name, request, self._seen())

    def rename_saved(self, number: int, name: str) -> None:
        """Give a kept search another name."""
        keeping.rename(self._catalogue, number, name)

    def delete_saved(self, number: int) -> None:
        """Keep a search no longer."""
        keeping.delete(self._catalogue, number)

    def look(self, number: int) -> None:
        """Note that somebody looks at a kept search now."""
        keeping.look(self._catalogue, number, self._seen())

    def history(self, limit: int) -> tuple[HistoryEntry, ...]:
        """The latest queries."""
        return keeping.history(self._catalogue, limit)

    def remember(self, text: str, total: int) -> None:
        """Put a query into the history."""
        keeping.remember(self._catalogue, text, total)

    def forget(self, text: str | None) -> None:
        """Take one query, or all, out of the history."""
        keeping.forget(self._catalogue, text)

    def _seen(self) -> int:
        """The highest number below which the search sees every current article."""
        current = np.array(articles.current_ids(self._catalogue.reading), dtype=np.int64)
        try:
            visible = self._searcher().search(SearchRequest("")).all_ids()
        except IndexDamaged:
            return 0
        missing = np.setdiff1d(current, visible, assume_unique=True)
        return int(missing[0]) - 1 if len(missing) else int(current[-1]) if len(current) else 0
