"""核对引文: paste a passage on the left, read on the right what of it stands in the archive and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app.quotation_check.marking import page, plain_report, summary
from desktop_app.session import Place, Session
from desktop_app.tasks import Task, Tasks
from desktop_app.theme import theme
from index.control import Control
from index.errors import Cancelled
from index.model import QuotationReport

if TYPE_CHECKING:
    from index.archive import Archive

_PAUSE = 700  # ms after the last key, when a short text is checked by itself
_AT_ONCE = 4000  # characters up to which that is done


class QuotationWindow(QDialog):
    """`check_text(text)` fills and checks."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._report: QuotationReport | None = None
        self._task: Task | None = None
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.answer = QTextBrowser(self)
        self.answer.setOpenLinks(False)
        self.answer.setProperty("look", "framed")
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.check_button, self.copy_button, self._close = (QPushButton(self) for _ in range(3))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._retranslate()
        self._pause.timeout.connect(self.check)
        self.text.textChanged.connect(self._typed)
        self.check_button.clicked.connect(self.check)
        self.copy_button.clicked.connect(self._copy)
        self._close.clicked.connect(self.reject)
        self.answer.anchorClicked.connect(self._open)
        session.archive_changed.connect(lambda _: self.close())
        theme().changed.connect(self._show_again)
        self.copy_button.setEnabled(False)
        self.resize(960, 560)

    def check_text(self, text: str) -> None:
        """Check a text."""
        self.text.setPlainText(text)
        self.check()

    def check(self) -> None:
        """Check what stands on the left; an earlier check is given up."""
        self._pause.stop()
        archive, text = self._session.archive, self.text.toPlainText()
        if archive is None or not text.strip():
            self._show(None)
            return
        self._bar.show()
        self._task = self._tasks.run(
            "check quotations",
            lambda control: _checked(archive, text, control),
            self._show,
            self._failed,
            lane="quotations",
            newest=True,
            owner=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter checks."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.check()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Stop what is under way."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
        self._bar.hide()
        super().reject()

    def _typed(self) -> None:
        if len(self.text.toPlainText()) <= _AT_ONCE:
            self._pause.start()

    def _show(self, report: QuotationReport | None) -> None:
        self._bar.hide()
        self._report = report
        self.copy_button.setEnabled(report is not None and bool(report.quotations))
        self._show_again()

    def _show_again(self) -> None:
        report = self._report
        self._said.setText(summary(report) if report is not None else self._hint())
        self.answer.setHtml(page(report) if report is not None else "")

    def _failed(self, error: Exception) -> None:
        self._bar.hide()
        if not isinstance(error, Cancelled):
            self._session.trouble.emit(error)

    def _open(self, url: QUrl) -> None:
        parts = url.toString().split(":")
        if self._report is None or len(parts) != 3:
            return
        source = self._report.quotations[int(parts[1])].sources[int(parts[2])]
        place = Place(source.start, source.end, source.in_title)
        self._session.open_article(source.article_id, place)

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(plain_report(self._report))
            self._session.message.emit(self.tr("The result was copied."))

    def _hint(self) -> str:
        return self.tr(
            "Paste a passage, or a whole paragraph containing quotations. Script, spaces, glosses and "
            "punctuation make no difference."
        )

    def _lay_out(self) -> None:
        for button in (self.check_button, self.copy_button, self._close):
            button.setAutoDefault(False)
        self.check_button.setProperty("look", "primary")
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.text, 1)
        column.addWidget(self.check_button)
        right = QWidget(self)
        other = QVBoxLayout(right)
        other.setContentsMargins(8, 0, 0, 0)
        other.setSpacing(8)
        other.addWidget(self._said)
        other.addWidget(self._bar)
        other.addWidget(self.answer, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self._close)
        other.addLayout(foot)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([400, 560])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.addWidget(parts)
        self.setTabOrder(self.text, self.check_button)
        self.setTabOrder(self.check_button, self.answer)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Check quotations"))
        self.text.setPlaceholderText(self.tr("Paste the words to check here"))
        self.text.setAccessibleName(self.tr("The words to check"))
        self.answer.setAccessibleName(self.tr("Text in the archive"))
        self.check_button.setText(self.tr("&Check"))
        self.check_button.setToolTip(self.tr("Check these words (Ctrl+Enter)"))
        self.copy_button.setText(self.tr("Copy the &result"))
        self._close.setText(self.tr("Close"))
        self._said.setText(self._hint())


def _checked(archive: Archive, text: str, control: Control) -> QuotationReport:
    return archive.check_quotations(text, cancelled=lambda: control.cancelled)
