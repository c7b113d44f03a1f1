"""The menus: one tree, behind the ≡ button, or as a menu bar where the user (or the system) wants one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop_app.main_window.actions import Actions
from index.paths import ARCHIVE_SUFFIX


class Menus(QObject):
    """Builds the menus once; `main` is what the ≡ button opens."""

    def __init__(
        self,
        actions: Actions,
        search: Sequence[QAction | None],
        article: Sequence[QAction | None],
        entities: Sequence[QAction | None],
        desk: Sequence[QAction | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        a = actions
        self.recent = QMenu(self.tr("&Recent archives"), window)
        self.recent.setProperty("contents", "archives")
        self.switcher = QMenu(self.tr("Archive"), window)  # behind the archive's name
        self._below_recent = [
            a.open_archive,
            a.new_archive,
            a.open_sample,
            None,
            a.properties,
            a.close_archive,
        ]
        self.script = _menu(
            self.tr("S&cript"), window, [a.next_script, a.previous_script, None, *a.scripts.values()]
        )
        self.sort = _menu(self.tr("&Order"), window, [*a.sorts.values()])
        look = _menu(
            self.tr("C&olours"), window, [a.appearance_system, a.appearance_light, a.appearance_dark]
        )
        archive = _menu(self.tr("&Archive"), window, [a.new_archive, a.open_archive])
        archive.addMenu(self.recent)
        _fill(
            archive,
            [
                a.open_sample, a.close_archive, None, a.import_files, a.import_folder, a.watched,
                a.report, a.why, None, a.properties, None, a.new_window, a.settings, a.quit,
            ],
        )  # fmt: skip
        searching = _menu(self.tr("&Search"), window, [a.search_box, a.query_builder, a.batch, a.refresh])
        searching.addMenu(self.sort)
        searching.addAction(a.next_sort)
        _fill(searching, [None, *search] if search else [])
        reading = _menu(self.tr("A&rticle", "menu"), window, [*article, None, a.copy_link])
        naming = _menu(self.tr("&Names", "menu of the people, places, documents pane"), window, [*entities])
        desk_menu = _menu(self.tr("&Desk", "menu of notes, collections, citations"), window, [*desk])
        view = _menu(self.tr("&View"), window, [a.show_results, a.show_reader, a.show_sidebar, None])
        view.addMenu(self.script)
        view.addMenu(look)
        _fill(view, [None, a.next_pane, a.previous_pane, a.full_screen])
        helping = _menu(
            self.tr("&Help"),
            window,
            [a.help, a.query_help, a.keyboard, a.palette, None, a.news, a.log, a.about],
        )
        every = (archive, searching, reading, desk_menu, naming, view, helping)
        self.all = [menu for menu in every if menu.actions()]
        self.main = QMenu(self.tr("Menu"), window)
        for menu in self.all:
            self.main.addMenu(menu)

    def fill_bar(self, bar: QMenuBar) -> None:
        """The same menus in a menu bar."""
        for menu in self.all:
            bar.addMenu(menu)

    def show_recent(self, paths: Sequence[Path], open_path: Callable[[Path], None]) -> None:
        """Fill the lists of recent archives."""
        self._list(self.recent, paths, open_path)
        self.recent.setEnabled(bool(paths))
        self._list(self.switcher, paths, open_path)
        if paths:
            self.switcher.addSeparator()
        _fill(self.switcher, self._below_recent)

    def _list(self, menu: QMenu, paths: Sequence[Path], open_path: Callable[[Path], None]) -> None:
        menu.clear()
        for number, path in enumerate(paths, start=1):
            name = _name(path, paths).replace("&", "&&")
            action = menu.addAction(f"&{number}  {name}" if number < 10 else name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: open_path(path))
        menu.setToolTipsVisible(True)


def _name(path: Path, among: Sequence[Path]) -> str:
    """An archive's name, with its folder where another one has the same name."""
    name = path.name.removesuffix(ARCHIVE_SUFFIX)
    same = sum(other.name == path.name for other in among) > 1
    return f"{name} – {path.parent}" if same else name


def _menu(title: str, window: QWidget, entries: Sequence[QAction | None]) -> QMenu:
    menu = QMenu(title, window)
    menu.setToolTipsVisible(True)
    _fill(menu, entries)
    return menu


def _fill(menu: QMenu, entries: Sequence[QAction | None]) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry)
