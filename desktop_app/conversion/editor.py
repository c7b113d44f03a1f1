"""The form for one correction of a conversion: these words, as printed, are always shown like that.

Opened by the list of corrections and from the menu over the page; `finished_with(OwnCorrection)` ends it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from index.model import Script
from index.script.manner import OwnCorrection

LONGEST = 60  # characters


class CorrectionEditor(QDialog):
    """Three fields; it can be accepted once there are words to correct."""

    finished_with = Signal(object)  # OwnCorrection

    def __init__(self, correction: OwnCorrection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Correct a conversion"))
        self.source, self.target = QLineEdit(correction.source), QLineEdit(correction.target)
        for field in (self.source, self.target):
            field.setMaxLength(LONGEST)
            field.setMinimumWidth(280)
            field.textChanged.connect(lambda _: self._enable())
        self.script = QComboBox()
        self._scripts = list(script_words())
        self.script.addItems(list(script_words().values()))
        self.script.setCurrentIndex(self._scripts.index(correction.script))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("As &printed"), self.source)
        form.addRow(self.tr("Is &shown as"), self.target)
        form.addRow(self.tr("&When shown in"), self.script)
        hint = QLabel(
            self.tr(
                "Enter enough characters for the correction to be right everywhere: 皇后 rather than 后."
                " Your corrections take precedence over every dictionary."
            )
        )
        hint.setWordWrap(True)
        hint.setProperty("look", "secondary")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(self._buttons)
        self._enable()

    @property
    def correction(self) -> OwnCorrection:
        """What the form says."""
        script = self._scripts[self.script.currentIndex()]
        return OwnCorrection(script, self.source.text().strip(), self.target.text().strip())

    def accept(self) -> None:
        """Hand the correction over."""
        self.finished_with.emit(self.correction)
        super().accept()

    def _enable(self) -> None:
        made = self.correction
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(made.source and made.target))


def script_words() -> dict[Script, str]:
    """The scripts that a correction can be for, in words."""
    tr = QCoreApplication.translate
    return {
        Script.SIMPLIFIED: tr("Conversion", "Simplified"),
        Script.TRADITIONAL: tr("Conversion", "Traditional, all kinds"),
        Script.TAIWAN: tr("Conversion", "Traditional, Taiwan"),
        Script.HONGKONG: tr("Conversion", "Traditional, Hong Kong"),
    }
