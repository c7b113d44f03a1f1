"""The user's own corrections of how scripts are converted: the list, and the form for one."""

from desktop_app.conversion.editor import CorrectionEditor
from desktop_app.conversion.list import CorrectionList

__all__ = ["CorrectionEditor", "CorrectionList"]
