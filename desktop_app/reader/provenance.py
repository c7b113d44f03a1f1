"""Where an article came from: its original beside the clean text, its reprints. For the reader pane."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.i18n import error_sentence
from desktop_app.i18n.script import convert
from desktop_app.reader.as_it_came import AsItCame
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.model import Article, Script

REPRINTS_SHOWN = 30


class Provenance(QObject):
    """Fetches originals and reprints in lane "original" and shows them over a window."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._window = session, tasks, parent

    def show_original(self, article: Article) -> None:
        """Open the article as it came beside the clean text."""
        archive = self._session.archive
        if archive is None:
            return
        dialog = AsItCame(article, self._window)
        dialog.show()
        self._tasks.run(
            "original",
            lambda control: archive.original(article.id),
            dialog.show_original,
            lambda error: dialog.show_trouble(error_sentence(error)),
            lane="original",
            owner=dialog,
        )

    def show_reprints(self, article: Article) -> None:
        """Offer the other articles that carry the same text in a menu under the pointer."""
        archive, script, where = self._session.archive, self._session.script, QCursor.pos()
        if archive is not None:
            self._tasks.run(
                "reprints",
                lambda control: [
                    _line(archive.article(each), script) for each in article.reprints[:REPRINTS_SHOWN]
                ],
                lambda lines: self._reprint_menu(lines, where),
                self._session.trouble.emit,
                lane="original",
                owner=self,
            )

    def explain_date(self, article: Article) -> None:
        """Say what the date was inferred from."""
        if article.date_reason:
            text = self.tr("The date was inferred from: %1").replace("%1", article.date_reason)
        else:
            text = self.tr("The article prints no date of its own.")
        self._session.message.emit(text)

    def _reprint_menu(self, lines: list[tuple[int, str]], where: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, text in lines:
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _=False, article=number: self._session.open_article(article))
        menu.popup(where)


def _line(article: Article, script: Script) -> tuple[int, str]:
    """A reprint in the menu: its number and source, date and title."""
    parts = (article.source or "", article.date or "", article.title)
    return article.id, convert(" · ".join(part for part in parts if part), script).text
