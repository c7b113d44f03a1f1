"""Sets an article's blocks in a QTextDocument: fonts, indent, line height, measure; long ones in pieces.

`article_view` owns the document and calls this; nothing here knows archives. A document is filled block
by block with cursors (no HTML is parsed), the first screens at once, the rest a slice per turn of the
event loop, so that a million characters open as quickly as a thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from desktop_app.reader.page_text import BlockKind, PageText, ShownText
from desktop_app.theme.fonts import Face, reading_font
from index.model import Script

FIRST_SLICE = 6_000  # characters set before the page is shown: some three large screens
SLICE = 4_000  # characters between two looks at the clock
TURN = 8  # milliseconds of setting per turn of the event loop


@dataclass(frozen=True, slots=True)
class Typography:
    """How a page is set. Sizes are in device-independent pixels at 100 % zoom."""

    face: Face = Face.SERIF
    script: Script = Script.ORIGINAL
    printed_traditional: bool = False  # for ORIGINAL: whether the article is in Traditional characters
    size: int = 18
    line_height: float = 1.8
    measure: int = 38  # characters per full line
    zoom: float = 1.0

    @property
    def pixels(self) -> int:
        """Size of the body text."""
        return max(round(self.size * self.zoom), 6)

    def font(self, scale: float = 1.0, *, bold: bool = False) -> QFont:
        """The page's font at a multiple of the body size."""
        pixels = max(round(self.pixels * scale), 6)
        font = reading_font(self.face, self.script, pixels, printed_traditional=self.printed_traditional)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def text_width(self) -> int:
        """Width of a full line: exactly `measure` Chinese characters, so that justified lines stay even."""
        return round(QFontMetricsF(self.font()).horizontalAdvance("国") * self.measure) + 1


@dataclass(frozen=True, slots=True)
class MetaPart:
    """A piece of the small line under the title; with a link it can be clicked."""

    text: str
    link: str = ""


class Typesetter(QObject):
    """Fills one document with one page; `progressed(position)` after each turn, `finished()` at the end."""

    progressed = Signal(int)
    finished = Signal()

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self._next = 0
        self._page = PageText([], ShownText(""), ShownText(""))

    @property
    def document(self) -> QTextDocument:
        """The document that is filled."""
        return self._document

    @property
    def blocks_set(self) -> int:
        """How many blocks there are in the document."""
        return self._next

    def kind(self, number: int) -> BlockKind:
        """The kind of a block."""
        return self._page.blocks[number].kind

    def go_on_with(self, page: PageText, formats: Formats) -> None:
        """Take the rest from another page whose blocks stand at the same positions."""
        self._page, self._formats = page, formats

    @property
    def running(self) -> bool:
        """Whether blocks are still to come."""
        return self._timer.isActive()

    def start(
        self,
        page: PageText,
        typography: Typography,
        meta: Sequence[MetaPart],
        secondary: QColor,
        upto: int = 0,
        margins: tuple[float, float, float, float] | None = None,
    ) -> None:
        """Set the first screens, or all up to document position `upto`, now and the rest turn by turn.

        `margins`: left, top, right, bottom of the whole in px; by default those of a page on the screen.
        """
        self.stop()
        self._page, self._meta = page, tuple(meta)
        self._formats = Formats(typography, secondary)
        self._next = 0
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.clear()
        self._document.setUndoRedoEnabled(False)
        self._document.setDefaultFont(typography.font())
        self._document.setDefaultTextOption(option)
        self._document.setDocumentMargin(0)
        frame = self._document.rootFrame().frameFormat()
        left, top, right, bottom = margins or (0, typography.pixels * 1.8, 0, typography.pixels * 5)
        frame.setLeftMargin(left)
        frame.setTopMargin(top)
        frame.setRightMargin(right)
        frame.setBottomMargin(bottom)
        self._document.rootFrame().setFrameFormat(frame)
        self.set_until(max(upto, FIRST_SLICE))

    def set_until(self, position: int) -> None:
        """Set all blocks up to a document position now."""
        self._timer.stop()
        while self._next < len(self._page.blocks) and self._page.blocks[self._next].position <= position:
            self._set(SLICE)
        self._after()

    def stop(self) -> None:
        """Leave the rest unset."""
        self._timer.stop()

    def _turn(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._next < len(self._page.blocks) and clock.elapsed() < TURN:
            self._set(SLICE)
        self._after()

    def _after(self) -> None:
        done = self._next >= len(self._page.blocks)
        self.progressed.emit(self._page.blocks[self._next - 1].end if self._next else 0)
        if done:
            self._timer.stop()
            self.finished.emit()
        elif not self._timer.isActive():
            self._timer.start()

    def _set(self, characters: int) -> None:
        """Append blocks of about that many characters."""
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while characters > 0 and self._next < len(self._page.blocks):
            block = self._page.blocks[self._next]
            shape, letters = self._formats.of(block.kind)
            if self._next == 0:
                cursor.setBlockFormat(shape)
                cursor.setBlockCharFormat(letters)
            else:
                cursor.insertBlock(shape, letters)
            if block.kind is BlockKind.META:
                for part in self._meta:
                    cursor.insertText(part.text, self._formats.meta(part))
            else:
                cursor.insertText(block.text, letters)
            characters -= len(block.text) + 20
            self._next += 1
        cursor.endEditBlock()


class Formats:
    """Block and character formats of one typography, made once per page."""

    def __init__(self, typography: Typography, secondary: QColor) -> None:
        self._secondary = secondary
        pixels = typography.pixels
        self._meta_font = typography.font(0.76)
        justify = Qt.AlignmentFlag.AlignJustify
        left = Qt.AlignmentFlag.AlignLeft
        body = typography.font()
        body_letters = QTextCharFormat()
        body_letters.setFont(body)
        title_letters = QTextCharFormat()
        title_letters.setFont(typography.font(1.5, bold=True))
        heading_letters = QTextCharFormat()
        heading_letters.setFont(typography.font(1.08, bold=True))
        meta_letters = QTextCharFormat()
        meta_letters.setFont(self._meta_font)
        meta_letters.setForeground(secondary)
        line = pixels * typography.line_height
        indent = QFontMetricsF(body).horizontalAdvance("国") * 2
        self._formats = {
            BlockKind.TITLE: (_shape(pixels * 1.5 * 1.42, left), title_letters),
            BlockKind.META: (_shape(pixels * 1.4, left, top=pixels * 0.7, bottom=pixels * 1.3), meta_letters),
            BlockKind.HEADING: (_shape(line, left, top=pixels * 0.9, bottom=pixels * 0.3), heading_letters),
            BlockKind.PARAGRAPH: (_shape(line, justify, indent=indent), body_letters),
            BlockKind.CONTINUATION: (_shape(line, justify), body_letters),
        }

    def of(self, kind: BlockKind) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """The formats of a kind of block."""
        return self._formats[kind]

    def meta(self, part: MetaPart) -> QTextCharFormat:
        """The format of a piece of the meta line."""
        letters = QTextCharFormat()
        letters.setFont(self._meta_font)
        letters.setForeground(self._secondary)
        if part.link:
            letters.setAnchor(True)
            letters.setAnchorHref(part.link)
            letters.setProperty(
                QTextFormat.Property.TextUnderlineStyle, QTextCharFormat.UnderlineStyle.DotLine.value
            )
            letters.setUnderlineColor(self._secondary)
        return letters


def _shape(
    line: float, alignment: Qt.AlignmentFlag, *, top: float = 0, bottom: float = 0, indent: float = 0
) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    shape.setAlignment(alignment)
    shape.setTopMargin(top)
    shape.setBottomMargin(bottom)
    shape.setTextIndent(indent)
    return shape
