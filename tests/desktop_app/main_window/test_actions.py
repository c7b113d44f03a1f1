"""Every action has its place in a menu, a shortcut of its own, and a tooltip, in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app import i18n
from desktop_app.application import Application
from desktop_app.palette.palette import Command, commands_of
from desktop_app.settings import Memory, Settings

# Lists whose entries come and go: earlier archives, kept searches.
_LISTS = {
    "en": ("Recent archives", "Saved searches"),
    "zh_CN": ("最近的档案库", "已存搜索"),
    "zh_TW": ("最近的檔案庫", "已存搜尋"),
}

# What input methods, the system and programs in every Chinese office take for themselves.
_TAKEN = {
    *(
        "Ctrl+Space",
        "Shift+Space",
        "Ctrl+.",
        "Ctrl+Shift+F",
    ),  # input methods
    *("Ctrl+Shift+Space", "Alt+Space", "Alt+Tab", "Alt+F4", "Ctrl+Esc", "Ctrl+Shift+Esc", "Ctrl+Alt+Tab"),
    *("Ctrl+Alt+A", "Ctrl+Alt+W", "Ctrl+Alt+Z", "Alt+A"),  # pictures of the screen and messages in QQ, WeChat
    *("Ctrl+Alt+Left", "Ctrl+Alt+Right", "Ctrl+Alt+Up", "Ctrl+Alt+Down"),  # drivers turn the screen
}


@pytest.fixture(params=i18n.LANGUAGES)
def commands(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[list[Command]]:
    application = Application(Settings(language=request.param), Memory())
    lists = _LISTS[request.param]
    yield [
        each
        for each in commands_of(application.window.menus.all)
        if not each.menu.endswith(lists) or each.action.shortcut().toString()
    ]
    application.quit()
    application.discard()


def test_every_action_has_a_shortcut_of_its_own(commands: list[Command]) -> None:
    assert len(commands) > 80
    assert [f"{each.menu} › {each.title}" for each in commands if not each.keys] == []
    keys = Counter(key.toString() for each in commands for key in each.action.shortcuts())
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_shortcut_is_one_of_an_input_method_or_of_the_system(commands: list[Command]) -> None:
    keys = {key.toString() for each in commands for key in each.action.shortcuts()}
    assert keys & _TAKEN == set()


def test_every_action_has_a_tooltip_that_says_more_or_the_same(commands: list[Command]) -> None:
    assert [each.title for each in commands if not each.action.toolTip().strip()] == []


def test_no_two_actions_are_called_alike(commands: list[Command]) -> None:
    names = Counter((each.menu, each.title) for each in commands)
    assert [name for name, times in names.items() if times > 1] == []
