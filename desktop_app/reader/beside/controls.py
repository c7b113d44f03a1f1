"""The commands for a text beside the article: which one, and from difference to difference. For the pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter

from desktop_app.reader.beside.companion import Companion
from desktop_app.reader.beside.matching import Beside
from desktop_app.reader.commands import ReaderCommands
from desktop_app.reader.material import Material
from desktop_app.reader.provenance import Provenance

_COMMANDS = {
    "beside_script": Beside.SCRIPT,
    "beside_came": Beside.CAME,
    "beside_reprint": Beside.REPRINT,
}


class BesideControls(QObject):
    """Opens and closes the companion in a splitter; `material` gives the article on show."""

    opened = Signal()

    def __init__(
        self,
        companion: Companion,
        split: QSplitter,
        commands: ReaderCommands,
        provenance: Provenance,
        material: Callable[[], Material | None],
    ) -> None:
        super().__init__(companion)
        self._companion, self._split, self._commands = companion, split, commands
        self._provenance, self._material = provenance, material
        for name, kind in _COMMANDS.items():
            commands[name].triggered.connect(lambda _=False, kind=kind: self._toggle(kind))
        commands["next_difference"].triggered.connect(lambda: companion.step(1))
        commands["previous_difference"].triggered.connect(lambda: companion.step(-1))
        companion.closed.connect(self.enable)
        companion.shown.connect(self.enable)
        provenance.original_wanted.connect(lambda: self.open(Beside.CAME))
        provenance.beside_wanted.connect(lambda other: self.open(Beside.REPRINT, other))

    def open(self, kind: Beside, other: int = 0) -> None:
        """Show a text beside the article; `other` is the reprint."""
        material = self._material()
        if material is not None:
            if self._companion.isHidden():
                self._split.setSizes([self._split.width() // 2] * 2)
            self._companion.open_beside(material, kind, other)
            self.opened.emit()
        self.enable()

    def enable(self) -> None:
        """Say what can be done with the article on show."""
        material, companion, commands = self._material(), self._companion, self._commands
        there = not companion.isHidden()
        for name, kind in _COMMANDS.items():
            commands[name].setEnabled(material is not None)
            commands[name].setChecked(there and companion.kind is kind)
        reprints = material is not None and bool(material.article.reprints)
        commands["beside_reprint"].setEnabled(reprints or (there and companion.kind is Beside.REPRINT))
        for name in ("next_difference", "previous_difference"):
            commands[name].setEnabled(there and companion.differences > 0)

    def _toggle(self, kind: Beside) -> None:
        """Show a text beside the article, or put it away if it is there."""
        material = self._material()
        if not self._companion.isHidden() and self._companion.kind is kind:
            self._companion.close_companion()
        elif material is not None and kind is Beside.REPRINT and len(material.article.reprints) > 1:
            self._provenance.show_reprints(material.article, beside=True)
        elif material is not None:
            first = material.article.reprints[:1] if kind is Beside.REPRINT else ()
            self.open(kind, *first)
        self.enable()
