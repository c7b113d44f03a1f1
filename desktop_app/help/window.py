"""The help window: topics at the left with a field to find one, the page at the right.

Stays open beside the main window; an example in a page searches when it is clicked.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app import i18n
from desktop_app.help.topics import HelpPage, found, pages
from desktop_app.theme import colours, theme

_STYLE = """
body, td, li {{ color: {ink}; }}
h1 {{ color: {ink}; font-size: 22px; margin-top: 0; margin-bottom: 12px; }}
h2 {{ color: {ink}; font-size: 16px; margin-top: 20px; margin-bottom: 6px; }}
p, li {{ color: {ink}; margin: 6px 0; line-height: 145%; }}
td {{ padding: 4px 18px 4px 0; }}
code {{ background: {hover}; font-family: "{family}"; }}
a {{ color: {accent}; text-decoration: none; }}
"""
_LIST_WIDTH = 248


class HelpWindow(QDialog):
    """Emits `wanted(text)` for an example query."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.resize(860, 640)
        self._pages = pages(i18n.current())
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the help"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._find)
        self.topics = QListWidget()
        self.topics.setProperty("look", "framed")
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topics.setAccessibleName(self.tr("Topics"))
        self.topics.currentItemChanged.connect(lambda *_: self._show())
        self._none = QLabel(self.tr("No help page mentions this."))
        self._none.setWordWrap(True)
        self._none.setProperty("look", "secondary")
        self._none.hide()
        self.page = QTextBrowser()
        self.page.setProperty("look", "framed")
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.windowTitle())
        self.page.anchorClicked.connect(self._clicked)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.field)
        left.addWidget(self.topics, 1)
        left.addWidget(self._none)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addLayout(left)
        row.addWidget(self.page, 1)
        for widget in (self.field, self.topics, self._none):
            widget.setFixedWidth(_LIST_WIDTH)
        theme().changed.connect(self._show)
        self._find("")

    @property
    def topic(self) -> str:
        """The name of the page on show; "" if none is."""
        shown = self._shown()
        return shown.topic if shown is not None else ""

    def open_topic(self, topic: str) -> None:
        """Show a page."""
        self.field.clear()
        for row, each in enumerate(self._pages):
            if each.topic == topic:
                self.topics.setCurrentRow(row)

    def _find(self, text: str) -> None:
        before = self.topic
        self.topics.blockSignals(True)
        self.topics.clear()
        for each in found(self._pages, text):
            item = QListWidgetItem(each.title, self.topics)
            item.setData(Qt.ItemDataRole.UserRole, each)
        rows = range(self.topics.count())
        names = [self.topics.item(row).data(Qt.ItemDataRole.UserRole).topic for row in rows]
        self.topics.setCurrentRow(names.index(before) if before in names and not text else 0)
        self.topics.blockSignals(False)
        self._none.setVisible(not names)
        self._show()

    def _shown(self) -> HelpPage | None:
        item = self.topics.currentItem()
        value = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return value if isinstance(value, HelpPage) else None

    def _show(self) -> None:
        shown = self._shown()
        if shown is None:
            return
        c = colours()
        document = self.page.document()
        document.setDefaultStyleSheet(
            _STYLE.format(ink=c.ink, accent=c.accent, hover=c.hover, family=self.font().family())
        )
        document.setDocumentMargin(20)
        self.page.setHtml(shown.source)
        self._mark(self.field.text().split())

    def _mark(self, words: list[str]) -> None:
        """Lay the colour of finds under the words looked for, and go to the first."""
        c = colours()
        look = QTextCharFormat()
        look.setBackground(QColor(c.found))
        marks: list[QTextEdit.ExtraSelection] = []
        for word in words:
            at = self.page.document().find(word, 0, QTextDocument.FindFlag(0))
            while not at.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = QTextCursor(at), look
                marks.append(mark)
                at = self.page.document().find(word, at)
        self.page.setExtraSelections(marks)
        if marks:
            first = min((mark.cursor for mark in marks), key=QTextCursor.position)
            there = QTextCursor(first)
            there.clearSelection()
            self.page.setTextCursor(there)

    def _clicked(self, link: QUrl) -> None:
        path = link.path(QUrl.ComponentFormattingOption.FullyDecoded)
        if link.scheme() == "query":
            self.wanted.emit(path)
        elif link.scheme() == "topic":
            self.open_topic(path)
