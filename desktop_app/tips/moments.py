"""Which remark fits which moment. Called by `desktop_app.tips.strip`; each remark is made once in a lifetime.

A moment is something that happens in the session for the first time: an archive opens, an article is shown,
a search has many hits. After an update the first remark is about what is new.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

MANY = 50  # hits from which on narrowing them down is worth a remark


class Moment(StrEnum):
    """The moments, by the names under which they are remembered."""

    UPDATED = "updated"
    ARCHIVE = "archive"
    ARTICLE = "article"
    MANY_HITS = "many_hits"
    SECOND_DAY = "second_day"


def remark(moment: Moment, version: str) -> str:
    """What is said at a moment, in the language in force."""
    tr = QCoreApplication.translate
    match moment:
        case Moment.UPDATED:
            return tr("Tips", "Juanzong is now version %1.").replace("%1", version)
        case Moment.ARCHIVE:
            return tr(
                "Tips",
                "Type a word and press Return: Simplified and Traditional are found alike. "
                "Names are offered while you type, by pinyin too.",
            )
        case Moment.ARTICLE:
            return tr(
                "Tips",
                "F9 switches between the text as printed, Simplified and Traditional. "
                "Underlined names lead to their pages.",
            )
        case Moment.MANY_HITS:
            return tr(
                "Tips",
                "Many hits? Drag over the bars to choose a period, or open the filter for sources and names.",
            )
        case Moment.SECOND_DAY:
            return tr("Tips", "Ctrl+K finds any action by its name; F1 opens the help.")
