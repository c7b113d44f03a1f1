"""Asking where a table goes; used by everything that writes .xlsx or .csv."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.settings import Memory

FOLDER = "export.folder"
_FORBIDDEN = '<>:"/\\|?*\n\r\t'


def ask_table_path(parent: QWidget, title: str, name: str, memory: Memory) -> Path | None:
    """An .xlsx or .csv file in the folder used last; None if the user thought better of it."""
    tr = QCoreApplication.translate
    kinds = {
        tr("SaveTable", "Excel workbook (*.xlsx)"): ".xlsx",
        tr("SaveTable", "Text table (*.csv)"): ".csv",
    }
    return ask_path(parent, title, name, memory, kinds)


def ask_path(parent: QWidget, title: str, name: str, memory: Memory, kinds: dict[str, str]) -> Path | None:
    """A file of one of `kinds` (what the dialog says, to the suffix)."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(memory.text(FOLDER, documents or str(Path.home())))
    plain = "".join("_" if char in _FORBIDDEN else char for char in name).strip()[:60]
    first = next(iter(kinds.values()))
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(folder / (plain + first)), ";;".join(kinds))
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in kinds.values():
        path = path.with_name(path.name + kinds.get(kind, first))
    memory.put(FOLDER, str(path.parent))
    return path
