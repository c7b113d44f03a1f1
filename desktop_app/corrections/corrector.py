"""Carries corrections out in lane "corrections", says what was done, and has everything refresh at once.

Every correction can be undone, so none asks "are you sure". Panes that offer corrections make one each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.corrections.dialogs import MergeDialog, NameDialog, SplitDialog
from desktop_app.i18n.format import articles
from desktop_app.i18n.script import convert
from desktop_app.i18n.types import type_word
from desktop_app.session import Place, Session
from desktop_app.tasks import Tasks
from index.model import Corrected, Correction, CorrectionKind, EntityName, MentionType

if TYPE_CHECKING:
    from index.archive import Archive


class Corrector(QObject):
    """`corrected(old entity's number or None, Corrected)` follows on the GUI thread."""

    corrected = Signal(object, object)

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._window = session, tasks, parent

    @property
    def possible(self) -> bool:
        """Whether there is an archive that may be changed."""
        archive = self._session.archive
        return archive is not None and not archive.read_only

    # -- corrections that ask something first

    def ask_name(self, entity: EntityName) -> NameDialog:
        """Ask for another name."""
        dialog = NameDialog(entity, self._window)
        dialog.accepted.connect(lambda: self.rename(entity, dialog.name))
        dialog.open()
        return dialog

    def ask_merge(self, entity: EntityName) -> MergeDialog:
        """Ask which entity it is really."""
        dialog = MergeDialog(entity, self._session, self._tasks, self._window)
        dialog.accepted.connect(lambda: self.merge(entity, *dialog.choice))
        dialog.open()
        return dialog

    def ask_split(self, entity: EntityName) -> SplitDialog:
        """Ask which articles mean somebody else."""
        dialog = SplitDialog(entity, self._session, self._tasks, self._window)
        dialog.accepted.connect(lambda: self.split(entity, dialog.article_ids, dialog.name))
        dialog.open()
        return dialog

    def ask_split_name(self, entity: EntityName, article_ids: Sequence[int]) -> NameDialog:
        """Ask for the name of whom some articles mean instead."""
        dialog = NameDialog(entity, self._window)
        dialog.ask_for_another(len(article_ids))
        dialog.accepted.connect(lambda: self.split(entity, article_ids, dialog.name))
        dialog.open()
        return dialog

    # -- corrections

    def rename(self, entity: EntityName, name: str) -> None:
        """Call it otherwise."""
        self._run(lambda archive: archive.rename(entity.id, name), entity.id)

    def merge(self, entity: EntityName, kind: MentionType, name: str) -> None:
        """Make it part of the entity of that type and name; without one it is renamed."""

        def work(archive: Archive) -> Corrected:
            into = archive.find_entity(kind, name)
            return archive.rename(entity.id, name) if into is None else archive.merge(entity.id, into)

        self._run(work, entity.id)

    def merge_into(self, entity_id: int, into: int) -> None:
        """Make one entity part of another."""
        self._run(lambda archive: archive.merge(entity_id, into), entity_id)

    def split(self, entity: EntityName, article_ids: Sequence[int], name: str) -> None:
        """Make another entity of it in some articles."""
        self._run(lambda archive: archive.split(entity.id, article_ids, name), entity.id)

    def keep_apart(self, entity_id: int, other: int) -> None:
        """Refuse a suggestion for good: these are two, or one."""
        self._run(lambda archive: archive.keep_apart(entity_id, other), entity_id)

    def retype(self, entity: EntityName, kind: MentionType) -> None:
        """Say that it is of another type."""
        self._run(lambda archive: archive.retype(entity.id, kind), entity.id)

    def delete(self, entity: EntityName) -> None:
        """Say that it is none."""
        self._run(lambda archive: archive.delete_entity(entity.id), entity.id)

    def add(self, article_id: int, place: Place, kind: MentionType) -> None:
        """Add a mention that was overlooked."""
        where = (article_id, place.in_title, place.start, place.end)
        self._run(lambda archive: archive.add_mention(*where, kind), None)

    def undo(self, number: int | None = None) -> None:
        """Take back the last correction, or one."""
        self._run(lambda archive: archive.undo(number), None, undoing=True)

    def redo(self) -> None:
        """Put back what was undone last."""
        self._run(lambda archive: archive.redo(), None)

    def import_file(self, path: Path) -> None:
        """Take up the corrections of a file."""

        def taken(count: int) -> None:
            self._session.message.emit(self.tr("%n correction(s) imported", "", count))
            if count:
                self._session.content_changed()

        self._start(lambda archive: archive.import_corrections(path), taken)

    def export_file(self, path: Path) -> None:
        """Write the corrections in force to a file."""
        self._start(
            lambda archive: archive.export_corrections(path),
            lambda count: self._session.message.emit(self.tr("%n correction(s) exported", "", count)),
        )

    # -- work

    def _run(
        self, work: Callable[[Archive], Corrected | None], before: int | None, *, undoing: bool = False
    ) -> None:
        def done(result: Corrected | None) -> None:
            if result is None:
                self._session.message.emit(self.tr("There is no correction to undo or put back."))
                return
            self._session.message.emit(self._told(result, undoing))
            self.corrected.emit(before, result)
            self._session.content_changed()

        self._start(work, done)

    def _start(self, work: Callable[[Archive], Any], done: Callable[[Any], None]) -> None:
        archive = self._session.archive
        if archive is not None:
            self._session.message.emit(self.tr("Correcting…"))
            self._tasks.run(
                "correct",
                lambda control: work(archive),
                done,
                self._session.trouble.emit,
                lane="corrections",
                owner=self,
            )

    def _told(self, result: Corrected, undoing: bool) -> str:
        said = described(result.correction, lambda text: convert(text, self._session.script).text)
        if undoing:
            said = self.tr("Undone: %1").replace("%1", said)
        return f"{said} · {articles(result.articles)}"


def described(correction: Correction, shown: Callable[[str], str]) -> str:
    """A correction in words: `“李明” renamed to “李明（作家）”`."""
    tr = QCoreApplication.translate
    kind = correction.kind
    text = {
        CorrectionKind.RENAME: tr("Corrections", "“%1” renamed to “%2”"),
        CorrectionKind.MERGE: tr("Corrections", "“%1” merged into “%2”"),
        CorrectionKind.SPLIT: tr("Corrections", "“%2” split off from “%1”"),
        CorrectionKind.RETYPE: tr("Corrections", "“%1” is now: %2", "%2 is a type such as Organisation"),
        CorrectionKind.DELETE: tr("Corrections", "“%1” is no longer a name"),
        CorrectionKind.APART: tr("Corrections", "“%1” and “%2” are two"),
        CorrectionKind.ADD: tr("Corrections", "“%2” added as: %1", "%1 is a type such as Organisation"),
    }[kind]
    if kind is CorrectionKind.APART and correction.name == correction.new_name:
        text = tr("Corrections", "“%1” is one person")
    one, other = shown(correction.name), shown(correction.new_name)
    if correction.new_type is not None:
        if kind is CorrectionKind.RETYPE:
            other = type_word(correction.new_type)
        elif kind is CorrectionKind.ADD:
            one = type_word(correction.new_type)
    return text.replace("%1", one).replace("%2", other)
