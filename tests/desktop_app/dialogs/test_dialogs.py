"""Settings change at once; errors speak to people; properties, shortcuts and imports show what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.about import About
from desktop_app.dialogs.error_box import ErrorBox
from desktop_app.dialogs.keyboard_list import KeyboardList
from desktop_app.dialogs.properties import Properties
from desktop_app.dialogs.settings_dialog import SettingsDialog
from desktop_app.library import Librarian
from desktop_app.library.import_dialog import ImportDialog
from desktop_app.session import Session
from desktop_app.settings import Settings
from desktop_app.tasks import DirectTasks
from index.archive import Archive
from index.errors import ArchiveBusy
from index.model import Problem


def test_a_choice_in_the_settings_takes_effect_at_once(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    dialog = SettingsDialog(session, tmp_path)
    qtbot.addWidget(dialog)
    size = next(box for box in dialog.findChildren(QSpinBox) if box.maximum() == 28)
    size.setValue(22)
    assert session.settings.reading_size == 22
    boxes = {box.itemText(1): box for box in dialog.findChildren(QComboBox)}
    dark = boxes["Light"]
    dark.setCurrentIndex(2)
    dark.activated.emit(2)
    assert session.settings.appearance.value == "dark"
    assert Settings.load() == session.settings


def test_settings_changed_elsewhere_show_in_the_open_dialog(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    dialog = SettingsDialog(session, tmp_path)
    qtbot.addWidget(dialog)
    session.change_settings(reading_size=25)
    assert any(box.value() == 25 for box in dialog.findChildren(QSpinBox))


def test_defaults_come_back_but_the_language_stays(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    own = ("taiwan\t台\t臺",)
    session.change_settings(language="en", reading_size=25, reopen_last=False, own_conversions=own)
    dialog = SettingsDialog(session, tmp_path)
    qtbot.addWidget(dialog)
    dialog._back_to_defaults()
    assert session.settings == Settings(language="en", own_conversions=own)


def test_every_field_of_the_settings_can_be_set_there(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    dialog = SettingsDialog(session, tmp_path)
    qtbot.addWidget(dialog)
    names = [
        name for show in dialog._shown for cell in (show.__closure__ or ()) for name in [cell.cell_contents]
    ]
    elsewhere = {"archives_folder", "own_conversions"}  # a field, and a list behind a button
    settable = {name for name in names if isinstance(name, str)} | elsewhere
    assert settable == set(Settings.__dataclass_fields__)


def test_an_error_is_told_in_a_sentence_and_details_can_be_copied(qtbot: QtBot) -> None:
    try:
        raise ArchiveBusy(owner="另一个窗口")
    except ArchiveBusy as error:
        box = ErrorBox(error)
    qtbot.addWidget(box)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    words = " ".join(label.text() for label in box.findChildren(QLabel))
    assert "另一个窗口" in words
    assert "Traceback" not in words
    box._copy()
    assert "Traceback" in QGuiApplication.clipboard().text()
    assert "Juanzong" in QGuiApplication.clipboard().text()
    box.show()
    with qtbot.waitSignal(box.rejected):  # Return closes what has been read
        qtbot.keyPress(box, Qt.Key.Key_Return)


def test_properties_tell_counts_and_problems(
    qtbot: QtBot, session: Session, direct_tasks: DirectTasks, sample_archive: Archive
) -> None:
    session.set_archive(sample_archive)
    librarian = Librarian(session, direct_tasks)
    dialog = Properties(sample_archive, session, librarian, direct_tasks)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert str(sample_archive.stats().articles) in words
    assert not dialog._repair.isEnabled(), "the archive is read-only"
    librarian.problems_found.emit((Problem("check.unknown", (), mended=True),))
    assert "(mended)" in dialog._result.toPlainText()
    librarian.problems_found.emit(())
    assert dialog._result.toPlainText() == "Everything is in order."


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    made = QMenu("&Archive")
    qtbot.addWidget(made)
    below = QMenu("Below", made)
    for place, text, key in ((made, "&Import…", "Ctrl+I"), (below, "设置(&T)…", "Ctrl+,")):
        action = QAction(text, place)
        action.setShortcut(key)
        place.addAction(action)
    made.addMenu(below)
    return made


def test_the_list_of_keys_is_made_of_the_menus_and_can_be_searched(qtbot: QtBot, menu: QMenu) -> None:
    dialog = KeyboardList([menu])
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    group = dialog._tree.topLevelItem(0)
    assert group is not None
    rows = [(group.child(n).text(0), group.child(n).text(1)) for n in range(group.childCount())]
    assert rows == [("Import", "Ctrl+I"), ("设置", "Ctrl+,")]
    dialog._field.setText("ctrl+i")
    assert [group.child(n).isHidden() for n in range(2)] == [False, True]


def test_an_action_can_be_done_from_the_list(qtbot: QtBot, menu: QMenu) -> None:
    dialog = KeyboardList([menu])
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    group = dialog._tree.topLevelItem(0)
    assert group is not None
    with qtbot.waitSignal(menu.actions()[0].triggered):
        dialog._do(group.child(0))


def test_about_tells_the_version(qtbot: QtBot) -> None:
    from index.version import __version__

    dialog = About()
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    assert any(__version__ in label.text() for label in dialog.findChildren(QLabel))


def test_the_import_dialog_lists_each_path_once_and_needs_one(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    dialog = ImportDialog(session)
    qtbot.addWidget(dialog)
    assert not dialog._go.isEnabled()
    dialog.add([tmp_path, tmp_path / "一.txt", tmp_path])
    assert dialog.paths == [tmp_path, tmp_path / "一.txt"]
    assert dialog._go.isEnabled()
    dialog._list.item(0).setSelected(True)
    dialog._remove()
    assert dialog.paths == [tmp_path / "一.txt"]
    dialog._remove()
    assert not dialog._go.isEnabled()
