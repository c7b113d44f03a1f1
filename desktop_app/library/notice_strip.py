"""A strip below the panes that says one thing about the open archive, with a button for now and one later.

Base of `share_notice` and `names_notice`; hidden until there is something to say.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class NoticeStrip(QFrame):
    """`words` on the left, `now` and `later` on the right; either hides it."""

    def __init__(
        self, words: str, now: str, later: str, act: Callable[[], None], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        label = QLabel(words)
        label.setWordWrap(True)
        self.now, self.later = QPushButton(now), QPushButton(later)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(label, 1)
        for button in (self.now, self.later):
            button.setProperty("look", "quiet")
            button.clicked.connect(self.hide)
            row.addWidget(button)
        self.now.clicked.connect(act)
        self.hide()
