"""Pixels within a laid out line of text. Used by whoever paints grounds and underlines itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextLine


def x_at(line: QTextLine, units: int) -> float:
    """The x at which the UTF-16 unit `units` of the layout begins (PySide returns a pair or a number)."""
    value: Any = line.cursorToX(units)
    return float(value[0] if isinstance(value, tuple) else value)
