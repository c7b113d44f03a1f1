"""What the types of names are called: used by pages, networks and corrections."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from index.model import MentionType


def type_word(kind: MentionType) -> str:
    """One thing of a type: `Person`."""
    tr = QCoreApplication.translate
    return {
        MentionType.PERSON: tr("EntityType", "Person"),
        MentionType.POST: tr("EntityType", "Post"),
        MentionType.ORGANISATION: tr("EntityType", "Organisation"),
        MentionType.PLACE: tr("EntityType", "Place"),
        MentionType.DOCUMENT: tr("EntityType", "Document"),
        MentionType.EVENT: tr("EntityType", "Event"),
        MentionType.DATE: tr("EntityType", "Date"),
    }[kind]
