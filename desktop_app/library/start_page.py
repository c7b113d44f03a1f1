"""What is shown while no archive is open: three actions, recent archives, and a place to drop things on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.library.librarian import Librarian
from desktop_app.theme import colours, wear
from desktop_app.theme.icons import mark
from desktop_app.theme.tokens import RADIUS
from index.paths import ARCHIVE_SUFFIX

_WIDTH = 600
_RECENT_SHOWN = 6


class StartPage(QScrollArea):
    """Emits what the user wants; the window does it."""

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)  # Path

    def __init__(self, librarian: Librarian, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._librarian = librarian
        self._sample = ActionCard(
            "book",
            self.tr("Open the sample archive"),
            self.tr("About forty articles to try everything on. Ready in a few seconds."),
        )
        self._new = ActionCard(
            "archive-add",
            self.tr("Create a new archive"),
            self.tr("A folder on your disk that holds articles, index and originals."),
        )
        self._open = ActionCard(
            "folder-open",
            self.tr("Open an archive"),
            self.tr("One you created earlier, or one on the network."),
        )
        self._sample.clicked.connect(self.sample_wanted)
        self._new.clicked.connect(self.new_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._drop = DropPlace()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_title = QLabel(self.tr("Recent archives"))
        self._recent_title.setProperty("look", "small")
        self._busy = QLabel()
        self._busy.setProperty("look", "secondary")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.setWidget(self._page())
        librarian.recent_changed.connect(self.show_recent)
        librarian.opening.connect(self._opening)
        librarian.opening_progress.connect(self._copying)
        librarian.opening_ended.connect(self._ready)
        self._ready()
        self.show_recent()

    def take_focus(self) -> None:
        """Focus the first action."""
        self._sample.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_recent(self) -> None:
        """List the archives opened lately; those that are gone are left out."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        paths = [path for path in self._librarian.recent() if path != self._librarian.sample_path()]
        for path in paths[:_RECENT_SHOWN]:
            row = _RecentRow(path)
            row.clicked.connect(lambda _=False, path=path: self.recent_wanted.emit(path))
            self._recent.addWidget(row)
        self._recent_title.setVisible(bool(paths))

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(self._heading())
        column.addSpacing(16)
        for card in (self._sample, self._new, self._open):
            column.addWidget(card)
        column.addSpacing(8)
        column.addWidget(self._drop)
        column.addWidget(self._busy)
        column.addWidget(self._bar)
        column.addSpacing(8)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        holder = QWidget()
        holder.setMaximumWidth(_WIDTH)
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        holder.setLayout(column)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.addStretch(2)
        whole.addLayout(row)
        whole.addStretch(3)
        return page

    def _heading(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(mark().pixmap(QSize(56, 56)))
        title = QLabel(self.tr("Juanzong"))
        title.setProperty("look", "title")
        line = QLabel(self.tr("Search, read and check Chinese press and government articles offline."))
        line.setProperty("look", "secondary")
        line.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture)
        row.addLayout(words, 1)
        return row

    def show_drop(self, over: bool) -> None:
        """Show that something hovers over the window that could be dropped."""
        self._drop.show_over(over)

    def _opening(self, path: Path) -> None:
        name = path.name.removesuffix(ARCHIVE_SUFFIX)
        self._busy.setText(self.tr("Opening “%1”…").replace("%1", name))
        self._set_busy(True)

    def _copying(self, percent: int) -> None:
        text = self.tr("Fetching a local copy from the network… %1 %")
        self._busy.setText(text.replace("%1", str(percent)))
        self._bar.setRange(0, 100)
        self._bar.setValue(percent)

    def _ready(self) -> None:
        self._bar.setRange(0, 0)
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._bar.setVisible(busy)
        for card in (self._sample, self._new, self._open):
            card.setEnabled(not busy)


class DropPlace(QFrame):
    """A dashed field that says what dropping does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        words = QLabel(self.tr("Or drop a folder or files here to create an archive from them."))
        words.setProperty("look", "secondary")
        words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 18, 16, 18)
        row.setSpacing(16)
        row.addWidget(_picture("drop", "secondary", 24))
        row.addWidget(words, 1)

    def show_over(self, over: bool) -> None:
        """Whether something hovers."""
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashes."""
        c = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(c.accent if self._over else c.field_line), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(c.selected if self._over else c.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class ActionCard(QPushButton):
    """A large button: icon, what it does, and one more line."""

    def __init__(self, icon_name: str, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        picture = _picture(icon_name, "accent", 28)
        heading = QLabel(title)
        heading.setProperty("look", "heading")
        small = QLabel(words)
        small.setProperty("look", "secondary")
        small.setWordWrap(True)
        for each in (picture, heading, small):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(heading)
        column.addWidget(small)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(picture)
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As its contents need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it, arrows move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


def _picture(name: str, role: str, size: int) -> QPushButton:
    """An icon that only shows and follows the theme."""
    picture = QPushButton()
    picture.setProperty("look", "picture")
    picture.setFlat(True)
    picture.setIconSize(QSize(size, size))
    picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    wear(picture, name, role)
    return picture


class _RecentRow(QPushButton):
    """Name and place of an archive opened lately."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setProperty("look", "row")
        name = path.name.removesuffix(ARCHIVE_SUFFIX)
        self.setAccessibleName(name)
        self.setToolTip(str(path))
        heading = QLabel(name)
        place = QLabel(str(path.parent))
        place.setProperty("look", "small")
        place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for each in (heading, place):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(heading)
        row.addWidget(place, 1)

    def sizeHint(self) -> QSize:
        """As its contents need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()
