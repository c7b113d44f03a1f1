"""What the façade shows of an archive's holdings: articles, originals, names, imports, counts, exports.

`Archive` inherits it, so that callers see one object; apart only to keep the façade readable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index import export as export_room
from index.archive import reading
from index.archive.hits import Hits
from index.catalogue import Catalogue, articles, entities, originals, runs
from index.control import Control
from index.errors import ArticleMissing, OriginalMissing
from index.fulltext import FullText
from index.importing import is_table, record_as_it_came, text_as_it_came
from index.model import (
    ArchiveStats,
    Article,
    ArticleVersion,
    EntityCount,
    EntityInArticle,
    FileReport,
    ImportRun,
    SearchRequest,
)


class Shelf:
    """The methods of `Archive` that hand out what it holds; every one may be called from any thread."""

    path: Path
    _catalogue: Catalogue
    _index: FullText | None

    if TYPE_CHECKING:

        @property
        def name(self) -> str:
            """The archive's name."""

        def search(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> Hits:
            """All articles that match."""

        def not_indexed(self) -> int:
            """How many articles the search cannot see yet."""

    # --- articles and entities -----------------------------------------------------------------------

    def article(self, article_id: int) -> Article:
        """One article. Raises ArticleMissing."""
        found = articles.read(self._catalogue.reading, article_id)
        if found is None:
            raise ArticleMissing(article_id=article_id)
        return found

    def versions(self, article_id: int) -> tuple[ArticleVersion, ...]:
        """An article as it was and is, newest first; each can be read by its number."""
        return tuple(articles.versions(self._catalogue.reading, article_id))

    def find(self, origin: str) -> int | None:
        """The number of the article with this origin."""
        return articles.by_origin(self._catalogue.reading, origin)

    def origins(self, ids: Iterable[int]) -> list[str]:
        """The origins of articles, in the order of `ids`."""
        return articles.origins(self._catalogue.reading, ids)

    def original(self, article_id: int) -> bytes:
        """The bytes of an article as they came. Raises ArticleMissing, OriginalMissing."""
        place = articles.original_place(self._catalogue.reading, article_id)
        if place is None:
            raise ArticleMissing(article_id=article_id)
        digest, path, start, length = place
        try:
            return reading.original(self.path / "originals", digest, path, start, length)
        except originals.UNREADABLE as error:
            raise OriginalMissing(article_id=article_id) from error

    def as_it_came(self, article_id: int) -> str:
        """The text of an article before anything was repaired or left out, whatever its format.

        Of a web page all lines, of a member of an archive that member's. Raises ArticleMissing,
        OriginalMissing.
        """
        article = self.article(article_id)
        place = articles.original_place(self._catalogue.reading, article_id)
        if place is None or place[0] is None or not is_table(article.file):
            return text_as_it_came(self.original(article_id), article.file, article.record)
        try:
            with originals.open_original(self.path / "originals", place[0]) as stream:
                return record_as_it_came(stream, article.file, article.record)
        except originals.UNREADABLE as error:
            raise OriginalMissing(article_id=article_id) from error

    def entities(self, article_id: int) -> tuple[EntityInArticle, ...]:
        """What an article names, most mentioned first within each type."""
        return reading.entities_in(self._catalogue.reading, article_id)

    def entities_of(self, hits: Hits, per_type: int = 50) -> tuple[EntityCount, ...]:
        """What all hits name, most articles first within each type."""
        ids = [int(number) for number in hits.found.all_ids()]
        return tuple(entities.counts_in(self._catalogue.reading, ids, per_type))

    def entity(self, entity_id: int) -> EntityCount | None:
        """One entity over the whole archive."""
        return entities.one(self._catalogue.reading, entity_id)

    def import_runs(self) -> tuple[ImportRun, ...]:
        """Every import, newest first."""
        return tuple(runs.all_runs(self._catalogue.reading))

    def file_reports(self, run_id: int) -> tuple[FileReport, ...]:
        """The fate of each file in one import."""
        return tuple(runs.reports(self._catalogue.reading, run_id))

    # --- the whole -----------------------------------------------------------------------------------

    def article_count(self) -> int:
        """How many articles there are; quick, where `stats` reads the whole archive."""
        return articles.count(self._catalogue.reading)

    def stats(self) -> ArchiveStats:
        """Counts and sizes."""
        return reading.stats(self._catalogue, self._index, self.path, self.not_indexed())

    def export(
        self,
        format: str,  # noqa: A002
        out: Path,
        request: SearchRequest | None = None,
        *,
        language: str = "en",
        progress: Callable[[int], None] | None = None,
        control: Control | None = None,
    ) -> int:
        """Write all articles, or the hits of `request`, to a file; returns how many. Raises ExportError."""
        if request is None:
            ids: Sequence[int] = articles.current_ids(self._catalogue.reading)
        else:
            ids = self.search(request).ids()
        items = reading.export_items(self._catalogue.reading, ids, control or Control())
        return export_room.write(
            format, out, items, archive_name=self.name, language=language, progress=progress
        )

    def export_articles(
        self,
        format: str,  # noqa: A002
        out: Path,
        ids: Sequence[int],
        *,
        language: str = "en",
    ) -> int:
        """Write the articles `ids` to a file, in that order; returns how many. Raises ExportError."""
        items = reading.export_items(self._catalogue.reading, ids, Control())
        return export_room.write(format, out, items, archive_name=self.name, language=language)
