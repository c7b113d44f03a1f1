"""Thousands of names, as a million characters have them: made known to the view piece by piece."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.entity_sidebar.lines import Line, Section
from desktop_app.entity_sidebar.model import PIECE, EntityModel, line_of
from desktop_app.entity_sidebar.view import EntityView
from index.model import EntityInArticle, MentionType

MANY = 3000


def section(type_: MentionType, count: int, first: int) -> Section:
    entities = [EntityInArticle(first + n, type_, f"名称{n}", (), ()) for n in range(count)]
    return Section(type_, tuple(Line(each, each.name, (), 1) for each in entities))


@pytest.fixture
def view(qtbot: QtBot) -> EntityView:
    model = EntityModel()
    view = EntityView(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(280, 600)
    view.show()
    model.show([section(MentionType.PERSON, MANY, 0), section(MentionType.PLACE, 5, MANY)])
    return view


def model_of(view: EntityView) -> EntityModel:
    model = view.model()
    assert isinstance(model, EntityModel)
    return model


def test_only_the_first_names_are_laid_out_at_once(view: EntityView) -> None:
    model = model_of(view)
    assert model.rowCount(model.section_index(MentionType.PERSON)) <= 2 * PIECE
    assert model.rowCount(model.section_index(MentionType.PLACE)) == 5


def test_more_come_as_their_end_comes_into_sight_until_all_are_there(qtbot: QtBot, view: EntityView) -> None:
    model = model_of(view)
    people = model.section_index(MentionType.PERSON)

    def scrolled() -> bool:
        view.scrollTo(model.index(model.rowCount(people) - 1, 0, people))
        return model.rowCount(people) == MANY

    qtbot.waitUntil(scrolled)
    assert model.rowCount(people) == MANY
    assert not model.canFetchMore(people)


def test_a_name_far_down_can_be_gone_to(view: EntityView) -> None:
    model = model_of(view)
    index = model.entity_index(MANY - 7)
    line = line_of(index)
    assert line is not None and line.entity.id == MANY - 7
    assert not model.entity_index(10 * MANY).isValid()


def test_new_contents_begin_anew(view: EntityView) -> None:
    model = model_of(view)
    model.entity_index(MANY - 1)
    model.show([section(MentionType.DATE, MANY, 0)])
    dates = model.section_index(MentionType.DATE)
    assert model.rowCount(dates) <= 2 * PIECE
    assert model.parent(model.index(5, 0, dates)) == dates
    assert not model.index(model.rowCount(dates), 0, dates).isValid()
