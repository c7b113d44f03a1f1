"""The folders that an archive watches: a list with their state; add, pause, remove, look now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.library.watcher import Watcher
from desktop_app.theme import icon, wear
from index.model import WatchedFolder


class WatchedFolders(QDialog):
    """Shows and changes what the watcher knows."""

    def __init__(self, watcher: Watcher, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Watched folders"))
        self.setMinimumSize(640, 360)
        self._watcher = watcher
        words = QLabel(
            self.tr(
                "New and changed files in these folders are imported automatically, including those "
                "that arrived while the program was closed. When a file is deleted, its article stays and is"
                " marked."
            )
        )
        words.setProperty("look", "secondary")
        words.setWordWrap(True)
        self.list = self._make_list()
        self._empty = QLabel(
            self.tr("No folders are watched yet. Add one that receives new files."), self.list
        )
        self._empty.setProperty("look", "secondary")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addLayout(self._bar())
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        watcher.changed.connect(self._show)
        self._show()

    def _make_list(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setColumnCount(2)
        table.setHeaderLabels([self.tr("Folder"), self.tr("State")])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setIconSize(QSize(16, 16))
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setProperty("look", "framed")
        table.setAccessibleName(self.tr("Watched folders"))
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.itemSelectionChanged.connect(self._enable)
        return table

    def _bar(self) -> QHBoxLayout:
        self.add_button = QPushButton(self.tr("&Add folder…"))
        self.add_button.clicked.connect(self._add)
        self.look_button = QPushButton(self.tr("&Look now"))
        self.look_button.clicked.connect(self._watcher.look_again)
        self.pause_button = QPushButton(self.tr("&Pause"))
        self.pause_button.clicked.connect(self._pause)
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, name in (
            (self.add_button, "folder"),
            (self.look_button, "refresh"),
            (self.pause_button, "pause"),
            (self.remove_button, "close"),
        ):
            wear(button, name, "secondary")
            button.setAutoDefault(False)
            row.addWidget(button)
        row.insertStretch(2, 1)
        return row

    def resizeEvent(self, event: object) -> None:
        """Keep the hint in the middle of the list."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._empty.setGeometry(self.list.viewport().rect().translated(0, self.list.header().height()))

    def _show(self) -> None:
        chosen = self._chosen()
        self.list.clear()
        for folder in self._watcher.folders:
            item = QTreeWidgetItem(self.list, [folder.path, self._state(folder)])
            item.setData(0, Qt.ItemDataRole.UserRole, folder)
            item.setToolTip(0, folder.path)
            item.setIcon(0, icon("folder", "secondary"))
            if chosen is not None and folder.path == chosen.path:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        self._empty.setVisible(not self._watcher.folders)
        self._enable()

    def _state(self, folder: WatchedFolder) -> str:
        if folder.paused:
            return self.tr("paused")
        return self.tr("watched") if self._watcher.is_reachable(folder) else self.tr("currently unreachable")

    def _chosen(self) -> WatchedFolder | None:
        item = self.list.currentItem()
        folder = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return folder if isinstance(folder, WatchedFolder) else None

    def _enable(self) -> None:
        chosen = self._chosen()
        for button in (self.pause_button, self.remove_button):
            button.setEnabled(chosen is not None)
        self.look_button.setEnabled(bool(self._watcher.folders))
        paused = chosen is not None and chosen.paused
        self.pause_button.setText(self.tr("&Watch again") if paused else self.tr("&Pause"))
        wear(self.pause_button, "play" if paused else "pause", "secondary")

    def _add(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder to watch"), str(Path.home()))
        if name:
            self._watcher.add(Path(name))

    def _pause(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._watcher.pause(chosen.path, not chosen.paused)

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._watcher.remove(chosen.path)
