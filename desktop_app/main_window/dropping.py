"""Dropping files and folders anywhere on the window: an archive is opened, the rest imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Decides what a drop means; the window passes its drag events on."""

    hovering = Signal(bool)
    archive_dropped = Signal(object)  # Path
    files_dropped = Signal(list)  # [Path]

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)

    def enter(self, event: QDragEnterEvent) -> None:
        """Something with files comes over the window."""
        if paths_in(event.mimeData()):
            event.acceptProposedAction()
            self.hovering.emit(True)

    def leave(self, event: QDragLeaveEvent) -> None:
        """It goes away again."""
        self.hovering.emit(False)
        event.accept()

    def drop(self, event: QDropEvent) -> None:
        """It is let go."""
        self.hovering.emit(False)
        paths = paths_in(event.mimeData())
        if not paths:
            return
        event.acceptProposedAction()
        from index.archive import Archive  # loaded late, see Librarian

        if len(paths) == 1 and Archive.is_archive(paths[0]):
            self.archive_dropped.emit(paths[0])
        else:
            self.files_dropped.emit(paths)


def paths_in(data: QMimeData) -> list[Path]:
    """The local files and folders that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
