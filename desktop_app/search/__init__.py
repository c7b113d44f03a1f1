"""The search pane: box with history and completion, filters, histogram and the list of results."""

from desktop_app.search.box import SearchBox
from desktop_app.search.pane import SearchPane

__all__ = ["SearchBox", "SearchPane"]
