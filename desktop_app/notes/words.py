"""Words for kinds, colours and holds of notes, in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from index.model import Hold, Note, NoteColour, NoteKind

tr = QCoreApplication.translate


def colour_word(colour: NoteColour) -> str:
    """The name of a colour."""
    return {
        NoteColour.YELLOW: tr("Notes", "Yellow"),
        NoteColour.GREEN: tr("Notes", "Green"),
        NoteColour.BLUE: tr("Notes", "Blue"),
        NoteColour.PINK: tr("Notes", "Pink"),
        NoteColour.VIOLET: tr("Notes", "Violet"),
    }[colour]


def kind_word(note: Note) -> str:
    """What a note is."""
    if note.kind is NoteKind.TO_READ:
        return tr("Notes", "Read") if note.done else tr("Notes", "To read")
    return {
        NoteKind.PASSAGE: tr("Notes", "Highlight"),
        NoteKind.ARTICLE: tr("Notes", "Note on the article"),
        NoteKind.STAR: tr("Notes", "Star"),
    }[note.kind]


def hold_word(hold: Hold) -> str:
    """What must be said of a note's place; "" if it is where it was."""
    return {
        Hold.EXACT: "",
        Hold.MOVED: "",
        Hold.CHANGED: tr("Notes", "the words were changed"),
        Hold.LOST: tr("Notes", "these words are no longer in the article"),
        Hold.GONE: tr("Notes", "the article is no longer in the archive"),
    }[hold]
