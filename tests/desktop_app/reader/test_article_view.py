"""The page: typography, hardening, and the line under the eye that stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.layers import Mentions, MentionSpan, Spans
from desktop_app.reader.page_text import PageText, ShownText, lay_out
from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.typesetting import MetaPart
from desktop_app.session import Session
from index.model import MentionType, Script
from index.script.conversion import convert

PARAGRAPH = "赣江新区、南昌市、九江市三地联席会议在永修县召开，会议审议通过三年行动方案。"


def page_of(body: str, script: Script = Script.ORIGINAL) -> PageText:
    shown = ShownText(body) if script is Script.ORIGINAL else ShownText(body, convert(body, script))
    return lay_out(ShownText("三地联席会议召开"), shown, "九江日报")


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(760, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def numbered(count: int) -> str:
    return "\n".join(f"第{n}段。{PARAGRAPH * 3}" for n in range(count))


def top_line(view: ArticleView, offset: int) -> int:
    """How far below the upper edge the character at `offset` of the body stands."""
    assert view.page is not None
    cursor = view.textCursor()
    cursor.setPosition(view.page.to_document(offset))
    return view.cursorRect(cursor).top()


def test_the_document_holds_the_clean_text_in_one_block_per_paragraph(view: ArticleView) -> None:
    view.show_page(page_of("　　第一段。\n\n　　第二段。"), [MetaPart("九江日报")])
    assert view.toPlainText() == "三地联席会议召开\n九江日报\n第一段。\n第二段。"


def test_a_full_line_holds_exactly_the_measure(view: ArticleView) -> None:
    view.resize(1200, 500)
    view.typography = replace(view.typography, measure=20)
    view.show_page(page_of("国" * 60), [MetaPart("x")])
    layout = view.document().findBlockByNumber(2).layout()
    assert [layout.lineAt(n).textLength() for n in range(layout.lineCount())] == [18, 20, 20, 2]


def test_the_column_is_centred(view: ArticleView) -> None:
    view.resize(1400, 500)
    view.show_page(page_of(PARAGRAPH), [MetaPart("x")])
    left = view.viewport().geometry().left()
    right = view.width() - view.verticalScrollBar().width() - view.viewport().geometry().right()
    assert abs(left - right) <= 2
    assert abs(view.viewport().width() - view.typography.text_width()) <= 2


def test_copying_gives_clean_text_only(qtbot: QtBot, view: ArticleView) -> None:
    view.show_page(page_of("　　第一段。\n　　第二段。"), [MetaPart("九江日报")])
    view.selectAll()
    data = view.createMimeDataFromSelection()
    assert not data.hasHtml()
    assert data.text().splitlines()[2:] == ["第一段。", "第二段。"]


def test_nothing_is_ever_loaded(view: ArticleView) -> None:
    for kind in (
        QTextDocument.ResourceType.ImageResource.value,
        QTextDocument.ResourceType.HtmlResource.value,
    ):
        for url in ("http://example.org/a.png", "file:///etc/passwd", "qrc:/x"):
            assert view.loadResource(kind, QUrl(url)) is None
    assert not view.openLinks()
    assert not view.openExternalLinks()
    assert not view.acceptDrops()


def test_markup_in_an_article_is_shown_as_it_is(view: ArticleView) -> None:
    view.show_page(page_of('<img src="http://example.org/x.png"><script>alert(1)</script>'), [MetaPart("x")])
    assert "<script>" in view.toPlainText()


@pytest.mark.parametrize("change", ["zoom", "script", "width"])
def test_the_line_under_the_eye_stays(qtbot: QtBot, view: ArticleView, change: str) -> None:
    body = numbered(80)
    view.show_page(page_of(body), [MetaPart("x")])
    view.verticalScrollBar().setValue(3000)
    place = view.place()
    before = top_line(view, place.offset)
    if change == "zoom":
        view.set_typography(replace(view.typography, zoom=1.5))
    elif change == "script":
        view.show_page(page_of(body, Script.TAIWAN), [MetaPart("x")], place)
    else:
        view.resize(500, 500)
        QApplication.processEvents()
    assert abs(top_line(view, place.offset) - before) <= view.typography.pixels * view.typography.line_height


def test_the_top_of_the_page_stays_the_top(view: ArticleView) -> None:
    view.show_page(page_of(numbered(40)), [MetaPart("x")])
    assert view.place() == ReadingPlace()
    view.set_typography(replace(view.typography, zoom=2.0))
    assert view.verticalScrollBar().value() == 0


def test_a_mark_out_of_sight_is_brought_into_sight_and_one_in_sight_moves_nothing(view: ArticleView) -> None:
    body = numbered(60)
    page = page_of(body)
    view.show_page(page, [MetaPart("x")])
    far = body.index("第50段")
    view.reveal(page.span(far, far + 4))
    assert 0 <= top_line(view, far) < view.viewport().height() - 30
    here = view.verticalScrollBar().value()
    view.reveal(page.span(far, far + 4))
    assert view.verticalScrollBar().value() == here


def test_a_million_characters_open_at_once_and_grow_to_the_end(qtbot: QtBot, view: ArticleView) -> None:
    body = numbered(9000)
    assert len(body) > 1_000_000
    page = page_of(body)
    view.show_page(page, [MetaPart("x")])
    assert view.document().characterCount() < 100_000
    last = len(body) - 5
    view.reveal(page.span(last, last + 2))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0, timeout=20_000)
    assert 0 <= top_line(view, last) < view.viewport().height()


def test_a_deep_place_of_a_very_long_article_is_set_while_the_old_page_stays(
    qtbot: QtBot, view: ArticleView
) -> None:
    body = numbered(3000)
    page = page_of(body)
    view.show_page(page, [MetaPart("x")])
    deep = body.index("第2000段")
    view.reveal(page.span(deep, deep + 2))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0, timeout=20_000)
    place = view.place()
    before = top_line(view, place.offset)
    shown: list[bool] = []
    other = page_of(body, Script.TRADITIONAL)
    larger = replace(view.typography, size=20)
    view.show_page(other, [MetaPart("x")], typography=larger, shown=lambda: shown.append(True))
    assert shown == []
    assert view.page is page
    qtbot.waitUntil(lambda: shown == [True], timeout=20_000)
    assert view.page is other
    assert abs(top_line(view, place.offset) - before) <= 2


def test_the_last_of_several_pages_set_out_of_sight_is_shown(qtbot: QtBot, view: ArticleView) -> None:
    body = numbered(1000)
    deep = ReadingPlace(False, body.index("第900段"), 50, top=False)
    shown: list[int] = []
    view.show_page(page_of("短文"), [MetaPart("x")])
    for number in range(3):
        view.show_page(page_of(body), [MetaPart("x")], deep, shown=lambda n=number: shown.append(n))
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert shown == [2]


def test_a_click_on_a_mention_reports_its_entity(qtbot: QtBot, view: ArticleView) -> None:
    page = page_of(PARAGRAPH)
    view.show_page(page, [MetaPart("x")])
    start, end = page.span(PARAGRAPH.index("永修县"), PARAGRAPH.index("永修县") + 3)
    view.layers.mentions = Mentions([MentionSpan(start, end, MentionType.PLACE, 3)])
    cursor = view.textCursor()
    cursor.setPosition(start + 1)
    point = view.cursorRect(cursor).center() + QPoint(4, 0)
    with qtbot.waitSignal(view.mentionActivated) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert clicked.args == [3]
    cursor.setPosition(start - 3)
    with qtbot.assertNotEmitted(view.mentionActivated):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center() + QPoint(2, 0)
        )


def test_ctrl_and_the_wheel_ask_for_zoom_and_the_wheel_scrolls_beside_the_column(
    qtbot: QtBot, view: ArticleView
) -> None:
    view.resize(1400, 400)
    view.show_page(page_of(numbered(40)), [MetaPart("x")])

    def wheel(modifiers: Qt.KeyboardModifier) -> None:
        event = QWheelEvent(
            QPointF(10, 100),
            QPointF(view.mapToGlobal(QPoint(10, 100))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)

    with qtbot.waitSignal(view.zoomRequested) as asked:
        wheel(Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [-1]
    wheel(Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0


def test_ten_thousand_marks_are_painted_without_delay(qtbot: QtBot, view: ArticleView) -> None:
    page = page_of("会" * 40_000)
    view.show_page(page, [MetaPart("x")])
    view.layers.query = Spans([(20 + n * 2, 21 + n * 2) for n in range(10_000)])
    view.repaint_layers()
    picture = view.grab()
    assert not picture.isNull()
