"""Opens, makes and closes archives, runs imports and index work; no widgets.

Made once by `desktop_app.application`; menus, start page, import strip and dialogs call it and listen to it.
All work goes through `Tasks`: opening and checking in lane "library", whatever writes in lane "import".
"""

from __future__ import annotations

import concurrent.futures
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal

from desktop_app.library.import_state import ImportState, Stage, seldom
from desktop_app.library.opening import archives, open_as_meant
from desktop_app.library.watcher import Watcher
from desktop_app.session import Session
from desktop_app.tasks import Task, Tasks
from index.control import Control
from index.errors import ArchiveBusy, ArchiveDamaged, ArchiveMissing, Cancelled
from index.model import ImportProgress, ImportReport, Problem, SearchRequest
from index.paths import portable_folder, resource, user_data

if TYPE_CHECKING:
    from index.archive import Archive

T = TypeVar("T")
RECENT = 10
LAST_SEARCH = "search.last"  # remembered: the archive's path and the query
_GROWTH_EVERY = 5.0  # s of an import between new searches


class Librarian(QObject):
    """The archives' keeper. Sets `session.archive`; failures go out by `session.trouble`."""

    opening = Signal(object)  # Path: an archive is being opened
    opening_progress = Signal(int)  # per cent of the local copy of an archive on a network share
    opening_ended = Signal()
    newer_there = Signal(bool)  # the archive on the share has changed since it was copied
    recent_changed = Signal()
    import_changed = Signal(object)  # ImportState
    index_state_changed = Signal(int)  # articles not indexed yet; -1 while unknown
    problems_found = Signal(object)  # tuple[Problem, ...]
    damaged = Signal(object, object)  # Path, ArchiveDamaged: it cannot be opened as it is

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._state = ImportState()
        self._jobs: list[Task] = []
        self._not_indexed = -1
        self.watcher = Watcher(session, tasks, self)
        self.watcher.wanted.connect(self.follow)
        self._look_again = False  # at watched folders, when the work under way has ended
        self._shown_at = 0.0  # seconds into the import when its growth was shown last
        self._again: tuple[SearchRequest, int | None] | None = None

    def warm_up(self) -> None:
        """Load the library while the start page is looked at."""
        self._tasks.run("load the library", lambda _: archives(), lane="library", owner=self)

    # --- which archive -------------------------------------------------------------------------------

    @property
    def archives_folder(self) -> Path:
        """Where new archives are made unless the user says otherwise."""
        chosen = self._session.settings.archives_folder
        if chosen:
            return Path(chosen)
        if portable := portable_folder():
            return portable / "archives"
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents or Path.home())

    def recent(self) -> list[Path]:
        """Archives opened lately, latest first; those that are gone too."""
        return [Path(each) for each in self._session.memory.lines("archives.recent")]

    def forget(self, path: Path) -> None:
        """Take an archive off the list."""
        memory = self._session.memory
        memory.put(
            "archives.recent", [each for each in memory.lines("archives.recent") if Path(each) != path]
        )
        self.recent_changed.emit()

    def open(self, path: Path, then_import: Sequence[Path] = ()) -> None:
        """Open the archive at `path`, then import files if any are given."""
        self._open(path, self._opener(path), list(then_import))

    def open_last(self, path: Path) -> None:
        """Open the archive of the last time with its last search; if it has gone, stay on the start page."""
        kept = self._session.memory.lines(LAST_SEARCH)
        if len(kept) == 2 and kept[0] == str(path) and kept[1]:
            self._again = (replace(self._session.request, text=kept[1]), None)
        self._open(path, self._opener(path), [], silent=ArchiveMissing)

    def create(self, path: Path, then_import: Sequence[Path] = ()) -> None:
        """Make an archive at `path`, open it, then import files if any are given."""
        self._open(path, lambda _: archives().create(path), list(then_import))

    def open_sample(self) -> None:
        """Open the sample archive; at first use it is made from `resources/sample`."""
        path = self.sample_path()
        sample = resource("sample")

        def work(control: Control) -> Archive:
            return open_as_meant(path, control) if archives().is_archive(path) else archives().create(path)

        self._open(path, work, [sample], only_if_incomplete=True)

    @staticmethod
    def sample_path() -> Path:
        """Where the sample archive lies."""
        return user_data() / "样例档案.juanzong"

    def close_archive(self) -> None:
        """Close the archive; the start page follows."""
        self._swap(None)

    def close_if_open(self, path: Path) -> None:
        """Close the archive if it is the one in `path`."""
        archive = self._session.archive
        if archive is not None and archive.path == path:
            self.close_archive()

    def explain(self, error: Exception, otherwise: Callable[[Exception], None]) -> None:
        """Something failed strangely: `damaged` follows if the catalogue is the reason, or `otherwise`."""
        archive = self._session.archive
        if archive is None:
            otherwise(error)
            return

        def looked(faults: tuple[str, ...]) -> None:
            if faults:
                self.damaged.emit(archive.path, ArchiveDamaged(path=archive.path, reason=faults[0]))
            else:
                otherwise(error)

        self._tasks.run(
            f"look for the reason {archive.path}",
            lambda _: archive.faults(),
            looked,
            lambda _: otherwise(error),
            lane="library",
            owner=self,
        )

    def open_again(self) -> None:
        """Open the archive on show anew, as it is on the share now."""
        archive = self._session.archive
        if archive is not None:
            request, article = self._session.request, self._session.article
            self._again = (request, article.id if article is not None else None)
            self.open(archive.path)

    def _opener(self, path: Path) -> Callable[[Control], Archive]:
        report = self._tasks.relay(self, self._copied)
        return lambda control: open_as_meant(path, control, lambda done, total: report((done, total)))

    def _copied(self, at: tuple[int, int]) -> None:
        self.opening_progress.emit(at[0] * 100 // max(at[1], 1))

    def look_at_share(self) -> None:
        """Ask whether a shared archive is newer than the copy on show; `newer_there` follows."""
        archive = self._session.archive
        if archive is not None and archive.shared:
            self._tasks.run(
                f"look at {archive.path}",
                lambda _: archive.newer_there(),
                self.newer_there.emit,
                lane="library",
                owner=self,
            )

    def _open(
        self,
        path: Path,
        work: Callable[[Control], Archive],
        then_import: list[Path],
        *,
        only_if_incomplete: bool = False,
        silent: type[Exception] | None = None,
    ) -> None:
        self.opening.emit(path)

        def opened(result: tuple[Archive, bool]) -> None:
            archive, complete = result
            self.opening_ended.emit()
            self._swap(archive)
            self._remember(archive.path)
            self._go_back()
            if then_import and not (only_if_incomplete and complete):
                self.import_paths(then_import)
            else:
                self._look_at_index()

        def failed(error: Exception) -> None:
            self.opening_ended.emit()
            self._again = None
            if isinstance(error, ArchiveMissing):
                self.forget(path)
            if isinstance(error, ArchiveDamaged):
                self.damaged.emit(path, error)
            elif silent is None or not isinstance(error, silent):
                self._session.trouble.emit(error)

        def whole(control: Control) -> tuple[Archive, bool]:
            archive = work(control)
            return archive, any(run.state == "finished" for run in archive.import_runs())

        self._tasks.run(f"open {path}", whole, opened, failed, lane="library", owner=self)

    def _swap(self, archive: Archive | None) -> None:
        old = self._session.archive
        self._jobs.clear()
        under_way = self._tasks.cancel_all(but="library")
        self._set_state(ImportState())
        self._set_not_indexed(-1)
        self._session.set_archive(archive)
        if old is not None:

            def close(_: Control) -> None:
                concurrent.futures.wait(under_way)
                old.close()

            self._tasks.run(f"close {old.path}", close, lane="library", owner=self)

    def _go_back(self) -> None:
        """After opening again: the same search and article as before."""
        if self._again is not None:
            request, article = self._again
            self._again = None
            self._session.search(request)
            if article is not None:
                self._session.open_article(article)

    def _remember(self, path: Path) -> None:
        self._session.memory.put_first("archives.recent", str(path), RECENT)
        self._session.memory.put("archives.last", str(path))
        self._session.memory.save()
        self.recent_changed.emit()

    # --- imports and the index -----------------------------------------------------------------------

    @property
    def state(self) -> ImportState:
        """What is being imported."""
        return self._state

    @property
    def not_indexed(self) -> int:
        """Articles the search cannot see yet, as last known; -1 while unknown."""
        return self._not_indexed

    @property
    def working(self) -> bool:
        """Whether something is being written to the archive."""
        return self._state.stage in (Stage.IMPORTING, Stage.INDEXING)

    def import_paths(self, paths: Sequence[Path], *, again: bool = False) -> None:
        """Import files and folders; queued if an import is under way. `again` reads unchanged files too."""
        archive = self._session.archive
        if archive is None or not paths:
            return
        wanted = list(paths)

        def work(control: Control, report: Callable[[object], None]) -> ImportReport:
            return archive.import_paths(
                wanted, progress=seldom(report), control=control, again=again, apart=True
            )

        self._write(f"import into {archive.path}", Stage.IMPORTING, work, self._imported)

    def follow(self, folders: Sequence[Path]) -> None:
        """Import what changed in watched folders; nobody waits for it, so it gives way to other work."""
        archive = self._session.archive
        if archive is None or archive.read_only:
            return
        if self.working:
            self._look_again = True
            return
        wanted = list(folders)

        def work(control: Control, report: Callable[[object], None]) -> ImportReport:
            return archive.import_paths(
                wanted, progress=seldom(report), control=control, apart=True, watching=True
            )

        def done(report: ImportReport) -> None:
            if report.run_id:
                self._imported(report)
            else:
                self._set_state(ImportState())

        self._write(f"follow changes into {archive.path}", Stage.IMPORTING, work, done, quiet=True)

    def rebuild(self) -> None:
        """Make the full-text index afresh."""
        archive = self._session.archive
        if archive is not None:
            self._write(
                f"rebuild {archive.path}",
                Stage.INDEXING,
                lambda control, report: archive.rebuild(progress=seldom(report), control=control),
                self._indexed,
            )

    def check(self, *, repair: bool = False) -> None:
        """Compare catalogue, index and originals; `problems_found` follows."""
        archive = self._session.archive
        if archive is None:
            return

        def checked(problems: tuple[Problem, ...]) -> None:
            self.problems_found.emit(problems)
            damage = [each.detail("reason") for each in problems if each.of_catalogue]
            if repair and damage:  # takes the archive out of use for a while
                self.damaged.emit(archive.path, ArchiveDamaged(path=archive.path, reason=damage[0]))
            if repair:
                self._session.content_changed()
                self._look_at_index()

        self._tasks.run(
            f"check {archive.path}",
            lambda _: archive.check(repair=repair),
            checked,
            self._session.trouble.emit,
            lane="library",
            owner=self,
        )

    def pause(self, paused: bool) -> None:
        """Let the import wait or go on."""
        for job in self._jobs[:1]:
            if paused:
                job.control.pause()
            else:
                job.control.resume()
            self._set_state(_with(self._state, paused=paused))

    def cancel(self) -> None:
        """Stop the import and those waiting behind it; what is done is kept."""
        for job in self._jobs[1:]:
            job.cancel()
        del self._jobs[1:]
        for job in self._jobs:
            job.control.cancel()
        self._set_state(_with(self._state, paused=False, waiting=0))

    def dismiss(self) -> None:
        """The user has seen how the import ended."""
        if not self.working:
            self._set_state(ImportState())

    def mend_index(self) -> bool:
        """The search found no index it can use: make one. False if that is not possible."""
        archive = self._session.archive
        if archive is None or archive.read_only:
            return False
        if not self.working:
            self._catch_up(archive)
        return True

    def _look_at_index(self) -> None:
        archive = self._session.archive
        if archive is None:
            return

        def counted(count: int) -> None:
            if archive is not self._session.archive:
                return
            self._set_not_indexed(count)
            if count and not archive.read_only and not self.working:
                self._catch_up(archive)

        self._tasks.run("count", lambda _: archive.not_indexed(), counted, lane="library", owner=self)

    def _catch_up(self, archive: Archive) -> None:
        self._write(
            f"catch up {archive.path}",
            Stage.INDEXING,
            lambda control, report: archive.catch_up(progress=seldom(report), control=control),
            self._indexed,
        )

    def _write(
        self,
        name: str,
        stage: Stage,
        work: Callable[[Control, Callable[[object], None]], T],
        done: Callable[[T], None],
        *,
        quiet: bool = False,
    ) -> None:
        report = self._tasks.relay(self, lambda progress: self._progressed(stage, progress))

        def ended() -> None:
            if self._jobs:
                self._jobs.pop(0)

        def succeeded(result: T) -> None:
            ended()
            done(result)

        def failed(error: Exception) -> None:
            ended()
            if quiet and isinstance(error, ArchiveBusy | Cancelled):
                self.watcher.forget_tried()
                self._set_state(ImportState())
            else:
                self._write_failed(error)

        self._jobs.append(
            self._tasks.run(
                name, lambda control: work(control, report), succeeded, failed, lane="import", owner=self
            )
        )
        if not self.working:
            self._shown_at = 0.0
            self._set_state(ImportState(stage))
        self._set_state(_with(self._state, waiting=len(self._jobs) - 1))

    def _progressed(self, stage: Stage, progress: object) -> None:
        if isinstance(progress, ImportProgress) and self._jobs:
            self._set_state(
                ImportState(stage, progress, paused=self._state.paused, waiting=len(self._jobs) - 1)
            )
            self._show_growth(progress)

    def _show_growth(self, progress: ImportProgress) -> None:
        """Search again now and then while an import runs, unless somebody is reading."""
        if self._session.article is None and progress.seconds - self._shown_at > _GROWTH_EVERY:
            self._shown_at = progress.seconds
            self._session.content_changed()

    def _imported(self, report: ImportReport) -> None:
        last = self._state.progress
        stage = Stage.IMPORTING if self._jobs else Stage.DONE
        self._set_state(ImportState(stage, last, report, waiting=max(0, len(self._jobs) - 1)))
        self._session.content_changed()
        self._look_at_index()

    def _indexed(self, _: int) -> None:
        self._set_state(ImportState(Stage.IMPORTING if self._jobs else Stage.IDLE))
        self._session.content_changed()
        self._look_at_index()

    def _write_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._set_state(ImportState())
        else:
            self._set_state(ImportState(Stage.FAILED, self._state.progress, error=error))
            self._session.trouble.emit(error)
        self._session.content_changed()

    def _set_state(self, state: ImportState) -> None:
        if state != self._state:
            self._state = state
            self.import_changed.emit(state)
            if self._look_again and not self.working:
                self._look_again = False
                self.watcher.look_again()

    def _set_not_indexed(self, count: int) -> None:
        self._not_indexed = count
        self.index_state_changed.emit(count)


def _with(state: ImportState, **changes: object) -> ImportState:
    return replace(state, **changes)  # type: ignore[arg-type]
