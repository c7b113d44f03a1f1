"""Where the reader has been: articles and places, for back and forward. Owned by the reader pane."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.reader.places import ReadingPlace

KEPT = 200
START = ReadingPlace()


@dataclass(frozen=True, slots=True)
class Visit:
    """An article and where one stood in it."""

    article: int
    place: ReadingPlace = START


class Visits:
    """A line of visits with a present one; a new visit drops what lies ahead."""

    def __init__(self) -> None:
        self._line: list[Visit] = []
        self._at = -1

    @property
    def present(self) -> Visit | None:
        """The visit one is at."""
        return self._line[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier visit."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back before."""
        return self._at < len(self._line) - 1

    def visit(self, article: int) -> None:
        """Go to an article; the same one again is no new visit."""
        if self._at >= 0 and self._line[self._at].article == article:
            return
        self._line = [*self._line[: self._at + 1], Visit(article)][-KEPT:]
        self._at = len(self._line) - 1

    def leave(self, place: ReadingPlace) -> None:
        """Note where one stood before going elsewhere."""
        if self._at >= 0:
            self._line[self._at] = replace(self._line[self._at], place=place)

    def back(self) -> Visit | None:
        """The visit before, which becomes the present one."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._line[self._at]

    def forward(self) -> Visit | None:
        """The visit after, which becomes the present one."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._line[self._at]

    def clear(self) -> None:
        """Forget everything, as with another archive."""
        self._line, self._at = [], -1
