"""The sidebar: who and what is named, stepping, searching, both scopes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.entity_sidebar.lines import Line, Section, of_article
from desktop_app.entity_sidebar.model import EntityModel, line_of
from desktop_app.entity_sidebar.pane import EntitySidebar, search_text
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.model import EntityCount, FacetField, Filter, MentionType, Script, SearchRequest

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive


@pytest.fixture
def sidebar(
    qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Callable[[], None]
) -> EntitySidebar:
    sidebar = EntitySidebar(session, tasks)
    qtbot.addWidget(sidebar)
    sidebar.resize(280, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    session.show_hits(archive.search(SearchRequest("联席会议")))  # type: ignore[arg-type]
    session.article_shown(archive.article(1))
    sidebar.show()
    settled()
    return sidebar


def lines(sidebar: EntitySidebar) -> list[tuple[str, int]]:
    return [(line.name, line.count) for section in sidebar.model.sections for line in section.lines]


def centre(sidebar: EntitySidebar, row: int) -> QPoint:
    """A place on the name of a line that is not on its search sign."""
    index = sidebar.model.index(0, 0, sidebar.model.index(row, 0))
    sidebar.view.scrollTo(index)
    return sidebar.view.visualRect(index).topLeft() + QPoint(60, 12)


def test_people_come_first_with_posts_and_counts(sidebar: EntitySidebar) -> None:
    assert lines(sidebar) == [("李红军", 2), ("九江市政府", 1), ("永修县", 2)]
    assert sidebar.model.sections[0].lines[0].posts == ("南昌市委书记",)


def test_a_click_steps_from_mention_to_mention_and_round(
    qtbot: QtBot, sidebar: EntitySidebar, session: Session
) -> None:
    places: list[int] = []
    session.mention_requested.connect(lambda place: places.append(place.start))
    for _ in range(3):
        qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=centre(sidebar, 0))
    assert places[0] < places[1]
    assert places[2] == places[0]
    assert getattr(session.entity, "name", "") == "李红军"


def test_enter_steps_and_shift_steps_back(qtbot: QtBot, sidebar: EntitySidebar, session: Session) -> None:
    places: list[int] = []
    session.mention_requested.connect(lambda place: places.append(place.start))
    sidebar.view.setCurrentIndex(sidebar.model.entity_index(1))
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Return)
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Return)
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert places[0] == places[2] != places[1]


def test_a_double_click_searches_and_steps_once_only(
    qtbot: QtBot, sidebar: EntitySidebar, session: Session
) -> None:
    stepped: list[object] = []
    session.mention_requested.connect(stepped.append)
    position = centre(sidebar, 0)
    port = sidebar.view.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=position)
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=position)
    assert session.request.text == "李红军"
    assert len(stepped) <= 2


def test_the_search_sign_searches(qtbot: QtBot, sidebar: EntitySidebar, session: Session) -> None:
    index = sidebar.model.index(0, 0, sidebar.model.index(2, 0))
    sign = sidebar.view.visualRect(index).topRight() + QPoint(-18, 14)
    qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=sign)
    assert session.request.text == "永修县"


def test_all_results_are_counted_by_articles(sidebar: EntitySidebar, settled: Callable[[], None]) -> None:
    sidebar.tabs.setCurrentIndex(1)
    settled()
    assert ("李红军", 2) in lines(sidebar)
    assert isinstance(sidebar.model.sections[0].lines[0].entity, EntityCount)


def test_an_entity_of_the_results_is_stepped_to_in_the_article_on_show(
    qtbot: QtBot, sidebar: EntitySidebar, session: Session, settled: Callable[[], None]
) -> None:
    sidebar.tabs.setCurrentIndex(1)
    settled()
    with qtbot.waitSignal(session.mention_requested):
        sidebar.view.stepped.emit(sidebar.model.sections[0].lines[0], 1)


def test_names_follow_the_script(
    sidebar: EntitySidebar, session: Session, settled: Callable[[], None]
) -> None:
    session.set_script(Script.TRADITIONAL)
    settled()
    assert ("李紅軍", 2) in lines(sidebar)
    assert sidebar.model.sections[0].lines[0].posts == ("南昌市委書記",)


def test_in_the_original_a_name_stands_as_this_article_prints_it(archive: SmallArchive) -> None:
    sections = of_article(archive.entities(2), archive.article(2), Script.ORIGINAL)
    assert [line.name for section in sections for line in section.lines] == ["李紅軍", "永修縣"]


def test_folded_sections_stay_folded_for_the_next_article(
    sidebar: EntitySidebar, session: Session, archive: SmallArchive, settled: Callable[[], None]
) -> None:
    sidebar.view.fold(MentionType.PERSON, True)
    session.article_shown(archive.article(2))
    settled()
    assert not sidebar.view.isExpanded(sidebar.model.section_index(MentionType.PERSON))
    assert sidebar.view.isExpanded(sidebar.model.section_index(MentionType.PLACE))


def test_a_click_on_a_heading_folds_it(qtbot: QtBot, sidebar: EntitySidebar) -> None:
    heading = sidebar.model.section_index(MentionType.PERSON)
    place = sidebar.view.visualRect(heading).center()
    qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not sidebar.view.isExpanded(heading)
    qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sidebar.view.isExpanded(heading)


def test_an_article_without_names_says_so(
    sidebar: EntitySidebar, session: Session, archive: SmallArchive, settled: Callable[[], None]
) -> None:
    session.article_shown(archive.article(4))
    settled()
    assert sidebar.model.sections == ()
    assert "No people" in sidebar.empty_text
    session.article_shown(None)
    settled()
    assert "Choose an article" in sidebar.empty_text


def test_an_entity_chosen_in_the_page_is_selected_here(
    sidebar: EntitySidebar, session: Session, archive: SmallArchive
) -> None:
    session.choose_entity(archive.entities(1)[2])
    line = line_of(sidebar.view.currentIndex())
    assert line is not None
    assert line.name == "永修县"


def test_the_tip_says_in_how_many_articles_and_when(sidebar: EntitySidebar, archive: SmallArchive) -> None:
    line = sidebar.model.sections[0].lines[0]
    tip = sidebar.tip(line, archive.entity(1))
    assert "41" in tip
    assert "2019 – 2025" in tip
    assert "南昌市委书记" in tip


def test_the_menu_filters_the_results_by_the_entity(
    qtbot: QtBot, sidebar: EntitySidebar, session: Session
) -> None:
    sidebar.view.menu_wanted.emit(sidebar.model.sections[0].lines[0], QPoint(0, 0))
    menu = sidebar.findChild(QMenu)
    assert menu is not None
    menu.actions()[1].trigger()
    menu.close()
    assert session.request.filters == (Filter(FacetField.PERSON, ("李红军",)),)


def test_the_search_for_a_name_with_blanks_is_a_phrase() -> None:
    def line(name: str) -> Line:
        return Line(EntityCount(1, MentionType.DOCUMENT, name, 1), name, (), 1)

    assert search_text(line("《三年行动方案》")) == "三年行动方案"
    assert search_text(line("New Area (Jiangxi)")) == '"New Area (Jiangxi)"'


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot, archive: SmallArchive) -> None:
    model = EntityModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(of_article(archive.entities(1), archive.article(1), Script.ORIGINAL))
    assert model.rowCount() == 3
    model.show(())
    model.show([Section(MentionType.DATE, ())])
    assert model.rowCount(model.index(0, 0)) == 0
