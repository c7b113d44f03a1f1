"""相关词: words and names that the hits have far more often than the rest of the archive, as links over them.

One line; a click adds the word to the query, its menu searches for it alone or leaves it out. The search pane
shows it; the switch in the menu (Ctrl+Shift+R) puts it away.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.i18n.format import articles
from desktop_app.i18n.script import convert
from index.model import RelatedTerm, Script


class RelatedWords(QWidget):
    """Emits `added(text)`, `wanted(text)` and `excluded(text)`; hidden while there is nothing to show."""

    added = Signal(str)
    wanted = Signal(str)
    excluded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._head = QLabel(self)
        self._head.setProperty("look", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self._head)
        self._row.addStretch(1)
        self._links: list[QPushButton] = []
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is offered."""
        return [link.text() for link in self._links]

    def show_terms(self, terms: Sequence[RelatedTerm], script: Script) -> None:
        """Offer these in place of those before; none hides the line."""
        for link in self._links:
            self._row.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(term, script) for term in terms]
        self._head.setText(self.tr("Related:", "before words that the results have often"))
        self.setAccessibleName(self.tr("Related words"))
        self.setVisible(bool(terms))
        self._fit()

    def take_focus(self) -> None:
        """Stand on the first word."""
        if self._links:
            self._links[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _link(self, term: RelatedTerm, script: Script) -> QPushButton:
        shown = convert(term.text, script).text
        link = QPushButton(shown.replace("&", "&&"), self)
        link.setProperty("look", "status")
        tip = self.tr("In %1 of the results; %2 in the archive. Click to search for it too")
        link.setToolTip(tip.replace("%1", articles(term.hits)).replace("%2", articles(term.articles)))
        link.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        link.clicked.connect(lambda _=False: self.added.emit(shown))
        link.customContextMenuRequested.connect(lambda at: self._menu(link, shown, at))
        self._row.insertWidget(self._row.count() - 1, link)
        return link

    def _menu(self, link: QPushButton, text: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Search for it too"), lambda: self.added.emit(text))
        menu.addAction(self.tr("Search for it alone"), lambda: self.wanted.emit(text))
        menu.addAction(self.tr("Exclude articles containing it"), lambda: self.excluded.emit(text))
        menu.popup(link.mapToGlobal(at))

    def resizeEvent(self, event: object) -> None:
        """As many as there is room for; none is cut."""
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._head.sizeHint().width() - self._row.spacing()
        for link in self._links:
            room -= link.sizeHint().width() + self._row.spacing()
            link.setVisible(room >= 0)
