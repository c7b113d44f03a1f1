"""The histogram is a date filter for mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.session import Session
from desktop_app.widgets.histogram import Bar, HistogramWidget

BARS = [Bar(str(year), year % 7 * 10) for year in range(2015, 2025)]


@pytest.fixture
def histogram(qtbot: QtBot, session: Session) -> HistogramWidget:
    widget = HistogramWidget()
    qtbot.addWidget(widget)
    widget.resize(300, widget.height())
    widget.show_bars(BARS)
    widget.show()
    return widget


def place(histogram: HistogramWidget, index: int) -> QPoint:
    return histogram.bar_rectangle(index).center().toPoint()


def test_a_click_picks_one_bar(qtbot: QtBot, histogram: HistogramWidget) -> None:
    with qtbot.waitSignal(histogram.picked) as picked:
        qtbot.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=place(histogram, 3))
    assert picked.args == ["2018", "2018"]


@pytest.mark.parametrize(("start", "end"), [(2, 6), (6, 2)])
def test_a_drag_picks_a_span_in_either_direction(
    qtbot: QtBot, histogram: HistogramWidget, start: int, end: int
) -> None:
    with qtbot.waitSignal(histogram.picked) as picked:
        qtbot.mousePress(histogram, Qt.MouseButton.LeftButton, pos=place(histogram, start))
        qtbot.mouseMove(histogram, place(histogram, end))
        qtbot.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=place(histogram, end))
    assert picked.args == ["2017", "2021"]


def test_the_same_bar_again_takes_the_choice_back(qtbot: QtBot, histogram: HistogramWidget) -> None:
    histogram.show_bars(BARS, ("2018", "2018"))
    with qtbot.waitSignal(histogram.cleared):
        qtbot.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=place(histogram, 3))


def test_the_keyboard_picks_and_extends(qtbot: QtBot, histogram: HistogramWidget) -> None:
    qtbot.keyClick(histogram, Qt.Key.Key_Right)
    qtbot.keyClick(histogram, Qt.Key.Key_Right)
    qtbot.keyClick(histogram, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(histogram.picked) as picked:
        qtbot.keyClick(histogram, Qt.Key.Key_Return)
    assert picked.args == ["2016", "2017"]


def test_without_bars_nothing_can_be_picked(qtbot: QtBot, histogram: HistogramWidget) -> None:
    histogram.show_bars(())
    with qtbot.assertNotEmitted(histogram.picked):
        qtbot.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert not histogram.grab().isNull()
