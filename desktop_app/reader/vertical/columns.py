"""The columns of a page: which characters stand in which column, and how far it lies from the right edge.

Made block by block, so that the first columns of a very long text can be painted at once. No widgets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.reader.page_text import Block, BlockKind, PageText
from desktop_app.reader.vertical.forms import CLOSING, OPENING, Stand, has_runs, pieces

HANGING = 2  # punctuation marks that may hang below the last row


@dataclass(frozen=True, slots=True)
class Measure:
    """How a kind of block is set: px of a cell and of a column with the blank beside it, cells of indent."""

    cell: float
    pitch: float
    indent: int = 0
    before: float = 0.0  # px of blank before the first column


@dataclass(frozen=True, slots=True)
class Column:
    """[start, end) of a block's text, from `top` cells down; `right` is px from the right edge of all."""

    block: int
    start: int
    end: int
    top: int
    right: float


class Columns:
    """All columns of a page that were made so far."""

    def __init__(
        self,
        page: PageText,
        height: float,
        measures: dict[BlockKind, Measure],
        advance: Callable[[str, BlockKind], float],
    ) -> None:
        """`height` px of a column; `advance` is the length of a turned run in px."""
        self._page, self._height, self._measures, self._advance = page, height, measures, advance
        self.columns: list[Column] = []
        self._rights: list[float] = []
        self._first: list[int] = []  # of each block, its first column
        self.width = 0.0

    @property
    def complete(self) -> bool:
        """Whether every block has its columns."""
        return len(self._first) == len(self._page.blocks)

    @property
    def made(self) -> int:
        """Document position up to which there are columns."""
        return self._page.blocks[len(self._first) - 1].end if self._first else -1

    def measure(self, kind: BlockKind) -> Measure:
        """How a kind of block is set."""
        return self._measures[kind]

    def make_block(self) -> None:
        """Make the columns of the next block."""
        number = len(self._first)
        block = self._page.blocks[number]
        measure = self._measures[block.kind]
        self._first.append(len(self.columns))
        self.width += measure.before
        at, top = 0, measure.indent
        simple = not has_runs(block.text)
        while True:
            rows = max(int(self._height // measure.cell) - top, 1)
            end = self._end(block, at, rows, measure, simple=simple)
            self._rights.append(self.width)
            self.columns.append(Column(number, at, end, top, self.width))
            self.width += measure.pitch
            at, top = end, 0
            if at >= len(block.text):
                return

    def _end(self, block: Block, start: int, rows: int, measure: Measure, *, simple: bool) -> int:
        """Where a column that begins at `start` ends."""
        text = block.text
        end = min(start + rows, len(text))
        if not simple:
            end, room = start, rows * measure.cell
            for piece in pieces(text, start, min(start + rows * 4, len(text))):
                room -= self.length(block, piece.start, piece.end, piece.stand)
                if room < -0.01 and end > start:
                    break
                end = piece.end
                if room < -0.01:  # a run longer than a column is cut
                    end = start + max(int(rows * measure.cell / self._advance("n", block.kind)), 1)
                    return min(end, piece.end)
        for _ in range(HANGING):
            if end < len(text) and text[end] in CLOSING:
                end += 1
        while end < len(text) and end - 1 > start and text[end - 1] in OPENING:
            end -= 1
        return end

    def length(self, block: Block, start: int, end: int, stand: Stand) -> float:
        """How many px of a column a piece takes."""
        if stand is Stand.TURNED:
            return self._advance(block.text[start:end], block.kind)
        return self._measures[block.kind].cell

    def between(self, right: float, left: float) -> range:
        """The columns that lie between two distances from the right edge."""
        first = max(bisect_right(self._rights, right) - 1, 0)
        return range(first, bisect_right(self._rights, left))

    def at(self, right: float) -> int:
        """The column at a distance from the right edge."""
        return min(max(bisect_right(self._rights, right) - 1, 0), len(self.columns) - 1)

    def of(self, position: int) -> int:
        """The column that the character at a document position stands in."""
        blocks = self._page.blocks
        number = bisect_right(blocks, position, key=lambda block: block.position) - 1
        number = min(max(number, 0), len(self._first) - 1)
        offset = blocks[number].from_document(position)
        first = self._first[number]
        last = self._first[number + 1] if number + 1 < len(self._first) else len(self.columns)
        return max(
            bisect_right(self.columns, offset, first, last, key=lambda column: column.start) - 1, first
        )
