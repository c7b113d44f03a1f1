"""Typography with one choice, from the menu behind the header's button."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.reader.commands import ReaderCommands
from desktop_app.reader.presets import PRESETS, TypographyMenu
from desktop_app.session import Session
from desktop_app.theme import Paper
from desktop_app.theme.fonts import Face


def action(menu: QMenu, name: str) -> QAction:
    return next(each for each in menu.actions() if each.objectName() == f"reader.{name}")


def test_a_preset_sets_face_size_measure_and_spacing_at_once(qtbot: QtBot, session: Session) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    TypographyMenu(session, ReaderCommands(QMenu(menu), menu), menu)
    assert action(menu, "preset.book").isChecked()
    action(menu, "preset.large").trigger()
    assert PRESETS["large"].fits(session.settings)
    assert action(menu, "preset.large").isChecked()
    assert not action(menu, "preset.book").isChecked()
    session.change_settings(reading_size=25)
    assert not any(action(menu, f"preset.{name}").isChecked() for name in ("book", "large", "dense"))


def test_face_paper_and_columns_follow_the_settings(qtbot: QtBot, session: Session) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    TypographyMenu(session, ReaderCommands(QMenu(menu), menu), menu)
    action(menu, "face.sans").trigger()
    assert session.settings.reading_face is Face.SANS
    action(menu, "sepia").trigger()
    assert session.settings.paper is Paper.SEPIA
    action(menu, "vertical").trigger()
    assert session.settings.vertical
    session.change_settings(vertical=False, paper=Paper.WINDOW)
    assert not action(menu, "vertical").isChecked()
    assert not action(menu, "sepia").isChecked()
