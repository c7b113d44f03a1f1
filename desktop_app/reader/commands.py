"""The reader's commands as actions: names, shortcuts, icons. The pane connects, menu and header show them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.theme import wear

# name: icon, shortcuts
_SHAPES: dict[str, tuple[str, tuple[str, ...]]] = {
    "back": ("arrow-left", ("Alt+Left",)),
    "forward": ("arrow-right", ("Alt+Right",)),
    "new_tab": ("tab-add", ("Ctrl+T",)),
    "close_tab": ("close", ("Ctrl+W",)),
    "reopen_tab": ("history", ("Ctrl+Shift+Y",)),
    "next_tab": ("chevron-right", ("Ctrl+Tab", "Ctrl+PgDown")),
    "previous_tab": ("chevron-left", ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
    "next_hit": ("arrow-down", ("F3",)),
    "previous_hit": ("arrow-up", ("Shift+F3",)),
    "find": ("find", ("Ctrl+F",)),
    "mentions": ("underline", ("Ctrl+U",)),
    "mark_choices": ("script", ("Ctrl+F9",)),
    "next_choice": ("arrow-down", ("Alt+F9",)),
    "previous_choice": ("arrow-up", ("Alt+Shift+F9",)),
    "own_conversions": ("edit", ("Ctrl+Alt+F9",)),
    "zoom_in": ("zoom-in", ("Ctrl++", "Ctrl+=")),
    "zoom_out": ("zoom-out", ("Ctrl+-",)),
    "zoom_reset": ("text-size", ("Ctrl+0",)),
    "open_file": ("external", ("Ctrl+Alt+O",)),
    "open_folder": ("folder-open", ("Ctrl+Alt+D",)),
    "beside_script": ("columns", ("F12",)),
    "beside_came": ("original", ("Ctrl+Shift+O",)),
    "beside_reprint": ("reprint", ("Ctrl+F12",)),
    "next_difference": ("arrow-down", ("F2",)),
    "previous_difference": ("arrow-up", ("Shift+F2",)),
    "outline": ("list", ("Ctrl+G",)),
    "copy_article": ("copy", ("Ctrl+Shift+C",)),
    "copy_cited": ("quote", ("Ctrl+Shift+Q",)),
    "copy_markdown": ("document", ("Ctrl+Shift+U",)),
    "print": ("print", ("Ctrl+P",)),
    "pdf": ("save", ("Ctrl+Alt+P",)),
    "read_aloud": ("play", ("Ctrl+Alt+R",)),
    "typography": ("text-size", ()),
    "tabs": ("tab-add", ()),
    "conversion": ("script", ()),
    "beside": ("columns", ()),
    "copying": ("copy", ()),
    "more": ("more", ()),
}

_SUBMENUS = {
    "tabs": ("new_tab", "close_tab", "reopen_tab", "next_tab", "previous_tab"),
    "conversion": ("mark_choices", "next_choice", "previous_choice", "own_conversions"),
    "beside": ("beside_script", "beside_came", "beside_reprint", "next_difference", "previous_difference"),
    "copying": ("copy_article", "copy_cited", "copy_markdown"),
}


class ReaderCommands(QObject):
    """All actions by name; `retranslate` names them in the language in force."""

    def __init__(self, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for name, (picture, shortcuts) in _SHAPES.items():
            action = QAction(parent)
            action.setObjectName(f"reader.{name}")
            action.setShortcuts([QKeySequence(keys) for keys in shortcuts])
            wear(action, picture)
            self._actions[name] = action
        for name in (
            "mentions",
            "read_aloud",
            "mark_choices",
            "beside_script",
            "beside_came",
            "beside_reprint",
        ):
            self[name].setCheckable(True)
            self[name].setIconVisibleInMenu(False)  # there the check mark says whether it is on
        self["more"].setMenu(menu)
        for name, entries in _SUBMENUS.items():
            below = QMenu(menu)
            below.addActions([self[each] for each in entries])
            self[name].setMenu(below)
        for group in (("copying", "beside"), ("print", "pdf"), ("open_file", "open_folder")):
            menu.addActions([self[name] for name in group])
            menu.addSeparator()
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def for_menu(self) -> list[QAction | None]:
        """The order of the article menu; None separates."""
        order = (
            ("back", "forward", "tabs"),
            ("next_hit", "previous_hit", "find", "outline", "mentions"),
            ("typography", "conversion", "beside"),
            ("copying", "read_aloud", "print", "pdf"),
            ("open_file", "open_folder"),
        )
        result: list[QAction | None] = []
        for group in order:
            result += [None] if result else []
            result += [self[name] for name in group]
        return result

    def retranslate(self) -> None:
        """Name the actions; the tool tip carries the shortcut."""
        tr = QCoreApplication.translate
        names = {
            "back": tr("Reader", "Back"),
            "forward": tr("Reader", "Forward"),
            "new_tab": tr("Reader", "Keep this article in its own tab"),
            "close_tab": tr("Reader", "Close this tab"),
            "reopen_tab": tr("Reader", "Reopen the tab closed last"),
            "next_tab": tr("Reader", "Next tab"),
            "previous_tab": tr("Reader", "Previous tab"),
            "next_hit": tr("Reader", "Next hit"),
            "previous_hit": tr("Reader", "Previous hit"),
            "find": tr("Reader", "Find in article…"),
            "mentions": tr("Reader", "Underline names"),
            "mark_choices": tr("Reader", "Mark doubtful conversions"),
            "next_choice": tr("Reader", "Next doubtful conversion"),
            "previous_choice": tr("Reader", "Previous doubtful conversion"),
            "own_conversions": tr("Reader", "My corrections of conversions…"),
            "zoom_in": tr("Reader", "Larger text"),
            "zoom_out": tr("Reader", "Smaller text"),
            "zoom_reset": tr("Reader", "Normal text size"),
            "beside_script": tr("Reader", "Side by side with the other script"),
            "beside_came": tr("Reader", "Side by side with the original, with repairs"),
            "beside_reprint": tr("Reader", "Side by side with a reprint, with differences"),
            "next_difference": tr("Reader", "Next difference"),
            "previous_difference": tr("Reader", "Previous difference"),
            "open_file": tr("Reader", "Open the original file"),
            "open_folder": tr("Reader", "Open its folder"),
            "outline": tr("Reader", "Outline"),
            "copy_article": tr("Reader", "Copy as clean text"),
            "copy_cited": tr("Reader", "Copy with the citation"),
            "copy_markdown": tr("Reader", "Copy as Markdown"),
            "print": tr("Reader", "Print…"),
            "pdf": tr("Reader", "Save as PDF…"),
            "read_aloud": tr("Reader", "Read aloud"),
            "typography": tr("Reader", "Typography"),
            "tabs": tr("Reader", "Tabs"),
            "conversion": tr("Reader", "Doubtful conversions"),
            "beside": tr("Reader", "Side by side"),
            "copying": tr("Reader", "Copy"),
            "more": tr("Reader", "More"),
        }
        for name, text in names.items():
            action = self._actions[name]
            action.setText(text)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = text.rstrip("…")
            action.setToolTip(f"{plain} ({keys})" if keys else plain)
