"""What leaves the reader: clean text, text with its source, Markdown, and pages with numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.reader.pane import ReaderPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from tests.desktop_app.conftest import article

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

CITATION = "三地联席会议召开[N]. 九江日报, 2025-08-29."
REPORT = "前言*。\n一、工作回顾\n过去五年。\n二、今后的任务\n今后五年。\n三、结束语\n完。"


@pytest.fixture
def pane(
    qtbot: QtBot,
    session: Session,
    tasks: Tasks,
    archive: SmallArchive,
    monkeypatch: pytest.MonkeyPatch,
) -> ReaderPane:
    archive.articles[7] = article(7, "报告", REPORT)
    monkeypatch.setattr(type(archive), "citation", lambda self, number: CITATION, raising=False)
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def copied(settled: Callable[[], None]) -> Callable[[], str]:
    def text() -> str:
        settled()
        return QApplication.clipboard().text()

    return text


def select(pane: ReaderPane, words: str) -> None:
    start = pane.view.toPlainText().index(words)
    cursor = pane.view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), cursor.MoveMode.KeepAnchor)
    pane.view.setTextCursor(cursor)


def test_a_selection_is_copied_with_its_source(
    pane: ReaderPane, session: Session, settled: Callable[[], None], copied: Callable[[], str]
) -> None:
    session.open_article(1)
    settled()
    select(pane, "李红军强调")
    pane.commands["copy_cited"].trigger()
    assert copied() == f"李红军强调\n\n{CITATION}"
    pane.commands["copy_article"].trigger()
    assert copied() == "李红军强调"


def test_a_clean_text_says_where_it_is_from_and_nothing_of_the_program(
    pane: ReaderPane,
    session: Session,
    archive: SmallArchive,
    settled: Callable[[], None],
    copied: Callable[[], str],
) -> None:
    archive.articles[9] = article(9, "通知", "正文。")
    session.open_article(9)
    settled()
    assert "as it came" in pane.view.toPlainText().replace("\u00a0", " ")
    pane.commands["copy_article"].trigger()
    title, origin, body = copied().splitlines()
    assert (title, body) == ("通知", "正文。")
    assert "as it came" not in origin and "repaired" not in origin and origin


def test_the_whole_article_becomes_markdown_with_headings(
    pane: ReaderPane, session: Session, settled: Callable[[], None], copied: Callable[[], str]
) -> None:
    session.open_article(7)
    settled()
    pane.commands["copy_markdown"].trigger()
    lines = [line for line in copied().splitlines() if line]
    assert lines[:4] == ["# 报告", "前言\\*。", "## 一、工作回顾", "过去五年。"]
    assert lines[-1] == "*三地联席会议召开\\[N\\]. 九江日报, 2025-08-29.*"


def test_a_selection_becomes_a_quotation_in_markdown(
    pane: ReaderPane, session: Session, settled: Callable[[], None], copied: Callable[[], str]
) -> None:
    session.open_article(7)
    settled()
    select(pane, "过去五年。\n二、今后的任务\n今后")
    pane.commands["copy_markdown"].trigger()
    assert copied().startswith("> 过去五年。\n>\n> ## 二、今后的任务\n>\n> 今后\n\n—— ")


@pytest.mark.usefixtures("chinese_fonts")
def test_a_pdf_has_all_pages_and_its_fonts(
    qtbot: QtBot,
    pane: ReaderPane,
    session: Session,
    archive: SmallArchive,
    settled: Callable[[], None],
    tmp_path: Path,
) -> None:
    archive.articles[8] = article(8, "长报告", "\n".join("会议审议通过三年行动方案。" * 8 for _ in range(60)))
    session.open_article(8)
    settled()
    target = tmp_path / "长报告.pdf"
    with qtbot.waitSignal(pane._output.printed, timeout=20_000) as printed:
        pane._output.write_pdf(target)
    data = target.read_bytes()
    assert data.startswith(b"%PDF")
    assert printed.args is not None
    assert printed.args[0] > 3
    assert data.count(b"/Type /Page\n") == printed.args[0]
    assert b"/FontFile" in data


def test_a_pdf_that_cannot_be_written_is_reported(
    qtbot: QtBot, pane: ReaderPane, session: Session, settled: Callable[[], None], tmp_path: Path
) -> None:
    session.open_article(1)
    settled()
    with qtbot.waitSignal(session.trouble) as trouble:
        pane._output.write_pdf(tmp_path / "nowhere" / "a.pdf")
    assert isinstance(trouble.args[0], OSError)
