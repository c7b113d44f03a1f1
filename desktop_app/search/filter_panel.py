"""The filter panel: facets of the hits with counts; click a value to keep it, the other sign to leave it out.

A popup under the filter button of the search pane. Counts come in lane "facets" when it opens and when
the request changes while it is open.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.format import number
from desktop_app.i18n.script import convert
from desktop_app.search.filters import LIST_FIELDS, field_title
from desktop_app.theme import colours, icon
from desktop_app.theme.tokens import GRID
from index.model import FacetCount, FacetField, Script

Index = QModelIndex | QPersistentModelIndex
CountRole = Qt.ItemDataRole.UserRole + 1
ValueRole = Qt.ItemDataRole.UserRole + 3  # as the archive has it
ChoiceRole = Qt.ItemDataRole.UserRole + 2  # True excluded, False included, None neither
ROW = 30


@dataclass(frozen=True, slots=True)
class ShownCount:
    """A value with its count, and its name in the script on show."""

    value: str
    name: str
    count: int


def shown_counts(counts: Sequence[FacetCount], script: Script) -> tuple[ShownCount, ...]:
    """The values of a field in a script; called in a worker."""
    return tuple(ShownCount(each.value, convert(each.value, script).text, each.count) for each in counts)


class FacetModel(QAbstractListModel):
    """Values of one field with counts and choices; chosen ones first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ShownCount] = []
        self._choices: dict[str, bool] = {}

    def show(self, counts: Sequence[ShownCount], choices: dict[str, bool]) -> None:
        """Replace everything; chosen values that no hit has any more are kept at the top with 0."""
        self.beginResetModel()
        known = {count.value: count for count in counts}
        chosen = [known.get(value, ShownCount(value, value, 0)) for value in choices]
        self._rows = [*chosen, *(count for count in counts if count.value not in choices)]
        self._choices = dict(choices)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of values."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Value, count, choice."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.name
        if role == ValueRole:
            return row.value
        if role == CountRole:
            return row.count
        if role == ChoiceRole:
            return self._choices.get(row.value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.count}"
        return None


class _FacetDelegate(QStyledItemDelegate):
    """A tick or a bar, the value, the count, and on hover the sign that leaves the value out."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c = colours()
        rect: QRect = option.rect
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        choice = index.data(ChoiceRole)
        painter.save()
        if choice is not None:
            painter.fillRect(rect, QColor(c.selected))
        elif hovered or current:
            painter.fillRect(rect, QColor(c.hover))
        if current:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
        sign = QRect(rect.left() + 10, rect.top() + 7, 16, 16)
        if choice is not None:
            icon("minus" if choice else "check", "accent").paint(painter, sign)
        count = number(index.data(CountRole))
        font = option.font
        font.setStrikeOut(bool(choice))
        painter.setFont(font)
        inner = rect.adjusted(34, 0, -92, 0)
        painter.setPen(QColor(c.ink))
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        font.setStrikeOut(False)
        painter.setFont(font)
        painter.setPen(QColor(c.secondary))
        right = rect.adjusted(0, 0, -36, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        if (hovered or current) and choice is None:
            icon("minus", "secondary").paint(painter, exclude_sign(rect))
        painter.restore()


def exclude_sign(rect: QRect) -> QRect:
    """Where the sign that leaves a value out lies in its row."""
    return QRect(rect.right() - 26, rect.top() + 7, 16, 16)


class _FacetList(QListView):
    """The list; tells a click on the sign from one on the row."""

    chosen = Signal(str, object)  # value, exclude

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            sign = exclude_sign(self.visualRect(index)).adjusted(-6, -6, 6, 6)
            self._choose(index, exclude=sign.contains(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self._choose(index, exclude=False)
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Delete) and index.isValid():
            self._choose(index, exclude=True)
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex, *, exclude: bool) -> None:
        was = index.data(ChoiceRole)
        self.chosen.emit(str(index.data(ValueRole)), None if was is not None else exclude)


class FilterPanel(QFrame):
    """Tabs for the fields, a box to narrow the values, the list."""

    field_changed = Signal(object)  # FacetField
    chosen = Signal(object, str, object)  # FacetField, value, exclude: True, False or None (forget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("look", "card")
        self._tabs = QTabBar(self)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(True)
        for field in LIST_FIELDS:
            self._tabs.addTab(field_title(field))
        self._narrow = QLineEdit(self)
        self._narrow.setClearButtonEnabled(True)
        self.model = FacetModel(self)
        proxy = QSortFilterProxyModel(self)
        proxy.setSourceModel(self.model)
        proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._narrow.textChanged.connect(proxy.setFilterFixedString)
        self.list = _FacetList(self)
        self.list.setModel(proxy)
        self.list.setItemDelegate(_FacetDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.chosen.connect(lambda value, exclude: self.chosen.emit(self.field, value, exclude))
        self._empty = QLabel(self)
        self._empty.setProperty("look", "secondary")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = QLabel(self)
        self._hint.setProperty("look", "small")
        box = QHBoxLayout()
        box.setContentsMargins(12, 4, 12, 4)
        box.addWidget(self._narrow)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 4, 12, 8)
        bottom.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addLayout(box)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        layout.addLayout(bottom)
        self._tabs.currentChanged.connect(self._tab_changed)
        self.setFocusProxy(self._narrow)
        self.retranslate()

    @property
    def field(self) -> FacetField:
        """The field on show."""
        return LIST_FIELDS[max(self._tabs.currentIndex(), 0)]

    def present(self, under: QWidget, within: QWidget) -> None:
        """Open below a button, from the left edge of `within` on, inside the screen."""
        width, height = max(440, self._tabs.sizeHint().width() + 8), 460
        where = under.mapToGlobal(QPoint(0, under.height() + 4))
        where.setX(within.mapToGlobal(QPoint(GRID * 2, 0)).x())
        space = under.screen().availableGeometry()
        where.setX(min(max(where.x(), space.left() + 8), space.right() - width - 8))
        where.setY(min(where.y(), space.bottom() - height - 8))
        self.setGeometry(QRect(where, QSize(width, height)))
        self.show()
        self._narrow.setFocus()

    def show_counts(self, field: FacetField, counts: Sequence[ShownCount], choices: dict[str, bool]) -> None:
        """Show the values of a field if it is still the one on show."""
        if field is self.field:
            self.model.show(counts, choices)
            self._empty.setVisible(not counts and not choices)
            self.list.setVisible(not self._empty.isVisibleTo(self))

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        for at, field in enumerate(LIST_FIELDS):
            self._tabs.setTabText(at, field_title(field))
        self._narrow.setPlaceholderText(self.tr("Narrow the list"))
        self._empty.setText(self.tr("No values in the results"))
        self._hint.setText(self.tr("Click: only these · − : without these"))
        self.list.setAccessibleName(self.tr("Values with counts"))

    def _tab_changed(self, _index: int) -> None:
        self._narrow.clear()
        self.model.show((), {})
        self.field_changed.emit(self.field)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
