"""The page in place of the list when nothing was found: why, step by step, and what to do next.

Every line is a search that does find something, or says that a word occurs nowhere; a click makes it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.i18n.format import articles
from desktop_app.search.filters import filter_text
from desktop_app.search.overview import Reasons
from index.model import Explanation, SearchRequest, TermCount


class ZeroHits(QScrollArea):
    """Emits `wanted(SearchRequest)`: the same search with something left out."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._request = SearchRequest("")
        self._reasons: Reasons | None = None
        page = QWidget()
        page.setObjectName("zero-hits")
        page.setProperty("look", "paper")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel(page)
        self._title.setProperty("look", "heading")
        self._title.setWordWrap(True)
        self._hint = QLabel(page)
        self._hint.setProperty("look", "secondary")
        self._hint.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addLayout(self._grid)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        self.setWidget(page)

    @property
    def texts(self) -> list[str]:
        """Everything the page says, for tests and screen readers."""
        labels = [each.text() for each in self.findChildren(QLabel) if not each.isHidden()]
        buttons = [each.text() for each in self.findChildren(QPushButton) if not each.isHidden()]
        return [text for text in (*labels, *buttons) if text]

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
        reasons = self._reasons
        empty = reasons is not None and reasons.articles == 0
        found = reasons.explanation if reasons is not None and not empty else None
        self._title.setText(self._heading(empty, found))
        hint = self._advice(empty, found)
        if found is not None:
            self._explain(found)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _explain(self, found: Explanation) -> None:
        pieces = _of_one_word(found)
        if len(found.terms) > 1 or (found.terms and self._request.filters):
            self._head(self.tr("Parts of it occur:") if pieces else self.tr("Each word alone:"))
            for term in found.terms:
                self._term(term)
        if found.pairs:
            self._head(self.tr("Two of them in one article:"))
            for term, one, other in found.pairs:
                self._term(term, f"{one} + {other}")
        if found.together is not None:
            self._head(self.tr("All parts within one article:"))
            self._term(found.together)
        if found.excluded:
            self._head(self.tr("Without leaving something out:"))
            for term in found.excluded:
                self._term(term)
        if self._request.filters:
            self._head(self.tr("With fewer filters:"))
            self._filters(found)

    def _filters(self, found: Explanation) -> None:
        request = self._request
        for each in found.filters:
            one = each.filter
            name = ", ".join(filter_text(one.field, value, one.exclude) for value in one.values)
            text = self.tr("without “%1”", "%1 is a filter").replace("%1", name)
            kept = tuple(other for other in request.filters if other is not one)
            self._line(text, each.total, replace(request, filters=kept))
        if len(request.filters) > 1:
            text = self.tr("Search without the filters")
            self._line(text, found.without_filters, replace(request, filters=()))

    def _term(self, term: TermCount, shown: str = "") -> None:
        """A part: with the filters if they let it through, else without them."""
        request = replace(self._request, text=term.text)
        if term.total or not term.unfiltered:
            self._line(shown or term.text, term.total, request)
            return
        remark = self.tr("without filters")
        self._line(shown or term.text, term.unfiltered, replace(request, filters=()), remark)

    def _line(self, text: str, total: int, request: SearchRequest, remark: str = "") -> None:
        row = self._grid.rowCount()
        page = self.widget()
        if total:
            button = QPushButton(text.replace("&", "&&"), page)
            button.setProperty("look", "link")
            button.setToolTip(self.tr("Search for this"))
            button.clicked.connect(lambda: self.wanted.emit(request))
            self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()
        else:
            label = QLabel(text, page)
            label.setMargin(5)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignLeft)
            label.show()
        said = f"{articles(total)}, {remark}" if remark else articles(total)
        count = QLabel(said, page)
        count.setProperty("look", "secondary" if total else "error")
        self._grid.addWidget(count, row, 1)
        count.show()

    def _head(self, text: str) -> None:
        heading = QLabel(text, self.widget())
        heading.setProperty("look", "secondary")
        heading.setContentsMargins(5, 8, 5, 2)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        heading.show()

    def _heading(self, empty: bool, found: Explanation | None) -> str:
        if empty:
            return self.tr("The archive is still empty")
        if self._request.filters and not self._request.text:
            return self.tr("No article passes all filters")
        if found is not None and len(found.terms) > 1 and not (_of_one_word(found) or _is_apart(found)):
            return self.tr("No article contains all these words")
        text = self.tr("No article contains “%1”", "%1 is what was searched for")
        return text.replace("%1", self._request.text)

    def _advice(self, empty: bool, found: Explanation | None) -> str:
        if empty:
            return self.tr("Drop files or a folder onto the window to fill it.")
        if found is None:
            return ""
        lines = []
        if found.not_indexed:
            text = self.tr("%n article(s) not yet searchable; they may have it.", "", found.not_indexed)
            lines.append(text)
        if any(term.unfiltered == 0 for term in found.terms) and len(found.terms) > 1:
            lines.append(
                self.tr("A word that no article contains: check how it is written, or leave it out.")
            )
        elif _is_apart(found):
            lines.append(self.tr("They stand in the same article, but not as asked: allow more distance."))
        elif found.pairs or len(found.terms) > 1:
            lines.append(
                self.tr("Each word occurs, but never together. Leave one out, or put OR between them.")
            )
        elif not self._request.filters:
            lines.append(
                self.tr("Both scripts were searched. Try a shorter word, or another way to write it.")
            )
        return "\n".join(lines)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)


def _of_one_word(found: Explanation) -> bool:
    """Whether the terms are pieces of a single keyword."""
    return len(found.terms) > 1 and len(found.text.split()) == 1


def _is_apart(found: Explanation) -> bool:
    """Whether articles have both of two words, but not near each other or not outside each other."""
    return len(found.pairs) == 1 and len(found.terms) == 2 and found.pairs[0][0].total > 0
