"""Walking through the page: hit by hit, match by match. Keeps view, counter and find bar in step.

Owned by the reader pane, which tells it what there is to walk through.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.find_bar import FindBar
from desktop_app.reader.finding import Wanted, find_spans
from desktop_app.reader.layers import Span, Spans
from desktop_app.reader.material import Material
from desktop_app.reader.steps import Steps
from desktop_app.session import Position


class Walk(QObject):
    """The hits of the query and the matches of the find bar in the page on show."""

    moved = Signal(object)  # Position among the hits

    def __init__(self, view: ArticleView, bar: FindBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._bar = view, bar
        self._hits, self._found = Steps(), Steps()

    @property
    def position(self) -> Position:
        """Standing on which hit of how many."""
        return Position(self._hits.number, self._hits.total)

    # -- hits

    def set_hits(self, spans: Spans, number: int = 0) -> None:
        """Walk through other hits; `number` (from 1) is the one to stand on, 0 none."""
        self._hits = Steps(spans)
        self._view.layers.query = self._hits.spans
        if number and self._hits.total:
            self._hits.stand_on(number)
        self._view.layers.current = self._hits.current
        self._view.repaint_layers()
        self.moved.emit(self.position)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit."""
        span = self._hits.step(by, self._view.first_visible())
        if span is not None:
            self._view.layers.current = span
            self._view.reveal(span)
            self._view.caret.stand_at(span)
            self.moved.emit(self.position)

    def show(self, span: Span) -> None:
        """Go to any span, as to a mention, and outline it."""
        self._view.layers.current = span
        self._view.reveal(span)
        self._view.caret.stand_at(span)

    def leave_span(self) -> None:
        """Take the outline off what is not a hit."""
        self._view.layers.current = self._hits.current

    # -- matches

    def find(self, material: Material | None, wanted: Wanted, *, move: bool = True) -> None:
        """Mark every place of what is wanted; go to the first one from here on."""
        spans = find_spans(material, wanted) if material is not None else []
        self._found = Steps(Spans(spans))
        self._view.layers.found = self._found.spans
        self._view.layers.current_found = None
        if move and spans:
            self.step_match(1)
        else:
            self._bar.show_count(0, len(spans))
        self._view.repaint_layers()

    def step_match(self, by: int) -> None:
        """Go to the next or previous match."""
        span = self._found.step(by, self._view.first_visible())
        self._view.layers.current_found = span
        if span is not None:
            self._view.reveal(span)
        self._bar.show_count(self._found.number, self._found.total)

    def forget_matches(self) -> None:
        """The find bar is closed: the match one stood on stays selected."""
        if self._view.layers.current_found is not None:
            self._view.caret.stand_at(self._view.layers.current_found, select=True)
        self._found = Steps()
        self._view.layers.found = Spans()
        self._view.layers.current_found = None
        self._view.repaint_layers()
