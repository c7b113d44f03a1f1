"""The reader's commands answer to their keys, also those that stand in menus below the article menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop_app.reader.pane import ReaderPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Callable[[], None]
) -> Iterator[ReaderPane]:
    window = QMainWindow()
    qtbot.addWidget(window)
    pane = ReaderPane(session, tasks)
    window.setCentralWidget(pane)
    for action in pane.menu_actions():
        if action is not None:
            window.addAction(action)
    session.set_archive(archive)  # type: ignore[arg-type]
    window.resize(800, 600)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    session.open_article(1)
    settled()
    yield pane
    pane.shut_down()


def test_keys_of_commands_in_submenus_work(pane: ReaderPane) -> None:
    QTest.keyClick(pane.view, Qt.Key.Key_F12)
    assert pane.companion.isVisible()
    QTest.keyClick(pane.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert pane.tab_strip.count() == 2
    QTest.keyClick(pane.view, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert pane.commands["mark_choices"].isChecked()


def test_every_command_stands_in_the_article_menu_once(pane: ReaderPane) -> None:
    found: list[str] = []
    for action in pane.menu_actions():
        if action is not None:
            below = action.menu()
            inside = below.actions() if below is not None else [action]  # type: ignore[attr-defined]
            found += [each.objectName() for each in inside if each.objectName()]
    assert len(found) == len(set(found))
    named = {name for name in found if not name.startswith(("reader.preset", "reader.face"))}
    assert {"reader.zoom_in", "reader.copy_cited", "reader.beside_came", "reader.next_tab"} <= named
