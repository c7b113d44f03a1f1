"""Tabs: opened behind and in front, closed and brought back, each with a way back of its own, kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_app.reader.pane import ReaderPane
from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.tabs import OpenTabs
from desktop_app.reader.visits import Visit
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.model import Script

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

Settled = Callable[[], None]


@pytest.fixture
def pane(qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive) -> ReaderPane:
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def shown(session: Session, settled: Settled) -> Callable[[], int | None]:
    def number() -> int | None:
        settled()
        return session.article.id if session.article is not None else None

    return number


Shown = Callable[[], int | None]


def titles(pane: ReaderPane) -> list[str]:
    return [pane.tab_strip.tabText(at) for at in range(pane.tab_strip.count())]


def test_one_article_needs_no_strip(pane: ReaderPane, session: Session, shown: Shown) -> None:
    session.open_article(1)
    assert shown() == 1
    assert not pane.tab_strip.isVisible()


def test_an_article_opened_behind_waits_under_its_title(
    pane: ReaderPane, session: Session, shown: Shown
) -> None:
    session.open_article(1)
    assert shown() == 1
    session.open_in_tab(2)
    assert shown() == 1
    assert pane.tab_strip.isVisible()
    assert len(titles(pane)) == 2
    assert "聯席會議" in titles(pane)[1]
    pane.tab_strip.setCurrentIndex(1)
    assert shown() == 2


def test_into_an_empty_reader_an_article_comes_at_once(
    pane: ReaderPane, session: Session, shown: Shown
) -> None:
    session.open_in_tab(2)
    assert shown() == 2
    assert not pane.tab_strip.isVisible()


def test_each_tab_goes_back_by_itself(pane: ReaderPane, session: Session, shown: Shown) -> None:
    for number in (1, 2):
        session.open_article(number)
        assert shown() == number
    pane.commands["new_tab"].trigger()
    session.open_article(3)
    assert shown() == 3
    pane.commands["previous_tab"].trigger()
    assert shown() == 2
    pane.commands["back"].trigger()
    assert shown() == 1
    pane.commands["next_tab"].trigger()
    assert shown() == 3
    pane.commands["back"].trigger()
    assert shown() == 2


def test_a_closed_tab_can_be_brought_back(pane: ReaderPane, session: Session, shown: Shown) -> None:
    session.open_article(1)
    assert shown() == 1
    session.open_in_tab(2)
    pane.commands["next_tab"].trigger()
    assert shown() == 2
    pane.commands["close_tab"].trigger()
    assert shown() == 1
    assert not pane.tab_strip.isVisible()
    pane.commands["reopen_tab"].trigger()
    assert shown() == 2
    assert not pane.commands["reopen_tab"].isEnabled()


def test_closing_the_last_tab_leaves_an_empty_reader(
    pane: ReaderPane, session: Session, shown: Shown
) -> None:
    session.open_article(1)
    assert shown() == 1
    pane.commands["close_tab"].trigger()
    assert shown() is None
    assert not pane.commands["close_tab"].isEnabled()
    pane.commands["reopen_tab"].trigger()
    assert shown() == 1


def test_a_tab_chosen_again_is_in_the_script_now_in_force(
    pane: ReaderPane, session: Session, shown: Shown
) -> None:
    session.open_article(2)
    assert shown() == 2
    pane.commands["new_tab"].trigger()
    session.open_article(1)
    assert shown() == 1
    session.set_script(Script.SIMPLIFIED)
    assert shown() == 1
    pane.commands["previous_tab"].trigger()
    assert shown() == 2
    assert "联席会议" in pane.view.toPlainText()


def test_the_tabs_are_there_again_when_the_archive_is_opened_again(
    pane: ReaderPane, session: Session, archive: SmallArchive, shown: Shown
) -> None:
    session.open_article(1)
    assert shown() == 1
    session.open_in_tab(2)
    session.open_in_tab(3)
    pane.commands["next_tab"].trigger()
    second = shown()
    session.set_archive(None)
    assert shown() is None
    assert not pane.tab_strip.isVisible()
    session.set_archive(archive)  # type: ignore[arg-type]
    assert shown() == second
    assert len(titles(pane)) == 3


def test_moving_a_tab_keeps_the_one_on_show(pane: ReaderPane, session: Session, shown: Shown) -> None:
    session.open_article(1)
    assert shown() == 1
    session.open_in_tab(2)
    assert shown() == 1
    pane.tab_strip.moveTab(0, 1)
    assert shown() == 1
    pane.commands["next_tab"].trigger()
    assert shown() == 2


@given(
    st.lists(
        st.tuples(st.integers(1, 10**6), st.booleans(), st.integers(0, 10**6), st.integers(-500, 900)),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 20),
)
def test_what_is_kept_comes_back_the_same(visits: list[tuple[int, bool, int, int]], at: int) -> None:
    tabs = OpenTabs()
    tabs.present.visits.visit(visits[0][0])
    for article, in_title, offset, below in visits[1:]:
        tabs.add(Visit(article, ReadingPlace(in_title, offset, below, top=False)), f"第{article}篇\t标题")
    tabs.show(at)
    again = OpenTabs()
    again.restore(tabs.lines())
    assert [tab.visits.present for tab in again.tabs] == [tab.visits.present for tab in tabs.tabs]
    assert again.at == tabs.at
    assert again.lines() == tabs.lines()


@pytest.mark.parametrize("lines", [[], ["x"], ["3", "a\tb"], ["9", "1\t0\t0\t0\t1\tT"], ["0", "1\t2"]])
def test_lines_that_make_no_sense_do_no_harm(lines: list[str]) -> None:
    tabs = OpenTabs()
    tabs.restore(lines)
    assert len(tabs.tabs) == 1
    assert tabs.at == 0
