"""`Archive`: create, open, import, search, show, check. It delegates; the rooms do the work."""

from __future__ import annotations

import contextlib
import errno
import json
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from index import export as export_room
from index import fulltext
from index.archive import backup, checking, reading
from index.archive.apart import import_apart
from index.archive.exploring import Exploring
from index.archive.foreign import refuse_links
from index.archive.hits import Hits, Ints
from index.archive.importer import Importer
from index.archive.indexer import IndexFolder, Indexing, difference, index_articles
from index.archive.lock import WriterLock
from index.archive.recovery import Recovery, recover
from index.archive.registry import Registry
from index.archive.workers import default_count
from index.catalogue import FORMAT_VERSION, Catalogue, articles, entities, originals, runs
from index.control import Control
from index.errors import (
    ArchiveDamaged,
    ArchiveExists,
    ArchiveMissing,
    ArchiveReadOnly,
    ArchiveTooNew,
    ArticleMissing,
    Cancelled,
    DiskFull,
    IndexDamaged,
    OriginalMissing,
)
from index.exploration import Explorer
from index.fulltext import FullText, Searcher
from index.model import (
    ArchiveStats,
    Article,
    EntityCount,
    EntityInArticle,
    FacetCount,
    FacetField,
    FileReport,
    Filter,
    ImportProgress,
    ImportReport,
    ImportRun,
    Marks,
    MentionType,
    Problem,
    ResultRow,
    SearchRequest,
)

Progress = Callable[[ImportProgress], None]
_ENTITY_FACETS = {FacetField(t.value): t for t in MentionType if t is not MentionType.DATE}


class Archive(Exploring, Registry):
    """One open archive. Make it with `create` or `open`, end it with `close` or a with-block."""

    def __init__(self, path: Path, catalogue: Catalogue, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._catalogue = catalogue
        self._folder = IndexFolder(path / "fulltext", catalogue)
        self._lock = WriterLock(path)
        self._guard = threading.RLock()
        self._index: FullText | None = None
        self._place = path
        self._stamp = (0, 0)
        self._open_index()
        self._explorer = Explorer(catalogue, self._searcher, self._keyed)
        self._key_appointments()

    # --- opening and closing -------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path) -> Archive:
        """Make a new, empty archive in the folder `path` (made if missing, must be empty) and open it.

        Raises ArchiveExists, ArchiveReadOnly, DiskFull.
        """
        path = path.absolute()
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise ArchiveExists(path=path)
        try:
            path.mkdir(parents=True, exist_ok=True)
            (path / "originals").mkdir()
            catalogue = Catalogue(path / "catalogue.sqlite", create=True)
            backup.write_note(path)
        except OSError as error:
            raise (DiskFull if error.errno == 28 else ArchiveReadOnly)(path=path) from error
        archive = cls(path, catalogue, read_only=False)
        archive.catch_up()
        return archive

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Archive:
        """Open an existing archive. An index that is missing or damaged is made afresh by `catch_up`.

        Raises ArchiveMissing, ArchiveTooNew, ArchiveDamaged, ArchiveReadOnly.
        """
        path = path.absolute()
        note = path / "archive.json"
        if not cls.is_archive(path):
            try:
                note.exists()
            except OSError as error:
                raise ArchiveDamaged(path=path, reason=error.strerror) from error
            raise ArchiveMissing(path=path)
        refuse_links(path)
        try:
            found = int(json.loads(note.read_text(encoding="utf-8"))["format"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            raise ArchiveDamaged(path=path, reason="archive.json") from error
        if found > FORMAT_VERSION:
            raise ArchiveTooNew(path=path, found=found, known=FORMAT_VERSION)
        return cls(path, Catalogue(path / "catalogue.sqlite", read_only=read_only), read_only=read_only)

    @staticmethod
    def is_archive(path: Path) -> bool:
        """Whether there is an archive in the folder `path`, be it a damaged one."""
        with contextlib.suppress(OSError):
            return any((path / name).is_file() for name in ("archive.json", "catalogue.sqlite"))
        return False

    def close(self) -> None:
        """Give everything back; the archive must not be used afterwards."""
        self._explorer.close()
        with self._guard:
            if self._index is not None:
                self._index.close()
            self._index = None
            self._catalogue.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The archive's name, from its folder."""
        return self.path.name.removesuffix(".juanzong")

    # --- importing and indexing ----------------------------------------------------------------------

    def import_paths(
        self,
        paths: Iterable[Path],
        *,
        progress: Progress | None = None,
        control: Control | None = None,
        workers: int | None = None,
        again: bool = False,
        apart: bool = False,
    ) -> ImportReport:
        """Import files and folders, then bring the index level.

        `workers`: processes, 0 for none (tests); `again` also reads files that did not change; `apart` leaves
        this process free: the import runs in one of its own (for windows).
        A cancel keeps what is done and is told in the report. Raises ArchiveBusy, DiskFull, ArchiveReadOnly.
        """
        control = control or Control()
        count = default_count() if workers is None else workers
        wanted = [path.absolute() for path in paths]
        if apart:
            if self.read_only:
                raise ArchiveReadOnly(path=self.path)
            return import_apart(self.path, wanted, again=again, progress=progress, control=control)
        began = time.monotonic()
        with self._writing():
            index = self._index
            importer = Importer(
                self._catalogue,
                self.path / "originals",
                workers=count,
                progress=progress,
                control=control,
                indexing=Indexing(self._catalogue, index, self._place) if index else None,
            )
            totals = importer.run(wanted, again=again)
            cancelled = totals.run.state == "cancelled"
            if totals.run.imported or totals.run.duplicates:
                backup.back_up_if_due(self._catalogue, self.path)
            if not cancelled:
                try:
                    self._level(count, progress, control)
                except Cancelled:
                    cancelled = True
        run = totals.run
        seconds = time.monotonic() - began
        return ImportReport(
            run.id, run.imported, run.unchanged, run.duplicates, totals.failed, seconds, cancelled
        )

    def not_indexed(self) -> int:
        """How many articles the search cannot see yet."""
        with self._guard:
            if self._index is None:
                return len(articles.current_ids(self._catalogue.reading))
            return len(difference(self._catalogue, self._index)[0])

    def catch_up(
        self, *, progress: Progress | None = None, control: Control | None = None, workers: int | None = None
    ) -> int:
        """Bring the index level with the catalogue, afresh if it is missing or damaged.

        Returns how many articles were indexed. Raises ArchiveBusy, Cancelled, DiskFull.
        """
        if self._index is not None and not any(difference(self._catalogue, self._index)):
            return 0
        with self._writing():
            return self._level(
                default_count() if workers is None else workers, progress, control or Control()
            )

    def backups(self) -> tuple[backup.Backup, ...]:
        """The copies of the catalogue, newest first."""
        return backup.backups(self.path)

    def back_up(self) -> Path:
        """Copy the catalogue now. Raises DiskFull, ArchiveReadOnly."""
        if self.read_only:
            raise ArchiveReadOnly(path=self.path)
        return backup.back_up(self._catalogue, self.path)

    @staticmethod
    def restore(path: Path, copy: Path) -> None:
        """Put a copy in the catalogue's place, while nobody has the archive open; the index follows."""
        with WriterLock(path):
            backup.restore(path, copy)

    @staticmethod
    def recover(path: Path, *, workers: int | None = None, control: Control | None = None) -> Recovery:
        """Make an archive openable again whose catalogue is damaged, from its backups and originals."""
        done = recover(path.absolute(), workers=workers, control=control)
        with Archive.open(path) as archive:
            archive._recall_corrections()
        return done

    def rebuild(
        self, *, progress: Progress | None = None, control: Control | None = None, workers: int | None = None
    ) -> int:
        """Make the index afresh from the catalogue, beside the old one, and swap it in."""
        with self._writing():
            return self._afresh(
                default_count() if workers is None else workers, progress, control or Control()
            )

    def check(self, *, repair: bool = False) -> tuple[Problem, ...]:
        """Compare catalogue, index and originals; with `repair`, mend what can be mended."""
        if not repair:
            return checking.check(self._catalogue, self._index, self.path)
        with self._writing():
            problems = checking.check(self._catalogue, self._index, self.path)
            return checking.mend(
                problems, self._catalogue, self.path, lambda: self._afresh(0, None, Control())
            )

    def _level(self, workers: int, progress: Progress | None, control: Control) -> int:
        if self._index is None:
            return self._afresh(workers, progress, control)
        try:
            done = index_articles(
                self._catalogue,
                self._index,
                self._place,
                workers=workers,
                progress=progress,
                control=control,
            )
        except IndexDamaged:
            return self._afresh(workers, progress, control)
        return done

    def _afresh(self, workers: int, progress: Progress | None, control: Control) -> int:
        place = self._folder.fresh()
        try:
            index = FullText.open(place)
            done = index_articles(
                self._catalogue, index, place, workers=workers, progress=progress, control=control
            )
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)  # gives the room back
            raise
        with self._guard:
            old, self._index, self._place = self._index, index, place
            if old is not None:
                old.close()
        self._folder.use(place)
        self._stamp = self._folder.stamp()
        return done

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise ArchiveReadOnly(path=self.path)
        with self._lock:
            try:
                yield
            except OSError as error:
                if error.errno in (errno.ENOSPC, errno.EDQUOT):
                    raise DiskFull(path=self.path) from error
                if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
                    raise ArchiveReadOnly(path=self.path) from error
                raise

    def _text(self, article_id: int) -> tuple[str, str]:
        return articles.text(self._catalogue.reading, article_id)

    # --- searching -----------------------------------------------------------------------------------

    def search(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> Hits:
        """All articles that match, in the newest state of the index.

        Raises QueryError (with the place), Cancelled, or IndexDamaged: then `catch_up` makes a fresh index.
        """
        began = time.perf_counter()
        try:
            searcher = self._searcher()
            found = searcher.search(self._keyed(request), cancelled=cancelled)
            behind = max(
                0, self._catalogue.kept_of_articles("count", articles.count) - searcher.snapshot.live_count
            )
        except IndexDamaged:
            self._index = None
            raise
        milliseconds = (time.perf_counter() - began) * 1000
        return Hits(request, found, milliseconds, behind, self._clusters)

    def _clusters(self) -> tuple[Ints, Ints]:
        """Which articles are reprints of each other, as `articles.clusters` gives it."""
        return self._catalogue.kept_of_articles("clusters", articles.clusters)

    def _searcher(self) -> Searcher:
        """A searcher on the newest state of the index, whichever process made it."""
        if self._folder.stamp() != self._stamp:
            self._open_index()
        index = self._index
        if index is None:
            raise IndexDamaged(path=self.path, reason="missing")
        return index.searcher(self._text)

    def _open_index(self) -> None:
        """Open the index that `fulltext/` names now; none if it is missing or damaged."""
        with self._guard:
            if self._index is not None:
                self._index.close()
            self._index = None
            self._stamp = self._folder.stamp()
            with contextlib.suppress(IndexDamaged):
                self._index, self._place = self._folder.open()

    def rows(self, hits: Hits, offset: int, limit: int) -> list[ResultRow]:
        """What a result list shows for the hits at positions `offset` and following."""
        return reading.rows(self._catalogue.reading, hits, hits.ids(offset, limit))

    def facets(
        self, hits: Hits, fields: Sequence[FacetField], top: int | None = None
    ) -> dict[FacetField, tuple[FacetCount, ...]]:
        """Exact counts over all hits, largest first; years and months in order of time."""
        counts = hits.found.facets(list(fields), top)
        for field in counts:
            kind = _ENTITY_FACETS.get(field)
            if kind is not None:
                names = entities.names_of_keys(
                    self._catalogue.reading, kind, [c.value for c in counts[field]]
                )
                counts[field] = tuple(FacetCount(names.get(c.value, c.value), c.count) for c in counts[field])
        return counts

    def marks(self, article_id: int, text: str) -> Marks:
        """Every place of the query `text` in an article."""
        return fulltext.marks(fulltext.parse(text), *self._text(article_id))

    def _keyed(self, request: SearchRequest) -> SearchRequest:
        """The request with entity names replaced by the keys that the index holds."""
        filters = tuple(
            Filter(
                f.field,
                tuple(self._entity_key(_ENTITY_FACETS[f.field], v) for v in f.values),
                f.exclude,
            )
            if f.field in _ENTITY_FACETS
            else f
            for f in request.filters
        )
        return replace(request, filters=filters)

    # --- articles and entities -----------------------------------------------------------------------

    def article(self, article_id: int) -> Article:
        """One article. Raises ArticleMissing."""
        found = articles.read(self._catalogue.reading, article_id)
        if found is None:
            raise ArticleMissing(article_id=article_id)
        return found

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
