"""The menu of a name in the article: its page, the report of a meeting, words selected as a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.reader import ReaderPane
from desktop_app.session import Page, PageKind, Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.model import FollowUp, MentionType, SearchRequest

Settled = Callable[[], None]


@pytest.fixture
def reader(
    qtbot: QtBot, session: Session, tasks: Tasks, sample_archive: Archive, settled: Settled
) -> ReaderPane:
    reader = ReaderPane(session, tasks)
    qtbot.addWidget(reader)
    reader.resize(700, 600)
    reader.show()
    session.set_archive(sample_archive)
    return reader


def first_follow_up(archive: Archive) -> FollowUp:
    hits = archive.search(SearchRequest("联席会议"))
    return next(found[0] for number in hits.ids() if (found := archive.follow_ups(number)))


def test_a_meeting_named_by_its_date_opens_its_report(
    qtbot: QtBot, reader: ReaderPane, session: Session, settled: Settled, sample_archive: Archive
) -> None:
    said = first_follow_up(sample_archive)
    session.open_article(said.article.id)
    settled()
    mention = next(
        each
        for each in reader.view.layers.mentions
        if said.start <= reader.view.page.from_document(each.start)[1] < said.end  # type: ignore[union-attr]
        and reader.view.page.from_document(each.start)[0] is said.in_title  # type: ignore[union-attr]
    )
    menu = QMenu(reader)
    reader.view.menuOpening.emit(menu, mention.entity, mention.start, mention.end, -1)
    opening = next(action for action in menu.actions() if said.reports[0].title in action.text())
    with qtbot.waitSignal(session.article_requested) as asked:
        opening.trigger()
    settled()
    assert asked.args is not None
    assert asked.args[0] == said.reports[0].id


def test_a_name_opens_its_page_and_can_be_corrected(
    qtbot: QtBot, reader: ReaderPane, session: Session, settled: Settled
) -> None:
    session.open_article(1)
    settled()
    mention = next(each for each in reader.view.layers.mentions if each.type is not MentionType.DATE)
    menu = QMenu(reader)
    reader.view.menuOpening.emit(menu, mention.entity, mention.start, mention.end, -1)
    texts = [action.text() for action in menu.actions()]
    assert "Correct" in texts
    page = next(action for action in menu.actions() if action.text().startswith("Open the page of"))
    with qtbot.waitSignal(session.page_requested) as asked:
        page.trigger()
    assert asked.args == [Page(PageKind.ENTITY, mention.entity)]


def test_selected_words_can_be_added_as_a_name(
    reader: ReaderPane, session: Session, settled: Settled
) -> None:
    session.open_article(1)
    settled()
    menu = QMenu(reader)
    page = reader.view.page
    assert page is not None
    start, end = page.span(0, 2)
    cursor = reader.view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    reader.view.setTextCursor(cursor)
    reader.view.menuOpening.emit(menu, -1, start, end, -1)
    assert [action.text() for action in menu.actions() if action.text()] == ["Add as a name"]
