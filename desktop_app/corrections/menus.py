"""Menu entries that correct a name, or make one of selected words; shared by sidebar, reader and pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from desktop_app.corrections.corrector import Corrector
from desktop_app.i18n.types import type_word
from desktop_app.session import Place
from desktop_app.theme import wear
from index.model import EntityName, MentionType

KINDS = tuple(kind for kind in MentionType if kind is not MentionType.DATE)
tr = QCoreApplication.translate


def fill_name_menu(menu: QMenu, entity: EntityName, corrector: Corrector) -> None:
    """Rename, merge, split off, another type, not a name; nothing for dates and archives opened to read."""
    if entity.type is MentionType.DATE:
        return
    entries = [
        (tr("Corrections", "Rename…"), "edit", lambda: corrector.ask_name(entity)),
        (tr("Corrections", "Is the same as…"), "merge", lambda: corrector.ask_merge(entity)),
        (
            tr("Corrections", "Is somebody or something else in some articles…"),
            "",
            lambda: corrector.ask_split(entity),
        ),
    ]
    for text, picture, do in entries:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False, do=do: do())
        action.setEnabled(corrector.possible)
        if picture:
            wear(action, picture)
    types = menu.addMenu(tr("Corrections", "Is not this but"))
    types.setEnabled(corrector.possible)
    for kind in KINDS:
        if kind is not entity.type:
            action = types.addAction(type_word(kind))
            action.triggered.connect(lambda _=False, kind=kind: corrector.retype(entity, kind))
            wear(action, kind.value, kind.value)
    gone = menu.addAction(
        tr("Corrections", "Not a person")
        if entity.type is MentionType.PERSON
        else tr("Corrections", "Not a name at all")
    )
    gone.triggered.connect(lambda: corrector.delete(entity))
    gone.setEnabled(corrector.possible)
    wear(gone, "person-off")


def fill_selection_menu(menu: QMenu, article_id: int, place: Place, corrector: Corrector) -> None:
    """Add the selected words as a person, an organisation and so on."""
    adding = menu.addMenu(tr("Corrections", "Add as a name"))
    adding.setEnabled(corrector.possible)
    for kind in KINDS:
        action = adding.addAction(type_word(kind))
        action.triggered.connect(lambda _=False, kind=kind: corrector.add(article_id, place, kind))
        wear(action, kind.value, kind.value)
