"""Archives as the user handles them: opening, making, importing, and the reports of what was imported."""

from desktop_app.library.import_state import ImportState, Stage
from desktop_app.library.librarian import Librarian

__all__ = ["ImportState", "Librarian", "Stage"]
