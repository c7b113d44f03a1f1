"""A second text beside the article: the other script, as it came, a reprint; both scroll together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.reader.beside import Beside
from desktop_app.reader.meta import ORIGINAL_LINK
from desktop_app.reader.pane import ReaderPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.model import Repair, RepairKind, Script
from tests.desktop_app.conftest import article

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

Settled = Callable[[], None]
LONG = "\n".join(f"第{n}段。会议审议通过了三年行动方案，要求各地抓好落实。" for n in range(80))


@pytest.fixture
def pane(qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive) -> ReaderPane:
    archive.articles[7] = replace(article(7, "会议召开", LONG), reprints=(8,))
    other = LONG.replace("第3段。", "").replace("第40段。会议审议", "第40段。代表一致").replace("议", "議")
    archive.articles[8] = replace(article(8, "会議召开了", other), reprints=(7,))
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def opened(session: Session, settled: Settled) -> Callable[[int], None]:
    def open_it(number: int) -> None:
        session.open_article(number)
        settled()

    return open_it


def test_the_other_script_stands_beside_and_changes_sides_with_the_article(
    pane: ReaderPane, session: Session, opened: Callable[[int], None], settled: Settled
) -> None:
    opened(2)
    pane.commands["beside_script"].trigger()
    settled()
    beside = pane.companion.view
    assert "联席会议" in beside.toPlainText()
    assert "聯席會議" in pane.view.toPlainText()
    session.set_script(Script.SIMPLIFIED)
    settled()
    assert "聯席會議" in beside.toPlainText()
    opened(1)
    assert "三地联席会议召开" in beside.toPlainText()
    pane.commands["beside_script"].trigger()
    assert not pane.companion.isVisible()


def test_the_text_as_it_came_stands_beside_with_what_was_repaired(
    pane: ReaderPane, archive: SmallArchive, opened: Callable[[int], None], settled: Settled
) -> None:
    repair = Repair(RepairKind.GLOSS, 1, "责任编辑", "")
    archive.articles[1] = replace(archive.articles[1], repairs=(repair,))
    opened(1)
    pane.view.linkActivated.emit(ORIGINAL_LINK)
    settled()
    assert pane.companion.kind is Beside.CAME
    assert "责任编辑" in pane.companion.view.toPlainText()
    assert "责任编辑" not in pane.view.toPlainText()
    assert "责任编辑" in pane.companion.remarks.text()
    marked = pane.companion.view.layers.differing
    assert pane.companion.differences == len(marked) == 2  # what was left out before and behind the body


def test_a_reprint_stands_beside_with_its_differences_marked_whatever_its_script(
    pane: ReaderPane, opened: Callable[[int], None], settled: Settled
) -> None:
    opened(7)
    pane.commands["beside_reprint"].trigger()
    settled()
    assert pane.companion.differences == 2
    assert len(pane.view.layers.differing) == 2
    assert len(pane.companion.view.layers.differing) == 1  # a paragraph's head is missing there
    pane.commands["next_difference"].trigger()
    assert pane.view.layers.current == pane.view.layers.differing.spans[0]
    assert "1" in pane.companion.count.text()
    pane.commands["next_difference"].trigger()
    assert pane.view.layers.current == pane.view.layers.differing.spans[1]
    assert pane.view.verticalScrollBar().value() > 0
    pane.companion.close_companion()
    assert len(pane.view.layers.differing) == 0
    assert not pane.commands["next_difference"].isEnabled()


def test_both_texts_scroll_together_by_their_characters(
    pane: ReaderPane, opened: Callable[[int], None], settled: Settled
) -> None:
    opened(7)
    pane.commands["beside_reprint"].trigger()
    settled()
    for source, target in ((pane.view, pane.companion.view), (pane.companion.view, pane.view)):
        bar = source.verticalScrollBar()
        for value in (bar.maximum() // 2, bar.maximum() // 3):
            bar.setValue(value)
            there = target.place()
            assert there.below == pytest.approx(source.place().below, abs=40)
            paragraph = source.page.body.text[source.place().offset :].split("。")[0][:4]  # type: ignore[union-attr]
            near = target.page.body.text[max(there.offset - 60, 0) : there.offset + 60]  # type: ignore[union-attr]
            assert paragraph.replace("議", "议") in near.replace("議", "议")


def test_an_article_without_reprints_says_so(
    pane: ReaderPane, opened: Callable[[int], None], settled: Settled
) -> None:
    opened(7)
    pane.commands["beside_reprint"].trigger()
    settled()
    opened(3)
    assert pane.companion.isVisible()
    assert "no reprint" in pane.companion.heading.text
    assert pane.companion.view.toPlainText() == ""
    opened(8)
    assert pane.companion.differences == 2


def test_another_archive_puts_it_away(
    pane: ReaderPane, session: Session, opened: Callable[[int], None], settled: Settled
) -> None:
    opened(7)
    pane.commands["beside_script"].trigger()
    settled()
    session.set_archive(None)
    assert not pane.companion.isVisible()
    assert not pane.commands["beside_script"].isEnabled()
