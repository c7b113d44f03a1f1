"""The window that holds the panes: bars, menus, splitters, drops. It wires and decides nothing."""

from desktop_app.main_window.window import MainWindow

__all__ = ["MainWindow"]
