"""A page that is to be shown, and its setting out of sight where the place is deep in a very long article.

The page on show stays until the place of the coming one is reached. Used by `PageView`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSizeF
from PySide6.QtGui import QColor, QPaintDevice, QTextDocument

from desktop_app.reader.caret import Held
from desktop_app.reader.page_text import PageText
from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.typesetting import MetaPart, Typesetter, Typography


@dataclass(frozen=True, slots=True, eq=False)
class Coming:
    """What is to be shown, where, and what is done once it is (`place` None: stay, and stay selected)."""

    page: PageText
    meta: tuple[MetaPart, ...]
    typography: Typography
    place: ReadingPlace | None
    shown: Callable[[], None] | None
    held: Held | None = None


class OutOfSight:
    """Sets one page turn by turn in a document of its own; `reached` gets it when `upto` is laid out."""

    def __init__(
        self,
        coming: Coming,
        upto: int,
        width: int,
        secondary: QColor,
        device: QPaintDevice,
        parent: QObject,
    ) -> None:
        self.coming = coming
        self.document = QTextDocument(parent)
        self.document.setPageSize(QSizeF(width, -1))
        self.document.documentLayout().setPaintDevice(device)
        self.typesetter = Typesetter(self.document, parent)
        self._upto, self._secondary = upto, secondary
        self._reached: Callable[[OutOfSight], None] | None = None

    def start(self, reached: Callable[[OutOfSight], None]) -> None:
        """Begin; `reached` is called once."""
        self._reached = reached
        self.typesetter.progressed.connect(self._grown)
        self.typesetter.start(self.coming.page, self.coming.typography, self.coming.meta, self._secondary)

    def give_up(self) -> None:
        """The page is not wanted any more."""
        self._reached = None
        self.typesetter.stop()
        self.document.deleteLater()
        self.typesetter.deleteLater()

    def _grown(self, position: int) -> None:
        if self._reached is None:
            return
        self.document.documentLayout().documentSize()  # lays out what this turn has set
        if position >= self._upto:
            reached, self._reached = self._reached, None
            reached(self)
