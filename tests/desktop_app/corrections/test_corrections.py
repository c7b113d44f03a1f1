"""Correcting names in the window: what is done is seen at once, listed, undone, kept in files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.corrections import CorrectionsView, Corrector, fill_name_menu, fill_selection_menu
from desktop_app.corrections.dialogs import MergeDialog, NameDialog, SplitDialog
from desktop_app.entity_page import EntityPages
from desktop_app.session import Place, Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.model import EntityName, MentionType

Settled = Callable[[], None]


@pytest.fixture
def own(
    sample_archive_path: Path, tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Archive]:
    """A sample archive that may be changed."""
    monkeypatch.setattr("index.archive.registry.default_count", lambda: 0)
    shutil.copytree(sample_archive_path, tmp_path / "样例.juanzong")
    with Archive.open(tmp_path / "样例.juanzong") as opened:
        session.set_archive(opened)
        yield opened


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def corrector(own: Archive, session: Session, tasks: Tasks, parent: QWidget) -> Corrector:
    return Corrector(session, tasks, parent)


def named(archive: Archive, kind: MentionType, name: str) -> EntityName:
    number = archive.find_entity(kind, name)
    assert number is not None
    return EntityName(number, kind, name)


def test_a_new_name_is_there_at_once_and_everybody_is_told(
    qtbot: QtBot, own: Archive, session: Session, settled: Settled, corrector: Corrector
) -> None:
    person = named(own, MentionType.PERSON, "谷雨生")
    with qtbot.waitSignals([session.archive_content_changed, session.message, corrector.corrected]):
        corrector.rename(person, "谷雨生（记者）")
    settled()
    assert own.find_entity(MentionType.PERSON, "谷雨生（记者）") is not None


def test_undo_and_redo_take_back_and_put_back(own: Archive, settled: Settled, corrector: Corrector) -> None:
    person = named(own, MentionType.PERSON, "谷雨生")
    corrector.delete(person)
    settled()
    assert own.corrections()[0].new_type is None
    corrector.undo()
    settled()
    assert own.corrections()[0].undone
    assert own.entity(person.id) is not None
    corrector.redo()
    settled()
    assert not own.corrections()[0].undone


def test_with_nothing_to_undo_that_is_said(
    qtbot: QtBot, own: Archive, session: Session, settled: Settled, corrector: Corrector
) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    corrector.undo()
    settled()
    assert "no correction" in said[-1]


def test_a_merge_goes_to_the_chosen_entity(
    qtbot: QtBot,
    own: Archive,
    session: Session,
    tasks: Tasks,
    settled: Settled,
    corrector: Corrector,
) -> None:
    one, other = named(own, MentionType.PERSON, "谷雨生"), named(own, MentionType.PERSON, "施若川")
    dialog = corrector.ask_merge(one)
    assert isinstance(dialog, MergeDialog)
    dialog.field.setText("施若川")
    qtbot.waitUntil(lambda: dialog.offers.count() > 0 and not tasks.busy(), timeout=5000)
    qtbot.waitUntil(lambda: "施若川" in dialog.offers.item(0).text(), timeout=5000)
    dialog.offers.setCurrentRow(0)
    assert dialog.choice == (MentionType.PERSON, "施若川")
    before = own.entity(other.id)
    dialog.accept()
    settled()
    after = own.entity(other.id)
    assert before is not None
    assert after is not None
    assert after.articles >= before.articles
    assert own.find_entity(MentionType.PERSON, "谷雨生") == other.id


def test_a_split_takes_the_articles_that_were_ticked(
    qtbot: QtBot, own: Archive, session: Session, tasks: Tasks, settled: Settled, corrector: Corrector
) -> None:
    person = named(own, MentionType.PERSON, "施若川")
    dialog = corrector.ask_split(person)
    assert isinstance(dialog, SplitDialog)
    settled()
    assert dialog.articles.count() > 1
    dialog.articles.item(0).setCheckState(Qt.CheckState.Checked)
    chosen = dialog.article_ids
    dialog.field.setText("施若川（作家）")
    dialog.accept()
    settled()
    other = own.find_entity(MentionType.PERSON, "施若川（作家）")
    assert other is not None
    assert own.together([other]) == tuple(chosen)


def test_the_page_follows_a_name_through_correction_and_undo(
    qtbot: QtBot, own: Archive, session: Session, tasks: Tasks, settled: Settled
) -> None:
    pages = EntityPages(session, tasks)
    qtbot.addWidget(pages)
    person = named(own, MentionType.PERSON, "谷雨生")
    session.open_entity(person.id)
    settled()
    pages.corrector.rename(person, "谷雨声")
    settled()
    assert pages.view.name.text() == "谷雨声"
    pages.corrector.undo()
    settled()
    assert pages.view.name.text() == "谷雨生"
    pages.corrector.delete(person)
    settled()
    assert "no longer in the archive" in pages._remark.text()


def test_a_name_must_differ_to_be_taken(qtbot: QtBot, own: Archive, corrector: Corrector) -> None:
    dialog = corrector.ask_name(named(own, MentionType.PERSON, "谷雨生"))
    assert isinstance(dialog, NameDialog)
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    ok = box.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.field.setText(" ")
    assert not ok.isEnabled()
    dialog.field.setText("谷雨声")
    assert ok.isEnabled()
    dialog.reject()


def test_selected_words_become_a_name(
    own: Archive, settled: Settled, corrector: Corrector, parent: QWidget
) -> None:
    number = 1
    article = own.article(number)
    menu = QMenu(parent)
    fill_selection_menu(menu, number, Place(0, 2), corrector)
    adding = menu.actions()[0].menu()
    assert isinstance(adding, QMenu)
    adding.actions()[0].trigger()
    settled()
    assert any(
        place.start == 0 and not place.in_title
        for each in own.entities(number)
        if each.type is MentionType.PERSON and each.name == article.body[:2]
        for place in each.places
    )


def test_dates_cannot_be_corrected_and_read_only_archives_not_at_all(
    session: Session, tasks: Tasks, parent: QWidget, sample_archive: Archive
) -> None:
    session.set_archive(sample_archive)
    corrector = Corrector(session, tasks, parent)
    menu = QMenu(parent)
    fill_name_menu(menu, EntityName(1, MentionType.DATE, "2024"), corrector)
    assert menu.isEmpty()
    fill_name_menu(menu, EntityName(1, MentionType.PERSON, "施若川"), corrector)
    assert not any(action.isEnabled() for action in menu.actions())


def test_the_list_shows_undoes_writes_and_takes_up(
    qtbot: QtBot,
    own: Archive,
    session: Session,
    tasks: Tasks,
    settled: Settled,
    corrector: Corrector,
    tmp_path: Path,
) -> None:
    view = CorrectionsView(session, tasks, corrector)
    qtbot.addWidget(view)
    session.archive_content_changed.connect(view.reload)
    view.reload()
    settled()
    assert view.model.rowCount() == 0
    assert "Nothing was corrected" in view.empty.text()
    corrector.retype(named(own, MentionType.PERSON, "谷雨生"), MentionType.ORGANISATION)
    settled()
    assert view.model.rowCount() == 1
    assert view.model.item(0, 1).text() == "“谷雨生” is now: Organisation"
    corrector.export_file(tmp_path / "更正.json")
    settled()
    view.undo.click()
    settled()
    assert view.model.item(0, 4).text() == "undone"
    assert not view.undo.isEnabled()
    corrector.import_file(tmp_path / "更正.json")
    settled()
    assert own.find_entity(MentionType.ORGANISATION, "谷雨生") is not None
