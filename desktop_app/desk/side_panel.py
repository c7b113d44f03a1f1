"""The right pane: names, notes and collections, one at a time under a row of tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_app.session import Session

NAMES, NOTES, COLLECTIONS = range(3)
_KEPT = "side.tab"


class SidePanel(QWidget):
    """Holds the panes; `turned(tab)` when another one is on show."""

    turned = Signal(int)

    def __init__(self, session: Session, panes: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        self._stack = QStackedWidget(self)
        for pane in panes:
            self.tabs.addTab("")
            self._stack.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.retranslate()
        self.tabs.setCurrentIndex(min(session.memory.number(_KEPT, NAMES), COLLECTIONS))
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        self.tabs.currentChanged.connect(self._turn)

    @property
    def tab(self) -> int:
        """Which pane is on show."""
        return self.tabs.currentIndex()

    def show_tab(self, tab: int) -> None:
        """Show a pane."""
        self.tabs.setCurrentIndex(tab)

    def take_focus(self) -> None:
        """Put the focus into the pane on show."""
        pane = self._stack.currentWidget()
        take = getattr(pane, "take_focus", None)
        if take is not None:
            take()

    def _turn(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        self._session.memory.put(_KEPT, tab)
        self.turned.emit(tab)

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        words = (
            (self.tr("Names", "tab of the right pane"), self.tr("People, places, documents")),
            (self.tr("Notes", "tab of the right pane"), self.tr("Highlights, notes, stars, reading list")),
            (
                self.tr("Collections", "tab of the right pane"),
                self.tr("Articles put together by hand or by a search"),
            ),
        )
        for number, (text, tip) in enumerate(words):
            self.tabs.setTabText(number, text)
            self.tabs.setTabToolTip(number, tip)
        self.tabs.setAccessibleName(self.tr("Right pane"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
