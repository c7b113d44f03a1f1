"""The articles that are open beside each other: each tab has its own way back and forward, and its place.

`OpenTabs` is the list, kept for the next start; `TabStrip` shows it. Both belong to the reader pane, which
has one page for all tabs and sets it anew when another tab is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton, QWidget

from desktop_app.reader.material import Material
from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.visits import Visit, Visits
from desktop_app.theme import wear

KEPT_CLOSED = 20
KEPT_READY = 8  # texts kept laid out; other tabs are read again


@dataclass(slots=True, eq=False)
class Tab:
    """One tab. `material` is the text as it was last shown, while it is kept."""

    visits: Visits = field(default_factory=Visits)
    title: str = ""
    material: Material | None = None


class OpenTabs(QObject):
    """The tabs in their order; there is always one, which may be empty."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tabs = [Tab()]
        self._at = 0
        self._closed: list[Tab] = []
        self._ready: list[Tab] = []

    @property
    def tabs(self) -> Sequence[Tab]:
        """All tabs from left to right."""
        return self._tabs

    @property
    def at(self) -> int:
        """Which tab is on show."""
        return self._at

    @property
    def present(self) -> Tab:
        """The tab on show."""
        return self._tabs[self._at]

    @property
    def can_reopen(self) -> bool:
        """Whether a tab was closed."""
        return bool(self._closed)

    def keep(self, material: Material) -> None:
        """What the present tab shows."""
        tab = self.present
        tab.title, tab.material = material.page.title.text, material
        self._ready = [tab, *(each for each in self._ready if each is not tab)]
        for stale in self._ready[KEPT_READY:]:
            stale.material = None
        del self._ready[KEPT_READY:]
        self.changed.emit()

    def forget_texts(self) -> None:
        """The archive has changed: every text must be read again."""
        for tab in self._tabs:
            tab.material = None

    def add(self, visit: Visit, title: str = "", *, behind: bool = False) -> None:
        """A tab to the right of the present one; `behind`: the present one stays on show."""
        tab = Tab(title=title)
        tab.visits.visit(visit.article)
        tab.visits.leave(visit.place)
        self._tabs.insert(self._at + 1, tab)
        if not behind:
            self._at += 1
        self.changed.emit()

    def name(self, article: int, title: str) -> None:
        """The title of an article that was opened behind."""
        for tab in self._tabs:
            if not tab.title and tab.visits.present is not None and tab.visits.present.article == article:
                tab.title = title
        self.changed.emit()

    def show(self, at: int) -> None:
        """Put another tab on show."""
        self._at = at % len(self._tabs)
        self.changed.emit()

    def move(self, source: int, target: int) -> None:
        """A tab was pulled to another place; the one on show stays so."""
        present = self.present
        self._tabs.insert(target, self._tabs.pop(source))
        self._at = self._tabs.index(present)

    def close(self, at: int) -> None:
        """Close a tab; of the last one an empty one remains."""
        gone = self._tabs.pop(at)
        if gone.visits.present is not None:
            self._closed = [*self._closed, gone][-KEPT_CLOSED:]
        if not self._tabs:
            self._tabs = [Tab()]
        if at < self._at or self._at == len(self._tabs):
            self._at -= 1
        self.changed.emit()

    def reopen(self) -> None:
        """Bring back the tab that was closed last."""
        if not self._closed:
            return
        if self.present.visits.present is None:
            self._tabs[self._at] = self._closed.pop()
        else:
            self._at += 1
            self._tabs.insert(self._at, self._closed.pop())
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything, as with another archive."""
        self._tabs, self._at, self._closed, self._ready = [Tab()], 0, [], []
        self.changed.emit()

    def lines(self) -> list[str]:
        """The tabs for the next start: which is on show, then one line for each."""
        found = [str(self._at)]
        for tab in self._tabs:
            visit = tab.visits.present
            if visit is not None:
                place = visit.place
                numbers = (visit.article, int(place.in_title), place.offset, place.below, int(place.top))
                found.append("\t".join((*map(str, numbers), " ".join(tab.title.split()))))
        return found

    def restore(self, lines: Sequence[str]) -> None:
        """The tabs as they were; lines that make no sense are left out."""
        self.clear()
        tabs = [tab for tab in map(_tab, lines[1:]) if tab is not None]
        if tabs:
            self._tabs = tabs
            first = lines[0]
            self._at = min(int(first), len(tabs) - 1) if first.isdecimal() else 0
        self.changed.emit()


def _tab(line: str) -> Tab | None:
    parts = line.split("\t")
    try:
        article, in_title, offset, below, top = (int(part) for part in parts[:5])
    except ValueError:
        return None
    tab = Tab(title=parts[5] if len(parts) > 5 else "")
    tab.visits.visit(article)
    tab.visits.leave(ReadingPlace(bool(in_title), offset, below, bool(top)))
    return tab


class TabStrip(QTabBar):
    """Shows the tabs once there are two; reports wishes."""

    chosen = Signal(int)
    close_wanted = Signal(int)
    others_close_wanted = Signal(int)

    def __init__(self, tabs: OpenTabs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = tabs
        self._filling = False
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setProperty("look", "articles")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._chosen)
        self.tabMoved.connect(self._moved)
        tabs.changed.connect(self._fill)
        self.retranslate()
        self._fill()

    def _fill(self) -> None:
        tabs = self._open.tabs
        self._filling = True
        try:
            while self.count() > len(tabs):
                self.removeTab(self.count() - 1)
            while self.count() < len(tabs):
                self._add()
            for at, tab in enumerate(tabs):
                title = tab.title or self.tr("New tab", "a tab without an article")
                self.setTabText(at, title.replace("&", "&&"))
                self.setTabToolTip(at, title)
            self.setCurrentIndex(self._open.at)
        finally:
            self._filling = False
        self.setVisible(len(tabs) > 1)

    def _add(self) -> None:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("look", "small")
        wear(button, "close", "secondary")
        button.setToolTip(self.tr("Close this tab (Ctrl+W)"))
        button.setAccessibleName(self.tr("Close this tab"))
        button.clicked.connect(lambda: self.close_wanted.emit(self._index_of(button)))
        self.setTabButton(self.addTab(""), QTabBar.ButtonPosition.RightSide, button)

    def _index_of(self, button: QToolButton) -> int:
        return next(
            (
                at
                for at in range(self.count())
                if self.tabButton(at, QTabBar.ButtonPosition.RightSide) is button
            ),
            -1,
        )

    def _chosen(self, at: int) -> None:
        if not self._filling and at >= 0:
            self.chosen.emit(at)

    def _moved(self, source: int, target: int) -> None:
        if not self._filling:
            self._open.move(source, target)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button closes."""
        at = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and at >= 0:
            self.close_wanted.emit(at)
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Close this one, or all others."""
        at = self.tabAt(event.pos())
        if at < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Close this tab"), lambda: self.close_wanted.emit(at))
        menu.addAction(self.tr("Close all other tabs"), lambda: self.others_close_wanted.emit(at))
        menu.popup(event.globalPos())

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.setAccessibleName(self.tr("Articles that are open"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
