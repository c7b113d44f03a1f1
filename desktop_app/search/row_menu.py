"""What can be done with a row of the result list: open, find what is like it, narrow, copy."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.search import filters
from desktop_app.search.shown_row import ShownRow
from desktop_app.session import Session
from index.model import FacetField, Filter


def row_menu(shown: ShownRow, session: Session, parent: QWidget) -> QMenu:
    """The menu, deleted when it closes; the first entry opens the article."""
    row, tr = shown.row, QCoreApplication.translate
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(tr("RowMenu", "Open"), lambda: _open(session, row.id))
    menu.addAction(tr("RowMenu", "Open in a new tab"), lambda: session.open_in_tab(row.id))
    menu.addAction(tr("RowMenu", "Similar articles"), lambda: session.find_similar(row.id))
    menu.addSeparator()
    if row.source:
        kept = Filter(FacetField.SOURCE, (row.source,))
        text = tr("RowMenu", "Only from %1", "menu of a result; %1 is a source")
        menu.addAction(text.replace("%1", shown.source).replace("&", "&&"), lambda: session.add_filter(kept))
    if row.date:
        year = row.date[:4]
        text = tr("RowMenu", "Only from the year %1").replace("%1", year)
        menu.addAction(text, lambda: session.search(filters.with_dates(session.request, year, year)))
    menu.addSeparator()
    menu.addAction(tr("RowMenu", "Copy the title"), lambda: QGuiApplication.clipboard().setText(shown.title))
    return menu


def _open(session: Session, article: int) -> None:
    session.open_article(article)
    session.focus_reader_requested.emit()
