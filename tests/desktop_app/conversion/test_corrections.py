"""The user's corrections of conversions: kept, changed, deleted, and in force in every pane at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.conversion import CorrectionEditor, CorrectionList
from desktop_app.conversion.list import keep
from desktop_app.i18n.script import convert
from desktop_app.reader.pane import ReaderPane
from desktop_app.session import Session
from desktop_app.settings import Settings, own_corrections
from desktop_app.tasks import Tasks
from index.model import Script
from index.script.manner import OwnCorrection

if TYPE_CHECKING:
    from tests.desktop_app.conftest import SmallArchive

Settled = Callable[[], None]
ZHONG = OwnCorrection(Script.TRADITIONAL, "钟书记", "鍾書記")


def test_a_correction_is_kept_for_the_next_start(session: Session) -> None:
    keep(session, ZHONG)
    assert own_corrections(Settings.load().own_conversions) == (ZHONG,)


def test_a_correction_of_the_same_words_takes_the_place_of_the_old_one(session: Session) -> None:
    keep(session, ZHONG)
    keep(session, OwnCorrection(Script.TRADITIONAL, "钟书记", "鐘書記"))
    keep(session, OwnCorrection(Script.SIMPLIFIED, "钟书记", "钟"))
    kept = own_corrections(session.settings.own_conversions)
    assert [(each.script, each.target) for each in kept] == [
        (Script.TRADITIONAL, "鐘書記"),
        (Script.SIMPLIFIED, "钟"),
    ]


def test_all_panes_convert_with_it_at_once(qtbot: QtBot, session: Session) -> None:
    session.set_script(Script.TAIWAN)
    assert convert("台风", Script.TAIWAN).text == "颱風"
    with qtbot.waitSignal(session.script_changed):
        keep(session, OwnCorrection(Script.TRADITIONAL, "台风", "台風"))
    assert convert("台风", Script.TAIWAN).text == "台風"
    session.change_settings(own_conversions=())
    assert convert("台风", Script.TAIWAN).text == "颱風"


@pytest.mark.parametrize(
    "line", ["", "x", "klingon\ta\tb", "original\ta\tb", "simplified\t\tb", "simplified\ta"]
)
def test_lines_that_make_no_sense_are_left_out(line: str) -> None:
    assert own_corrections([line, "taiwan\t台\t臺"]) == (OwnCorrection(Script.TAIWAN, "台", "臺"),)


def test_the_list_changes_and_deletes(qtbot: QtBot, session: Session) -> None:
    keep(session, ZHONG)
    dialog = CorrectionList(session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.table.rowCount() == 1
    dialog.table.selectRow(0)
    dialog._change_button.click()
    editor = dialog.findChild(CorrectionEditor)
    assert editor is not None
    editor.target.setText("鐘書記")
    editor.accept()
    assert own_corrections(session.settings.own_conversions)[0].target == "鐘書記"
    dialog.table.selectRow(0)
    dialog._delete_button.click()
    assert session.settings.own_conversions == ()
    assert dialog.table.rowCount() == 0
    dialog.close()


def test_a_form_without_words_cannot_be_accepted(qtbot: QtBot) -> None:
    editor = CorrectionEditor(OwnCorrection(Script.SIMPLIFIED, "", ""))
    qtbot.addWidget(editor)
    ok = editor.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)  # type: ignore[union-attr]
    assert not ok.isEnabled()
    editor.source.setText("乾")
    editor.target.setText("干")
    assert ok.isEnabled()


@pytest.fixture
def pane(qtbot: QtBot, session: Session, tasks: Tasks, archive: SmallArchive, settled: Settled) -> ReaderPane:
    from tests.desktop_app.conftest import article

    archive.articles[7] = article(7, "台风过后", "台风过后，台上有发电机。皇后在后面。")
    pane = ReaderPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    session.set_archive(archive)  # type: ignore[arg-type]
    pane.show()
    qtbot.waitExposed(pane)
    session.set_script(Script.TAIWAN)
    session.open_article(7)
    settled()
    return pane


def marked(pane: ReaderPane) -> list[str]:
    text = pane.view.toPlainText()
    return [text[each.start : each.end] for each in pane.view.layers.choices]


def test_choices_are_marked_on_demand_with_alternatives_and_reason(
    pane: ReaderPane, session: Session, settled: Settled
) -> None:
    assert marked(pane) == []
    pane.commands["mark_choices"].trigger()
    settled()
    assert "颱" in marked(pane)
    assert "發" in marked(pane)
    tips = {mark.tip for mark in pane.view.layers.choices}
    assert any("台风" in tip and "檯" in tip for tip in tips)
    session.set_script(Script.ORIGINAL)
    settled()
    assert marked(pane) == []


def test_stepping_from_choice_to_choice_says_why(
    qtbot: QtBot, pane: ReaderPane, session: Session, settled: Settled
) -> None:
    pane.commands["mark_choices"].trigger()
    settled()
    with qtbot.waitSignal(session.message) as said:
        pane.commands["next_choice"].trigger()
    assert "颱" in said.args[0]
    assert pane.view.layers.current == (0, 1)


def test_a_choice_is_corrected_from_the_menu_and_comes_out_so_at_once(
    qtbot: QtBot, pane: ReaderPane, session: Session, settled: Settled
) -> None:
    pane.commands["mark_choices"].trigger()
    settled()
    mark = next(each for each in pane.view.layers.choices if each.start > 10)
    menu = QMenu(pane)
    pane.view.menuOpening.emit(menu, -1, mark.start, mark.start, -1)
    entry = next(action for action in menu.actions() if "檯" in action.text())
    entry.trigger()
    editor = pane.window().findChild(CorrectionEditor)
    assert editor is not None
    assert "檯" in editor.target.text()
    editor.accept()
    settled()
    assert "檯" in pane.view.toPlainText()


def test_protected_titles_stay_as_printed_in_the_reader(
    pane: ReaderPane, session: Session, archive: SmallArchive, settled: Settled
) -> None:
    from tests.desktop_app.conftest import article

    archive.articles[8] = article(8, "发布", "发布《发展规划》后。")
    session.open_article(8)
    settled()
    assert "《發展規劃》" in pane.view.toPlainText()
    session.change_settings(keep_titles=True)
    settled()
    assert "發布《发展规划》後" in pane.view.toPlainText().replace("佈", "布")
