"""The window: everything that imports PySide6. Talks to the library only through `index.archive`."""
