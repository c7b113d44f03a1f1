"""Exporting a collection as a book, handing one over as an archive, taking in a colleague's: asks and runs.

Made by `desk`. Long work runs in lane "export" with progress in a small window that can stop it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressDialog,
    QVBoxLayout,
    QWidget,
)

from desktop_app.collecting.pdf_book import BookWords, write_book
from desktop_app.i18n.format import number
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme.fonts import interface_font, reading_font
from index.control import Control
from index.errors import Cancelled, ExportError
from index.model import Collection, ImportProgress, TransferReport
from index.paths import ARCHIVE_SUFFIX

_FORMS = ("docx", "pdf", "html", "jsonl")


class Books(QObject):
    """`taken_in(Taken)` follows a merge."""

    taken_in = Signal(object)
    _step = Signal(int, int)  # done, total: from the worker

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._window = session, tasks, parent
        self._shown: QProgressDialog | None = None
        self._step.connect(self._progressed)

    # -- a book

    def ask_book(self, collection: Collection) -> None:
        """Ask for kind and file, then write."""
        dialog = _BookDialog(collection, self._window)

        def accepted() -> None:
            path = self._ask_file(collection.name, dialog.form)
            if path is not None:
                self.write(collection, dialog.form, path, notes=dialog.notes)

        dialog.accepted.connect(accepted)
        dialog.open()

    def write(self, collection: Collection, form: str, path: Path, *, notes: bool = False) -> None:
        """Write a collection to a file."""
        archive = self._session.archive
        if archive is None:
            return
        language = self._session.settings.language
        words = self._words(collection.name)

        def work(control: Control) -> int:
            if form != "pdf":
                return archive.export_collection(
                    collection.number, form, path, notes=notes, language=language, control=control,
                    progress=lambda done: self._step.emit(done, 0),
                )  # fmt: skip
            try:
                chapters = archive.chapters(collection.number, notes=notes, control=control)
                return write_book(path, chapters, words, control.checkpoint)
            except OSError as error:
                raise ExportError(path=path, reason=error.strerror or error) from error

        def done(count: int) -> None:
            self._session.message.emit(self.tr("%n article(s) written", "", count) + f" · {path.name}")

        self._run(self.tr("Writing the book…"), work, done)

    def _words(self, title: str) -> BookWords:
        return BookWords(
            title,
            self.tr("Contents"),
            self.tr("(untitled)"),
            self.tr("Note", "before a note in a printed book"),
            reading_font(self._session.settings.reading_face, self._session.script, 14),
            interface_font(self._session.settings.language),
        )

    def _ask_file(self, name: str, form: str) -> Path | None:
        folder = Path(self._session.memory.text("export.folder", str(Path.home())))
        safe = "".join("_" if char in '\\/:*?"<>|' else char for char in name)
        start = str(folder / f"{safe}.{form}")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the collection"), start, f"*.{form}"
        )
        if not chosen:
            return None
        path = Path(chosen)
        self._session.memory.put("export.folder", str(path.parent))
        return path if path.suffix else path.with_name(f"{path.name}.{form}")

    # -- archives

    def ask_hand_over(self, name: str, collections: Sequence[int], ids: Sequence[int] | None = None) -> None:
        """Ask where, and whether with originals and notes; then make a smaller archive."""
        dialog = _HandOverDialog(self._window)

        def accepted() -> None:
            folder = Path(self._session.memory.text("export.folder", str(Path.home())))
            safe = "".join("_" if char in '\\/:*?"<>|' else char for char in name)
            start = str(folder / f"{safe}.juanzong")
            title = self.tr("Hand over as an archive")
            chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, "*.juanzong")
            if chosen:
                path = Path(chosen)
                path = (
                    path if path.suffix == ARCHIVE_SUFFIX else path.with_name(f"{path.name}{ARCHIVE_SUFFIX}")
                )
                self.hand_over(path, collections, ids, originals=dialog.originals, notes=dialog.notes)

        dialog.accepted.connect(accepted)
        dialog.open()

    def hand_over(
        self,
        path: Path,
        collections: Sequence[int],
        ids: Sequence[int] | None = None,
        *,
        originals: bool = True,
        notes: bool = True,
    ) -> None:
        """Make a smaller archive of collections, or of articles."""
        archive = self._session.archive
        if archive is None:
            return

        def work(control: Control) -> TransferReport:
            chosen = list(ids or ())
            for one in collections:
                chosen += archive.articles_of_collection(one)
            return archive.hand_over(
                path, chosen, collections=collections, originals=originals, notes=notes,
                control=control, progress=self._tell,
            )  # fmt: skip

        self._run(self.tr("Making the archive…"), work, lambda report: self._handed_over(report, path))

    def _handed_over(self, report: TransferReport, path: Path) -> None:
        said = self.tr("%n article(s) are in the new archive.", "", report.added)
        if report.originals_missing:
            said += " " + self.tr("%1 of them without originals.").replace(
                "%1", number(report.originals_missing)
            )
        if report.refused:
            said += " " + self.tr("%n article(s) were damaged and left out", "", report.refused) + "."
        self._say(said, str(path))

    def ask_take_in(self) -> None:
        """Ask for a colleague's archive and merge it into the open one."""
        folder = self._session.memory.text("export.folder", str(Path.home()))
        title = self.tr("Choose the archive to merge (a folder named … .juanzong)")
        chosen = QFileDialog.getExistingDirectory(self._window, title, folder)
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> None:
        """Merge an archive into the open one."""
        archive = self._session.archive
        if archive is not None:
            self._run(
                self.tr("Merging the archive…"),
                lambda control: archive.take_in(path, control=control, progress=self._tell),
                self._taken,
            )

    def _taken(self, report: TransferReport) -> None:
        lines = [
            self.tr("%n new article(s)", "", report.added),
            self.tr("%n were there already", "", report.duplicates),
            self.tr("%n note(s)", "", report.notes),
            self.tr("%n collection(s)", "", report.collections),
            self.tr("%n correction(s) of names", "", report.corrections),
        ]
        if report.refused:
            lines.append(self.tr("%n article(s) were damaged and left out", "", report.refused))
        head = self.tr("Stopped; what was merged so far is kept.") if report.cancelled else self.tr("Merged.")
        self._session.content_changed()
        self.taken_in.emit(report.taken)
        undo = self.tr("“Undo” (Ctrl+Z) takes all of it back.")
        self._say(head, "\n".join([*lines, "", undo] if report.added else lines))

    # -- work

    def _run(self, label: str, work: Callable[[Control], Any], done: Callable[[Any], None]) -> None:
        shown = self._shown = QProgressDialog(label, self.tr("Stop"), 0, 0, self._window)
        shown.setWindowModality(Qt.WindowModality.NonModal)
        shown.setMinimumDuration(400)
        shown.setAutoClose(False)
        shown.setAutoReset(False)
        shown.setValue(0)

        def finished(result: Any) -> None:
            self._end(shown)
            done(result)

        def failed(error: Exception) -> None:
            self._end(shown)
            if isinstance(error, Cancelled):
                self._session.message.emit(self.tr("Stopped."))
            else:
                self._session.trouble.emit(error)

        task = self._tasks.run("books", work, finished, failed, lane="export", owner=self)
        shown.canceled.connect(task.control.cancel)

    def _end(self, shown: QProgressDialog) -> None:
        shown.canceled.disconnect()
        shown.close()
        shown.deleteLater()
        if self._shown is shown:
            self._shown = None

    def _tell(self, now: ImportProgress) -> None:
        """Progress from the worker's thread."""
        self._step.emit(now.files_done, now.files_total or 0)

    def _progressed(self, done: int, total: int) -> None:
        if self._shown is not None:
            self._shown.setMaximum(total)
            if total:
                self._shown.setValue(min(done, total))

    def _say(self, head: str, rest: str) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Juanzong"))
        box.setIcon(QMessageBox.Icon.Information)
        box.setText(head)
        box.setInformativeText(rest)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.open()


class _BookDialog(QDialog):
    """Which kind of book, and whether with notes."""

    def __init__(self, collection: Collection, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export as a book"))
        self._forms = QComboBox(self)
        self._forms.setAccessibleName(self.windowTitle())
        words = (
            self.tr("Word document with contents"),
            self.tr("PDF with contents and page numbers"),
            self.tr("One web page, readable anywhere"),
            self.tr("JSON Lines, for programs"),
        )
        for form, text in zip(_FORMS, words, strict=True):
            self._forms.addItem(text, form)
        self._notes = QCheckBox(self.tr("With your notes"), self)
        buttons = _buttons(self, self.tr("Export…"))
        title = QLabel(collection.name)
        title.setProperty("look", "heading")
        title.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (title, self._forms, self._notes, buttons):
            column.addWidget(widget)

    @property
    def form(self) -> str:
        """The format chosen."""
        return str(self._forms.currentData())

    @property
    def notes(self) -> bool:
        """Whether notes are wanted."""
        return self._notes.isChecked()


class _HandOverDialog(QDialog):
    """Whether with originals and notes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Hand over as an archive"))
        said = QLabel(
            self.tr("A smaller archive with these articles only. Your colleague opens it, or merges it.")
        )
        said.setWordWrap(True)
        self._originals = QCheckBox(
            self.tr("With the original files, as far as they hold nothing else"), self
        )
        self._notes = QCheckBox(self.tr("With your notes and corrected particulars"), self)
        for box in (self._originals, self._notes):
            box.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (said, self._originals, self._notes, _buttons(self, self.tr("Choose a place…"))):
            column.addWidget(widget)

    @property
    def originals(self) -> bool:
        """Whether originals are wanted."""
        return self._originals.isChecked()

    @property
    def notes(self) -> bool:
        """Whether notes are wanted."""
        return self._notes.isChecked()


def _buttons(dialog: QDialog, text: str) -> QDialogButtonBox:
    kinds = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, dialog)
    ok = buttons.button(kinds.Ok)
    ok.setText(text)
    ok.setProperty("look", "primary")
    buttons.button(kinds.Cancel).setText(QCoreApplication.translate("Books", "Cancel"))
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
