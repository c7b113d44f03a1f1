"""The notes pane in the side panel: notes of the article or all, searched and filtered, edited below.

Loads in lane "notes". Changes go through `Work`, which every pane of the desk shares; what was changed is
loaded again by `reload`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.desk.work import Work
from desktop_app.i18n.format import number
from desktop_app.notes.delegate import NoteDelegate
from desktop_app.notes.editor import NoteEditor
from desktop_app.notes.list import NoteList
from desktop_app.notes.menus import NoteMenus
from desktop_app.notes.model import NoteModel, NoteRole, Wanted
from desktop_app.session import Place, Session
from desktop_app.theme import theme, wear
from index.model import Hold, Note, NoteColour

if TYPE_CHECKING:
    from index.archive import Archive

ARTICLE, ALL = 0, 1
_KINDS = "Markdown (*.md);;Word (*.docx);;CSV (*.csv)"


class NotesPane(QWidget):
    """Made by the side panel."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._after: int | None = None  # the note to stand on after the next loading
        self._edit_after = False
        self._back_to_article = False  # whether one came from there to write
        self.tags: Sequence[tuple[str, int]] = ()
        self.model = NoteModel(self)
        self.list = NoteList(self)
        self.list.setModel(self.model)
        self._delegate = NoteDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # lines break once
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.scope = QTabBar(self)
        self.scope.setDrawBase(False)
        self.scope.setExpanding(True)
        self.scope.addTab("")
        self.scope.addTab("")
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.filter, self.more = QToolButton(self), QToolButton(self)
        self.editor = NoteEditor(self)
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._empty.setProperty("look", "secondary")
        self._count = QLabel(self)
        self._count.setProperty("look", "small")
        self.menus = NoteMenus(session, work, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(())

    def _lay_out(self) -> None:
        wear(self.filter, "filter", "secondary")
        wear(self.more, "more", "secondary")
        for button, menu in ((self.filter, self.menus.filters), (self.more, self.menus.doing)):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.search, 1)
        row.addWidget(self.filter)
        row.addWidget(self.more)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 12, 2)
        foot.addWidget(self._count)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scope)
        column.addLayout(row)
        column.addLayout(foot)
        column.addWidget(self._stack, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(upper)
        parts.addWidget(self.editor)
        parts.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)

    def _connect(self) -> None:
        session, work, editor = self._session, self._work, self.editor
        session.archive_changed.connect(lambda _: self.reload())
        session.archive_content_changed.connect(self.reload)
        session.article_changed.connect(lambda _: self._article_changed())
        session.script_changed.connect(self._script_changed)
        session.note_chosen.connect(self.show_note)
        work.edited.connect(lambda _: self.reload())
        self.scope.currentChanged.connect(lambda _: self.reload())
        self.search.textChanged.connect(lambda text: self.ask(replace(self.model.wanted, text=text)))
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self.list.clicked.connect(lambda _: self.open_chosen())
        self.list.opened.connect(self.open_chosen)
        self.list.deleted.connect(self.delete_chosen)
        self.list.edited.connect(self._edit_chosen)
        self.list.escaped.connect(session.focus_search_requested)
        self.list.customContextMenuRequested.connect(self.menus.open_at)
        editor.left.connect(self._leave_editor)
        editor.remark_typed.connect(
            lambda note, text: work.change(lambda a: a.change_notes([note], remark=text), quiet=True)
        )
        editor.tags_typed.connect(
            lambda note, tags: work.change(lambda a: a.change_notes([note], tags=tags), quiet=True)
        )
        editor.colour_chosen.connect(lambda note, colour: self.colour([note], colour))
        editor.delete_wanted.connect(lambda note: self.delete([note]))
        theme().changed.connect(self.list.viewport().update)

    # -- what others ask for

    def take_focus(self) -> None:
        """Put the focus into the list, or into the search field where there is none."""
        if self.model.notes:
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_note(self, note: int, *, edit: bool = False) -> None:
        """Stand on a note, and edit it if wanted; it may still have to be loaded."""
        row = self.model.row_of(note)
        if row < 0:
            self._after, self._edit_after = note, edit
            self.search.clear()
            self.ask(Wanted())
            self.reload()
            return
        self.list.setCurrentIndex(self.model.index(row))
        self.list.scrollTo(self.model.index(row))
        if edit:
            self._edit_from_article()

    def reload(self) -> None:
        """Load what the tab on show lists."""
        archive, article = self._session.archive, self._session.article
        if archive is None or (self.scope.currentIndex() == ARTICLE and article is None):
            self._show(())
            return
        number = article.id if article is not None and self.scope.currentIndex() == ARTICLE else None
        self._delegate.with_article = number is None
        self._work.ask(
            lambda archive: (archive.notes(number), archive.note_tags()),
            lambda found: self._loaded(*found),
            lane="notes",
        )

    def chosen(self) -> list[Note]:
        """The selected notes."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.notes[row] for row in rows if row < len(self.model.notes)]

    def open_chosen(self) -> None:
        """Open the article of the note at its words."""
        note = self.list.currentIndex().data(NoteRole)
        if not isinstance(note, Note) or note.article_id is None:
            return
        place = None
        if note.passage is not None and note.hold not in (Hold.LOST, Hold.GONE):
            place = Place(note.passage.start, note.passage.end, note.passage.in_title)
        self._session.open_article(note.article_id, place)

    def delete_chosen(self) -> None:
        """Delete the selected notes."""
        self.delete([note.number for note in self.chosen()])

    def delete(self, notes: Sequence[int]) -> None:
        """Delete notes; the one after them is chosen."""
        if notes:
            numbers = list(notes)
            self._work.change(lambda archive: archive.delete_notes(numbers))

    def colour(self, notes: Sequence[int], colour: NoteColour) -> None:
        """Give notes another colour."""
        numbers = list(notes)
        self._work.change(lambda archive: archive.change_notes(numbers, colour=colour), quiet=True)

    def export(self) -> None:
        """Ask for a file and write the listed notes to it."""
        archive = self._session.archive
        numbers = [note.number for note in self.model.notes]
        if archive is None or not numbers:
            return
        start = str(Path(self._session.memory.text("export.folder", str(Path.home()))) / self.tr("Notes"))
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Export notes"), start, _KINDS)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in (".md", ".docx", ".csv"):
            path = path.with_name(path.name + kind[kind.index("*") + 1 :].rstrip(")"))
        self._session.memory.put("export.folder", str(path.parent))
        language = self._session.settings.language

        def write(archive: Archive) -> int:
            return archive.export_notes(path, numbers, language=language)

        self._work.ask(
            write,
            lambda count: self._session.message.emit(
                self.tr("%n note(s) written", "", count) + f" · {path.name}"
            ),
        )

    # -- writing

    def _edit_from_article(self) -> None:
        self._back_to_article = True
        self.editor.edit()

    def _edit_chosen(self) -> None:
        self._back_to_article = False
        self.editor.edit()

    def _leave_editor(self) -> None:
        """Go back where one came from: to the article, or to the list."""
        if self._back_to_article:
            self._back_to_article = False
            self._session.focus_reader_requested.emit()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading

    def _loaded(self, notes: Sequence[Note], tags: Sequence[tuple[str, int]]) -> None:
        self.tags = tags
        self.editor.show_tags([tag for tag, _ in tags])
        self._show(notes)

    def _show(self, notes: Sequence[Note]) -> None:
        current = self.list.currentIndex().data(NoteRole)
        row = self.list.currentIndex().row()
        wanted = self._after if self._after is not None else getattr(current, "number", None)
        self.model.show_notes(notes)
        self._restore(wanted, row)
        if (
            self._after is not None
            and self.model.row_of(self._after) < 0
            and self.scope.currentIndex() == ARTICLE
        ):
            self.scope.setCurrentIndex(ALL)
            return
        found = self._after is not None
        self._after = None
        if found and self._edit_after:
            self._edit_from_article()
        self._edit_after = False

    def _restore(self, wanted: int | None, row: int) -> None:
        """Stand on a note again, or where it stood."""
        at = self.model.row_of(wanted) if wanted is not None else -1
        if at < 0 and wanted is not None and self.model.notes and row >= 0:
            at = min(row, len(self.model.notes) - 1)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
        self._stack.setCurrentIndex(1 if self.model.notes else 0)
        listed, loaded = len(self.model.notes), self.model.loaded
        self._count.setText(
            number(listed)
            if listed == loaded
            else self.tr("%1 of %2").replace("%1", number(listed)).replace("%2", number(loaded))
        )
        self._count.setVisible(listed != loaded)
        self._say_empty()
        self._chosen_changed()

    def ask(self, wanted: Wanted) -> None:
        """List the loaded notes that are wanted."""
        current = self.list.currentIndex().data(NoteRole)
        self.model.ask_for(wanted)
        filtered = wanted != replace(Wanted(), text=wanted.text)
        wear(self.filter, "filter", "accent" if filtered else "secondary")
        self._restore(getattr(current, "number", None), -1)

    def _article_changed(self) -> None:
        if self.scope.currentIndex() == ARTICLE:
            self.reload()

    def _script_changed(self, script: object) -> None:
        self._delegate.script = self._session.script
        self.list.viewport().update()

    def _chosen_changed(self) -> None:
        chosen = self.chosen()
        self.editor.show_note(chosen[0] if len(chosen) == 1 and self._work.possible else None)
        self.editor.setVisible(self.editor.note is not None)

    def _say_empty(self) -> None:
        if self._session.archive is None:
            text = ""
        elif self.model.loaded:
            text = self.tr("No note matches.")
        elif self.scope.currentIndex() == ARTICLE:
            text = self.tr(
                "No notes on this article yet. Select words and press %1 to highlight them, %2 to add a note."
            )
            text = text.replace("%1", "Ctrl+Shift+H").replace("%2", "Ctrl+M")
        else:
            text = self.tr(
                "No notes yet. Open an article, select words and right click them to choose a colour."
            )
        self._empty.setText(text)

    # -- words

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.scope.setTabText(ARTICLE, self.tr("This article"))
        self.scope.setTabText(ALL, self.tr("All notes", "tab"))
        self.search.setPlaceholderText(self.tr("Search notes"))
        self.search.setAccessibleName(self.tr("Search notes"))
        self.list.setAccessibleName(self.tr("Notes"))
        for button, text in ((self.filter, self.tr("Filter notes")), (self.more, self.tr("More"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._say_empty()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew in another width."""
        super().resizeEvent(event)
        self.list.doItemsLayout()
