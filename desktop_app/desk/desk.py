"""Wires the desk: notes painted over the article, menus of reader and results, panes, dialogs, undo.

Made by the main window after the panes; it knows the session, not the other panes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.citations.dialog import CitationDialog
from desktop_app.collecting.books import Books
from desktop_app.collecting.pane import CollectionsPane
from desktop_app.desk.actions import DeskActions
from desktop_app.desk.marks import is_empty, is_in_sight, place_of, span_of
from desktop_app.desk.side_panel import COLLECTIONS, NOTES, SidePanel
from desktop_app.desk.work import Work
from desktop_app.notes.editor import colour_icon
from desktop_app.notes.pane import NotesPane
from desktop_app.notes.words import colour_word
from desktop_app.quotation_check.window import QuotationWindow
from desktop_app.session import Place, Selection, Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from index.model import Article, Edit, Note, NoteColour, NoteKind, Passage, Taken

_COLOUR = "notes.colour"


class Desk(QObject):
    """`side` is the right pane of the window; `menu_actions()` go into the menu."""

    def __init__(self, session: Session, tasks: Tasks, names: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        self._show_side: Callable[[], None] = lambda: None
        self._marked: tuple[Note, ...] = ()  # notes of the article on show
        self._fresh: int | None = None  # the highlight that was made last; a note to be written goes to it
        self.work = Work(session, tasks, self)
        self.notes = NotesPane(session, self.work)
        self.collections = CollectionsPane(session, self.work)
        self.side = SidePanel(session, (names, self.notes, self.collections), window)
        self.books = Books(session, tasks, window)
        self.actions = DeskActions(self)
        self._selected: Callable[[], list[int]] = list
        self._connect()
        self._enable()

    def menu_actions(self) -> list[QAction | None]:
        """The actions of the desk."""
        return self.actions.for_menu()

    def connect_results(self, selected: Callable[[], list[int]], show_side: Callable[[], None]) -> None:
        """Say how to learn which results are selected, and how to bring the right pane into sight."""
        self._selected, self._show_side = selected, show_side

    # -- the article on show

    def highlight(self, colour: NoteColour | None = None) -> None:
        """Highlight the selected words, in the colour used last."""
        self._add(colour, edit=False)

    def add_note(self) -> None:
        """A note on the selected words, or on the article, to be written in the pane at once."""
        article, selection = self._session.article, self._session.selection
        there = self._there_already(selection)
        if there is not None:
            self._bring(NOTES)
            self.notes.show_note(there, edit=True)
        elif selection is not None:
            self._add(None, edit=True)
        elif article is not None:
            number = article.id
            self.work.change(
                lambda a: a.add_article_note(number, ""), lambda edit: self._edit(edit), quiet=True
            )

    def set_star(self, ids: Sequence[int], on: bool) -> None:
        """Give articles a star, or take it away."""
        chosen = list(ids)
        self.work.change(lambda archive: archive.set_star(chosen, on))

    def toggle_reading(self) -> None:
        """Onto the reading list; from it, read; read, off the list."""
        article = self._session.article
        if article is None:
            return
        line = next((note for note in self._marked if note.kind is NoteKind.TO_READ), None)
        number = [article.id]
        if line is None:
            self.work.change(lambda archive: archive.set_to_read(number, True))
        elif not line.done:
            self.work.change(lambda archive: archive.set_read(number))
        else:
            self.work.change(lambda archive: archive.set_to_read(number, False))

    def _add(self, colour: NoteColour | None, *, edit: bool) -> None:
        selection = self._session.selection
        if selection is None:
            self._session.message.emit(self.tr("Select words in the article first."))
            return
        ink = colour or _colour_named(self._session.memory.text(_COLOUR, ""))
        self._session.memory.put(_COLOUR, ink.value)
        there = self._there_already(selection)
        if there is not None:
            self.notes.colour([there], ink)
            self._session.deselect_requested.emit()
            return
        places = [Passage(p.start, p.end, in_title=p.in_title) for p in selection.places]

        def added(done: Edit) -> None:
            if edit:
                self._edit(done)
            else:
                self._session.deselect_requested.emit()  # the colour is to be seen
                self._fresh = done.numbers[0] if done.numbers else None

        self.work.change(lambda a: a.add_notes(selection.article, places, colour=ink), added, quiet=edit)

    def _there_already(self, selection: Selection | None) -> int | None:
        """The highlight on exactly the selected words; without any the one just made, or an empty note."""
        if selection is None:
            empty = (note.number for note in self._marked if is_empty(note))
            return next(
                (note.number for note in self._marked if note.number == self._fresh), next(empty, None)
            )
        places = list(selection.places)
        return next((note.number for note in self._marked if [place_of(note)] == places), None)

    def _edit(self, edit: Edit) -> None:
        """Show the pane and write into the note that was made."""
        if edit.numbers:
            self._bring(NOTES)
            self.notes.show_note(edit.numbers[0], edit=True)

    def _load_marks(self) -> None:
        article = self._session.article
        if article is None:
            self._marked = ()
            self._enable()
            return
        number = article.id
        self.work.ask(
            lambda a: a.notes(number), lambda notes: self._mark(number, notes), lane="marks of notes"
        )

    def _load_stars(self) -> None:
        self.work.ask(
            lambda a: a.articles_noted(NoteKind.STAR), self._session.show_stars, lane="stars of notes"
        )

    def _mark(self, article: int, notes: Sequence[Note]) -> None:
        self._marked = tuple(notes)
        self._session.show_notes(article, tuple(span_of(note) for note in notes if is_in_sight(note)))
        self._enable()

    # -- menus

    def _fill_reader_menu(self, menu: QMenu, selection: Selection | None, note: int) -> None:
        found = next((one for one in self._marked if one.number == note), None)
        if not self.work.possible:
            return
        menu.addSeparator()
        if found is not None:
            self.notes.menus.fill_menu(menu.addMenu(self.tr("This note")), [found])
        if selection is not None:
            inks = menu.addMenu(self.tr("Highlight"))
            wear(inks.menuAction(), "highlight")
            for colour in NoteColour:
                action = inks.addAction(colour_icon(colour), colour_word(colour))
                action.triggered.connect(lambda _=False, colour=colour: self.highlight(colour))
            menu.addAction(self.actions.note)
            text = self._session.selection
            if text is not None:
                check = menu.addAction(self.tr("Check these words as a quotation"), self._check_selection)
                wear(check, "check-circle")
        article = self._session.article
        if article is not None and selection is None and found is None:
            menu.addAction(self.actions.note)
            menu.addAction(self.actions.star)
            menu.addAction(self.actions.to_read)
            self.collections.fill_choices(menu.addMenu(self.tr("Put into a collection")), [article.id])
            menu.addAction(self.actions.cite)

    def _fill_results_menu(self, menu: QMenu, ids: Sequence[int]) -> None:
        chosen = list(ids)
        menu.addSeparator()
        if self.work.possible:
            self.collections.fill_choices(menu.addMenu(self.tr("Put into a collection")), chosen)
            star = menu.addAction(self.tr("Add a star"), lambda: self.set_star(chosen, True))
            wear(star, "star")
            read = menu.addAction(self.tr("Add to the reading list"))
            read.triggered.connect(
                lambda: self.work.change(lambda archive: archive.set_to_read(chosen, True))
            )
            wear(read, "book")
        cite = menu.addAction(self.tr("Cite…"), lambda: self.cite(chosen))
        wear(cite, "quote")
        give = menu.addAction(self.tr("Hand over as an archive…"), lambda: self._hand_over(chosen))
        wear(give, "archive")

    def _ask_collect(self) -> None:
        ids = self._chosen_articles()
        if ids:
            menu = QMenu(self._window)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.collections.fill_choices(menu, ids)
            focused = self._window.focusWidget() or self._window
            menu.popup(focused.mapToGlobal(QPoint(focused.width() // 3, focused.height() // 3)))
            entries = [action for action in menu.actions() if not action.isSeparator()]
            menu.setActiveAction(entries[min(1, len(entries) - 1)])  # a collection there is, if any

    def _chosen_articles(self) -> list[int]:
        """The selected results if there are several, else the article on show."""
        selected, article = self._selected(), self._session.article
        if len(selected) > 1 or article is None:
            return selected
        return [article.id]

    # -- dialogs

    def cite(self, ids: Sequence[int]) -> None:
        """References for articles."""
        if not ids:
            return
        dialog = self._window.findChild(CitationDialog)
        if dialog is None:
            dialog = CitationDialog(self._session, self.work, self._window)
        dialog.cite(ids)
        dialog.show()
        dialog.raise_()

    def _all_results(self, then: Callable[[Sequence[int]], None]) -> None:
        hits = self._session.hits
        if hits is not None:
            self.work.ask(lambda _: [int(number) for number in hits.ids()], then, lane="all results")

    def check_quotations(self, text: str = "") -> None:
        """The window that checks quotations."""
        window = self._window.findChild(QuotationWindow)
        if window is None:
            window = QuotationWindow(self._session, self._tasks, self._window)
        window.show()
        window.raise_()
        if text:
            window.check_text(text)
        else:
            window.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check_selection(self) -> None:
        selection, article = self._session.selection, self._session.article
        if selection is not None and article is not None:
            self.check_quotations("\n".join(_words(article, place) for place in selection.places))

    def _hand_over(self, ids: Sequence[int]) -> None:
        archive = self._session.archive
        if archive is not None and ids:
            self.books.ask_hand_over(self._session.request.text or archive.name, (), ids)

    def _hand_over_results(self) -> None:
        selected = self._selected()
        if len(selected) > 1:
            self._hand_over(selected)
        else:
            self._all_results(self._hand_over)

    # -- shape

    def _bring(self, tab: int) -> None:
        self._show_side()
        self.side.show_tab(tab)

    def _show(self, tab: int) -> None:
        self._bring(tab)
        self.side.take_focus()

    def _connect(self) -> None:
        session, a, work = self._session, self.actions, self.work
        session.article_changed.connect(lambda _: self._article_changed())
        session.archive_changed.connect(lambda _: self._archive_changed())
        session.archive_content_changed.connect(self._load_marks)
        session.archive_content_changed.connect(self._load_stars)
        session.hits_changed.connect(lambda _: self._enable())
        session.selection_changed.connect(self._selection_changed)
        session.reader_menu_opening.connect(self._fill_reader_menu)
        session.results_menu_opening.connect(self._fill_results_menu)
        session.note_chosen.connect(lambda _: self._bring(NOTES))
        work.edited.connect(lambda _: self._load_marks())
        work.edited.connect(lambda _: self._load_stars())
        work.enabled.connect(self._enable)
        a.highlight.triggered.connect(lambda: self.highlight())
        a.note.triggered.connect(self.add_note)
        a.star.triggered.connect(self._star)
        a.to_read.triggered.connect(lambda: self.toggle_reading())
        a.show_notes.triggered.connect(lambda: self._show(NOTES))
        a.show_collections.triggered.connect(lambda: self._show(COLLECTIONS))
        a.collect.triggered.connect(self._ask_collect)
        a.cite.triggered.connect(lambda: self.cite(self._chosen_articles()))
        a.cite_all.triggered.connect(lambda: self._all_results(self.cite))
        a.check.triggered.connect(lambda: self.check_quotations())
        a.export_notes.triggered.connect(self._export_notes)
        a.hand_over.triggered.connect(self._hand_over_results)
        a.take_in.triggered.connect(self.books.ask_take_in)
        a.undo.triggered.connect(work.undo)
        a.redo.triggered.connect(work.redo)
        self.books.taken_in.connect(self._merged)
        self.collections.export_wanted.connect(self._export_collection)
        self.collections.hand_over_wanted.connect(self._hand_over_collection)

    def _article_changed(self) -> None:
        self._fresh = None
        self._load_marks()

    def _selection_changed(self, selection: Selection | None) -> None:
        if selection is not None:
            self._fresh = None
        self._enable()

    def _merged(self, taken: Taken) -> None:
        self.work.merged(taken)
        self.collections.reload()

    def _star(self) -> None:
        article = self._session.article
        if article is not None:
            starred = any(note.kind is NoteKind.STAR for note in self._marked)
            self.set_star([article.id], not starred)

    def _export_notes(self) -> None:
        self._bring(NOTES)
        self.notes.export()

    def _export_collection(self, number: int) -> None:
        one = self.collections.numbered(number)
        if one is not None:
            self.books.ask_book(one)

    def _hand_over_collection(self, number: int) -> None:
        one = self.collections.numbered(number)
        if one is not None:
            self.books.ask_hand_over(one.name, (number,))

    def _archive_changed(self) -> None:
        self._marked = ()
        self._session.show_stars(frozenset())
        self._load_stars()
        self._enable()

    def _enable(self) -> None:
        session, a = self._session, self.actions
        there, writable = session.archive is not None, self.work.possible
        article, hits = session.article is not None, session.hits
        found = there and hits is not None and hits.total > 0
        a.highlight.setEnabled(writable and session.selection is not None)
        a.note.setEnabled(writable and article)
        a.star.setEnabled(writable and article)
        a.to_read.setEnabled(writable and article)
        a.star.setChecked(any(note.kind is NoteKind.STAR for note in self._marked))
        line = next((note for note in self._marked if note.kind is NoteKind.TO_READ), None)
        a.to_read.setChecked(line is not None and not line.done)
        a.collect.setEnabled(writable and (article or found))
        a.cite.setEnabled(article or found)
        for action in (a.cite_all, a.hand_over):
            action.setEnabled(found)
        for action in (a.show_notes, a.show_collections, a.check, a.export_notes):
            action.setEnabled(there)
        a.take_in.setEnabled(writable)
        a.undo.setEnabled(writable)
        a.redo.setEnabled(self.work.can_redo)


def _words(article: Article, place: Place) -> str:
    return (article.title if place.in_title else article.body)[place.start : place.end]


def _colour_named(name: str) -> NoteColour:
    return NoteColour(name) if name in {colour.value for colour in NoteColour} else NoteColour.YELLOW
