"""The palette finds every action by words, pinyin, initials, and does it with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.palette.matching import order, worth
from desktop_app.palette.palette import CommandRole, Palette, commands_of
from desktop_app.settings import Memory

TITLES = ("导入文件", "导入报告", "打开档案库", "全屏显示", "核对引文", "Import a folder", "新增視窗")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("导入报", "导入报告"),
        ("drwj", "导入文件"),
        ("daorubaogao", "导入报告"),
        ("dkdak", "打开档案库"),
        ("hdyw", "核对引文"),
        ("full", None),
        ("folder", "Import a folder"),
        ("iaf", "Import a folder"),
        ("新增窗", "新增視窗"),
        ("xzsc", "新增視窗"),
        ("xin zeng", "新增視窗"),
    ],
)
def test_a_command_is_found_by_words_pinyin_and_initials(typed: str, first: str | None) -> None:
    found = order(TITLES, typed)
    assert (TITLES[found[0]] if found else None) == first


def test_with_nothing_typed_all_are_offered_the_ones_used_lately_first() -> None:
    found = order(TITLES, "", recent=["全屏显示", "导入报告"])
    assert [TITLES[number] for number in found[:2]] == ["全屏显示", "导入报告"]
    assert sorted(found) == list(range(len(TITLES)))


@given(st.sampled_from(TITLES), st.data())
def test_any_part_of_the_words_finds_the_command(title: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(title) - 1))
    end = data.draw(st.integers(start + 1, len(title)))
    wanted = "".join(title[start:end].split())
    assert TITLES.index(title) in order(TITLES, wanted)


@given(st.text(max_size=12))
def test_nothing_typed_is_an_error(typed: str) -> None:
    assert set(order(TITLES, typed)) <= set(range(len(TITLES)))
    assert worth("", typed.strip()) >= 0


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    yield window


def menus(window: QWidget, done: list[str]) -> list[QMenu]:
    archive, view, inner = QMenu("&Archive", window), QMenu("&View", window), QMenu("&Colours", window)
    for menu, text in ((archive, "&Import…"), (archive, "Close"), (inner, "&Dark"), (view, "Full screen")):
        action = QAction(text, window)
        action.triggered.connect(lambda _=False, text=text: done.append(text))
        menu.addAction(action)
    view.addMenu(inner)
    archive.actions()[1].setEnabled(False)
    return [archive, view]


def test_every_action_of_every_menu_is_there_but_not_those_that_cannot_be_done(
    qtbot: QtBot, window: QWidget
) -> None:
    made = menus(window, [])
    assert [(each.title, each.menu) for each in commands_of(made)] == [
        ("Import", "Archive"),
        ("Close", "Archive"),
        ("Full screen", "View"),
        ("Dark", "View › Colours"),
    ]
    palette = Palette(made, Memory(), window)
    palette.show()
    titles = [palette.model.index(row, 0).data() for row in range(palette.model.rowCount())]
    assert titles == ["Import", "Full screen", "Dark"]
    palette.close()


def test_typing_and_return_do_the_action_and_remember_it(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    made, memory = menus(window, done), Memory()
    palette = Palette(made, memory, window)
    palette.show()
    QTest.keyClicks(palette.field, "dark")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: done == ["&Dark"])
    again = Palette(made, memory, window)
    again.show()
    assert again.view.currentIndex().data() == "Dark"
    QTest.keyClick(again.field, Qt.Key.Key_Down)
    QTest.keyClick(again.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: done == ["&Dark", "&Import…"])


def test_nothing_found_is_said_and_return_does_nothing(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    palette = Palette(menus(window, done), Memory(), window)
    palette.show()
    QTest.keyClicks(palette.field, "zzzz")
    assert palette.model.rowCount() == 0 and not palette.view.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible() and not done
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_screen_reader_hears_menu_and_keys(qtbot: QtBot, window: QWidget) -> None:
    made = menus(window, [])
    made[1].actions()[0].setShortcut("F11")
    palette = Palette(made, Memory(), window)
    index = palette.model.index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Full screen, View, F11"
    assert index.data(CommandRole).keys == "F11"
    palette.close()
