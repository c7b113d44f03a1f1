"""A sentence at the right moment for somebody who is new here, and what is new after an update."""

from desktop_app.tips.strip import TipStrip

__all__ = ["TipStrip"]
