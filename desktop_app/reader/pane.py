"""The reader in the middle: loads what the session asks for, sets it, and steps through marks.

`Loader` fetches and converts, `OpenTabs` keeps what is open, `Walk` steps through hits. The pane holds the
present Material and translates between the session's places (as printed) and the view's positions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.beside import BesideControls, Companion
from desktop_app.reader.choices import Choices
from desktop_app.reader.commands import ReaderCommands
from desktop_app.reader.find_bar import FindBar
from desktop_app.reader.header import ReaderHeader
from desktop_app.reader.layers import Layers, Spans
from desktop_app.reader.loading import Loader, Wish
from desktop_app.reader.material import Material
from desktop_app.reader.names import Names
from desktop_app.reader.outline_drawer import OutlineDrawer
from desktop_app.reader.output import Output
from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.presets import TypographyMenu, typography_of
from desktop_app.reader.provenance import Provenance
from desktop_app.reader.standing import Standing
from desktop_app.reader.streaming import Texts
from desktop_app.reader.tab_keeping import TabKeeper
from desktop_app.reader.tabs import OpenTabs, TabStrip
from desktop_app.reader.voice import Reading, find_voice
from desktop_app.reader.walk import Walk
from desktop_app.session import Place, Position, Session
from desktop_app.settings import Settings
from desktop_app.tasks import Tasks
from index.model import Article, Marks
from index.script.manner import Manner

_IN_HEADER = ("find", "outline", "beside_script", "typography", "mentions", "more")
_LEAVING = ("copy_article", "copy_cited", "copy_markdown", "print", "pdf", "read_aloud")


class ReaderPane(QWidget):
    """Header, page, find bar."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._material: Material | None = None
        self._tabs = OpenTabs(self)
        self._loader = Loader(session, tasks, self)
        self.more = QMenu(self)
        self.commands = ReaderCommands(self.more, self)
        c = self.commands
        self._typography_menu = TypographyMenu(session, c, QMenu(self))
        self.header = ReaderHeader(
            (c["back"], c["forward"]),
            (c["previous_hit"], c["next_hit"]),
            tuple(c[name] for name in _IN_HEADER),
            self,
        )
        self.tab_strip = TabStrip(self._tabs, self)
        self.view = ArticleView(self)
        self.find_bar = FindBar(self)
        self.outline = OutlineDrawer(self)
        self.companion = Companion(session, tasks, self.view, self)
        self._walk = Walk(self.view, self.find_bar, self)
        self._names = Names(session, tasks, self.view, self._walk, lambda: self._material)
        self._keeper = TabKeeper(
            session,
            tasks,
            self._tabs,
            self.tab_strip,
            self._loader,
            self.commands,
            lambda: self.view.place(),
            lambda: self._material,
        )
        self._choices = Choices(session, tasks, self.view, self._walk, self.commands, lambda: self._material)
        self._reading = Reading(
            tasks, self.view, self._walk, self.commands, lambda: self._material, find_voice()
        )
        self._output = Output(session, tasks, self.view, self.commands, lambda: self._material)
        self._provenance = Provenance(session, tasks, self.commands, lambda: self._material, self)
        self._blank = QLabel(self)
        self._blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._blank.setProperty("look", "secondary")
        self._blank.setWordWrap(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._blank)
        self._stack.addWidget(self.view)
        self._standing = Standing(self.view, self._stack)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._beside = BesideControls(
            self.companion, self._split, self.commands, self._provenance, lambda: self._material
        )
        self._connect()
        self._take_settings(session.settings)
        self.retranslate()
        self._enable()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tab_strip)
        layout.addWidget(self.header)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.outline)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._stack)
        self._split.addWidget(self.companion)
        middle.addWidget(self._split, 1)
        layout.addLayout(middle, 1)
        layout.addWidget(self.find_bar)

    def take_focus(self) -> None:
        """Put the focus onto the page."""
        self._standing.front.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut_down(self) -> None:
        """Be silent before the window goes."""
        self._reading.stop()

    def remember(self) -> None:
        """Keep the tabs for the next start."""
        self._keeper.remember()

    def menu_actions(self) -> list[QAction | None]:
        """Commands of the reader for the menu."""
        return self.commands.for_menu()

    def _connect(self) -> None:
        session, c = self._session, self.commands
        session.archive_changed.connect(lambda _: self._keeper.change_archive())
        session.article_requested.connect(self._requested)
        session.archive_content_changed.connect(self._refresh)
        session.script_changed.connect(lambda _: self._reassemble())
        session.hits_changed.connect(lambda _: self._query_changed())
        session.mention_requested.connect(self._go_to)
        session.focus_reader_requested.connect(self.take_focus)
        session.zoom_changed.connect(lambda _: self._take_settings(session.settings))
        session.settings_changed.connect(self._take_settings)
        self._loader.gathered.connect(self._loaded)
        self._loader.converted.connect(self._reassembled)
        self._loader.previewed.connect(self._previewed)
        self._loader.marked.connect(self._remark)
        self._loader.failed.connect(lambda error, wish: session.trouble.emit(error))
        self._keeper.ready.connect(self._show_ready)
        self._keeper.emptied.connect(self._empty)
        self._keeper.changed.connect(self._enable)
        self.view.linkActivated.connect(self._provenance.follow)
        self.view.zoomRequested.connect(self._typography_menu.zoom)
        self.view.travelRequested.connect(lambda way: c["back" if way < 0 else "forward"].trigger())
        self.view.searchRequested.connect(session.search_text)
        self._standing.scrolled.connect(self._scrolled)
        self._walk.moved.connect(self._moved)
        self.find_bar.changed.connect(lambda wanted: self._walk.find(self._material, wanted))
        self.find_bar.stepped.connect(self._walk.step_match)
        self.find_bar.closed.connect(self._find_closed)
        c["next_hit"].triggered.connect(lambda: self._walk.step(1))
        c["previous_hit"].triggered.connect(lambda: self._walk.step(-1))
        c["find"].triggered.connect(lambda: self.find_bar.open_with(self.view.selected_line()))
        c["mentions"].toggled.connect(lambda on: session.change_settings(show_mentions=on))
        self.companion.stepped.connect(self._walk.show)
        self.companion.closed.connect(self._beside_closed)
        self._beside.opened.connect(lambda: self._stand(self.view.place()))
        c["outline"].triggered.connect(self.outline.toggle)
        self.outline.opened.connect(self._standing.tell)
        self.outline.chosen.connect(self._go_to_head)
        self.outline.closed.connect(self.take_focus)

    # -- loading

    def _requested(self, article_id: int, place: Place | None) -> None:
        coming = self._loader.wish
        if coming is not None and coming.article == article_id and place is None:
            return
        if self._material is not None and self._material.article.id == article_id and coming is None:
            if place is not None:
                self._go_to(place)
            return
        self._loader.load(Wish(article_id, place))

    def _loaded(self, material: Material, wish: Wish) -> None:
        if self._material is not None and wish.back_to is None:
            self._tabs.present.visits.leave(self.view.place())

        def announce() -> None:
            self._loader.wish = None
            if wish.back_to is None:
                self._tabs.present.visits.visit(material.article.id)
            self._tabs.keep(material)
            self._reading.look_for_voice()
            self._enable()
            self._announce(material)
            if wish.place is not None:
                self._go_to(wish.place)

        self._show(material, wish.back_to or ReadingPlace(), 0, announce)

    def _announce(self, material: Material) -> None:
        """Say which article is on show, and catch up with what has changed while it came."""
        chosen = self.view.layers.chosen
        self._session.article_shown(material.article)
        if chosen is not None:
            self._names.choose(chosen)
        if material.query != self._session.request.text:
            self._query_changed()
        if material.manner != self._session.manner:
            self._reassemble()

    def _show(
        self,
        material: Material,
        place: ReadingPlace | None,
        hit: int,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Set a page (at `place`; None: stay) and, once it is on show, all that lies over it."""

        def lay_over() -> None:
            layers = Layers()
            layers.show_mentions = self._session.settings.show_mentions
            layers.chosen = self.view.layers.chosen if self._same(material.article) else None
            layers.mentions = material.mentions
            layers.notes = material.note_marks(self._session.notes_of(material.article.id))
            self.view.layers = layers
            self._material = material
            self._walk.set_hits(material.hits, hit)
            self.outline.show_heads(material)
            self.companion.follow(material)
            self._choices.follow()
            if self.find_bar.isVisible():
                self._walk.find(material, self.find_bar.wanted, move=False)
            self._standing.show(material, typography, here, wanted=self._wants_columns())
            self._enable()
            if then is not None:
                then()

        typography = typography_of(self._session, material)
        here = self.view.place() if place is None else place
        if not self._standing.upright:
            self._stack.setCurrentWidget(self.view)
        self.view.show_page(material.page, material.meta, place, typography, lay_over)

    def _show_ready(self, material: Material, place: ReadingPlace) -> None:
        """The text of a tab that was shown before."""
        self._show(material, place, 0, lambda: self._announce(material))

    def _same(self, article: Article) -> bool:
        return self._material is not None and self._material.article.id == article.id

    def _refresh(self) -> None:
        """The archive has changed: the article on show may have got reprints or other names."""
        self._tabs.forget_texts()
        if self._material is not None:
            self._loader.load(Wish(self._material.article.id, None, self.view.place()))

    def _reassemble(self) -> None:
        """The same article in the script now in force, at the same line."""
        material = self._material
        if material is not None and self._loader.wish is None and material.manner != self._session.manner:
            self._loader.convert(material, self.view.block_under_eye())

    def _previewed(self, manner: Manner, texts: Texts) -> None:
        """A part of a long article is converted: show it where it stands."""
        if self._material is not None and manner == self._session.manner and not self._standing.upright:
            typography = replace(typography_of(self._session, self._material), script=manner.script)
            self.view.preview(texts, typography)

    def _reassembled(self, material: Material) -> None:
        if self._same(material.article):
            self._show(material, None, self._walk.position.number, lambda: self._tabs.keep(material))

    def _empty(self) -> None:
        """Show no article."""
        self._loader.drop()
        self._material = None
        self.view.clear_page()
        self._walk.set_hits(Spans())
        self.find_bar.hide()
        self.companion.close_companion()
        self._reading.stop()
        self.outline.show_heads(None)
        self.outline.hide()
        self._stack.setCurrentWidget(self._blank)
        self.header.title.set_text("")
        self._enable()
        self._session.article_shown(None)

    # -- back and forward

    def leave_travel(self, back: bool | None, forward: bool | None) -> None:
        """Say whether back and forward are another's, for a page lies over the article or was left for it.

        None: they are the reader's own; else whether they are enabled.
        """
        self._keeper.leave_travel(back, forward)

    # -- marks

    def _query_changed(self) -> None:
        """Mark the article on show for the new query."""
        query = self._session.request.text
        if self._material is not None and self._material.query != query:
            self._loader.mark(self._material.article.id, query)

    def _remark(self, article_id: int, query: str, marks: Marks) -> None:
        if self._material is not None and self._material.article.id == article_id:
            same = marks == self._material.marks
            self._material = self._material.with_marks(query, marks)
            if not same:
                self._walk.set_hits(self._material.hits)

    def _moved(self, position: Position) -> None:
        self.header.show_position(position)
        self._session.report_position(position)
        for name in ("next_hit", "previous_hit"):
            self.commands[name].setEnabled(position.total > 0)

    def _go_to(self, place: Place) -> None:
        """Go to a mention (or any place) and outline it."""
        if self._material is not None:
            self._walk.show(self._material.page.span(place.start, place.end, in_title=place.in_title))

    def _find_closed(self) -> None:
        self._walk.forget_matches()
        self.take_focus()

    # -- beside it

    def _beside_closed(self) -> None:
        if self._material is not None:
            self._walk.leave_span()
            self._stand(self.view.place())
            self.take_focus()

    def _go_to_head(self, offset: int) -> None:
        if self._material is not None:
            self._walk.show((at := self._material.page.to_document(offset), at + 1))

    # -- shape

    def _take_settings(self, settings: Settings) -> None:
        self.commands["mentions"].setChecked(settings.show_mentions)
        self.view.layers.show_mentions = settings.show_mentions
        here = self.view.place()
        self.view.set_typography(typography_of(self._session, self._material))
        self._stand(here)
        self.companion.take_typography()
        self.view.repaint_layers()

    def _wants_columns(self) -> bool:
        """Vertical columns, unless a text beside the article is to scroll with it."""
        return self._session.settings.vertical and self.companion.isHidden()

    def _stand(self, here: ReadingPlace) -> None:
        """Put the article on show into lines or columns, whichever are wanted now."""
        if self._material is not None:
            typography = typography_of(self._session, self._material)
            self._standing.show(self._material, typography, here, wanted=self._wants_columns())

    def _scrolled(self, away: bool) -> None:
        """The title goes into the header once it has left the page."""
        self.header.title.set_text(self._material.page.title.text if self._material and away else "")
        if self.outline.isVisible():
            place = self.view.place()
            self.outline.stand_at(0 if place.in_title else place.offset)

    def _enable(self) -> None:
        here = self._material is not None
        self._keeper.enable()
        for name in ("find", "open_file", "open_folder", *_LEAVING):
            self.commands[name].setEnabled(here)
        self._beside.enable()
        self.commands["outline"].setEnabled(self._material is not None and bool(self._material.heads))

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.commands.retranslate()
        self._typography_menu.retranslate()
        self._blank.setText(self.tr("Choose an article from the list to read it here."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the small line under the title is made anew."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._refresh()
        super().changeEvent(event)
