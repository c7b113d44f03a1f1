"""The whole window on the sample archive: search, read, switch, hide, drop, remember, translate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.application import Application
from desktop_app.dialogs.new_archive import NewArchive
from desktop_app.main_window import MainWindow
from desktop_app.main_window.workspace import Pane
from desktop_app.settings import Memory, Settings
from index.archive import Archive
from index.errors import IndexDamaged
from index.model import Script, Sort
from tests.desktop_app.running import rest

Opened = Callable[..., Application]


@pytest.fixture
def start(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """Starts the program; at the end the window is closed and the work stopped."""
    monkeypatch.setattr("index.archive.upkeep.default_count", lambda: 0)
    started: list[Application] = []

    def begin(archive: Path | None = None, **options: object) -> Application:
        application = Application(Settings(language="en"), Memory())
        started.append(application)
        application.window.resize(1280, 800)
        application.start(archive, **options)  # type: ignore[arg-type]
        if archive is not None:
            qtbot.waitUntil(lambda: application.session.archive is not None)
            rest(qtbot, application)
        return application

    yield begin
    for application in started:
        rest(qtbot, application)
        application.window.close()
        application.discard()


def actions_of(window: MainWindow) -> list[QAction]:
    found: list[QAction] = []

    def walk(menu: QMenu) -> None:
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu):
                walk(below)
            elif not action.isSeparator():
                found.append(action)

    for menu in window.menus.all:
        walk(menu)
    return found


def test_without_an_archive_there_is_the_start_page(qtbot: QtBot, start: Opened) -> None:
    window = start().window
    assert window.stack.currentWidget() is window.start_page
    assert not window.actions_.import_files.isEnabled()
    assert window.actions_.new_archive.isEnabled()
    assert not window.search_box.isVisible()


def test_a_query_typed_into_the_box_shows_hits_and_the_article(
    qtbot: QtBot, start: Opened, sample_archive_path: Path
) -> None:
    application = start(sample_archive_path)
    session, window = application.session, application.window
    qtbot.keyClicks(window.search_box.field, "5820")
    qtbot.waitUntil(lambda: session.hits is not None and session.hits.request.text == "5820")
    assert session.hits is not None
    assert session.hits.total == 5
    with qtbot.waitSignal(session.article_changed):
        session.open_article(session.hits.ids(0, 1)[0])
    rest(qtbot, application)
    assert session.article is not None
    assert window.windowTitle().startswith("样例")


def test_keys_switch_the_script_for_everything(
    qtbot: QtBot, start: Opened, sample_archive_path: Path
) -> None:
    application = start(sample_archive_path)
    session, window = application.session, application.window
    seen = []
    for _ in range(3):
        window.actions_.next_script.trigger()
        seen.append(session.script)
        assert window.actions_.scripts[session.script].isChecked()
    assert seen == [Script.SIMPLIFIED, Script.TRADITIONAL, Script.ORIGINAL]
    window.actions_.scripts[Script.HONGKONG].trigger()
    assert session.script is Script.HONGKONG
    assert session.settings.traditional_variant is Script.HONGKONG


def test_the_order_is_chosen_in_the_menu(qtbot: QtBot, start: Opened, sample_archive_path: Path) -> None:
    application = start(sample_archive_path)
    application.window.actions_.sorts[Sort.OLDEST].trigger()
    assert application.session.request.sort is Sort.OLDEST
    application.window.actions_.next_sort.trigger()
    assert application.session.request.sort is Sort.RELEVANCE


def test_panes_hide_and_come_back_but_never_all(
    qtbot: QtBot, start: Opened, sample_archive_path: Path
) -> None:
    window = start(sample_archive_path).window
    window.actions_.show_results.trigger()
    assert not window.results.isVisible()
    assert not window.actions_.show_results.isChecked()
    window.actions_.show_reader.trigger()
    assert window.results.isVisible()
    assert not window.reader.isVisible()
    window.actions_.show_reader.trigger()
    window.actions_.show_sidebar.trigger()
    assert window.reader.isVisible()
    assert not window.sidebar.isVisible()


def test_in_a_narrow_window_the_names_are_a_drawer(
    qtbot: QtBot, start: Opened, sample_archive_path: Path
) -> None:
    application = start(sample_archive_path)
    window = application.window
    application.session.change_settings(reduced_motion=True)
    assert window.sidebar.isVisible()
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: window.workspace.narrow)
    assert not window.sidebar.isVisible()
    window.actions_.show_sidebar.trigger()
    assert window.sidebar.isVisible()
    assert window.sidebar.mapTo(window, window.sidebar.rect().topRight()).x() >= window.width() - 2
    application.session.focus_search_requested.emit()
    assert not window.sidebar.isVisible()
    assert not window.actions_.show_sidebar.isChecked()
    window.resize(1300, 700)
    qtbot.waitUntil(lambda: not window.workspace.narrow)
    assert window.sidebar.isVisible()
    assert window.workspace.shown(Pane.SIDEBAR)


def test_sizes_and_hidden_panes_are_remembered(
    qtbot: QtBot, start: Opened, sample_archive_path: Path
) -> None:
    first = start(sample_archive_path)
    first.window.actions_.show_sidebar.trigger()
    first.window.resize(1400, 820)
    rest(qtbot, first)
    first.window.close()
    second = start()
    assert not second.window.workspace.shown(Pane.SIDEBAR)
    qtbot.waitUntil(lambda: second.session.archive is not None)
    assert second.session.archive is not None
    assert second.session.archive.path == sample_archive_path


def test_the_next_pane_key_goes_round(qtbot: QtBot, start: Opened, sample_archive_path: Path) -> None:
    application = start(sample_archive_path)
    window = application.window
    application.session.open_article(1)
    rest(qtbot, application)
    window.search_box.take_focus()
    seen = []
    for _ in range(4):
        window.actions_.next_pane.trigger()
        focus = QApplication.focusWidget()
        assert focus is not None
        places = (window.results, window.reader, window.sidebar, window.search_box)
        seen.append([place is focus or place.isAncestorOf(focus) for place in places].index(True))
    assert seen == [0, 1, 2, 3]


def test_an_empty_pane_is_passed_over(qtbot: QtBot, start: Opened, sample_archive_path: Path) -> None:
    window = start(sample_archive_path).window
    window.search_box.take_focus()
    for _ in range(2):
        window.actions_.next_pane.trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert not window.reader.isAncestorOf(focus)
    assert not window.results.isAncestorOf(focus)


def test_escape_leads_to_the_search_box(qtbot: QtBot, start: Opened, sample_archive_path: Path) -> None:
    window = start(sample_archive_path).window
    window.status_line.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.search_box.isAncestorOf(focus)


def test_every_action_has_words_tip_and_a_place_and_no_key_twice(
    qtbot: QtBot, start: Opened, sample_archive_path: Path
) -> None:
    window = start(sample_archive_path).window
    keys: dict[str, str] = {}
    actions = actions_of(window)
    assert len(actions) > 40
    for action in {id(action): action for action in actions}.values():
        assert action.text()
        assert action.toolTip(), action.text()
        for key in action.shortcuts():
            name = key.toString(QKeySequence.SequenceFormat.PortableText)
            assert name not in keys, f"{name}: {keys.get(name)} and {action.text()}"
            keys[name] = action.text()


def test_everything_that_takes_focus_has_a_name_for_screen_readers(
    qtbot: QtBot, start: Opened, sample_archive_path: Path
) -> None:
    window = start(sample_archive_path).window
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in window.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                assert widget.accessibleName() or text, f"{widget} in {widget.parent()}"


def drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(
        window, QDropEvent(QPointF(50, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    )


def test_a_folder_dropped_on_the_start_page_becomes_an_archive(
    qtbot: QtBot, start: Opened, tmp_path: Path
) -> None:
    application = start()
    application.session.change_settings(archives_folder=str(tmp_path))
    folder = tmp_path / "剪报"
    folder.mkdir()
    (folder / "一.txt").write_text("一篇文章\n　　正文在这里，说的是联席会议的事情。\n", "utf-8")
    drop(application.window, [folder])
    dialog = application.window.findChild(NewArchive)
    assert dialog is not None
    assert dialog.path == tmp_path / "剪报.juanzong"
    with qtbot.waitSignal(application.session.archive_content_changed, timeout=30_000):
        dialog.accept()
    rest(qtbot, application)
    assert Archive.is_archive(tmp_path / "剪报.juanzong")
    assert application.session.archive is not None
    assert application.session.archive.stats().articles == 1


def test_files_dropped_on_an_open_archive_are_imported(qtbot: QtBot, start: Opened, tmp_path: Path) -> None:
    Archive.create(tmp_path / "库.juanzong").close()
    application = start(tmp_path / "库.juanzong")
    file = tmp_path / "一.txt"
    file.write_text("一篇文章\n　　正文在这里，说的是联席会议的事情。\n", "utf-8")
    said = application.window.status_line._index
    assert said.text() == "index complete"
    with qtbot.waitSignal(application.session.archive_content_changed, timeout=30_000):
        drop(application.window, [file])
        assert not said.text()
    rest(qtbot, application)
    assert said.text() == "index complete"
    assert application.session.hits is not None
    assert application.session.hits.total == 1


def test_while_files_hover_it_is_said_where_they_would_go(
    qtbot: QtBot, start: Opened, sample_archive_path: Path, tmp_path: Path
) -> None:
    window = start(sample_archive_path).window
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        window, QDragEnterEvent(QPoint(50, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    )
    assert window.drop_hint.isVisible()
    assert "样例" in window.drop_hint._words.text()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.drop_hint.isVisible()


def test_an_archive_dropped_is_opened(qtbot: QtBot, start: Opened, sample_archive_path: Path) -> None:
    application = start()
    with qtbot.waitSignal(application.session.archive_changed):
        drop(application.window, [sample_archive_path])
    rest(qtbot, application)
    assert application.window.stack.currentWidget() is application.window.workspace


def test_a_damaged_index_is_made_again_without_a_box(qtbot: QtBot, start: Opened, tmp_path: Path) -> None:
    Archive.create(tmp_path / "库.juanzong").close()
    application = start(tmp_path / "库.juanzong")
    application.session.trouble.emit(IndexDamaged(path=tmp_path, reason="missing"))
    rest(qtbot, application)
    assert not [each for each in application.window.findChildren(QDialog) if each.isVisible()]


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "设置"), ("zh_TW", "設定"), ("en", "Se&ttings")])
def test_the_window_is_renewed_in_another_language_with_everything_as_it_was(
    qtbot: QtBot, start: Opened, sample_archive_path: Path, language: str, words: str
) -> None:
    application = start(sample_archive_path)
    session = application.session
    session.search_text("会议")
    rest(qtbot, application)
    assert session.hits is not None
    first = session.hits.ids(0, 1)[0]
    session.open_article(first)
    rest(qtbot, application)
    other = "en" if language != "en" else "zh_CN"
    session.change_settings(language=other)
    qtbot.wait(1)
    session.change_settings(language=language)
    qtbot.waitUntil(lambda: words in application.window.actions_.settings.text())
    rest(qtbot, application)
    assert session.request.text == "会议"
    assert session.article is not None
    assert session.article.id == first
    assert application.window.isVisible()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_every_dialog_opens_in_every_language(
    qtbot: QtBot, start: Opened, sample_archive_path: Path, language: str
) -> None:
    application = start(sample_archive_path)
    application.session.change_settings(language=language)
    qtbot.wait(1)
    rest(qtbot, application)
    window, actions = application.window, application.window.actions_
    for action in (
        actions.settings, actions.report, actions.properties, actions.keyboard, actions.about,
        actions.new_archive, actions.import_files,
    ):  # fmt: skip
        action.trigger()
        dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
        assert len(dialogs) == 1, action.text()
        assert dialogs[0].windowTitle()
        rest(qtbot, application)
        dialogs[0].reject()
        qtbot.wait(1)


def test_closed_dialogs_hear_nothing_any_more(qtbot: QtBot, start: Opened, sample_archive_path: Path) -> None:
    application = start(sample_archive_path)
    window, actions = application.window, application.window.actions_
    for action in (actions.report, actions.properties, actions.settings):
        action.trigger()
        rest(qtbot, application)
        next(each for each in window.findChildren(QDialog) if each.isVisible()).close()
        qtbot.wait(1)
    application.session.change_settings(reading_size=21)
    application.session.content_changed()
    rest(qtbot, application)
    with qtbot.captureExceptions() as exceptions:
        actions.close_archive.trigger()
        rest(qtbot, application)
    assert exceptions == []


def test_light_and_dark_are_switched_from_the_menu(qtbot: QtBot, start: Opened, qapp: QApplication) -> None:
    window = start().window
    window.actions_.appearance_dark.trigger()
    assert qapp.palette().window().color().lightnessF() < 0.2
    assert window.actions_.appearance_dark.isChecked()
    window.actions_.appearance_light.trigger()
    assert qapp.palette().window().color().lightnessF() > 0.9


def test_the_window_closes_while_a_search_runs(
    qtbot: QtBot, start: Opened, sample_archive_path: Path
) -> None:
    application = start(sample_archive_path)
    for text in ("会", "会议", "联席会议"):
        application.session.search_text(text)
    application.window.close()
    assert not application.tasks.busy()
