"""What a screen reader is told, and that every field can be written in with an input method.

Read through Qt's accessibility interface: everything that can take the focus has a name and a role, in the
main window and in every dialog that an action opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.application import Application
from desktop_app.settings import Memory, Settings
from tests.desktop_app.running import rest

_DEEPEST, _WIDEST = 30, 60
_CELLS = {
    QAccessible.Role.Cell,
    QAccessible.Role.TreeItem,
    QAccessible.Role.ListItem,
    QAccessible.Role.ColumnHeader,
}


@pytest.fixture
def application(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, sample_archive_path: Path
) -> Iterator[Application]:
    """The program with an article on show; nothing that would open a system dialog or leave the program."""
    monkeypatch.setattr("index.archive.upkeep.default_count", lambda: 0)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintDialog.exec", lambda *_: 0)
    application = Application(Settings(language="en"), Memory())
    application.window.resize(1280, 800)
    application.start(sample_archive_path)
    session = application.session
    qtbot.waitUntil(lambda: session.archive is not None)
    rest(qtbot, application)
    session.search_text("联席会议")
    qtbot.waitUntil(lambda: session.hits is not None and session.hits.total > 0)
    assert session.hits is not None
    session.open_article(session.hits.ids(0, 1)[0])
    qtbot.waitUntil(lambda: session.article is not None)
    rest(qtbot, application)
    yield application
    rest(qtbot, application)
    application.quit()
    application.discard()


def nameless(top: QWidget) -> list[str]:
    """What can take the focus in `top` and has no name or no role."""
    found: list[str] = []

    def walk(each: QAccessibleInterface | None, depth: int) -> None:
        if each is None or not each.isValid() or depth > _DEEPEST:
            return
        state = each.state()
        if not state.invisible and state.focusable and each.role() not in _CELLS:  # type: ignore[attr-defined]
            name = each.text(QAccessible.Text.Name).strip()
            if not name or each.role() is QAccessible.Role.NoRole:
                widget = each.object()
                found.append(f"{type(top).__name__}: {each.role().name} {type(widget).__name__}")
        for number in range(min(each.childCount(), _WIDEST)):
            walk(each.child(number), depth + 1)

    walk(QAccessible.queryAccessibleInterface(top), 0)
    return found


def opening_actions(application: Application) -> list[QAction]:
    """The actions that open something, by their three dots."""
    menus = application.window.menus.all
    actions = [action for menu in menus for action in menu.actions() if not action.menu()]
    return [action for action in actions if action.text().rstrip(")").endswith("…")]


def opened_by(qtbot: QtBot, application: Application, action: QAction) -> list[QWidget]:
    before = {id(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    action.trigger()
    rest(qtbot, application)
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and id(widget) not in before and isinstance(widget, QWidget)
    ]


def in_order(top: QWidget) -> list[QAccessible.Role]:
    """The roles in sight, in the order in which a screen reader meets them."""
    found: list[QAccessible.Role] = []

    def walk(each: QAccessibleInterface | None, depth: int) -> None:
        if each is None or not each.isValid() or depth > _DEEPEST or each.state().invisible:  # type: ignore[attr-defined]
            return
        found.append(each.role())
        for number in range(min(each.childCount(), _WIDEST)):
            walk(each.child(number), depth + 1)

    walk(QAccessible.queryAccessibleInterface(top), 0)
    return found


def test_a_screen_reader_meets_results_article_and_names_in_this_order(application: Application) -> None:
    window = application.window
    met = in_order(window)
    results, names = met.index(QAccessible.Role.Table), met.index(QAccessible.Role.Tree)
    assert results < names
    window.resize(900, 700)
    window.resize(1280, 800)
    assert in_order(window).index(QAccessible.Role.Table) < in_order(window).index(QAccessible.Role.Tree)


def on_every_view(
    qtbot: QtBot, application: Application, look: Callable[[QWidget], list[str]]
) -> tuple[list[str], set[str]]:
    """What `look` finds in the main window and in all that actions open, and what was opened."""
    found, names = look(application.window), set()
    for action in opening_actions(application):
        if action.isEnabled():
            for widget in opened_by(qtbot, application, action):
                names.add(type(widget).__name__)
                found += look(widget)
                widget.close()
    return found, names


def test_what_takes_the_focus_has_a_name_and_a_role(qtbot: QtBot, application: Application) -> None:
    found, names = on_every_view(qtbot, application, nameless)
    assert {"SettingsDialog", "QueryBuilder", "HelpWindow", "Palette", "ReportWindow"} <= names
    assert found == []


def test_every_field_takes_text_from_an_input_method(qtbot: QtBot, application: Application) -> None:
    """While characters are being composed nothing else happens; what is chosen then stands in the field."""

    def refused(top: QWidget) -> list[str]:
        out: list[str] = []
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
            for field in top.findChildren(kind):
                if field.isVisible() and field.isEnabled() and not field.isReadOnly():
                    out += [f"{type(top).__name__}: {reason}" for reason in composed(field)]
        return out

    found, names = on_every_view(qtbot, application, refused)
    assert names
    assert found == []


def composed(field: QLineEdit | QPlainTextEdit | QTextEdit) -> list[str]:
    """What is wrong with composing 会议 in the field."""

    def text() -> str:
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    if not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        return ["no input method"]
    if isinstance(field, QLineEdit) and field.validator() is not None:
        return []  # a number or a date
    field.setFocus()
    field.clear()
    before = text()
    QApplication.sendEvent(field, QInputMethodEvent("huiyi", []))
    wrong = ["composition is taken for text"] if text() != before else []
    chosen = QInputMethodEvent("", [])
    chosen.setCommitString("会议")
    QApplication.sendEvent(field, chosen)
    if text() != "会议":
        wrong.append(f"{type(field).__name__} shows {text()!r}")
    return wrong


def test_dialogs_close_with_escape_and_give_the_focus_back(qtbot: QtBot, application: Application) -> None:
    window = application.window
    for action in opening_actions(application):
        if not action.isEnabled():
            continue
        for widget in opened_by(qtbot, application, action):
            if isinstance(widget, QDialog):
                qtbot.keyClick(widget, Qt.Key.Key_Escape)
                assert not widget.isVisible(), type(widget).__name__
            else:
                widget.close()
    assert window.isVisible()
