"""Small painted pieces that several panes share: marked text, histogram, chips, segments."""
