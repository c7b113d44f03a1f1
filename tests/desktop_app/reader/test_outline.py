"""The outline of laws and reports, and the drawer that leads to its heads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.reader.outline import outline
from desktop_app.reader.pane import ReaderPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.model import Script
from tests.desktop_app.conftest import article

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

LAW = """目　录
　　第一章　总则
　　第二章　附则

　　第一章　总则
　　第一条　为了保护河流，制定本条例。
　　第二条　本省行政区域内适用本条例。违反第三条规定的除外：
　　（一）甲；
　　（二）乙。
　　第二章　附则
　　第三条　本条例自公布之日起施行。"""
REPORT = """各位代表：
　　一、工作回顾
　　过去五年，第一条经验是实干。
　　（一）经济平稳运行。生产总值增长。
　　（二）改革继续深化
　　二、今后的任务
　　第三产业要加快发展。"""


def heads(body: str) -> list[tuple[int, str]]:
    return [(head.level, " ".join(body[head.start : head.end].split())) for head in outline(body)]


def test_a_law_has_chapters_and_articles_but_not_its_printed_contents() -> None:
    assert heads(LAW) == [
        (0, "第一章 总则"),
        (1, "第一条 为了保护河流，制定本条例"),
        (1, "第二条 本省行政区域内适用本条例"),
        (0, "第二章 附则"),
        (1, "第三条 本条例自公布之日起施行"),
    ]


def test_a_report_has_numbered_heads() -> None:
    assert heads(REPORT) == [
        (0, "一、工作回顾"),
        (1, "（一）经济平稳运行"),
        (1, "（二）改革继续深化"),
        (0, "二、今后的任务"),
    ]


def test_traditional_heads_and_hashes_count_too() -> None:
    assert heads("第一編 總綱\n第一章 總則\n第一條 甲乙\n第二條 丙丁") == [
        (0, "第一編 總綱"),
        (1, "第一章 總則"),
        (2, "第一條 甲乙"),
        (2, "第二條 丙丁"),
    ]
    assert heads("# 甲\n## 乙\n正文\n# 丙") == [(0, "甲"), (1, "乙"), (0, "丙")]


@pytest.mark.parametrize(
    "body", ["", "一、甲\n二、乙", "没有标题的消息。\n第二段。", "第一条的规定\n第二条和\n第三条之"]
)
def test_too_few_heads_are_no_outline(body: str) -> None:
    assert outline(body) == ()


@given(st.text(alphabet="第一二章条節（）、#\n\u3000 。甲乙", max_size=200))
def test_heads_are_in_order_and_within_the_text(body: str) -> None:
    found = outline(body)
    assert [head.start for head in found] == sorted({head.start for head in found})
    assert all(0 <= head.start < head.end <= len(body) for head in found)
    if found:
        assert min(head.level for head in found) == 0


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Callable[[], None]
) -> ReaderPane:
    archive.articles[7] = article(7, "河流保护条例", LAW)
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 300)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    session.open_article(7)
    settled()
    return pane


def test_the_drawer_leads_to_a_head_by_keyboard_alone(pane: ReaderPane, session: Session) -> None:
    pane.commands["outline"].trigger()
    assert pane.outline.isVisible()
    pane.outline.field.setText("第三條")
    shown = [item.text(0) for item in pane.outline._items if not item.isHidden()]
    assert [text.split("\u3000")[0].split()[0] for text in shown] == ["第二章", "第三条"]
    before = pane.view.verticalScrollBar().value()
    QTest.keyClick(pane.outline.field, Qt.Key.Key_Return)
    assert pane.view.verticalScrollBar().value() > before
    QTest.keyClick(pane.outline.field, Qt.Key.Key_Escape)
    assert not pane.outline.isVisible()
    assert pane.view.hasFocus()


def test_the_drawer_follows_the_script_and_the_reading(
    pane: ReaderPane, session: Session, settled: Callable[[], None]
) -> None:
    pane.commands["outline"].trigger()
    session.set_script(Script.TRADITIONAL)
    settled()
    assert pane.outline.tree.topLevelItem(0).text(0).startswith("第一章")
    assert "總則" in pane.outline.tree.topLevelItem(0).text(0)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    current = pane.outline.tree.currentItem()
    assert current is not None
    assert current.text(0).startswith(("第二", "第三"))


def test_an_article_without_heads_has_no_outline(
    pane: ReaderPane, session: Session, settled: Callable[[], None]
) -> None:
    assert pane.commands["outline"].isEnabled()
    session.open_article(3)
    settled()
    assert not pane.commands["outline"].isEnabled()
