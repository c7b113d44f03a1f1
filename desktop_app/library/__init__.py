"""Archives as the user handles them: opening, making, importing, and the reports of what was imported."""

from desktop_app.library.librarian import ImportState, Librarian, Stage

__all__ = ["ImportState", "Librarian", "Stage"]
