"""The command palette: a field over the window; type what you want to do, Return does it.

Opened by `desktop_app.main_window.commands` with the menus; what is in a menu is in here. Remembers what was
used lately.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.mnemonics import plain
from desktop_app.palette.matching import order
from desktop_app.settings import Memory
from desktop_app.theme import colours

Index = QModelIndex | QPersistentModelIndex
CommandRole = Qt.ItemDataRole.UserRole + 1
_RECENT = "palette.recent"
_KEPT = 12  # commands remembered
_LINE = 34
_WIDTH, _LINES = 560, 11


@dataclass(frozen=True, slots=True)
class Command:
    """An action under the name of its menu."""

    title: str
    menu: str
    keys: str
    action: QAction


def commands_of(menus: Sequence[QMenu]) -> Iterator[Command]:
    """All actions below the menus, each once."""
    seen: set[int] = set()

    def walk(menu: QMenu, path: str) -> Iterator[Command]:
        for action in menu.actions():
            below: object = action.menu()
            if isinstance(below, QMenu):
                yield from walk(below, f"{path} › {plain(below.title())}")
            elif action.text() and not action.isSeparator() and id(action) not in seen:
                seen.add(id(action))
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                yield Command(plain(action.text()), path, keys, action)

    for menu in menus:
        yield from walk(menu, plain(menu.title()))


class Palette(QDialog):
    """Made anew each time it is opened; closes itself when the focus goes elsewhere."""

    def __init__(self, menus: Sequence[QMenu], memory: Memory, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Find an action"))
        self._memory = memory
        self._commands = [each for each in commands_of(menus) if each.action.isEnabled()]
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("What do you want to do? Words, pinyin or initials"))
        self.field.setAccessibleName(self.windowTitle())
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.model = _Found(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Line(self.view))
        self.view.setAccessibleName(self.tr("Actions"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(lambda _: self.do())
        self._nothing = QLabel(self.tr("There is no action of that name."))
        self._nothing.setProperty("look", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        column.addWidget(self._nothing, 1)
        self.setFixedSize(min(_WIDTH, max(parent.width() - 48, 320)), _LINES * _LINE + 68)
        self.move(parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, 56)))
        self._show("")

    def do(self) -> None:
        """Do what is chosen."""
        command = self.view.currentIndex().data(CommandRole)
        if not isinstance(command, Command):
            return
        self._memory.put_first(_RECENT, command.title, _KEPT)
        self.close()
        QTimer.singleShot(0, command.action, command.action.trigger)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and pages move in the list while the field keeps the focus."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _LINES - 1,
                Qt.Key.Key_PageUp: 1 - _LINES,
            }
            key = Qt.Key(event.key())
            if key in steps:
                self._move(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.do()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Gone when the user turns to something else."""
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.close()
        super().changeEvent(event)

    def _show(self, typed: str) -> None:
        titles = [each.title for each in self._commands]
        found = order(titles, typed, recent=self._memory.lines(_RECENT))
        self.model.show([self._commands[number] for number in found])
        self.view.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.scrollToTop()

    def _move(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            row = self.view.currentIndex().row()
            there = (row + by) % count if abs(by) == 1 else max(0, min(count - 1, row + by))
            self.view.setCurrentIndex(self.model.index(there, 0))


class _Found(QAbstractListModel):
    """The commands that fit."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._commands: list[Command] = []

    def show(self, commands: list[Command]) -> None:
        """Replace them."""
        self.beginResetModel()
        self._commands = commands
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else len(self._commands)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title; for screen readers with menu and keys; the command itself."""
        if not index.isValid():
            return None
        command = self._commands[index.row()]
        if role == CommandRole:
            return command
        if role == Qt.ItemDataRole.DisplayRole:
            return command.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (command.title, command.menu, command.keys) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return command.action.toolTip()
        return None


class _Line(QStyledItemDelegate):
    """Icon, title, its menu in grey, the keys at the right edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command = index.data(CommandRole)
        c, rect = colours(), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if chosen or over:
            painter.fillRect(rect, QColor(c.selected if chosen else c.hover))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        command.action.icon().paint(painter, QRect(rect.left() + 12, rect.top() + 9, 16, 16))
        inner = rect.adjusted(40, 0, -12, 0)
        metrics = painter.fontMetrics()
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(c.secondary))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, command.keys)
        inner.setRight(inner.right() - metrics.horizontalAdvance(command.keys) - 16)
        title = metrics.elidedText(command.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.setPen(QColor(c.ink))
        painter.drawText(inner, left, title)
        inner.setLeft(inner.left() + metrics.horizontalAdvance(title) + 12)
        painter.setPen(QColor(c.secondary))
        menu = metrics.elidedText(command.menu, Qt.TextElideMode.ElideRight, inner.width())
        if inner.width() > 40:
            painter.drawText(inner, left, menu)
        painter.restore()
