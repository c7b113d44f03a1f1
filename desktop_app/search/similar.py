"""相似文章: the articles most like one article, in place of the results until one goes back.

The search pane owns the page and shows it when the session asks for it (`find_similar`). Lane "similar".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.script import convert
from desktop_app.search.similar_row import SimilarDelegate, SimilarRole
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import theme, wear
from index.control import Control
from index.model import Script, SimilarArticle

if TYPE_CHECKING:
    from index.archive import Archive

MOST = 30
_TITLE = 36  # characters of the title over the list


@dataclass(frozen=True, slots=True)
class _Found:
    """The article asked for, by its title, and those like it."""

    title: str
    articles: tuple[SimilarArticle, ...]


class SimilarPage(QWidget):
    """Emits `left()` to go back to the results; previews and opens articles through the session."""

    left = Signal()
    previewed = Signal(int)
    opened = Signal(int)
    ready = Signal()  # the list is on show

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self.article: int | None = None
        self._found: _Found | None = None
        self._back = QToolButton(self)
        wear(self._back, "arrow-left", "secondary")
        self._back.clicked.connect(self.left)
        self._head = QLabel(self)
        self._head.setProperty("look", "secondary")
        self._head.setWordWrap(True)
        self._none = QLabel(self)
        self._none.setProperty("look", "secondary")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.setContentsMargins(16, 16, 16, 16)
        self.list = _List(self)
        self.list.currentItemChanged.connect(self._moved)
        self.list.itemActivated.connect(lambda item: self.opened.emit(_article(item).id))
        self.list.escaped.connect(self.left)
        top = QHBoxLayout()
        top.setContentsMargins(8, 2, 12, 6)
        top.setSpacing(4)
        top.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1)
        session.script_changed.connect(lambda _: self._fill())
        self._fill()

    def ask(self, article: int) -> None:
        """Look for what is like this article."""
        archive = self._session.archive
        if archive is None:
            return
        self.article, self._found = article, None
        self._fill()

        def work(_: Control) -> _Found:
            return _find(archive, article)

        self._tasks.run(
            "similar",
            work,
            self._arrived,
            self._session.trouble.emit,
            lane="similar",
            newest=True,
            owner=self,
        )

    def forget(self) -> None:
        """Another archive: what was found is of no use."""
        self._tasks.cancel("similar")
        self.article = self._found = None
        self._fill()

    def take_focus(self) -> None:
        """Stand on the first article."""
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrived(self, found: _Found) -> None:
        self._found = found
        self._fill()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ready.emit()

    def _moved(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.previewed.emit(_article(item).id)

    def _fill(self) -> None:
        script = self._session.script
        self._back.setToolTip(self.tr("Back to the results (Esc)"))
        self._back.setAccessibleName(self.tr("Back to the results"))
        self.list.setAccessibleName(self.tr("Similar articles"))
        self.list.blockSignals(True)
        self.list.clear()
        found = self._found
        for each in found.articles if found is not None else ():
            item = QListWidgetItem()
            item.setData(SimilarRole, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, convert(each.title, script).text)
            item.setData(Qt.ItemDataRole.DisplayRole, convert(each.title, script).text)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.script = script
        self.list.setVisible(bool(self.list.count()))
        self._none.setVisible(not self.list.count())
        if found is None:
            self._head.setText(self.tr("Looking for similar articles…"))
            self._none.clear()
            return
        text = self.tr("Similar to “%1”", "%1 is the title of an article")
        title = convert(found.title, script).text
        short = title if len(title) <= _TITLE else title[:_TITLE] + "…"
        self._head.setText(text.replace("%1", short))
        self._head.setToolTip(title if short != title else "")
        self._none.setText(self.tr("No other article shares enough rare words or names with it."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)


class _List(QListWidget):
    """The articles; Esc leads back."""

    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.script = Script.ORIGINAL
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(SimilarDelegate(self))
        theme().changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _article(item: QListWidgetItem) -> SimilarArticle:
    found = item.data(SimilarRole)
    assert isinstance(found, SimilarArticle)  # noqa: S101
    return found


def _find(archive: Archive, article: int) -> _Found:
    return _Found(archive.article(article).title, archive.similar(article, MOST))
