"""What is done to the archive that is open: imports, index work and checks, one after the other; no widgets.

Base of `librarian.Librarian`, through which everybody calls it. All work goes through `Tasks`: checking in
lane "library", whatever writes in lane "import".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.library.import_state import WORKING, ImportState, Stage, seldom
from desktop_app.library.watcher import Watcher
from desktop_app.session import Session
from desktop_app.tasks import Task, Tasks
from index.control import Control
from index.errors import ArchiveBusy, ArchiveDamaged, Cancelled
from index.model import ImportProgress, ImportReport, Problem

if TYPE_CHECKING:
    from index.archive import Archive

T = TypeVar("T")
_GROWTH_EVERY = 5.0  # s of an import between new searches


class ArchiveWork(QObject):
    """Imports, index work and checks of the session's archive; failures go out by `session.trouble`."""

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

    def _reset(self) -> None:
        """Forget the work of the archive before."""
        self._jobs.clear()
        self._set_state(ImportState())
        self._set_not_indexed(-1)

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
        return self._state.stage in WORKING

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

    def recognise_again(self) -> None:
        """Recognise the names of all articles with what the program knows now; corrections stay."""
        archive = self._session.archive
        if archive is not None:
            self._write(
                f"recognise names of {archive.path}",
                Stage.NAMING,
                lambda control, report: archive.recognise_again(
                    progress=seldom(report), control=control, apart=True
                ),
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

    def _look_at_index(self, *, mend: bool = True) -> None:
        """Count what the search cannot see, and index it if `mend`: not again after that has failed."""
        archive = self._session.archive
        if archive is None:
            return

        def counted(count: int) -> None:
            if archive is not self._session.archive:
                return
            self._set_not_indexed(count)
            if mend and count and not archive.read_only and not self.working:
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
        self._look_at_index(mend=False)

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
