"""What the façade does to keep an archive in order: importing, indexing, backups, checks, the writer's lock.

`Archive` inherits it, so that callers see one object; apart only to keep the façade readable.
"""

from __future__ import annotations

import contextlib
import errno
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive import again as again_room
from index.archive import backup, checking
from index.archive.absence import Questions
from index.archive.apart import in_a_process
from index.archive.importer import Importer
from index.archive.indexer import IndexFolder, Indexing, difference, index_articles
from index.archive.lock import WriterLock
from index.archive.watching import Watching
from index.archive.workers import default_count
from index.catalogue import Catalogue, articles, soundness
from index.control import Control
from index.errors import ArchiveGone, ArchiveReadOnly, Cancelled, DiskFull, IndexDamaged
from index.fulltext import FullText
from index.model import ImportProgress, ImportReport, Problem

if TYPE_CHECKING:
    from index.archive.archive import Archive

Progress = Callable[[ImportProgress], None]


def _import(
    archive: Archive,
    progress: Progress,
    control: Control,
    *,
    paths: Sequence[Path],
    again: bool,
    watching: bool,
) -> ImportReport:
    """`import_paths`, as another process is told of it."""
    return archive.import_paths(paths, progress=progress, control=control, again=again, watching=watching)


class Upkeep(Watching, Questions):
    """The methods of `Archive` that change what it holds; one process at a time writes."""

    path: Path
    read_only: bool
    _catalogue: Catalogue
    _folder: IndexFolder
    _lock: WriterLock
    _guard: threading.RLock
    _index: FullText | None
    _place: Path
    _stamp: tuple[int, int]

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
        watching: bool = False,
    ) -> ImportReport:
        """Import files and folders, then bring the index level.

        `workers`: processes, 0 for none (tests); `again` also reads files that did not change; `apart` leaves
        this process free: the import runs in one of its own (for windows); `watching`: nobody asked for it,
        so it leaves no report unless something changed.
        A cancel keeps what is done and is told in the report. Raises ArchiveBusy, DiskFull, ArchiveReadOnly.
        """
        control = control or Control()
        count = default_count() if workers is None else workers
        wanted = [path.absolute() for path in paths]
        if apart:
            if self.read_only:
                raise ArchiveReadOnly(path=self.path)
            work = partial(_import, paths=wanted, again=again, watching=watching)
            return in_a_process(self.path, work, progress=progress, control=control)
        began = time.monotonic()
        with self._writing():
            again_room.note_if_empty(self._catalogue)
            index = self._index
            importer = Importer(
                self._catalogue,
                self.path / "originals",
                workers=count,
                progress=progress,
                control=control,
                indexing=Indexing(self._catalogue, index, self._place) if index else None,
            )
            totals = importer.run(wanted, again=again, watching=watching)
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
            run.id,
            run.imported,
            run.unchanged,
            run.duplicates,
            totals.failed,
            seconds,
            cancelled,
            totals.gone,
            totals.unsettled,
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
        if not self.path.is_dir():
            raise ArchiveGone(path=self.path)
        return backup.back_up(self._catalogue, self.path)

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
        if not self.path.is_dir():
            raise ArchiveGone(path=self.path)
        if not repair:
            return checking.check(self._catalogue, self._index, self.path)
        with self._writing():
            problems = checking.check(self._catalogue, self._index, self.path)
            return checking.mend(
                problems, self._catalogue, self.path, lambda: self._afresh(0, None, Control())
            )

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the catalogue itself, a few words each; for when something failed strangely."""
        return tuple(soundness.faults(self._catalogue.reading))

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
