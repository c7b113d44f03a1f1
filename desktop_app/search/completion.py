"""What the search box offers while one types: a list under it, grouped, that never takes the focus.

`Offers` is the model (group headings and lines), `OfferList` the floating list. The box fills it from the
archive (`complete`) and from the history, and reads `current()` on Enter; with nothing current, Enter is
the box's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n.format import number
from desktop_app.theme import colours, icon
from index.model import Completion

HISTORY = "history"
LINE, HEADING = 30, 26
ORDER = (HISTORY, "article", "person", "organisation", "place", "post", "document", "event", "date")
OfferRole = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


def group_title(group: str) -> str:
    """The heading of a group of offers."""
    tr = QCoreApplication.translate
    titles = {
        HISTORY: tr("Offers", "History"),
        "article": tr("Offers", "Articles"),
        "person": tr("Offers", "People"),
        "organisation": tr("Offers", "Organisations"),
        "place": tr("Offers", "Places"),
        "post": tr("Offers", "Posts"),
        "document": tr("Offers", "Documents"),
        "event": tr("Offers", "Events"),
        "date": tr("Offers", "Dates"),
    }
    return titles.get(group, group)


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a group."""

    group: str


class Offers(QAbstractListModel):
    """Headings and completions in one list; headings cannot be selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Heading | Completion] = []

    def show(self, offers: Sequence[Completion]) -> None:
        """Replace the offers, grouped in a fixed order."""
        self.beginResetModel()
        self.lines = []
        groups = [*ORDER, *sorted({offer.group for offer in offers} - set(ORDER))]
        for group in groups:
            members = [offer for offer in offers if offer.group == group]
            if members:
                self.lines += [Heading(group), *members]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Headings and offers."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, or the offer itself."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == OfferRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return group_title(line.group) if isinstance(line, Heading) else line.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are not for choosing."""
        if not index.isValid() or isinstance(self.lines[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


_ICONS = {HISTORY: "history", "article": "document"}


class _OfferDelegate(QStyledItemDelegate):
    """An icon for the kind, the text, and in how many articles it stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEADING if isinstance(index.data(OfferRole), Heading) else LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c = colours()
        line = index.data(OfferRole)
        rect: QRect = option.rect
        painter.save()
        font = QFont(QApplication.font())
        if isinstance(line, Heading):
            font.setPixelSize(11)
            painter.setFont(font)
            painter.setPen(QColor(c.secondary))
            inner = rect.adjusted(12, 6, -12, 0)
            painter.drawText(
                inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, group_title(line.group)
            )
        elif isinstance(line, Completion):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            if selected or hovered:
                painter.fillRect(rect, QColor(c.selected if selected else c.hover))
            if selected:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(c.accent))
            role = line.group if hasattr(c, line.group) else "secondary"
            picture = icon(_ICONS.get(line.group, line.group), role)
            picture.paint(painter, QRect(rect.left() + 12, rect.top() + 7, 16, 16))
            painter.setFont(font)
            count = number(line.count) if line.count else ""
            space = painter.fontMetrics().horizontalAdvance(count)
            inner = rect.adjusted(36, 0, -24 - space, 0)
            text = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, inner.width())
            painter.setPen(QColor(c.ink))
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            painter.setPen(QColor(c.secondary))
            right = rect.adjusted(0, 0, -12, 0)
            painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.restore()


class OfferList(QFrame):
    """The floating list. Shown without activation: the box keeps the focus and every key."""

    chosen = Signal(object)  # Completion, by the mouse
    HIGHEST = 580

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(
            Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("look", "card")
        self.offers = Offers(self)
        self.view = QListView(self)
        self.view.setModel(self.offers)
        self.view.setItemDelegate(_OfferDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 4)
        layout.addWidget(self.view)

    def present(self, offers: Sequence[Completion], under: QWidget) -> None:
        """Show offers under the box; none hides the list."""
        self.offers.show(offers)
        if not offers:
            self.hide()
            return
        height = sum(HEADING if isinstance(line, Heading) else LINE for line in self.offers.lines) + 12
        where = under.mapToGlobal(QPoint(0, under.height() + 2))
        self.setGeometry(QRect(where, QSize(max(under.width(), 280), min(height, self.HIGHEST))))
        self.view.clearSelection()
        self.view.setCurrentIndex(QModelIndex())
        self.view.scrollToTop()
        self.show()

    def move_current(self, by: int) -> bool:
        """Go to the next or previous offer; False at the upper end, where the box itself is meant again."""
        rows = [row for row, line in enumerate(self.offers.lines) if isinstance(line, Completion)]
        if not rows:
            return False
        current = self.view.currentIndex().row()
        at = rows.index(current) + by if current in rows else (0 if by > 0 else len(rows) - 1)
        if at < 0 or at >= len(rows):
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
            return False
        self.view.setCurrentIndex(self.offers.index(rows[at], 0))
        return True

    def current(self) -> Completion | None:
        """The offer that the arrow keys stand on."""
        line = self.view.currentIndex().data(OfferRole)
        return line if isinstance(line, Completion) else None

    def _clicked(self, index: QModelIndex) -> None:
        line = index.data(OfferRole)
        if isinstance(line, Completion):
            self.chosen.emit(line)
