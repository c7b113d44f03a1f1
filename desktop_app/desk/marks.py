"""Notes as marks on the words of an article. Used by `desk`."""

from __future__ import annotations

from desktop_app.notes.words import colour_word
from desktop_app.session import NoteSpan, Place
from index.model import Hold, Note, NoteKind, Passage


def is_empty(note: Note) -> bool:
    """Whether a note on the article was begun and nothing written."""
    return note.kind is NoteKind.ARTICLE and not note.remark and not note.tags


def is_in_sight(note: Note) -> bool:
    """Whether a note lies on words that are there."""
    return note.passage is not None and note.hold not in (Hold.LOST, Hold.GONE)


def span_of(note: Note) -> NoteSpan:
    """The note as the reader paints it."""
    where = note.passage or Passage(0, 0)
    tags = " ".join(f"#{tag}" for tag in note.tags)
    tip = "\n".join(part for part in (note.remark, tags) if part)
    place = Place(where.start, where.end, where.in_title)
    return NoteSpan(note.number, place, note.colour.value, bool(note.remark), tip or colour_word(note.colour))


def place_of(note: Note) -> Place | None:
    """The words that a note lies on, None for one on the whole article."""
    where = note.passage
    return Place(where.start, where.end, where.in_title) if where is not None else None
