"""The page in vertical columns: scrolls from right to left, shows the same marks, selects, opens the menu.

It stands in for an `ArticleView`, which keeps page, layers and selection: what is selected here is selected
there, so that copying, notes and menus are the same. The reader pane puts it in the page's place.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRawFont,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.caret import WIDTH as CARET
from desktop_app.reader.layers import Span
from desktop_app.reader.mark_scroll_bar import MarkScrollBar
from desktop_app.reader.page_text import Block, BlockKind
from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.typesetting import TURN, Typography
from desktop_app.reader.vertical.columns import Column, Columns, Measure
from desktop_app.reader.vertical.forms import Piece, pieces
from desktop_app.reader.vertical.keys import moved
from desktop_app.reader.vertical.painting import paint_grounds, paint_lines, paint_piece
from desktop_app.theme import reading_colours, theme

EDGE = 28  # px of blank around
EYE = 0.3  # of the width, from the right: the column under the eye
AT_ONCE = 40  # blocks made before the page is painted
NEAR = 40_000  # document positions up to which a place is reached at once
_SCALES = {BlockKind.TITLE: 1.5, BlockKind.META: 0.76, BlockKind.HEADING: 1.08}


class VerticalView(QAbstractScrollArea):
    """Paints the page of `view` in columns."""

    scrolled = Signal()

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._columns: Columns | None = None
        self._typography = Typography()
        self._fonts: dict[BlockKind, QFont] = {}
        self._raw: dict[BlockKind, QRawFont] = {}
        self._pressed: int | None = None
        self._awaited: int | None = None  # a document position to be shown once its column is made
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._bar = MarkScrollBar(self, Qt.Orientation.Horizontal)
        self.setHorizontalScrollBar(self._bar)
        self.horizontalScrollBar().setInvertedAppearance(True)  # it begins at the right
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.scrolled.emit())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.tr("Article in vertical columns"))
        theme().changed.connect(self.viewport().update)
        view.layersRepainted.connect(self._layers_changed)

    # -- what is shown

    def show_page(self, typography: Typography, place: ReadingPlace) -> None:
        """Set the page of the view in columns and go to a place."""
        page = self._view.page
        self._timer.stop()
        self._typography = typography
        if page is None:
            self._columns = None
            return
        self.setAccessibleDescription(page.title.text)
        pixels = typography.pixels
        self._fonts = {
            kind: typography.font(_SCALES.get(kind, 1.0), bold=kind in (BlockKind.TITLE, BlockKind.HEADING))
            for kind in BlockKind
        }
        self._raw = {kind: QRawFont.fromFont(font) for kind, font in self._fonts.items()}
        line = pixels * typography.line_height
        measures = {
            BlockKind.TITLE: Measure(pixels * 1.55, pixels * 1.5 * 1.42),
            BlockKind.META: Measure(pixels * 0.8, pixels * 1.4, before=pixels * 0.4),
            BlockKind.HEADING: Measure(pixels * 1.12, line, before=pixels * 0.6),
            BlockKind.PARAGRAPH: Measure(pixels * 1.04, line, indent=2),
            BlockKind.CONTINUATION: Measure(pixels * 1.04, line),
        }
        metrics = {kind: QFontMetricsF(font) for kind, font in self._fonts.items()}
        height = self.viewport().height() - 2 * EDGE - pixels * 1.1  # the rest is for hanging marks
        self._columns = Columns(
            page, height, measures, lambda text, kind: metrics[kind].horizontalAdvance(text)
        )
        target = 0 if place.top else page.to_document(place.offset, in_title=place.in_title)
        self._awaited = None
        self._make(AT_ONCE)
        while self._columns.made < target <= NEAR:
            self._make(AT_ONCE)
        if target > self._columns.made:
            self._awaited = target
            self.horizontalScrollBar().setValue(0)
        else:
            self._put(target, top=place.top)
        self._timer.start()
        self.viewport().update()

    def place(self) -> ReadingPlace:
        """The column under the eye."""
        page, columns = self._view.page, self._columns
        if page is not None and self._awaited is not None:
            return ReadingPlace(*page.from_document(self._awaited), top=False)
        if page is None or columns is None or not columns.columns or self.horizontalScrollBar().value() <= 0:
            return ReadingPlace()
        column = columns.columns[
            columns.at(self.horizontalScrollBar().value() + self.viewport().width() * EYE)
        ]
        position = page.blocks[column.block].to_document(column.start)
        in_title, offset = page.from_document(position)
        return ReadingPlace(in_title, offset, round(self.viewport().height() * EYE), top=False)

    def go_to(self, place: ReadingPlace) -> None:
        """Put a place under the eye."""
        if self._view.page is not None:
            target = self._view.page.to_document(place.offset, in_title=place.in_title)
            self._put(0 if place.top else target, top=place.top)

    def first_visible(self) -> int:
        """Document position of the first character in sight."""
        page, columns = self._view.page, self._columns
        if page is None or columns is None or not columns.columns:
            return 0
        column = columns.columns[columns.at(self.horizontalScrollBar().value())]
        return page.blocks[column.block].to_document(column.start)

    def reveal(self, span: Span) -> None:
        """Bring a span into comfortable sight; if it is there already nothing moves."""
        columns = self._columns
        if columns is None:
            return
        if span[0] > columns.made:
            self._awaited = span[0]
            return
        right = columns.columns[columns.of(span[0])].right - self.horizontalScrollBar().value()
        if not EDGE <= right + EDGE <= self.viewport().width() - 3 * EDGE:
            self._put(span[0])
        self.viewport().update()

    def _put(self, position: int, *, top: bool = False) -> None:
        columns = self._columns
        if columns is None or not columns.columns:
            return
        right = columns.columns[columns.of(position)].right
        value = 0 if top else round(right - self.viewport().width() * EYE)
        self.horizontalScrollBar().setValue(value)

    def _layers_changed(self) -> None:
        self._view.mark(self._bar)
        self.viewport().update()

    # -- making columns

    def _make(self, blocks: int) -> None:
        columns = self._columns
        if columns is None:
            return
        while blocks > 0 and not columns.complete:
            columns.make_block()
            blocks -= 1
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        bar.setRange(0, max(round(columns.width + 2 * EDGE) - width, 0))
        bar.setPageStep(width)
        bar.setSingleStep(round(self._typography.pixels * self._typography.line_height))

    def _turn(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        columns = self._columns
        while columns is not None and not columns.complete and clock.elapsed() < TURN:
            self._make(8)
        if self._awaited is not None and columns is not None and self._awaited <= columns.made:
            position, self._awaited = self._awaited, None
            self._put(position)
        if columns is None or columns.complete:
            self._timer.stop()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The columns in sight, each with its marks."""
        colours = reading_colours()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours.paper))
        page, columns = self._view.page, self._columns
        if page is not None and columns is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            value, width = self.horizontalScrollBar().value(), self.viewport().width()
            for number in columns.between(value - 2 * EDGE, value + width):
                column = columns.columns[number]
                self._paint_column(painter, columns, column, page.blocks[column.block])
        if self.hasFocus():
            painter.fillRect(QRectF(0, 0, self.viewport().width(), 2), QColor(colours.accent))
        painter.end()

    def _cells(self, columns: Columns, column: Column, block: Block) -> list[tuple[Piece, QRectF]]:
        """The pieces of a column and where they stand."""
        measure = columns.measure(block.kind)
        x = self.viewport().width() - EDGE - column.right + self.horizontalScrollBar().value() - measure.cell
        y = EDGE + column.top * measure.cell
        found: list[tuple[Piece, QRectF]] = []
        for piece in pieces(block.text, column.start, column.end):
            length = columns.length(block, piece.start, piece.end, piece.stand)
            found.append((piece, QRectF(x, y, measure.cell, length)))
            y += length
        return found

    def _paint_column(self, painter: QPainter, columns: Columns, column: Column, block: Block) -> None:
        cells = self._cells(columns, column, block)
        paint_grounds(painter, self._view, block, cells)
        colours = reading_colours()
        ink = colours.secondary if block.kind is BlockKind.META else colours.ink
        painter.setPen(QColor(ink))
        font = self._fonts[block.kind]
        painter.setFont(font)
        metrics, raw = QFontMetricsF(font), self._raw[block.kind]
        for piece, cell in cells:
            paint_piece(painter, metrics, raw, block.text[piece.start : piece.end], piece.stand, cell)
        paint_lines(painter, self._view, block, cells)
        at = self._view.textCursor().position()
        if self._view.caret.awake and self.hasFocus():
            for piece, cell in cells:
                if block.to_document(piece.start) == at:
                    painter.fillRect(QRectF(cell.left(), cell.top() - 1, cell.width(), CARET), QColor(ink))

    # -- pointer and keys

    def _position_at(self, point: QPointF) -> int:
        """Document position of the character under the pointer, or of the nearest in its column."""
        page, columns = self._view.page, self._columns
        if page is None or columns is None or not columns.columns:
            return 0
        value = self.horizontalScrollBar().value()
        column = columns.columns[columns.at(self.viewport().width() - EDGE - point.x() + value)]
        block = page.blocks[column.block]
        for piece, cell in self._cells(columns, column, block):
            if point.y() < cell.bottom():
                into = (point.y() - cell.top()) / max(cell.height(), 1)
                return block.to_document(piece.start + round(into * (piece.end - piece.start)))
        return block.to_document(column.end)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._view.caret.sleep()
            self._pressed = self._position_at(event.position())
            self._select(self._pressed, self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on selecting."""
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._select(self._pressed, self._position_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a selection chooses a name or a note."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self._view.textCursor().hasSelection():
            self._view.click_at(pressed)

    def _select(self, start: int, end: int) -> None:
        cursor = self._view.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel goes on through the columns; with Ctrl it zooms."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._view.zoomRequested.emit(1 if delta.y() > 0 else -1)
        else:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - round((delta.y() or delta.x()) * bar.singleStep() * 3 / 120))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and ↓ go on, → and ↑ go back, with Shift they select; pages, head, end, copying as everywhere."""
        if self._view.caret.leave(event) or self._move_caret(event):
            self.viewport().update()
            event.accept()
            return
        bar = self.horizontalScrollBar()
        steps = {
            Qt.Key.Key_Left: bar.value() + bar.singleStep(),
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_Right: bar.value() - bar.singleStep(),
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep() * 9 // 10,
            Qt.Key.Key_Space: bar.value() + bar.pageStep() * 9 // 10,
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep() * 9 // 10,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        target = steps.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self._view.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._view.selectAll()
            self.viewport().update()
        elif target is not None:
            bar.setValue(target)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _move_caret(self, event: QKeyEvent) -> bool:
        """Move the caret, or select with it; False if the key is not the caret's."""
        page, columns, caret = self._view.page, self._columns, self._view.caret
        select = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if page is None or columns is None or not columns.columns or not (caret.awake or select):
            return False
        cursor = self._view.textCursor()
        start = cursor.position()
        right = columns.columns[columns.of(start)].right - self.horizontalScrollBar().value()
        if not caret.awake and not cursor.hasSelection() and not 0 <= right < self.viewport().width():
            start = self.first_visible()
            cursor.setPosition(start)
        target = moved(page, columns, start, Qt.Key(event.key()))
        if target is None:
            return False
        caret.awake = True
        cursor.setPosition(target, cursor.MoveMode.KeepAnchor if select else cursor.MoveMode.MoveAnchor)
        self._view.setTextCursor(cursor)
        self.reveal((target, target))
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu as over the page."""
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = None if keyboard else self._position_at(QPointF(event.pos()))
        self._view.open_menu(at, self.mapToGlobal(QPoint(EDGE, EDGE)) if keyboard else event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns have another height: set them anew at the same place."""
        place = self.place()
        super().resizeEvent(event)
        if self._columns is not None and self.isVisible():
            self.show_page(self._typography, place)
