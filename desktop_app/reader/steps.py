"""Going from mark to mark: which span is the current one, and what comes next. No Qt."""

from __future__ import annotations

from desktop_app.reader.layers import Span, Spans


class Steps:
    """A place among spans in order; wraps at both ends."""

    def __init__(self, spans: Spans | None = None) -> None:
        self.spans = spans or Spans()
        self._at = -1

    @property
    def number(self) -> int:
        """The current span counted from 1; 0 while one stands on none."""
        return self._at + 1

    @property
    def total(self) -> int:
        """How many spans there are."""
        return len(self.spans)

    @property
    def current(self) -> Span | None:
        """The span one stands on."""
        return self.spans.spans[self._at] if 0 <= self._at < len(self.spans) else None

    def step(self, by: int, visible_from: int) -> Span | None:
        """The next (`by` 1) or previous (-1) span; the first step starts from what is in sight."""
        if not len(self.spans):
            return None
        if self._at < 0:
            after = self.spans.index_at(visible_from)
            self._at = (after if by > 0 else after - 1) % len(self.spans)
        else:
            self._at = (self._at + by) % len(self.spans)
        return self.current

    def stand_on(self, number: int) -> None:
        """Stand on the span `number` counted from 1."""
        self._at = min(max(number, 1), len(self.spans)) - 1
