"""The search pane on the left: count, filters, histogram, list; runs the session's request.

Owns the runner, the model and the pages in place of the list. Previews go to the reader through the
session. Nothing here touches the archive on the GUI thread.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop_app.concordance import ConcordancePane
from desktop_app.i18n.format import number
from desktop_app.i18n.script import convert
from desktop_app.search import filters, overview
from desktop_app.search.did_you_mean import FEW, DidYouMean
from desktop_app.search.filter_panel import FilterPanel, ShownCount, shown_counts
from desktop_app.search.results_model import ResultsModel
from desktop_app.search.results_view import ResultsView
from desktop_app.search.runner import Found, SearchRunner, row_of
from desktop_app.search.saved import SavedSearches
from desktop_app.search.shown_row import ShownRow
from desktop_app.search.view_switch import ResultsAs, ViewSwitch
from desktop_app.search.zero_hits import ZeroHits
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from desktop_app.trend import TrendPane
from desktop_app.widgets.chips import ChipRow, ChipText
from desktop_app.widgets.histogram import Bar, HistogramWidget
from index.control import Control
from index.errors import QueryError
from index.model import Article, FacetField, Filter, Script, SearchRequest

PREVIEW_WAIT = 60  # ms: a held arrow key does not open every article it passes


class SearchPane(QWidget):
    """Everything under the search box."""

    wide_wanted = Signal(bool)  # contexts and trends want more room than a list

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._found: Found | None = None
        self.runner = SearchRunner(session, tasks, self)
        self.model = ResultsModel(tasks, self)
        self.results = ResultsView(self.model, self)
        self.histogram = HistogramWidget(self)
        self.chips = ChipRow(self)
        self.zero_hits = ZeroHits(self)
        self.meant = DidYouMean(self)
        self.contexts = ConcordancePane(session, tasks, self)
        self.trend = TrendPane(session, tasks, self)
        self.switch = ViewSwitch(self)
        self.switch.show_view(ResultsAs.LIST)
        self.filter_panel = FilterPanel(self)
        self.count = QLabel(self)
        self.banner = QLabel(self)
        self.banner.setWordWrap(True)
        self.banner.setProperty("look", "warning")
        self.banner.hide()
        self._filter = QToolButton(self)
        self._filter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        wear(self._filter, "filter", "secondary")
        self.saved = SavedSearches(session, tasks, self)
        self._bookmark = QToolButton(self)
        self._bookmark.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._bookmark.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._bookmark.setMenu(self.saved.menu)
        wear(self._bookmark, "bookmark", "secondary")
        self.saved.changed.connect(self._show_badge)
        self._collapse = QToolButton(self)
        self._collapse.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._actions = self._make_actions()
        self._collapse.setDefaultAction(self._actions["collapse"])
        self._contexts_menu = QMenu(self)
        self._contexts_menu.addActions(self.contexts.menu_actions())
        self._trend_menu = QMenu(self)
        self._trend_menu.addActions(self.trend.menu_actions())
        self.trend.addActions(self.trend.menu_actions())
        self.contexts.addActions(self.contexts.menu_actions())  # their keys work while the view is on show
        self._stack = QStackedWidget(self)
        self._blank = QWidget(self)
        for page in (self._blank, self.results, self.zero_hits, self.contexts, self.trend):
            self._stack.addWidget(page)
        self._lay_out()
        self._preview = QTimer(self)
        self._preview.setSingleShot(True)
        self._preview.setInterval(PREVIEW_WAIT)
        self._preview.timeout.connect(self._open_preview)
        self._wanted: int | None = None
        self._connect()
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
        else:
            self._session.focus_search_requested.emit()

    def menu_actions(self) -> list[QAction | None]:
        """Commands of the pane for the menu."""
        return [
            *self._actions.values(),
            None,
            *self.switch.actions_.values(),
            self._contexts_menu.menuAction(),
            self._trend_menu.menuAction(),
            None,
            self.saved.menu.menuAction(),
            self.saved.save_action,
            self.saved.manage_action,
        ]

    def _make_actions(self) -> dict[str, QAction]:
        show, drop, onward, back, collapse = (QAction(self) for _ in range(5))
        onward.setShortcut(QKeySequence("Ctrl+Down"))
        onward.triggered.connect(lambda: self.results.step(1))
        wear(onward, "arrow-down")
        back.setShortcut(QKeySequence("Ctrl+Up"))
        back.triggered.connect(lambda: self.results.step(-1))
        wear(back, "arrow-up")
        show.setShortcut(QKeySequence("Ctrl+Shift+F"))
        show.triggered.connect(self.open_filters)
        wear(show, "filter")
        drop.setShortcut(QKeySequence("Ctrl+Shift+X"))
        drop.triggered.connect(self._drop_filters)
        wear(drop, "clear")
        collapse.setShortcut(QKeySequence("Ctrl+Shift+D"))
        collapse.setCheckable(True)
        collapse.triggered.connect(self._session.collapse)
        wear(collapse, "reprint", "secondary")
        return {"next": onward, "previous": back, "filter": show, "drop": drop, "collapse": collapse}

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 6, 6, 2)
        top.setSpacing(2)
        top.addWidget(self.count, 1)
        top.addWidget(self._bookmark)
        top.addWidget(self._collapse)
        top.addWidget(self._filter)
        middle = QVBoxLayout()
        middle.setContentsMargins(12, 0, 12, 6)
        middle.setSpacing(6)
        middle.addWidget(self.chips)
        middle.addWidget(self.banner)
        middle.addWidget(self.histogram)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.switch)
        ways.addWidget(self.contexts.bar, 1)
        ways.addStretch(0)
        middle.addWidget(self.meant)
        middle.addLayout(ways)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(middle)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        session, runner = self._session, self.runner
        runner.found.connect(self._show)
        runner.refused.connect(self._refused)
        runner.failed.connect(session.trouble)
        runner.emptied.connect(self._emptied)
        session.request_changed.connect(self._request_changed)
        session.script_changed.connect(self._script_changed)
        session.focus_results_requested.connect(self.take_focus)
        self.switch.chosen.connect(self.show_as)
        self.trend.picked.connect(self._period_picked)
        self.results.previewed.connect(self._previewed)
        self.results.opened.connect(self._opened)
        self.results.tab_wanted.connect(session.open_in_tab)
        self.results.left_upwards.connect(session.focus_search_requested)
        self.results.menu_wanted.connect(self._row_menu)
        self.results.escaped.connect(session.focus_search_requested)
        self.histogram.picked.connect(self._dates_picked)
        self.histogram.cleared.connect(lambda: session.search(filters.without_dates(session.request)))
        self.chips.removed.connect(self._chip_removed)
        self.zero_hits.wanted.connect(session.search)
        self.meant.wanted.connect(lambda text: session.search(replace(session.request, text=text)))
        session.article_changed.connect(self._article_changed)
        self._filter.clicked.connect(self.open_filters)
        self.filter_panel.field_changed.connect(lambda _: self._count_facets())
        self.filter_panel.chosen.connect(self._facet_chosen)

    # -- a search

    def _request_changed(self, request: SearchRequest) -> None:
        self._show_request(request)

    def _script_changed(self, script: Script) -> None:
        self.model.set_script(script)
        self._show_request(self._session.request)
        if self.filter_panel.isVisible():
            self._count_facets()

    def _show_request(self, request: SearchRequest) -> None:
        chips = [
            ChipText(
                (each.field, value),
                filters.filter_text(each.field, convert(value, self._session.script).text, each.exclude),
                each.exclude,
            )
            for each in request.filters
            for value in each.values
        ]
        self.chips.show_chips(chips)
        self._filter.setText(number(len(chips)) if chips else "")
        self._actions["drop"].setEnabled(bool(chips))
        self._actions["collapse"].setChecked(request.collapse)

    def _show(self, found: Found) -> None:
        """Put the new hits in place; what was selected stays selected, and in its place on a refresh."""
        before = self.results.verticalScrollBar().value()
        self._found = found
        self.model.show(found.archive, found.hits, found.ids, found.first, found.script)
        self._show_request(found.hits.request)
        self._show_count()
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
        self._count_overview(found)
        if self.filter_panel.isVisible():
            self._count_facets()

    def show_as(self, view: ResultsAs) -> None:
        """Show the hits as a list, as contexts or as a trend."""
        self.switch.show_view(view)
        self._show_page()
        self.wide_wanted.emit(view is not ResultsAs.LIST)

    def _show_page(self) -> None:
        """Put the page in place that the switch and the hits ask for."""
        if self._found is None:
            page: QWidget = self._blank
        elif not self._found.hits.total:
            page = self.zero_hits
        elif self.switch.current is ResultsAs.CONTEXTS:
            page = self.contexts
        elif self.switch.current is ResultsAs.TREND:
            page = self.trend
        else:
            page = self.results
        self._stack.setCurrentWidget(page)
        self._contexts_menu.setEnabled(page is self.contexts)
        self._trend_menu.setEnabled(page is self.trend)
        self.contexts.bar.setVisible(page is self.contexts)
        if page is self.contexts:
            self.contexts.look()
        elif page is self.trend:
            self.trend.look()

    def _show_count(self) -> None:
        if self._found is None:
            self.count.clear()
            self.banner.hide()
            return
        hits = self._found.hits
        articles = self.tr("%n article(s)", "number of hits", hits.total)
        articles = articles.replace(str(hits.total), number(hits.total), 1)
        if hits.lines != hits.total:
            text = self.tr("%1, %n line(s) without reprints", "%1 is the number of articles", hits.lines)
            articles = text.replace(str(hits.lines), number(hits.lines), 1).replace("%1", articles)
        time = self.tr("%1 ms", "milliseconds").replace("%1", _milliseconds(hits.milliseconds))
        self.count.setText(f"{articles} · {time}")
        self._session.count_changed.emit(articles)
        self.banner.setVisible(hits.not_indexed > 0)
        text = self.tr(
            "%n article(s) not yet searchable: results are incomplete.", "banner", hits.not_indexed
        )
        self.banner.setText(text.replace(str(hits.not_indexed), number(hits.not_indexed), 1))

    def _show_badge(self) -> None:
        """Beside the bookmark: how many new hits the saved searches have."""
        new = self.saved.new_hits
        self._bookmark.setText(number(new) if new else "")

    def _refused(self, error: QueryError) -> None:
        self._session.query_refused.emit(error)

    def _emptied(self) -> None:
        self._found = None
        self.model.show(None, None, (), (), self._session.script)
        self.histogram.show_bars(())
        self.contexts.show_hits(None, None)
        self.trend.show_hits(None, None)
        self._show_page()
        self._show_request(self._session.request)
        self._show_count()

    # -- counts

    def _count_overview(self, found: Found) -> None:
        archive, hits = found.archive, found.hits
        chosen = filters.dates_of(hits.request)
        self._tasks.run(
            "histogram",
            lambda control: overview.histogram(archive, hits, control),
            lambda bars: self._show_histogram(bars, chosen),
            lane="overview",
            newest=True,
            owner=self,
        )
        self._tasks.cancel("reasons")
        self.meant.show_suggestions((), self._session.script)
        if hits.total < FEW and hits.request.text:
            self._tasks.run(
                "suggestions",
                lambda control: archive.suggestions(hits.request, cancelled=lambda: control.cancelled),
                lambda meant: self.meant.show_suggestions(meant, self._session.script),
                lane="spelling",
                newest=True,
                owner=self,
            )
        else:
            self._tasks.cancel("spelling")
        if hits.total == 0:
            self._tasks.run(
                "reasons",
                lambda control: overview.reasons(archive, hits.request, control),
                self.zero_hits.show_reasons,
                lane="reasons",
                newest=True,
                owner=self,
            )

    def _show_histogram(self, bars: tuple[Bar, ...], chosen: tuple[str, str] | None) -> None:
        self.histogram.show_bars(bars, chosen)

    def _count_facets(self) -> None:
        if self._found is None:
            return
        archive, request, field = self._found.archive, self._found.hits.request, self.filter_panel.field
        chosen, script = filters.choices(request, field), self._session.script

        def count(control: Control) -> tuple[ShownCount, ...]:
            others = filters.without(request, (field,))
            hits = archive.search(others, cancelled=lambda: control.cancelled)
            return shown_counts(archive.facets(hits, (field,))[field], script)

        self._tasks.run(
            "facets",
            count,
            lambda counts: self.filter_panel.show_counts(field, counts, chosen),
            lane="facets",
            newest=True,
            owner=self,
        )

    # -- filters

    def open_filters(self) -> None:
        """Open the filter panel under its button."""
        if self._found is not None:
            self.filter_panel.present(self._filter, self)
            self._count_facets()

    def _facet_chosen(self, field: FacetField, value: str, exclude: bool | None) -> None:
        self._session.search(filters.with_choice(self._session.request, field, value, exclude))

    def _dates_picked(self, first: str, last: str) -> None:
        self._session.search(filters.with_dates(self._session.request, first, last))

    def _period_picked(self, text: str, period: str) -> None:
        """The articles behind a bar of the trend, as a list."""
        self.show_as(ResultsAs.LIST)
        request = replace(self._session.request, text=text)
        self._session.search(filters.with_dates(request, period, period))

    def _chip_removed(self, key: tuple[FacetField, str]) -> None:
        self._session.search(filters.with_choice(self._session.request, *key, None))

    def _drop_filters(self) -> None:
        self._session.search(replace(self._session.request, filters=()))

    # -- the list

    def _article_changed(self, article: Article | None) -> None:
        """The reader shows something else, perhaps from back or from an offer: stand on it if it is here."""
        self.runner.selected = article.id if article is not None else None
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
        """Open, narrow by source or year, copy."""
        row, session = shown.row, self._session
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self._opened(row.id))
        menu.addAction(self.tr("Open in a tab of its own"), lambda: session.open_in_tab(row.id))
        menu.addSeparator()
        if row.source:
            kept = Filter(FacetField.SOURCE, (row.source,))
            text = self.tr("Only from %1", "menu of a result; %1 is a source").replace("%1", shown.source)
            menu.addAction(text.replace("&", "&&"), lambda: session.add_filter(kept))
        if row.date:
            year = row.date[:4]
            text = self.tr("Only from the year %1").replace("%1", year)
            menu.addAction(text, lambda: session.search(filters.with_dates(session.request, year, year)))
        menu.addSeparator()
        menu.addAction(self.tr("Copy the title"), lambda: QGuiApplication.clipboard().setText(shown.title))
        menu.popup(where)

    # -- words

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self._bookmark.setToolTip(self.tr("Saved searches; the number counts new hits"))
        self._bookmark.setAccessibleName(self.tr("Saved searches"))
        self._filter.setToolTip(self.tr("Filter the results (Ctrl+Shift+F)"))
        self._filter.setAccessibleName(self.tr("Filters"))
        self._actions["next"].setText(self.tr("Next result"))
        self._actions["previous"].setText(self.tr("Previous result"))
        self._actions["filter"].setText(self.tr("Filter the results…"))
        self._actions["drop"].setText(self.tr("Remove all filters"))
        self._contexts_menu.setTitle(self.tr("Contexts", "menu"))
        self._trend_menu.setTitle(self.tr("Trend", "menu"))
        self._actions["collapse"].setText(self.tr("Reprints in one line"))
        self._actions["collapse"].setToolTip(
            self.tr("Show a text and its reprints as one line (Ctrl+Shift+D)")
        )
        self._show_request(self._session.request)
        self._show_count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _milliseconds(value: float) -> str:
    return f"{value:.1f}" if value < 1 else number(round(value))
