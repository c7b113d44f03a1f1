"""Several windows of one program: settings shared, what one imports the other finds, links find theirs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import i18n
from desktop_app.application import Application
from desktop_app.dialogs.error_box import ErrorBox
from desktop_app.handover import Request
from desktop_app.links import parse
from desktop_app.open_window import OpenWindow
from desktop_app.session import Place, Selection
from desktop_app.settings import Memory, Settings

Opened = Callable[..., Application]


@pytest.fixture
def start(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    monkeypatch.setattr("index.archive.upkeep.default_count", lambda: 0)
    started: list[Application] = []

    def begin(archive: Path | None = None, **options: object) -> Application:
        application = Application(Settings(language="en"), Memory())
        started.append(application)
        application.start(archive, **options)  # type: ignore[arg-type]
        if archive is not None:
            open_in(qtbot, application.front)
        return application

    yield begin
    for application in started:
        for each in application.windows:
            rest(qtbot, each)
        application.quit()
        application.discard()


def rest(qtbot: QtBot, each: OpenWindow) -> None:
    qtbot.waitUntil(lambda: not each.tasks.busy() and not each.librarian.working, timeout=30_000)


def open_in(qtbot: QtBot, each: OpenWindow) -> None:
    qtbot.waitUntil(lambda: each.session.archive is not None, timeout=30_000)
    rest(qtbot, each)


@pytest.fixture
def copy(sample_archive_path: Path, tmp_path: Path) -> Path:
    """The sample archive, to be written to."""
    return Path(shutil.copytree(sample_archive_path, tmp_path / "档案 一.juanzong"))


def test_a_second_window_shows_the_same_archive_and_closes_alone(
    qtbot: QtBot, start: Opened, copy: Path
) -> None:
    application = start(copy)
    first = application.windows[0]
    second = application.new_window()
    open_in(qtbot, second)
    assert second.path == first.path
    second.session.search_text("联席会议")
    rest(qtbot, second)
    assert first.session.request.text == ""
    second.window.close()
    qtbot.waitUntil(lambda: application.windows == [first])
    first.session.search_text("联席会议")
    rest(qtbot, first)
    assert first.session.hits is not None and first.session.hits.total > 0


def test_settings_changed_in_one_window_hold_in_all(qtbot: QtBot, start: Opened) -> None:
    application = start()
    second = application.new_window()
    second.session.change_settings(reading_size=24)
    assert application.windows[0].session.settings.reading_size == 24


def test_a_new_language_renews_every_window(qtbot: QtBot, start: Opened, copy: Path) -> None:
    application = start(copy)
    second = application.new_window()
    open_in(qtbot, second)
    before = [each.window for each in application.windows]
    second.session.change_settings(language="zh_TW")
    qtbot.waitUntil(lambda: all(each.window not in before for each in application.windows))
    assert i18n.current() == "zh_TW"
    for each in application.windows:
        rest(qtbot, each)
        assert each.window.actions_.quit.text().startswith("結束")
    application.windows[0].session.change_settings(reading_size=22)
    assert second.session.settings.reading_size == 22  # still wired


def test_what_one_window_imports_the_other_finds(
    qtbot: QtBot, start: Opened, copy: Path, tmp_path: Path
) -> None:
    application = start(copy)
    first, second = application.windows[0], application.new_window()
    open_in(qtbot, second)
    second.session.search_text("琥珀色灯塔")
    rest(qtbot, second)
    assert second.session.hits is not None and second.session.hits.total == 0
    article = tmp_path / "灯塔.txt"
    article.write_text("灯塔重新亮灯\n\n琥珀色灯塔于昨晚重新亮灯，渔民纷纷前来观看，现场气氛热烈。", "utf-8")
    first.librarian.import_paths([article])
    qtbot.waitUntil(
        lambda: second.session.hits is not None and second.session.hits.total == 1, timeout=60_000
    )


def test_a_link_opens_its_archive_and_the_place_in_it(qtbot: QtBot, start: Opened, copy: Path) -> None:
    application = start(copy)
    first = application.front
    first.librarian.close_archive()
    rest(qtbot, first)
    application.follow("juanzong://%E6%A1%A3%E6%A1%88%20%E4%B8%80/3#4-8")
    qtbot.waitUntil(lambda: first.session.article is not None, timeout=30_000)
    assert first.session.article is not None and first.session.article.id == 3
    application.follow("juanzong://%E6%A1%A3%E6%A1%88%20%E4%B8%80/5")  # the archive is open now
    qtbot.waitUntil(lambda: first.session.article is not None and first.session.article.id == 5)
    assert application.windows == [first]


def test_a_link_to_an_archive_nobody_knows_says_so(qtbot: QtBot, start: Opened) -> None:
    application = start()
    application.follow("juanzong://nowhere/1")
    box = application.window.findChild(ErrorBox)
    assert box is not None
    box.reject()


def test_the_copied_link_leads_to_the_selection(qtbot: QtBot, start: Opened, copy: Path) -> None:
    application = start(copy)
    session = application.session
    assert not application.window.actions_.copy_link.isEnabled()
    session.open_article(2)
    qtbot.waitUntil(lambda: session.article is not None)
    session.select(Selection(2, (Place(3, 9),)))
    application.window.actions_.copy_link.trigger()
    link = parse(QApplication.clipboard().text())
    assert (link.archive, link.article, link.place) == ("档案 一", 2, Place(3, 9))


def test_a_later_start_opens_its_archive_beside_and_its_files_in_front(
    qtbot: QtBot, start: Opened, copy: Path, sample_archive_path: Path, tmp_path: Path
) -> None:
    application = start(copy)
    other = Path(shutil.copytree(sample_archive_path, tmp_path / "二.juanzong"))
    application.receive(Request((other,)))
    assert len(application.windows) == 2
    open_in(qtbot, application.windows[1])
    assert application.windows[1].path == other
    application.receive(Request((copy,)))  # is open: nothing new
    assert len(application.windows) == 2
    asked: list[list[Path]] = []
    for each in application.windows:
        each.session.import_requested.disconnect()
        each.session.import_requested.connect(asked.append)
    application.receive(Request((tmp_path / "文.txt",)))
    assert asked == [[tmp_path / "文.txt"]]


def test_all_windows_come_back_at_the_next_start(
    qtbot: QtBot, start: Opened, copy: Path, sample_archive_path: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(sample_archive_path, tmp_path / "二.juanzong"))
    application = start(copy)
    application.receive(Request((other,)))
    open_in(qtbot, application.windows[1])
    application.windows[1].session.search_text("联席会议")
    rest(qtbot, application.windows[1])
    application.quit()
    again = start()
    assert len(again.windows) == 2
    for each in again.windows:
        open_in(qtbot, each)
    assert {each.path for each in again.windows} == {copy, other}


def test_the_last_search_comes_back_at_the_next_start(qtbot: QtBot, start: Opened, copy: Path) -> None:
    application = start(copy)
    application.session.search_text("联席会议")
    rest(qtbot, application.front)
    application.quit()
    again = start()
    open_in(qtbot, again.front)
    qtbot.waitUntil(lambda: again.session.hits is not None and again.session.hits.total > 0)
    assert again.session.request.text == "联席会议"
