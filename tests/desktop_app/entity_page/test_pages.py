"""Pages of entities on the sample archive: what they show, where their links lead, back and forward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.entity_page import EntityPages, Middle
from desktop_app.entity_page.link_text import LinkText
from desktop_app.entity_page.links import EntityLink, MentionLink, SearchLink, SpanLink
from desktop_app.entity_page.view import month_bars
from desktop_app.reader import ReaderPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.model import (
    CorrectionKind,
    EntityName,
    Evidence,
    EvidenceKind,
    FacetField,
    MentionType,
    MonthCount,
    Script,
    Suggestion,
)

Settled = Callable[[], None]


@pytest.fixture
def middle(qtbot: QtBot, session: Session, tasks: Tasks, sample_archive: Archive, settled: Settled) -> Middle:
    middle = Middle(session, ReaderPane(session, tasks), EntityPages(session, tasks))
    qtbot.addWidget(middle)
    middle.resize(760, 700)
    middle.show()
    session.set_archive(sample_archive)
    settled()
    return middle


def entity(archive: Archive, kind: MentionType, name: str) -> int:
    found = archive.find_entity(kind, name)
    assert found is not None
    return found


@pytest.fixture
def person(sample_archive: Archive) -> int:
    return entity(sample_archive, MentionType.PERSON, "施若川")


def open_page(session: Session, settled: Settled, number: int) -> None:
    session.open_entity(number)
    settled()


def text(middle: Middle) -> str:
    return "\n".join(
        each.toPlainText() for each in middle.pages.view.findChildren(LinkText) if not each.isHidden()
    )


def test_the_page_of_a_person_shows_posts_words_and_articles(
    middle: Middle, session: Session, settled: Settled, person: int, sample_archive: Archive
) -> None:
    open_page(session, settled, person)
    page = sample_archive.entity_page(person)
    assert page is not None
    assert middle.page_on_show
    view = middle.pages.view
    assert view.name.text() == "施若川"
    assert len(view.timeline.rows) == len([each for each in page.tenures if each.first])
    shown = text(middle)
    assert page.quotations[0].words in shown
    assert page.articles[0].title in shown
    assert page.people[0].name in shown


def test_the_page_follows_the_script(
    middle: Middle, session: Session, settled: Settled, sample_archive: Archive
) -> None:
    open_page(session, settled, entity(sample_archive, MentionType.PERSON, "葉慶之"))
    assert middle.pages.view.name.text() == "葉慶之"
    session.set_script(Script.SIMPLIFIED)
    settled()
    assert middle.pages.view.name.text() == "叶庆之"


def test_a_quotation_opens_the_article_at_its_words(
    middle: Middle, session: Session, settled: Settled, person: int, sample_archive: Archive
) -> None:
    open_page(session, settled, person)
    page = sample_archive.entity_page(person)
    assert page is not None
    said = page.quotations[0]
    middle.pages.following.follow(SpanLink(said.article.id, said.start, said.end))
    settled()
    assert not middle.page_on_show
    assert session.article is not None
    assert session.article.body[said.start : said.end] == said.words


def test_an_article_of_a_tenure_opens_where_it_names_the_person(
    qtbot: QtBot, middle: Middle, session: Session, settled: Settled, person: int, sample_archive: Archive
) -> None:
    open_page(session, settled, person)
    page = sample_archive.entity_page(person)
    assert page is not None
    number = page.tenures[0].articles[0].id
    with qtbot.waitSignal(session.article_requested) as asked:
        middle.pages.following.follow(MentionLink(number, (person,)))
    settled()
    assert asked.args is not None
    place = asked.args[1]
    article = sample_archive.article(number)
    assert "施" in (article.title if place.in_title else article.body)[place.start : place.end]


def test_a_link_of_two_names_searches_for_articles_that_name_both(
    middle: Middle, session: Session, settled: Settled, person: int, sample_archive: Archive
) -> None:
    open_page(session, settled, person)
    page = sample_archive.entity_page(person)
    assert page is not None
    other = page.people[0]
    middle.pages.following.follow(SearchLink((person, other.id)))
    settled()
    assert {each.field for each in session.request.filters} == {FacetField.PERSON}
    assert sample_archive.search(session.request).total == other.articles


def test_a_bar_of_the_months_searches_for_the_articles_of_its_time(
    middle: Middle, session: Session, settled: Settled, person: int, sample_archive: Archive
) -> None:
    open_page(session, settled, person)
    bars = [bar for bar in middle.pages.view.months.bars if bar.count]
    middle.pages.view.months.picked.emit(bars[0].label, bars[0].label)
    settled()
    assert sample_archive.search(session.request).total == bars[0].count
    middle.pages.view.months.picked.emit(bars[0].label, bars[-1].label)
    settled()
    assert sample_archive.search(session.request).total == sum(bar.count for bar in bars)


def test_back_leads_through_pages_and_from_an_article_to_the_page_it_was_opened_from(
    middle: Middle, session: Session, settled: Settled, person: int, sample_archive: Archive
) -> None:
    open_page(session, settled, person)
    place = entity(sample_archive, MentionType.PLACE, "云州市")
    middle.pages.following.follow(EntityLink(place))
    settled()
    back, forward = middle.reader.commands["back"], middle.reader.commands["forward"]
    assert middle.pages.view.name.text() == "云州市"
    back.trigger()
    settled()
    assert middle.pages.view.name.text() == "施若川"
    forward.trigger()
    settled()
    assert middle.pages.view.name.text() == "云州市"
    page = middle.pages.view.material
    assert page is not None
    middle.pages.following.follow(MentionLink(page.page.articles[0].id, (place,)))
    settled()
    assert not middle.page_on_show
    back.trigger()
    settled()
    assert middle.page_on_show
    assert middle.pages.view.name.text() == "云州市"


def test_esc_leads_back_to_the_article(
    qtbot: QtBot, middle: Middle, session: Session, settled: Settled, person: int
) -> None:
    open_page(session, settled, person)
    qtbot.keyClick(middle.pages.view, Qt.Key.Key_Escape)
    assert not middle.page_on_show


def test_tab_goes_from_link_to_link_and_enter_follows(
    qtbot: QtBot, middle: Middle, session: Session, settled: Settled, person: int
) -> None:
    open_page(session, settled, person)
    view = middle.pages.view
    section = next(each for each in view.findChildren(LinkText) if each.accessibleName() == "Appears with")
    section.setFocus(Qt.FocusReason.TabFocusReason)
    first = section.textCursor().selectedText()
    qtbot.keyClick(section, Qt.Key.Key_Tab)
    qtbot.keyClick(section, Qt.Key.Key_Tab)
    chosen = section.textCursor().selectedText()
    assert "" != first != chosen
    with qtbot.waitSignal(section.followed) as followed:
        qtbot.keyClick(section, Qt.Key.Key_Return)
    settled()
    assert followed.args is not None
    if followed.args[0].startswith("entity:"):
        assert view.name.text() == chosen
    else:
        assert session.request.filters


def test_a_long_section_says_how_much_there_is_and_shows_all_on_request(
    middle: Middle, session: Session, settled: Settled, sample_archive: Archive
) -> None:
    open_page(session, settled, entity(sample_archive, MentionType.PLACE, "云州"))
    before = text(middle)
    assert "Show all" in before
    view = middle.pages.view
    for section in view.findChildren(LinkText):
        if "more:tenures" in section.toHtml():
            section.followed.emit("more:tenures")
            break
    assert len(text(middle)) > len(before)


def test_a_name_that_is_gone_is_said_to_be(middle: Middle, session: Session, settled: Settled) -> None:
    open_page(session, settled, 999_999)
    assert "no longer in the archive" in middle.pages._remark.text()


def test_a_name_chosen_in_the_search_box_opens_its_page_and_keeps_the_focus(
    middle: Middle, session: Session, settled: Settled
) -> None:
    box = QLineEdit(middle)
    box.show()
    box.setFocus()
    session.open_named(MentionType.PERSON, "施若川")
    settled()
    assert middle.page_on_show
    assert middle.pages.view.name.text() == "施若川"
    assert box.hasFocus()
    session.open_named(MentionType.PERSON, "没有此人")
    settled()
    assert middle.pages.view.name.text() == "施若川"


def test_doubts_about_a_name_are_shown_with_their_evidence(
    middle: Middle, session: Session, settled: Settled, person: int, sample_archive: Archive
) -> None:
    open_page(session, settled, person)
    page = sample_archive.entity_page(person)
    assert page is not None
    other = page.people[0]
    link = page.articles[0]
    same = Evidence(EvidenceKind.SURNAME_ONLY, "施", "施若川", "2026-01", "2026-03", (link,))
    pair = tuple(EntityName(each.id, each.type, each.name) for each in (page.entity, other))
    merge = Suggestion(CorrectionKind.MERGE, pair, (same,))
    apart = Suggestion(CorrectionKind.SPLIT, pair[:1], (same,), ((1, 2), (3,)))
    middle.pages.view.show_suggestions((merge, apart), possible=True)
    shown = text(middle)
    assert f"Perhaps the same as {other.name}" in shown
    assert "Merge both" in shown
    assert "Split off 1 article" in shown
    assert "2026-01 – 2026-03" in shown


def test_closing_the_archive_leaves_no_page(
    middle: Middle, session: Session, settled: Settled, person: int
) -> None:
    open_page(session, settled, person)
    session.set_archive(None)
    assert not middle.page_on_show
    assert middle.pages.page is None


def test_words_of_the_archive_are_never_taken_for_markup(
    middle: Middle, session: Session, settled: Settled, person: int
) -> None:
    open_page(session, settled, person)
    material = middle.pages.view.material
    assert material is not None
    link = replace(material.shown.articles[0], title="<b>粗</b> & <img src='file:///etc/passwd'>")
    changed = replace(material, shown=replace(material.shown, articles=(link,)))
    middle.pages.view.show_material(changed)
    assert "<b>粗</b> & <img" in text(middle)


def test_months_have_no_gaps_and_many_become_years() -> None:
    few = month_bars([MonthCount("", 2), MonthCount("2023-11", 1), MonthCount("2024-02", 3)])
    assert [(bar.label, bar.count) for bar in few] == [
        ("2023-11", 1),
        ("2023-12", 0),
        ("2024-01", 0),
        ("2024-02", 3),
    ]
    many = month_bars([MonthCount("1999-01", 1), MonthCount("2024-02", 3), MonthCount("2024-03", 1)])
    assert many[0].label == "1999"
    assert many[-1].count == 4
    assert month_bars([MonthCount("", 2)]) == []
