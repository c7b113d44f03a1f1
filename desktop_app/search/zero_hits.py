"""The page in place of the list when nothing was found: why, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n.format import number
from desktop_app.search.overview import KeywordCount, Reasons
from index.model import SearchRequest


class ZeroHits(QWidget):
    """Says which keyword is missing; a click searches for one alone, or drops the filters."""

    keyword_wanted = Signal(str)
    filters_dropped = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._request = SearchRequest("")
        self._reasons: Reasons | None = None
        self._title = QLabel(self)
        self._title.setProperty("look", "heading")
        self._title.setWordWrap(True)
        self._hint = QLabel(self)
        self._hint.setProperty("look", "secondary")
        self._hint.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._drop = QPushButton(self)
        self._drop.clicked.connect(self.filters_dropped)
        self._drop.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 32, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addLayout(self._grid)
        layout.addWidget(self._hint)
        layout.addWidget(self._drop)
        layout.addStretch(1)

    @property
    def texts(self) -> list[str]:
        """Everything the page says, for tests and screen readers."""
        labels = [self._title.text(), self._hint.text() if self._hint.isVisibleTo(self) else ""]
        return [text for text in (*labels, *(b.text() for b in self.findChildren(QPushButton))) if text]

    def show_request(self, request: SearchRequest) -> None:
        """Say at once that nothing was found; the reasons follow."""
        self._request, self._reasons = request, None
        self._fill()

    def show_reasons(self, reasons: Reasons) -> None:
        """Say why."""
        self._reasons = reasons
        self._fill()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        reasons, request = self._reasons, self._request
        empty = reasons is not None and reasons.articles == 0
        counted = reasons.keywords if reasons is not None and not empty else ()
        self._title.setText(self._heading(empty, len(counted)))
        for each in counted:
            self._add(each)
        if reasons is not None and reasons.parts:
            heading = QLabel(
                self.tr("Parts of it occur:", "longest beginning and end of a missing word"), self
            )
            heading.setProperty("look", "secondary")
            heading.setMargin(5)
            self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
            for each in reasons.parts:
                self._add(each)
        hint = self._advice(empty)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        kept = reasons.without_filters if reasons is not None else None
        self._drop.setVisible(bool(request.filters))
        text = self.tr("Search without the filters")
        self._drop.setText(f"{text} ({number(kept)})" if kept is not None else text)

    def _add(self, keyword: KeywordCount) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(self._word(keyword), row, 0, Qt.AlignmentFlag.AlignLeft)
        text = self.tr("%n article(s)", "number of articles", keyword.total)
        count = QLabel(text.replace(str(keyword.total), number(keyword.total), 1), self)
        count.setProperty("look", "secondary" if keyword.total else "error")
        self._grid.addWidget(count, row, 1)

    def _word(self, keyword: KeywordCount) -> QWidget:
        if not keyword.total:
            label = QLabel(keyword.text, self)
            label.setMargin(5)
            return label
        button = QPushButton(keyword.text, self)
        button.setProperty("look", "link")
        button.setToolTip(self.tr("Search for this word alone"))
        button.clicked.connect(lambda: self.keyword_wanted.emit(keyword.text))
        return button

    def _heading(self, empty: bool, words: int) -> str:
        if empty:
            return self.tr("The archive is still empty")
        if self._request.filters and not self._request.text:
            return self.tr("No article passes all filters")
        if words > 1:
            return self.tr("No article contains all these words")
        text = self.tr("No article contains “%1”", "%1 is what was searched for")
        return text.replace("%1", self._request.text)

    def _advice(self, empty: bool) -> str:
        if empty:
            return self.tr("Drop files or a folder onto the window to fill it.")
        if self._reasons is None:
            return ""
        if any(each.total == 0 for each in self._reasons.keywords):
            return self.tr("A word that no article contains: check how it is written, or leave it out.")
        if len(self._reasons.keywords) > 1:
            return self.tr("Each word occurs, but never together. Leave one out, or put OR between them.")
        if not self._request.filters:
            return self.tr("Both scripts were searched. Try a shorter word, or another way to write it.")
        return ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)
