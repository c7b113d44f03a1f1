"""Text broken into a few lines for rows that delegates paint. Used by notes and collections."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def laid_out(text: str, font: QFont, width: float, most: int) -> tuple[QTextLayout, float]:
    """Text in at most some lines, the last one cut with an ellipsis; and how high it is."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    metrics = QFontMetricsF(font)
    layout = QTextLayout(" ".join(text.split()), font)
    layout.setTextOption(option)
    starts = _break(layout, width, most)
    if len(starts) > most:
        kept = layout.text()[: starts[most - 1]]
        rest = metrics.elidedText(layout.text()[starts[most - 1] :], Qt.TextElideMode.ElideRight, width - 2)
        layout = QTextLayout(kept + rest, font)
        layout.setTextOption(option)
        _break(layout, width, most)
    return layout, min(layout.lineCount(), most) * metrics.lineSpacing()


def _break(layout: QTextLayout, width: float, most: int) -> list[int]:
    """Break a layout into lines; returns where they start, one more than `most` if there are more."""
    spacing = QFontMetricsF(layout.font()).lineSpacing()
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 20))
        line.setPosition(QPointF(0, len(starts) * spacing))
        starts.append(line.textStart())
    layout.endLayout()
    return starts
