"""The page in columns: for Traditional text where the user wants it, with hits, selection and places kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.reader.pane import ReaderPane
from desktop_app.reader.vertical import VerticalView
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.model import Script, SearchRequest
from tests.desktop_app.conftest import article

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

Settled = Callable[[], None]
LONG = "\n".join(f"第{n}段。會議審議通過了三年行動方案，要求各地抓好落實。" for n in range(120))


@pytest.fixture
def pane(qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Settled) -> ReaderPane:
    archive.articles[7] = article(7, "會議召開", LONG)
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    session.change_settings(vertical=True)
    pane.show()
    qtbot.waitExposed(pane)
    session.search(SearchRequest("第90段"))
    session.open_article(7)
    settled()
    return pane


def vertical(pane: ReaderPane) -> VerticalView:
    return pane._standing.vertical


def test_traditional_text_stands_in_columns_and_simplified_lies_in_lines(
    pane: ReaderPane, session: Session, settled: Settled
) -> None:
    assert vertical(pane).isVisible()
    session.set_script(Script.SIMPLIFIED)
    settled()
    assert not vertical(pane).isVisible()
    assert pane.view.isVisible()
    session.set_script(Script.TAIWAN)
    settled()
    assert vertical(pane).isVisible()
    session.change_settings(vertical=False)
    assert pane.view.isVisible()


def test_a_hit_is_brought_into_sight(qtbot: QtBot, pane: ReaderPane) -> None:
    bar = vertical(pane).horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2000)
    assert bar.value() == 0
    pane.commands["next_hit"].trigger()
    qtbot.waitUntil(lambda: bar.value() > 0)
    assert pane.view.first_visible() < pane.view.layers.query.spans[0][0]


def test_the_place_is_kept_when_lines_become_columns(
    qtbot: QtBot, pane: ReaderPane, session: Session
) -> None:
    pane.commands["next_hit"].trigger()
    bar = vertical(pane).horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    before = pane.view.place().offset
    session.change_settings(vertical=False)
    assert abs(pane.view.place().offset - before) < 120
    session.change_settings(vertical=True)
    assert abs(pane.view.place().offset - before) < 160


def test_what_is_selected_in_columns_is_copied(pane: ReaderPane, session: Session) -> None:
    viewport = vertical(pane).viewport()
    right = viewport.width() - 40
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(right, 30))
    QTest.mouseMove(viewport, QPoint(right, 400))
    QTest.mouseRelease(
        viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(right, 400)
    )
    assert session.selection is not None
    QTest.keyClick(vertical(pane), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "會議召開".startswith(QApplication.clipboard().text()[:2])
    assert QApplication.clipboard().text()


def test_keys_go_on_to_the_left_and_back(qtbot: QtBot, pane: ReaderPane) -> None:
    bar = vertical(pane).horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2000)
    QTest.keyClick(vertical(pane), Qt.Key.Key_Left)
    assert bar.value() > 0
    QTest.keyClick(vertical(pane), Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(vertical(pane), Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def test_beside_another_text_it_lies_in_lines_until_that_is_closed(
    pane: ReaderPane, settled: Settled
) -> None:
    pane.commands["beside_script"].trigger()
    settled()
    assert pane.view.isVisible()
    assert not vertical(pane).isVisible()
    pane.commands["beside_script"].trigger()
    assert vertical(pane).isVisible()


def test_hits_are_shown_in_the_bar_below(pane: ReaderPane) -> None:
    assert vertical(pane)._bar._marks[0] == [
        start / pane.view.page.length  # type: ignore[union-attr]
        for start, _ in pane.view.layers.query.spans
    ]
    assert vertical(pane)._bar._marks[0]
