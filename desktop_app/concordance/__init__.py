"""Contexts 上下文索引: every place of the keywords in all hits, one line each."""

from desktop_app.concordance.pane import ConcordancePane

__all__ = ["ConcordancePane"]
