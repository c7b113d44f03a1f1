"""Pages over the reader: of entities, their networks, the list of corrections; with back and forward.

Listens to `Session.page_requested`; loads in lane "page", the newest request wins. What is clicked goes
to the session: another page, an article at its place, a search. `Middle` shows it in the reader's stead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.corrections import CorrectionsView, Corrector, fill_name_menu
from desktop_app.entity_page.commands import PageCommands
from desktop_app.entity_page.following import Following
from desktop_app.entity_page.links import (
    MentionLink,
    SearchLink,
    link,
)
from desktop_app.entity_page.material import Material, gather
from desktop_app.entity_page.tenures import tenure_entities, tenure_page
from desktop_app.entity_page.travels import Travels
from desktop_app.entity_page.view import EntityPageView
from desktop_app.i18n import error_sentence
from desktop_app.i18n.script import in_script
from desktop_app.network import NetworkPane
from desktop_app.session import Page, PageKind, Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from index.errors import EntityMissing
from index.model import Corrected, EntityName, MentionType, Suggestion

if TYPE_CHECKING:
    from index.archive import Archive


class EntityPages(QWidget):
    """The bar and the page. `shown(quiet)` when a page is on show, `closed()` when the article is wanted."""

    shown = Signal(bool)  # whether the focus is to stay where it is
    travelled = Signal()
    closed = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._travels = Travels()
        self._became: EntityName | None = None  # what the last correction resulted in
        self.corrector = Corrector(session, tasks, self)
        self.view = EntityPageView(self)
        self.network = NetworkPane(session, tasks, self)
        self.corrections = CorrectionsView(session, tasks, self.corrector, self)
        self._remark = QLabel(self)
        self._remark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._remark.setWordWrap(True)
        self._remark.setMargin(32)
        self._remark.setProperty("look", "secondary")
        self._back, self._forward, self._close = (QToolButton(self) for _ in range(3))
        self._title = QLabel(self)
        self._title.setProperty("look", "secondary")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._stack = QStackedWidget(self)
        for widget in (self._remark, self.view, self.network, self.corrections):
            self._stack.addWidget(widget)
        self.following = Following(session, tasks, self.corrector, self)
        self.commands = PageCommands(session, self.corrector, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._enable()

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setProperty("look", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        wear(self._back, "arrow-left")
        wear(self._forward, "arrow-right")
        wear(self._close, "close")

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.page_requested.connect(self.visit)
        session.archive_changed.connect(lambda _: self._drop())
        self.corrector.corrected.connect(self._corrected)
        session.archive_content_changed.connect(self._refresh)
        session.script_changed.connect(lambda _: self._refresh())
        session.hits_changed.connect(lambda _: self._hits_changed())
        self._back.clicked.connect(self.back)
        self._forward.clicked.connect(self.forward)
        self._close.clicked.connect(self.closed)
        view.followed.connect(lambda address: self.following.follow(link(address)))
        view.row_chosen.connect(self._row_chosen)
        view.statement_chosen.connect(self._statement_chosen)
        view.months_chosen.connect(self._months_chosen)
        view.search_wanted.connect(
            lambda: self._with_entity(lambda one: self.following.follow(SearchLink((one.id,))))
        )
        view.network_wanted.connect(lambda: self._with_entity(lambda one: session.open_network(one.id)))
        self.network.entity_opened.connect(session.open_entity)
        self.network.pair_wanted.connect(lambda one, other: self.following.follow(SearchLink((one, other))))
        self.network.titled.connect(self._title_network)
        view.correct_wanted.connect(self._correct)

    def menu_actions(self) -> list[QAction | None]:
        """Commands of the pages for the menu."""
        return self.commands.for_menu()

    # -- travelling

    @property
    def page(self) -> Page | None:
        """The page on show, if any."""
        return self._travels.page

    def visit(self, page: Page) -> None:
        """Go to a page."""
        archive = self._session.archive
        if archive is None:
            return
        if page.type is not None and page.entity is None:
            self._find(archive, page, page.type)
            return
        self._leave()
        self._travels.visit(replace(page, quiet=False))
        self._load()
        self.shown.emit(page.quiet)

    def _find(self, archive: Archive, page: Page, kind: MentionType) -> None:
        """Go to the page of an entity by its name, if there is one."""

        def visit(number: int | None) -> None:
            if number is not None:
                self.visit(Page(page.kind, number, quiet=page.quiet))

        self._tasks.run(
            "find name",
            lambda control: archive.find_entity(kind, page.name),
            visit,
            self._session.trouble.emit,
            lane="place",
            newest=True,
            owner=self,
        )

    def back(self) -> None:
        """The page before, or the article."""
        if self._travels.can_go_back:
            self._travel(-1)
        else:
            self.closed.emit()

    def forward(self) -> None:
        """The page that `back` came from."""
        if self.can_go_forward:
            self._travel(1)

    def _travel(self, by: int) -> None:
        self._leave()
        self._travels.travel(by)
        self._load()

    def _leave(self) -> None:
        self._travels.leave(self.view.verticalScrollBar().value())

    def _drop(self) -> None:
        self._tasks.cancel("page")
        self._tasks.cancel("suggestions")
        self._travels.forget()
        self._enable()
        self.closed.emit()

    def _refresh(self) -> None:
        """The same page anew: other script, other names."""
        if self.page is not None and self._session.archive is not None:
            self._leave()
            self._load()

    def _hits_changed(self) -> None:
        """The network of the results is that of the new ones."""
        if self.page == Page(PageKind.NETWORK) and self.isVisible():
            self._load()

    # -- loading

    def _load(self) -> None:
        archive, page, script = self._session.archive, self.page, self._session.script
        self._enable()
        self._tasks.cancel("page")
        if archive is None or page is None:
            return
        if page.kind is PageKind.CORRECTIONS:
            self._stack.setCurrentWidget(self.corrections)
            self._title.setText(self.tr("Corrections"))
            self.corrections.reload()
        elif page.kind is PageKind.NETWORK:
            self._stack.setCurrentWidget(self.network)
            self.network.show_subject(page.entity if page.entity is not None else self._session.hits)
        elif page.entity is not None:
            number = page.entity
            self._tasks.run(
                "page",
                lambda control: gather(archive, number, script, control),
                self._loaded,
                self._not_loaded,
                lane="page",
                newest=True,
                owner=self,
            )

    def _loaded(self, material: Material) -> None:
        if self.page is None or self.page.kind is not PageKind.ENTITY:
            return  # another page was asked for in the meantime
        if not material.page.entity.articles:
            self._gone(material.page.entity.id)
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._stack.setCurrentWidget(self.view)
        self.view.show_material(material, self._travels.scroll)
        self._title.setText(material.shown.entity.name)
        if had_focus:
            self.take_focus()
        if material.page.entity.type is MentionType.PERSON:
            self._look_for_doubts(material)

    def _look_for_doubts(self, material: Material) -> None:
        """Ask whether the name may be two people, or one of two names; it takes longer than the page."""
        archive, number = self._session.archive, material.page.entity.id
        if archive is None:
            return

        def show(found: tuple[Suggestion, ...]) -> None:
            if self.view.material is material and found:
                self.view.show_suggestions(found, possible=self.corrector.possible)

        self._tasks.run(
            "suggestions",
            lambda control: in_script(archive.entity_suggestions(number, control=control), material.script),
            show,
            lambda error: None,
            lane="suggestions",
            newest=True,
            owner=self,
        )

    def _title_network(self, title: str) -> None:
        if self.page is not None and self.page.kind is PageKind.NETWORK:
            self._title.setText(title)

    def _not_loaded(self, error: Exception) -> None:
        if isinstance(error, EntityMissing):
            self._gone(self.page.entity or 0 if self.page is not None else 0)
            return
        self._remark.setText(error_sentence(error))
        self._title.setText("")
        self._stack.setCurrentWidget(self._remark)

    # -- what is clicked

    def _row_chosen(self, row: int) -> None:
        if (material := self.view.material) is not None:
            number = tenure_page(material.page, material.page.tenures[row])
            if number is not None:
                self._session.open_entity(number)

    def _statement_chosen(self, row: int, article: int) -> None:
        if (material := self.view.material) is not None:
            self.following.follow(MentionLink(article, tenure_entities(material.page.tenures[row])))

    def _months_chosen(self, first: str, last: str) -> None:
        if (material := self.view.material) is not None:
            months = first if first == last else f"{first}..{last}"
            self.following.search_for(SearchLink((material.page.entity.id,)), months)

    def entity(self) -> EntityName | None:
        """The entity whose page is on show."""
        material = self.view.material
        if material is None or self.page is None or self.page.entity is None:
            return None
        one = material.page.entity
        return EntityName(one.id, one.type, one.name)

    def _with_entity(self, do: object) -> None:
        entity = self.entity()
        if entity is not None and callable(do):
            do(entity)

    def _corrected(self, before: int | None, result: Corrected) -> None:
        """The page follows its entity into the one that it became."""
        page, entity = self.page, result.entity
        self._became = entity
        if page is not None and page.entity == before and entity is not None and entity.id != before:
            self._travels.become(entity.id)

    def _gone(self, number: int) -> None:
        """Nothing is named so any more: go to what it became by the last correction, or say so."""
        became, self._became = self._became, None
        page = self.page
        if page is not None and became is not None and became.id != number:
            self._travels.become(became.id)
            self._load()
            return
        self._remark.setText(self.tr("This name is no longer in the archive."))
        self._title.setText("")
        self._stack.setCurrentWidget(self._remark)

    def _correct(self, where: QPoint) -> None:
        entity = self.entity()
        if entity is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill_name_menu(menu, entity, self.corrector)
            menu.popup(where)

    # -- focus, keys, words

    def take_focus(self) -> None:
        """Put the focus onto the page."""
        (self._stack.currentWidget() or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the article, Backspace to the page before."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.back()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse's own buttons travel."""
        if event.button() is Qt.MouseButton.BackButton:
            self.back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.forward()
        else:
            super().mousePressEvent(event)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a page that was left by going back."""
        return self._travels.can_go_forward

    def _enable(self) -> None:
        self._forward.setEnabled(self.can_go_forward)
        on_show = self.page.entity if self.page is not None else None
        self.commands.enable(on_show)
        self.travelled.emit()

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        for button, text in (
            (self._back, self.tr("Back (Alt+Left)")),
            (self._forward, self.tr("Forward (Alt+Right)")),
            (self._close, self.tr("Back to the article (Esc)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.commands.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
