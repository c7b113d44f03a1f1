"""The collections pane in the side panel: a tree above, the articles of the chosen collection below.

Loads in the lanes "collections" and "collected"; changes go through `Work`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidgetItem,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.collecting.articles import ArticleList, ArticleRole
from desktop_app.collecting.delegate import FootRole
from desktop_app.collecting.tree import CollectionTree
from desktop_app.desk.work import Work
from desktop_app.i18n.format import articles as articles_word
from desktop_app.i18n.format import number
from desktop_app.i18n.script import convert
from desktop_app.session import Session
from desktop_app.theme import wear
from index.model import CollectedArticle, Collection, SearchRequest

_SHOWN = 2000  # articles of a search that are listed; the export has all


class CollectionsPane(QWidget):
    """`export_wanted(number)`, `hand_over_wanted(number)`."""

    export_wanted = Signal(int)
    hand_over_wanted = Signal(int)

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self.collections: tuple[Collection, ...] = ()
        self._after: int | None = None  # the collection to stand on after the next loading
        self._filling = False
        self.tree = CollectionTree(self)
        self.list = ArticleList(self)
        self.add, self.more = QToolButton(self), QToolButton(self)
        self._adding, self._doing = QMenu(self), QMenu(self)
        self._head, self._empty = QLabel(self), QLabel(self)
        self._head.setProperty("look", "small")
        self._head.setWordWrap(True)
        for label in (self._empty,):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            label.setWordWrap(True)
            label.setMargin(24)
            label.setProperty("look", "secondary")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(())

    def _lay_out(self) -> None:
        wear(self.add, "plus", "secondary")
        wear(self.more, "more", "secondary")
        for button, menu in ((self.add, self._adding), (self.more, self._doing)):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._head, 1)
        row.addWidget(self.add)
        row.addWidget(self.more)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.tree)
        parts.addWidget(self.list)
        parts.setSizes([200, 400])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        session, work, tree = self._session, self._work, self.tree
        session.archive_changed.connect(lambda _: self.reload())
        session.archive_content_changed.connect(self.reload)
        session.script_changed.connect(lambda _: self._chosen(tree.current()))
        work.edited.connect(lambda _: self.reload())
        tree.chosen.connect(self._chosen)
        tree.moved.connect(
            lambda one, parent, before: work.change(lambda a: a.move_collection(one, parent, before))
        )
        tree.dropped.connect(self.put)
        tree.renamed.connect(self._renamed)
        tree.deleted.connect(self.delete)
        tree.escaped.connect(session.focus_search_requested)
        tree.opened.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        tree.customContextMenuRequested.connect(self._tree_menu)
        self.list.itemClicked.connect(lambda _: self.open_chosen())
        self.list.opened.connect(self.open_chosen)
        self.list.deleted.connect(self.take_out)
        self.list.ordered.connect(self._ordered)
        self.list.escaped.connect(session.focus_search_requested)
        self.list.customContextMenuRequested.connect(self._list_menu)
        self._adding.aboutToShow.connect(self._fill_adding)
        self._doing.aboutToShow.connect(lambda: self._fill_doing(self._doing))

    # -- what others ask for

    def take_focus(self) -> None:
        """Put the focus into the tree."""
        (self.tree if self.collections else self.add).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> None:
        """Load the tree, then what the collection on show holds."""
        if self._session.archive is None:
            self._show(())
            return
        self._work.ask(lambda archive: archive.collections(), self._show, lane="collections")

    def chosen(self) -> Collection | None:
        """The collection that the tree stands on."""
        return self.numbered(self.tree.current())

    def numbered(self, wanted: int | None) -> Collection | None:
        """The collection with that number, if there is one."""
        return next((one for one in self.collections if one.number == wanted), None)

    def ask_new(self, ids: Sequence[int] = (), request: SearchRequest | None = None) -> None:
        """Ask for a name and make a collection, of articles or filled by a search."""
        title = self.tr("New collection")
        suggested = request.text if request is not None else ""
        name, given = QInputDialog.getText(self, title, self.tr("Name:"), text=suggested)
        if given and name.strip():
            self.make(name, ids, request)

    def make(
        self,
        name: str,
        ids: Sequence[int] = (),
        request: SearchRequest | None = None,
        parent: int | None = None,
    ) -> None:
        """Make a collection and stand on it."""
        chosen = list(ids)

        def made(edit: object) -> None:
            numbers = getattr(edit, "numbers", ())
            self._after = numbers[0] if numbers else None

        self._work.change(
            lambda archive: archive.make_collection(name, parent=parent, request=request, ids=chosen), made
        )

    def put(self, collection: int, ids: Sequence[int]) -> None:
        """Put articles into a collection."""
        chosen = list(ids)
        self._work.change(lambda archive: archive.collect(collection, chosen))

    def fill_choices(self, menu: QMenu, ids: Sequence[int]) -> None:
        """The collections that articles can be put into, for menus of results and of the reader."""
        new = menu.addAction(self.tr("New collection…"), lambda: self.ask_new(ids))
        wear(new, "plus")
        by_hand = [one for one in self.collections if one.request is None]
        if by_hand:
            menu.addSeparator()
        for one in by_hand:
            path = self._path(one).replace("&", "&&")
            action = menu.addAction(path)
            action.triggered.connect(lambda _=False, one=one: self.put(one.number, ids))

    def open_chosen(self) -> None:
        """Open the article that the list stands on."""
        item = self.list.currentItem()
        article = item.data(ArticleRole).article_id if item is not None else None
        if article is not None:
            self._session.open_article(article)

    def delete(self) -> None:
        """Delete the chosen collection; its articles stay in the archive."""
        one = self.chosen()
        if one is not None and self._work.possible:
            self._work.change(lambda archive: archive.delete_collection(one.number))

    def take_out(self) -> None:
        """Take the selected articles out of the collection."""
        one = self.chosen()
        origins = [article.origin for article in self.list.chosen()]
        if one is not None and one.request is None and origins and self._work.possible:
            self._work.change(lambda archive: archive.take_out(one.number, origins))

    # -- loading

    def _show(self, collections: Sequence[Collection]) -> None:
        self.collections = tuple(collections)
        on = self._after if self._after is not None else self.tree.current()
        self._after = None
        self.tree.show_collections(self.collections, on)
        self._stack.setCurrentIndex(1 if self.collections else 0)
        possible = self._work.possible
        self.add.setEnabled(possible)
        self.more.setEnabled(bool(self.collections))
        self.tree.setDragEnabled(possible)

    def _chosen(self, collection: int | None) -> None:
        if collection is None or self._session.archive is None:
            self._show_articles((), None)
            return
        one = self.chosen()
        self._work.ask(
            lambda archive: archive.collected(collection),
            lambda found: self._show_articles(found, one),
            lane="collected",
        )

    def _show_articles(self, found: Sequence[CollectedArticle], one: Collection | None) -> None:
        script = self._session.script
        row = self.list.currentRow()
        self.list.clear()
        for article in found[:_SHOWN]:
            title = convert(article.title, script).text or self.tr("(untitled)")
            small = " · ".join(part for part in (article.source or "", article.date or "") if part)
            if article.article_id is None:
                small = self.tr("no longer in the archive")
            item = QListWidgetItem(title)
            foot = convert(small, script).text
            item.setData(FootRole, foot)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, " · ".join(part for part in (title, foot) if part)
            )
            item.setData(ArticleRole, article)
            item.setToolTip(title)
            if article.article_id is None:
                font = item.font()
                font.setItalic(True)
                item.setFont(font)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        by_hand = one is not None and one.request is None
        self.list.setDragEnabled(by_hand and self._work.possible)
        self.list.setAcceptDrops(by_hand and self._work.possible)
        self._head.setText(self._said(found, one))

    def _said(self, found: Sequence[CollectedArticle], one: Collection | None) -> str:
        if one is None:
            return ""
        said = articles_word(len(found))
        missing = sum(1 for article in found if article.article_id is None)
        if missing:
            said += " · " + self.tr("%1 no longer in the archive").replace("%1", number(missing))
        if one.request is not None:
            said += " · " + self.tr("filled by a search")
        return said

    def _renamed(self, collection: int, name: str) -> None:
        old = next((one.name for one in self.collections if one.number == collection), "")
        if not name.strip():
            self.reload()
        elif name != old:
            self._work.change(lambda archive: archive.change_collection(collection, name=name))

    def _ordered(self) -> None:
        one = self.chosen()
        origins = [article.origin for article in self.list.held()]
        if one is not None and one.request is None:
            self._work.change(lambda archive: archive.order_collection(one.number, origins), quiet=True)

    def _path(self, one: Collection) -> str:
        """A collection with those it lies in: `两市 › 人事`."""
        above = self.numbered(one.parent)
        return one.name if above is None else f"{self._path(above)} › {one.name}"

    # -- menus

    def _fill_adding(self) -> None:
        menu, chosen = self._adding, self.chosen()
        menu.clear()
        menu.addAction(self.tr("New collection…"), self.ask_new)
        if chosen is not None:
            menu.addAction(self.tr("New collection in this one…"), lambda: self._ask_inner(chosen.number))
        request = self._session.request
        filled = menu.addAction(
            self.tr("Collection filled by the search on show…"), lambda: self.ask_new((), request)
        )
        filled.setEnabled(bool(request.text or request.filters))

    def _ask_inner(self, parent: int) -> None:
        name, given = QInputDialog.getText(self, self.tr("New collection"), self.tr("Name:"))
        if given and name.strip():
            self.make(name, parent=parent)

    def _fill_doing(self, menu: QMenu) -> None:
        menu.clear()
        one = self.chosen()
        if one is None:
            return
        if one.request is not None:
            request = one.request
            menu.addAction(self.tr("Show this search"), lambda: self._session.search(request))
        rename = menu.addAction(self.tr("Rename"), self.tree.rename_current)
        describe = menu.addAction(self.tr("Describe…"), lambda: self._describe(one))
        menu.addSeparator()
        book = menu.addAction(self.tr("Export as a book…"), lambda: self.export_wanted.emit(one.number))
        wear(book, "export")
        give = menu.addAction(
            self.tr("Hand over as an archive…"), lambda: self.hand_over_wanted.emit(one.number)
        )
        wear(give, "archive")
        menu.addSeparator()
        gone = menu.addAction(self.tr("Delete the collection"), self.delete)
        wear(gone, "trash")
        for action in (rename, describe, gone):
            action.setEnabled(self._work.possible)

    def _describe(self, one: Collection) -> None:
        title, question = self.tr("Describe the collection"), self.tr("What it is for:")
        text, given = QInputDialog.getMultiLineText(self, title, question, one.remark)
        if given:
            self._work.change(lambda archive: archive.change_collection(one.number, remark=text))

    def _tree_menu(self, where: QPoint) -> None:
        if self.tree.itemAt(where) is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._fill_doing(menu)
            menu.popup(self.tree.viewport().mapToGlobal(where))

    def _list_menu(self, where: QPoint) -> None:
        chosen = self.list.chosen()
        if not chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), self.open_chosen)
        ids = [article.article_id for article in chosen if article.article_id is not None]
        if self._work.possible:
            self.fill_choices(menu.addMenu(self.tr("Put into another collection")), ids)
            one = self.chosen()
            if one is not None and one.request is None:
                gone = menu.addAction(self.tr("Take out of the collection"), self.take_out)
                wear(gone, "minus")
        menu.popup(self.list.viewport().mapToGlobal(where))

    # -- words

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        for button, text in ((self.add, self.tr("New collection")), (self.more, self.tr("More"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.tree.setAccessibleName(self.tr("Collections"))
        self.list.setAccessibleName(self.tr("Articles of the collection"))
        self._empty.setText(
            self.tr(
                "No collections yet. Make one with +, or right click articles in the results to put them "
                "into one."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
