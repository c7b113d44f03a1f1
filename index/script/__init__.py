"""Scripts: the fold that makes search blind to Traditional and Simplified, and conversion for display."""
