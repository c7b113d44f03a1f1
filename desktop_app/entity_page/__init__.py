"""Pages of people, posts, organisations, places, documents and events, shown in the reader's stead."""

from desktop_app.entity_page.middle import Middle
from desktop_app.entity_page.pane import EntityPages

__all__ = ["EntityPages", "Middle"]
