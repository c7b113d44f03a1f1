"""What keys do to the caret of a page in columns: ↓ and ↑ by characters, ← and → by columns. For `view`."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.reader.page_text import PageText
from desktop_app.reader.vertical.columns import Columns

_CHARACTERS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_COLUMNS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
_WHOLE = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})


def moved(page: PageText, columns: Columns, position: int, key: Qt.Key) -> int | None:
    """The document position that a key leads to from another; None if the key does not move the caret."""
    last = max(columns.made, 0)
    if key in _CHARACTERS:
        return min(max(position + _CHARACTERS[key], 0), last)
    if key not in _COLUMNS and key not in _WHOLE:
        return None
    number = columns.of(position)
    column = columns.columns[number]
    block = page.blocks[column.block]
    if key in _WHOLE:
        return block.to_document(column.start if key == Qt.Key.Key_Home else column.end)
    depth = block.from_document(position) - column.start + column.top
    number = min(max(number + _COLUMNS[key], 0), len(columns.columns) - 1)
    column = columns.columns[number]
    offset = min(column.start + max(depth - column.top, 0), column.end)
    return min(page.blocks[column.block].to_document(offset), last)
