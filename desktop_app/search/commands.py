"""The commands of the search pane: their texts, shortcuts and icons. What they do is wired by the pane."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.theme import wear


class PaneCommands(QObject):
    """Actions as attributes, for the menu and the buttons."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.onward = self._make("Ctrl+Down", "arrow-down")
        self.back = self._make("Ctrl+Up", "arrow-up")
        self.filter = self._make("Ctrl+6", "filter")
        self.drop = self._make("Ctrl+Shift+X", "clear")
        self.collapse = self._make("Ctrl+Shift+D", "reprint", checkable=True)
        self.similar = self._make("Ctrl+Shift+J", "copy")
        self.related = self._make("Ctrl+Shift+R", "link", checkable=True)
        self.similar.setEnabled(False)
        self.retranslate()

    def all(self) -> list[QAction]:
        """In the order of the menu."""
        return [
            *(self.onward, self.back, self.filter, self.drop, self.collapse),
            *(self.similar, self.related),
        ]

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.onward.setText(self.tr("Next result"))
        self.back.setText(self.tr("Previous result"))
        self.filter.setText(self.tr("Filter the results…"))
        self.drop.setText(self.tr("Remove all filters"))
        self.collapse.setText(self.tr("Reprints in one line"))
        self.collapse.setToolTip(self.tr("Show a text and its reprints as one line (Ctrl+Shift+D)"))
        self.similar.setText(self.tr("Similar articles"))
        self.similar.setToolTip(self.tr("Articles most like the one that is open (Ctrl+Shift+J)"))
        self.related.setText(self.tr("Related words"))
        self.related.setToolTip(self.tr("Words more frequent in these results than elsewhere (Ctrl+Shift+R)"))

    def _make(self, keys: str, icon: str, *, checkable: bool = False) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setCheckable(checkable)
        wear(action, icon, "secondary" if checkable else "ink")
        return action
