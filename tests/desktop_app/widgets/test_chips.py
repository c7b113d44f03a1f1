"""Chips are shown for filters and removed with a click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.session import Session
from desktop_app.widgets.chips import Chip, ChipRow, ChipText


def test_a_click_removes_the_chip_it_hits(qtbot: QtBot, session: Session) -> None:
    row = ChipRow()
    qtbot.addWidget(row)
    row.show_chips([ChipText(1, "2019"), ChipText(2, "南昌日报", excluded=True)])
    row.resize(400, 40)
    row.show()
    second = row.findChildren(Chip)[1]
    with qtbot.waitSignal(row.removed) as removed:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert removed.args == [2]


def test_without_chips_the_row_takes_no_room(qtbot: QtBot, session: Session) -> None:
    row = ChipRow()
    qtbot.addWidget(row)
    row.show_chips([ChipText(1, "2019")])
    assert not row.isHidden()
    row.show_chips([])
    assert row.isHidden()


def test_many_chips_break_into_lines(qtbot: QtBot, session: Session) -> None:
    row = ChipRow()
    qtbot.addWidget(row)
    row.show_chips([ChipText(n, f"来源：第{n}日报") for n in range(12)])
    assert row.heightForWidth(300) > row.heightForWidth(3000)
