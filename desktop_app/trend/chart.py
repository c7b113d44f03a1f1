"""The chart of a trend: grouped bars where there is room, lines where there is not; axes, legend, hover.

Knows a Trend and a Measure only. A click or Enter on a period emits `picked(series, period)`. Colours come
from the tokens; besides its colour each expression has a number, in the legend and at its highest point.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop_app.theme import Colours, colours, theme
from desktop_app.trend.measure import Measure, ticks
from index.model import Trend

LEFT, RIGHT, TOP, BOTTOM = 56.0, 14.0, 12.0, 26.0
LEGEND_LINE = 20.0
BAR_LEAST = 3.0  # px: thinner bars become lines
BAR_MOST = 36.0


def series_colour(c: Colours, place: int) -> QColor:
    """The colour of the expression at `place`."""
    palette = (c.accent, c.person, c.organisation, c.event, c.place, c.document, c.post, c.date)
    return QColor(palette[place % len(palette)])


class TrendChart(QWidget):
    """Emits `picked(series, period)`: places in `trend.series` and `trend.periods`."""

    picked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend: Trend | None = None
        self._measure = Measure.ARTICLES
        self._hover: tuple[int, int] | None = None
        self._cursor: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(180)
        self.setAccessibleName(self.tr("Trend", "accessible name of the chart"))
        self.setAccessibleDescription(
            self.tr("Left and right choose a period, up and down an expression, Enter shows its articles.")
        )
        theme().changed.connect(self.update)

    def show_trend(self, trend: Trend | None, measure: Measure) -> None:
        """Draw another trend, or another of its counts."""
        self._trend, self._measure = trend, measure
        self._hover = self._cursor = None
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, 300)

    def picture(self, scale: float = 2.0) -> QImage:
        """The chart as an image, on paper, without hover."""
        image = QImage(self.size() * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(QColor(colours().paper))
        hover, self._hover = self._hover, None
        painter = QPainter(image)
        self._draw(painter)
        painter.end()
        self._hover = hover
        return image

    # -- geometry

    def plot(self) -> QRectF:
        """The ground of the bars."""
        top = TOP + self._legend_height()
        return QRectF(LEFT, top, max(self.width() - LEFT - RIGHT, 10), max(self.height() - top - BOTTOM, 10))

    def slot(self, period: int) -> QRectF:
        """The strip of a period."""
        plot = self.plot()
        count = len(self._trend.periods) if self._trend is not None else 1
        width = plot.width() / max(count, 1)
        return QRectF(plot.left() + period * width, plot.top(), width, plot.height())

    def _bar_width(self) -> float:
        series = len(self._trend.series) if self._trend is not None else 1
        return min((self.slot(0).width() - 2) / max(series, 1), BAR_MOST)

    def _at(self, place: QPointF) -> tuple[int, int] | None:
        trend = self._trend
        if trend is None or not trend.periods or not self.plot().contains(place):
            return None
        period = min(int((place.x() - LEFT) / self.slot(0).width()), len(trend.periods) - 1)
        width, slot = self._bar_width(), self.slot(period)
        count = len(trend.series)
        if width >= BAR_LEAST:
            start = slot.center().x() - width * count / 2
            return min(max(int((place.x() - start) / width), 0), count - 1), period
        nearest = min(range(count), key=lambda series: abs(self._y(series, period) - place.y()))
        return nearest, period

    def _value(self, series: int, period: int) -> float:
        assert self._trend is not None  # noqa: S101
        counts = self._trend.series[series].counts
        return self._measure.of(counts[period]) if period < len(counts) else 0.0

    def _scale(self) -> list[float]:
        trend = self._trend
        if trend is None:
            return [0.0, 1.0]
        values = [self._measure.of(count) for one in trend.series for count in one.counts]
        return ticks(max(values, default=0.0))

    def _y(self, series: int, period: int) -> float:
        plot = self.plot()
        return plot.bottom() - plot.height() * self._value(series, period) / self._scale()[-1]

    def _legend_lines(self) -> list[list[int]]:
        trend = self._trend
        if trend is None:
            return []
        metrics, lines, used = QFontMetricsF(_font(12)), [[]], 0.0  # type: ignore[var-annotated]
        for place in range(len(trend.series)):
            width = metrics.horizontalAdvance(self._legend_text(place)) + 34
            if used and used + width > self.width() - LEFT - RIGHT:
                lines.append([])
                used = 0.0
            lines[-1].append(place)
            used += width
        return lines

    def _legend_height(self) -> float:
        return len(self._legend_lines()) * LEGEND_LINE + 10

    def _legend_text(self, place: int) -> str:
        assert self._trend is not None  # noqa: S101
        text = self._trend.series[place].text
        return f"{place + 1}  {text if len(text) <= 24 else text[:23] + '…'}"

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything in one go."""
        painter = QPainter(self)
        self._draw(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        trend = self._trend
        if trend is None or not trend.periods:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_legend(painter)
        self._draw_axes(painter, trend)
        meant = self._hover or (self._cursor if self.hasFocus() else None)
        if meant is not None:
            ground = QColor(colours().hover)
            painter.fillRect(self.slot(meant[1]), ground)
        if self._bar_width() >= BAR_LEAST:
            self._draw_bars(painter, trend, meant)
        else:
            self._draw_lines(painter, trend, meant)

    def _draw_legend(self, painter: QPainter) -> None:
        c = colours()
        painter.setFont(_font(12))
        metrics = painter.fontMetrics()
        for row, line in enumerate(self._legend_lines()):
            x, y = LEFT, TOP / 2 + row * LEGEND_LINE
            for place in line:
                text = self._legend_text(place)
                painter.fillRect(QRectF(x, y + 4, 11, 11), series_colour(c, place))
                painter.setPen(QColor(c.ink))
                width = metrics.horizontalAdvance(text)
                painter.drawText(QRectF(x + 16, y, width + 4, LEGEND_LINE), _MIDDLE_LEFT, text)
                x += width + 34

    def _draw_axes(self, painter: QPainter, trend: Trend) -> None:
        c, plot, scale = colours(), self.plot(), self._scale()
        painter.setFont(_font(11))
        for value in scale:
            y = plot.bottom() - plot.height() * value / scale[-1]
            painter.setPen(QPen(QColor(c.field_line if value == 0 else c.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(c.secondary))
            text = f"{value:,.0f}" if scale[1] >= 1 else f"{value:,.2g}"
            painter.drawText(QRectF(0, y - 9, LEFT - 8, 18), _MIDDLE_RIGHT, text)
        wide = painter.fontMetrics().horizontalAdvance(trend.periods[-1].period) + 12
        every = max(int(-(-wide // self.slot(0).width())), 1)
        painter.setPen(QColor(c.secondary))
        for place in range(0, len(trend.periods), every):
            slot = self.slot(place)
            where = QRectF(slot.center().x() - wide / 2, plot.bottom() + 4, wide, 18)
            if where.right() <= self.width() + 4:
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, trend.periods[place].period)

    def _draw_bars(self, painter: QPainter, trend: Trend, meant: tuple[int, int] | None) -> None:
        c, width, bottom = colours(), self._bar_width(), self.plot().bottom()
        for period in range(len(trend.periods)):
            start = self.slot(period).center().x() - width * len(trend.series) / 2
            for series in range(len(trend.series)):
                if not self._value(series, period):
                    continue
                top = min(self._y(series, period), bottom - 2)
                bar = QRectF(start + series * width, top, max(width - 1, 1), bottom - top)
                painter.fillRect(bar, series_colour(c, series))
                if meant == (series, period):
                    painter.setPen(QPen(QColor(c.ink), 1.5))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(bar)

    def _draw_lines(self, painter: QPainter, trend: Trend, meant: tuple[int, int] | None) -> None:
        c = colours()
        for series in range(len(trend.series)):
            colour = series_colour(c, series)
            points = [
                QPointF(self.slot(period).center().x(), self._y(series, period))
                for period in range(len(trend.periods))
            ]
            painter.setPen(QPen(colour, 1.75))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
            highest = min(range(len(points)), key=lambda period: points[period].y())
            painter.setFont(_font(11))
            where = points[highest] + QPointF(-4, -4)
            if len(trend.series) > 1:
                painter.drawText(where, str(series + 1))
            if meant is not None and meant[0] == series:
                painter.setBrush(colour)
                painter.drawEllipse(points[meant[1]], 4, 4)

    # -- pointer and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which bar is meant."""
        self._hover = self._at(event.position())
        over = self._hover is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is meant any more."""
        self._hover = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the articles behind a bar."""
        meant = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and meant is not None:
            self.picked.emit(*meant)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same with the keyboard."""
        trend, key = self._trend, event.key()
        left, right, up, down = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
        steps = {left: (0, -1), right: (0, 1), up: (-1, 0), down: (1, 0)}
        if trend is not None and trend.periods and key in steps:
            series, period = self._cursor or (0, len(trend.periods) if key == left else -1)
            across, along = steps[Qt.Key(key)]
            series = min(max(series + across, 0), len(trend.series) - 1)
            period = min(max(period + along, 0), len(trend.periods) - 1)
            self._cursor = series, period
            where = self.slot(period).center().toPoint()
            QToolTip.showText(self.mapToGlobal(where), self.told(period), self)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._cursor is not None:
            self.picked.emit(*self._cursor)
        else:
            super().keyPressEvent(event)

    def told(self, period: int) -> str:
        """What the tool tip of a period says: every expression with its value."""
        trend = self._trend
        if trend is None:
            return ""
        lines = [trend.periods[period].period]
        for place, one in enumerate(trend.series):
            value = self._measure.text(self._value(place, period))
            lines.append(f"{place + 1}  {one.text}: {value}")
        return "\n".join(lines)

    def event(self, event: QEvent) -> bool:
        """The values of the period under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            meant = self._at(QPointF(event.pos()))
            if meant is not None:
                QToolTip.showText(event.globalPos(), self.told(meant[1]), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _font(pixels: int) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    return font
