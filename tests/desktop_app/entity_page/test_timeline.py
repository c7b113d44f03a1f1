"""The time line: where dates stand, what pointer and keys open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.entity_page.timeline import Point, Row, Timeline, year_of

MAYOR = Row(
    0,
    "云州市市长",
    "2019-04-18",
    "2022-03",
    (Point(11, "2019-04-18", "任命"), Point(12, "2022-03", "会议")),
    5,
)
SECRETARY = Row(1, "云州市委书记", "2022-06-01", "2024", (Point(13, "2022-06-01", "履新"),), 1)


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(700, 100)
    line.show_rows([MAYOR, SECRETARY])
    line.show()
    return line


def test_dates_stand_in_order_and_months_within_their_year() -> None:
    days = ["2019", "2019-04", "2019-04-18", "2020-01-01"]
    assert sorted(days, key=year_of) == days
    assert year_of("2019-12-31") < 2020


def test_rows_without_a_date_are_not_drawn(timeline: Timeline) -> None:
    timeline.show_rows([MAYOR, Row(2, "副市长", "", "", (), 3)])
    assert [row.label for row in timeline.rows] == ["云州市市长"]


def test_later_dates_are_further_to_the_right(timeline: Timeline) -> None:
    assert (
        timeline.x_of("2019-04-18")
        < timeline.x_of("2022-03")
        < timeline.x_of("2022-06-01")
        <= timeline.width()
    )


def test_a_click_on_a_point_opens_its_article(qtbot: QtBot, timeline: Timeline) -> None:
    with qtbot.waitSignal(timeline.article_chosen) as opened:
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=timeline.point_place(0, 1).toPoint())
    assert opened.args == [0, 12]


def test_a_click_on_a_label_asks_for_what_it_names(qtbot: QtBot, timeline: Timeline) -> None:
    y = timeline.point_place(1, 0).toPoint().y()
    with qtbot.waitSignal(timeline.row_chosen) as chosen:
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(10, y))
    assert chosen.args == [1]


def test_the_keyboard_reaches_every_article(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.setFocus()
    opened: list[tuple[int, int]] = []
    timeline.article_chosen.connect(lambda row, article: opened.append((row, article)))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(timeline, key)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(timeline, key)
    assert opened == [(0, 12), (1, 13)]


def test_a_screen_reader_hears_posts_and_years(timeline: Timeline) -> None:
    assert "云州市市长: 2019-04-18 – 2022-03, 5 articles" in timeline.accessibleDescription()
    assert timeline.tip(0, 1) == "2022-03\n会议"
