"""The pages that were visited, with how far each was scrolled; kept by `pane`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.session import Page


@dataclass(frozen=True, slots=True)
class Visit:
    """A page and how far it was scrolled."""

    page: Page
    scroll: int = 0


class Travels:
    """A list of visits and the place in it."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1

    @property
    def page(self) -> Page | None:
        """The page on show, if any."""
        return self._visits[self._at].page if self._at >= 0 else None

    @property
    def scroll(self) -> int:
        """How far it was scrolled when it was left."""
        return self._visits[self._at].scroll if self._at >= 0 else 0

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a page that was left by going back."""
        return self._at < len(self._visits) - 1

    def leave(self, scroll: int) -> None:
        """Keep how far the page on show is scrolled."""
        if self._at >= 0:
            self._visits[self._at] = replace(self._visits[self._at], scroll=scroll)

    def visit(self, page: Page) -> None:
        """Go to a page; what lay ahead is forgotten."""
        if self.page != page:
            self._visits = [*self._visits[: self._at + 1], Visit(page)]
            self._at = len(self._visits) - 1

    def travel(self, by: int) -> None:
        """Go back (-1) or forward (1)."""
        self._at += by

    def become(self, entity: int) -> None:
        """The entity of the page on show has become another one."""
        if self.page is not None:
            self._visits[self._at] = Visit(replace(self.page, entity=entity))

    def forget(self) -> None:
        """Forget everything."""
        self._visits, self._at = [], -1
