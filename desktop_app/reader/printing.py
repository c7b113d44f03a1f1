"""An article on paper: pages with a header and page numbers, for a printer or a PDF. Called by `output`.

Everything is laid out at 96 dots to the inch and drawn
enlarged, as letters; Qt embeds the fonts in a PDF.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextDocument,
)

from desktop_app.reader.page_text import PageText
from desktop_app.reader.typesetting import MetaPart, Typesetter, Typography

DPI = 96  # of the layout
MARGIN = 20  # millimetres
SIZE = 14  # px of the text
HEAD = 30.0  # px above and below the text, for header and page number
INK, GREY = "#111111", "#555555"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed: the page as shown, its small line, how it is set, and the words of the header."""

    page: PageText
    meta: tuple[MetaPart, ...]
    typography: Typography
    title: str
    source: str


def pdf_writer(path: Path, title: str) -> QPdfWriter:
    """A PDF on A4 to draw on. Raises OSError if the file cannot be written."""
    path.write_bytes(b"")  # Qt says nothing of a file that cannot be written
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("Juanzong")
    return writer


class Press(QObject):
    """Prints one sheet, turn by turn, so that a long law does not stop the window; then it is done with."""

    done = Signal(int)  # pages

    def __init__(
        self, sheet: Sheet, device: QPagedPaintDevice, resolution: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sheet, self._device = sheet, device
        self._scale = resolution / DPI
        room = device.pageLayout().paintRectPixels(resolution)
        self._size = QSizeF(room.width() / self._scale, room.height() / self._scale)
        self._height = self._size.height() - 2 * HEAD
        self._document = QTextDocument(self)
        self._typesetter = Typesetter(self._document, self)
        self._painter: QPainter | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next_page)
        self._number = 0

    def start(self) -> None:
        """Set the text; the pages follow."""
        sheet = self._sheet
        typography = replace(sheet.typography, size=SIZE, zoom=1.0, line_height=1.75)
        letter = QFontMetricsF(typography.font()).horizontalAdvance("国")
        width = self._size.width()
        self._document.setPageSize(QSizeF(width, self._height))
        self._typesetter.finished.connect(self._timer.start)
        self._typesetter.progressed.connect(lambda _: self._document.documentLayout().documentSize())
        side = max((width - (width // letter) * letter) / 2 - 0.5, 0)
        self._typesetter.start(sheet.page, typography, sheet.meta, QColor(GREY), margins=(side, 0, side, 0))

    def _next_page(self) -> None:
        pages = self._document.pageCount()
        if self._painter is None:
            self._painter = QPainter(self._device)
            self._painter.scale(self._scale, self._scale)
        elif self._number < pages:
            self._device.newPage()
        if self._number < pages:
            self._draw_page(self._painter, pages)
            self._number += 1
        else:
            self._timer.stop()
            self._painter.end()
            self.done.emit(pages)

    def _draw_page(self, painter: QPainter, pages: int) -> None:
        size, above = self._size, self._number * self._height
        painter.save()
        painter.translate(0, HEAD - above)
        part = QRectF(0, above, size.width(), self._height)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = _palette()
        context.clip = part
        painter.setClipRect(part)
        self._document.documentLayout().draw(painter, context)
        painter.restore()
        sheet = self._sheet
        painter.setFont(sheet.typography.font(11 / sheet.typography.pixels))
        painter.setPen(QPen(QColor(GREY), 0.5))
        metrics = QFontMetricsF(painter.font())
        middle, align = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag
        head = QRectF(0, 0, size.width(), HEAD * 0.5)
        room = size.width() - metrics.horizontalAdvance(sheet.source) - 24
        title = metrics.elidedText(sheet.title, Qt.TextElideMode.ElideRight, max(room, 80))
        painter.drawText(head, middle | align.AlignLeft, title)
        painter.drawText(head, middle | align.AlignRight, sheet.source)
        painter.drawLine(QPointF(0, HEAD * 0.62), QPointF(size.width(), HEAD * 0.62))
        foot = QRectF(0, size.height() - HEAD * 0.6, size.width(), HEAD * 0.6)
        painter.drawText(foot, middle | align.AlignHCenter, f"{self._number + 1} / {pages}")


def _palette() -> QPalette:
    """Black on white, whatever the window looks like."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    return palette
