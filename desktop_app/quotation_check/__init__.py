"""Checking quotations in the window: what of a passage agrees, what was altered, where it stands."""
