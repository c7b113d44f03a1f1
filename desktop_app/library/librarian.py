"""Opens, makes and closes archives; what is done to the open one is `work`. No widgets.

Made once by `desktop_app.application`; menus, start page, import strip and dialogs call it and listen to it.
All work goes through `Tasks`: opening and closing in lane "library".
"""

from __future__ import annotations

import concurrent.futures
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal

from desktop_app.library.opening import archives, open_as_meant
from desktop_app.library.work import ArchiveWork
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.control import Control
from index.errors import ArchiveDamaged, ArchiveMissing
from index.model import SearchRequest
from index.paths import portable_folder, resource, user_data

if TYPE_CHECKING:
    from index.archive import Archive

RECENT = 10
_FIRST_PAGE = 500  # ms until the first page of an archive that was opened is on show
LAST_SEARCH = "search.last"  # remembered: the archive's path and the query


class Librarian(ArchiveWork):
    """The archives' keeper. Sets `session.archive`; failures go out by `session.trouble`."""

    opening = Signal(object)  # Path: an archive is being opened
    opening_progress = Signal(int)  # per cent of the local copy of an archive on a network share
    opening_ended = Signal()
    newer_there = Signal(bool)  # the archive on the share has changed since it was copied
    recent_changed = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(session, tasks, parent)
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
            QTimer.singleShot(_FIRST_PAGE, self, lambda: self._load_words(archive))

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

    def _load_words(self, archive: Archive) -> None:
        """Load what all threads wait for: not before the first page, but before somebody types."""

        def load(control: Control) -> None:
            archive.load_words()
            control.checkpoint()
            archive.load_names()

        if archive is self._session.archive:
            self._tasks.run("words", load, lane="library", owner=self)

    def _swap(self, archive: Archive | None) -> None:
        old = self._session.archive
        under_way = self._tasks.cancel_all(but="library")
        self._reset()
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
