"""The bar over the panes: ≡, the archive's name, the search box, order, script, settings."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop_app.i18n.mnemonics import plain
from desktop_app.main_window.actions import Actions
from desktop_app.main_window.menus import Menus
from desktop_app.main_window.script_switch import ScriptSwitch
from desktop_app.session import Session
from desktop_app.theme import wear
from desktop_app.theme.tokens import BAR_HEIGHT, ICON
from index.model import SearchRequest

_NAME_WIDTH = 200
_NARROW = 900  # px of bar below which texts give way to icons


class TopBar(QFrame):
    """Lays the bar out; everything it triggers is an action of the window."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        menus: Menus,
        search_box: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.setFixedHeight(BAR_HEIGHT)
        self._session = session
        self._actions = actions
        self._menu = tool(actions.menu)
        self._menu.setMenu(menus.main)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        actions.menu.triggered.connect(lambda: self._open_menu(menus.main))
        self._name = self._make_name(menus)
        self._search_box = search_box
        self._sort = self._make_sort(menus)
        self._script = ScriptSwitch(session, actions, menus.script)
        self._sidebar = tool(actions.show_sidebar)
        self._settings = tool(actions.settings)
        search_box.setMaximumWidth(680)
        search_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._menu)
        row.addWidget(self._name)
        row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(search_box, 30)
        row.addStretch(1)
        row.addWidget(self._sort)
        row.addSpacing(4)
        row.addWidget(self._script)
        row.addSpacing(4)
        row.addWidget(self._sidebar)
        row.addWidget(self._settings)
        session.archive_changed.connect(lambda _: self._show_archive())
        session.request_changed.connect(self._show_sort)
        self._show_archive()
        self._show_sort(session.request)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let texts give way to icons when there is little room."""
        narrow = event.size().width() < _NARROW
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        self._sort.setToolButtonStyle(style)
        super().resizeEvent(event)

    def _open_menu(self, menu: QMenu) -> None:
        """By key: under its button, with the first entry chosen, so that the arrow keys go on from there."""
        menu.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _make_name(self, menus: Menus) -> QToolButton:
        button = QToolButton()
        button.setObjectName("archive-name")
        button.setMenu(menus.switcher)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("Other archives"))
        button.setAccessibleName(self.tr("Archive"))
        return button

    def _make_sort(self, menus: Menus) -> QToolButton:
        button = QToolButton()
        wear(button, "sort", "secondary")
        button.setIconSize(QSize(ICON, ICON))
        button.setMenu(menus.sort)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("Order of the results (Ctrl+Shift+S)"))
        button.setAccessibleName(self.tr("Order of the results"))
        return button

    def _show_archive(self) -> None:
        archive = self._session.archive
        there = archive is not None
        name = archive.name if archive is not None else self.tr("Juanzong")
        self._name.setText(
            QFontMetrics(self._name.font()).elidedText(name, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH)
        )
        self._name.setToolTip(str(archive.path) if archive is not None else self.tr("Other archives"))
        for widget in (self._search_box, self._sort, self._script, self._sidebar):
            widget.setVisible(there)

    def _show_sort(self, request: SearchRequest) -> None:
        self._sort.setText(plain(self._actions.sorts[request.sort].text()))


def tool(action: QAction, icon_size: int = ICON) -> QToolButton:
    """An icon button for an action."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(icon_size, icon_size))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(plain(action.text()))
    return button
