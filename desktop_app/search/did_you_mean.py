"""您是不是要找: queries close to one that finds next to nothing, each with its hits, over the results.

Also 另有写法: what has the keyword with marks inside (“三农”问题), whatever was found without them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.i18n.format import articles
from desktop_app.i18n.script import convert
from desktop_app.widgets.flow import FlowLayout
from index.model import QuerySuggestion, QuerySuggestionKind, Script


class DidYouMean(QWidget):
    """One line, or two; hidden while there is nothing to suggest. Emits `wanted(text)`."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=4)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Did you mean"))
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is suggested, for tests."""
        return [each.text() for each in self.findChildren(QPushButton) if not each.isHidden()]

    def show_suggestions(self, suggestions: Sequence[QuerySuggestion], script: Script) -> None:
        """Suggest these in place of those before; none hides the line."""
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if suggestions:
            marked = all(each.kind is QuerySuggestionKind.MARKED for each in suggestions)
            label = QLabel(self.tr("Also printed as:") if marked else self.tr("Did you mean:"), self)
            label.setMargin(5)
            self._flow.addWidget(label)
            label.show()
        for each in suggestions:
            shown = convert(each.text, script).text
            marked = each.kind is QuerySuggestionKind.MARKED
            name = convert(each.meant.replace(" OR ", "、"), script).text if marked else shown
            button = QPushButton(f"{name} ({articles(each.total)})".replace("&", "&&"), self)
            button.setProperty("look", "link")
            instead = self.tr("“%2” instead of “%1”").replace("%1", each.typed).replace("%2", each.meant)
            button.setToolTip(self.tr("Search for both: %1").replace("%1", shown) if marked else instead)
            button.clicked.connect(lambda _=False, text=each.text: self.wanted.emit(text))
            self._flow.addWidget(button)
            button.show()
        self.setVisible(bool(suggestions))
        self.updateGeometry()
