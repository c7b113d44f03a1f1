"""The menus of the notes pane: filters, what can be done with all notes listed, and with some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop_app.desk.work import Work
from desktop_app.i18n.format import number
from desktop_app.notes.editor import colour_icon
from desktop_app.notes.model import Wanted
from desktop_app.notes.words import colour_word
from desktop_app.session import Session
from desktop_app.theme import wear
from index.model import Note, NoteColour, NoteKind, Passage

if TYPE_CHECKING:
    from desktop_app.notes.pane import NotesPane


class NoteMenus(QObject):
    """Filled when they are opened; what is chosen is done by the pane."""

    def __init__(self, session: Session, work: Work, pane: NotesPane) -> None:
        super().__init__(pane)
        self._session, self._work, self._pane = session, work, pane
        self.filters, self.doing = QMenu(pane), QMenu(pane)
        self.filters.aboutToShow.connect(self._fill_filters)
        self.doing.aboutToShow.connect(self._fill_doing)

    def _fill_filters(self) -> None:
        menu, wanted = self.filters, self._pane.model.wanted
        menu.clear()
        everything = menu.addAction(self.tr("All notes"))
        everything.triggered.connect(lambda: self._pane.ask(Wanted(wanted.text)))
        menu.addSeparator()
        kinds = {
            NoteKind.PASSAGE: self.tr("Highlights"),
            NoteKind.ARTICLE: self.tr("Notes on articles"),
            NoteKind.STAR: self.tr("Stars"),
            NoteKind.TO_READ: self.tr("Reading list"),
        }
        for kind, text in kinds.items():
            self._choice(
                text, wanted.kind is kind, replace(wanted, kind=None if wanted.kind is kind else kind)
            )
        lost = self.tr("Notes whose text has changed")
        self._choice(lost, wanted.lost, replace(wanted, lost=not wanted.lost))
        menu.addSeparator()
        for colour in NoteColour:
            one = wanted.colour is colour
            action = self._choice(colour_word(colour), one, replace(wanted, colour=None if one else colour))
            action.setIcon(colour_icon(colour))
        tags = menu.addMenu(self.tr("Tag"))
        for tag, count in self._pane.tags:
            one = wanted.tag == tag
            text = f"{tag}  ({number(count)})".replace("&", "&&")
            self._choice(text, one, replace(wanted, tag=None if one else tag), tags)
        tags.setEnabled(bool(tags.actions()))

    def _choice(self, text: str, on: bool, wanted: Wanted, menu: QMenu | None = None) -> QAction:
        action = (menu or self.filters).addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self._pane.ask(wanted))
        return action

    def _fill_doing(self) -> None:
        self.doing.clear()
        export = self.doing.addAction(self.tr("Export these notes…"), self._pane.export)
        export.setEnabled(bool(self._pane.model.notes))
        tag = self.doing.addAction(self.tr("Rename a tag…"), self._rename_tag)
        tag.setEnabled(self._work.possible and bool(self._pane.tags))

    def _rename_tag(self) -> None:
        names = [tag for tag, _ in self._pane.tags]
        title = self.tr("Rename a tag")
        old, chosen = QInputDialog.getItem(self._pane, title, self.tr("Tag:"), names, 0, False)
        if not chosen:
            return
        question = self.tr("New name (empty: remove the tag):")
        new, given = QInputDialog.getText(self._pane, title, question, text=old)
        if given and new.strip() != old:
            self._work.change(lambda archive: archive.rename_tag(old, new.strip()))

    def open_at(self, where: QPoint) -> None:
        """The menu over the chosen notes, at a place of the list."""
        notes = self._pane.chosen()
        if not notes:
            return
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open at its place"), self._pane.open_chosen)
        if self._work.possible:
            self.fill_menu(menu, notes)
        menu.popup(self._pane.list.viewport().mapToGlobal(where))

    def fill_menu(self, menu: QMenu, notes: Sequence[Note]) -> None:
        """What can be done with notes, here and in the reader."""
        numbers = [note.number for note in notes]
        if len(notes) == 1:
            edit = menu.addAction(
                self.tr("Edit the note"), lambda: self._pane.show_note(numbers[0], edit=True)
            )
            wear(edit, "edit")
        if any(note.kind is NoteKind.PASSAGE for note in notes):
            inks = menu.addMenu(self.tr("Colour"))
            for colour in NoteColour:
                action = inks.addAction(colour_icon(colour), colour_word(colour))
                action.triggered.connect(lambda _=False, colour=colour: self._pane.colour(numbers, colour))
        selection = self._session.selection
        if len(notes) == 1 and selection is not None and selection.article == notes[0].article_id:
            place = selection.places[0]
            where = Passage(place.start, place.end, in_title=place.in_title)
            menu.addAction(
                self.tr("Put this note onto the selected words"),
                lambda: self._work.change(lambda archive: archive.change_notes(numbers, place=where)),
            )
        gone = menu.addAction(self.tr("Delete"), lambda: self._pane.delete(numbers))
        wear(gone, "trash")
