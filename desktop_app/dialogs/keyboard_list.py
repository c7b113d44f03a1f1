"""All actions with their shortcuts on one page, taken from the menus, with a field to find one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.mnemonics import plain


class KeyboardList(QDialog):
    """Built anew each time it is opened. A double click or Return does the action."""

    def __init__(self, menus: Sequence[QMenu], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard"))
        self.resize(560, 560)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find an action or a key"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._filter)
        self._tree = QTreeWidget()
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setProperty("look", "framed")
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(12)
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.setAccessibleName(self.tr("Actions and their keys"))
        self._tree.itemActivated.connect(self._do)
        for menu in menus:
            self._add(menu)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._field)
        column.addWidget(self._tree, 1)
        column.addWidget(buttons)

    def _add(self, menu: QMenu) -> None:
        group = QTreeWidgetItem([plain(menu.title()), ""])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for action in _leaves(menu):
            keys = ", ".join(
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
            )
            item = QTreeWidgetItem([plain(action.text()), keys])
            item.setToolTip(0, action.toolTip())
            item.setData(0, Qt.ItemDataRole.UserRole, action)
            group.addChild(item)
        if group.childCount():
            self._tree.addTopLevelItem(group)
            group.setExpanded(True)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        for number in range(self._tree.topLevelItemCount()):
            group = self._tree.topLevelItem(number)
            if group is None:
                continue
            any_shown = False
            for item in (group.child(row) for row in range(group.childCount())):
                if item is None:
                    continue
                shown = wanted in f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not shown)
                any_shown = any_shown or shown
            group.setHidden(not any_shown)

    def _do(self, item: QTreeWidgetItem) -> None:
        action = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(action, QAction) and action.isEnabled():
            self.accept()
            action.trigger()


def _leaves(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below: object = action.menu()
        if isinstance(below, QMenu) and below.property("contents") is None:
            yield from _leaves(below)
        elif below is None and not action.isSeparator() and action.text():
            yield action
