"""References and the check of quotations, from the desk in use."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop_app.citations.dialog import CitationDialog
from desktop_app.quotation_check.window import QuotationWindow
from index.model import Genre, Verdict
from tests.desktop_app.desk.conftest import Table

WORDS = "共同推进云白铁路建设"


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


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
