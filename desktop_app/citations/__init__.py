"""Citing articles: the dialog that shows, corrects, copies and saves references."""
