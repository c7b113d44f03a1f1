"""The sidebar's tree: sections with counts, entities below them. Two levels, no widgets.

`show` replaces everything; the view keeps folds by type.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.entity_sidebar.lines import Line, Section
from index.model import MentionType

Index = QModelIndex | QPersistentModelIndex
LineRole = Qt.ItemDataRole.UserRole + 1  # Line | Section
_TOP = 2**32 - 1  # internal id of a section
PIECE = 100  # lines of a section that there are at first; a view asks for twice as many when it unfolds it
_ON = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LEAF = _ON | Qt.ItemFlag.ItemNeverHasChildren


def type_title(type_: MentionType) -> str:
    """The heading of a section."""
    tr = QCoreApplication.translate
    return {
        MentionType.PERSON: tr("Entities", "People"),
        MentionType.POST: tr("Entities", "Posts"),
        MentionType.ORGANISATION: tr("Entities", "Organisations"),
        MentionType.PLACE: tr("Entities", "Places"),
        MentionType.DOCUMENT: tr("Entities", "Documents"),
        MentionType.EVENT: tr("Entities", "Events"),
        MentionType.DATE: tr("Entities", "Dates"),
    }[type_]


class EntityModel(QAbstractItemModel):
    """Sections and their lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[Section, ...] = ()
        self._there: list[int] = []  # lines of each section that the view knows of

    def show(self, sections: Sequence[Section]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.sections = tuple(sections)
        self._there = [min(len(section.lines), PIECE) for section in self.sections]
        self.endResetModel()

    def section_index(self, type_: MentionType) -> QModelIndex:
        """The index of a section; invalid if it is not there."""
        for row, section in enumerate(self.sections):
            if section.type is type_:
                return self.index(row, 0)
        return QModelIndex()

    def entity_index(self, entity_id: int) -> QModelIndex:
        """The index of an entity, which is made known to the view; invalid if it is not there."""
        for row, section in enumerate(self.sections):
            for at, line in enumerate(section.lines):
                if line.entity.id == entity_id:
                    self._make_known(row, at + 1)
                    return self.index(at, 0, self.index(row, 0))
        return QModelIndex()

    # -- Qt

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """A section at the top, a line below it."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() if parent.isValid() else _TOP)

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The section of a line."""
        if not child.isValid() or child.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(int(child.internalId()), 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Sections, or lines of a section."""
        if not parent.isValid():
            return len(self.sections)
        if parent.internalId() != _TOP or parent.column() > 0:
            return 0
        return self._there[parent.row()]

    def canFetchMore(self, parent: Index) -> bool:
        """Whether a section has lines that the view does not know of yet."""
        section = parent.isValid() and parent.internalId() == _TOP
        return section and self._there[parent.row()] < len(self.sections[parent.row()].lines)

    def fetchMore(self, parent: Index) -> None:
        """Twice as many lines of a section."""
        if self.canFetchMore(parent):
            self._make_known(parent.row(), 2 * self._there[parent.row()])

    def _make_known(self, row: int, count: int) -> None:
        there, count = self._there[row], min(count, len(self.sections[row].lines))
        if count > there:
            self.beginInsertRows(self.index(row, 0), there, count - 1)
            self._there[row] = count
            self.endInsertRows()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name or heading; the Line or Section itself."""
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            section = self.sections[index.row()]
            if role == LineRole:
                return section
            if role == Qt.ItemDataRole.DisplayRole:
                return type_title(section.type)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{type_title(section.type)}, {len(section.lines)}"
            return None
        line = self.sections[int(index.internalId())].lines[index.row()]
        if role == LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((line.name, *line.posts, str(line.count)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be selected; sections only folded."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _ON if index.internalId() == _TOP else _LEAF


def line_of(index: Index) -> Line | None:
    """The entity's line at an index, if it is one."""
    value = index.data(LineRole) if index.isValid() else None
    return value if isinstance(value, Line) else None
