"""The entity sidebar: 本篇 | 全部结果, sections, stepping through mentions, searching for an entity.

Listens to the session for the article and the hits; loads names in lane "entities". Chooses entities and
places through the session; the reader marks and moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QTabBar, QToolTip, QVBoxLayout, QWidget

from desktop_app.corrections import Corrector, fill_name_menu
from desktop_app.entity_sidebar.lines import Line, Section, of_article, of_results
from desktop_app.entity_sidebar.model import EntityModel
from desktop_app.entity_sidebar.view import EntityView
from desktop_app.i18n.format import number, span
from desktop_app.session import Place, Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from index.model import Article, EntityCount, EntityInArticle, EntityName, FacetField, Filter, MentionType

if TYPE_CHECKING:
    from index.archive import Hits

ARTICLE, RESULTS = 0, 1
PER_TYPE = 50
FIELDS = {
    MentionType.PERSON: FacetField.PERSON,
    MentionType.ORGANISATION: FacetField.ORGANISATION,
    MentionType.PLACE: FacetField.PLACE,
    MentionType.DOCUMENT: FacetField.DOCUMENT,
    MentionType.EVENT: FacetField.EVENT,
}


class EntitySidebar(QWidget):
    """Tabs, the tree, and a sentence where there is nothing to list."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._corrector = Corrector(session, tasks, self)
        self._steps: dict[int, int] = {}  # entity id: mention stepped to last

        self.model = EntityModel(self)
        self.view = EntityView(self.model, self)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._empty.setProperty("look", "secondary")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self._actions = self._make_actions()
        self._connect()
        self.retranslate()
        self._reload()

    # -- what the window asks for

    def take_focus(self) -> None:
        """Put the focus into the list."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.view.currentIndex().isValid() and self.model.sections:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def menu_actions(self) -> list[QAction | None]:
        """Commands of the sidebar for the menu."""
        return [*self._actions.values()]

    def _make_actions(self) -> dict[str, QAction]:
        names = {"next": "F4", "previous": "Shift+F4", "scope": "Ctrl+E"}
        actions = {}
        for name, keys in names.items():
            actions[name] = QAction(self)
            actions[name].setShortcut(QKeySequence(keys))
        wear(actions["next"], "arrow-down")
        wear(actions["previous"], "arrow-up")
        wear(actions["scope"], "list")
        actions["next"].triggered.connect(lambda: self._step_chosen(1))
        actions["previous"].triggered.connect(lambda: self._step_chosen(-1))
        actions["scope"].triggered.connect(lambda: self.tabs.setCurrentIndex(1 - self.tabs.currentIndex()))
        return actions

    def _connect(self) -> None:
        session = self._session
        session.archive_changed.connect(lambda _: self._reset())
        session.article_changed.connect(self._article_changed)
        session.hits_changed.connect(self._hits_changed)
        session.script_changed.connect(lambda _: self._reload())
        session.entity_chosen.connect(self._entity_chosen)
        self.tabs.currentChanged.connect(lambda _: self._reload())
        self.view.stepped.connect(self._step)
        self.view.searched.connect(self._search)
        self.view.menu_wanted.connect(self._menu)
        self.view.hovered.connect(self._hover)
        self.view.escaped.connect(session.focus_search_requested)

    # -- loading

    def _reset(self) -> None:
        self._steps.clear()
        self._reload()

    def _article_changed(self, article: Article | None) -> None:
        self._steps.clear()
        if self.tabs.currentIndex() == ARTICLE:
            self._reload()

    def _hits_changed(self, hits: Hits | None) -> None:
        if self.tabs.currentIndex() == RESULTS:
            self._reload()

    def _reload(self) -> None:
        """Load what the tab on show lists; the old list stays until the new one is here."""
        archive, article, hits = self._session.archive, self._session.article, self._session.hits
        script = self._session.script
        if archive is None or (article is None if self.tabs.currentIndex() == ARTICLE else hits is None):
            self._tasks.cancel("entities")
            self._show(())
            return
        if self.tabs.currentIndex() == ARTICLE and article is not None:
            shown = article
            self._run(lambda: of_article(archive.entities(shown.id), shown, script))
        elif hits is not None:
            chosen = hits
            self._run(lambda: of_results(archive.entities_of(chosen, PER_TYPE), script, PER_TYPE))

    def _run(self, work: object) -> None:
        assert callable(work)  # noqa: S101
        self._tasks.run(
            "entities",
            lambda control: work(),
            self._show,
            self._session.trouble.emit,
            lane="entities",
            newest=True,
            owner=self,
        )

    def _show(self, sections: tuple[Section, ...]) -> None:
        scroll = self.view.verticalScrollBar().value()
        same = [line.entity.id for s in sections for line in s.lines] == [
            line.entity.id for s in self.model.sections for line in s.lines
        ]
        self.model.show(sections)
        self.view.verticalScrollBar().setValue(scroll if same else 0)
        self._stack.setCurrentWidget(self.view if sections else self._empty)
        self._empty.setText(self._empty_text())
        self._select(self._session.entity)

    @property
    def empty_text(self) -> str:
        """What is said in place of the list; "" while there is a list."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def _empty_text(self) -> str:
        if self._session.archive is None:
            return ""
        if self.tabs.currentIndex() == ARTICLE:
            if self._session.article is None:
                return self.tr(
                    "Choose an article: the people, organisations and places it names are listed here."
                )
            return self.tr("No people, organisations or places were recognised in this article.")
        return self.tr("No people, organisations or places were recognised in these results.")

    # -- stepping

    def _step(self, line: Line, by: int) -> None:
        """Choose the entity; in the article go to its next mention."""
        entity = line.entity
        here = self._session.entity
        if getattr(here, "id", None) != entity.id:
            self._session.choose_entity(entity)
        if isinstance(entity, EntityCount):
            self._step_in_article(entity, by)
        elif entity.places:
            last = self._steps.get(entity.id, -1 if by > 0 else 0)
            at = (last + by) % len(entity.places)
            self._steps[entity.id] = at
            place = entity.places[at]
            self._session.go_to(Place(place.start, place.end, place.in_title))

    def _step_in_article(self, entity: EntityCount, by: int) -> None:
        """Step to an entity of the results where the article on show names it too."""
        archive, article = self._session.archive, self._session.article
        if archive is None or article is None:
            return

        def step(found: EntityInArticle | None) -> None:
            if found is not None and self._session.article is article:
                self._step(Line(found, found.name, found.posts, len(found.places)), by)

        self._tasks.run(
            "mentions",
            lambda control: next((e for e in archive.entities(article.id) if e.id == entity.id), None),
            step,
            self._session.trouble.emit,
            lane="mentions",
            newest=True,
            owner=self,
        )

    def _step_chosen(self, by: int) -> None:
        """The same for the entity that is marked, from anywhere."""
        entity = self._session.entity
        if isinstance(entity, EntityInArticle):
            self._step(Line(entity, entity.name, entity.posts, len(entity.places)), by)

    def _entity_chosen(self, entity: object) -> None:
        self._select(entity)

    def _select(self, entity: object) -> None:
        number_ = getattr(entity, "id", None)
        index = self.model.entity_index(number_) if isinstance(number_, int) else None
        if index is not None and index.isValid():
            if index != self.view.currentIndex():
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index)
        else:
            self.view.clearSelection()

    # -- searching, menu, tool tip

    def _search(self, line: Line) -> None:
        self._session.search_text(search_text(line))

    def _menu(self, line: Line, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        search = menu.addAction(self.tr("Search for it"), lambda: self._search(line))
        wear(search, "search")
        field = FIELDS.get(line.type)
        if field is not None:
            value = line.entity.name
            show = menu.addAction(self.tr("Only results that name it"))
            show.triggered.connect(lambda: self._session.add_filter(Filter(field, (value,))))
            wear(show, "filter")
            leave = menu.addAction(self.tr("Only results that do not name it"))
            leave.triggered.connect(lambda: self._session.add_filter(Filter(field, (value,), exclude=True)))
        if line.type is not MentionType.DATE:
            menu.addSeparator()
            page = menu.addAction(self.tr("Open its page"), lambda: self._session.open_entity(line.entity.id))
            wear(page, line.type.value)
            network = menu.addAction(self.tr("Who and what it appears with"))
            network.triggered.connect(lambda: self._session.open_network(line.entity.id))
            wear(network, "link")
            menu.addSeparator()
            entity = EntityName(line.entity.id, line.type, line.entity.name)
            fill_name_menu(menu, entity, self._corrector)
        menu.addSeparator()
        copy = menu.addAction(
            self.tr("Copy the name"), lambda: QGuiApplication.clipboard().setText(line.name)
        )
        wear(copy, "copy")
        menu.popup(where)

    def _hover(self, line: Line, where: QPoint) -> None:
        """Say in how many articles of the whole archive it stands."""
        entity, archive = line.entity, self._session.archive
        if archive is not None:
            self._tasks.run(
                "entity",
                lambda control: archive.entity(entity.id),
                lambda count: QToolTip.showText(where, self.tip(line, count), self.view),
                lambda error: None,
                lane="tip",
                newest=True,
                owner=self,
            )

    def tip(self, line: Line, count: EntityCount | None) -> str:
        """`江西省委书记 尹弘: in 41 articles, 2019 – 2025`, and every post."""
        lines = [line.name, *(f"  {post}" for post in line.posts)]
        if count is not None:
            text = self.tr("in %n article(s)", "of the archive", count.articles)
            text = text.replace(str(count.articles), number(count.articles), 1)
            years = span((count.first or "")[:4] or None, (count.last or "")[:4] or None)
            lines.append(f"{text}, {years}" if years else text)
        return "\n".join(lines)

    # -- words

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        self.tabs.setTabText(ARTICLE, self.tr("This article"))
        self.tabs.setTabText(RESULTS, self.tr("All results"))
        self._actions["next"].setText(self.tr("Next mention"))
        self._actions["previous"].setText(self.tr("Previous mention"))
        self._actions["scope"].setText(self.tr("This article or all results"))
        self._empty.setText(self._empty_text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.view.viewport().update()
        super().changeEvent(event)


def search_text(line: Line) -> str:
    """The query for an entity: its name, quoted where blanks or operators would split it."""
    name = line.entity.name.strip("《》〈〉")
    return f'"{name}"' if any(char in ' -()"|:*' for char in name) else name
