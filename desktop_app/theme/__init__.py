"""How the window looks: colours, fonts, icons, and the switch between light and dark while it runs.

Every pane uses these few names:

    colours()             the Colours in force (tokens.py); ask again after `theme().changed`
    reading_colours()     those of the article's paper (sepia if the user wants it)
    icon(name, role)      a recoloured icon from resources/icons
    wear(target, name)    give a button or action an icon that follows the theme
    theme()               the switch itself, with the signal `changed`

Painted widgets (delegates, charts) connect `theme().changed` to `update`; others need do nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.theme import icons
from desktop_app.theme.fonts import interface_font
from desktop_app.theme.stylesheet import palette, stylesheet
from desktop_app.theme.tokens import DARK, LIGHT, SEPIA, Colours

__all__ = ["Appearance", "Colours", "Paper", "Theme", "colours", "icon", "reading_colours", "theme", "wear"]


class Appearance(StrEnum):
    """Light or dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Paper(StrEnum):
    """The ground of the article."""

    WINDOW = "window"
    SEPIA = "sepia"


class Theme(QObject):
    """The look in force; one per application, made by `theme()`."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = Appearance.SYSTEM
        self._paper = Paper.WINDOW
        self._language = "en"
        self._dressed = False
        self._undressed = False  # while many widgets are made
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)

    @property
    def colours(self) -> Colours:
        """Colours of panes, lists and bars."""
        return DARK if self.is_dark else LIGHT

    @property
    def reading_colours(self) -> Colours:
        """Colours of the article."""
        return SEPIA if self._paper is Paper.SEPIA and not self.is_dark else self.colours

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is in force."""
        if self._appearance is Appearance.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._appearance is Appearance.DARK

    def choose(
        self,
        appearance: Appearance | None = None,
        *,
        paper: Paper | None = None,
        language: str | None = None,
    ) -> None:
        """Put a look in force; what is None stays. Called at start and by the settings."""
        before = (self._appearance, self._paper, self._language)
        self._appearance = appearance or self._appearance
        self._paper = paper or self._paper
        self._language = language or self._language
        if not self._dressed or before != (self._appearance, self._paper, self._language):
            self._apply()

    @contextlib.contextmanager
    def dressed_at_the_end(self) -> Iterator[None]:
        """Make many widgets in this block, then style them all once: styling each at each step is slow."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101
        self._undressed = not app.styleSheet()
        try:
            yield
        finally:
            if self._undressed:
                self._undressed = False
                app.setStyleSheet(stylesheet(self.colours))

    def _system_changed(self) -> None:
        if self._appearance is Appearance.SYSTEM and self._dressed:
            self._apply()

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101
        if not self._dressed:
            app.setStyle("Fusion")
        self._dressed = True
        app.setFont(interface_font(self._language))
        app.setPalette(palette(self.colours))
        if not self._undressed:
            app.setStyleSheet(stylesheet(self.colours))
        icons.redress(self.colours)
        self.changed.emit()


def theme() -> Theme:
    """The application's theme; made on first call, which needs a QApplication."""
    app = QCoreApplication.instance()
    assert app is not None, "the theme needs a QApplication"  # noqa: S101
    found = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Theme) else Theme(app)


def colours() -> Colours:
    """The colours in force."""
    return theme().colours


def reading_colours() -> Colours:
    """The colours of the article in force."""
    return theme().reading_colours


def icon(name: str, role: str = "ink") -> QIcon:
    """The icon `resources/icons/NAME.svg`; `role` is a field of Colours. See `wear`."""
    return icons.icon_in(colours(), name, role)


def wear(target: Any, name: str, role: str = "ink") -> None:
    """Give `target` (QAction, button: anything with setIcon) an icon that follows the theme."""
    target.setIcon(icon(name, role))
    icons.remember(target, name, role)
