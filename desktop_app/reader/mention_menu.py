"""What can be done with a name in the article: its page, the report of a meeting, corrections. For `pane`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from desktop_app.corrections import Corrector, fill_name_menu
from desktop_app.i18n.script import convert
from desktop_app.session import Session
from desktop_app.theme import wear
from index.model import ArticleLink, EntityInArticle, EntityName, MentionType, Script


def fill_mention_menu(
    menu: QMenu,
    entity: EntityInArticle,
    reports: Sequence[ArticleLink],
    script: Script,
    session: Session,
    corrector: Corrector,
) -> None:
    """Add the entries; `reports` are articles about the event named there."""
    tr = QCoreApplication.translate
    menu.addSeparator()
    for report in reports:
        text = tr("ReaderPane", "Open the report: %1", "of a meeting named here")
        opening = menu.addAction(text.replace("%1", _shown(report.title, script)))
        opening.triggered.connect(lambda _=False, number=report.id: session.open_article(number))
        wear(opening, "document")
    if entity.type is MentionType.DATE:
        return
    text = tr("ReaderPane", "Open the page of %1")
    page = menu.addAction(text.replace("%1", _shown(entity.name, script)))
    page.triggered.connect(lambda: session.open_entity(entity.id))
    wear(page, entity.type.value)
    correcting = menu.addMenu(tr("ReaderPane", "Correct"))
    fill_name_menu(correcting, EntityName(entity.id, entity.type, entity.name), corrector)


def _shown(text: str, script: Script) -> str:
    return convert(text, script).text.replace("&", "&&")
