"""The query language on one page, in the reader's language, with examples that search when clicked.

The pages are `resources/help/query.LANGUAGE.html`: plain headings, tables, and links `query:...`.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.theme import colours, theme
from index.paths import resource

_STYLE = """
body, td {{ color: {ink}; }}
h2 {{ color: {ink}; font-size: 16px; margin-top: 18px; margin-bottom: 6px; }}
p {{ color: {ink}; margin: 4px 0; }}
td {{ padding: 4px 18px 4px 0; }}
a {{ color: {accent}; text-decoration: none; }}
"""


class QueryHelp(QDialog):
    """Stays open beside the window; emits `wanted(text)` for an example."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The query language"))
        self.resize(640, 620)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.windowTitle())
        self.page.anchorClicked.connect(self._clicked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self.page, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(buttons)
        column.addLayout(foot)
        theme().changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        c = colours()
        document = self.page.document()
        document.setDefaultStyleSheet(_STYLE.format(ink=c.ink, accent=c.accent))
        document.setDocumentMargin(20)
        self.page.setHtml(resource("help", f"query.{i18n.current()}.html").read_text("utf-8"))

    def _clicked(self, link: QUrl) -> None:
        if link.scheme() == "query":
            self.wanted.emit(link.path(QUrl.ComponentFormattingOption.FullyDecoded))
