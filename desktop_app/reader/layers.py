"""What lies over the letters of a page: query marks, find matches, mentions; painted, never set as formats.

`ArticleView` paints the visible part of the layers under and over its text each time it paints, so that
ten thousand marks cost as much as the dozen that are in sight and the document is never laid out anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextBlock, QTextDocument, QTextLine

from desktop_app.theme import Colours
from desktop_app.widgets.text_line import x_at
from index.model import MentionType

Span = tuple[int, int]  # document positions, [start, end)
HIGHLIGHT_EDGE = 2.0  # px below a highlight


@dataclass(frozen=True, slots=True)
class MentionSpan:
    """A mention as it stands in the document."""

    start: int
    end: int
    type: MentionType
    entity: int


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A highlight or note as it stands in the document; they may overlap."""

    start: int
    end: int
    id: int
    colour: str
    remark: bool
    tip: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceMark:
    """A character whose conversion was a choice; `decided` if a word of the text decided it."""

    start: int
    end: int
    decided: bool
    tip: str


class Spans:
    """Non-overlapping spans in order, asked for by what is in sight."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = sorted(span for span in spans if span[1] > span[0])
        self._ends = [end for _, end in self.spans]
        self._starts = [start for start, _ in self.spans]

    def __len__(self) -> int:
        return len(self.spans)

    def within(self, start: int, end: int) -> Sequence[Span]:
        """The spans that touch [start, end)."""
        return self.spans[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def index_at(self, position: int) -> int:
        """Index of the first span that ends behind `position`; len(self) if none."""
        return bisect_right(self._ends, position)


class Mentions:
    """Mentions in order, not overlapping, asked for by what is in sight; made in a worker."""

    def __init__(self, mentions: Iterable[MentionSpan] = ()) -> None:
        self._all = sorted((m for m in mentions if m.end > m.start), key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._all]

    def __iter__(self) -> Iterator[MentionSpan]:
        return iter(self._all)

    def within(self, start: int, end: int) -> Sequence[MentionSpan]:
        """The mentions that touch [start, end)."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self._all[first].end <= start:
            first += 1
        return self._all[first : bisect_left(self._starts, end)]


class Layers:
    """All layers of one page; the view repaints after any change."""

    def __init__(self) -> None:
        self.query = Spans()
        self.found = Spans()
        self.differing = Spans()  # from the text beside it
        self.current: Span | None = None
        self.current_found: Span | None = None
        self.chosen: int | None = None  # entity id
        self.hovered: int | None = None
        self.show_mentions = True
        self.choices: tuple[ChoiceMark, ...] = ()  # in order
        self.notes: tuple[NoteMark, ...] = ()  # in order of their starts
        self.mentions = Mentions()

    def mentions_within(self, start: int, end: int) -> Sequence[MentionSpan]:
        """The mentions that touch [start, end)."""
        return self.mentions.within(start, end)

    def mention_at(self, position: int) -> MentionSpan | None:
        """The mention that covers the character at a document position."""
        found = self.mentions_within(position, position + 1)
        return found[0] if found else None

    def notes_within(self, start: int, end: int) -> list[NoteMark]:
        """The notes that touch [start, end)."""
        return [note for note in self.notes if note.start < end and start < note.end]

    def spans_of_choices(self) -> Spans:
        """Where the choices stand."""
        return Spans([(choice.start, choice.end) for choice in self.choices])

    def choices_within(self, start: int, end: int) -> Sequence[ChoiceMark]:
        """The choices that touch [start, end)."""
        first = bisect_right(self.choices, start, key=lambda choice: choice.end)
        return self.choices[first : bisect_left(self.choices, end, key=lambda choice: choice.start)]

    def note_at(self, position: int) -> NoteMark | None:
        """The note that covers the character at a document position, the shortest of several."""
        found = self.notes_within(position, position + 1)
        return min(found, key=lambda note: note.end - note.start, default=None)

    def of_entity(self, entity: int) -> list[Span]:
        """The spans of one entity in order."""
        return [(mention.start, mention.end) for mention in self.mentions if mention.entity == entity]

    def shares(self, length: int) -> list[list[float]]:
        """Where hits, matches, the chosen entity and differences stand, as shares of the length."""
        chosen = self.of_entity(self.chosen) if self.chosen is not None else []
        spans = (self.query.spans, self.found.spans, chosen, self.differing.spans)
        return [[start / max(length, 1) for start, _ in each] for each in spans]


def rectangles(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QRectF, float, QTextLine]]:
    """For each line of `block` that [start, end) touches: its rectangle, the baseline's y, the line."""
    layout = block.layout()
    origin = layout.position()
    first = max(start - block.position(), 0)
    last = min(end - block.position(), block.length() - 1)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line_start = line.textStart()
        line_end = line_start + line.textLength()
        if line_end <= first:
            continue
        if line_start >= last:
            break
        left = x_at(line, max(first, line_start))
        right = x_at(line, min(last, line_end))
        baseline = origin.y() + line.y() + line.ascent()
        letters = line.ascent() + line.descent()
        top = baseline - line.ascent() + letters * 0.08
        yield QRectF(origin.x() + left, top, right - left, letters * 0.86), baseline, line


def blocks_in_sight(document: QTextDocument, top: float, bottom: float) -> Iterator[QTextBlock]:
    """The laid out blocks that lie between two heights of the document."""
    layout = document.documentLayout()
    position = layout.hitTest(QPointF(1, max(top, 0)), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(position, 0))
    while block.isValid():
        rectangle = layout.blockBoundingRect(block)
        if rectangle.top() > bottom:
            return
        if block.layout().lineCount():
            yield block
        block = block.next()


def paint_grounds(painter: QPainter, block: QTextBlock, layers: Layers, colours: Colours) -> None:
    """Paint what lies under the letters of one block: marks, matches, mentions of the chosen entity."""
    start, end = block.position(), block.position() + block.length()
    for note in layers.notes_within(start, end):
        _highlight(painter, block, (note.start, note.end), colours.notes.of(note.colour), colours)
    for mention in (
        layers.mentions_within(start, end) if layers.show_mentions or layers.chosen is not None else ()
    ):
        if mention.entity == layers.chosen:
            _fill(painter, block, (mention.start, mention.end), _wash(colours.of(mention.type), 0.24))
        elif mention.entity == layers.hovered:
            _fill(painter, block, (mention.start, mention.end), _wash(colours.of(mention.type), 0.10))
    for span in layers.query.within(start, end):
        _fill(painter, block, span, QColor(colours.current_hit if span == layers.current else colours.hit))
    for span in layers.differing.within(start, end):
        _fill(painter, block, span, _wash(colours.accent, 0.18))
    for span in layers.found.within(start, end):
        current = span == layers.current_found
        _fill(painter, block, span, QColor(colours.current_hit if current else colours.found))
    if layers.current is not None and layers.current not in layers.query.within(start, end):
        _outline(painter, block, layers.current, QColor(colours.accent))


def paint_lines(painter: QPainter, block: QTextBlock, layers: Layers, colours: Colours) -> None:
    """Paint the thin underlines of the mentions of one block."""
    start, end = block.position(), block.position() + block.length()
    painter.setPen(QPen(QColor(colours.accent), 2.0))
    for span in layers.differing.within(start, end):
        _underline(painter, block, span)
    for choice in layers.choices_within(start, end):
        painter.setPen(QPen(QColor(colours.warning), 1.6))
        for rectangle, baseline, line in rectangles(block, choice.start, choice.end):
            _choice_line(painter, rectangle, baseline + line.descent() * 0.85, wavy=not choice.decided)
    for mention in layers.mentions_within(start, end) if layers.show_mentions else ():
        strong = mention.entity in (layers.chosen, layers.hovered)
        pen = QPen(_wash(colours.of(mention.type), 1.0 if strong else 0.6), 2.0 if strong else 1.2)
        painter.setPen(pen)
        _underline(painter, block, (mention.start, mention.end))


def _fill(painter: QPainter, block: QTextBlock, span: Span, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for rectangle, _, _ in rectangles(block, *span):
        painter.drawRoundedRect(rectangle, 3, 3)


def _highlight(painter: QPainter, block: QTextBlock, span: Span, ground: str, colours: Colours) -> None:
    """A ground with an edge below, so that it is told from a hit without its colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    for rectangle, _, _ in rectangles(block, *span):
        painter.fillRect(rectangle, QColor(ground))
        edge = QRectF(rectangle.left(), rectangle.bottom() - 0.5, rectangle.width(), HIGHLIGHT_EDGE)
        painter.fillRect(edge, edge_of(ground, colours))


def edge_of(ground: str, colours: Colours) -> QColor:
    """The colour of the edge of a highlight."""
    return QColor(ground).lighter(190) if colours.dark else QColor(ground).darker(165)


def _choice_line(painter: QPainter, rectangle: QRectF, y: float, *, wavy: bool) -> None:
    """Dots under a choice that a word decided, a wave under a guess."""
    if wavy:
        path = QPainterPath(QPointF(rectangle.left(), y))
        step, up = 3.0, True
        x = rectangle.left()
        while x + step <= rectangle.right():
            path.quadTo(QPointF(x + step / 2, y + (-2.4 if up else 2.4)), QPointF(x + step, y))
            x, up = x + step, not up
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    else:
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(rectangle.left() + 1, y), QPointF(rectangle.right() - 1, y))


def _underline(painter: QPainter, block: QTextBlock, span: Span) -> None:
    for rectangle, baseline, line in rectangles(block, *span):
        y = baseline + line.descent() * 0.62
        painter.drawLine(QPointF(rectangle.left() + 0.5, y), QPointF(rectangle.right() - 1.0, y))


def _outline(painter: QPainter, block: QTextBlock, span: Span, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rectangle, _, _ in rectangles(block, *span):
        painter.drawRoundedRect(rectangle.adjusted(-1, -1, 1, 1), 3, 3)


def _wash(colour: str, strength: float) -> QColor:
    result = QColor(colour)
    result.setAlphaF(strength)
    return result
