"""The search box of the top bar: field, history, offers; turns typing into the session's request.

Every key searches, since older searches are dropped; an input method's composition never does. The box shows
the session's request whoever changed it, and a query error as a wave under the place at once and a sentence
under the box when the typing stops: half a query is no error yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.i18n import error_sentence
from desktop_app.i18n.script import convert
from desktop_app.search.completion import HISTORY, OfferList
from desktop_app.search.field import SearchField
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from desktop_app.widgets.bubble import Bubble
from index.errors import QueryError
from index.model import Completion, MentionType, Script, SearchRequest

if TYPE_CHECKING:
    from index.archive import Archive

DEBOUNCE = 0  # ms: only what comes in one turn of the event loop is one
COMPLETE_AFTER = 60  # ms: offers come after the hits
READY_AFTER = 200  # ms after an archive is opened, and without a key: first its articles
EXPLAIN_AFTER = 900  # ms without a key, then what is wrong is said in words
HISTORY_OFFERED = 15
_NAMED = frozenset(kind.value for kind in MentionType if kind is not MentionType.DATE)


class SearchBox(QWidget):
    """Field and history button; owns the floating list of offers."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self.field = SearchField(self)
        self.offers = OfferList(self)
        self._trouble = Bubble(self)
        self._button = QToolButton(self)
        wear(self._button, "chevron-down", "secondary")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.show_history)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self.field)
        self._wait = self._timer(DEBOUNCE, self._search)
        self._offering = self._timer(COMPLETE_AFTER, lambda: self._offer(self.field.text()))
        self._explaining = self._timer(EXPLAIN_AFTER, self._explain)
        self._readying = self._timer(READY_AFTER, self._get_ready)
        self._ready_for: Archive | None = None
        self._wrong: QueryError | None = None
        self._meant = False  # Enter was pressed: what is wrong is said at once
        self._to_note = ""
        self._actions = self._make_actions()
        self._connect()
        self.retranslate()

    def take_focus(self) -> None:
        """Put the cursor into the field and select its text."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def menu_actions(self) -> list[QAction | None]:
        """Search-box commands for the menu."""
        return [*self._actions]

    def show_history(self) -> None:
        """Offer the latest searches."""
        if self.offers.isVisible():
            self.offers.hide()
            return
        self.field.setFocus()
        archive = self._session.archive
        if archive is not None:
            self._tasks.run(
                "history",
                lambda _: [
                    Completion(HISTORY, each.text, each.total) for each in archive.history(HISTORY_OFFERED)
                ],
                self._show_history,
                lane="complete",
                newest=True,
                owner=self,
            )

    def _show_history(self, offers: list[Completion]) -> None:
        if self.field.hasFocus():
            self.offers.present(offers, self.field)
        if not offers:
            self._session.message.emit(self.tr("Nothing was searched for yet"))

    def show_error(self, error: QueryError) -> None:
        """Point at the place of the query that cannot be understood, and say why."""
        if error.position >= 0:
            start = self._typed_before() + error.position
            self.field.mark_wrong((start, start + max(error.length, 1)))
        self.offers.hide()
        self._wrong = error
        if self._meant or not self.field.hasFocus():
            self._explain()
        else:
            self._explaining.start()

    def _explain(self) -> None:
        if self._wrong is not None and self.isVisible():
            place = self._typed_before() + self._wrong.position
            self._trouble.say(error_sentence(self._wrong), self.field, self.field.x_of(place))

    def _typed_before(self) -> int:
        """How many blanks stand before the query in the box."""
        text = self.field.text()
        return len(text) - len(text.lstrip())

    def clear_error(self) -> None:
        """The query is understood."""
        self._wrong = None
        self._explaining.stop()
        self.field.mark_wrong(None)
        self._trouble.hide()

    @property
    def error_text(self) -> str:
        """The sentence under the box; "" if there is none."""
        return self._trouble.text

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self._button.setToolTip(self.tr("Earlier searches (Alt+Down)"))
        self._button.setAccessibleName(self.tr("Earlier searches"))
        self._actions[0].setText(self.tr("Earlier searches"))
        self._actions[1].setText(self.tr("Clear the search history"))
        self._actions[1].setToolTip(self.tr("Forget all earlier searches of this archive"))

    # -- wiring

    def _make_actions(self) -> list[QAction]:
        history = QAction(self)
        history.setShortcut(QKeySequence("Ctrl+H"))
        wear(history, "history")
        history.triggered.connect(self.show_history)
        forget = QAction(self)
        forget.setShortcut(QKeySequence("Ctrl+Alt+H"))
        wear(forget, "trash")
        forget.triggered.connect(self._forget)
        return [history, forget]

    def _forget(self) -> None:
        """Empty the archive's history."""
        archive = self._session.archive
        if archive is None:
            return

        def done(_: None) -> None:
            self._session.message.emit(self.tr("The search history is empty now"))

        self._tasks.run(
            "forget",
            lambda _: archive.forget(),
            done,
            self._session.trouble.emit,
            lane="history",
            owner=self,
        )

    def _connect(self) -> None:
        field = self.field
        field.committed.connect(self._typed)
        field.submitted.connect(self._submitted)
        field.moved.connect(self._moved)
        field.escaped.connect(self._escaped)
        field.history_requested.connect(self.show_history)
        field.composing_changed.connect(self._composing)
        field.left.connect(self._left)
        self.offers.chosen.connect(self._accept)
        self._session.request_changed.connect(self._request_changed)
        self._session.archive_changed.connect(self._archive_changed)
        self._session.focus_search_requested.connect(self.take_focus)
        self._session.hits_changed.connect(lambda _: self.clear_error())
        self._session.hits_changed.connect(lambda _: self._note())
        self._session.query_refused.connect(self.show_error)
        self._session.article_requested.connect(lambda *_: self._remember())

    def _archive_changed(self, archive: Archive | None) -> None:
        self._request_changed(self._session.request)
        self._readying.start()

    def _get_ready(self) -> None:
        """Have loaded what typing needs, as soon as the articles are on show and the fingers rest."""
        archive = self._session.archive
        if archive is None or archive is self._ready_for:
            return
        if self._session.hits is None:
            self._readying.start()
        else:
            self._ready_for = archive
            self._tasks.run("get ready", lambda _: archive.get_ready(), lane="names", owner=self)

    # -- typing

    def _timer(self, wait: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer

    def _typed(self, text: str) -> None:
        self.clear_error()
        self._meant = False
        self._wait.start()
        self._offering.start()
        self._readying.start()

    def _composing(self, composing: bool) -> None:
        if composing:
            self._wait.stop()
            self._offering.stop()
            self.offers.hide()

    def _submitted(self) -> None:
        offer = self.offers.current() if self.offers.isVisible() else None
        if offer is not None:
            self._accept(offer)
            return
        self._offering.stop()
        self.offers.hide()
        self._meant = True
        self._search()
        self._remember()
        if self._wrong is not None:
            self._explain()

    def _search(self) -> None:
        """Make the text the session's request."""
        self._wait.stop()
        if not self.field.composing:
            self._session.search(replace(self._session.request, text=self.field.text().strip()))

    def _moved(self, by: int) -> None:
        if self.offers.isVisible():
            self.offers.move_current(by)
        elif by > 0:
            if self._wait.isActive():
                self._search()
            self._session.focus_results_requested.emit()

    def _escaped(self) -> None:
        """Esc closes the offers, then empties the box."""
        if self.offers.isVisible():
            self.offers.hide()
        elif self.field.text():
            self.field.clear()
            self.clear_error()
            self._search()
        else:
            self._session.focus_results_requested.emit()

    def _left(self) -> None:
        self._offering.stop()
        self._explaining.stop()
        self.offers.hide()
        self._trouble.hide()

    # -- offers

    def _offer(self, text: str) -> None:
        archive = self._session.archive
        if not text.strip() or archive is None:
            self._tasks.cancel("complete")
            self.offers.hide()
            return
        script = self._session.script
        self._tasks.run(
            "complete",
            lambda control: [_shown(offer, script) for offer in archive.complete(text)],
            lambda offers: self._offered(text, offers),
            lambda error: self.offers.hide(),
            lane="complete",
            newest=True,
            owner=self,
        )

    def _offered(self, text: str, offers: list[Completion]) -> None:
        if self.field.text() != text or self.field.composing or not self.field.hasFocus():
            return
        self.offers.present([offer for offer in offers if offer.text != text], self.field)

    def _accept(self, offer: Completion) -> None:
        self.offers.hide()
        if offer.article_id is not None:
            self._session.open_article(offer.article_id)
            return
        self.field.setText(offer.text)
        self._search()
        self._remember()
        if offer.group in _NAMED:
            self._session.open_named(MentionType(offer.group), offer.text)

    def _remember(self) -> None:
        """The query is meant: it goes into the archive's history as soon as its hits are counted."""
        self._to_note = self._session.request.text
        self._note()

    def _note(self) -> None:
        archive, hits = self._session.archive, self._session.hits
        if archive is None or hits is None or not self._to_note or hits.request.text != self._to_note:
            return
        self._to_note = ""
        if not archive.read_only:
            self._tasks.run("remember", lambda _: archive.remember(hits), lane="history", owner=self)

    def _request_changed(self, request: SearchRequest) -> None:
        if self.field.text().strip() != request.text and not self.field.composing:
            self.field.setText(request.text)
            self._wait.stop()

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing floats without its box."""
        self._left()
        super().hideEvent(event)


def _shown(offer: Completion, script: Script) -> Completion:
    """An offer in the script on show; what was typed before stays as it was typed."""
    if offer.group == HISTORY:
        return replace(offer, count=0)
    return replace(offer, text=convert(offer.text, script).text)
