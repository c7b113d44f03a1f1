"""Where the nodes and labels of a network stand at a size and scale, and how they are painted.

Used by `picture` on the screen and for PNG files. Labels keep off each other and off the nodes: one that
finds no room is left out until the picture is magnified.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop_app.theme import Colours
from desktop_app.theme.icons import draw
from index.model import Network, NetworkNode

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LEAST, MOST = 7.0, 20.0  # px, radius of a node
MARGIN_X, MARGIN_Y = 72.0, 36.0
_LONGEST, _SHORT = 14, 6  # characters of a label; of one that finds no room
_NAMED_ANYWAY = 20  # of the foremost, also over lesser nodes where there is no room
_CELL = 48.0
_ROOM_X, _ROOM_Y = 84.0, 46.0  # px that a node and its label like to have
_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Label:
    """A label and its place; `rect` is relative to the picture's origin."""

    rect: QRectF
    text: str


class Room:
    """Rectangles already taken, found by cells."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[QRectF]] = defaultdict(list)

    def take(self, rect: QRectF) -> None:
        """Take a rectangle."""
        for cell in _cells(rect):
            self._cells[cell].append(rect)

    def free(self, rect: QRectF) -> bool:
        """Whether nothing taken touches it."""
        return not any(each.intersects(rect) for cell in _cells(rect) for each in self._cells.get(cell, ()))


class Drawing:
    """A network at a size (px) and a scale; positions before the offset of the picture."""

    def __init__(self, network: Network, width: float, height: float, scale: float, font: QFont) -> None:
        self.network = network
        self.font = QFont(font)
        self.font.setPixelSize(12)
        self._metrics = QFontMetricsF(self.font)
        inner_w, inner_h = max(width - 2 * MARGIN_X, 40), max(height - 2 * MARGIN_Y, 40)
        most = max((node.articles for node in network.nodes if node.entity.id != network.centre), default=1)
        self._extent = QRectF(0, 0, width * scale, height * scale)
        apart = spread(network, inner_w, inner_h) * scale
        self.places: dict[int, QPointF] = {}
        self.radii: dict[int, float] = {}
        for node, (x, y) in zip(network.nodes, apart.tolist(), strict=True):
            number = node.entity.id
            self.places[number] = QPointF(x + MARGIN_X * scale, y + MARGIN_Y * scale)
            share = min(node.articles / max(most, 1), 1.0)
            self.radii[number] = (
                MOST if number == network.centre else LEAST + (MOST - 4 - LEAST) * sqrt(share)
            )
        self.labels = self._labels()

    def node_at(self, point: QPointF) -> int | None:
        """The entity whose node covers a point, the nearest one."""
        near = [
            (distance, number)
            for number, place in self.places.items()
            if (distance := _distance(place, point)) <= self.radii[number] + 3
        ]
        return min(near)[1] if near else None

    def _labels(self) -> dict[int, Label]:
        room, labelled = Room(), Room()
        for number, place in self.places.items():
            room.take(self._circle(number, place))
        found: dict[int, Label] = {}
        foremost = sorted(
            self.network.nodes, key=lambda n: (n.entity.id != self.network.centre, -n.articles, n.entity.id)
        )
        for rank, node in enumerate(foremost):
            whole, short = self._candidates(node), self._candidates(node, _SHORT)
            label = next((each for each in chain(whole, short) if self._fits(each.rect, room)), None)
            if label is None and rank < _NAMED_ANYWAY:
                label = next(
                    (each for each in self._candidates(node) if self._fits(each.rect, labelled)), None
                )
            if label is not None:
                room.take(label.rect)
                labelled.take(label.rect)
                found[node.entity.id] = label
        return found

    def _fits(self, rect: QRectF, room: Room) -> bool:
        return self._extent.contains(rect) and room.free(rect)

    def label_of(self, node: NetworkNode) -> Label:
        """A label under its node, whether there is room or not: for the one under the pointer."""
        return next(iter(self._candidates(node)))

    def _candidates(self, node: NetworkNode, longest: int = _LONGEST) -> Iterator[Label]:
        name = node.entity.name
        text = name if len(name) <= longest else name[: longest - 1] + "…"
        place, radius = self.places[node.entity.id], self.radii[node.entity.id]
        width, height = self._metrics.horizontalAdvance(text) + 4, self._metrics.height()
        for x, y in (
            (-width / 2, radius + 1),
            (radius + 2, -height / 2),
            (-radius - 2 - width, -height / 2),
            (-width / 2, -radius - 1 - height),
            (radius - 2, radius - 4),
            (-radius + 2 - width, radius - 4),
            (radius - 2, -radius + 4 - height),
            (-radius + 2 - width, -radius + 4 - height),
            (-width * 0.8, radius + 1),
            (-width * 0.2, radius + 1),
            (-width * 0.8, -radius - 1 - height),
            (-width * 0.2, -radius - 1 - height),
        ):
            yield Label(QRectF(place.x() + x, place.y() + y, width, height), text)

    def _circle(self, number: int, place: QPointF) -> QRectF:
        radius = self.radii[number]
        return QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)

    # -- painting

    def paint(
        self, painter: QPainter, colours: Colours, chosen: int | None = None, hovered: int | None = None
    ) -> None:
        """Paint edges, nodes and labels; with `chosen`, only it and its neighbours in full strength."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near = self.neighbours(chosen) if chosen is not None else None
        self._paint_edges(painter, colours, chosen)
        for node in self.network.nodes:
            number = node.entity.id
            painter.setOpacity(1.0 if near is None or number in near else 0.18)
            self._paint_node(painter, colours, node, number in (chosen, hovered))
        painter.setFont(self.font)
        for node in self.network.nodes:
            number = node.entity.id
            label = self.labels.get(number)
            shown = near is not None and number in near and label is None and len(near) <= 24
            if number == hovered or shown:
                continue
            if label is not None:
                strength = 1.0 if near is None or number in near else 0.18
                painter.setOpacity(0.8 * strength)
                painter.fillRect(label.rect.adjusted(1, 1, -1, -1), QColor(colours.window))
                painter.setOpacity(strength)
                painter.setPen(QColor(colours.ink))
                painter.drawText(label.rect, Qt.AlignmentFlag.AlignCenter, label.text)
        painter.setOpacity(1.0)
        self._paint_over(painter, colours, hovered)

    def neighbours(self, number: int) -> set[int]:
        """An entity and all with which it is linked."""
        found = {number}
        for edge in self.network.edges:
            if number in (edge.one, edge.other):
                found |= {edge.one, edge.other}
        return found

    def _paint_edges(self, painter: QPainter, colours: Colours, chosen: int | None) -> None:
        most = max((edge.articles for edge in self.network.edges), default=1)
        for edge in self.network.edges:
            own = chosen is not None and chosen in (edge.one, edge.other)
            colour = QColor(colours.accent if own else colours.faint)
            colour.setAlphaF(0.75 if own else 0.1 if chosen is not None else 0.35)
            painter.setPen(QPen(colour, 0.7 + 3.3 * sqrt(edge.articles / most)))
            painter.drawLine(self.places[edge.one], self.places[edge.other])

    def _paint_node(self, painter: QPainter, colours: Colours, node: NetworkNode, strong: bool) -> None:
        number, kind = node.entity.id, node.entity.type
        place, radius = self.places[number], self.radii[number]
        ring = colours.accent if strong or number == self.network.centre else colours.window
        painter.setPen(QPen(QColor(ring), 2.5 if strong or number == self.network.centre else 1.5))
        painter.setBrush(QColor(colours.of(kind)))
        painter.drawEllipse(place, radius, radius)
        size = radius * 1.2
        draw(
            painter,
            kind.value,
            colours.window,
            QRectF(place.x() - size / 2, place.y() - size / 2, size, size),
        )

    def _paint_over(self, painter: QPainter, colours: Colours, hovered: int | None) -> None:
        """The label under the pointer, over everything, on a ground of its own."""
        node = next((each for each in self.network.nodes if each.entity.id == hovered), None)
        if node is None:
            return
        label = self.label_of(node)
        width = self._metrics.horizontalAdvance(node.entity.name) + 12
        rect = QRectF(label.rect.center().x() - width / 2, label.rect.top(), width, label.rect.height() + 2)
        painter.setPen(QPen(QColor(colours.field_line), 1))
        painter.setBrush(QColor(colours.paper))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(QColor(colours.ink))
        painter.setFont(self.font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, node.entity.name)


def spread(network: Network, width: float, height: float) -> npt.NDArray[np.float64]:
    """The places of all nodes in a box, pushed apart so that each has room for its label if there is any."""
    import numpy as np  # not at the start of the program, which would wait for it

    places = np.array([(node.x * width, node.y * height) for node in network.nodes], dtype=float).reshape(
        -1, 2
    )
    count = len(places)
    places += np.array([(n % 3 - 1, n % 5 - 2) for n in range(count)]).reshape(-1, 2)  # none on one line
    if count < 2:
        return places
    ease = min(1.0, sqrt(width * height / (count * _ROOM_X * _ROOM_Y * 1.5)))
    room = np.array([max(_ROOM_X * ease, 2 * LEAST + 6), max(_ROOM_Y * ease, 2 * LEAST + 6)])
    held = np.array([node.entity.id == network.centre for node in network.nodes])
    for _ in range(_ROUNDS):
        between = (places[:, None, :] - places[None, :, :]) / room
        distance = np.sqrt((between**2).sum(axis=2))
        np.fill_diagonal(distance, 9.0)
        lacking = np.clip(1.0 - distance, 0.0, None)
        if not lacking.any():
            break
        push = (between / np.maximum(distance, 0.05)[:, :, None] * lacking[:, :, None]).sum(axis=1)
        places += np.where(held[:, None], 0.0, push * room * 0.5)
        places = np.clip(places, 0.0, (width, height))
    return places


def _cells(rect: QRectF) -> Iterator[tuple[int, int]]:
    for x in range(int(rect.left() // _CELL), int(rect.right() // _CELL) + 1):
        for y in range(int(rect.top() // _CELL), int(rect.bottom() // _CELL) + 1):
            yield x, y


def _distance(one: QPointF, other: QPointF) -> float:
    return sqrt((one.x() - other.x()) ** 2 + (one.y() - other.y()) ** 2)
