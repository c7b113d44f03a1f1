"""Palette and stylesheet made from the tokens; the only place that writes QSS.

Widgets choose among looks by object name or by the dynamic property `look`:
`QToolButton` is flat by itself; `QPushButton[look="primary"]` accent, `QPushButton[look="quiet"]` flat;
`QLabel[look="secondary"|"title"|"heading"|"warning"|"error"|"rich"]`; only the last takes markup, never
made of an archive's texts as they are: a title from a stranger could fetch a picture;
`QFrame[look="bar"|"strip"|"card"|"drawer"]`;
`QWidget[look="paper"]` for white grounds; `QLineEdit[look="search"]` for the large box.
"""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from desktop_app.theme.tokens import GRID, RADIUS, STATUS_HEIGHT, Colours
from index.paths import resource


def palette(c: Colours) -> QPalette:
    """The Fusion palette of a scheme."""
    result = QPalette()
    role = QPalette.ColorRole
    for where, value in (
        (role.Window, c.window),
        (role.WindowText, c.ink),
        (role.Base, c.paper),
        (role.AlternateBase, c.window),
        (role.Text, c.ink),
        (role.Button, c.window),
        (role.ButtonText, c.ink),
        (role.BrightText, c.on_accent),
        (role.ToolTipBase, c.paper),
        (role.ToolTipText, c.ink),
        (role.PlaceholderText, c.faint),
        (role.Highlight, c.selected_text),
        (role.HighlightedText, c.ink),
        (role.Link, c.accent),
        (role.LinkVisited, c.accent),
        (role.Accent, c.accent),
        (role.Light, c.paper),
        (role.Midlight, c.hover),
        (role.Mid, c.line),
        (role.Dark, c.field_line),
        (role.Shadow, c.shadow),
    ):
        result.setColor(where, QColor(value))
    off = QPalette.ColorGroup.Disabled
    for where in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(off, where, QColor(c.faint))
    return result


def stylesheet(c: Colours) -> str:
    """The application stylesheet of a scheme."""
    values = {name: getattr(c, name) for name in c.__dataclass_fields__}
    return Template(_SHEET).substitute(
        values,
        r=f"{RADIUS}px",
        g1=f"{GRID}px",
        g2=f"{2 * GRID}px",
        status=f"{STATUS_HEIGHT}px",
        chevron=resource("icons", "combo-arrow.svg").as_posix(),
        chevron_up=resource("icons", "combo-arrow-up.svg").as_posix(),
        check=resource("icons", "combo-check.svg").as_posix(),
        clear=resource("icons", "combo-clear.svg").as_posix(),
    )


_SHEET = """
QWidget { color: $ink; }
QMainWindow, QDialog { background: $window; }
QToolTip { qproperty-textFormat: PlainText; }
QToolTip { background: $paper; color: $ink; border: 1px solid $field_line; padding: $g1 $g2; }

QLabel { background: transparent; qproperty-textFormat: PlainText; }
QLabel[look="rich"] { qproperty-textFormat: RichText; }
QLabel[look="secondary"] { color: $secondary; }
QLabel[look="small"] { color: $secondary; font-size: 12px; }
QLabel[look="heading"] { font-size: 15px; font-weight: 600; }
QLabel[look="title"] { font-size: 24px; font-weight: 600; }
QLabel[look="remarks"] { background: $window; color: $secondary; font-size: 12px; padding: 6px 12px;
    border-bottom: 1px solid $line; }
QLabel[look="warning"] { color: $warning; }
QLabel[look="error"] { color: $error; }

QFrame[look="bar"] { background: $window; border: none; border-bottom: 1px solid $line; }
QFrame[look="strip"] { background: $paper; border: none; border-top: 1px solid $line; }
QFrame[look="banner"] { background: $warning_ground; border: none; border-bottom: 1px solid $line; }
QFrame[look="card"] { background: $paper; border: 1px solid $line; border-radius: $r; }
QFrame[look="card"]:hover { border-color: $field_line; }
QDialog#palette { background: $window; border: 1px solid $field_line; }
QFrame[look="drawer"] { background: $window; border: none; border-left: 1px solid $field_line; }
QFrame[look="outline"] { background: $window; border: none; border-right: 1px solid $line; }
QFrame[look="status"] { background: $window; border: none; border-top: 1px solid $line; }
QFrame[look="segments"] { background: $paper; border: 1px solid $field_line; border-radius: $r; }
QFrame[look="segments"] QToolButton { border-radius: 4px; padding: 4px 8px; min-height: 18px; }
QFrame[look="segments"] QToolButton:checked { background: $selected; color: $accent; font-weight: 600; }
QFrame[look="segments"] QToolButton[popupMode="2"] { padding: 4px 2px; }
QFrame[look="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QWidget[look="paper"] { background: $paper; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: $r; padding: 5px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:open { background: $pressed; }
QToolButton:checked { background: $selected; color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $faint; }
QToolButton#archive-name { font-weight: 600; padding: 5px 8px; }
QToolButton[popupMode="2"] { padding-right: 5px; }
QToolButton[popupMode="1"] { padding-right: 20px; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton::menu-button { border: none; width: 16px; border-top-right-radius: $r;
    border-bottom-right-radius: $r; }
QToolButton::menu-button:hover { background: $pressed; }

QPushButton { background: $paper; border: 1px solid $field_line; border-radius: $r; padding: 5px 14px;
    min-height: 20px; min-width: 56px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; background: $window; border-color: $line; }
QPushButton[look="primary"] { background: $accent; color: $on_accent;
    border-color: $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color:
    $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $ink; padding: 4px 13px; }
QPushButton[look="primary"]:disabled { background: $hover; color: $faint;
    border-color: $line; }
QPushButton[look="quiet"] { background: transparent; border-color: transparent; padding: 4px 10px;
    min-width: 0; }
QPushButton[look="quiet"]:hover { background: $hover; }
QPushButton[look="quiet"]:focus { border-color: $accent; }
QPushButton[look="card"] { background: $paper; border: 1px solid $line; border-radius: $r; padding: 0;
    text-align: left; min-height: 0; }
QPushButton[look="card"]:hover { border-color: $field_line; background: $hover; }
QPushButton[look="card"]:pressed { background: $pressed; }
QPushButton[look="card"]:focus { border-color: $accent; }
QPushButton[look="row"] { background: transparent; border: 1px solid transparent; padding: 0; min-height: 0; }
QPushButton[look="row"]:hover { background: $hover; }
QPushButton[look="row"]:focus { border-color: $accent; }
QPushButton[look="picture"] { background: transparent; border: none; padding: 0; min-width: 0; }
QPushButton[look="status"] { background: transparent; border: 1px solid transparent; color: $secondary;
    font-size: 12px; padding: 1px 6px; min-width: 0; min-height: 18px; }
QPushButton[look="status"]:hover { background: $hover; color: $ink; }
QPushButton[look="status"]:focus { border-color: $accent; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: $accent;
    padding: 2px 4px;
    min-width: 0; }
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox { background: $paper; border: 1px solid
    $field_line;
    border-radius: $r; padding: 4px 8px; selection-background-color: $selected_text; selection-color:
    $ink; }
QLineEdit { min-height: 20px; lineedit-clear-button-icon: url("$clear"); }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus { border-color: $accent; }
QLineEdit:disabled, QSpinBox:disabled { color: $faint; background: $window; }
QTextBrowser { border: none; border-radius: 0; padding: 0; }
QTextBrowser:focus { border: none; }
QTextBrowser[look="window"] { background: transparent; }

QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {
    border: none; background: transparent; width: 20px; subcontrol-origin: padding; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$chevron_up"); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$chevron"); width: 10px; height: 10px; }
QSpinBox, QDoubleSpinBox { padding: 4px 24px 4px 8px; min-height: 20px; }
QAbstractSpinBox > QLineEdit { background: transparent; border: none; border-radius: 0; min-height: 0;
    padding: 0 0 0 6px; }
QComboBox { background: $paper; border: 1px solid $field_line; border-radius: $r; padding: 4px 8px;
    min-height: 20px; }
QComboBox:hover { background: $hover; }
QComboBox:focus, QComboBox:on { border-color: $accent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $paper; border: 1px solid $field_line; outline: none; padding:
    4px;
    selection-background-color: $hover; selection-color: $ink; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $secondary; border-radius: 3px;
    background: $paper; }
QCheckBox::indicator:hover { background: $hover; }
QCheckBox::indicator:checked { image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $line; }

QMenuBar { background: $window; border-bottom: 1px solid $line; padding: 0 4px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $paper; border: 1px solid $field_line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $field_line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QAbstractItemView[look="framed"] { border: 1px solid $line; border-radius: $r; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }

QAbstractItemView { background: $paper; border: none; outline: none; selection-background-color: $selected;
    selection-color: $ink; }
QAbstractItemView[look="window"] { background: $window; }
QAbstractItemView::item { padding: 3px 7px; border: 1px solid transparent; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $selected; color: $ink; }
QAbstractItemView::item:focus { border-color: $accent; }
QHeaderView { background: $window; border: none; }
QHeaderView::section { background: $window; color: $secondary; border: none; border-bottom: 1px solid $line;
    border-right: 1px solid $line; padding: 5px 8px; }
QHeaderView::section:hover { background: $hover; }

QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: $secondary; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabBar[look="articles"] { background: $window; }
QTabBar[look="articles"]::tab { padding: 5px 4px 5px 12px; min-width: 90px; max-width: 220px;
    border-right: 1px solid $line; }
QTabBar[look="articles"]::tab:selected { background: $paper; }
QToolButton[look="small"] { padding: 1px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }

QStatusBar { background: $window; border-top: 1px solid $line; min-height: $status; }
QStatusBar::item { border: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""
