"""Icons: SVG line drawings in `resources/icons`, recoloured by the theme.

`icon("search")` gives one in today's colours; `wear(button, "search")` also changes it when the theme
changes. Drawn on a 20 px grid with 1.5 px lines in `currentColor`.
"""

from __future__ import annotations

import weakref
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.theme.tokens import Colours
from index.paths import resource

_worn: dict[int, tuple[weakref.ref[QObject], str, str]] = {}


class _Wearer(Protocol):
    def setIcon(self, icon: QIcon) -> None: ...


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The drawing `name` in `colour`, `size` device pixels wide and high."""
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def draw(painter: QPainter, name: str, colour: str, where: QRectF) -> None:
    """Draw the lines themselves, for pictures of any size and for vector files."""
    _renderer(name, colour).render(painter, where)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


class _Drawn(QIconEngine):
    """Draws an icon when somebody looks at it: most of those in menus nobody ever does."""

    def __init__(self, name: str, normal: str, disabled: str, on: str) -> None:
        super().__init__()
        self._look = (name, normal, disabled, on)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """For a screen with `scale` pixels to a point; `size` is in points."""
        return self._drawn(min(size.width(), size.height()) * scale, mode, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """`size` is in pixels."""
        return self._drawn(min(size.width(), size.height()), mode, state)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """In the middle of `rect`, sharp on every screen."""
        width = min(rect.width(), rect.height())
        where = QRect(0, 0, width, width)
        where.moveCenter(rect.center())
        drawn = self.scaledPixmap(where.size(), mode, state, painter.device().devicePixelRatioF())
        painter.drawPixmap(where, drawn)

    def clone(self) -> QIconEngine:
        """Another of the same look."""
        return _Drawn(*self._look)

    def _drawn(self, width: float, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        name, normal, disabled, on = self._look
        off = disabled if mode is QIcon.Mode.Disabled else normal
        colour = on if state is QIcon.State.On and mode is not QIcon.Mode.Disabled else off
        return pixmap(name, colour, round(width))


@lru_cache(maxsize=512)
def build(name: str, normal: str, disabled: str, on: str) -> QIcon:
    """An icon whose lines are `normal`, `disabled` when off and `on` when checked."""
    _drawing(name)  # one that is missing is missed at once
    return QIcon(_Drawn(name, normal, disabled, on))


def icon_in(colours: Colours, name: str, role: str = "ink") -> QIcon:
    """The icon in a scheme; `role` names a field of Colours (`ink`, `secondary`, `accent`, ...)."""
    return build(name, getattr(colours, role), colours.field_line, colours.accent)


def remember(wearer: QObject, name: str, role: str) -> None:
    """Note that `wearer` (with `setIcon`) shows this icon, for `redress`."""
    key = id(wearer)
    _worn[key] = (weakref.ref(wearer, lambda _, key=key: _worn.pop(key, None)), name, role)  # type: ignore[misc]


def redress(colours: Colours) -> None:
    """Give every remembered wearer its icon in the colours of today."""
    import shiboken6

    for key, (reference, name, role) in list(_worn.items()):
        wearer = reference()
        if wearer is None or not shiboken6.isValid(wearer):
            _worn.pop(key, None)
            continue
        wearer.setIcon(icon_in(colours, name, role))  # type: ignore[attr-defined]


def mark() -> QIcon:
    """The program's own mark, in its own colours."""
    result = QIcon()
    renderer = QSvgRenderer(str(resource("icons", "juanzong.svg")))
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(QSize(size, size))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        result.addPixmap(picture)
    return result
