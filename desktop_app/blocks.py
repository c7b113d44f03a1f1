"""Rows of a table that come in blocks when they are looked at, in whatever model paints them.

A row that is not here yet is None while its block is fetched in a lane; the blocks asked for last come first,
so a flung scroll bar costs nothing. A block that cannot be read gives its error for its rows. Used by the
models of the results and of the contexts.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.i18n import error_sentence
from desktop_app.tasks import Tasks

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bounds:
    """`size` rows make a block, `kept` blocks are remembered, `waiting` asked for are still of interest."""

    size: int
    kept: int
    waiting: int


class Blocks(QObject, Generic[T]):
    """The blocks of one model; `read` says where they come from, `arrived` which rows are here."""

    arrived = Signal(int, int)  # first row, last row of a whole block

    def __init__(self, tasks: Tasks, lane: str, bounds: Bounds, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._lane, self._bounds = tasks, lane, bounds
        self._read: Callable[[int], Sequence[T]] | None = None
        self._here: OrderedDict[int, Sequence[T] | str] = OrderedDict()
        self._stale: dict[int, Sequence[T] | str] = {}  # given until the new ones are here
        self._waiting: list[int] = []
        self._fetching: int | None = None
        self._turn = 0
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(0)
        self._start.timeout.connect(self._fetch_next)

    def read(self, rows: Callable[[int], Sequence[T]] | None, *, keep: bool = False) -> None:
        """Fetch from now on with `rows`, which gives the block that begins at a row; it runs in the lane.

        `keep`: the same rows will come in another shape, so that the old ones stay until these are here.
        """
        self._read = rows
        self._turn += 1
        self._stale = dict(self._here) if keep else {}
        self._here.clear()
        self._waiting.clear()
        self._fetching = None

    def put(self, block: int, rows: Sequence[T]) -> None:
        """Take up a block that is known already."""
        self._here[block] = rows

    def row(self, number: int) -> T | str | None:
        """What is known of a row; asks for its block if that is not here."""
        block, at = divmod(number, self._bounds.size)
        rows = self._here.get(block)
        if rows is None:
            self._ask(block)
            rows = self._stale.get(block)
        else:
            self._here.move_to_end(block)
        if rows is None or isinstance(rows, str):
            return rows
        return rows[at] if at < len(rows) else None

    def _ask(self, block: int) -> None:
        if block == self._fetching:
            return
        if block in self._waiting:
            self._waiting.remove(block)
        self._waiting.append(block)
        del self._waiting[: -self._bounds.waiting]
        if self._fetching is None and not self._start.isActive():
            self._start.start()

    def _fetch_next(self) -> None:
        read = self._read
        if not self._waiting or self._fetching is not None or read is None:
            return
        block = self._fetching = self._waiting.pop()
        turn, first = self._turn, block * self._bounds.size
        self._tasks.run(
            self._lane,
            lambda _: read(first),
            lambda rows: self._took(turn, block, rows),
            lambda error: self._took(turn, block, error_sentence(error)),
            lane=self._lane,
            owner=self,
        )

    def _took(self, turn: int, block: int, rows: Sequence[T] | str) -> None:
        if turn != self._turn:
            return
        self._fetching = None
        self._here[block] = rows
        while len(self._here) > self._bounds.kept:
            self._here.popitem(last=False)
        first = block * self._bounds.size
        self.arrived.emit(first, first + self._bounds.size - 1)
        self._fetch_next()
