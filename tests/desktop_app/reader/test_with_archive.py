"""The panes on a real archive: searched in one script, read in the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.entity_sidebar import EntitySidebar
from desktop_app.reader import ReaderPane
from desktop_app.search import SearchPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.model import Script, SearchRequest

TRADITIONAL = """三地聯席會議召開
來源：雲州日報　2025-08-29

　　本報訊　8月28日，青川新區、雲州市、白石市三地聯席會議在江口鎮召開。雲州市委書記岑紹文主持會議並講話。

　　岑紹文強調，要落實《三地協同發展行動方案》，推動聯席會議議定事項落地。
"""
SIMPLIFIED = """永修县发布春季植树安排
2024-03-12

　　永修县今天发布春季植树安排，要求各乡镇按期完成。
"""


@pytest.fixture
def real_archive(tmp_path: Path) -> Iterator[Archive]:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_bytes(TRADITIONAL.encode("big5", "replace"))
    (folder / "b.txt").write_bytes(SIMPLIFIED.encode("gb18030"))
    with Archive.create(tmp_path / "press.juanzong") as archive:
        archive.import_paths([folder], progress=None, control=None)
        yield archive


def test_an_article_is_found_in_one_script_and_read_in_the_other(
    qtbot: QtBot,
    session: Session,
    tasks: Tasks,
    settled: Callable[[], None],
    real_archive: Archive,
) -> None:
    panes = [pane(session, tasks) for pane in (SearchPane, ReaderPane, EntitySidebar)]
    search, reader, sidebar = panes
    for pane in panes:
        qtbot.addWidget(pane)
    session.set_archive(real_archive)
    settled()
    session.search(SearchRequest("联席会议"))
    settled()
    assert search.model.rowCount() == 1
    row = search.model.row_at(0)
    assert row.title[slice(*row.title_marks[0])] == "聯席會議"

    session.open_article(row.row.id)
    settled()
    assert "雲州日報" in reader.view.toPlainText()
    assert len(reader.view.layers.query) >= 3
    names = [line.name for section in sidebar.model.sections for line in section.lines]
    assert "岑紹文" in names

    session.set_script(Script.SIMPLIFIED)
    settled()
    text = reader.view.toPlainText()
    start, end = reader.view.layers.query.spans[0]
    assert text[start:end] == "联席会议"
    assert "岑绍文强调" in text
    names = [line.name for section in sidebar.model.sections for line in section.lines]
    assert "岑绍文" in names
    qtbot.waitUntil(lambda: search.model.row_at(0).title == "三地联席会议召开")

    session.set_archive(None)
    tasks.shutdown()
