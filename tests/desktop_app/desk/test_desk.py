"""The desk in use: highlight, note, star, undo; what is on the page, in the panes and in the menus."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop_app.citations.dialog import CitationDialog
from desktop_app.collecting.pdf_book import write_book
from desktop_app.desk.side_panel import COLLECTIONS, NOTES
from desktop_app.notes.editor import split_tags
from desktop_app.notes.model import NoteRole, Wanted, foot
from desktop_app.quotation_check.window import QuotationWindow
from desktop_app.widgets.article_drag import articles_data, articles_in
from index.archive import Archive
from index.model import Genre, Hold, Note, NoteColour, NoteKind, SearchRequest, Verdict
from tests.desktop_app.desk.conftest import Table

WORDS = "共同推进云白铁路建设"


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def test_selected_words_are_highlighted_at_once_and_painted(table: Table) -> None:
    number = table.open("联席会议")
    assert not table.desk.actions.highlight.isEnabled()
    table.select(WORDS)
    assert table.desk.actions.highlight.isEnabled()
    table.desk.highlight(NoteColour.GREEN)
    table.settled()
    (span,) = table.session.notes_of(number)
    body = table.archive.article(number).body
    assert body[span.place.start : span.place.end] == WORDS
    assert (span.colour, span.remark) == ("green", False)
    table.desk.highlight()
    table.settled()
    assert [note.colour for note in table.archive.notes(number)] == [NoteColour.GREEN, NoteColour.GREEN]


def test_a_note_is_written_in_the_pane_as_one_types(table: Table) -> None:
    number = table.open("联席会议")
    table.select(WORDS)
    table.desk.add_note()
    table.settled()
    assert table.desk.side.tab == NOTES
    editor = table.desk.notes.editor
    assert editor.note is not None and editor.note.passage is not None
    assert editor.note.passage.quote == WORDS
    editor.remark.setPlainText("查开工日期")
    editor.tags.setText("铁路、待查 #铁路")
    editor.write()
    table.settled()
    (note,) = table.archive.notes(number)
    assert (note.remark, note.tags) == ("查开工日期", ("铁路", "待查"))
    assert table.session.notes_of(number)[0].remark
    assert table.session.notes_of(number)[0].tip == "查开工日期\n#铁路 #待查"


def test_without_a_selection_the_note_is_on_the_article(table: Table) -> None:
    number = table.open("任免")
    table.desk.add_note()
    table.settled()
    assert [note.kind for note in table.archive.notes(number)] == [NoteKind.ARTICLE]
    assert table.session.notes_of(number) == ()


def test_what_was_typed_is_kept_when_another_note_is_chosen(table: Table) -> None:
    table.open("联席会议")
    for words in (WORDS, "岑绍文主持会议"):
        table.select(words)
        table.desk.highlight()
        table.settled()
    pane = table.desk.notes
    pane.list.setCurrentIndex(pane.model.index(0))
    first = pane.editor.note
    assert first is not None
    pane.editor.remark.setPlainText("没等停笔就走开")
    pane.list.setCurrentIndex(pane.model.index(1))
    table.settled()
    assert {note.number: note.remark for note in table.archive.notes()}[first.number] == "没等停笔就走开"


def test_everything_can_be_undone_in_turn_and_done_again(table: Table) -> None:
    number = table.open("联席会议")
    work = table.desk.work
    table.select(WORDS)
    table.desk.highlight()
    table.settled()
    table.desk.set_star([number], True)
    table.settled()
    assert table.desk.actions.star.isChecked()
    work.undo()
    table.settled()
    assert not table.desk.actions.star.isChecked()
    assert len(table.archive.notes()) == 1
    work.undo()
    table.settled()
    assert table.archive.notes() == () and table.session.notes_of(number) == ()
    work.redo()
    table.settled()
    work.redo()
    table.settled()
    assert {note.kind for note in table.archive.notes()} == {NoteKind.PASSAGE, NoteKind.STAR}
    assert not work.can_redo


def test_undo_takes_back_a_correction_of_a_name_that_came_later(table: Table) -> None:
    number = table.open("任免")
    table.desk.set_star([number], True)
    table.settled()
    entity = next(one for one in table.archive.entities(number) if one.name == "费云帆")
    with table.archive._catalogue.writing() as db:
        db.execute("SELECT 1")
    table.archive.rename(entity.id, "费云帆（白石）")
    with table.archive._catalogue.writing() as db:
        db.execute("UPDATE correction SET made_at = '2999-01-01T00:00:00+00:00'")
    table.desk.work.undo()
    table.settled()
    assert all(one.undone for one in table.archive.corrections())
    assert len(table.archive.notes()) == 1
    table.desk.work.undo()
    table.settled()
    assert table.archive.notes() == ()


def test_the_reading_list_goes_from_to_read_to_read_to_gone(table: Table) -> None:
    number = table.open("任免")
    states = []
    for _ in range(3):
        table.desk.toggle_reading()
        table.settled()
        states.append([note.done for note in table.archive.notes(number)])
    assert states == [[False], [True], []]


def test_notes_are_searched_and_filtered(table: Table) -> None:
    table.open("联席会议")
    for words, colour in ((WORDS, NoteColour.BLUE), ("岑绍文主持会议", NoteColour.PINK)):
        table.select(words)
        table.desk.highlight(colour)
        table.settled()
    table.archive.change_notes([1], tags=["铁路"], remark="要紧")
    pane = table.desk.notes
    pane.reload()
    table.settled()
    pane.search.setText("要紧 铁路")
    assert [note.number for note in pane.model.notes] == [1]
    pane.search.clear()
    pane.ask(Wanted(colour=NoteColour.PINK))
    assert [note.number for note in pane.model.notes] == [2]
    pane.ask(Wanted(tag="铁路"))
    assert [note.number for note in pane.model.notes] == [1]
    pane.ask(Wanted(lost=True))
    assert pane.model.notes == [] and pane._empty.text() == "No note matches."
    pane.menus.filters.aboutToShow.emit()
    tags = next(menu for menu in pane.menus.filters.findChildren(QMenu) if menu.title() == "Tag")
    assert texts(tags) == ["铁路  (1)"]


def test_a_note_that_lost_its_words_says_so_and_can_be_put_elsewhere(table: Table, tmp_path: Path) -> None:
    table.open("联席会议")
    table.select(WORDS)
    table.desk.highlight()
    table.settled()
    path = tmp_path / "剪报" / "会议.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("要" + WORDS, "完毕"), encoding="utf-8")
    table.archive.import_paths([path.parent], workers=0)
    number = table.open("联席会议")
    (note,) = table.desk.notes.model.notes
    assert note.hold is Hold.LOST
    assert "no longer in the article" in foot(note)
    assert table.session.notes_of(number) == ()
    table.select("岑绍文主持会议")
    menu = QMenu()
    table.desk.notes.menus.fill_menu(menu, [note])
    entry(menu, "Put this note onto the selected words").trigger()
    table.settled()
    assert len(table.session.notes_of(number)) == 1


def test_a_chosen_note_opens_its_article_at_the_words(table: Table) -> None:
    number = table.open("联席会议")
    table.select(WORDS)
    table.desk.highlight()
    table.settled()
    asked: list[tuple[int, object]] = []
    table.session.article_requested.connect(lambda one, place: asked.append((one, place)))
    pane = table.desk.notes
    pane.list.setCurrentIndex(pane.model.index(0))
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert asked[0][0] == number
    assert getattr(asked[0][1], "start", None) == table.archive.article(number).body.index(WORDS)
    QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    table.settled()
    assert table.archive.notes() == ()


def test_a_note_clicked_in_the_article_is_shown_in_the_pane(table: Table) -> None:
    table.open("联席会议")
    table.select(WORDS)
    table.desk.highlight()
    table.settled()
    pane = table.desk.notes
    pane.search.setText("nothing like it")
    table.session.note_chosen.emit(1)
    table.settled()
    note = pane.list.currentIndex().data(NoteRole)
    assert isinstance(note, Note) and note.number == 1


def test_the_menus_of_reader_and_results_offer_the_desk(table: Table) -> None:
    number = table.open("联席会议")
    table.select(WORDS)
    menu = QMenu()
    table.session.reader_menu_opening.emit(menu, table.session.selection, -1)
    assert {"Highlight", "&Note…", "Check these words as a quotation"} <= set(texts(menu))
    table.session.select(None)
    menu = QMenu()
    table.session.reader_menu_opening.emit(menu, None, -1)
    assert {"&Star", "&Reading list", "Put into a collection", "C&ite…"} <= set(texts(menu))
    menu = QMenu()
    table.session.results_menu_opening.emit(menu, [number])
    entry(menu, "Add a star").trigger()
    table.settled()
    assert table.session.starred == {number}
    assert table.archive.articles_noted(NoteKind.STAR) == {number}


def test_an_archive_opened_to_read_offers_no_changes(table: Table) -> None:
    path = table.archive.path
    with Archive.open(path, read_only=True) as reading:
        table.session.set_archive(reading)
        table.settled()
        table.session.article_shown(reading.article(table.number("任免")))
        table.settled()
        a = table.desk.actions
        assert not any(one.isEnabled() for one in (a.note, a.star, a.collect, a.take_in, a.undo))
        assert a.cite.isEnabled() and a.check.isEnabled()
        menu = QMenu()
        table.session.results_menu_opening.emit(menu, [1])
        assert texts(menu) == ["Cite…", "Hand over as an archive…"]
        table.session.set_archive(None)
        table.settled()


def test_notes_are_exported_from_the_pane(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.open("联席会议")
    table.select(WORDS)
    table.desk.highlight()
    table.settled()
    out = tmp_path / "notes"
    monkeypatch.setattr(
        "desktop_app.notes.pane.QFileDialog.getSaveFileName",
        lambda *_: (str(out), "Markdown (*.md)"),
    )
    table.desk.notes.export()
    table.settled()
    assert f"> {WORDS}" in out.with_suffix(".md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "tags"),
    [("铁路 待查", ("铁路", "待查")), (" #甲，乙、甲;丙 ", ("甲", "乙", "丙")), ("", ()), ("　", ())],
)
def test_tags_are_parted_by_blanks_and_commas(typed: str, tags: tuple[str, ...]) -> None:
    assert split_tags(typed) == tags


# --- collections ----------------------------------------------------------------------------------------


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


# --- citations and quotations ---------------------------------------------------------------------------


def test_references_are_shown_corrected_and_copied(table: Table) -> None:
    number = table.open("联席会议")
    table.desk.actions.cite.trigger()
    table.settled()
    dialog = table.desk._window.findChild(CitationDialog)
    assert dialog is not None
    assert dialog.text.toPlainText() == "云州白石两市联席会议召开[N]. 云州日报, 2024-03-05."
    dialog.fields["page"].setText("第2版")
    dialog.fields["author"].setText("闵小满、孔令岚")
    dialog._correct()
    table.settled()
    said = "闵小满, 孔令岚. 云州白石两市联席会议召开[N]. 云州日报, 2024-03-05(2)."
    assert dialog.text.toPlainText() == said
    assert table.archive.corrected_particulars(number).page == "第2版"
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == said
    dialog.genre.setCurrentIndex(dialog.genre.findData(Genre.REPORT))
    dialog._correct()
    table.settled()
    assert "[R]" in dialog.text.toPlainText()
    dialog.reset_button.click()
    table.settled()
    assert dialog.text.toPlainText() == "云州白石两市联席会议召开[N]. 云州日报, 2024-03-05."
    dialog.close()


def test_several_articles_are_cited_and_saved_in_each_style(table: Table, tmp_path: Path) -> None:
    ids = [table.number(words) for words in ("联席会议", "任免")]
    table.desk.cite(ids)
    table.settled()
    dialog = table.desk._window.findChild(CitationDialog)
    assert dialog is not None and not dialog.form.isVisible()
    assert dialog.text.toPlainText().startswith("[1] ")
    dialog.style_box.setCurrentIndex(dialog.style_box.findData("ris"))
    table.settled()
    assert dialog.text.toPlainText().count("TY  - NEWS") == 2
    out = tmp_path / "refs.ris"
    dialog.save(out)
    table.settled()
    assert out.read_text(encoding="utf-8").count("ER  - ") == 2
    dialog.close()


def test_a_pasted_passage_is_checked_and_its_source_opened(table: Table) -> None:
    number = table.open("任免")
    table.desk.check_quotations("云州市委书记岑绍文主持了会议。\n火星殖民计划昨日正式启动获得关注。")
    table.settled()
    window = table.desk._window.findChild(QuotationWindow)
    assert window is not None and window._report is not None
    assert [one.verdict for one in window._report.quotations] == [Verdict.ALTERED, Verdict.NOT_FOUND]
    shown = window.answer.toPlainText()
    assert "Altered" in shown and "Not found" in shown and "云州白石两市联席会议召开" in shown
    assert "line-through" in window.answer.toHtml()
    asked: list[int] = []
    table.session.article_requested.connect(lambda one, place: asked.append(one))
    point = _link_place(window)
    QTest.mouseClick(window.answer.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked == [table.number("联席会议")] != [number]
    window.copy_button.click()
    assert "【Altered】" in QGuiApplication.clipboard().text()
    window.close()


def _link_place(window: QuotationWindow) -> QPoint:
    """Somewhere on the first link."""
    view = window.answer
    for y in range(0, view.viewport().height(), 4):
        for x in range(0, view.viewport().width(), 8):
            if view.anchorAt(QPoint(x, y)):
                return QPoint(x + 4, y)
    raise AssertionError("no link")


def test_selected_words_go_into_the_check(table: Table) -> None:
    table.open("联席会议")
    table.select(WORDS)
    table.desk._check_selection()
    table.settled()
    window = table.desk._window.findChild(QuotationWindow)
    assert window is not None and window.text.toPlainText() == WORDS
    assert window._report is not None and window._report.counted(Verdict.EXACT) == 1
    window.close()


def test_the_side_panel_remembers_its_tab(table: Table) -> None:
    table.desk.actions.show_collections.trigger()
    assert table.desk.side.tab == COLLECTIONS
    assert table.session.memory.number("side.tab", 0) == COLLECTIONS
