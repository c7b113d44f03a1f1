"""The picture of a network: drag to pan, wheel to zoom, click for neighbours, double click for the page.

With the keyboard: arrows go from node to node, Space shows neighbours, Enter opens the page, + - 0 zoom.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.i18n.format import articles
from desktop_app.i18n.types import type_word
from desktop_app.network.drawing import Drawing
from desktop_app.theme import colours, theme
from index.model import Network, NetworkNode

SMALLEST, LARGEST, STEP = 0.5, 8.0, 1.25
_EXPORT = 2.0  # px of a PNG file for one of the screen
_CLICK = 4  # px; a longer way is a drag


class NetworkPicture(QWidget):
    """Emits `opened(entity)` and `chosen(entity or None)`."""

    opened = Signal(int)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing: Drawing | None = None
        self._network: Network | None = None
        self._scale, self._offset = 1.0, QPointF(0, 0)
        self._chosen: int | None = None
        self._hovered: int | None = None
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    # -- showing

    @property
    def drawing(self) -> Drawing | None:
        """What is drawn, for tests."""
        return self._drawing

    @property
    def scale(self) -> float:
        """How much the picture is magnified."""
        return self._scale

    @property
    def chosen_entity(self) -> int | None:
        """The entity whose neighbours stand out."""
        return self._chosen

    def show_network(self, network: Network) -> None:
        """Show a network as a whole."""
        self._network = network
        self._chosen = self._hovered = None
        self.fit()
        self.setAccessibleDescription(
            "; ".join(f"{node.entity.name}, {articles(node.articles)}" for node in network.nodes[:30])
        )

    def fit(self) -> None:
        """The whole picture at once."""
        self._scale, self._offset = 1.0, QPointF(0, 0)
        self._draw_anew()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Magnify about a point (the middle if none)."""
        point = about or QPointF(self.width() / 2, self.height() / 2)
        scale = max(SMALLEST, min(LARGEST, self._scale * factor))
        self._offset = point - (point - self._offset) * (scale / self._scale)
        self._scale = scale
        self._draw_anew()

    def choose(self, number: int | None) -> None:
        """Let an entity and its neighbours stand out."""
        self._chosen = number
        self.update()
        self.chosen.emit(number)

    def place_of(self, number: int) -> QPointF:
        """Where a node is in the widget."""
        assert self._drawing is not None  # noqa: S101
        return self._drawing.places[number] + self._offset

    def image(self) -> QImage:
        """What is on show, twice as fine as on the screen."""
        image = QImage(self.size() * _EXPORT, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_EXPORT)
        image.fill(QColor(colours().window))
        painter = QPainter(image)
        self._paint(painter, None)
        painter.end()
        return image

    def svg(self, title: str) -> bytes:
        """What is on show as an SVG file: lines and letters, not dots."""
        content = QByteArray()
        buffer = QBuffer(content)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size())
        generator.setViewBox(self.rect())
        generator.setTitle(title)
        painter = QPainter(generator)
        self._paint(painter, None)
        painter.end()
        return bytes(content.data())

    def _draw_anew(self) -> None:
        if self._network is not None:
            self._drawing = Drawing(self._network, self.width(), self.height(), self._scale, self.font())
        self.update()

    # -- Qt

    def sizeHint(self) -> QSize:
        """All the room there is."""
        return QSize(640, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new size."""
        super().resizeEvent(event)
        self._draw_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture on the ground of the window."""
        painter = QPainter(self)
        self._paint(painter, self._hovered)
        if self.hasFocus():
            painter.setPen(QColor(colours().field_line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint(self, painter: QPainter, hovered: int | None) -> None:
        painter.fillRect(QRectF(self.rect()), QColor(colours().window))
        if self._drawing is not None:
            painter.save()
            painter.translate(self._offset)
            self._drawing.paint(painter, colours(), self._chosen, hovered)
            painter.restore()

    def _under(self, point: QPointF) -> int | None:
        return self._drawing.node_at(point - self._offset) if self._drawing is not None else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom(STEP**steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture, or say which node is meant."""
        if self._pressed is not None:
            way = event.position() - self._pressed
            if self._dragged or way.manhattanLength() > _CLICK:
                self._dragged = True
                self._offset += way
                self._pressed = event.position()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()
            return
        hovered = self._under(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()
        hand = Qt.CursorShape.PointingHandCursor if hovered is not None else Qt.CursorShape.OpenHandCursor
        self.setCursor(hand)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses a node, or none."""
        if self._pressed is not None and not self._dragged:
            number = self._under(event.position())
            self.choose(None if number == self._chosen else number)
        self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the page of a node."""
        self._pressed = None
        number = self._under(event.position())
        if number is not None:
            self.opened.emit(number)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is meant any more."""
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same with the keyboard."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in _WAYS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._walk(*_WAYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Space and self._hovered is not None:
            self.choose(None if self._hovered == self._chosen else self._hovered)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hovered is not None:
            self.opened.emit(self._hovered)
        elif key == Qt.Key.Key_Escape and self._chosen is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def _walk(self, x: int, y: int) -> None:
        """To the nearest node on one side."""
        if self._drawing is None or not self._drawing.places:
            return
        places = self._drawing.places
        if self._hovered not in places:
            centre = self._network.centre if self._network is not None else None
            self._hovered = centre if centre in places else next(iter(places))
        else:
            here = places[self._hovered]
            ahead = []
            for number, place in places.items():
                along = (place.x() - here.x()) * x + (place.y() - here.y()) * y
                aside = abs((place.x() - here.x()) * y) + abs((place.y() - here.y()) * x)
                if along > 1:
                    ahead.append((along + 2 * aside, number))
            if ahead:
                self._hovered = min(ahead)[1]
        self.setAccessibleDescription(self.tip(self._hovered) if self._hovered is not None else "")
        self.update()

    def event(self, event: QEvent) -> bool:
        """Who the node under the pointer is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tip(number) if number is not None else "", self)
            return True
        return super().event(event)

    def tip(self, number: int) -> str:
        """Name, type, articles, how many it is linked with."""
        node = self._node(number)
        if node is None or self._drawing is None:
            return ""
        linked = self.tr("linked with %n other(s)", "", len(self._drawing.neighbours(number)) - 1)
        return f"{node.entity.name}\n{type_word(node.entity.type)} · {articles(node.articles)}\n{linked}"

    def _node(self, number: int) -> NetworkNode | None:
        nodes = self._network.nodes if self._network is not None else ()
        return next((node for node in nodes if node.entity.id == number), None)


_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
