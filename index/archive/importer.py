"""Files into the catalogue: worker processes read, this process commits; then the index catches up.

Every transaction leaves the archive whole: a file counts as complete only when its last record is written,
so whatever interrupts an import, the next one goes on where it stopped. A file that fails is recorded with
its reason and never stops the rest. Called by `Archive.import_paths`.
"""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.archive.backup import KeptFile, note_names
from index.archive.file_under_way import FileUnderWay
from index.archive.indexer import BATCH, FEW, Indexing
from index.archive.preparation import keep_original, read_file, read_unit
from index.archive.sources import Source, Survey, survey, written
from index.archive.workers import Failed, Outcome, Task, Workers, collecting_rarely
from index.catalogue import Catalogue, articles, runs
from index.catalogue.entities import EntityNumbers
from index.catalogue.records import Prepared
from index.control import Control
from index.errors import Cancelled, DiskFull, ReadError
from index.importing import RecordFailure, Unit, units
from index.model import Fate, FileReport, ImportProgress, ImportRun

SECONDS_PER_UNIT = 60.0
SECONDS_PER_MEGABYTE = 10.0  # a zip or a dump is one unit, however many pages it holds
_COMMIT_ARTICLES = 500
_COMMIT_SECONDS = 1.0
_PROGRESS_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of one import."""

    run: ImportRun
    failed: tuple[FileReport, ...]
    gone: int = 0
    unsettled: int = 0


def _seconds(unit: Unit, size: int) -> float:
    """How long a unit of a file of `size` bytes may take."""
    large = size if unit.is_whole else unit.size if unit.data is None else 0
    return SECONDS_PER_UNIT + SECONDS_PER_MEGABYTE * (large >> 20)


class Importer:
    """One run of an import; `run` does it all."""

    def __init__(
        self,
        catalogue: Catalogue,
        originals: Path,
        *,
        workers: int,
        progress: Callable[[ImportProgress], None] | None,
        control: Control,
        indexing: Indexing | None = None,
        named: Mapping[Path, str] | None = None,
    ) -> None:
        """`indexing`: index new articles already while others are being read.

        `named`: files that are copies, and the paths that the catalogue shall know them by.
        """
        self._named = named or {}
        self._catalogue, self._originals, self._control = catalogue, originals, control
        self._indexing = indexing
        self._to_index: list[int] = []
        self._all_read = False
        self._workers_wanted, self._progress = workers, progress
        self._numbers = EntityNumbers()
        self._imported = self._unchanged = self._duplicates = 0
        self._files_done = self._bytes_done = self._articles = 0
        self._files_total: int | None = None
        self._bytes_total = 0
        self._failed: list[FileReport] = []
        self._lines: list[FileReport] = []
        self._lines_written = 0
        self._waiting: list[tuple[FileUnderWay, list[Prepared | RecordFailure]]] = []
        self._finished: list[FileUnderWay] = []
        self._waiting_articles = 0
        self._new_ids: list[int] = []
        self._began = time.monotonic()
        self._last_commit = self._last_progress = self._began
        self._current = ""
        self._run_id = 0
        self._phase = "listing"

    def run(self, paths: Sequence[Path], *, again: bool = False, watching: bool = False) -> Totals:
        """Import all files below `paths`; with `again`, also those that did not change.

        `watching`: nobody asked, so a pass that finds nothing to do leaves no trace, and the report tells
        of changes only. Raises DiskFull, ArchiveReadOnly or ArchiveDamaged; a cancel ends it in good order.
        """
        cancelled = False
        found = Survey()
        with collecting_rarely(), Workers(self._workers_wanted) as workers:
            self._workers = workers
            try:
                found = self._survey(paths, again, watching)
                if watching and found.idle:
                    return self._nothing(paths, found)
                self._begin(paths, found)
                self._read_all(workers, found.chosen)
                self._commit()
                self._index_rest(workers)
            except Cancelled:
                if not self._run_id:
                    self._begin(paths, found)
                cancelled = True
                workers.drop_waiting()
        self._commit()
        run = self._finish(paths, cancelled)
        self._tell(True)
        return Totals(run, tuple(self._failed), len(found.gone), found.unsettled)

    def _begin(self, paths: Sequence[Path], found: Survey) -> None:
        with self._catalogue.writing() as db:
            self._run_id = runs.begin(db, [written(path) for path in paths])
            runs.mark_gone(db, found.gone.values())
            runs.mark_there(db, found.back)

    def _nothing(self, paths: Sequence[Path], found: Survey) -> Totals:
        """The totals of a pass that found nothing to do."""
        seconds = time.monotonic() - self._began
        names = tuple(written(path) for path in paths)
        run = ImportRun(0, "", names, 0, self._unchanged, 0, len(self._failed), seconds, "finished")
        return Totals(run, tuple(self._failed), 0, found.unsettled)

    def _survey(self, paths: Sequence[Path], again: bool, watching: bool) -> Survey:
        """What is to be read, counted."""

        def tell(found: Survey) -> None:
            self._files_done = len(found.unchanged)
            self._tell()

        known = runs.known_files(self._catalogue.reading)
        found = survey(
            paths,
            known,
            again=again,
            watching=watching,
            control=self._control,
            named=self._named,
            tell=tell,
        )
        self._unchanged = self._files_done = len(found.unchanged)
        self._bytes_total = sum(source.size for source in found.chosen)
        self._files_total = self._files_done + len(found.chosen)
        for one in found.unreachable:
            self._fail(one.file, one.code, **({"error": one.error} if one.error else {}))
        self._lines += [FileReport(name, Fate.GONE) for name in found.gone]
        if not watching:
            self._lines += [FileReport(name, Fate.UNCHANGED) for name in found.unchanged]
        self._phase = "reading"
        return found

    def _read_all(self, workers: Workers, files: Iterable[Source]) -> None:
        most = 2 * max(1, self._workers_wanted) + 1
        feed = self._tasks(files)
        exhausted = False
        while not exhausted or workers.unfinished:
            self._control.checkpoint()
            while not exhausted and workers.unfinished < most:
                task = next(feed, None)
                if task is None:
                    exhausted = True
                else:
                    workers.submit(task)
            for outcome in workers.outcomes(0.1):
                self._take(outcome)
            self._commit_if_due()
            if self._indexing is not None and len(self._to_index) >= BATCH:
                workers.submit(self._indexing.task(self._to_index))
                self._to_index = []
            self._tell()
        self._all_read = True

    def _index_rest(self, workers: Workers) -> None:
        """Index what is left while the workers are there; a few articles are left to `index_articles`."""
        indexing, rest = self._indexing, self._to_index
        if indexing is None or len(rest) <= FEW:
            return
        self._to_index = []
        share = -(-len(rest) // max(1, self._workers_wanted))
        for at in range(0, len(rest), share):
            workers.submit(indexing.task(rest[at : at + share]))
        while workers.unfinished:
            self._control.checkpoint()
            for outcome in workers.outcomes(0.1):
                self._take(outcome)
            self._tell()

    def _tasks(self, files: Iterable[Source]) -> Iterator[Task]:
        """Tasks for the workers, made one by one so that big containers are not read ahead of time."""
        for path, name, size, mtime_ns in files:
            reading = FileUnderWay(path, name, size, mtime_ns)
            self._current = path.name
            try:
                for unit in units(path):
                    reading.open_units += 1
                    whole = unit.is_whole
                    yield Task(
                        (reading, unit),
                        read_file if whole else read_unit,
                        (unit, self._originals) if whole else (unit,),
                        seconds=_seconds(unit, size),
                    )
            except (ReadError, OSError) as error:
                self._note_failure(reading, error)
            reading.all_fed = True
            self._go_on(reading)

    def _take(self, outcome: Outcome) -> None:
        if isinstance(outcome.task.tag, Indexing):
            indexing = outcome.task.tag
            indexing.finish(outcome)
            for merge in indexing.merges(at_rest=self._all_read):
                self._workers.submit(merge)
            return
        reading, unit = outcome.task.tag
        result = outcome.result
        reading.open_units -= unit is not None
        if isinstance(result, Failed):
            self._note_failure(reading, result)
        elif unit is None:
            reading.original = result
        else:
            if unit.is_whole:
                result, reading.original = result
            self._waiting.append((reading, result))
            self._waiting_articles += len(result)
            reading.has_articles = reading.has_articles or any(isinstance(item, Prepared) for item in result)
        self._bytes_done += reading.bytes_step(unit)
        self._go_on(reading)

    def _go_on(self, reading: FileUnderWay) -> None:
        """The next step of a file of which something was finished: keep its bytes, or be done."""
        if reading.done:
            self._finished.append(reading)
        elif reading.read:
            arguments = (self._originals, reading.place)
            self._workers.submit(Task((reading, None), keep_original, arguments, 10 * SECONDS_PER_UNIT))

    def _commit_if_due(self) -> None:
        waited = time.monotonic() - self._last_commit
        if self._waiting_articles >= _COMMIT_ARTICLES or (
            waited > _COMMIT_SECONDS and (self._waiting or self._finished)
        ):
            self._commit()

    def _commit(self) -> None:
        """Write everything that has arrived, in one transaction."""
        self._last_commit = time.monotonic()
        waiting, self._waiting, self._waiting_articles = self._waiting, [], 0
        finished, self._finished = self._finished, []
        try:
            with self._catalogue.writing() as db:
                for reading, items in waiting:
                    self._meet(db, reading)
                    for item in items:
                        self._write(db, reading, item)
                for reading in finished:
                    self._meet(db, reading)
                    runs.complete_file(db, reading.file_id, reading.original, reading.failure)
                    if reading.failure is None:
                        articles.retire_missing(db, reading.file_id, reading.kept)
                    if reading.gave_nothing:
                        self._failed += reading.fail_empty()
                    self._lines.extend(reading.reports())
                    self._files_done += 1
                self._numbers.settle(db)
                lines, self._lines = self._lines, []
                runs.add_reports(db, self._run_id, self._lines_written, lines)
                self._lines_written += len(lines)
            note_names(
                self._originals, [KeptFile(r.original, r.path) for r in finished if r.original is not None]
            )
            self._to_index.extend(self._new_ids)
            self._new_ids = []
        except BaseException:
            self._numbers.forget()
            raise

    def _meet(self, db: sqlite3.Connection, reading: FileUnderWay) -> None:
        if not reading.file_id:
            reading.file_id = runs.meet_file(db, reading.path, reading.size, reading.mtime_ns)

    def _write(self, db: sqlite3.Connection, reading: FileUnderWay, item: Prepared | RecordFailure) -> None:
        if isinstance(item, RecordFailure):
            self._failed += reading.fail_record(item)
            return
        written = articles.write(db, reading.file_id, reading.path, item, self._numbers)
        reading.add(item, written)
        self._articles += 1
        if written.fate is Fate.UNCHANGED:
            self._unchanged += 1
        else:
            self._new_ids.append(written.article_id)
            if written.fate is Fate.DUPLICATE:
                self._duplicates += 1
            else:
                self._imported += 1

    def _note_failure(self, reading: FileUnderWay, cause: Failed | Exception) -> None:
        error = cause.error if isinstance(cause, Failed) else cause
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            raise DiskFull(path=self._originals)
        self._failed += reading.fail(cause)

    def _fail(self, file: str, code: str, **details: str) -> None:
        line = FileReport(file, Fate.FAILED, 0, code, tuple(details.items()))
        self._lines.append(line)
        self._failed.append(line)

    def _finish(self, paths: Sequence[Path], cancelled: bool) -> ImportRun:
        run = ImportRun(
            self._run_id,
            "",
            tuple(written(path) for path in paths),
            self._imported,
            self._unchanged,
            self._duplicates,
            len(self._failed),
            time.monotonic() - self._began,
            "cancelled" if cancelled else "finished",
        )
        with self._catalogue.writing() as db:
            runs.finish(db, run)
        return run

    def _tell(self, at_once: bool = False) -> None:
        now = time.monotonic()
        if self._progress is None or (not at_once and now - self._last_progress < _PROGRESS_SECONDS):
            return
        self._last_progress = now
        seconds = now - self._began
        left = None
        if self._phase == "reading" and self._bytes_done and seconds > 1:
            left = seconds / self._bytes_done * max(0, self._bytes_total - self._bytes_done)
        self._progress(
            ImportProgress(
                self._phase,
                self._files_done,
                self._files_total,
                self._bytes_done,
                self._bytes_total,
                self._articles,
                len(self._failed),
                seconds,
                left,
                self._current,
            )
        )
