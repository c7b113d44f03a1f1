"""Counts and sizes of the open archive; check, repair and rebuild."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import format as form
from desktop_app.i18n import sentence
from desktop_app.library import Librarian
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.control import Control
from index.model import ArchiveStats, Problem

if TYPE_CHECKING:
    from index.archive import Archive
    from index.archive.backup import Backup


class Properties(QDialog):
    """Of one archive; closes itself when another one is opened."""

    backup_wanted = Signal(object)  # Sequence[Backup] to choose from

    def __init__(
        self,
        archive: Archive,
        session: Session,
        librarian: Librarian,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Archive properties"))
        self._archive, self._librarian, self._tasks = archive, librarian, tasks
        self._backups: tuple[Backup, ...] = ()
        title = QLabel(archive.name)
        title.setProperty("look", "heading")
        title.setWordWrap(True)
        place = QLabel(str(archive.path))
        place.setProperty("look", "small")
        place.setWordWrap(True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._table = QFormLayout()
        self._table.setHorizontalSpacing(24)
        self._table.setVerticalSpacing(6)
        self._result = QPlainTextEdit()
        self._result.setReadOnly(True)
        self._result.setMaximumHeight(120)
        self._result.setAccessibleName(self.tr("Result of the check"))
        self._result.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(place)
        column.addLayout(self._table)
        column.addLayout(self._upkeep())
        column.addWidget(self._result)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        folder = buttons.addButton(self.tr("Open folder"), QDialogButtonBox.ButtonRole.ActionRole)
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(archive.path))))
        column.addWidget(buttons)
        self.setMinimumWidth(520)
        librarian.problems_found.connect(self._show_problems)
        session.archive_changed.connect(self._archive_changed)
        session.archive_content_changed.connect(self._ask)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Wide enough for the words of the buttons, which are known now that the style is on."""
        margins = self.contentsMargins().left() + self.contentsMargins().right() + 40
        self.setMinimumWidth(max(520, self._row.sizeHint().width() + margins))
        super().showEvent(event)

    def _upkeep(self) -> QHBoxLayout:
        row = self._row = QHBoxLayout()
        row.setSpacing(8)
        self._check = QPushButton(self.tr("&Check"))
        self._check.setToolTip(self.tr("Compare articles, index and originals with each other"))
        self._check.clicked.connect(lambda: self._run(repair=False))
        self._repair = QPushButton(self.tr("Check and &repair"))
        self._repair.setToolTip(self.tr("Repair what can be repaired; articles are never deleted"))
        self._repair.clicked.connect(lambda: self._run(repair=True))
        self._rebuild = QPushButton(self.tr("Rebuild the &index"))
        self._rebuild.setToolTip(
            self.tr("Built from the articles; the old index stays in use until the new one is ready")
        )
        self._rebuild.clicked.connect(self._librarian.rebuild)
        self._names = QPushButton(self.tr("Recognise &names again"))
        self._names.setToolTip(
            self.tr("Find people, posts and places with what this version knows; your corrections stay")
        )
        self._names.clicked.connect(self._librarian.recognise_again)
        self._backup = QPushButton(self.tr("Restore a &backup…"))
        self._backup.setToolTip(
            self.tr("Return to a backup of the catalogue; one is made on every day with imports")
        )
        self._backup.setEnabled(False)
        self._backup.clicked.connect(lambda: self.backup_wanted.emit(self._backups))
        for button in (self._check, self._repair, self._rebuild, self._names, self._backup):
            row.addWidget(button)
        self._repair.setEnabled(not self._archive.read_only)
        self._rebuild.setEnabled(not self._archive.read_only)
        self._names.setEnabled(not self._archive.read_only)
        row.addStretch(1)
        return row

    def _run(self, *, repair: bool) -> None:
        self._result.show()
        self._result.setPlainText(self.tr("Checking…"))
        self._check.setEnabled(False)
        self._librarian.check(repair=repair)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self._check.setEnabled(True)
        self._result.show()
        if not problems:
            self._result.setPlainText(self.tr("Everything is in order."))
            return
        lines = []
        for problem in problems:
            words = sentence(problem.code, problem.details)
            lines.append(self.tr("%1 (mended)").replace("%1", words) if problem.mended else words)
        self._result.setPlainText("\n".join(lines))

    def _archive_changed(self) -> None:
        self.close()

    def _ask(self) -> None:
        archive = self._archive

        def work(_: Control) -> tuple[ArchiveStats, tuple[Backup, ...]]:
            return archive.stats(), archive.backups()

        self._tasks.run("properties", work, self._show, lane="library", owner=self)

    def _show(self, found: tuple[ArchiveStats, tuple[Backup, ...]]) -> None:
        stats, self._backups = found
        self._backup.setEnabled(bool(self._backups) and not self._archive.read_only)
        while self._table.rowCount():
            self._table.removeRow(0)
        number, size = form.number, form.size
        rows = [
            (self.tr("Articles"), number(stats.articles)),
            (self.tr("Searchable"), number(stats.articles - stats.not_indexed)),
            (self.tr("Files read"), number(stats.files)),
            (self.tr("Files not readable"), number(stats.failed_files)),
            (self.tr("Characters"), number(stats.characters)),
            (self.tr("Dates"), form.span(stats.first_date, stats.last_date)),
            (self.tr("People, places and the like"), number(stats.entities)),
            (self.tr("Appointments"), number(stats.appointments)),
            (
                self.tr("Size on disk"),
                self.tr("articles %1, index %2, originals %3")
                .replace("%1", size(stats.catalogue_bytes))
                .replace("%2", size(stats.fulltext_bytes))
                .replace("%3", size(stats.originals_bytes)),
            ),
            (self.tr("Latest backup"), self._latest_backup()),
            (self.tr("Format"), f"{stats.format_version} / {stats.index_version}"),
        ]
        for name, value in rows:
            label, text = QLabel(name), QLabel(value)
            label.setProperty("look", "secondary")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._table.addRow(label, text)

    def _latest_backup(self) -> str:
        return self._backups[0].made_at.replace("T", " ") if self._backups else self.tr("none yet")
