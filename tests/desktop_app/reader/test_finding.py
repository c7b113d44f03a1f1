"""Find in article: texts and patterns, in either script, at the right characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_app.reader.finding import Wanted, find_spans
from desktop_app.reader.material import Material, assemble
from desktop_app.reader.pane import ReaderPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.control import Control
from index.model import Marks, Script
from index.script.fold import fold
from index.script.manner import Manner
from tests.desktop_app.conftest import article

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive


def material(body: str, script: Script = Script.ORIGINAL) -> Material:
    return assemble(article(1, "标题", body), "", Marks(), (), Manner(script), Control())


def found(body: str, wanted: Wanted, script: Script = Script.ORIGINAL) -> list[str]:
    made = material(body, script)
    text = "\n".join(block.text for block in made.page.blocks).encode("utf-16-le")
    return [text[start * 2 : end * 2].decode("utf-16-le") for start, end in find_spans(made, wanted)]


def test_a_pattern_finds_what_fits_it() -> None:
    body = "第一条 甲\n第十二条 乙\n第三章 丙"
    assert found(body, Wanted("第.{1,3}条", pattern=True)) == ["第一条", "第十二条"]
    assert found(body, Wanted("^第[一十]", pattern=True)) == ["第一", "第十"]


def test_a_pattern_is_blind_to_script_width_and_case() -> None:
    body = "第一條 ＡＢＣ 2025"
    assert found(body, Wanted("第.条", pattern=True)) == ["第一條"]
    assert found(body, Wanted("abc", pattern=True)) == ["ＡＢＣ"]
    assert found(body, Wanted(r"\d+", pattern=True)) == ["2025"]


def test_characters_of_two_units_do_not_shift_the_places() -> None:
    assert found("𠮷林𠮷代表和代表", Wanted("代表|和", pattern=True)) == ["代表", "和", "代表"]


def test_broken_patterns_and_empty_matches_find_nothing() -> None:
    assert found("第一条", Wanted("第(", pattern=True)) == []
    assert found("第一条", Wanted("x*", pattern=True)) == []
    assert Wanted("第(", pattern=True).problem()
    assert not Wanted("第(").problem()


def test_a_pattern_that_would_take_for_ever_is_given_up() -> None:
    assert found("a" * 60 + "c", Wanted("(a+)+b", pattern=True)) == []


@given(
    st.text(alphabet="甲乙丙國国A𠮷\n", max_size=40), st.text(alphabet="甲乙国國a", min_size=1, max_size=3)
)
@settings(deadline=None)
def test_text_and_pattern_find_the_same(body: str, text: str) -> None:
    made = material(body)
    assert find_spans(made, Wanted(text)) == find_spans(made, Wanted(re.escape(text), pattern=True))
    assert all(fold(each) == fold(text) for each in found(body, Wanted(text)))


@pytest.fixture
def pane(qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive) -> ReaderPane:
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def test_the_bar_changes_between_text_and_pattern(
    pane: ReaderPane, session: Session, settled: Callable[[], None]
) -> None:
    session.open_article(1)
    settled()
    pane.commands["find"].trigger()
    pane.find_bar.field.setText("永.县")
    assert len(pane.view.layers.found) == 0
    pane.find_bar.pattern.setChecked(True)
    assert len(pane.view.layers.found) == 2
    pane.find_bar.field.setText("永.县(")
    assert len(pane.view.layers.found) == 0
