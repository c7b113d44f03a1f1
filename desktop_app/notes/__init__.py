"""The notes pane: browse, search, filter, edit, delete and export notes."""

from desktop_app.notes.pane import NotesPane

__all__ = ["NotesPane"]
