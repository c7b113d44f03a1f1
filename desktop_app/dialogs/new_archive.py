"""Name and place of a new archive, with sensible ones filled in.

Used by menu, start page and dropped folders.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from index.paths import ARCHIVE_SUFFIX

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class NewArchive(QDialog):
    """Accepted, `path` is where the archive shall be made."""

    def __init__(self, folder: Path, contents: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New archive"))
        self._name = QLineEdit(free_name(folder, self._proposal(contents)))
        self._name.selectAll()
        self._folder = QLineEdit(str(folder))
        self._folder.setAccessibleName(self.tr("Place of the archive"))
        choose = QPushButton(self.tr("Choose…"))
        choose.clicked.connect(self._choose)
        choose.setAutoDefault(False)
        place = QWidget()
        place.setFocusProxy(self._folder)
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._folder, 1)
        row.addWidget(choose)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("&Place"), place)
        self._remark = QLabel()
        self._remark.setProperty("look", "small")
        self._remark.setWordWrap(True)
        self._remark.setMinimumWidth(440)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        words = self.tr("Create and import") if contents else self.tr("Create archive")
        self._make = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self._make.setDefault(True)
        self._make.setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        if contents:
            column.addWidget(self._of(contents))
        column.addLayout(form)
        column.addWidget(self._remark)
        column.addWidget(buttons)
        self._name.textChanged.connect(self._judge)
        self._folder.textChanged.connect(self._judge)
        self._judge()

    @property
    def path(self) -> Path:
        """Where the archive shall be made."""
        return Path(self._folder.text().strip()) / f"{self._name.text().strip()}{ARCHIVE_SUFFIX}"

    def _proposal(self, contents: Sequence[Path]) -> str:
        if len(contents) == 1 and contents[0].stem:
            return contents[0].name if contents[0].is_dir() else contents[0].stem
        if contents and contents[0].parent.name:
            return contents[0].parent.name
        return self.tr("My archive", "name proposed for a new archive")

    def _of(self, contents: Sequence[Path]) -> QLabel:
        if len(contents) == 1:
            words = self.tr("Everything in “%1” will be imported.").replace("%1", contents[0].name)
        else:
            words = self.tr("%n file(s) and folder(s) will be imported.", "", len(contents))
        label = QLabel(words)
        label.setWordWrap(True)
        return label

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Place of the archive"), self._folder.text())
        if chosen:
            self._folder.setText(str(Path(chosen)))

    def _judge(self) -> None:
        name = self._name.text().strip()
        folder = self._folder.text().strip()
        trouble = ""
        if not name:
            trouble = self.tr("The archive needs a name.")
        elif _FORBIDDEN.search(name) or name.endswith("."):
            trouble = self.tr('A name cannot contain < > : " / \\ | ? * or end with a dot.')
        elif not folder:
            trouble = self.tr("Choose where to keep the archive.")
        elif self.path.exists():
            trouble = self.tr("There is something with this name already. Choose another one.")
        self._make.setEnabled(not trouble)
        self._remark.setText(trouble or str(self.path))
        self._remark.setProperty("look", "error" if trouble else "small")
        self._remark.style().unpolish(self._remark)
        self._remark.style().polish(self._remark)


def free_name(folder: Path, name: str) -> str:
    """`name`, made fit for a file name, with a number if there is an archive of that name in `folder`."""
    clean = _FORBIDDEN.sub(" ", name).strip(". ")[:80] or "archive"
    candidate, number = clean, 2
    while (folder / f"{candidate}{ARCHIVE_SUFFIX}").exists():
        candidate, number = f"{clean} {number}", number + 1
    return candidate
