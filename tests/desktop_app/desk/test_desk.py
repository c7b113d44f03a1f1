"""The desk in use: highlight, note, star, undo; what is on the page, in the panes and in the menus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop_app.desk.side_panel import COLLECTIONS, NOTES
from desktop_app.notes.editor import split_tags
from desktop_app.notes.model import NoteRole, Wanted, foot
from index.archive import Archive
from index.model import Hold, Note, NoteColour, NoteKind
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
    table.select("云白铁路")
    table.desk.highlight()
    table.settled()
    assert [note.colour for note in table.archive.notes(number)] == [NoteColour.GREEN, NoteColour.GREEN]


def test_words_that_are_highlighted_already_get_the_other_colour_not_a_second_note(table: Table) -> None:
    number = table.open("联席会议")
    table.select(WORDS)
    table.desk.highlight(NoteColour.GREEN)
    table.settled()
    table.desk.highlight(NoteColour.PINK)
    table.settled()
    assert [note.colour for note in table.archive.notes(number)] == [NoteColour.PINK]


def test_a_note_after_a_highlight_goes_to_the_highlight(table: Table) -> None:
    number = table.open("联席会议")
    table.select(WORDS)
    table.session.deselect_requested.connect(lambda: table.session.select(None))
    table.desk.highlight(NoteColour.GREEN)
    table.settled()
    assert table.session.selection is None
    table.desk.add_note()
    table.settled()
    editor = table.desk.notes.editor
    editor.remark.setPlainText("查开工日期")
    editor.write()
    table.settled()
    assert [note.remark for note in table.archive.notes(number)] == ["查开工日期"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_leaving_the_tags_leads_back_to_the_article_or_to_the_list(table: Table, key: Qt.Key) -> None:
    table.open("联席会议")
    table.select(WORDS)
    asked: list[bool] = []
    table.session.focus_reader_requested.connect(lambda: asked.append(True))
    table.desk.add_note()
    table.settled()
    QTest.keyClick(table.desk.notes.editor.tags, key)
    assert asked == [True]
    table.desk.notes.list.edited.emit()
    QTest.keyClick(table.desk.notes.editor.tags, key)
    assert asked == [True]
    table.settled()


def test_each_tag_of_a_line_is_completed(table: Table) -> None:
    editor = table.desk.notes.editor
    editor.show_tags(["铁路", "铁矿", "待查"])
    completer = editor.tags.completer()
    assert completer.splitPath("待查、铁") == ["铁"]
    editor.tags.setText("待查、铁")
    completer.setCompletionPrefix("铁")
    assert completer.completionCount() == 2
    assert completer.pathFromIndex(completer.completionModel().index(1, 0)) == "待查、铁矿"


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
    table.desk.add_note()
    table.settled()
    assert len(table.archive.notes(number)) == 1, "the note that was left empty is gone on with"


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


def test_the_side_panel_remembers_its_tab(table: Table) -> None:
    table.desk.actions.show_collections.trigger()
    assert table.desk.side.tab == COLLECTIONS
    assert table.session.memory.number("side.tab", 0) == COLLECTIONS
