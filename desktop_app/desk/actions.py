"""The actions of the desk: text, shortcut, tooltip, icon; for the menu, the palette and the keyboard list."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.theme import wear


class DeskActions(QObject):
    """The actions as attributes; what they do is connected by `desk`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._make_note_actions()
        self._make_article_actions()
        self._make_archive_actions()

    def _make_note_actions(self) -> None:
        make = self._make
        self.highlight = make(
            self.tr("&Highlight"), "Ctrl+Shift+H", "highlight", self.tr("Highlight the selected words")
        )
        self.note = make(
            self.tr("&Note…"),
            "Ctrl+M",
            "note",
            self.tr("Write a note on the selected words, or on the article"),
        )
        self.star = make(
            self.tr("&Star"), "Ctrl+J", "star", self.tr("Add a star to the article, or remove it")
        )
        self.to_read = make(
            self.tr("&Reading list"),
            "Ctrl+Shift+V",
            "book",
            self.tr("Put the article on the reading list; on it, say that it was read"),
        )
        for action in (self.star, self.to_read):
            action.setCheckable(True)
        self.show_notes = make(
            self.tr("Show n&otes"),
            "Ctrl+4",
            "note",
            self.tr("Notes in the right pane: browse, search, filter"),
        )
        self.export_notes = make(
            self.tr("&Export notes…"),
            "Ctrl+Alt+E",
            "export",
            self.tr("The listed notes as Markdown, Word or CSV"),
        )

    def _make_article_actions(self) -> None:
        make = self._make
        self.show_collections = make(
            self.tr("Show &collections"), "Ctrl+5", "folder", self.tr("Collections in the right pane")
        )
        self.collect = make(
            self.tr("&Put into a collection…"),
            "Ctrl+Shift+B",
            "plus",
            self.tr("Put the selected results, or the article, into a collection"),
        )
        self.cite = make(
            self.tr("C&ite…"),
            "Ctrl+Alt+K",
            "quote",
            self.tr("References for the article or the selected results"),
        )
        self.cite_all = make(
            self.tr("Cite a&ll results…"),
            "Ctrl+Alt+Y",
            "quote",
            self.tr("References for everything that was found"),
        )
        self.check = make(
            self.tr("Check &quotations…"),
            "Ctrl+Alt+J",
            "check-circle",
            self.tr("Check whether a passage occurs in the archive word for word, and where"),
        )

    def _make_archive_actions(self) -> None:
        make = self._make
        self.hand_over = make(
            self.tr("Hand over the results as an &archive…"),
            "Ctrl+Alt+G",
            "archive",
            self.tr("A smaller archive with the selected results, or all of them"),
        )
        self.take_in = make(
            self.tr("&Merge an archive…"),
            "Ctrl+Alt+I",
            "merge",
            self.tr("Merge a colleague's archive; nothing here is overwritten"),
        )
        self.undo = make(self.tr("&Undo"), "Ctrl+Z", "history", self.tr("Take back the last change"))
        self.redo = make(self.tr("Re&do"), "Ctrl+Y", "refresh", self.tr("Redo what was undone"))

    def for_menu(self) -> list[QAction | None]:
        """The order of the menu; None separates."""
        return [
            self.undo, self.redo, None,
            self.highlight, self.note, self.star, self.to_read, self.show_notes, self.export_notes, None,
            self.collect, self.show_collections, None,
            self.cite, self.cite_all, self.check, None,
            self.hand_over, self.take_in,
        ]  # fmt: skip

    def _make(self, text: str, keys: str, picture: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({native})")
        wear(action, picture, "secondary")
        return action
