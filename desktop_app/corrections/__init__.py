"""Correcting names: what can be done with one, the questions asked for it, the list of what was done.

`Corrector` changes the archive and tells everybody; `fill_name_menu` and `fill_selection_menu` offer it in
the menus of sidebar, reader and pages; `CorrectionsView` lists, undoes, exports and imports.
"""

from desktop_app.corrections.corrector import Corrector
from desktop_app.corrections.menus import fill_name_menu, fill_selection_menu
from desktop_app.corrections.view import CorrectionsView

__all__ = ["CorrectionsView", "Corrector", "fill_name_menu", "fill_selection_menu"]
