"""The page: a hardened QTextBrowser that keeps the reader's place while everything else changes.

It sets a PageText (near the head at once, deep places of very long articles out of sight), centres the
column, paints the layers. It opens no links, loads no resources, accepts no drops, asks no archive.
`ArticleView` adds what pointer and keys do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop_app.reader.caret import Caret, Held
from desktop_app.reader.coming import Coming, OutOfSight
from desktop_app.reader.layers import (
    Layers,
    NoteMark,
    Span,
    blocks_in_sight,
    paint_grounds,
    paint_lines,
)
from desktop_app.reader.mark_scroll_bar import MarkScrollBar
from desktop_app.reader.note_margin import WIDTH as MARGIN
from desktop_app.reader.note_margin import NoteMargin, dots_in_sight
from desktop_app.reader.page_text import PageText
from desktop_app.reader.places import ReadingPlace, StandIn
from desktop_app.reader.typesetting import FIRST_SLICE, MetaPart, Typesetter, Typography
from desktop_app.reader.updating import InPlace, alike
from desktop_app.theme import reading_colours, theme

EYE = 0.28  # the line under the eye, as a share of the height of the view
NEAR = 40_000  # document positions that are set at once, some 80 ms; deeper places are set out of sight
SIDE = 28  # least blank space beside the text


class PageView(QTextBrowser):
    """Shows one page; knows document positions, not articles."""

    linkActivated = Signal(str)  # noqa: N815
    layersRepainted = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(MarkScrollBar(self))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.caret = Caret(self)
        self.setAccessibleName(self.tr("Article", "accessible name of the reading area"))
        self.layers = Layers()
        self.stand_in: StandIn | None = None  # what shows the page in place of this view
        self.page: PageText | None = None
        self.typography = Typography()
        self._meta: tuple[MetaPart, ...] = ()
        self._coming: OutOfSight | None = None
        self._in_place = InPlace(self._exchanged)
        self._held: Held | None = None  # selected when an exchange of letters began
        self._awaited: Span | None = None  # to be revealed once it is set
        self.margin = NoteMargin(self._dots, self)
        self._own_document: QTextDocument | None = None  # in use after a swap; else Qt's own
        self._typesetter = Typesetter(self.document(), self)
        self._typesetter.progressed.connect(self._grown)
        self.verticalScrollBar().valueChanged.connect(self.margin.update)
        self.anchorClicked.connect(lambda url: self.linkActivated.emit(url.toString()))
        theme().changed.connect(self._theme_changed)
        self._dress()

    # -- what is shown

    def show_page(
        self,
        page: PageText,
        meta: Sequence[MetaPart],
        place: ReadingPlace | None = None,
        typography: Typography | None = None,
        shown: Callable[[], None] | None = None,
    ) -> None:
        """Set a page and go to a place of it (None: stay where the reader is in the same article).

        `shown` is called when the page is on show, the moment to set its layers: at once, except for a place
        deep in a very long article, which is set out of sight while the page on show stays.
        """
        self._set_page(Coming(page, tuple(meta), typography or self.typography, place, shown))

    def set_typography(self, typography: Typography) -> None:
        """Set the page anew in another shape, keeping the place."""
        coming = self._coming
        if coming is not None:
            self._set_page(replace(coming.coming, typography=typography))
        elif typography != self.typography:
            self._set_again(typography)

    def clear_page(self) -> None:
        """Show nothing."""
        self._leave_coming()
        self._in_place.stop()
        self._typesetter.stop()
        self.page = None
        self.layers = Layers()
        self.clear()

    def repaint_layers(self) -> None:
        """Call after a change of the layers."""
        self._mark_scroll_bar()
        self.layersRepainted.emit()
        self.margin.setVisible(any(note.remark for note in self.layers.notes))
        self.margin.update()
        self.viewport().update()

    def place(self) -> ReadingPlace:
        """Where the reader is: the line under the eye."""
        if self.stand_in is not None:
            return self.stand_in.place()
        if self.page is None or self.verticalScrollBar().value() <= 0:
            return ReadingPlace()
        cursor = self.cursorForPosition(QPointF(4, self.viewport().height() * EYE).toPoint())
        in_title, offset = self.page.from_document(cursor.position())
        return ReadingPlace(in_title, offset, self.cursorRect(cursor).top(), top=False)

    def go_to(self, place: ReadingPlace) -> None:
        """Put a place where it stood."""
        if self.stand_in is not None:
            self.stand_in.go_to(place)
            return
        if self.page is None or place.top:
            self.verticalScrollBar().setValue(0)
            return
        cursor = self._cursor(self.page.to_document(place.offset, in_title=place.in_title))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - place.below)

    def reveal(self, span: Span) -> None:
        """Bring a span into comfortable sight; if it is there already nothing moves."""
        if self.page is None:
            return
        if self.stand_in is not None:
            self.stand_in.reveal(span)
            return
        self._awaited = None
        missing = span[1] - self.document().characterCount() + 1
        if missing > 0 and self._typesetter.running:
            if missing > NEAR:  # it comes when it has been set
                self._awaited = span
                return
            self._typesetter.set_until(span[1] + FIRST_SLICE // 4)
        rectangle = self.cursorRect(self._cursor(span[0]))
        height = self.viewport().height()
        if not height * 0.08 <= rectangle.top() <= height * 0.82:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rectangle.top() - round(height * EYE))
        self.viewport().update()

    def title_height(self) -> int:
        """Height of the title at the head of the page, in pixels."""
        first = self.document().firstBlock()
        return round(self.document().documentLayout().blockBoundingRect(first).bottom())

    def first_visible(self) -> int:
        """Document position of the first character in sight."""
        if self.stand_in is not None:
            return self.stand_in.first_visible()
        return self.cursorForPosition(QPointF(2, 2).toPoint()).position()

    # -- setting

    def _set_again(self, typography: Typography) -> None:
        if self.page is None:
            self.typography = typography
        else:
            self._set_page(Coming(self.page, self._meta, typography, None, None))

    def _set_page(self, coming: Coming) -> None:
        """Set a page at once if its place is near the head, otherwise out of sight."""
        self._leave_coming()
        if coming.place is None:
            coming = replace(coming, held=Held.of(self.textCursor(), self.page) or coming.held)
        if coming.place is None and self._can_change_to(coming):
            self._change_to(coming)
            return
        self._in_place.stop()
        place = self.place() if coming.place is None else coming.place
        target = 0 if place.top else coming.page.to_document(place.offset, in_title=place.in_title)
        if target > NEAR:
            self._set_out_of_sight(coming, min(target + FIRST_SLICE, coming.page.length))
            return
        self.setUpdatesEnabled(False)
        try:
            self._install(coming)
            upto = target + FIRST_SLICE if target else 0
            self._typesetter.start(coming.page, coming.typography, coming.meta, self._secondary(), upto)
            self.go_to(place)
        finally:
            self.setUpdatesEnabled(True)
        self._now_shown(coming)

    # -- a long page in other letters

    def preview(self, texts: Sequence[tuple[int, str]], typography: Typography) -> None:
        """Show blocks of the page on show in other letters, before the whole of it is ready.

        `texts` are (number of the block, text of the same length in UTF-16 units).
        """
        self._held = Held.of(self.textCursor(), self.page) or self._held
        self._in_place.preview(self._typesetter, texts, typography, self._secondary())

    def block_under_eye(self) -> int:
        """Number of the block under the eye."""
        return self.document().findBlock(self.first_visible()).blockNumber()

    def _can_change_to(self, coming: Coming) -> bool:
        """Whether the page on show is long and becomes the coming one by an exchange of letters."""
        now = self.typography
        shape = replace(coming.typography, script=now.script, printed_traditional=now.printed_traditional)
        return coming.page.length > NEAR and shape == now and alike(self.page, coming.page)

    def _change_to(self, coming: Coming) -> None:
        eye = self.block_under_eye()
        self._held = coming.held or self._held
        self.page, self._meta, self.typography = coming.page, coming.meta, coming.typography
        self._in_place.change(
            self._typesetter, coming.page, coming.meta, coming.typography, self._secondary(), eye
        )
        self._now_shown(coming)

    def _install(self, coming: Coming) -> None:
        self.page, self._meta, self.typography = coming.page, coming.meta, coming.typography
        self._awaited = self._held = None
        self._fit()

    def _now_shown(self, coming: Coming) -> None:
        if coming.shown is not None:
            coming.shown()
        self._hold(coming.held)
        self.repaint_layers()

    def _hold(self, held: Held | None) -> None:
        """Select again what was selected before the page was set anew."""
        if held is not None and self.page is not None and not self.textCursor().hasSelection():
            anchor, position = held.span(self.page)
            if max(anchor, position) < self.document().characterCount():
                cursor = self._cursor(anchor)
                cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
                self.caret.put(cursor)

    def _exchanged(self) -> None:
        self._hold(self._held)

    def _set_out_of_sight(self, coming: Coming, upto: int) -> None:
        """Set a page turn by turn in a document of its own and show it once its place is reached."""
        width = self._room() - 2 * self._side(coming.typography)
        self._coming = OutOfSight(coming, upto, width, self._secondary(), self.viewport(), self)
        self._coming.start(self._swap)

    def _swap(self, ready: OutOfSight) -> None:
        coming, document = ready.coming, ready.document
        place = self.place() if coming.place is None else coming.place
        self._coming = None
        old_typesetter, old_document = self._typesetter, self._own_document
        old_typesetter.stop()
        self._typesetter, self._own_document = ready.typesetter, document
        self.setUpdatesEnabled(False)
        try:
            self._install(coming)
            self.setDocument(document)
            height = document.documentLayout().documentSize().height()
            self.verticalScrollBar().setRange(0, max(round(height) - self.viewport().height(), 0))
            self.go_to(place)
        finally:
            self.setUpdatesEnabled(True)
        ready.typesetter.progressed.connect(self._grown)
        old_typesetter.deleteLater()
        if old_document is not None:
            old_document.deleteLater()
        self._now_shown(coming)

    def _leave_coming(self) -> None:
        """Give up a page that is being set out of sight."""
        coming, self._coming = self._coming, None
        if coming is not None:
            coming.give_up()

    def _cursor(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(max(position, 0), self.document().characterCount() - 1))
        return cursor

    def _grown(self, position: int) -> None:
        if self._awaited is not None and position >= self._awaited[1]:
            self.reveal(self._awaited)

    def _mark_scroll_bar(self) -> None:
        bar = self.verticalScrollBar()
        if isinstance(bar, MarkScrollBar):
            self.mark(bar)

    def mark(self, bar: MarkScrollBar) -> None:
        """Show in a scroll bar where hits, matches, the chosen entity and differences stand."""
        bar.set_marks(*self.layers.shares(self.page.length if self.page else 1))

    def _secondary(self) -> QColor:
        return QColor(reading_colours().secondary)

    def _room(self) -> int:
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _side(self, typography: Typography) -> int:
        return max((self._room() - typography.text_width()) // 2, SIDE)

    def _fit(self) -> None:
        """Centre a column of the chosen measure; the text is laid out anew only if it does not fit."""
        side = self._side(self.typography)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)
        self.margin.setGeometry(side - MARGIN - 4, 2, MARGIN, self.viewport().height())

    def _dots(self) -> list[tuple[NoteMark, float]]:
        top = self.verticalScrollBar().value()
        there = self.page is not None
        return dots_in_sight(self.document(), self.layers, top, self.viewport().height()) if there else []

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred and the line under the eye in its place."""
        old = event.oldSize()
        place = self.place() if self.page is not None and old.width() != event.size().width() else None
        self._fit()
        super().resizeEvent(event)
        self._fit()  # the viewport has its new height only now
        if place is not None and not place.top:
            self.go_to(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds of the layers, the letters, then the underlines."""
        blocks = []
        if self.page is not None:
            top = self.verticalScrollBar().value() + event.rect().top()
            blocks = list(blocks_in_sight(self.document(), top - 4, top + event.rect().height() + 4))
        self._paint_layer(blocks, paint_grounds)
        super().paintEvent(event)
        self._paint_layer(blocks, paint_lines)

    def _paint_layer(self, blocks: Sequence[Any], paint: Any) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        for block in blocks:
            paint(painter, block, self.layers, reading_colours())
        painter.end()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is plain text, as shown."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing is ever loaded: no files, no network."""
        return None

    def _theme_changed(self) -> None:
        self._dress()
        self._set_again(self.typography)

    def _dress(self) -> None:
        colours = reading_colours()
        self.setStyleSheet(  # the focus shows as a line under the header
            f"QTextBrowser {{ background: {colours.paper}; color: {colours.ink};"
            f" border: none; border-top: 2px solid {colours.paper}; }}"
            f"QTextBrowser:focus {{ border-top: 2px solid {colours.accent}; }}"
        )
