"""A second text beside the article: the other script, the text as it came, a reprint with its differences."""

from desktop_app.reader.beside.companion import Companion
from desktop_app.reader.beside.controls import BesideControls
from desktop_app.reader.beside.matching import Beside

__all__ = ["Beside", "BesideControls", "Companion"]
