"""The settings: every change takes effect at once; nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.conversion import CorrectionList
from desktop_app.dialogs.reading_sample import ReadingSample
from desktop_app.session import Session
from desktop_app.settings import Settings
from desktop_app.theme import Appearance, Paper
from desktop_app.theme.fonts import Face, face_available
from index.model import Script, Sort

_KEPT = ("language", "own_conversions")  # what "back to defaults" leaves alone
_FIELD = 220  # px, so that the fields stand under each other


class SettingsDialog(QDialog):
    """Shows `session.settings` and changes them. `page_changed` tells which tab is on show."""

    page_changed = Signal(int)

    def __init__(self, session: Session, archives_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._session = session
        self._archives_folder = archives_folder
        self._shown: list[Callable[[Settings], None]] = []
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.windowTitle())
        self.tabs.addTab(self._general(), self.tr("General"))
        self.tabs.addTab(self._reading(), self.tr("Reading"))
        self.tabs.addTab(self._script(), self.tr("Script", "tab of the settings"))
        self.tabs.addTab(self._archives(), self.tr("Archives"))
        self.tabs.currentChanged.connect(self.page_changed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        usual = buttons.addButton(self.tr("Restore defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        usual.clicked.connect(self._back_to_defaults)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        self.setMinimumWidth(560)
        session.settings_changed.connect(self._show)
        self._show(session.settings)

    # --- pages ---------------------------------------------------------------------------------------

    def _general(self) -> QWidget:
        page, form = _page()
        form.addRow(
            self.tr("&Language"),
            self._choice(
                "language",
                [
                    ("", self.tr("As the system")),
                    ("zh_CN", "简体中文"),
                    ("zh_TW", "繁體中文"),
                    ("en", "English"),
                ],
            ),
        )
        form.addRow(
            self.tr("&Colours"),
            self._choice(
                "appearance",
                [
                    (Appearance.SYSTEM, self.tr("As the system")),
                    (Appearance.LIGHT, self.tr("Light")),
                    (Appearance.DARK, self.tr("Dark")),
                ],
            ),
        )
        form.addRow(
            self.tr("&Order of results"),
            self._choice(
                "sort",
                [
                    (Sort.RELEVANCE, self.tr("By relevance")),
                    (Sort.NEWEST, self.tr("Newest first")),
                    (Sort.OLDEST, self.tr("Oldest first")),
                ],
            ),
        )
        form.addRow("", self._check("reduced_motion", self.tr("No ani&mations")))
        form.addRow("", self._check("show_tips", self.tr("Show &tips")))
        return page

    def _reading(self) -> QWidget:
        page, form = _page()
        faces = [(Face.SERIF, self.tr("Song (serif)")), (Face.SANS, self.tr("Hei (sans serif)"))]
        if face_available(Face.KAI):
            faces.append((Face.KAI, self.tr("Kai (brush)")))
        form.addRow(self.tr("&Typeface"), self._choice("reading_face", faces))
        form.addRow(
            self.tr("&Size and spacing"),
            _side_by_side(
                self._number(
                    "reading_size", (14, 28), self.tr(" px", "suffix of a size"), self.tr("Size of the text")
                ),
                self._number(
                    "reading_measure",
                    (24, 60),
                    self.tr(" characters", "suffix of a line length"),
                    self.tr("Characters in a line"),
                ),
                self._fraction("reading_leading", 1.4, 2.4),
            ),
        )
        form.addRow(
            self.tr("&Paper"),
            self._choice(
                "paper",
                [
                    (Paper.WINDOW, self.tr("White (dark where the window is dark)")),
                    (Paper.SEPIA, self.tr("Sepia")),
                ],
            ),
        )
        form.addRow(
            "",
            self._check("vertical", self.tr("&Vertical columns for Traditional text")),
        )
        form.addRow(
            "", self._check("show_mentions", self.tr("&Underline people, places and the like in the article"))
        )
        sample = ReadingSample()
        self._shown.append(sample.show_settings)
        form.addRow(sample)
        return page

    def _script(self) -> QWidget:
        page, form = _page()
        form.addRow(
            self.tr("Script at s&tart"),
            self._choice(
                "script",
                [
                    (Script.ORIGINAL, self.tr("As printed")),
                    (Script.SIMPLIFIED, self.tr("Simplified")),
                    (Script.TRADITIONAL, self.tr("Traditional")),
                    (Script.TAIWAN, self.tr("Traditional, Taiwan")),
                    (Script.HONGKONG, self.tr("Traditional, Hong Kong")),
                ],
            ),
        )
        form.addRow(
            self.tr("T&raditional means"),
            self._choice(
                "traditional_variant",
                [
                    (Script.TRADITIONAL, self.tr("Traditional, general")),
                    (Script.TAIWAN, self.tr("as used in Taiwan")),
                    (Script.HONGKONG, self.tr("as used in Hong Kong")),
                ],
            ),
        )
        form.addRow(
            "",
            self._check("place_words", self.tr("Local &vocabulary too (软件 as 軟體)")),
        )
        form.addRow(self.tr("Stay as printed"), self._check("keep_names", self.tr("&Names")))
        form.addRow("", self._check("keep_quotations", self.tr("&Quotations in “ ” and 「 」")))
        form.addRow("", self._check("keep_titles", self.tr("T&itles in 《 》")))
        form.addRow(
            "", self._check("mark_choices", self.tr("&Mark conversions that were a choice (后 or 後)"))
        )
        own = QPushButton(self.tr("My &corrections of conversions…"))
        own.clicked.connect(lambda: CorrectionList(self._session, self).open())
        form.addRow("", own)
        return page

    def _archives(self) -> QWidget:
        page, form = _page()
        self._folder = QLineEdit()
        self._folder.setPlaceholderText(str(self._archives_folder))
        self._folder.editingFinished.connect(self._folder_edited)
        self._shown.append(lambda settings: self._folder.setText(settings.archives_folder))
        choose = QPushButton(self.tr("Choose…"))
        choose.clicked.connect(self._choose_folder)
        form.addRow(self.tr("Save new archives &in"), _side_by_side(self._folder, choose))
        form.addRow("", self._check("reopen_last", self.tr("Open the last archive at &start")))
        return page

    # --- fields --------------------------------------------------------------------------------------

    def _choice(self, name: str, options: Sequence[tuple[StrEnum | str, str]]) -> QComboBox:
        box = QComboBox()
        box.setMinimumWidth(_FIELD)
        values = [value for value, _ in options]
        box.addItems([words for _, words in options])

        def show(settings: Settings) -> None:
            value = getattr(settings, name)
            box.setCurrentIndex(values.index(value) if value in values else 0)

        box.activated.connect(lambda index: self._change(name, values[index]))
        self._shown.append(show)
        return box

    def _check(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.clicked.connect(lambda on: self._change(name, on))
        self._shown.append(lambda settings: box.setChecked(getattr(settings, name)))
        return box

    def _number(self, name: str, bounds: tuple[int, int], suffix: str, words: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(*bounds)
        box.setSuffix(suffix)
        box.setAccessibleName(words)
        box.setToolTip(words)
        self._shown.append(lambda settings: box.setValue(getattr(settings, name)))
        box.valueChanged.connect(lambda value: self._change(name, value))
        return box

    def _fraction(self, name: str, least: float, most: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(least, most)
        box.setSingleStep(0.1)
        box.setDecimals(1)
        box.setSuffix(self.tr(" lines", "suffix of a line height"))
        box.setAccessibleName(self.tr("Line height"))
        box.setToolTip(self.tr("Line height"))
        self._shown.append(lambda settings: box.setValue(getattr(settings, name)))
        box.valueChanged.connect(lambda value: self._change(name, round(value, 1)))
        return box

    def _change(self, name: str, value: Any) -> None:
        self._session.change_settings(**{name: value})

    def _show(self, settings: Settings) -> None:
        for show in self._shown:
            show(settings)

    def _folder_edited(self) -> None:
        self._change("archives_folder", self._folder.text().strip())

    def _choose_folder(self) -> None:
        start = self._folder.text() or str(self._archives_folder)
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where new archives are kept"), start)
        if chosen:
            self._change("archives_folder", str(Path(chosen)))

    def _back_to_defaults(self) -> None:
        usual = Settings()
        self._session.change_settings(
            **{name: getattr(usual, name) for name in Settings.__dataclass_fields__ if name not in _KEPT}
        )


def _page() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(4, 16, 4, 4)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(10)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    return page, form


def _side_by_side(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 1 if number == 0 and isinstance(widget, QLineEdit) else 0)
    if widgets and isinstance(widgets[0], QLineEdit):
        widgets[0].setMinimumWidth(280)
    holder.setFocusProxy(widgets[0])
    return holder
