"""Why is this not found? Somebody asks for a file or a phrase; the archive answers from what it keeps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import sentence
from desktop_app.library.librarian import Librarian
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import icon, wear
from index.control import Control
from index.model import Absence

if TYPE_CHECKING:
    from index.archive import Archive

_IMPORTABLE = frozenset(
    {"why.never_imported", "why.passed_over", "why.failed", "why.changed", "why.interrupted"}
)
_ANSWER = Qt.ItemDataRole.UserRole


class WhyNotFound(QDialog):
    """Asks in lane "reasons", the question it is opened with at once; a new one takes its place."""

    def __init__(
        self,
        archive: Archive,
        session: Session,
        librarian: Librarian,
        tasks: Tasks,
        question: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Why is it not found?"))
        self.setMinimumSize(620, 400)
        self._archive, self._session, self._librarian, self._tasks = archive, session, librarian, tasks
        words = QLabel(self.tr("Type a phrase, or a file's name or a part of it; or choose a file."))
        words.setProperty("look", "secondary")
        words.setWordWrap(True)
        self.field = QLineEdit(question)
        self.field.setAccessibleName(self.tr("File or phrase"))
        self.field.setClearButtonEnabled(True)
        self.field.selectAll()
        self.field.returnPressed.connect(self.ask)
        self.answers = QListWidget()
        self.answers.setWordWrap(True)
        self.answers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answers.setResizeMode(QListView.ResizeMode.Adjust)
        self.answers.setProperty("look", "framed")
        self.answers.setAccessibleName(self.tr("Answers"))
        self.answers.currentItemChanged.connect(lambda *_: self._enable())
        self.answers.itemActivated.connect(lambda _: self._open())
        self.state = QLabel()
        self.state.setProperty("look", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addLayout(self._row())
        column.addWidget(self.answers, 1)
        column.addWidget(self.state)
        column.addLayout(self._foot())
        session.archive_changed.connect(lambda _: self.close())
        self._enable()
        self.ask()

    def _row(self) -> QHBoxLayout:
        self.choose = QPushButton(self.tr("&Choose file…"))
        self.choose.clicked.connect(self._choose)
        self.go = QPushButton(self.tr("&Ask"))
        self.go.setProperty("look", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.ask)
        wear(self.choose, "file", "secondary")
        self.choose.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.choose)
        row.addWidget(self.go)
        return row

    def _foot(self) -> QHBoxLayout:
        self.open_button = QPushButton(self.tr("&Open the article"))
        self.open_button.clicked.connect(self._open)
        self.import_button = QPushButton(self.tr("&Import the file"))
        self.import_button.clicked.connect(self._import)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        wear(self.open_button, "document", "secondary")
        wear(self.import_button, "import", "secondary")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.open_button)
        row.addWidget(self.import_button)
        row.addStretch(1)
        row.addWidget(close)
        for button in (self.open_button, self.import_button, close):
            button.setAutoDefault(False)
        return row

    def ask(self) -> None:
        """Ask the question in the field, if there is one."""
        question, archive = self.field.text().strip(), self._archive
        if not question:
            return
        self.answers.clear()
        self.state.setText(self.tr("Looking through reports and originals…"))
        self._enable()

        def work(control: Control) -> tuple[Absence, ...]:
            return archive.why_not_found(question, control=control)

        self._tasks.run(
            "why not found", work, self._show, self._failed, lane="reasons", newest=True, owner=self
        )

    def _show(self, answers: tuple[Absence, ...]) -> None:
        self.state.setText("" if answers else sentence("why.nothing"))
        for answer in answers:
            item = QListWidgetItem(icon(*_icon(answer)), said(answer), self.answers)
            item.setData(_ANSWER, answer)
            item.setToolTip(answer.file)
        if answers:
            self.answers.setCurrentRow(0)
        self._enable()

    def _failed(self, error: Exception) -> None:
        self.state.clear()
        self._session.trouble.emit(error)

    def _chosen(self) -> Absence | None:
        item = self.answers.currentItem()
        answer = item.data(_ANSWER) if item is not None else None
        return answer if isinstance(answer, Absence) else None

    def _enable(self) -> None:
        chosen = self._chosen()
        self.open_button.setEnabled(chosen is not None and chosen.article_id is not None)
        self.import_button.setEnabled(
            chosen is not None and chosen.code in _IMPORTABLE and not self._archive.read_only
        )

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("File that is not found"))
        if name:
            self.field.setText(str(Path(name)))
            self.ask()

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.article_id is not None:
            self._session.open_article(chosen.article_id)

    def _import(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._librarian.import_paths([Path(chosen.file.partition("#")[0])], again=True)


def said(answer: Absence) -> str:
    """An answer as a sentence."""
    if answer.reason:
        why = sentence(answer.reason, answer.details)
        return sentence(answer.code, (("file", answer.file), ("reason", why)))
    return sentence(answer.code, (("file", answer.file), *answer.details))


def _icon(answer: Absence) -> tuple[str, str]:
    if answer.code == "why.failed":
        return "warning", "error"
    return ("check", "good") if answer.code in ("why.found", "why.there") else ("info", "secondary")
