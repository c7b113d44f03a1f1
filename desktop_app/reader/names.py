"""Names in the page: choosing one, its tool tip, and the menu over names and selected words. For the pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QToolTip

from desktop_app.corrections import Corrector, fill_selection_menu
from desktop_app.i18n.script import convert
from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.material import Material
from desktop_app.reader.mention_menu import fill_mention_menu
from desktop_app.reader.walk import Walk
from desktop_app.session import Selection, Session
from desktop_app.tasks import Tasks
from desktop_app.theme import wear
from index.model import EntityCount, EntityInArticle


class Names(QObject):
    """Answers the view's questions about names; `material` gives what is on show."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        view: ArticleView,
        walk: Walk,
        material: Callable[[], Material | None],
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._walk, self._material = session, view, walk, material
        self._corrector = Corrector(session, tasks, view)
        session.entity_chosen.connect(self._entity_chosen)
        session.notes_changed.connect(lambda *_: self._lay_notes())
        view.mentionActivated.connect(self.choose)
        view.tipRequested.connect(self._tip)
        view.menuOpening.connect(self._fill_menu)
        view.noteActivated.connect(session.note_chosen)
        session.deselect_requested.connect(view.deselect)
        view.selectionChanged.connect(lambda: session.select(self.selection()))

    def choose(self, entity_id: int) -> None:
        """Mark an entity of the article everywhere."""
        found = self._entity(entity_id)
        if found is not None:
            self._session.choose_entity(found)

    def selection(self) -> Selection | None:
        """What is selected, as printed."""
        cursor, material = self._view.textCursor(), self._material()
        if material is None or not cursor.hasSelection() or self._view.page is not material.page:
            return None
        places = material.places(cursor.selectionStart(), cursor.selectionEnd())
        return Selection(material.article.id, places) if places else None

    def _entity(self, entity_id: int) -> EntityInArticle | None:
        material = self._material()
        entities = material.entities if material is not None else ()
        return next((each for each in entities if each.id == entity_id), None)

    def _entity_chosen(self, entity: EntityInArticle | EntityCount | None) -> None:
        self._view.layers.chosen = entity.id if entity is not None else None
        if entity is None:
            self._walk.leave_span()
        self._view.repaint_layers()

    def _lay_notes(self) -> None:
        """Other highlights and notes over the article on show."""
        material = self._material()
        if material is not None:
            self._view.layers.notes = material.note_marks(self._session.notes_of(material.article.id))
            self._view.repaint_layers()

    def _tip(self, entity_id: int, where: QPoint) -> None:
        """Say whom a mention means and in which posts this article names them."""
        found = self._entity(entity_id)
        if found is not None:
            script = self._session.script
            lines = [convert(text, script).text for text in (found.name, *found.posts)]
            QToolTip.showText(where, "\n".join(lines), self._view)

    def _fill_menu(self, menu: QMenu, entity_id: int, start: int, end: int, note_id: int) -> None:
        """What can be done with the name under the pointer, or with the words selected."""
        material = self._material()
        if material is None:
            return
        found = self._entity(entity_id)
        if found is not None:
            reports = material.reports_of(start, end)
            fill_mention_menu(menu, found, reports, material.script, self._session, self._corrector)
        elif self._view.selected_line().strip():
            menu.addSeparator()
            place = material.places(start, end)[0]
            fill_selection_menu(menu, material.article.id, place, self._corrector)
        else:
            menu.addSeparator()
            like = menu.addAction(self.tr("Similar articles"))
            like.triggered.connect(lambda: self._session.find_similar(material.article.id))
            wear(like, "copy")
        self._session.reader_menu_opening.emit(menu, self.selection(), note_id)
