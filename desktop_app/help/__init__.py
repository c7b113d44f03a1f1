"""Help inside the program: pages in the reader's language, searchable, without a network."""

from desktop_app.help.window import HelpWindow

__all__ = ["HelpWindow"]
