"""The search pane on the left: count, filters, histogram, list; runs the session's request.

Owns the runner, the model and the pages in place of the list. Previews go to the reader through the
session. Nothing here touches the archive on the GUI thread.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.concordance import ConcordancePane
from desktop_app.search import filters
from desktop_app.search.commands import PaneCommands
from desktop_app.search.counting import Counting
from desktop_app.search.did_you_mean import DidYouMean
from desktop_app.search.head import PaneHead
from desktop_app.search.narrowing import Narrowing
from desktop_app.search.query_text import with_word, without_word
from desktop_app.search.related import RelatedWords
from desktop_app.search.results_model import ResultsModel
from desktop_app.search.results_view import ResultsView
from desktop_app.search.row_menu import row_menu
from desktop_app.search.runner import Found, SearchRunner, row_of
from desktop_app.search.saved import SavedSearches
from desktop_app.search.shown_row import ShownRow
from desktop_app.search.similar import SimilarPage
from desktop_app.search.view_switch import ResultsAs, ViewSwitch
from desktop_app.search.zero_hits import ZeroHits
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.trend import TrendPane
from index.model import Article, RelatedTerm, Script, SearchRequest

PREVIEW_WAIT = 60  # ms: a held arrow key does not open every article it passes
_RELATED = "search.related"  # whether related words are on show


class SearchPane(QWidget):
    """Everything under the search box."""

    wide_wanted = Signal(bool)  # contexts and trends want more room than a list

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._found: Found | None = None
        self.runner = SearchRunner(session, tasks, self)
        self.counting = Counting(session, tasks, self)
        self.model = ResultsModel(tasks, self)
        self.results = ResultsView(self.model, self)
        self.narrowing = Narrowing(session, self.counting, self)
        self.zero_hits = ZeroHits(self)
        self.meant = DidYouMean(self)
        self.related = RelatedWords(self)
        self.similar = SimilarPage(session, tasks, self)
        self.contexts = ConcordancePane(session, tasks, self)
        self.trend = TrendPane(session, tasks, self)
        self.switch = ViewSwitch(self)
        self.switch.show_view(ResultsAs.LIST)
        self.saved = SavedSearches(session, tasks, self)
        self.commands = PaneCommands(self)
        self.head = PaneHead(self.saved, self.commands.collapse, self)
        self._menus = self._make_menus()
        self._stack = QStackedWidget(self)
        self._blank = QWidget(self)
        for page in (self._blank, self.results, self.zero_hits, self.contexts, self.trend, self.similar):
            self._stack.addWidget(page)
        self._lay_out()
        self._preview = QTimer(self)
        self._preview.setSingleShot(True)
        self._preview.setInterval(PREVIEW_WAIT)
        self._preview.timeout.connect(self._open_preview)
        self._wanted: int | None = None
        self._similar_shown = False
        self._connect()
        self._connect_counts()
        self._show_related(bool(session.memory.number(_RELATED, 1)))
        self.retranslate()
        if session.archive is not None:
            self.runner.run_again()

    # -- what the window asks for

    def take_focus(self) -> None:
        """Put the focus into the list (or onto what stands in its place)."""
        shown = self._stack.currentWidget()
        if shown is self.results:
            self.results.enter_from_box()
        elif shown is self.contexts:
            self.contexts.take_focus()
        elif shown is self.trend:
            self.trend.take_focus()
        elif shown is self.similar:
            self.similar.take_focus()
        else:
            self._session.focus_search_requested.emit()

    def menu_actions(self) -> list[QAction | None]:
        """Commands of the pane for the menu."""
        return [
            *self.commands.all(),
            None,
            *self.switch.actions_.values(),
            *(menu.menuAction() for menu in self._menus.values()),
            None,
            self.saved.menu.menuAction(),
            self.saved.save_action,
            self.saved.manage_action,
        ]

    def _make_menus(self) -> dict[ResultsAs, QMenu]:
        """The menus of the views; their keys work while the view is on show."""
        menus: dict[ResultsAs, QMenu] = {}
        for view, pane in ((ResultsAs.CONTEXTS, self.contexts), (ResultsAs.TREND, self.trend)):
            menus[view] = QMenu(self)
            menus[view].addActions(pane.menu_actions())
            pane.addActions(pane.menu_actions())
        return menus

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(12, 0, 12, 6)
        middle.setSpacing(6)
        middle.addWidget(self.narrowing.chips)
        middle.addWidget(self.head.banner)
        middle.addWidget(self.narrowing.histogram)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.switch)
        ways.addWidget(self.contexts.bar, 1)
        ways.addStretch(0)
        middle.addWidget(self.meant)
        middle.addWidget(self.related)
        middle.addLayout(ways)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(middle)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        session, runner, commands = self._session, self.runner, self.commands
        runner.found.connect(self._show)
        runner.refused.connect(session.query_refused)
        runner.failed.connect(session.trouble)
        runner.emptied.connect(self._emptied)
        session.request_changed.connect(self._request_changed)
        session.script_changed.connect(self._script_changed)
        session.focus_results_requested.connect(self.take_focus)
        session.article_changed.connect(self._article_changed)
        session.similar_requested.connect(self.show_similar)
        session.stars_changed.connect(lambda: self.model.set_starred(session.starred))
        commands.onward.triggered.connect(lambda: self.results.step(1))
        commands.back.triggered.connect(lambda: self.results.step(-1))
        commands.filter.triggered.connect(self.open_filters)
        commands.drop.triggered.connect(self.narrowing.drop_all)
        commands.collapse.triggered.connect(session.collapse)
        commands.similar.triggered.connect(self._similar_to_open)
        commands.related.triggered.connect(self._related_toggled)
        self.head.filters_wanted.connect(self.open_filters)
        self.switch.chosen.connect(self.show_as)
        self.trend.picked.connect(self._period_picked)
        for page in (self.results, self.similar):
            page.previewed.connect(self._previewed)
            page.opened.connect(self._opened)
        self.results.tab_wanted.connect(session.open_in_tab)
        self.results.left_upwards.connect(session.focus_search_requested)
        self.results.menu_wanted.connect(self._row_menu)
        self.results.escaped.connect(session.focus_search_requested)
        self.similar.left.connect(self._leave_similar)
        self.zero_hits.wanted.connect(session.search)
        self.meant.wanted.connect(self._search_text)
        self.related.added.connect(lambda word: self._search_text(with_word(session.request.text, word)))
        self.related.excluded.connect(
            lambda word: self._search_text(without_word(session.request.text, word))
        )
        self.related.wanted.connect(self._search_text)

    def _connect_counts(self) -> None:
        counting = self.counting
        counting.behind.connect(self.head.show_behind)
        counting.suggested.connect(lambda meant: self.meant.show_suggestions(meant, self._session.script))
        counting.explained.connect(self.zero_hits.show_reasons)
        counting.related.connect(self._related_found)

    # -- a search

    def _search_text(self, text: str) -> None:
        """The same filters with another text."""
        self._session.search(replace(self._session.request, text=text))

    def _request_changed(self, request: SearchRequest) -> None:
        self._similar_shown = False
        self._show_request(request)

    def _script_changed(self, script: Script) -> None:
        self.model.set_script(script)
        self._show_request(self._session.request)
        self.narrowing.count_facets()

    def _show_request(self, request: SearchRequest) -> None:
        chips = self.narrowing.show_request(request)
        self.head.show_filters(chips)
        self.commands.drop.setEnabled(bool(chips))
        self.commands.collapse.setChecked(request.collapse)

    def _show(self, found: Found) -> None:
        """Put the new hits in place; what was selected stays selected, and in its place on a refresh."""
        before = self.results.verticalScrollBar().value()
        self._found = found
        self.model.show(found.archive, found.hits, found.ids, found.first, found.script)
        self._show_request(found.hits.request)
        self._session.count_changed.emit(self.head.show_found(found))
        self.contexts.show_hits(found.archive, found.hits)
        self.trend.show_hits(found.archive, found.hits)
        self._show_page()
        if found.hits.total:
            self.results.select_quietly(found.kept, scroll=not found.refresh and found.kept >= 0)
            if found.refresh:
                self.results.verticalScrollBar().setValue(before)
            elif found.kept < 0:
                self.results.scrollToTop()
        else:
            self.zero_hits.show_request(found.hits.request)
        if found.script is not self._session.script:
            self.model.set_script(self._session.script)
        self.meant.show_suggestions((), self._session.script)
        if not found.refresh:
            self.related.show_terms((), self._session.script)
        self.counting.after(found)
        self.narrowing.count_facets()

    def show_as(self, view: ResultsAs) -> None:
        """Show the hits as a list, as contexts or as a trend."""
        self._similar_shown = False
        self.switch.show_view(view)
        self._show_page()
        self.wide_wanted.emit(view is not ResultsAs.LIST)

    def _show_page(self) -> None:
        """Put the page in place that the switch and the hits ask for."""
        if self._similar_shown:
            page: QWidget = self.similar
        elif self._found is None:
            page = self._blank
        elif not self._found.hits.total:
            page = self.zero_hits
        elif self.switch.current is ResultsAs.CONTEXTS:
            page = self.contexts
        elif self.switch.current is ResultsAs.TREND:
            page = self.trend
        else:
            page = self.results
        self._stack.setCurrentWidget(page)
        self._menus[ResultsAs.CONTEXTS].setEnabled(page is self.contexts)
        self._menus[ResultsAs.TREND].setEnabled(page is self.trend)
        self.contexts.bar.setVisible(page is self.contexts)
        if page is self.contexts:
            self.contexts.look()
        elif page is self.trend:
            self.trend.look()

    def _emptied(self) -> None:
        self._found = None
        self._similar_shown = False
        self.similar.forget()
        self.counting.after(None)
        self.model.show(None, None, (), (), self._session.script)
        self.narrowing.histogram.show_bars(())
        self.related.show_terms((), self._session.script)
        self.contexts.show_hits(None, None)
        self.trend.show_hits(None, None)
        self._show_page()
        self._show_request(self._session.request)
        self._session.count_changed.emit(self.head.show_found(None))

    # -- similar articles, related words

    def show_similar(self, article: int) -> None:
        """Show what is like an article in place of the results."""
        self._similar_shown = True
        self.similar.ask(article)
        self._show_page()

    def _similar_to_open(self) -> None:
        article = self._session.article
        if article is not None:
            self._session.find_similar(article.id)

    def _leave_similar(self) -> None:
        self._similar_shown = False
        self._show_page()
        self.take_focus()

    def _related_found(self, terms: tuple[RelatedTerm, ...]) -> None:
        self.related.show_terms(terms, self._session.script)

    def _show_related(self, on: bool) -> None:
        self.commands.related.setChecked(on)
        self.counting.wants_related = on
        if not on:
            self.related.show_terms((), self._session.script)

    def _related_toggled(self, on: bool) -> None:
        self._session.memory.put(_RELATED, int(on))
        self._show_related(on)
        self.counting.count_related()

    # -- filters

    def open_filters(self) -> None:
        """Open the filter panel under its button."""
        if self._found is not None:
            self.narrowing.open_panel(self.head.filter)

    def _period_picked(self, text: str, period: str) -> None:
        """The articles behind a bar of the trend, as a list."""
        self.show_as(ResultsAs.LIST)
        request = replace(self._session.request, text=text)
        self._session.search(filters.with_dates(request, period, period))

    # -- the list

    def _article_changed(self, article: Article | None) -> None:
        """The reader shows something else, perhaps from back or from an offer: stand on it if it is here."""
        self.runner.selected = article.id if article is not None else None
        self.commands.similar.setEnabled(article is not None)
        if article is None or self._found is None or self.results.current_id() == article.id:
            return
        if self._wanted is None:
            self.results.select_quietly(row_of(article.id, self._found.ids))

    def _previewed(self, article_id: int) -> None:
        self._wanted = self.runner.selected = article_id
        self._preview.start()

    def _opened(self, article_id: int) -> None:
        self._wanted = self.runner.selected = article_id
        self._open_preview()
        self._session.focus_reader_requested.emit()

    def _open_preview(self) -> None:
        self._preview.stop()
        if self._wanted is not None:
            self._session.open_article(self._wanted)
            self._wanted = None

    def _row_menu(self, shown: ShownRow, where: QPoint) -> None:
        menu = row_menu(shown, self._session, self)
        selected = self.results.selected_ids()
        ids = selected if shown.row.id in selected else [shown.row.id]
        self._session.results_menu_opening.emit(menu, ids)
        menu.popup(where)

    # -- words

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.commands.retranslate()
        self._menus[ResultsAs.CONTEXTS].setTitle(self.tr("Contexts", "menu"))
        self._menus[ResultsAs.TREND].setTitle(self.tr("Trend", "menu"))
        self._show_request(self._session.request)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
