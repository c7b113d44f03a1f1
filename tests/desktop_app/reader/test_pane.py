"""The reader pane: loading, stepping through hits, entities, scripts, back and forward, the original."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.reader.meta import REPRINTS_LINK
from desktop_app.reader.pane import ReaderPane
from desktop_app.session import Place, Position, Session
from desktop_app.tasks import Tasks
from index.errors import ArticleMissing
from index.model import Script, SearchRequest

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive


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
def open_article(session: Session, settled: Callable[[], None]) -> Callable[..., None]:
    def open_it(number: int, query: str = "") -> None:
        session.search(SearchRequest(query))
        session.open_article(number)
        settled()

    return open_it


def marked(pane: ReaderPane) -> list[str]:
    text = pane.view.document()
    found = []
    for start, end in pane.view.layers.query.spans:
        cursor = pane.view.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    assert text is not None
    return found


def test_an_article_is_shown_and_announced(
    qtbot: QtBot, pane: ReaderPane, session: Session, open_article: Callable[..., None]
) -> None:
    open_article(1)
    assert session.article is not None
    assert session.article.id == 1
    text = pane.view.toPlainText()
    assert text.startswith("三地联席会议召开\n九江日报")
    assert "\u3000" not in text


def test_the_query_is_marked_in_the_title_and_in_either_script(
    pane: ReaderPane, open_article: Callable[..., None]
) -> None:
    open_article(2, "联席会议")
    assert marked(pane) == ["聯席會議"] * 3


def test_hits_are_stepped_through_and_counted(
    qtbot: QtBot, pane: ReaderPane, session: Session, open_article: Callable[..., None]
) -> None:
    positions: list[Position] = []
    session.position_changed.connect(positions.append)
    open_article(1, "联席会议")
    assert positions[-1] == Position(0, 3)
    pane.commands["next_hit"].trigger()
    pane.commands["next_hit"].trigger()
    assert positions[-1] == Position(2, 3)
    assert "2" in pane.header.place_text
    pane.commands["previous_hit"].trigger()
    pane.commands["previous_hit"].trigger()
    assert positions[-1] == Position(3, 3)


def test_the_script_changes_in_place_and_marks_and_hit_stay(
    pane: ReaderPane, session: Session, open_article: Callable[..., None], settled: Callable[[], None]
) -> None:
    open_article(2, "联席会议")
    pane.commands["next_hit"].trigger()
    session.set_script(Script.SIMPLIFIED)
    settled()
    assert marked(pane) == ["联席会议"] * 3
    assert pane.view.layers.current == pane.view.layers.query.spans[0]
    assert "𠮷林代表" in pane.view.toPlainText()
    session.set_script(Script.ORIGINAL)
    settled()
    assert marked(pane) == ["聯席會議"] * 3


def test_a_new_query_marks_the_article_on_show(
    pane: ReaderPane,
    session: Session,
    archive: SmallArchive,
    open_article: Callable[..., None],
    settled: Callable[[], None],
) -> None:
    open_article(1, "联席")
    session.search(SearchRequest("永修县"))
    session.show_hits(archive.search(session.request))  # type: ignore[arg-type]
    settled()
    assert marked(pane) == ["永修县"] * 2


def test_the_chosen_entity_is_filled_and_its_place_shown(
    pane: ReaderPane, session: Session, archive: SmallArchive, open_article: Callable[..., None]
) -> None:
    open_article(1)
    person = archive.entities(1)[0]
    session.choose_entity(person)
    assert pane.view.layers.chosen == person.id
    place = person.places[1]
    session.go_to(Place(place.start, place.end, place.in_title))
    assert pane.view.layers.current in pane.view.layers.of_entity(person.id)


def test_a_click_on_a_mention_chooses_the_entity_for_everybody(
    qtbot: QtBot, pane: ReaderPane, session: Session, open_article: Callable[..., None]
) -> None:
    open_article(1)
    with qtbot.waitSignal(session.entity_chosen) as chosen:
        pane.view.mentionActivated.emit(1)
    assert chosen.args[0].name == "李红军"


def test_back_and_forward_lead_through_the_articles_read(
    pane: ReaderPane, session: Session, open_article: Callable[..., None], settled: Callable[[], None]
) -> None:
    for number in (1, 2, 3):
        open_article(number)
    assert not pane.commands["forward"].isEnabled()
    for expected in (2, 1):
        pane.commands["back"].trigger()
        settled()
        assert session.article is not None
        assert session.article.id == expected
    assert not pane.commands["back"].isEnabled()
    pane.commands["forward"].trigger()
    settled()
    assert session.article is not None
    assert session.article.id == 2


def test_find_in_article_finds_both_scripts(pane: ReaderPane, open_article: Callable[..., None]) -> None:
    open_article(1)
    pane.commands["find"].trigger()
    pane.find_bar.field.setText("聯席會議")
    assert len(pane.view.layers.found) == 3
    pane.find_bar.stepped.emit(1)
    assert pane.view.layers.current_found == pane.view.layers.found.spans[1]
    pane.find_bar.close_bar()
    assert len(pane.view.layers.found) == 0


def test_the_reprints_are_offered_in_the_script_on_show(
    qtbot: QtBot,
    pane: ReaderPane,
    session: Session,
    archive: SmallArchive,
    open_article: Callable[..., None],
    settled: Callable[[], None],
) -> None:
    archive.articles[1] = replace(archive.articles[1], reprints=(2,))
    open_article(1)
    session.set_script(Script.SIMPLIFIED)
    settled()
    pane.view.linkActivated.emit(REPRINTS_LINK)
    settled()
    menu = next(menu for menu in pane.findChildren(QMenu) if menu.isVisible())
    assert menu.actions()[0].text().endswith("三地联席会议召开")
    with qtbot.waitSignal(session.article_requested) as asked:
        menu.actions()[0].trigger()
    menu.close()
    assert asked.args[0] == 2


def test_an_article_that_cannot_be_read_is_reported(qtbot: QtBot, pane: ReaderPane, session: Session) -> None:
    with qtbot.waitSignal(session.trouble) as trouble:
        session.open_article(99)
    assert isinstance(trouble.args[0], ArticleMissing)


def test_only_the_last_of_several_requests_is_shown(
    pane: ReaderPane, session: Session, settled: Callable[[], None]
) -> None:
    shown: list[int] = []
    session.article_changed.connect(lambda article: shown.append(article.id))
    for number in (1, 2, 3, 4):
        session.open_article(number)
    settled()
    assert shown == [4]


def test_zoom_and_settings_shape_the_page(
    pane: ReaderPane, session: Session, open_article: Callable[..., None]
) -> None:
    open_article(1)
    before = pane.view.document().size().height()
    pane.commands["zoom_in"].trigger()
    assert session.zoom == 110
    session.set_zoom(200)
    assert pane.view.document().size().height() > before
    session.change_settings(show_mentions=False)
    assert not pane.view.layers.show_mentions
    assert not pane.commands["mentions"].isChecked()


def test_another_archive_leaves_an_empty_reader(
    pane: ReaderPane, session: Session, open_article: Callable[..., None]
) -> None:
    open_article(1, "联席会议")
    session.set_archive(None)
    assert session.article is None
    assert pane.header.place_text == ""
    assert not pane.commands["find"].isEnabled()
    assert not pane.view.isVisible()


def test_the_article_is_copied_as_clean_text(
    qtbot: QtBot, pane: ReaderPane, open_article: Callable[..., None]
) -> None:
    open_article(1)
    pane.commands["copy_article"].trigger()
    copied = QApplication.clipboard().text()
    assert copied.startswith("三地联席会议召开\n")
    assert "\u3000" not in copied


def test_every_command_has_a_name_and_a_picture(pane: ReaderPane) -> None:
    for action in pane.menu_actions():
        if action is not None:
            assert action.text()
            assert not action.icon().isNull()
