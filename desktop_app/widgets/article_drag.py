"""Articles on their way by drag and drop, from lists of results to collections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

ARTICLES = "application/x-juanzong-articles"  # numbers of articles, parted by commas


def articles_data(ids: Sequence[int]) -> QMimeData:
    """What a drag of articles carries."""
    data = QMimeData()
    data.setData(ARTICLES, ",".join(map(str, ids)).encode())
    return data


def articles_in(data: QMimeData) -> list[int]:
    """The articles that are being dragged; none if it is something else."""
    text = bytes(data.data(ARTICLES).data()).decode() if data.hasFormat(ARTICLES) else ""
    return [int(part) for part in text.split(",") if part.isdecimal()]
