"""Long articles in another script: the same as converted whole, and exchanged where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_app.reader import streaming
from desktop_app.reader.material import Material, assemble
from desktop_app.reader.page_text import PageText
from desktop_app.reader.pane import ReaderPane
from desktop_app.reader.updating import alike, outwards
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.control import Control
from index.errors import Cancelled
from index.model import EntityInArticle, Marks, MentionPlace, MentionType, Script
from index.script.manner import Manner, OwnCorrection, Protection
from tests.desktop_app.conftest import article

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

LONG = "\n".join(
    f"第{n}段。国务院发布后，发展规划在皇后大道后面展开，台风过后着手整理。" for n in range(1600)
)

PARTS = ["国家发展。", "後面的里長", "着手", "著名", "\n", "　", "頭髮", "𠮷"]


def text_of(page: PageText) -> str:
    """What the document says of a page; it has blanks for those that do not break."""
    return "\n".join(block.text for block in page.blocks).replace("\u00a0", " ")


def material(body: str) -> Material:
    return assemble(article(1, "发布以后", body), "", Marks(), (), Manner(), Control())


def person(body: str, name: str) -> EntityInArticle:
    places = (found.span() for found in re.finditer(name, body))
    return EntityInArticle(
        1, MentionType.PERSON, name, (), tuple(MentionPlace(False, start, end) for start, end in places)
    )


def streamed(body: str, manner: Manner, eye: int = 2) -> tuple[Material | None, dict[int, str]]:
    reported: dict[int, str] = {}
    return streaming.stream(material(body), manner, eye, reported.update, Control()), reported


@given(
    st.lists(st.sampled_from(PARTS), max_size=60),
    st.sampled_from([script for script in Script if script is not Script.ORIGINAL]),
    st.integers(0, 20),
)
@settings(deadline=None)
def test_pieces_make_what_converting_the_whole_makes(parts: list[str], script: Script, eye: int) -> None:
    body, manner = "".join(parts), Manner(script)
    whole = assemble(article(1, "发布以后", body), "", Marks(), (), manner, Control())
    made, reported = streamed(body, manner, eye)
    assert made is not None
    assert made.page == whole.page or made.page.blocks == whole.page.blocks
    assert made.folded_body == whole.folded_body
    assert all(whole.page.blocks[number].text == text for number, text in reported.items())


def test_what_is_under_the_eye_comes_first() -> None:
    order: list[int] = []
    eye = 900
    streaming.stream(
        material(LONG),
        Manner(Script.TRADITIONAL),
        eye,
        lambda texts: order.extend(number for number, _ in texts),
        Control(),
    )
    assert order[0] == eye
    assert sorted(order) == list(range(2, 1602))


def test_words_of_the_place_come_after_the_letters() -> None:
    made, reported = streamed(LONG, Manner(Script.TAIWAN, words=True))
    assert made is None
    assert reported[2].startswith("第0段。國務院發佈後")
    assert not streaming.can_stream(material(LONG), Manner(Script.ORIGINAL))


@pytest.mark.parametrize("protection", list(Protection))
def test_what_is_protected_stays_as_printed_in_pieces_too(protection: Protection) -> None:
    body = "他说：“发展。\n台风过后，国务院。”《发布后》与于学军。\n后面" * 30
    manner = Manner(Script.TRADITIONAL, protections=frozenset({protection}))
    entities = (person(body, "于学军"),)
    whole = assemble(article(1, "发布", body), "", Marks(), entities, manner, Control())
    printed = assemble(article(1, "发布", body), "", Marks(), entities, Manner(), Control())
    made = streaming.stream(printed, manner, 2, lambda texts: None, Control())
    assert made is not None and made.page.blocks == whole.page.blocks
    assert "于學軍" in made.page.body.text or protection is Protection.NAMES


@pytest.mark.parametrize("place", [0, 30_000, len(LONG) - 1])
@pytest.mark.parametrize("words", [False, True])
def test_a_long_article_opens_with_what_is_in_sight_converted(place: int, words: bool) -> None:
    manner = Manner(Script.TAIWAN, words=words)
    begun = streaming.begin(article(1, "发布以后", LONG), "", Marks(), (), manner, Control(), place)
    body = begun.page.body.text
    line = body[body.rfind("\n", 0, place) + 1 :].partition("\n")[0]
    assert "國務院發佈後" in line and body.count("国务院") > 1000
    assert begun.page.title.text == ("釋出以後" if words else "發佈以後")
    assert begun.manner.script is Script.ORIGINAL
    assert streaming.can_stream(begun, manner)


def test_a_short_article_opens_converted() -> None:
    manner = Manner(Script.TAIWAN)
    begun = streaming.begin(article(1, "发布", "国务院"), "", Marks(), (), manner, Control())
    assert begun.manner == manner and begun.page.body.text == "國務院"


def test_a_correction_of_another_length_ends_the_pieces() -> None:
    longer = OwnCorrection(Script.TRADITIONAL, "国务院", "中華人民共和國國務院")
    made, _ = streamed(LONG, Manner(Script.TRADITIONAL, corrections=(longer,)))
    assert made is None


def test_it_stops_when_asked_to() -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        streaming.stream(material(LONG), Manner(Script.TAIWAN), 2, lambda texts: None, control)


@given(st.integers(-3, 300), st.integers(0, 260))
def test_every_block_comes_once_those_near_the_eye_first(eye: int, count: int) -> None:
    runs = list(outwards(eye, count))
    assert sorted(number for run in runs for number in run) == list(range(count))
    if 0 <= eye < count:
        assert runs[0][0] == eye


def test_pages_with_other_blocks_are_not_alike() -> None:
    assert alike(material(LONG).page, material(LONG.replace("国", "國")).page)
    assert not alike(material(LONG).page, material(LONG + "\n又一段").page)
    assert not alike(None, material(LONG).page)


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Callable[[], None]
) -> ReaderPane:
    archive.articles[7] = article(7, "发布以后", LONG)
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    session.open_article(7)
    settled()
    qtbot.waitUntil(lambda: not pane.view._typesetter.running, timeout=20_000)
    return pane


def test_a_long_article_changes_script_where_it_stands(
    qtbot: QtBot, pane: ReaderPane, session: Session, settled: Callable[[], None]
) -> None:
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before, document = bar.value(), pane.view.document()
    place = pane.view.place()
    for script, words in ((Script.TRADITIONAL, "國務院發佈後"), (Script.ORIGINAL, "国务院发布后")):
        session.set_script(script)
        settled()
        page = pane.view.page
        assert page is not None
        wanted = text_of(page)
        assert words in wanted
        qtbot.waitUntil(lambda wanted=wanted: pane.view.toPlainText() == wanted, timeout=20_000)
        assert pane.view.document() is document
        assert abs(bar.value() - before) <= 2
        assert pane.view.place().offset == place.offset


def test_a_change_of_mind_in_the_middle_ends_in_the_script_asked_for_last(
    qtbot: QtBot, pane: ReaderPane, session: Session, settled: Callable[[], None]
) -> None:
    session.set_script(Script.TRADITIONAL)
    session.set_script(Script.SIMPLIFIED)
    session.set_script(Script.TAIWAN)
    settled()
    page = pane.view.page
    assert page is not None
    wanted = text_of(page)
    assert "國務院" in wanted
    qtbot.waitUntil(lambda: pane.view.toPlainText() == wanted, timeout=20_000)
