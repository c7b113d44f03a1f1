"""A collection as a PDF book: title page, contents with page numbers, a chapter an article, fonts embedded.

Laid out at 96 dots to the inch and drawn enlarged, as letters. Runs in a worker: everything it needs is
given to it. Called by `books`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from index.model import Chapter

_DPI = 96
_MARGIN = 20  # millimetres
_HEAD = 30.0  # px above and below the text, for header and page number
_INK, _GREY, _QUOTE = "#111111", "#555555", "#33405f"
_SIZE = 14  # px of the text


@dataclass(frozen=True, slots=True)
class BookWords:
    """The words that the book itself says, and its fonts."""

    title: str
    contents: str
    untitled: str
    note: str
    serif: QFont
    sans: QFont


@dataclass(frozen=True, slots=True)
class _Set:
    """A chapter that was laid out: its document, pages, part and title."""

    document: QTextDocument
    pages: int
    part: str
    title: str


def write_book(
    path: Path, chapters: Iterable[Chapter], words: BookWords, checkpoint: Callable[[], None]
) -> int:
    """Write the book; returns how many chapters. Raises OSError, Cancelled through `checkpoint`."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(b"")  # Qt says nothing of a file that cannot be written
    try:
        count = _write(part, chapters, words, checkpoint)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _write(path: Path, chapters: Iterable[Chapter], words: BookWords, checkpoint: Callable[[], None]) -> int:
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(words.title)
    writer.setCreator("Juanzong")
    scale = writer.resolution() / _DPI
    room = writer.pageLayout().paintRectPixels(writer.resolution())
    size = QSizeF(room.width() / scale, room.height() / scale)
    press = _Press(writer, scale, size, words)
    done = [_chapter(chapter, size, words) for chapter in _checked(chapters, checkpoint)]
    press.title_page()
    contents = _contents(done, size, words, 2)
    first = 2 + contents.pageCount()
    contents = _contents(done, size, words, first)
    press.print_document(contents, words.contents, checkpoint)
    for chapter in done:
        press.print_document(chapter.document, chapter.title, checkpoint)
    press.end()
    return len(done)


def _checked(chapters: Iterable[Chapter], checkpoint: Callable[[], None]) -> Iterator[Chapter]:
    for chapter in chapters:
        checkpoint()
        yield chapter


class _Press:
    """Draws documents page by page, with header and running number."""

    def __init__(self, writer: QPdfWriter, scale: float, size: QSizeF, words: BookWords) -> None:
        self._writer, self._size, self._words = writer, size, words
        self._painter = QPainter(writer)
        self._painter.scale(scale, scale)
        self._number = 0

    def end(self) -> None:
        """Finish the file."""
        self._painter.end()

    def title_page(self) -> None:
        """The first page."""
        self._next()
        font = QFont(self._words.sans)
        font.setPixelSize(30)
        font.setBold(True)
        self._painter.setFont(font)
        self._painter.setPen(QColor(_INK))
        place = QRectF(0, self._size.height() * 0.28, self._size.width(), self._size.height() * 0.3)
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        self._painter.drawText(place, centred | Qt.TextFlag.TextWordWrap, self._words.title)

    def print_document(self, document: QTextDocument, title: str, checkpoint: Callable[[], None]) -> None:
        """All pages of a document."""
        height = document.pageSize().height()
        for page in range(document.pageCount()):
            checkpoint()
            self._next()
            self._painter.save()
            self._painter.translate(0, _HEAD - page * height)
            clip = QRectF(0, page * height, self._size.width(), height)
            self._painter.setClipRect(clip)
            context = QAbstractTextDocumentLayout.PaintContext()
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
            context.palette = palette
            context.clip = clip
            document.documentLayout().draw(self._painter, context)
            self._painter.restore()
            self._frame(title)

    def _next(self) -> None:
        if self._number:
            self._writer.newPage()
        self._number += 1

    def _frame(self, title: str) -> None:
        font = QFont(self._words.sans)
        font.setPixelSize(11)
        self._painter.setFont(font)
        self._painter.setPen(QColor(_GREY))
        metrics = QFontMetricsF(font)
        width = self._size.width()
        middle = Qt.AlignmentFlag.AlignVCenter
        head = QRectF(0, 0, width, _HEAD * 0.5)
        book = metrics.elidedText(self._words.title, Qt.TextElideMode.ElideRight, width * 0.45)
        room = width - metrics.horizontalAdvance(book) - 24
        chapter = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        self._painter.drawText(head, middle | Qt.AlignmentFlag.AlignLeft, book)
        self._painter.drawText(head, middle | Qt.AlignmentFlag.AlignRight, chapter)
        self._painter.drawLine(QPointF(0, _HEAD * 0.62), QPointF(width, _HEAD * 0.62))
        foot = QRectF(0, self._size.height() - _HEAD * 0.6, width, _HEAD * 0.6)
        self._painter.drawText(foot, middle | Qt.AlignmentFlag.AlignHCenter, str(self._number))


def _document(size: QSizeF, words: BookWords) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    font = QFont(words.serif)
    font.setPixelSize(_SIZE)
    document.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setPageSize(QSizeF(size.width(), size.height() - 2 * _HEAD))
    return document


def _paragraph(
    cursor: QTextCursor,
    text: str,
    font: QFont,
    pixels: int,
    *,
    colour: str = _INK,
    bold: bool = False,
    indent: float = 0,
    left: float = 0,
    after: float = 0,
    height: int = 175,
) -> None:
    block = QTextBlockFormat()
    block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setTextIndent(indent)
    block.setLeftMargin(left)
    block.setBottomMargin(after)
    shape = QTextCharFormat()
    face = QFont(font)
    face.setPixelSize(pixels)
    face.setBold(bold)
    shape.setFont(face)
    shape.setForeground(QColor(colour))
    if cursor.position() == 0:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.setCharFormat(shape)
    cursor.insertText(text, shape)


def _chapter(chapter: Chapter, size: QSizeF, words: BookWords) -> _Set:
    document = _document(size, words)
    cursor = QTextCursor(document)
    article = chapter.article
    title = " ".join(article.title.split()) or words.untitled
    _paragraph(cursor, title, words.sans, 21, bold=True, after=6, height=140)
    facts = "　".join(part for part in (article.source, article.author, article.date) if part)
    if facts:
        _paragraph(cursor, facts, words.sans, 11, colour=_GREY, after=10)
    for line in article.body.splitlines():
        if line.strip():
            _paragraph(cursor, line.strip(), words.serif, _SIZE, indent=2 * _SIZE)
    for note in chapter.notes:
        quote = " ".join(note.passage.quote.split()) if note.passage else ""
        if quote:
            _paragraph(cursor, f"【{words.note}】{quote}", words.serif, 12, colour=_QUOTE, left=2 * _SIZE)
        for line in note.remark.splitlines():
            _paragraph(cursor, line if quote else f"【{words.note}】{line}", words.sans, 12, left=2 * _SIZE)
    _paragraph(cursor, chapter.citation, words.sans, 11, colour=_GREY)
    document.documentLayout().documentSize()
    return _Set(document, document.pageCount(), chapter.part, title)


def _contents(chapters: list[_Set], size: QSizeF, words: BookWords, first: int) -> QTextDocument:
    """The contents; the first chapter begins on page `first`."""
    document = _document(size, words)
    cursor = QTextCursor(document)
    _paragraph(cursor, words.contents, words.sans, 21, bold=True, after=10, height=140)
    font = QFont(words.serif)
    font.setPixelSize(_SIZE)
    metrics = QFontMetricsF(font)
    part, page = "", first
    for number, chapter in enumerate(chapters, start=1):
        if chapter.part != part:
            part = chapter.part
            _paragraph(cursor, part, words.sans, _SIZE, bold=True, height=190)
        tail = f" {page}"
        room = size.width() - metrics.horizontalAdvance(tail) - 12
        line = metrics.elidedText(f"{number}. {chapter.title}", Qt.TextElideMode.ElideRight, room - 30)
        dots = int((room - metrics.horizontalAdvance(line)) / metrics.horizontalAdvance("."))
        _paragraph(cursor, f"{line} {'.' * max(dots - 1, 2)}{tail}", words.serif, _SIZE, height=165)
        page += chapter.pages
    document.documentLayout().documentSize()
    return document
