"""The reader's desk in the window: notes, collections, citations, checking quotations; wired in one place.

`desk.Desk` is made by the main window; `work` carries changes out and undoes them; `side_panel` shows panes.
"""
