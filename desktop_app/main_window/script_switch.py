"""原文 · 简 · 繁: the one button for the script of all archive text, with its state and a menu."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop_app.i18n.mnemonics import plain
from desktop_app.main_window.actions import Actions
from desktop_app.session import Session
from desktop_app.theme import wear
from index.model import Script

_TRADITIONAL = (Script.TRADITIONAL, Script.TAIWAN, Script.HONGKONG)


class ScriptSwitch(QFrame):
    """Three joined buttons, one of them down, and a small menu."""

    def __init__(
        self, session: Session, actions: Actions, menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "segments")
        self._session = session
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._original = self._segment(
            self.tr("Printed", "short, on the script switch: text as printed"), row
        )
        self._simplified = self._segment("简", row)
        self._traditional = self._segment("繁", row)
        for button, script in (
            (self._original, Script.ORIGINAL),
            (self._simplified, Script.SIMPLIFIED),
            (self._traditional, Script.TRADITIONAL),
        ):
            action = actions.scripts[script]
            button.setToolTip(self.tr("%1 (F9 switches)").replace("%1", action.toolTip()))
            button.setAccessibleName(plain(action.text()))
        self._original.clicked.connect(lambda: session.set_script(Script.ORIGINAL))
        self._simplified.clicked.connect(lambda: session.set_script(Script.SIMPLIFIED))
        self._traditional.clicked.connect(lambda: session.set_script(session.settings.traditional_variant))
        variants = QToolButton()
        variants.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        variants.setMenu(menu)
        wear(variants, "chevron-down", "secondary")
        variants.setIconSize(QSize(14, 14))
        variants.setToolTip(self.tr("Variants: Taiwan, Hong Kong"))
        variants.setAccessibleName(self.tr("Variants of the script"))
        row.addWidget(variants)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        session.script_changed.connect(self._show)
        self._show(session.script)

    def _segment(self, text: str, row: QHBoxLayout) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        self._group.addButton(button)
        row.addWidget(button)
        return button

    def _show(self, script: Script) -> None:
        self._original.setChecked(script is Script.ORIGINAL)
        self._simplified.setChecked(script is Script.SIMPLIFIED)
        self._traditional.setChecked(script in _TRADITIONAL)
        marks = {Script.TAIWAN: "繁·台", Script.HONGKONG: "繁·港"}
        self._traditional.setText(marks.get(script, "繁"))
