"""Text is broken into lines and its marks go along."""

from __future__ import annotations

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from desktop_app.widgets.marked_text import broken


def font() -> QFont:
    result = QFont()
    result.setPixelSize(15)
    return result


def test_a_short_text_is_one_line_with_its_mark(qtbot: QtBot) -> None:
    lines = broken("三地联席会议", ((2, 6),), font(), 400, 2)
    assert len(lines) == 1
    (left, right) = lines[0].grounds[0]
    assert 0 < left < right


def test_a_long_text_is_cut_with_an_ellipsis(qtbot: QtBot) -> None:
    lines = broken("会议" * 100, (), font(), 200, 2)
    assert len(lines) == 2
    assert lines[1].layout.text().endswith("…")
    assert lines[1].layout.lineAt(0).naturalTextWidth() <= 202


def test_a_mark_across_a_line_break_is_painted_on_both_lines(qtbot: QtBot) -> None:
    text = "会议" * 30
    first = broken(text, (), font(), 200, 2)[0].layout.lineAt(0).textLength()
    lines = broken(text, ((first - 2, first + 2),), font(), 200, 2)
    assert [len(line.grounds) for line in lines] == [1, 1]
    assert lines[1].grounds[0][0] == 0


def test_nothing_is_nothing(qtbot: QtBot) -> None:
    assert broken("", (), font(), 200, 2) == ()


def test_marks_behind_rare_characters_stay_in_place(qtbot: QtBot) -> None:
    plain = broken("吉林会议", ((2, 4),), font(), 400, 1)[0].grounds[0]
    rare = broken("𠮷林会议", ((2, 4),), font(), 400, 1)[0].grounds[0]
    assert abs(plain[0] - rare[0]) < 4
