"""The article viewer: typography for Chinese reading, marks, mentions, find, zoom, original and repairs."""

from desktop_app.reader.pane import ReaderPane

__all__ = ["ReaderPane"]
