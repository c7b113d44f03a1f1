"""Files and folders that other programs open: those that articles came from.

Where an article came from is written in its archive, and the archive may be a stranger's. So a program is
never started by its path: only documents of the kinds that are imported are opened, and only folders that
are folders. Used by the reader and the report; what is asked of the disk runs in a lane, as a network drive
may be slow.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.session import Session
from desktop_app.tasks import Tasks

# what an import reads, and files without a suffix, for which the system asks
DOCUMENTS = frozenset(
    "7z arc csv doc docm docx eml epub gz htm html json jsonl markdown md mht mhtml ndjson ods odt ofd pdf"
    " rtf shtml text tsv txt warc wet wps xhtml xls xlsx zip".split()
) | {""}

_NESTED = 8  # packages in packages that are looked through


class Outside(QObject):
    """Opens the file of an article, or its folder; where there is nothing to open the status line says so."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks

    def open_file(self, path: str) -> None:
        """Open a file in the program that the system has for it."""

        def found(holder: Path | None) -> None:
            tr = QCoreApplication.translate
            if holder is None:
                self._say(tr("Outside", "The file is not there any more: %1"), path)
            elif is_document(holder):
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(holder)))
            else:
                self._say(tr("Outside", "Only documents are opened from an archive, not this: %1"), path)

        self._tasks.run(
            "the file of an article", lambda _: holder_of(path), found, lane="original", owner=self
        )

    def open_folder(self, path: str) -> None:
        """Open the folder of a file, though the file itself may be gone."""

        def found(folder: Path | None) -> None:
            if folder is None:
                tr = QCoreApplication.translate
                self._say(tr("Outside", "The folder is not there any more: %1"), path)
            else:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        self._tasks.run("the folder of a file", lambda _: folder_of(path), found, lane="original", owner=self)

    def _say(self, text: str, path: str) -> None:
        self._session.message.emit(text.replace("%1", path))


def holder_of(path: str) -> Path | None:
    """The file at `path`, or the one that holds it (`包.zip#文.txt`); None if neither is there."""
    marks = [place for place, char in enumerate(path) if char == "#"]
    for each in (path, *(path[:place] for place in reversed(marks[-_NESTED:]))):
        try:
            if Path(each).is_absolute() and Path(each).is_file():
                return Path(each)
        except (OSError, ValueError):
            continue
    return None


def folder_of(path: str) -> Path | None:
    """The folder that a file or what holds it lies in; None if it is not there."""
    holder = holder_of(path)
    folder = (holder or Path(path.partition("#")[0])).parent
    try:
        return folder if folder.is_absolute() and folder.is_dir() else None
    except (OSError, ValueError):
        return None


def is_document(path: Path) -> bool:
    """Whether a file is of a kind that articles come from, by its name."""
    return path.suffix.lower().removeprefix(".") in DOCUMENTS
