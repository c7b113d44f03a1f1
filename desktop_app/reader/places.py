"""Where a reader is in an article, and who can say so: `PageView`, or a view that stands in for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop_app.reader.layers import Span


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """A place of reading: a character of the article and how far below the upper edge its line stands."""

    in_title: bool = True
    offset: int = 0
    below: int = 0
    top: bool = True  # the very start of the page


class StandIn(Protocol):
    """Another view that shows the same page and knows where the reader is."""

    def place(self) -> ReadingPlace:
        """Where the reader is."""

    def go_to(self, place: ReadingPlace) -> None:
        """Put a place where it stood."""

    def reveal(self, span: Span) -> None:
        """Bring a span into sight."""

    def first_visible(self) -> int:
        """Document position of the first character in sight."""
