"""Every action of the window itself: text, shortcut, tooltip, icon; for menus, bars and keyboard list.

Actions of a pane belong to the pane (`menu_actions()`); `Actions` holds the rest. What they do is in
`commands.py`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.theme import wear
from index.model import Script, Sort

Shortcut = str | QKeySequence.StandardKey | None


class Actions(QObject):
    """The window's actions as attributes; added to the window so that shortcuts work everywhere."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._make_archive_actions()
        self._make_import_actions()
        self._make_view_actions()
        self._make_script_actions()
        self._make_sort_actions()
        self._make_help_actions()

    def _make_archive_actions(self) -> None:
        make = self._make
        self.new_archive = make(
            self.tr("&New archive…"), "Ctrl+N", "archive-add", self.tr("Create a new archive")
        )
        self.open_archive = make(
            self.tr("&Open archive…"), "Ctrl+O", "folder-open", self.tr("Open an archive from the disk")
        )
        self.open_sample = make(
            self.tr("Open the &sample archive"),
            "Ctrl+Alt+M",
            "book",
            self.tr("A small archive to try everything on"),
        )
        self.close_archive = make(
            self.tr("&Close archive"),
            "Ctrl+Shift+W",
            "close",
            self.tr("Close this archive and go to the start page"),
        )
        self.new_window = make(
            self.tr("New &window"),
            "Ctrl+Alt+N",
            "",
            self.tr("One more window, on the same archive or another"),
        )
        self.quit = make(self.tr("&Quit"), "Ctrl+Q", "", self.tr("Close all windows and the program"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_import_actions(self) -> None:
        make = self._make
        self.import_files = make(
            self.tr("&Import…"), "Ctrl+I", "import", self.tr("Choose files and folders to import")
        )
        self.import_folder = make(
            self.tr("Import a &folder…"),
            "Ctrl+Shift+I",
            "folder",
            self.tr("Import a folder with everything below it"),
        )
        self.report = make(
            self.tr("Import &reports…"),
            "Ctrl+R",
            "report",
            self.tr("What happened to each imported file"),
        )
        self.watched = make(
            self.tr("&Watched folders…"),
            "Ctrl+Alt+U",
            "eye",
            self.tr("Folders whose new and changed files are imported automatically"),
        )
        self.why = make(
            self.tr("&Why is it not found…"),
            "Ctrl+Alt+Q",
            "help",
            self.tr("Finds out what happened to a file or a phrase"),
        )
        self.properties = make(
            self.tr("Archive &properties…"),
            "Alt+Return",
            "archive",
            self.tr("Counts, sizes, check and repair of this archive"),
        )

    def _make_view_actions(self) -> None:
        make = self._make
        self.menu = make(self.tr("Menu"), "F10", "menu", self.tr("All actions"))
        self.show_results = make(
            self.tr("&Results"), "Ctrl+1", "pane-left", self.tr("Show or hide the results"), checkable=True
        )
        self.show_reader = make(
            self.tr("&Article"), "Ctrl+2", "pane-middle", self.tr("Show or hide the article"), checkable=True
        )
        self.show_sidebar = make(
            self.tr("&People, places, documents"),
            "Ctrl+3",
            "pane-right",
            self.tr("Show or hide who and what the article names"),
            checkable=True,
        )
        self.next_pane = make(self.tr("&Next pane"), "F6", "", self.tr("Move to the next pane"))
        self.previous_pane = make(
            self.tr("&Previous pane"), "Shift+F6", "", self.tr("Move to the previous pane")
        )
        self.search_box = make(
            self.tr("Go to the &search box"), "Ctrl+L", "search", self.tr("Go to the search box (Esc)")
        )
        self.refresh = make(
            self.tr("Search a&gain"),
            "F5",
            "refresh",
            self.tr("Search again, with what was imported meanwhile"),
        )
        self.copy_link = make(
            self.tr("Copy &link to this place"),
            "Ctrl+Alt+C",
            "link",
            self.tr("A link for documents and mail that opens this article where it is selected"),
        )
        self.full_screen = make(
            self.tr("&Full screen"), "F11", "", self.tr("Use the full screen"), checkable=True
        )
        self.appearance_light = make(
            self.tr("&Light"), "Ctrl+Shift+7", "sun", self.tr("Light colours"), checkable=True
        )
        self.appearance_dark = make(
            self.tr("&Dark"), "Ctrl+Shift+8", "moon", self.tr("Dark colours"), checkable=True
        )
        self.appearance_system = make(
            self.tr("As the &system"),
            "Ctrl+Shift+6",
            "",
            self.tr("Light or dark, following the system"),
            checkable=True,
        )
        self.appearance = self._group(self.appearance_light, self.appearance_dark, self.appearance_system)
        self.settings = make(
            self.tr("Se&ttings…"), "Ctrl+,", "settings", self.tr("Language, colours, reading, places")
        )
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _make_script_actions(self) -> None:
        self.next_script = self._make(
            self.tr("&Switch script"),
            "F9",
            "script",
            self.tr("As printed → Simplified → Traditional, for all text of the archive"),
        )
        self.previous_script = self._make(
            self.tr("Switch Traditional &variant"),
            "Shift+F9",
            "",
            self.tr("Traditional → Taiwan → Hong Kong"),
        )
        words = {
            Script.ORIGINAL: (self.tr("As &printed"), self.tr("Every article as it was printed")),
            Script.SIMPLIFIED: (self.tr("S&implified"), self.tr("All articles in Simplified characters")),
            Script.TRADITIONAL: (self.tr("&Traditional"), self.tr("All articles in Traditional characters")),
            Script.TAIWAN: (
                self.tr("Traditional, Tai&wan"),
                self.tr("All articles in Traditional characters as used in Taiwan"),
            ),
            Script.HONGKONG: (
                self.tr("Traditional, &Hong Kong"),
                self.tr("All articles in Traditional characters as used in Hong Kong"),
            ),
        }
        self.scripts = {
            script: self._make(text, f"Ctrl+Shift+{number}", "", tip, checkable=True)
            for number, (script, (text, tip)) in enumerate(words.items(), start=1)
        }
        self.script = self._group(*self.scripts.values())

    def _make_sort_actions(self) -> None:
        self.sorts = {
            Sort.RELEVANCE: self._make(
                self.tr("By &relevance"), "Alt+7", "", self.tr("Best matches first"), checkable=True
            ),
            Sort.NEWEST: self._make(
                self.tr("&Newest first"), "Alt+8", "", self.tr("Latest date first"), checkable=True
            ),
            Sort.OLDEST: self._make(
                self.tr("&Oldest first"), "Alt+9", "", self.tr("Earliest date first"), checkable=True
            ),
        }
        self.sort = self._group(*self.sorts.values())
        self.next_sort = self._make(
            self.tr("Change the &order"), "Ctrl+Shift+S", "sort", self.tr("Relevance → newest → oldest")
        )

    def _make_help_actions(self) -> None:
        self.query_builder = self._make(
            self.tr("&Build a query…"), "Ctrl+B", "edit", self.tr("Fill in a form instead of a query")
        )
        self.batch = self._make(
            self.tr("&Count many terms…"),
            "Ctrl+Shift+N",
            "list",
            self.tr("Paste a list of terms and count each"),
        )
        self.palette = self._make(
            self.tr("&Find an action…"), "Ctrl+K", "find", self.tr("Run any action by typing its name")
        )
        self.help = self._make(self.tr("&Help…"), "F1", "help", self.tr("How everything works, searchable"))
        self.query_help = self._make(
            self.tr("The &query language…"), "Shift+F1", "", self.tr("How to search, with examples")
        )
        self.keyboard = self._make(
            self.tr("&Keyboard…"), "Ctrl+F1", "keyboard", self.tr("All shortcuts on one page")
        )
        self.news = self._make(
            self.tr("What's &new…"), "Ctrl+Alt+F1", "", self.tr("What changed in each version")
        )
        self.log = self._make(self.tr("&Log…"), "Ctrl+Alt+L", "report", self.tr("The program's own log"))
        self.about = self._make(
            self.tr("&About Juanzong"), "Ctrl+Alt+F2", "info", self.tr("Version and licence")
        )
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _make(
        self, text: str, shortcut: Shortcut, icon: str, tip: str, *, checkable: bool = False
    ) -> QAction:
        action = QAction(text, self)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if icon:
            wear(action, icon, "secondary")
        tip_with_key = f"{tip} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
        action.setToolTip(tip_with_key if shortcut else tip)
        action.setStatusTip("")
        action.setCheckable(checkable)
        self._window.addAction(action)
        return action

    def _group(self, *actions: QAction) -> QActionGroup:
        group = QActionGroup(self)
        for action in actions:
            group.addAction(action)
        return group
