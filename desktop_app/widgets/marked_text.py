"""Text with marks, broken into at most so many lines and elided: what result rows are painted with.

`broken` lays a text out once per width and keeps it; `paint` draws the grounds of the marks and the
letters. Used by the delegate of the result list; text is never turned into HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QTextLayout, QTextOption

from desktop_app.theme import Colours
from desktop_app.widgets.text_line import x_at

Marks = tuple[tuple[int, int], ...]
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line ready to paint: its layout (of one line), and marks as x spans."""

    layout: QTextLayout
    grounds: tuple[tuple[float, float], ...]


@lru_cache(maxsize=1500)
def broken(text: str, marks: Marks, font: QFont, width: int, lines: int) -> tuple[Line, ...]:
    """`text` in at most `lines` lines of `width` pixels; the last one ends with an ellipsis if cut."""
    result: list[Line] = []
    at = 0
    while at < len(text) and len(result) < lines:
        rest = text[at:]
        layout, length = _first_line(rest, font, width)
        if len(result) == lines - 1 and length < len(rest):
            short = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            layout, _ = _first_line(short, font, width * 2)
            length = len(short) - 1 if short.endswith(ELLIPSIS) else len(short)
            result.append(Line(layout, _grounds(layout, marks, at, length)))
            break
        result.append(Line(layout, _grounds(layout, marks, at, length)))
        at += length
    return tuple(result)


def paint(
    painter: QPainter, lines: Sequence[Line], at: QPointF, line_height: float, ink: QColor, colours: Colours
) -> float:
    """Paint lines one below the other from `at`, marked words in the ink for hits; gives the y below."""
    y = at.y()
    for line in lines:
        text_line = line.layout.lineAt(0)
        top = y + (line_height - text_line.height()) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.hit))
        boxes = [
            QRectF(at.x() + left - 1, y + 1, right - left + 2, line_height - 2)
            for left, right in line.grounds
        ]
        for box in boxes:
            painter.drawRoundedRect(box, 3, 3)
        painter.setPen(ink)
        if boxes and ink != QColor(colours.on_hit):
            _draw_parted(painter, line, QPointF(at.x(), top), boxes, QColor(colours.on_hit))
        else:
            line.layout.draw(painter, QPointF(at.x(), top))
        y += line_height
    return y


def _draw_parted(painter: QPainter, line: Line, at: QPointF, boxes: Sequence[QRectF], marked: QColor) -> None:
    """The words outside the boxes in the painter's ink, those within in the one for marks."""
    within = QPainterPath()
    for box in boxes:
        within.addRect(box)
    around = QPainterPath()
    around.addRect(line.layout.boundingRect().translated(at).adjusted(-8, -8, 8, 8))
    for clip, ink in ((around.subtracted(within), painter.pen().color()), (within, marked)):
        painter.save()
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        painter.setPen(ink)
        line.layout.draw(painter, at)
        painter.restore()


def _first_line(text: str, font: QFont, width: float) -> tuple[QTextLayout, int]:
    """The first line of `text`, laid out for itself, and its length in characters."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    probe = text[: max(int(width / max(font.pixelSize(), 8) * 2.6), 8)]
    layout = QTextLayout(probe, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    units = line.textLength()
    length = len(probe.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))
    return layout, max(length, 1)


def _grounds(layout: QTextLayout, marks: Marks, at: int, length: int) -> tuple[tuple[float, float], ...]:
    line = layout.lineAt(0)
    text = layout.text()

    def x(position: int) -> float:
        return x_at(line, position + sum(char > "\uffff" for char in text[:position]))

    spans = ((max(start - at, 0), min(end - at, length)) for start, end in marks)
    return tuple((x(start), x(end)) for start, end in spans if start < end)
