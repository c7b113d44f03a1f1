"""Getting an archive back: putting it together again, or restoring a backup. No widgets.

`desktop_app.dialogs.recovery` makes one and shows what it says. The work runs in lane "library", behind the
closing of the archive, so that nobody has it open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.library.librarian import Librarian
from desktop_app.library.opening import archives, meant
from desktop_app.tasks import Task, Tasks
from index.control import Control

if TYPE_CHECKING:
    from index.archive.backup import Backup


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done: the date of the backup used ("" for none), articles read again, files that are lost."""

    path: Path
    restored: bool
    backup: str
    read_again: int
    lost: tuple[str, ...]
    salvaged: bool = False  # the catalogue was written out anew, and nothing of it is lost


class Recovery(QObject):
    """One archive at a time; `ended` or `failed` follows."""

    ended = Signal(object)  # Outcome
    failed = Signal(object)  # Exception

    def __init__(self, librarian: Librarian, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._librarian = librarian
        self._tasks = tasks
        self._task: Task | None = None

    def recover(self, path: Path) -> None:
        """Put a damaged archive together from its newest good backup and the originals that came later."""

        self._librarian.close_if_open(path)

        def work(control: Control) -> Outcome:
            place = meant(path)
            done = archives().recover(place, control=control)
            restored = done.catalogue_restored and not done.salvaged
            return Outcome(place, restored, done.backup, done.read_again, done.lost, done.salvaged)

        self._run(f"recover {path}", work)

    def restore(self, path: Path, backup: Backup, *, read_again: bool) -> None:
        """Close the archive and put a backup in the catalogue's place.

        With `read_again`, articles that were imported later are then read again from their originals.
        """
        self._librarian.close_archive()

        def work(control: Control) -> Outcome:
            archives().restore(path, backup.path)
            if not read_again:
                return Outcome(path, True, backup.made_at, 0, ())
            done = archives().recover(path, control=control)
            return Outcome(path, True, backup.made_at, done.read_again, done.lost)

        self._run(f"restore {path}", work)

    def cancel(self) -> None:
        """Stop reading again at the next safe point; what was read is kept."""
        if self._task is not None:
            self._task.control.cancel()

    def _run(self, name: str, work: Callable[[Control], Outcome]) -> None:
        self._task = self._tasks.run(
            name,
            work,
            self.ended.emit,
            self.failed.emit,
            lane="library",
            owner=self,
        )
