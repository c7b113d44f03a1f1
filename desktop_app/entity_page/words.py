"""The headings of sections on pages of entities; used by `sections` and `view`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from index.model import MentionType


def tenures_title(kind: MentionType) -> str:
    """The heading over who held what, as the page's own type needs it."""
    tr = QCoreApplication.translate
    if kind is MentionType.PERSON:
        return tr("EntityPage", "Posts")
    if kind is MentionType.POST:
        return tr("EntityPage", "Holders")
    return tr("EntityPage", "People and their posts here")


def companions_title(kind: MentionType) -> str:
    """The heading over entities of a type that the same articles name."""
    tr = QCoreApplication.translate
    return {
        MentionType.PERSON: tr("EntityPage", "Appears with"),
        MentionType.POST: tr("EntityPage", "Posts named with it"),
        MentionType.ORGANISATION: tr("EntityPage", "Organisations"),
        MentionType.PLACE: tr("EntityPage", "Places"),
        MentionType.DOCUMENT: tr("EntityPage", "Documents"),
        MentionType.EVENT: tr("EntityPage", "Events"),
        MentionType.DATE: tr("EntityPage", "Dates"),
    }[kind]
