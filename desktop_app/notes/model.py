"""The notes that the pane lists: all that were loaded, filtered by what is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.notes.words import colour_word, hold_word, kind_word
from index.model import Hold, Note, NoteColour, NoteKind

Index = QModelIndex | QPersistentModelIndex
NoteRole = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which notes to list; None and "" ask for nothing. `lost`: only those without their words."""

    text: str = ""
    tag: str | None = None
    colour: NoteColour | None = None
    kind: NoteKind | None = None
    lost: bool = False

    def holds(self, note: Note) -> bool:
        """Whether a note is wanted."""
        words = self.text.casefold().split()
        quote = note.passage.quote if note.passage else ""
        said = "\n".join((note.title, quote, note.remark, " ".join(note.tags))).casefold()
        return (
            all(word in said for word in words)
            and (self.tag is None or self.tag in note.tags)
            and (self.colour is None or (note.kind is NoteKind.PASSAGE and note.colour is self.colour))
            and (self.kind is None or note.kind is self.kind)
            and (not self.lost or note.hold in (Hold.LOST, Hold.GONE))
        )


class NoteModel(QAbstractListModel):
    """One row a note."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Note, ...] = ()
        self.notes: list[Note] = []
        self.wanted = Wanted()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """List other notes, filtered as before."""
        self._all = tuple(notes)
        self._filter()

    def ask_for(self, wanted: Wanted) -> None:
        """List those of the loaded notes that are wanted."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._filter()

    @property
    def loaded(self) -> int:
        """How many notes there are without a filter."""
        return len(self._all)

    def row_of(self, number: int) -> int:
        """The row of a note; -1 if it is not listed."""
        return next((row for row, note in enumerate(self.notes) if note.number == number), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Notes listed."""
        return 0 if parent is not None and parent.isValid() else len(self.notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The note, and its words for screen readers."""
        if not 0 <= index.row() < len(self.notes):
            return None
        note = self.notes[index.row()]
        if role == NoteRole:
            return note
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(part for part in (headline(note), note.remark, foot(note)) if part)
        return None

    def _filter(self) -> None:
        self.beginResetModel()
        self.notes = [note for note in self._all if self.wanted.holds(note)]
        self.endResetModel()


def headline(note: Note) -> str:
    """The words that a note lies on, or the title of its article."""
    return " ".join(note.passage.quote.split()) if note.passage is not None else note.title


def foot(note: Note, *, with_article: bool = True) -> str:
    """Kind or colour, tags, what became of the words, the article and its day, in one line."""
    kind = colour_word(note.colour) if note.kind is NoteKind.PASSAGE else kind_word(note)
    title = note.title if note.passage is not None and with_article else ""
    tags = " ".join(f"#{tag}" for tag in note.tags)
    day = (note.date or "") if with_article else note.created_at[:10]
    parts = (kind, tags, hold_word(note.hold), title, day)
    return " · ".join(part for part in parts if part)
