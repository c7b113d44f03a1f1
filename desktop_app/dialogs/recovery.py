"""What to do with an archive that cannot be opened, and restoring a backup of one that can.

Opened by the window when opening fails with ArchiveDamaged, and by the properties of an archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import error_sentence
from desktop_app.i18n.format import number, size
from desktop_app.library.librarian import Librarian
from desktop_app.library.recovery import Outcome, Recovery
from desktop_app.tasks import Tasks
from index.paths import ARCHIVE_SUFFIX

if TYPE_CHECKING:
    from index.archive.backup import Backup

_LOST_SHOWN = 5


class RecoveryDialog(QDialog):
    """With `backups` it restores the one that is chosen; with none it recovers a damaged archive."""

    open_wanted = Signal(object)  # Path

    def __init__(
        self,
        path: Path,
        librarian: Librarian,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        error: Exception | None = None,
        backups: Sequence[Backup] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path, self._backups = path, tuple(backups)
        self._working = False
        self._recovery = Recovery(librarian, tasks, self)
        self._recovery.ended.connect(self._ended)
        self._recovery.failed.connect(self._failed)
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        self._title = _label("heading")
        self._text = _label("")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._title)
        column.addWidget(self._text)
        self._choice = QButtonGroup(self)
        for place, backup in enumerate(self._backups):
            button = QRadioButton(_when(backup.made_at) + f"   {size(backup.size)}")
            button.setChecked(place == 0)
            self._choice.addButton(button, place)
            column.addWidget(button)
        self._again = QCheckBox(self.tr("Then read again what was imported after it, from the originals"))
        self._again.setChecked(True)
        self._again.setVisible(bool(self._backups))
        column.addWidget(self._again)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.hide()
        column.addWidget(self._bar)
        self._buttons = QDialogButtonBox()
        self._do = QPushButton()
        self._do.setProperty("look", "primary")
        self._do.setDefault(True)
        self._do.clicked.connect(self._start)
        self._buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        self._close = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)
        self._outcome: Outcome | None = None
        self._introduce(error)

    @property
    def texts(self) -> tuple[str, str]:
        """Heading and text, for tests and screen readers."""
        return self._title.text(), self._text.text()

    def reject(self) -> None:
        """While it works, Esc and Cancel only ask the work to stop."""
        if self._working:
            self._recovery.cancel()
        else:
            super().reject()

    def _introduce(self, error: Exception | None) -> None:
        name = self._path.name.removesuffix(ARCHIVE_SUFFIX)
        if error is None:
            self.setWindowTitle(self.tr("Restore a backup"))
            self._title.setText(self.tr("Backups of “%1”").replace("%1", name))
            self._text.setText(
                self.tr(
                    "The archive is closed and goes back to how it was then. What it holds now is kept "
                    "aside; nothing is deleted."
                )
            )
            self._do.setText(self.tr("Restore"))
            return
        self.setWindowTitle(self.tr("Recover the archive"))
        self._title.setText(self.tr("“%1” cannot be opened").replace("%1", name))
        how = self.tr(
            "It can be put together again: from the newest good backup, and from the originals of what was "
            "imported later. Nothing is deleted; damaged files are kept aside."
        )
        self._text.setText(f"{error_sentence(error)}\n\n{how}")
        self._do.setText(self.tr("Recover"))

    def _start(self) -> None:
        if self._outcome is not None:
            self.open_wanted.emit(self._outcome.path)
            self.accept()
            return
        self._working = True
        self._bar.show()
        self._do.setEnabled(False)
        self._again.setEnabled(False)
        for button in self._choice.buttons():
            button.setEnabled(False)
        if self._backups:
            chosen = self._backups[self._choice.checkedId()]
            self._recovery.restore(self._path, chosen, read_again=self._again.isChecked())
        else:
            self._recovery.recover(self._path)

    def _ended(self, outcome: Outcome) -> None:
        self._rest()
        self._outcome = outcome
        self._title.setText(self.tr("The archive can be opened again"))
        self._text.setText("\n".join(self._told(outcome)))
        self._do.setText(self.tr("Open the archive"))
        self._close.setText(self.tr("Close"))

    def _told(self, outcome: Outcome) -> list[str]:
        lines = []
        if outcome.backup:
            text = self.tr("Restored from the backup of %1.")
            lines.append(text.replace("%1", _when(outcome.backup)))
        elif outcome.salvaged:
            lines.append(self.tr("The catalogue was damaged; all that it held could be read and saved."))
        elif outcome.restored:
            lines.append(self.tr("There was no good backup; the catalogue was rebuilt from the originals."))
        else:
            lines.append(self.tr("The catalogue itself was whole."))
        again = self.tr("%n article(s) read again from originals.", "", outcome.read_again)
        lines.append(again.replace(str(outcome.read_again), number(outcome.read_again), 1))
        if outcome.lost:
            lost = self.tr("%n file(s) lost with their originals:", "", len(outcome.lost))
            more = ["…"] if len(outcome.lost) > _LOST_SHOWN else []
            lines += [lost, *outcome.lost[:_LOST_SHOWN], *more]
        return lines

    def _failed(self, error: Exception) -> None:
        self._rest()
        self._do.setEnabled(True)
        self._title.setText(self.tr("That did not work"))
        self._text.setText(error_sentence(error))

    def _rest(self) -> None:
        self._working = False
        self._bar.hide()
        self._do.setEnabled(True)
        self._again.hide()
        for button in self._choice.buttons():
            button.hide()


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setWordWrap(True)
    return label


def _when(iso: str) -> str:
    return iso.replace("T", " ")
