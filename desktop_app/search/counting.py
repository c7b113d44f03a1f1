"""What is counted after a search, once its hits are on show and the fingers rest: histogram, suggestions,
reasons, related words, and the facets of the open filter panel.

The search pane owns one and shows what it says. Everything runs in lanes of its own; a new search drops what
is under way, so that counting never delays the next key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.search import filters, overview
from desktop_app.search.filter_panel import ShownCount, shown_counts
from desktop_app.search.runner import Found
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.widgets.histogram import Bar
from index.control import Control
from index.model import FacetField, RelatedTerm

SOON, WHEN_PAUSED, LATER = 90, 450, 900  # ms after the last hits
RELATED = 14
ENOUGH = 4  # hits from which words can be called related
_LANES = ("overview", "spelling", "reasons", "related")


class Counting(QObject):
    """Runs the counts for the hits given to `after`."""

    histogram = Signal(object, object)  # tuple[Bar, ...], the dates chosen | None
    behind = Signal(int)  # articles that the search could not see yet
    suggested = Signal(object)  # tuple[QuerySuggestion, ...]
    explained = Signal(object)  # Reasons
    facets = Signal(object, object, object)  # FacetField, tuple[ShownCount, ...], the choices
    related = Signal(object)  # tuple[RelatedTerm, ...]

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._found: Found | None = None
        self.wants_related = True
        self._soon = self._timer(SOON, self._count)
        self._paused = self._timer(WHEN_PAUSED, self._help)
        self._later = self._timer(LATER, self.count_related)

    def after(self, found: Found | None) -> None:
        """Count for these hits when nothing else comes for a moment; None forgets all."""
        for lane in _LANES:
            self._tasks.cancel(lane)
        self._found = found
        for timer in (self._soon, self._paused, self._later):
            timer.stop()
            if found is not None:
                timer.start()

    def _timer(self, wait: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer

    def _count(self) -> None:
        if self._found is None:
            return
        archive, hits = self._found.archive, self._found.hits
        chosen = filters.dates_of(hits.request)

        def counted(found: tuple[tuple[Bar, ...], int]) -> None:
            bars, behind = found
            self.histogram.emit(bars, chosen)
            self.behind.emit(behind)

        self._tasks.run(
            "histogram",
            lambda control: (overview.histogram(archive, hits, control), hits.not_indexed),
            counted,
            lane="overview",
            newest=True,
            owner=self,
        )

    def _help(self) -> None:
        """Say what may be meant and why there is so little, which takes many small searches."""
        if self._found is None:
            return
        archive, hits = self._found.archive, self._found.hits
        if hits.request.text:
            self._tasks.run(
                "suggestions",
                lambda control: archive.suggestions(hits.request, cancelled=lambda: control.cancelled),
                self.suggested.emit,
                lane="spelling",
                newest=True,
                owner=self,
            )
        if hits.total == 0:
            self._tasks.run(
                "reasons",
                lambda control: overview.reasons(archive, hits.request, control),
                self.explained.emit,
                lane="reasons",
                newest=True,
                owner=self,
            )

    def count_related(self) -> None:
        """Find what the hits have more often than other articles."""
        if self._found is None or not self.wants_related:
            return
        archive, hits = self._found.archive, self._found.hits
        if hits.total < ENOUGH or not (hits.request.text or hits.request.filters):
            return

        def work(control: Control) -> tuple[RelatedTerm, ...]:
            return mixed(archive.related(hits, 8 * RELATED, cancelled=lambda: control.cancelled))

        self._tasks.run("related", work, self.related.emit, lane="related", newest=True, owner=self)

    def count_facets(self, field: FacetField) -> None:
        """Count the values of a field over the hits as they are without a filter on it."""
        if self._found is None:
            return
        archive, request = self._found.archive, self._found.hits.request
        chosen, script = filters.choices(request, field), self._session.script

        def count(control: Control) -> tuple[ShownCount, ...]:
            others = filters.without(request, (field,))
            hits = archive.search(others, cancelled=lambda: control.cancelled)
            return shown_counts(archive.facets(hits, (field,))[field], script)

        self._tasks.run(
            "facets",
            count,
            lambda counts: self.facets.emit(field, counts, chosen),
            lane="facets",
            newest=True,
            owner=self,
        )


def mixed(terms: Sequence[RelatedTerm]) -> tuple[RelatedTerm, ...]:
    """Names and words by turns, each sort by its own weight: words alone would crowd the names out."""
    names = [term for term in terms if term.group != "word"][:RELATED]
    plain = [term for term in terms if term.group == "word" and all(term.text != one.text for one in names)]
    turns = zip_longest(names, plain)
    return tuple(term for pair in turns for term in pair if term is not None)[:RELATED]
