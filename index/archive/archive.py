"""`Archive`: create, open, import, search, show, check. It delegates; the rooms do the work."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from index import fulltext
from index.archive import backup, kept, reading, snapshot
from index.archive.desk import Desk
from index.archive.exploring import Exploring
from index.archive.foreign import refuse_links
from index.archive.hits import Hits, Ints, Reprints
from index.archive.indexer import IndexFolder
from index.archive.lock import WriterLock
from index.archive.mending import in_the_way
from index.archive.recovery import Recovery, recover
from index.archive.registry import Registry
from index.archive.sharing import Sharing
from index.archive.shelf import Shelf
from index.archive.snapshot import Snapshot
from index.archive.upkeep import Upkeep
from index.archive.volume import is_remote
from index.atomic import read_small
from index.catalogue import FORMAT_VERSION, Catalogue, articles, entities
from index.control import Control
from index.desk.ledger import Ledger
from index.errors import (
    ArchiveDamaged,
    ArchiveExists,
    ArchiveGone,
    ArchiveMissing,
    ArchiveReadOnly,
    ArchiveTooNew,
    DiskFull,
    IndexDamaged,
    JuanzongError,
)
from index.exploration import Explorer
from index.fulltext import FullText, Searcher
from index.model import (
    FacetCount,
    FacetField,
    Filter,
    Marks,
    MentionType,
    ResultRow,
    SearchRequest,
)
from index.paths import ARCHIVE_SUFFIX

_ENTITY_FACETS = {FacetField(t.value): t for t in MentionType if t is not MentionType.DATE}


class Archive(Upkeep, Shelf, Exploring, Registry, Desk, Sharing):
    """One open archive. Make it with `create` or `open`, end it with `close` or a with-block."""

    def __init__(
        self, path: Path, catalogue: Catalogue, *, read_only: bool, taken: Snapshot | None = None
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._catalogue = catalogue
        self._snapshot = taken
        home = path if taken is None else taken.home
        self._folder = IndexFolder(home / "fulltext", catalogue)
        self._lock = WriterLock(path)
        self._ledger = Ledger(catalogue, path)
        self._guard = threading.RLock()
        self._index: FullText | None = None
        self._place = path
        self._stamp = (0, 0)
        self._reprints = Reprints()
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
        kept.guard(catalogue, path)
        archive.catch_up()
        return archive

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Archive:
        """Open an existing archive. An index that is missing or damaged is made afresh by `catch_up`.

        One of an earlier format that may only be read is read from a local copy, see `open_shared`.
        Raises ArchiveMissing, ArchiveTooNew, ArchiveDamaged, ArchiveReadOnly.
        """
        path = path.absolute()
        cls._look_at(path)
        catalogue = Catalogue(path / "catalogue.sqlite", read_only=read_only)
        if catalogue.format_version < FORMAT_VERSION:
            catalogue.close()
            return cls.open_shared(path)
        try:
            archive = cls(path, catalogue, read_only=read_only)
            if not read_only:
                kept.guard(catalogue, path)
        except sqlite3.DatabaseError as error:
            catalogue.close()
            raise ArchiveDamaged(path=path, reason=error) from error
        if not read_only:
            with contextlib.suppress(sqlite3.DatabaseError, JuanzongError):  # `check` says what is wrong
                archive._ledger.settle()
        return archive

    @classmethod
    def open_shared(
        cls, path: Path, *, progress: Callable[[int, int], None] | None = None, control: Control | None = None
    ) -> Archive:
        """Open an archive on a network share for reading, from a local copy of its catalogue and index.

        The copy is made anew if the archive has changed; `progress(bytes, of bytes)` tells how far it is.
        Raises as `open` does, and ArchiveBusy, DiskFull, Cancelled.
        """
        path = path.absolute()
        with contextlib.suppress(OSError):
            if path.is_dir():
                cls._look_at(path)
        taken = snapshot.take(path, progress=progress, control=control)
        backup.write_note(taken.home)
        with cls.open(taken.home) as copy:  # to this program's format and index
            copy.catch_up(control=control)
        catalogue = Catalogue(taken.home / "catalogue.sqlite", read_only=True)
        return cls(path, catalogue, read_only=True, taken=taken)

    @classmethod
    def open_as_allowed(
        cls, path: Path, *, progress: Callable[[int, int], None] | None = None, control: Control | None = None
    ) -> Archive:
        """Open an archive for writing where that is allowed, else for reading; see `open`.

        One that may only be read and lies on a network share, or is out of reach now but was copied from one
        before, is opened by `open_shared`.
        """
        try:
            return cls.open(path)
        except ArchiveReadOnly:
            if is_remote(path):
                return cls.open_shared(path, progress=progress, control=control)
            return cls.open(path, read_only=True)
        except (ArchiveMissing, ArchiveDamaged):
            if snapshot.known(path.absolute()) and not path.is_dir():
                return cls.open_shared(path, progress=progress, control=control)
            raise

    @property
    def shared(self) -> bool:
        """Whether this is a local copy of an archive on a share."""
        return self._snapshot is not None

    def newer_there(self) -> bool:
        """Whether the archive on the share has changed since it was copied; False if it is out of reach."""
        if self._snapshot is None:
            return False
        try:
            return snapshot.state(self.path) != self._snapshot.state
        except OSError:
            return False

    @classmethod
    def _look_at(cls, path: Path) -> None:
        """Raise unless there is an archive of ours in the folder `path`."""
        note = path / "archive.json"
        if not cls.is_archive(path):
            try:
                note.exists()
            except OSError as error:
                raise ArchiveDamaged(path=path, reason=error.strerror) from error
            raise ArchiveMissing(path=path)
        refuse_links(path)
        if strange := in_the_way(path):
            raise ArchiveDamaged(path=path, reason=strange[0].name)
        try:
            found = int(json.loads(read_small(note))["format"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            raise ArchiveDamaged(path=path, reason="archive.json") from error
        if found > FORMAT_VERSION:
            raise ArchiveTooNew(path=path, found=found, known=FORMAT_VERSION)

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
        return self.path.name.removesuffix(ARCHIVE_SUFFIX)

    # --- making it openable again ---------------------------------------------------------------------

    @staticmethod
    def restore(path: Path, copy: Path) -> None:
        """Put a copy in the catalogue's place, while nobody has the archive open; the index follows."""
        with WriterLock(path):
            backup.restore(path, copy)
            with contextlib.closing(Catalogue(path / "catalogue.sqlite")) as catalogue:
                Ledger(catalogue, path).recall()

    @staticmethod
    def recover(path: Path, *, workers: int | None = None, control: Control | None = None) -> Recovery:
        """Make an archive openable again whose catalogue is damaged, from its backups and originals."""
        done = recover(path.absolute(), workers=workers, control=control)
        with Archive.open(path) as archive:
            archive._recall_corrections()
            archive._ledger.recall()
        return done

    def _text(self, article_id: int) -> tuple[str, str]:
        return articles.text(self._catalogue.reading, article_id)

    # --- searching -----------------------------------------------------------------------------------

    def search(self, request: SearchRequest, *, cancelled: Callable[[], bool] | None = None) -> Hits:
        """All articles that match, in the newest state of the index.

        Raises QueryError (with the place), Cancelled, or IndexDamaged: then `catch_up` makes a fresh index.
        """
        began = time.perf_counter()
        self._explorer.give_way()
        try:
            searcher = self._searcher()
            found = searcher.search(self._keyed(request), cancelled=cancelled)
        except IndexDamaged:
            self._index = None
            raise
        milliseconds = (time.perf_counter() - began) * 1000
        seen = searcher.snapshot

        def behind() -> int:
            return max(0, self._catalogue.kept_of_articles("count", articles.count) - seen.live_count)

        def groups() -> Ints:
            clusters = self._catalogue.kept_of_articles("clusters", articles.clusters)
            return self._reprints.of(seen.ids, clusters)

        return Hits(request, found, milliseconds, behind, groups)

    def _searcher(self) -> Searcher:
        """A searcher on the newest state of the index, whichever process made it."""
        if self._folder.stamp() != self._stamp:
            self._open_index()
        index = self._index
        if index is None:
            if self._snapshot is None and not self.path.is_dir():
                raise ArchiveGone(path=self.path)
            raise IndexDamaged(path=self.path, reason="missing")
        return index.searcher(self._text, self._value_key)

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

    def _value_key(self, field: FacetField, name: str) -> str:
        """The key that the index holds for a name in a query such as 地点:江西省."""
        return self._entity_key(_ENTITY_FACETS[field], name) if field in _ENTITY_FACETS else name

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
