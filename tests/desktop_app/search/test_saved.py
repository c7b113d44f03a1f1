"""Saved searches with their badges, the history of an archive, and many terms counted at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.batch import Batch
from desktop_app.dialogs.saved_searches import SavedSearchList
from desktop_app.search.box import SearchBox
from desktop_app.search.pane import SearchPane
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.model import FacetField, Filter, SearchRequest

YEAR = Filter(FacetField.YEAR, ("2025",))


@pytest.fixture
def archive(sample_archive_path: Path, tmp_path: Path) -> Iterator[Archive]:
    """The sample archive, to be written to."""
    path = tmp_path / "样例.juanzong"
    shutil.copytree(sample_archive_path, path)
    with Archive.open(path) as opened:
        yield opened


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, tasks: Tasks, archive: Archive, settled: Callable[[], None]
) -> Iterator[SearchPane]:
    pane = SearchPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    session.set_archive(archive)
    pane.show()
    settled()
    yield pane
    tasks.shutdown()


def keep(pane: SearchPane, session: Session, name: str, settled: Callable[[], None]) -> None:
    session.search(SearchRequest("联席会议", filters=(YEAR,)))
    settled()
    pane.saved.save(name)
    settled()


def test_a_search_is_saved_under_a_name_with_its_filters(
    qtbot: QtBot, pane: SearchPane, session: Session, archive: Archive, settled: Callable[[], None]
) -> None:
    session.search(SearchRequest("联席会议", filters=(YEAR,)))
    settled()
    pane.saved.save_action.trigger()
    dialog = pane.findChild(QInputDialog)
    assert dialog.textValue() == "联席会议"
    dialog.setTextValue("今年的联席会议")
    dialog.accept()
    settled()
    (saved,) = archive.saved_searches()
    assert saved.name == "今年的联席会议"
    assert saved.request.filters == (YEAR,)
    assert pane.saved.menu.actions()[0].text() == "今年的联席会议"


def test_new_hits_are_a_badge_until_somebody_looks(
    pane: SearchPane, session: Session, archive: Archive, tmp_path: Path, settled: Callable[[], None]
) -> None:
    keep(pane, session, "会", settled)
    session.search_text("")
    later = tmp_path / "后来.txt"
    later.write_text("又一次联席会议召开\n2025年9月2日\n　　联席会议今天召开，代表们作了发言。\n", "utf-8")
    archive.import_paths([later], workers=0)
    session.content_changed()
    settled()
    assert pane.saved.new_hits == 1
    assert "1 new" in pane.saved.menu.actions()[0].text()
    pane.saved.menu.actions()[0].trigger()
    settled()
    assert session.request.text == "联席会议"
    assert session.request.filters == (YEAR,)
    assert pane.saved.new_hits == 0


def test_the_list_renames_opens_and_deletes(
    qtbot: QtBot, pane: SearchPane, session: Session, archive: Archive, settled: Callable[[], None]
) -> None:
    keep(pane, session, "一", settled)
    dialog = SavedSearchList(pane.saved)
    qtbot.addWidget(dialog)
    item = dialog.tree.topLevelItem(0)
    assert isinstance(item, QTreeWidgetItem)
    assert "联席会议" in item.text(1)
    assert "2025" in item.text(1)
    item.setText(0, "二")
    settled()
    assert [each.name for each in archive.saved_searches()] == ["二"]
    qtbot.keyClick(dialog, Qt.Key.Key_Delete)
    settled()
    assert archive.saved_searches() == ()
    assert dialog.tree.topLevelItemCount() == 0


def test_what_was_searched_for_is_kept_in_the_archive_and_can_be_forgotten(
    qtbot: QtBot,
    pane: SearchPane,
    session: Session,
    tasks: Tasks,
    archive: Archive,
    settled: Callable[[], None],
) -> None:
    box = SearchBox(session, tasks)
    qtbot.addWidget(box)
    box.show()
    box.field.setText("联席会议")
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    settled()
    qtbot.waitUntil(lambda: [each.text for each in archive.history()] == ["联席会议"])
    forget = box.menu_actions()[1]
    assert forget is not None
    forget.trigger()
    settled()
    assert archive.history() == ()


def test_many_terms_are_counted_and_saved(
    qtbot: QtBot,
    pane: SearchPane,
    session: Session,
    tasks: Tasks,
    archive: Archive,
    tmp_path: Path,
    settled: Callable[[], None],
) -> None:
    terms = tmp_path / "词表.txt"
    terms.write_bytes('联席会议\r\n大象\r\n\r\n联席会议\r\n"没完'.encode("gb18030"))
    dialog = Batch(archive, session, tasks)
    qtbot.addWidget(dialog)
    dialog.open_list(terms)
    settled()
    dialog.count()
    settled()
    cells = [[dialog.table.item(row, column).text() for column in (0, 1)] for row in range(3)]
    total = archive.search(SearchRequest("联席会议")).total
    assert cells[:2] == [["联席会议", str(total)], ["大象", "0"]]
    assert "quotation mark" in cells[2][1]
    assert "{" not in cells[2][1]
    out = tmp_path / "表.csv"
    dialog.save(out)
    settled()
    assert "联席会议" in out.read_text("utf-8-sig")
    dialog.table.itemActivated.emit(dialog.table.item(0, 1))
    assert session.request.text == "联席会议"
    settled()
