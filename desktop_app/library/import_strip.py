"""The quiet strip at the foot while an archive is written to: progress, pause, cancel, report."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import error_sentence
from desktop_app.i18n import format as form
from desktop_app.library.import_state import WORKING, ImportState, Stage
from desktop_app.library.librarian import Librarian
from desktop_app.theme import wear
from index.model import ImportProgress, ImportReport


class ImportStrip(QFrame):
    """Shows the librarian's ImportState; hidden while there is nothing to say."""

    report_wanted = Signal(int)  # number of the import run

    def __init__(self, librarian: Librarian, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        self.setAccessibleName(self.tr("Import"))
        self._librarian = librarian
        self._state = ImportState()
        self._words = QLabel()
        self._detail = QLabel()
        self._detail.setProperty("look", "small")
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._pause = _button("pause", self.tr("Pause"))
        self._pause.clicked.connect(lambda: librarian.pause(not self._state.paused))
        self._cancel = _button("stop", self.tr("Stop; what was read is kept"))
        self._cancel.clicked.connect(librarian.cancel)
        self._report = QPushButton(self.tr("Report"))
        self._report.setProperty("look", "quiet")
        self._report.setToolTip(self.tr("What happened to each file (Ctrl+R)"))
        self._report.clicked.connect(self._show_report)
        self._close = _button("close", self.tr("Close"))
        self._close.clicked.connect(librarian.dismiss)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._words)
        line.addWidget(self._detail, 1)
        line.addWidget(self._report)
        line.addWidget(self._pause)
        line.addWidget(self._cancel)
        line.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 6)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._bar)
        librarian.import_changed.connect(self.show_state)
        self.show_state(librarian.state)

    def show_state(self, state: ImportState) -> None:
        """Put a state into words."""
        self._state = state
        working = state.stage in WORKING
        self.setVisible(state.stage is not Stage.IDLE)
        self._bar.setVisible(working)
        self._pause.setVisible(working)
        self._cancel.setVisible(working)
        self._close.setVisible(not working)
        self._report.setVisible(state.report is not None)
        wear(self._pause, "play" if state.paused else "pause")
        self._pause.setToolTip(self.tr("Continue") if state.paused else self.tr("Pause"))
        self._pause.setAccessibleName(self._pause.toolTip())
        if working:
            self._show_work(state)
        elif state.stage is Stage.FAILED and state.error is not None:
            self._words.setText(self.tr("The import stopped."))
            self._detail.setText(error_sentence(state.error))
        elif state.report is not None:
            self._words.setText(self._ended(state.report))
            self._detail.setText(form.duration(state.report.seconds))

    def _show_work(self, state: ImportState) -> None:
        progress = state.progress
        if progress is None:
            beginning = {
                Stage.INDEXING: self.tr("Bringing the index up to date…"),
                Stage.NAMING: self.tr("Recognising names…"),
            }
            self._words.setText(beginning.get(state.stage, self.tr("Importing…")))
            self._detail.clear()
            self._bar.setRange(0, 0)
            return
        self._words.setText(self.tr("Paused") if state.paused else self._phase(state.stage, progress))
        self._detail.setText(" · ".join(self._facts(state, progress)))
        self._detail.setToolTip(progress.current)
        fraction = _fraction(progress)
        if fraction is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(1000 * fraction))

    def _phase(self, stage: Stage, progress: ImportProgress) -> str:
        if progress.phase == "listing":
            return self.tr("Looking for files…")
        if progress.phase == "indexing":
            return self.tr("Making the articles searchable…")
        return self.tr("Recognising names…") if stage is Stage.NAMING else self.tr("Reading articles…")

    def _facts(self, state: ImportState, progress: ImportProgress) -> list[str]:
        facts = []
        if progress.files_total and state.stage is not Stage.NAMING:  # there it counts articles
            facts.append(
                self.tr("%1 of %2 files")
                .replace("%1", form.number(progress.files_done))
                .replace("%2", form.number(progress.files_total))
            )
        elif progress.files_done and state.stage is not Stage.NAMING:
            facts.append(self.tr("%1 files").replace("%1", form.number(progress.files_done)))
        facts.append(form.articles(progress.articles))
        if progress.failed:
            facts.append(self.tr("%1 not readable").replace("%1", form.number(progress.failed)))
        if progress.seconds >= 1 and progress.articles and not state.paused:
            speed = form.number(round(progress.articles / progress.seconds))
            facts.append(self.tr("%1 articles/s").replace("%1", speed))
        if progress.seconds_left is not None and not state.paused:
            facts.append(self.tr("%1 left").replace("%1", form.duration(progress.seconds_left)))
        if state.waiting > 0:
            facts.append(self.tr("%n more import(s) waiting", "", state.waiting))
        return facts

    def _ended(self, report: ImportReport) -> str:
        parts = [self.tr("%n article(s) imported", "", report.imported)]
        if report.unchanged:
            parts.append(self.tr("%n unchanged", "files", report.unchanged))
        if report.duplicates:
            parts.append(self.tr("%n already there", "articles", report.duplicates))
        if report.failed:
            parts.append(self.tr("%n not readable", "files", len(report.failed)))
        text = self.tr(", ", "between the parts of a list").join(parts)
        return self.tr("Stopped: %1").replace("%1", text) if report.cancelled else text

    def _show_report(self) -> None:
        if self._state.report is not None:
            self.report_wanted.emit(self._state.report.run_id)


def _fraction(progress: ImportProgress) -> float | None:
    if progress.phase == "listing":
        return None
    if progress.bytes_total:
        return min(1.0, progress.bytes_done / progress.bytes_total)
    if progress.files_total:
        return min(1.0, progress.files_done / progress.files_total)
    return None


def _button(icon: str, tip: str) -> QToolButton:
    button = QToolButton()
    wear(button, icon)
    button.setIconSize(QSize(16, 16))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
