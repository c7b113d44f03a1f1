"""Hypothesis over everything that comes from outside; `tests.campaigns.fuzz` does the long runs."""
