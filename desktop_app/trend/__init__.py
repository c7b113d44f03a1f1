"""Trends 词频趋势: how often expressions are used over the years or months, compared with each other."""

from desktop_app.trend.pane import TrendPane

__all__ = ["TrendPane"]
