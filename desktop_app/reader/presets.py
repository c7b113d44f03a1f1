"""Ways of setting an article with one choice, and the menu that offers them with face, paper and columns.

The menu stands behind the Aa button of the reader's header and in the article menu.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.reader.commands import ReaderCommands
from desktop_app.reader.material import Material
from desktop_app.reader.typesetting import Typography
from desktop_app.session import Session
from desktop_app.settings import Settings
from desktop_app.theme import Paper, theme
from desktop_app.theme.fonts import Face, face_available


@dataclass(frozen=True, slots=True)
class Preset:
    """Face, size in px, characters in a line, line height."""

    face: Face
    size: int
    measure: int
    leading: float

    def fits(self, settings: Settings) -> bool:
        """Whether the settings are just this."""
        return self == Preset(
            settings.reading_face,
            settings.reading_size,
            settings.reading_measure,
            settings.reading_leading,
        )


ZOOM_STEP = 10  # per cent
PRESETS = {
    "book": Preset(Face.SERIF, 18, 38, 1.8),
    "screen": Preset(Face.SANS, 17, 42, 1.7),
    "brush": Preset(Face.KAI, 20, 34, 1.8),
    "dense": Preset(Face.SANS, 15, 52, 1.5),
    "large": Preset(Face.SERIF, 26, 28, 1.9),
}


def typography_of(session: Session, material: Material | None) -> Typography:
    """How an article is set as the settings and the zoom are."""
    settings = session.settings
    return Typography(
        face=settings.reading_face,
        script=material.script if material else session.script,
        printed_traditional=material.printed_traditional if material else False,
        size=settings.reading_size,
        line_height=settings.reading_leading,
        measure=settings.reading_measure,
        zoom=session.zoom / 100,
    )


class TypographyMenu(QObject):
    """`menu` changes the settings of reading and shows what they are."""

    def __init__(self, session: Session, commands: ReaderCommands, menu: QMenu) -> None:
        super().__init__(menu)
        self._session = session
        commands["typography"].setMenu(menu)
        commands["zoom_in"].triggered.connect(lambda: self.zoom(1))
        commands["zoom_out"].triggered.connect(lambda: self.zoom(-1))
        commands["zoom_reset"].triggered.connect(lambda: session.set_zoom(100))
        self.menu = menu
        self._presets: dict[str, QAction] = {}
        self._faces: dict[Face, QAction] = {}
        for number, name in enumerate(self._offered(), start=1):
            action = self._add(f"Ctrl+Alt+{number}", f"preset.{name}")
            action.triggered.connect(lambda _=False, preset=PRESETS[name]: self._take(preset))
            self._presets[name] = action
        menu.addSeparator()
        group = QActionGroup(menu)
        faces = [face for face in Face if face is not Face.KAI or face_available(Face.KAI)]
        for number, face in enumerate(faces, start=6):
            action = group.addAction(self._add(f"Ctrl+Alt+{number}", f"face.{face.value}"))
            action.triggered.connect(lambda _=False, face=face: session.change_settings(reading_face=face))
            self._faces[face] = action
        menu.addSeparator()
        self._sepia = self._add("Ctrl+Alt+S", "sepia")
        self._sepia.triggered.connect(
            lambda on: session.change_settings(paper=Paper.SEPIA if on else Paper.WINDOW)
        )
        self._vertical = self._add("Ctrl+Alt+V", "vertical")
        self._vertical.triggered.connect(lambda on: session.change_settings(vertical=on))
        menu.addSeparator()
        menu.addActions([commands[name] for name in ("zoom_in", "zoom_out", "zoom_reset")])
        session.settings_changed.connect(self._show)
        theme().changed.connect(self._theme_changed)  # a lambda would be called when the menu is gone
        self.retranslate()
        self._show(session.settings)

    def zoom(self, steps: int) -> None:
        """Larger (1) or smaller (-1) text."""
        self._session.set_zoom(self._session.zoom + steps * ZOOM_STEP)

    def retranslate(self) -> None:
        """Name the entries in the language in force."""
        tr = QCoreApplication.translate
        self.menu.setTitle(tr("Typography", "Typography"))
        names = {
            "book": tr("Typography", "Like a book: Song, 38 characters"),
            "screen": tr("Typography", "Like a screen: Hei, 42 characters"),
            "brush": tr("Typography", "Like handwriting: Kai, 34 characters"),
            "dense": tr("Typography", "Dense: much on one page"),
            "large": tr("Typography", "Large print"),
        }
        faces = {
            Face.SERIF: tr("Typography", "Song (serif)"),
            Face.SANS: tr("Typography", "Hei (sans serif)"),
            Face.KAI: tr("Typography", "Kai (brush)"),
        }
        for name, action in self._presets.items():
            _name(action, names[name])
        for face, action in self._faces.items():
            _name(action, faces[face])
        _name(self._sepia, tr("Typography", "Sepia paper"))
        _name(self._vertical, tr("Typography", "Traditional text in vertical columns"))

    def _offered(self) -> list[str]:
        return [name for name in PRESETS if name != "brush" or face_available(Face.KAI)]

    def _add(self, keys: str, name: str) -> QAction:
        action = self.menu.addAction("")
        action.setObjectName(f"reader.{name}")
        action.setCheckable(True)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action

    def _take(self, preset: Preset) -> None:
        self._session.change_settings(
            reading_face=preset.face,
            reading_size=preset.size,
            reading_measure=preset.measure,
            reading_leading=preset.leading,
        )
        self._show(self._session.settings)

    def _theme_changed(self) -> None:
        self._show(self._session.settings)

    def _show(self, settings: Settings) -> None:
        for name, action in self._presets.items():
            action.setChecked(PRESETS[name].fits(settings))
        for face, action in self._faces.items():
            action.setChecked(face is settings.reading_face)
        self._sepia.setChecked(settings.paper is Paper.SEPIA)
        self._sepia.setEnabled(not theme().is_dark)  # dark stays dark
        self._vertical.setChecked(settings.vertical)


def _name(action: QAction, text: str) -> None:
    action.setText(text)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{text} ({keys})" if keys else text)
