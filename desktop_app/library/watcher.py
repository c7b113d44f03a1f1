"""Watched folders of the open archive: which there are, what is the matter with them, and when to import.

Made by the librarian, who imports what `wanted` names. Looking at folders runs in lane "watching", which is
in use only while an archive watches anything.

Which folders are watched is written in the archive, which may come from somebody else: a folder that
nobody chose on this computer rests until somebody does, so that no archive gathers files by being opened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.session import Session
from desktop_app.tasks import Task, Tasks
from index.control import Control
from index.model import FolderLook, WatchedFolder

if TYPE_CHECKING:
    from index.archive import Archive, FolderWatch


_CHOSEN = "watched.chosen"  # remembered: archive and folder, as `_choice` writes them
_MOST_CHOSEN = 500


class Watcher(QObject):
    """Follows the session's archive."""

    changed = Signal()  # the folders, or whether they can be reached
    wanted = Signal(list)  # [Path]: folders in which there is something to import

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._folders: tuple[WatchedFolder, ...] = ()
        self._unreachable: set[str] = set()
        self._tried: dict[str, tuple[int, int]] = {}  # files imported at this size and time, or failed so
        self._watch: FolderWatch | None = None
        self._task: Task | None = None
        session.archive_changed.connect(self._archive_changed)

    @property
    def folders(self) -> tuple[WatchedFolder, ...]:
        """The watched folders, by path."""
        return self._folders

    def is_reachable(self, folder: WatchedFolder) -> bool:
        """Whether it could be looked into the last time."""
        return folder.path not in self._unreachable

    def add(self, folder: Path) -> None:
        """Watch a folder from now on; what it holds is imported."""
        self._choose(str(folder.absolute()))
        self._change(lambda archive: archive.watch(folder))

    def remove(self, folder: str) -> None:
        """Watch it no longer."""
        self._change(lambda archive: archive.unwatch(folder))

    def pause(self, folder: str, paused: bool) -> None:
        """Let it rest, or look at it again."""
        if not paused:
            self._choose(folder)
        self._change(lambda archive: archive.pause_watching(folder, paused))

    def look_again(self) -> None:
        """Look at all folders within seconds, and try again what failed or could not be done."""
        self._tried.clear()
        if self._watch is not None:
            self._watch.touch()

    def forget_tried(self) -> None:
        """What was wanted could not be done: the next look asks for it again."""
        self._tried.clear()

    def _choose(self, folder: str) -> None:
        """Somebody at this computer wants this folder to be watched for the open archive."""
        if self._session.archive is not None:
            memory = self._session.memory
            memory.put_first(_CHOSEN, _choice(self._session.archive, folder), _MOST_CHOSEN)
            memory.save()

    def _change(self, change: Callable[[Archive], None]) -> None:
        archive = self._session.archive
        if archive is None:
            return

        def work(_: Control) -> None:
            change(archive)

        self._tasks.run(
            "change watched folders",
            work,
            lambda _: self._ask(),
            self._session.trouble.emit,
            lane="library",
            owner=self,
        )

    def _archive_changed(self, archive: Archive | None) -> None:
        self._rest()
        self._folders, self._unreachable = (), set()
        self._tried.clear()
        self.changed.emit()
        if archive is not None and not archive.read_only:
            self._ask()

    def _ask(self) -> None:
        archive = self._session.archive
        if archive is None:
            return

        def asked(folders: tuple[WatchedFolder, ...]) -> None:
            if archive is self._session.archive:
                self._begin(archive, folders)

        self._tasks.run(
            "watched folders", lambda _: archive.watched_folders(), asked, lane="library", owner=self
        )

    def _begin(self, archive: Archive, folders: tuple[WatchedFolder, ...]) -> None:
        from index.archive import FolderWatch

        self._rest()
        chosen = set(self._session.memory.lines(_CHOSEN))
        strange = {each.path for each in folders if _choice(archive, each.path) not in chosen}
        self._folders = tuple(replace(each, paused=each.paused or each.path in strange) for each in folders)
        if any(each.path in strange and not each.paused for each in folders):
            self._session.message.emit(
                self.tr(
                    "Folders that were not chosen on this computer are not watched; see “Watched folders”."
                )
            )
        self.changed.emit()
        active = [Path(folder.path) for folder in self._folders if not folder.paused]
        if not active:
            return
        watch = self._watch = FolderWatch(active)
        report = self._tasks.relay(self, self._looked)

        def work(control: Control) -> None:
            def look(due: tuple[Path, ...]) -> bool:
                found = archive.look(due, control)
                report((due, found))
                return found.unsettled > 0

            watch.run(look, control)

        self._task = self._tasks.run("watch folders", work, lane="watching", owner=self)

    def _rest(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._watch = None

    def _looked(self, outcome: tuple[tuple[Path, ...], FolderLook]) -> None:
        due, found = outcome
        before = set(self._unreachable)
        self._unreachable -= {str(folder) for folder in due}
        self._unreachable |= {str(folder) for folder in due} & set(found.unreachable)
        if self._unreachable != before:
            self.changed.emit()
        fresh = [(name, (size, time)) for name, size, time in found.to_read]
        fresh = [(name, state) for name, state in fresh if self._tried.get(name) != state]
        if fresh or found.gone or found.back:
            self._tried.update(fresh)
            self.wanted.emit(list(due))


def _choice(archive: Archive, folder: str) -> str:
    # names that are no text are kept as the archive keeps them
    return f"{archive.path}\n{folder}".encode("utf-8", "backslashreplace").decode("utf-8")
