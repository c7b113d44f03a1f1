"""Changing the letters of a long page where it stands: block by block, from the line under the eye outwards.

A long page in another script has the same blocks at the same positions, only other letters. Setting it anew
would take seconds and jump; exchanging the text of its blocks takes a few turns of the event loop and keeps
everything in its place. Used by `PageView`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextCursor

from desktop_app.reader.page_text import BlockKind, PageText
from desktop_app.reader.typesetting import TURN, Formats, MetaPart, Typesetter, Typography

OFF = 64  # document positions
RUN = 24  # neighbouring blocks that are exchanged at once


def alike(one: PageText | None, other: PageText) -> bool:
    """Whether two pages have the same blocks, near enough at the same positions, to exchange only letters.

    A few rare characters of the one may have a counterpart of two units in the other; until the exchange is
    over marks behind them are a character off.
    """
    return (
        one is not None
        and len(one.blocks) == len(other.blocks)
        and abs(one.length - other.length) <= OFF
        and all(a.kind is b.kind for a, b in zip(one.blocks, other.blocks, strict=True))
    )


class Exchange(QObject):
    """Turns the page that a typesetter has set into another one that is alike."""

    finished = Signal()
    turned = Signal()

    def __init__(self, typesetter: Typesetter, typography: Typography, secondary: QColor) -> None:
        super().__init__(typesetter)
        self._typesetter, self._formats = typesetter, Formats(typography, secondary)
        self._typography = typography
        self._done: set[int] = set()
        self._waiting: Iterator[range] = iter(())
        self._previewed: deque[Sequence[tuple[int, str]]] = deque()
        self._page: PageText | None = None
        self._meta: tuple[MetaPart, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def prepares(self, typesetter: Typesetter, typography: Typography) -> bool:
        """Whether this is an exchange for that typography that has not got its page yet."""
        return self._page is None and self._typesetter is typesetter and self._typography == typography

    def preview(self, texts: Sequence[tuple[int, str]]) -> None:
        """Exchange the texts of some neighbouring blocks: what a worker has converted so far."""
        for at in range(0, len(texts), RUN):
            self._previewed.append(texts[at : at + RUN])
        self._timer.start()

    def start(self, page: PageText, meta: tuple[MetaPart, ...], eye: int) -> None:
        """Exchange all other blocks, those near block `eye` first."""
        self._page, self._meta = page, meta
        self._typesetter.go_on_with(page, self._formats)
        self._previewed.clear()
        self._waiting = outwards(eye, self._typesetter.blocks_set)
        self._timer.start()
        self._turn()

    def stop(self) -> None:
        """Leave the rest as it is."""
        self._timer.stop()

    def _turn(self) -> None:
        """Runs of neighbours, for as long as a turn may take: Qt lays out anew from the first block that an
        edit changes to the last one."""
        clock = QElapsedTimer()
        clock.start()
        page = self._page
        going_on = True
        while going_on and clock.elapsed() < TURN // 2:
            going_on = self._step(page)
        self.turned.emit()
        if not going_on:
            self._timer.stop()
            if page is not None:
                self.finished.emit()

    def _step(self, page: PageText | None) -> bool:
        """Exchange one run; False if there is none left."""
        if page is not None:
            run = next(self._waiting, None)
            if run is not None:
                self._exchange([(number, page.blocks[number].text) for number in run])
            return run is not None
        if self._previewed:
            self._exchange(self._previewed.popleft())
            return True
        return False

    def _exchange(self, texts: Sequence[tuple[int, str]]) -> None:
        wanted = [
            each for each in texts if each[0] not in self._done and each[0] < self._typesetter.blocks_set
        ]
        if not wanted:
            return
        document = self._typesetter.document
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, text in wanted:
            self._done.add(number)
            block, kind = document.findBlockByNumber(number), self._typesetter.kind(number)
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            if kind is not BlockKind.META:
                cursor.insertText(text, self._formats.of(kind)[1])
            elif self._meta:
                cursor.removeSelectedText()
                for part in self._meta:
                    cursor.insertText(part.text, self._formats.meta(part))
        cursor.endEditBlock()


class InPlace:
    """The exchange that is under way, and the one that is being prepared."""

    def __init__(self, turned: Callable[[], None]) -> None:
        """`turned` is called after each turn of an exchange."""
        self._turned = turned
        self._exchange: Exchange | None = None

    def preview(
        self,
        typesetter: Typesetter,
        texts: Sequence[tuple[int, str]],
        typography: Typography,
        secondary: QColor,
    ) -> None:
        """Begin with some blocks; `change` goes on with the rest."""
        if self._exchange is None or not self._exchange.prepares(typesetter, typography):
            self.stop()
            self._exchange = Exchange(typesetter, typography, secondary)
            self._exchange.turned.connect(self._turned)
        self._exchange.preview(texts)

    def change(
        self,
        typesetter: Typesetter,
        page: PageText,
        meta: tuple[MetaPart, ...],
        typography: Typography,
        secondary: QColor,
        eye: int,
    ) -> None:
        """Turn the page that is set into `page`."""
        if self._exchange is None or not self._exchange.prepares(typesetter, typography):
            self.stop()
            self._exchange = Exchange(typesetter, typography, secondary)
            self._exchange.turned.connect(self._turned)
        self._exchange.start(page, meta, eye)

    def stop(self) -> None:
        """Leave what is under way."""
        exchange, self._exchange = self._exchange, None
        if exchange is not None and shiboken6.isValid(exchange):
            exchange.stop()
            exchange.deleteLater()


def outwards(eye: int, count: int) -> Iterator[range]:
    """All numbers below `count` in runs of neighbours: from `eye` on, then in turns before and behind."""
    ahead, behind = min(max(eye, 0), count), min(max(eye, 0), count)
    while ahead < count or behind > 0:
        if ahead < count:
            yield range(ahead, min(ahead + RUN, count))
            ahead += RUN
        if behind > 0:
            yield range(max(behind - RUN, 0), behind)
            behind -= RUN
