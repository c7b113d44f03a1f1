"""The three panes: results, article, names; splitters, hiding, the names as a drawer when narrow."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from desktop_app.session import Session
from desktop_app.theme.tokens import DRAWER_BELOW, MOTION

_DRAWER_WIDTH = 300
_NARROW_RESULTS = 320  # px of results beside the article in a narrow window
_LEAST = (260, 320, 220)  # px of width of each pane
_USUAL = (380, 720, 280)


class Pane(IntEnum):
    """Which pane, from left to right."""

    RESULTS = 0
    READER = 1
    SIDEBAR = 2


class Workspace(QWidget):
    """Holds the panes. `shown_changed(Pane, bool)` says what is visible, for the checks in the menu."""

    shown_changed = Signal(object, bool)

    def __init__(
        self,
        session: Session,
        results: QWidget,
        reader: QWidget,
        sidebar: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._panes = (results, reader, sidebar)
        self._wanted = [True, True, True]
        self._drawer_open = False
        self._wide = False
        self._list_width = 0  # px of results before they were widened
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for pane, least in zip(self._panes, _LEAST, strict=True):
            pane.setMinimumWidth(least)
            self._splitter.addWidget(pane)
        self._put_in_order()
        self._splitter.setStretchFactor(Pane.READER, 1)
        self._splitter.setSizes(list(_USUAL))
        self._drawer = _Drawer(self)
        self._slide = QPropertyAnimation(self._drawer, b"geometry", self)
        self._slide.setDuration(MOTION)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._slid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._remember_back()

    @property
    def narrow(self) -> bool:
        """Whether the names are in the drawer."""
        return self._panes[Pane.SIDEBAR].parent() is self._drawer

    def shown(self, pane: Pane) -> bool:
        """Whether a pane is on show."""
        return self._drawer_open if pane is Pane.SIDEBAR and self.narrow else self._wanted[pane]

    def show_pane(self, pane: Pane, on: bool) -> None:
        """Show or hide a pane; the last one stays."""
        if pane is Pane.SIDEBAR and self.narrow:
            self._open_drawer(on)
            return
        self._wanted[pane] = on
        if not any(self._wanted[:2]):
            other = Pane.READER if pane is Pane.RESULTS else Pane.RESULTS
            self._wanted[other] = True
        self._place()

    def toggle(self, pane: Pane) -> None:
        """Show it if hidden, hide it if on show."""
        self.show_pane(pane, not self.shown(pane))

    def widen_results(self, on: bool) -> None:
        """Give the results half of the room, for contexts and trends; or what they had before."""
        if on == self._wide:
            return
        self._wide = on
        sizes = self._splitter.sizes()
        room = sizes[Pane.RESULTS] + sizes[Pane.READER]
        if on:
            self._list_width = sizes[Pane.RESULTS]
            wanted = max(sizes[Pane.RESULTS], min(room * 11 // 20, room - _LEAST[Pane.READER]))
        else:
            wanted = min(self._list_width, room - _LEAST[Pane.READER])
        sizes[Pane.RESULTS], sizes[Pane.READER] = wanted, room - wanted
        self._splitter.setSizes(sizes)

    def panes(self) -> list[QWidget]:
        """The panes on show, from left to right, for F6."""
        return [widget for pane, widget in zip(Pane, self._panes, strict=True) if self.shown(pane)]

    def remember(self) -> None:
        """Keep sizes and what is hidden for the next start."""
        memory = self._session.memory
        self.widen_results(False)
        memory.put("panes.sizes", self._splitter.sizes())
        memory.put("panes.shown", [int(each) for each in self._wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the names between splitter and drawer."""
        super().resizeEvent(event)
        narrow = event.size().width() < DRAWER_BELOW
        if narrow != self.narrow:
            self._change_over(narrow)
        elif self.narrow:
            self._drawer.setGeometry(self._drawer_place(self._drawer_open))

    def _remember_back(self) -> None:
        memory = self._session.memory
        shown = memory.numbers("panes.shown")
        if len(shown) == len(self._wanted) and any(shown[:2]):
            self._wanted = [bool(each) for each in shown]
        sizes = memory.numbers("panes.sizes")
        if len(sizes) == len(self._panes) and sum(sizes) > 0:
            self._splitter.setSizes([size or usual for size, usual in zip(sizes, _USUAL, strict=True)])
        self._place()

    def _place(self) -> None:
        for pane, widget in zip(Pane, self._panes, strict=True):
            if not (pane is Pane.SIDEBAR and self.narrow):
                widget.setVisible(self._wanted[pane])
        self._tell()

    def _tell(self) -> None:
        for pane in Pane:
            self.shown_changed.emit(pane, self.shown(pane))

    def _change_over(self, narrow: bool) -> None:
        sidebar = self._panes[Pane.SIDEBAR]
        self._slide.stop()
        if narrow:
            self._drawer.take(sidebar)
            self._drawer_open = False
            self._drawer.hide()
            results, reader = self._splitter.sizes()[:2]
            spare = max(0, results - _NARROW_RESULTS)
            self._splitter.setSizes([results - spare, reader + spare])
        else:
            self._drawer.hide()
            self._splitter.addWidget(sidebar)
            sizes = self._splitter.sizes()
            if sizes[Pane.SIDEBAR] < _LEAST[Pane.SIDEBAR]:
                sizes[Pane.READER] -= _USUAL[Pane.SIDEBAR]
                sizes[Pane.SIDEBAR] = _USUAL[Pane.SIDEBAR]
                self._splitter.setSizes(sizes)
            self._put_in_order()
        self._place()

    def _put_in_order(self) -> None:
        """Have screen readers meet the panes from left to right; a splitter counts the last one first."""
        for pane in reversed(self._panes):
            pane.lower()

    def _drawer_place(self, is_open: bool) -> QRect:
        width = min(_DRAWER_WIDTH, self.width() - 40)
        left = self.width() - width if is_open else self.width()
        return QRect(left, 0, width, self.height())

    def _open_drawer(self, on: bool) -> None:
        if on == self._drawer_open:
            return
        self._drawer_open = on
        self._drawer.setGeometry(self._drawer_place(not on))
        self._drawer.show()
        self._drawer.raise_()
        if self._session.settings.reduced_motion:
            self._drawer.setGeometry(self._drawer_place(on))
            self._slid()
        else:
            self._slide.setStartValue(self._drawer_place(not on))
            self._slide.setEndValue(self._drawer_place(on))
            self._slide.start()
        self._tell()

    def _slid(self) -> None:
        self._drawer.setVisible(self._drawer_open)


class _Drawer(QFrame):
    """Lies over the article at the right edge."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "drawer")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        self.hide()

    def take(self, pane: QWidget) -> None:
        """Hold the pane."""
        layout = self.layout()
        assert layout is not None  # noqa: S101
        layout.addWidget(pane)
        pane.show()
