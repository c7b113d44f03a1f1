"""Light, dark and sepia, switched while the window is open; icons follow."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app import i18n
from desktop_app.theme import Appearance, Paper, colours, icon, reading_colours, theme, wear
from desktop_app.theme.fonts import Face, interface_families, reading_families, reading_font
from desktop_app.theme.tokens import DARK, LIGHT, SEPIA
from index.model import Script
from index.paths import resource


def shade(button: QToolButton) -> float:
    """Mean lightness of what is drawn of the button's icon."""
    picture = button.icon().pixmap(QSize(20, 20)).toImage()
    drawn = [
        QColor(picture.pixelColor(x, y)).lightnessF()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 200
    ]
    return sum(drawn) / len(drawn)


def test_switching_changes_palette_and_icons(qtbot: QtBot, qapp: QApplication) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    wear(button, "folder")
    assert colours() is LIGHT
    assert shade(button) < 0.3
    with qtbot.waitSignal(theme().changed):
        theme().choose(Appearance.DARK)
    assert colours() is DARK
    assert qapp.palette().window().color() == QColor(DARK.window)
    assert shade(button) > 0.7


def test_an_icon_is_as_sharp_as_the_screen(qtbot: QtBot) -> None:
    wide = icon("folder").pixmap(QSize(20, 20), 2.0)
    assert wide.size() == QSize(40, 40)
    assert wide.devicePixelRatio() == 2.0


def test_an_icon_says_by_its_colour_whether_it_is_off_or_on(qtbot: QtBot) -> None:
    def colour(mode: QIcon.Mode, state: QIcon.State) -> str:
        picture = icon("folder").pixmap(QSize(48, 48), mode, state).toImage()
        drawn = [picture.pixelColor(x, y) for x in range(48) for y in range(48)]
        return max(drawn, key=lambda pixel: pixel.alpha()).name()

    theme().choose(Appearance.LIGHT)
    assert colour(QIcon.Mode.Normal, QIcon.State.Off) == QColor(LIGHT.ink).name()
    assert colour(QIcon.Mode.Normal, QIcon.State.On) == QColor(LIGHT.accent).name()
    assert colour(QIcon.Mode.Disabled, QIcon.State.On) == QColor(LIGHT.field_line).name()


def test_an_icon_is_painted_in_the_middle_of_its_place(qtbot: QtBot) -> None:
    picture = QImage(60, 20, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    icon("folder").paint(painter, 0, 0, 60, 20)
    painter.end()
    drawn = [x for x in range(60) for y in range(20) if picture.pixelColor(x, y).alpha()]
    assert min(drawn) >= 20
    assert max(drawn) < 40


def test_widgets_made_together_are_styled_once_at_the_end(qtbot: QtBot, qapp: QApplication) -> None:
    theme().choose(Appearance.LIGHT)
    sheet = qapp.styleSheet()
    qapp.setStyleSheet("")
    with theme().dressed_at_the_end():
        theme().choose(Appearance.DARK)
        assert not qapp.styleSheet()
    assert qapp.styleSheet()
    assert qapp.styleSheet() != sheet
    theme().choose(Appearance.LIGHT)
    assert qapp.styleSheet() == sheet


def test_choosing_the_same_look_again_does_nothing(qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme().changed):
        theme().choose(Appearance.LIGHT)


def test_sepia_is_for_the_article_and_gives_way_to_the_dark() -> None:
    theme().choose(Appearance.LIGHT, paper=Paper.SEPIA)
    assert reading_colours() is SEPIA
    assert colours() is LIGHT
    theme().choose(Appearance.DARK)
    assert reading_colours() is DARK
    theme().choose(Appearance.LIGHT, paper=Paper.WINDOW)


def test_every_icon_is_a_valid_drawing_of_one_family(qapp: QApplication) -> None:
    drawings = sorted(resource("icons").glob("*.svg"))
    assert len(drawings) > 50
    for path in drawings:
        assert QSvgRenderer(str(path)).isValid(), path.name
        text = path.read_text("utf-8")
        if path.stem != "juanzong" and not path.stem.startswith("combo-"):
            assert 'viewBox="0 0 20 20"' in text, path.name
            assert 'stroke-width="1.5"' in text, path.name
            assert not re.search(r"#[0-9a-fA-F]{3,6}", text), f"{path.name} has a colour of its own"


@pytest.mark.parametrize("face", list(Face))
def test_every_script_has_its_own_families_first(face: Face) -> None:
    simplified = reading_families(face, Script.SIMPLIFIED)
    taiwan = reading_families(face, Script.TAIWAN)
    hongkong = reading_families(face, Script.HONGKONG)
    assert simplified[0] != taiwan[0]
    assert hongkong != taiwan
    assert reading_families(face, Script.ORIGINAL) == simplified
    assert reading_families(face, Script.ORIGINAL, printed_traditional=True) == taiwan
    assert simplified[-1] in ("serif", "sans-serif")


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en", "unknown"])
def test_the_interface_always_has_a_chinese_family(language: str) -> None:
    families = " ".join(interface_families(language))
    assert "CJK" in families


def middle_of_full_stop(script: Script) -> float:
    """How far to the right the ink of 。 stands, in a box of 40 px."""
    picture = QImage(80, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(reading_font(Face.SERIF, script, 40))
    painter.drawText(0, 44, "会。")
    painter.end()
    inked = [x - 40 for x in range(41, 80) for y in range(60) if picture.pixelColor(x, y).lightness() < 128]
    return sum(inked) / len(inked)


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_punctuation_follows_the_script_of_the_text_not_the_language_of_the_window(
    qapp: QApplication, language: str
) -> None:
    if "Noto Serif CJK SC" not in QFontDatabase.families():
        pytest.skip("needs the Noto Serif CJK fonts")
    i18n.use(language)
    assert middle_of_full_stop(Script.SIMPLIFIED) < 12
    assert 16 < middle_of_full_stop(Script.TAIWAN) < 24


def test_labels_and_tips_show_markup_as_it_is_written(qtbot: QtBot, qapp: QApplication) -> None:
    theme().choose(Appearance.LIGHT)
    hostile = '<img src="//server/share/a.png"><b>标题</b>'
    label = QLabel(hostile)
    qtbot.addWidget(label)
    label.setToolTip(hostile)
    with qtbot.waitExposed(label):
        label.show()
    assert label.textFormat() is Qt.TextFormat.PlainText
    QToolTip.showText(label.mapToGlobal(label.rect().center()), hostile, label)
    tip = next(each for each in qapp.topLevelWidgets() if each.inherits("QTipLabel"))
    assert isinstance(tip, QLabel) and tip.text() == hostile
    assert tip.textFormat() is Qt.TextFormat.PlainText
    QToolTip.hideText()
    rich = QLabel("<b>a</b>")
    qtbot.addWidget(rich)
    rich.setProperty("look", "rich")
    rich.ensurePolished()
    assert rich.textFormat() is Qt.TextFormat.RichText
