"""Collections by hand and by search, as books, and handed over; the desk in use."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop_app.collecting.pdf_book import write_book
from desktop_app.widgets.article_drag import articles_data, articles_in
from index.archive import Archive
from index.model import NoteKind, SearchRequest
from tests.desktop_app.desk.conftest import Table

WORDS = "共同推进云白铁路建设"


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def test_a_collection_is_made_filled_ordered_and_emptied(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(["两市", "人事"])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (next(names), True))
    pane = table.desk.collections
    meeting, list_, railway = (table.number(words) for words in ("联席会议", "任免", "铁路动工"))
    pane.ask_new([meeting, list_])
    table.settled()
    one = pane.chosen()
    assert one is not None and (one.name, one.articles) == ("两市", 2)
    pane.put(one.number, [railway, meeting])
    table.settled()
    assert [a.article_id for a in pane.list.held()] == [meeting, list_, railway]
    pane.list.setCurrentRow(2)
    QTest.keyClick(pane.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    table.settled()
    assert [a.article_id for a in table.archive.collected(one.number)] == [meeting, railway, list_]
    pane.list.setCurrentRow(0)
    QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    table.settled()
    assert [a.article_id for a in table.archive.collected(one.number)] == [railway, list_]
    pane._ask_inner(one.number)
    table.settled()
    assert {c.name: c.parent for c in table.archive.collections()} == {"两市": None, "人事": one.number}
    table.desk.work.undo()
    table.settled()
    assert [c.name for c in pane.collections] == ["两市"]


def test_articles_dropped_on_a_collection_go_into_it(table: Table) -> None:
    pane = table.desk.collections
    number = table.archive.make_collection("两市").numbers[0]
    pane.reload()
    table.settled()
    ids = [table.number("任免"), table.number("铁路动工")]
    assert articles_in(articles_data(ids)) == ids
    pane.tree.dropped.emit(number, ids)
    table.settled()
    assert [a.article_id for a in table.archive.collected(number)] == ids


def test_a_collection_is_renamed_in_place_and_moved(table: Table) -> None:
    pane = table.desk.collections
    first = table.archive.make_collection("一").numbers[0]
    second = table.archive.make_collection("二").numbers[0]
    pane.reload()
    table.settled()
    item = pane.tree.topLevelItem(0)
    assert item is not None
    item.setText(0, "壹")
    table.settled()
    assert [c.name for c in table.archive.collections()] == ["壹", "二"]
    pane.tree.moved.emit(second, None, first)
    table.settled()
    assert [c.name for c in pane.collections] == ["二", "壹"]
    pane.tree.moved.emit(second, first, None)
    table.settled()
    assert {c.name: c.parent for c in pane.collections} == {"二": first, "壹": None}


def test_a_collection_can_be_filled_by_the_search_on_show(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("检索", True))
    pane = table.desk.collections
    table.session.search(SearchRequest("动工"))
    pane.ask_new((), table.session.request)
    table.settled()
    assert [a.article_id for a in pane.list.held()] == [table.number("铁路动工")]
    menu = QMenu()
    pane.fill_choices(menu, [1])
    assert texts(menu) == ["New collection…"]


@pytest.mark.usefixtures("chinese_fonts")
def test_a_collection_becomes_a_pdf_with_contents(table: Table, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    ids = [table.number("联席会议"), table.number("任免")]
    number = table.archive.make_collection("两市合作", ids=ids).numbers[0]
    table.archive.make_collection("铁路", parent=number, ids=[table.number("铁路动工")])
    table.archive.add_article_note(ids[0], "对照着读")
    table.desk.collections.reload()
    table.settled()
    one = table.desk.collections.chosen()
    assert one is not None
    out = tmp_path / "book.pdf"
    table.desk.books.write(one, "pdf", out, notes=True)
    table.settled()
    document = pdfium.PdfDocument(out)
    pages = [
        "".join(unicodedata.normalize("NFKC", page.get_textpage().get_text_range()).split())
        for page in document
    ]
    document.close()
    assert len(pages) == 5
    assert "两市合作" in pages[0] and "Contents" in pages[1]
    assert re.search(r"2\.白石市任免名单\.+4铁路3\.云白铁路动工\.+5", pages[1])
    assert "联席会议在云州召开" in pages[2] and "对照着读" in pages[2]
    assert pages[4].endswith("5")
    assert list(tmp_path.glob("*.part")) == []


def test_a_book_that_cannot_be_written_leaves_nothing(table: Table, tmp_path: Path) -> None:
    words = table.desk.books._words("书")
    with pytest.raises(OSError):
        write_book(tmp_path / "none" / "book.pdf", [], words, lambda: None)


def test_an_archive_is_handed_over_and_merged_from_the_window(table: Table, tmp_path: Path) -> None:
    out = tmp_path / "给同事.juanzong"
    table.desk.books.hand_over(out, (), [table.number("任免")])
    table.settled()
    with Archive.open(out) as small:
        assert small.stats().articles == 1
        small.set_star([1], True)
    table.desk.books.take_in(out)
    table.settled()
    assert table.archive.articles_noted(NoteKind.STAR) == {table.number("任免")}
    table.desk.work.undo()
    table.settled()
    assert table.archive.articles_noted(NoteKind.STAR) == frozenset()
    table.desk.work.redo()
    table.settled()
    assert table.archive.articles_noted(NoteKind.STAR) == {table.number("任免")}
