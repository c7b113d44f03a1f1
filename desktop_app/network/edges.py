"""The network as a table, one row for each pair: for reading, sorting and screen readers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.i18n.types import type_word
from desktop_app.theme import icon
from index.model import EntityName, Network

PAIR = Qt.ItemDataRole.UserRole + 1


class EdgeTable(QTableView):
    """Emits `pair_wanted(one, other)` on Enter or double click."""

    pair_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QStandardItemModel(self)
        self.setModel(self.rows)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Pairs of names and the number of articles naming both"))
        self.activated.connect(self._activated)

    def show_network(self, network: Network) -> None:
        """One row for each edge, those with most articles first."""
        named = {node.entity.id: node.entity for node in network.nodes}
        self.setSortingEnabled(False)
        self.rows.clear()
        self.rows.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Appears with"), self.tr("Articles that name both")]
        )
        for edge in sorted(network.edges, key=lambda edge: -edge.articles):
            count = QStandardItem()
            count.setData(edge.articles, Qt.ItemDataRole.DisplayRole)
            items = [_named(named[edge.one]), _named(named[edge.other]), count]
            for item in items:
                item.setData((edge.one, edge.other), PAIR)
            self.rows.appendRow(items)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        if self.rows.rowCount():
            self.selectRow(0)

    def _activated(self) -> None:
        pair = self.currentIndex().data(PAIR)
        if pair is not None:
            self.pair_wanted.emit(*pair)


def _named(entity: EntityName) -> QStandardItem:
    item = QStandardItem(icon(entity.type.value, entity.type.value), entity.name)
    item.setData(f"{entity.name}, {type_word(entity.type)}", Qt.ItemDataRole.AccessibleTextRole)
    return item
