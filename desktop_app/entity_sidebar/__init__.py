"""The sidebar that lists who and what an article, or the whole result set, names."""

from desktop_app.entity_sidebar.pane import EntitySidebar

__all__ = ["EntitySidebar"]
