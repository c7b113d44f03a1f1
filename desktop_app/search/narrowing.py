"""What narrows a search: the chips under the box, the bars over time, the panel of facets.

The search pane places the widgets and says when to count; every choice becomes a request of the session.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.i18n.script import convert
from desktop_app.search import filters
from desktop_app.search.counting import Counting
from desktop_app.search.filter_panel import FilterPanel
from desktop_app.session import Session
from desktop_app.widgets.chips import ChipRow, ChipText
from desktop_app.widgets.histogram import HistogramWidget
from index.model import FacetField, SearchRequest


class Narrowing(QObject):
    """Owns the three widgets; `pane` is where they stand."""

    def __init__(self, session: Session, counting: Counting, pane: QWidget) -> None:
        super().__init__(pane)
        self._session, self._counting, self._pane = session, counting, pane
        self.histogram = HistogramWidget(pane)
        self.chips = ChipRow(pane)
        self.panel = FilterPanel(pane)
        self.histogram.picked.connect(self._dates_picked)
        self.histogram.cleared.connect(lambda: session.search(filters.without_dates(session.request)))
        self.chips.removed.connect(self._chip_removed)
        self.panel.chosen.connect(self._facet_chosen)
        self.panel.field_changed.connect(lambda _: self.count_facets())
        counting.histogram.connect(self.histogram.show_bars)
        counting.facets.connect(self.panel.show_counts)

    def show_request(self, request: SearchRequest) -> int:
        """Show the filters of a request as chips; gives their number."""
        chips = [
            ChipText(
                (each.field, value),
                filters.filter_text(each.field, convert(value, self._session.script).text, each.exclude),
                each.exclude,
            )
            for each in request.filters
            for value in each.values
        ]
        self.chips.show_chips(chips)
        return len(chips)

    def open_panel(self, under: QWidget) -> None:
        """Open the panel of facets under its button."""
        self.panel.present(under, self._pane)
        self.count_facets()

    def count_facets(self) -> None:
        """Count the values of the field on show, if one is."""
        if self.panel.isVisible():
            self._counting.count_facets(self.panel.field)

    def drop_all(self) -> None:
        """The same query without filters."""
        self._session.search(replace(self._session.request, filters=()))

    def _facet_chosen(self, field: FacetField, value: str, exclude: bool | None) -> None:
        self._session.search(filters.with_choice(self._session.request, field, value, exclude))

    def _chip_removed(self, key: tuple[FacetField, str]) -> None:
        self._facet_chosen(*key, None)

    def _dates_picked(self, first: str, last: str) -> None:
        self._session.search(filters.with_dates(self._session.request, first, last))
