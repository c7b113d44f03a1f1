"""列表 | 上下文 | 趋势: what the search pane shows of the hits."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget


class ResultsAs(StrEnum):
    """A way to look at the hits."""

    LIST = "list"
    CONTEXTS = "contexts"
    TREND = "trend"


_KEYS = {ResultsAs.LIST: "Ctrl+Shift+L", ResultsAs.CONTEXTS: "Ctrl+Shift+K", ResultsAs.TREND: "Ctrl+Shift+T"}


class ViewSwitch(QFrame):
    """Joined buttons, one of them down; its actions are for the menu."""

    chosen = Signal(object)  # ResultsAs

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Show the results as"))
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        group = QActionGroup(self)
        words = {
            ResultsAs.LIST: (self.tr("List"), self.tr("Results as a list of articles")),
            ResultsAs.CONTEXTS: (
                self.tr("Contexts"),
                self.tr("Results as contexts: every place, one line each"),
            ),
            ResultsAs.TREND: (self.tr("Trend"), self.tr("Results as a trend: how often over the years")),
        }
        self.actions_: dict[ResultsAs, QAction] = {}
        for view, (short, text) in words.items():
            action = QAction(text, self)
            action.setIconText(short)
            action.setCheckable(True)
            action.setShortcut(QKeySequence(_KEYS[view]))
            action.setToolTip(f"{text} ({_KEYS[view]})")
            action.triggered.connect(lambda _=False, view=view: self.chosen.emit(view))
            group.addAction(action)
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAccessibleName(text)
            row.addWidget(button)
            self.actions_[view] = action

    @property
    def current(self) -> ResultsAs:
        """What is shown."""
        return next((view for view, each in self.actions_.items() if each.isChecked()), ResultsAs.LIST)

    def show_view(self, view: ResultsAs) -> None:
        """Show a view as chosen, without a signal."""
        self.actions_[view].setChecked(True)
