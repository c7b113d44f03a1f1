"""The saved searches in one list: open, rename, delete; with what is new in each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.format import number
from desktop_app.search.filters import filter_text
from desktop_app.search.saved import SavedSearches
from index.model import SavedSearch, SearchRequest


class SavedSearchList(QDialog):
    """Stays true while searches are saved and articles come in. Enter opens, F2 renames, Del deletes."""

    def __init__(self, saved: SavedSearches, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Saved searches"))
        self.resize(640, 400)
        self._saved = saved
        self._filling = False
        self.tree = QTreeWidget()
        self.tree.setProperty("look", "framed")
        self.tree.setHeaderLabels(
            [self.tr("Name"), self.tr("Query"), self.tr("New"), self.tr("Last looked at")]
        )
        self.tree.setRootIsDecorated(False)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.tree.setAccessibleName(self.windowTitle())
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        head.resizeSection(0, 180)
        self.tree.itemActivated.connect(lambda *_: self._open())
        self.tree.itemChanged.connect(self._renamed)
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        self._empty = QLabel(self.tr("No saved searches yet. Ctrl+D saves the search on show."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("look", "secondary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons: list[QPushButton] = []
        for text, do in (
            (self.tr("&Open"), self._open),
            (self.tr("&Rename"), self._rename),
            (self.tr("&Delete"), self._delete),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, do=do: do())
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            self._buttons.append(button)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.tree, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(buttons)
        saved.changed.connect(self._fill)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del deletes."""
        if event.key() == Qt.Key.Key_Delete:
            self._delete()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self._filling = True
        row = self.tree.currentIndex().row()
        self.tree.clear()
        for each in self._saved.all:
            new = number(each.new_hits) if each.new_hits else ""
            item = QTreeWidgetItem([each.name, _query(each.request), new, each.looked_at[:10]])
            item.setData(0, Qt.ItemDataRole.UserRole, each)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.tree.addTopLevelItem(item)
        first = self.tree.topLevelItem(min(max(row, 0), len(self._saved.all) - 1))
        if first is not None:
            self.tree.setCurrentItem(first)
        self.tree.setVisible(bool(self._saved.all))
        self._empty.setVisible(not self._saved.all)
        self._filling = False
        self._enable()

    def _enable(self) -> None:
        for button in self._buttons:
            button.setEnabled(self._current() is not None)

    def _current(self) -> SavedSearch | None:
        item = self.tree.currentItem()
        found = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, SavedSearch) else None

    def _open(self) -> None:
        current = self._current()
        if current is not None:
            self.accept()
            self._saved.open(current)

    def _rename(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.tree.editItem(item, 0)

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        found = item.data(0, Qt.ItemDataRole.UserRole)
        if not self._filling and column == 0 and isinstance(found, SavedSearch):
            self._saved.rename(found, item.text(0))

    def _delete(self) -> None:
        current = self._current()
        if current is not None:
            self._saved.delete(current)


def _query(request: SearchRequest) -> str:
    filters = [
        filter_text(each.field, value, each.exclude) for each in request.filters for value in each.values
    ]
    return " · ".join(part for part in (request.text, *filters) if part)
