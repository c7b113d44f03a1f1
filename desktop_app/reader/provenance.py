"""Where an article came from: its file, its repairs, its reprints, the reason of its date. For the reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.i18n import sentence
from desktop_app.i18n.format import date
from desktop_app.i18n.format import number as written
from desktop_app.i18n.script import convert
from desktop_app.outside import Outside
from desktop_app.reader.commands import ReaderCommands
from desktop_app.reader.material import Material
from desktop_app.reader.meta import DATE_LINK, ORIGINAL_LINK, REPRINTS_LINK, VERSIONS_LINK
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.model import Article, Script

REPRINTS_SHOWN = 30


class Provenance(QObject):
    """Fetches reprints in lane "original" and offers them in a menu."""

    beside_wanted = Signal(int)  # article id
    original_wanted = Signal()

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        commands: ReaderCommands,
        material: Callable[[], Material | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._window, self._material = session, tasks, parent, material
        outside = Outside(session, tasks, self)
        commands["open_file"].triggered.connect(lambda: self._open(outside.open_file))
        commands["open_folder"].triggered.connect(lambda: self._open(outside.open_folder))

    def follow(self, link: str) -> None:
        """A link of the small line under the title was clicked."""
        material = self._material()
        if material is None:
            return
        if link == ORIGINAL_LINK:
            self.original_wanted.emit()
        elif link == REPRINTS_LINK:
            self.show_reprints(material.article)
        elif link == VERSIONS_LINK:
            self.show_versions(material.article)
        elif link == DATE_LINK:
            self.explain_date(material.article)

    def _open(self, opening: Callable[[str], None]) -> None:
        material = self._material()
        if material is not None:
            opening(material.article.file)

    def show_reprints(self, article: Article, *, beside: bool = False) -> None:
        """Offer the other articles that carry the same text in a menu under the pointer.

        The one chosen is opened, or, with `beside`, `beside_wanted` says its number.
        """
        archive, script, where = self._session.archive, self._session.script, QCursor.pos()
        if archive is not None:
            self._tasks.run(
                "reprints",
                lambda control: [
                    _line(archive.article(each), script) for each in article.reprints[:REPRINTS_SHOWN]
                ],
                lambda lines: self._reprint_menu(lines, where, beside),
                self._session.trouble.emit,
                lane="original",
                owner=self,
            )

    def show_versions(self, article: Article) -> None:
        """Offer the other versions of an article, to be set beside it with the differences."""
        archive, script, where = self._session.archive, self._session.script, QCursor.pos()
        if archive is not None:
            self._tasks.run(
                "versions",
                lambda control: [
                    (each.id, f"{date(each.added_at[:10])} · {convert(each.title, script).text}")
                    for each in archive.versions(article.id)
                    if each.id != article.id
                ],
                lambda lines: self._reprint_menu(lines, where, beside=True),
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

    def _reprint_menu(self, lines: list[tuple[int, str]], where: QPoint, beside: bool) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, text in lines:
            action = menu.addAction(text.replace("&", "&&"))
            opening = self.beside_wanted.emit if beside else self._session.open_article
            action.triggered.connect(lambda _=False, opening=opening, article=number: opening(article))
        menu.popup(where)


def _line(article: Article, script: Script) -> tuple[int, str]:
    """A reprint in the menu: its number and source, date and title."""
    parts = (article.source or "", article.date or "", article.title)
    return article.id, convert(" · ".join(part for part in parts if part), script).text


def repair_lines(article: Article) -> list[str]:
    """What was repaired in an article, a line for each kind, and what its date was inferred from."""
    tr = QCoreApplication.translate
    lines = []
    for repair in article.repairs:
        line = f"{sentence(f'repair.{repair.kind.value}')}: {written(repair.count)}"
        if repair.before:
            after = repair.after or tr("Provenance", "(left out)")
            line += f"    {_short(repair.before)}  →  {_short(after)}"
        lines.append(line)
    if article.date_reason:
        text = tr("Provenance", "The date was inferred from: %1")
        lines.append(text.replace("%1", article.date_reason))
    return lines or [tr("Provenance", "Nothing had to be repaired.")]


def _short(text: str) -> str:
    flat = " ".join(text.replace("\u2424", " / ").split())  # between lines; hardly a font has the sign
    return flat if len(flat) <= 60 else flat[:59] + "…"
