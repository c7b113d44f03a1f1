"""Choosing what to import: files and folders in one list, with a word about what is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.session import Session
from desktop_app.theme import icon, wear

_FOLDER = "import.folder"


class ImportDialog(QDialog):
    """Accepted, `paths` and `again` say what to import, `watched` which folders to watch from then on."""

    def __init__(self, session: Session, paths: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.setAcceptDrops(True)
        self.setMinimumSize(560, 400)
        self._memory = session.memory
        self._list = QListWidget()
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setProperty("look", "framed")
        self._list.setIconSize(QSize(16, 16))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setAccessibleName(self.tr("What will be imported"))
        QShortcut(QKeySequence.StandardKey.Delete, self._list, self._remove)
        self._hint = QLabel(self.tr("Choose files or a folder, or drop them here."), self._list)
        self._hint.setProperty("look", "secondary")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QLabel(
            self.tr(
                "Reads text, web pages, Word, WPS, RTF, ODT, PDF, OFD, EPUB, mail, tables, JSON, crawl "
                "dumps and zip or 7z archives of these, in any Chinese encoding; folders with everything "
                "inside them. Files stay where they are: the archive keeps a copy."
            )
        )
        words.setProperty("look", "small")
        words.setWordWrap(True)
        self._again = QCheckBox(self.tr("Also read files that have &not changed since the last import"))
        self._watch = QCheckBox(self.tr("&Watch these folders: files added later are imported automatically"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        self._go.setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._bar())
        column.addWidget(self._list, 1)
        column.addWidget(words)
        column.addWidget(self._again)
        column.addWidget(self._watch)
        column.addWidget(buttons)
        self.add(paths)

    @property
    def paths(self) -> list[Path]:
        """What to import."""
        return [Path(self._list.item(row).text()) for row in range(self._list.count())]

    @property
    def again(self) -> bool:
        """Whether unchanged files are to be read too."""
        return self._again.isChecked()

    @property
    def watched(self) -> list[Path]:
        """Folders on the list that are to be watched."""
        return [path for path in self.paths if path.is_dir()] if self._watch.isChecked() else []

    def add(self, paths: Sequence[Path]) -> None:
        """Put files and folders on the list; what is on it already stays once."""
        known = set(self.paths)
        for path in paths:
            if path not in known:
                QListWidgetItem(
                    icon("folder" if path.is_dir() else "file", "secondary"), str(path), self._list
                )
                known.add(path)
        self._watch.setEnabled(any(path.is_dir() for path in known))
        self._hint.setVisible(self._list.count() == 0)
        self._go.setEnabled(self._list.count() > 0)
        self._take_away.setEnabled(self._list.count() > 0)

    def resizeEvent(self, event: object) -> None:
        """Keep the hint in the middle of the list."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._hint.setGeometry(self._list.rect())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files over the dialog."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere is good."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put them on the list."""
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _bar(self) -> QHBoxLayout:
        files = QPushButton(self.tr("Add &files…"))
        files.clicked.connect(self._choose_files)
        folder = QPushButton(self.tr("Add f&older…"))
        folder.clicked.connect(self._choose_folder)
        self._take_away = QPushButton(self.tr("&Remove"))
        self._take_away.clicked.connect(self._remove)
        for button, name in ((files, "file"), (folder, "folder"), (self._take_away, "close")):
            wear(button, name, "secondary")
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(files)
        row.addWidget(folder)
        row.addStretch(1)
        row.addWidget(self._take_away)
        return row

    def _choose_files(self) -> None:
        start = self._memory.text(_FOLDER, str(Path.home()))
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Files to import"), start)
        if chosen:
            self._memory.put(_FOLDER, str(Path(chosen[0]).parent))
            self.add([Path(each) for each in chosen])

    def _choose_folder(self) -> None:
        start = self._memory.text(_FOLDER, str(Path.home()))
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder to import"), start)
        if chosen:
            self._memory.put(_FOLDER, str(Path(chosen).parent))
            self.add([Path(chosen)])

    def _remove(self) -> None:
        chosen = self._list.selectedItems() or [self._list.item(self._list.count() - 1)]
        for item in chosen:
            self._list.takeItem(self._list.row(item))
        self.add([])
