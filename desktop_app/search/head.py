"""The top of the search pane: how many articles, saved searches, reprints, filters, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop_app.i18n.format import number
from desktop_app.search.runner import Found
from desktop_app.search.saved import SavedSearches
from desktop_app.theme import wear


class PaneHead(QWidget):
    """One line; `banner` is a second one that the pane places and that shows only while it is needed."""

    filters_wanted = Signal()

    def __init__(self, saved: SavedSearches, collapse: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self._found: Found | None = None
        self._behind = 0
        self._texts: tuple[str, ...] = ("",)  # of the count, from the longest to the shortest
        self.count = QLabel(self)
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.banner = QLabel(self)
        self.banner.setWordWrap(True)
        self.banner.setProperty("look", "warning")
        self.banner.hide()
        self.filter = QToolButton(self)
        self.filter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter.clicked.connect(self.filters_wanted)
        wear(self.filter, "filter", "secondary")
        self._bookmark = QToolButton(self)
        self._bookmark.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._bookmark.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._bookmark.setMenu(saved.menu)
        wear(self._bookmark, "bookmark", "secondary")
        saved.changed.connect(self._show_badge)
        self._collapse = QToolButton(self)
        self._collapse.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._collapse.setDefaultAction(collapse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 2)
        row.setSpacing(2)
        row.addWidget(self.count, 1)
        row.addWidget(self._bookmark)
        row.addWidget(self._collapse)
        row.addWidget(self.filter)
        self.retranslate()

    def show_found(self, found: Found | None) -> str:
        """Show how many articles there are; gives the short text for the status bar."""
        self._found = found
        if found is None:
            self._texts = ("",)
            self._fit()
            self.show_behind(0)
            return ""
        hits = found.hits
        articles = self.tr("%n article(s)", "number of hits", hits.total)
        alone = articles = short = articles.replace(str(hits.total), number(hits.total), 1)
        if hits.lines != hits.total:
            text = self.tr("%1, %n line(s) without reprints", "%1 is the number of articles", hits.lines)
            articles = text.replace(str(hits.lines), number(hits.lines), 1).replace("%1", alone)
            text = self.tr("%1 · %n line(s)", "the same where there is less room", hits.lines)
            short = text.replace(str(hits.lines), number(hits.lines), 1).replace("%1", alone)
        time = self.tr("%1 ms", "milliseconds").replace("%1", _milliseconds(hits.milliseconds))
        self._texts = tuple(dict.fromkeys((f"{articles} · {time}", articles, short, alone)))
        self._fit()
        return articles

    def show_behind(self, count: int) -> None:
        """Say that some articles cannot be found yet; nothing for 0."""
        self._behind = count
        self.banner.setVisible(count > 0)
        text = self.tr("%n article(s) not yet searchable: results are incomplete.", "banner", count)
        self.banner.setText(text.replace(str(count), number(count), 1))

    def show_filters(self, count: int) -> None:
        """How many filters are in force."""
        self.filter.setText(number(count) if count else "")

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self._bookmark.setToolTip(self.tr("Saved searches; the number counts new hits"))
        self._bookmark.setAccessibleName(self.tr("Saved searches"))
        self.filter.setToolTip(self.tr("Filter the results (Ctrl+6)"))
        self.filter.setAccessibleName(self.tr("Filters"))
        self.show_found(self._found)
        self.show_behind(self._behind)

    def _show_badge(self) -> None:
        """Beside the bookmark: how many new hits the saved searches have."""
        new = self._saved.new_hits
        self._bookmark.setText(number(new) if new else "")

    def _fit(self) -> None:
        """As much as there is room for; all of it is in the tooltip."""
        metrics, room = self.count.fontMetrics(), self.count.width()
        whole, shortest = self._texts[0], self._texts[-1]
        fitting = (text for text in self._texts if metrics.horizontalAdvance(text) <= room)
        shown = next(fitting, None)
        self.count.setText(
            metrics.elidedText(shortest, Qt.TextElideMode.ElideRight, room) if shown is None else shown
        )
        self.count.setToolTip("" if shown == whole else whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for the count."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # when the label has its new width

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _milliseconds(value: float) -> str:
    return f"{value:.1f}" if value < 1 else number(round(value))
