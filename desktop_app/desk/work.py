"""Carries out changes at the desk in lane "desk", keeps them for undo, says what was done.

Every change is on the disk when it is acknowledged and can be undone, so none asks "are you sure".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.model import Corrected, Edit, EditKind, Taken

if TYPE_CHECKING:
    from index.archive import Archive

_KEPT = 200


@dataclass(frozen=True, slots=True)
class _Done:
    """A change and when it was made (ISO, UTC); `taken` if it was a merge."""

    edit: Edit
    at: str
    taken: Taken | None = None

    def taken_back(self, archive: Archive) -> _Done:
        """Undo it; what comes back undoes the undoing."""
        if self.taken is None:
            return _Done(archive.take_back(self.edit), self.at)
        taken = archive.take_back_merge(self.taken)
        return _Done(taken.edit, self.at, taken)


@dataclass(frozen=True, slots=True)
class _Undone:
    """What came of an undo: a change at the desk taken back, or a correction of a name."""

    done: _Done | None
    correction: Corrected | None


class Work(QObject):
    """`edited(Edit)` follows every change, undoing included; `enabled` when undo or redo come or go."""

    edited = Signal(object)
    enabled = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._undo: list[_Done] = []
        self._redo: list[_Done] = []
        session.archive_changed.connect(lambda _: self._forget())

    @property
    def possible(self) -> bool:
        """Whether there is an archive that may be changed."""
        archive = self._session.archive
        return archive is not None and not archive.read_only

    @property
    def can_redo(self) -> bool:
        """Whether something was undone and nothing done since."""
        return self.possible and bool(self._redo)

    def undo_words(self) -> str:
        """What would be undone, for the menu; "" if nothing at the desk."""
        return described(self._undo[-1].edit) if self._undo else ""

    def change(
        self,
        make: Callable[[Archive], Edit],
        done: Callable[[Edit], None] | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        """Make a change; `done` is called after it, `quiet` says nothing in the status bar."""

        def made(edit: Edit) -> None:
            if edit.changes:
                self._undo = [*self._undo[-_KEPT:], _Done(edit, datetime.now(UTC).isoformat())]
                self._redo = []
                if not quiet:
                    self._session.message.emit(described(edit))
                self.edited.emit(edit)
                self.enabled.emit()
            if done is not None:
                done(edit)

        self._run(make, made)

    def merged(self, taken: Taken) -> None:
        """Keep a merge for undo."""
        if taken.articles or taken.corrections or taken.edit.changes:
            self._undo = [*self._undo[-_KEPT:], _Done(taken.edit, datetime.now(UTC).isoformat(), taken)]
            self._redo = []
            self.edited.emit(taken.edit)
            self.enabled.emit()

    def undo(self) -> None:
        """Take back what was done last, be it here or a correction of a name."""
        last = self._undo[-1] if self._undo else None

        def work(archive: Archive) -> _Undone:
            newest = next((one for one in archive.corrections() if not one.undone), None)
            if newest is not None and (last is None or newest.made_at > last.at):
                return _Undone(None, archive.undo(newest.id))
            return _Undone(last.taken_back(archive) if last is not None else None, None)

        def undone(found: _Undone) -> None:
            if found.done is not None and last is not None:
                self._undo.remove(last)
                self._redo.append(found.done)
                said = self.tr("Undone: %1").replace("%1", described(found.done.edit))
                self._session.message.emit(said)
                self._tell(found.done)
            elif found.correction is not None:
                self._session.message.emit(self.tr("The last correction was undone."))
                self._session.content_changed()
            else:
                self._session.message.emit(self.tr("There is nothing to undo."))
            self.enabled.emit()

        if last is not None and last.taken is not None:
            self._session.message.emit(self.tr("Taking back the merge…"))
        self._run(work, undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        if not self._redo:
            self._session.message.emit(self.tr("There is nothing to redo."))
            return
        last = self._redo[-1]

        def redone(done: _Done) -> None:
            self._redo.remove(last)
            self._undo.append(replace(done, at=datetime.now(UTC).isoformat()))
            self._session.message.emit(described(done.edit))
            self._tell(done)
            self.enabled.emit()

        self._run(last.taken_back, redone)

    def _tell(self, done: _Done) -> None:
        self.edited.emit(done.edit)
        if done.taken is not None:
            self._session.content_changed()

    def ask(self, work: Callable[[Archive], Any], done: Callable[[Any], None], lane: str = "desk") -> None:
        """Ask the archive something; the newest question of a lane of its own wins."""
        archive = self._session.archive
        if archive is not None:
            self._tasks.run(
                "ask the desk",
                lambda control: work(archive),
                done,
                self._session.trouble.emit,
                lane=lane,
                newest=lane != "desk",
                owner=self,
            )

    def _run(self, work: Callable[[Archive], Any], done: Callable[[Any], None]) -> None:
        archive = self._session.archive
        if archive is not None:
            self._tasks.run(
                "desk",
                lambda control: work(archive),
                done,
                self._session.trouble.emit,
                lane="desk",
                owner=self,
            )

    def _forget(self) -> None:
        self._undo, self._redo = [], []
        self.enabled.emit()


def described(edit: Edit) -> str:
    """A change in words: "Note made", "3 articles put into the collection"."""
    tr, n = QCoreApplication.translate, edit.count
    return {
        EditKind.ADD_NOTES: lambda: tr("Desk", "%n note(s) made", "", n),
        EditKind.CHANGE_NOTES: lambda: tr("Desk", "%n note(s) changed", "", n),
        EditKind.DELETE_NOTES: lambda: tr("Desk", "%n note(s) deleted", "", n),
        EditKind.ADD_COLLECTION: lambda: tr("Desk", "Collection made"),
        EditKind.CHANGE_COLLECTION: lambda: tr("Desk", "Collection changed"),
        EditKind.DELETE_COLLECTION: lambda: tr(
            "Desk", "Collection deleted; its articles stay in the archive"
        ),
        EditKind.COLLECT: lambda: tr("Desk", "%n article(s) put into the collection", "", n),
        EditKind.TAKE_OUT: lambda: tr("Desk", "%n article(s) taken out of the collection", "", n),
        EditKind.ORDER: lambda: tr("Desk", "Order changed"),
        EditKind.PARTICULARS: lambda: tr("Desk", "Particulars corrected"),
        EditKind.MERGE: lambda: tr("Desk", "Archive merged, %n new article(s)", "", n),
    }[edit.kind]()
