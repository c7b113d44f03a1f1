"""What the window is about at this moment, and the only thing through which panes talk to each other.

Made by the main window, handed to every pane with the `Tasks`:

    Pane(session: Session, tasks: Tasks, parent: QWidget | None = None)

A pane changes the state by calling a method here and shows the state when a signal comes; it never calls
another pane. Flow of a search: the search box calls `search(request)` -> `request_changed` -> the search
pane runs it in lane "search" and calls `show_hits(hits)` -> `hits_changed` -> sidebar counts. A click on a
row calls `open_article(id)` -> `article_requested(id, place)` -> the reader loads it in lane "article" and
calls `article_shown(article)` -> `article_changed(article)` -> sidebar, status bar. The sidebar calls
`choose_entity(entity)` and `go_to(place)`; the reader marks and moves. Positions (hit 3 of 21) come
from the reader by `report_position`; texts for the status bar by emitting `count_changed`, `message`.

What the main window expects of the panes (it wires and decides nothing):

    desktop_app.search.SearchBox(session, tasks, parent)       in the top bar; `take_focus()` selects its text
    desktop_app.search.SearchPane(session, tasks, parent)      left: chips, histogram, results
    desktop_app.reader.ReaderPane(session, tasks, parent)      middle
    desktop_app.entity_sidebar.EntitySidebar(session, tasks, parent)   right, or in a drawer

Each pane is a QWidget with `take_focus()` (for F6 and Ctrl+1/2/3) and `menu_actions() -> list[QAction]`
(None for a separator): its actions with text, shortcut, tooltip and icon, owned by the pane; the window
puts them into the ≡ menu (search, article, entities) and adds them to itself so that the
shortcuts work everywhere. The window has: Ctrl+O, Ctrl+N, Ctrl+I, Ctrl+Shift+I, Ctrl+W, Ctrl+Q, Ctrl+comma,
F1, F5, F6, F9, Shift+F9, F11, Ctrl+1/2/3, Ctrl+L (search box), Esc (search box, when nobody else takes it);
the others belong to the panes (Ctrl+F find in the article, F3 next hit, Alt+Left back, Ctrl+plus/minus/0
zoom, ...). Panes that hold threads or timers of their own stop them in `closeEvent`/`shut_down()` if present.
The order of results is chosen in the top bar and the menus of the window, the script there too: panes show
neither. On a change of language the window is built anew: panes show the session's state when constructed.
Pages of entities, networks and the list of corrections lie over the reader in one place
(`desktop_app.entity_page.EntityPages`, held with the reader by `Middle`): `open_entity(id)` and the like ->
`page_requested(page)`; an article asked for brings the reader back.
Lanes in use: "search", "rows", "article", "entities", "complete", "names", "import", "library", "page",
"place", "corrections", "network", "suggestions", "contexts", "context lines", "trend", "overview", "facets",
"reasons", "spelling", "related", "similar", "saved", "history", "batch", "export".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.i18n.script import use as use_manner
from desktop_app.settings import Memory, Settings
from index.model import Article, Filter, MentionType, Script, SearchRequest, Sort
from index.script.manner import Manner

if TYPE_CHECKING:
    from index.archive import Archive, Hits


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an article to go: characters [start, end) of the title or the body, as printed."""

    start: int
    end: int
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """Standing on hit (or mention) `number` of `total`; 0 of 0 if there are none."""

    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected in the article on show, as printed: a stretch of the title, of the body, or both."""

    article: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class NoteSpan:
    """A highlight or a note as the reader paints it; `colour` is a field of `Colours.notes`.

    One with `remark` has a dot in the margin too; `tip` is shown when the pointer rests on either.
    """

    id: int
    place: Place
    colour: str
    remark: bool = False
    tip: str = ""


class PageKind(StrEnum):
    """What a page over the reader shows."""

    ENTITY = "entity"
    NETWORK = "network"
    CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True)
class Page:
    """A page over the reader: of an entity, its network (None: that of all hits), or the corrections.

    An entity may be given by `type` and `name` instead of its number. `quiet` leaves the focus where it is.
    """

    kind: PageKind
    entity: int | None = None
    type: MentionType | None = None
    name: str = ""
    quiet: bool = False


class Session(QObject):
    """The state and its signals. All on the GUI thread; nothing here touches a disk but settings."""

    archive_changed = Signal(object)  # Archive | None; panes drop what they show
    archive_content_changed = (
        Signal()
    )  # after an import, catch-up or repair: search again, keep the selection
    request_changed = Signal(object)  # SearchRequest
    hits_changed = Signal(object)  # Hits | None
    article_requested = Signal(int, object)  # article id, Place | None
    tab_requested = Signal(int)  # article id, for a tab behind the one on show
    page_requested = Signal(object)  # Page, shown over the reader
    similar_requested = Signal(int)  # article id: show what is like it in place of the results
    article_changed = Signal(object)  # Article | None: what the reader now shows
    script_changed = Signal(object)  # Script, for all archive text
    entity_chosen = Signal(object)  # EntityInArticle | EntityCount | None
    mention_requested = Signal(object)  # Place: go there in the article shown, flash it
    selection_changed = Signal(object)  # Selection | None: of the article on show
    deselect_requested = Signal()  # what was selected has been dealt with
    notes_changed = Signal(int, object)  # article id, tuple[NoteSpan, ...]: to be painted over it
    stars_changed = Signal()  # which articles have a star
    note_chosen = Signal(int)  # NoteSpan.id that was clicked
    reader_menu_opening = Signal(object, object, int)  # QMenu to add to, Selection | None, NoteSpan.id or -1
    results_menu_opening = Signal(object, object)  # QMenu to add to, [article id] of the selected results
    position_changed = Signal(object)  # Position, for the status bar
    count_changed = Signal(str)  # a short text for the status bar such as "77 篇"
    zoom_changed = Signal(int)  # per cent
    settings_changed = Signal(object)  # Settings
    message = Signal(str)  # a passing remark for the status bar
    trouble = Signal(object)  # Exception to be shown to the user in the error box
    focus_search_requested = Signal()  # Esc anywhere: back to the search box
    focus_results_requested = Signal()  # ↓ in the search box: on to the list
    focus_reader_requested = Signal()  # Enter in the list: on to the page
    query_refused = Signal(
        object
    )  # QueryError: the search pane cannot run the request; the box points at the place
    import_requested = Signal(list)  # [Path]: dropped or chosen somewhere

    def __init__(self, settings: Settings, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.memory = memory
        self._archive: Archive | None = None
        self._request = SearchRequest("", settings.sort, collapse=bool(memory.number("search.collapse", 1)))
        self._hits: Hits | None = None
        self._article: Article | None = None
        self._entity: object = None
        self._selection: Selection | None = None
        self._notes: tuple[int, tuple[NoteSpan, ...]] = (0, ())
        self._starred: frozenset[int] = frozenset()
        self._script = settings.script
        use_manner(self.manner)
        self._zoom = memory.number("reader.zoom", 100)

    @property
    def settings(self) -> Settings:
        """The user's settings."""
        return self._settings

    @property
    def archive(self) -> Archive | None:
        """The open archive."""
        return self._archive

    @property
    def request(self) -> SearchRequest:
        """What is being searched for."""
        return self._request

    @property
    def hits(self) -> Hits | None:
        """The hits on show."""
        return self._hits

    @property
    def article(self) -> Article | None:
        """The article on show."""
        return self._article

    @property
    def entity(self) -> object:
        """The entity whose mentions are marked."""
        return self._entity

    @property
    def selection(self) -> Selection | None:
        """What is selected in the article on show."""
        return self._selection

    @property
    def script(self) -> Script:
        """How archive text is shown."""
        return self._script

    @property
    def zoom(self) -> int:
        """Size of the article's text in per cent."""
        return self._zoom

    def change_settings(self, **changes: object) -> None:
        """Change settings by name, save them, tell everybody."""
        changed = self._settings.with_(**changes)
        if changed != self._settings:
            changed.save()
            self.take_settings(changed)

    @property
    def manner(self) -> Manner:
        """How archive text is shown: the script with the user's wishes."""
        return self._settings.manner(self._script)

    def take_settings(self, settings: Settings) -> None:
        """Follow settings that were changed (and saved) in another window."""
        before, self._settings = self._settings, settings
        if settings != before:
            self.settings_changed.emit(settings)
        if settings.manner(self._script) != before.manner(self._script):
            use_manner(self.manner)
            self.script_changed.emit(self._script)

    def set_archive(self, archive: Archive | None) -> None:
        """Show another archive (the window opens and closes it)."""
        self._archive = archive
        self._hits = None
        self._article = None
        self._entity = None
        self._request = replace(self._request, text="", filters=())
        self.archive_changed.emit(archive)

    def content_changed(self) -> None:
        """Say that the archive has got more or other articles."""
        self.archive_content_changed.emit()

    def search(self, request: SearchRequest) -> None:
        """Search for something else."""
        if request != self._request:
            self._request = request
            self.request_changed.emit(request)

    def search_text(self, text: str) -> None:
        """Search for a text without filters, as a double click in the sidebar does."""
        self.search(replace(self._request, text=text, filters=()))

    def sort(self, order: Sort) -> None:
        """The same search in another order."""
        self.search(replace(self._request, sort=order))

    def collapse(self, on: bool) -> None:
        """The same search with reprints in one line, or each in its own; kept for the next start."""
        self.memory.put("search.collapse", int(on))
        self.search(replace(self._request, collapse=on))

    def add_filter(self, added: Filter) -> None:
        """The same search with one more filter."""
        if added not in self._request.filters:
            self.search(replace(self._request, filters=(*self._request.filters, added)))

    def show_hits(self, hits: Hits | None) -> None:
        """Say what the search found; called by the search pane."""
        self._hits = hits
        self.hits_changed.emit(hits)

    def open_article(self, article_id: int, place: Place | None = None) -> None:
        """Ask the reader for an article, at a place if given."""
        self.article_requested.emit(article_id, place)

    def open_in_tab(self, article_id: int) -> None:
        """Ask the reader to keep an article ready in a tab of its own, behind the one on show."""
        self.tab_requested.emit(article_id)

    def find_similar(self, article_id: int) -> None:
        """Ask for the articles most like one article, in place of the results."""
        self.similar_requested.emit(article_id)

    def open_entity(self, entity_id: int) -> None:
        """Ask for the page of an entity."""
        self.page_requested.emit(Page(PageKind.ENTITY, entity_id))

    def open_named(self, kind: MentionType, name: str) -> None:
        """Ask for the page of an entity by its name, beside a search for it: the focus stays."""
        self.page_requested.emit(Page(PageKind.ENTITY, None, kind, name, quiet=True))

    def open_network(self, entity_id: int | None = None) -> None:
        """Ask for the picture of who appears with an entity, or with whom in all hits."""
        self.page_requested.emit(Page(PageKind.NETWORK, entity_id))

    def open_corrections(self) -> None:
        """Ask for the list of what was corrected."""
        self.page_requested.emit(Page(PageKind.CORRECTIONS))

    def article_shown(self, article: Article | None) -> None:
        """Say what the reader shows; called by the reader."""
        self._article = article
        self._entity = None
        self.select(None)
        self.article_changed.emit(article)

    def select(self, selection: Selection | None) -> None:
        """Say what is selected in the article on show; called by the reader."""
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    def show_notes(self, article_id: int, notes: tuple[NoteSpan, ...]) -> None:
        """Paint highlights and notes over an article; they stay on their characters in every script."""
        self._notes = (article_id, notes)
        self.notes_changed.emit(article_id, notes)

    def notes_of(self, article_id: int) -> tuple[NoteSpan, ...]:
        """What `show_notes` was last given, if it was for this article."""
        return self._notes[1] if self._notes[0] == article_id else ()

    @property
    def starred(self) -> frozenset[int]:
        """The articles that have a star."""
        return self._starred

    def show_stars(self, articles: frozenset[int]) -> None:
        """Say which articles have a star; called by the desk."""
        if articles != self._starred:
            self._starred = articles
            self.stars_changed.emit()

    def choose_entity(self, entity: object) -> None:
        """Mark all mentions of an entity (None: of none)."""
        self._entity = entity
        self.entity_chosen.emit(entity)

    def go_to(self, place: Place) -> None:
        """Go to a place of the article on show."""
        self.mention_requested.emit(place)

    def set_script(self, script: Script) -> None:
        """Show archive text in another script."""
        if script is not self._script:
            self._script = script
            self.script_changed.emit(script)

    def next_script(self) -> None:
        """As printed -> Simplified -> Traditional (the user's variant) -> as printed."""
        variant = self._settings.traditional_variant
        if self._script is Script.ORIGINAL:
            self.set_script(Script.SIMPLIFIED)
        elif self._script is Script.SIMPLIFIED:
            self.set_script(variant)
        else:
            self.set_script(Script.ORIGINAL)

    def next_variant(self) -> None:
        """Traditional -> Taiwan -> Hong Kong -> Traditional; the choice is kept as what 繁 means."""
        variants = (Script.TRADITIONAL, Script.TAIWAN, Script.HONGKONG)
        here = variants.index(self._script) if self._script in variants else -1
        variant = variants[(here + 1) % len(variants)] if here >= 0 else self._settings.traditional_variant
        self.change_settings(traditional_variant=variant)
        self.set_script(variant)

    def set_zoom(self, percent: int) -> None:
        """Set the size of the article's text, 50 to 300 per cent."""
        percent = max(50, min(300, percent))
        if percent != self._zoom:
            self._zoom = percent
            self.memory.put("reader.zoom", percent)
            self.zoom_changed.emit(percent)

    def report_position(self, position: Position) -> None:
        """Say which hit one stands on; called by the reader."""
        self.position_changed.emit(position)
