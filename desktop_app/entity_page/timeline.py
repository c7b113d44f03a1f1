"""Posts over the years, drawn: a bar for the span in which articles give a post, a point for each article.

Knows rows, dates and article numbers only; the page makes rows of tenures. The pointer on a point tells
the article, a click opens it; with the keyboard ↑ ↓ choose a row, ← → a point, Enter opens it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.i18n.format import articles, span
from desktop_app.theme import colours, theme

ROW, AXIS, RIGHT = 26, 22, 16
POINT = 4.0
_LEAST_YEAR = 44.0  # px between two labels of years


@dataclass(frozen=True, slots=True)
class Point:
    """An article that states a row; `day` is ISO, possibly only a year or a month."""

    article: int
    day: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the time line. `key` is what a click on its label asks for; `role` a colour's name."""

    key: int
    label: str
    first: str
    last: str
    points: tuple[Point, ...]
    total: int
    role: str = "post"


class Timeline(QWidget):
    """Emits `article_chosen(row key, article)` and `row_chosen(row key)`."""

    article_chosen = Signal(int, int)
    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._start, self._end = 0.0, 1.0
        self._row, self._point = 0, -1
        self._hover: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows that have a date, in the order given."""
        self._rows = tuple(row for row in rows if row.first)
        days = [year_of(day) for row in self._rows for day in (row.first, row.last)]
        self._start = float(int(min(days, default=0.0)))
        self._end = max(float(int(max(days, default=1.0)) + 1), self._start + 1)
        self._row, self._point = 0, -1
        self.setFixedHeight(AXIS + ROW * len(self._rows) + 4)
        self.setAccessibleName(self.tr("Posts over the years", "accessible name of the time line"))
        said = [f"{row.label}: {span(row.first, row.last)}, {articles(row.total)}" for row in self._rows]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, AXIS + ROW * len(self._rows) + 4)

    # -- geometry

    def _left(self) -> float:
        """Where the years begin: labels get what they need, at most two fifths."""
        metrics = QFontMetricsF(self._font(13))
        need = max((metrics.horizontalAdvance(row.label) for row in self._rows), default=0.0)
        return min(need + 20, self.width() * 0.42)

    def x_of(self, day: str) -> float:
        """The x of a date."""
        left = self._left()
        share = (year_of(day) - self._start) / (self._end - self._start)
        return left + share * max(self.width() - left - RIGHT, 1)

    def point_place(self, row: int, point: int) -> QPointF:
        """The centre of a point, for tests and the pointer."""
        return QPointF(self.x_of(self._rows[row].points[point].day), AXIS + row * ROW + ROW / 2)

    def _row_at(self, y: float) -> int:
        row = int((y - AXIS) // ROW)
        return row if 0 <= row < len(self._rows) and y >= AXIS else -1

    def _point_at(self, place: QPointF) -> tuple[int, int] | None:
        row = self._row_at(place.y())
        if row < 0:
            return None
        near = [
            (abs(self.point_place(row, at).x() - place.x()), at) for at in range(len(self._rows[row].points))
        ]
        near = [each for each in near if each[0] <= 7]
        return (row, min(near)[1]) if near else None

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Years, then rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter)
        for at, row in enumerate(self._rows):
            self._paint_row(painter, at, row)
        painter.end()

    def _paint_years(self, painter: QPainter) -> None:
        c = colours()
        painter.setFont(self._font(11))
        years = int(self._end - self._start)
        room = max((self.width() - self._left() - RIGHT) / max(years, 1), 0.1)
        step = next(
            step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if room * step >= _LEAST_YEAR or step == 1000
        )
        for year in range(int(self._start), int(self._end) + 1):
            if year % step and years > 1:
                continue
            x = self.x_of(str(year))
            painter.fillRect(QRectF(x, AXIS, 1, self.height() - AXIS), QColor(c.line))
            if x < self.width() - RIGHT - 20:
                painter.setPen(QColor(c.secondary))
                painter.drawText(QRectF(x + 3, 0, 60, AXIS), _LEFT, str(year))

    def _paint_row(self, painter: QPainter, at: int, row: Row) -> None:
        c = colours()
        top = AXIS + at * ROW
        current = self.hasFocus() and at == self._row
        hovered = self._hover is not None and self._hover[0] == at
        if current or hovered:
            painter.fillRect(QRectF(0, top, self.width(), ROW), QColor(c.hover))
        painter.setFont(self._font(13))
        painter.setPen(QColor(c.ink))
        left = self._left()
        label = QFontMetricsF(painter.font()).elidedText(row.label, Qt.TextElideMode.ElideMiddle, left - 16)
        painter.drawText(QRectF(4, top, left, ROW), _LEFT, label)
        colour = QColor(getattr(c, row.role))
        wash = QColor(colour)
        wash.setAlphaF(0.35)
        x, end = self.x_of(row.first), self.x_of(row.last)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash)
        painter.drawRoundedRect(QRectF(x - 3, top + ROW / 2 - 3, max(end - x, 0) + 6, 6), 3, 3)
        for number, point in enumerate(row.points):
            chosen = self._hover == (at, number) or (current and number == self._point)
            painter.setBrush(QColor(c.accent) if chosen else colour)
            size = POINT + 1.5 if chosen else POINT
            painter.drawEllipse(QPointF(self.x_of(point.day), top + ROW / 2), size, size)

    def _font(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        return font

    # -- pointer and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Strengthen the point under the pointer."""
        point = self._point_at(event.position())
        row = self._row_at(event.position().y())
        self._hover = point or ((row, -1) if row >= 0 else None)
        on_label = row >= 0 and event.position().x() < self._left() - 8
        hand = point is not None or on_label
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the article of a point, or what a label names."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = self._point_at(event.position())
        row = self._row_at(event.position().y())
        if point is not None:
            self._open(*point)
        elif row >= 0 and event.position().x() < self._left() - 8:
            self.row_chosen.emit(self._rows[row].key)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is meant any more."""
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same with the keyboard."""
        key = event.key()
        if not self._rows:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and 0 <= self._row + _step(key) < len(self._rows):
            self._row += _step(key)
            self._point = -1
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            last = len(self._rows[self._row].points) - 1
            self._point = min(max(self._point + _step(key), 0), last)
            self._say()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._point >= 0:
                self._open(self._row, self._point)
            else:
                self.row_chosen.emit(self._rows[self._row].key)
        else:
            super().keyPressEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """What a point or a row stands for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = QPointF(event.pos())
            point, row = self._point_at(place), self._row_at(place.y())
            text = self.tip(*point) if point else self.tip(row, -1) if row >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def tip(self, row: int, point: int) -> str:
        """`市长 · 2019-04-18 – 2023-05`, in how many articles; for a point the date and the article."""
        chosen = self._rows[row]
        if point >= 0:
            return f"{chosen.points[point].day}\n{chosen.points[point].title}"
        return f"{chosen.label}\n{span(chosen.first, chosen.last)} · {articles(chosen.total)}"

    def _say(self) -> None:
        if self._point >= 0:
            place = self.point_place(self._row, self._point).toPoint()
            QToolTip.showText(self.mapToGlobal(place), self.tip(self._row, self._point), self)

    def _open(self, row: int, point: int) -> None:
        if point >= 0:
            self.article_chosen.emit(self._rows[row].key, self._rows[row].points[point].article)
        else:
            self.row_chosen.emit(self._rows[row].key)


def year_of(day: str) -> float:
    """An ISO date as a year with its fraction; a year or month alone is its beginning."""
    parts = [int(part) for part in day.split("-") if part.isdigit()]
    if not parts:
        return 0.0
    year, month, of_month = (*parts, 1, 1)[:3]
    try:
        passed = (date(year, month, of_month) - date(year, 1, 1)).days
    except ValueError:
        passed = 0
    return year + passed / 366


def _step(key: int) -> int:
    return 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Right) else -1


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
