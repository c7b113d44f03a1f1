"""The commands of pages, networks and corrections for the menu; made by `pane`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.corrections import Corrector
from desktop_app.session import Session
from desktop_app.theme import wear


class PageCommands(QObject):
    """The actions by name; what they mean depends on the page on show and the name marked in the article."""

    def __init__(self, session: Session, corrector: Corrector, pages: QWidget) -> None:
        super().__init__(pages)
        self._session, self._corrector, self._pages = session, corrector, pages
        self._on_show: int | None = None
        self._actions = self._make_actions()

    def for_menu(self) -> list[QAction | None]:
        """The order of the menu; None separates."""
        a = self._actions
        return [a["page"], a["network"], a["results"], None, a["undo"], a["redo"], a["corrections"]]

    def enable(self, on_show: int | None) -> None:
        """Follow the archive and the entity whose page is on show."""
        self._on_show = on_show
        there = self._session.archive is not None
        for name, action in self._actions.items():
            action.setEnabled(self._corrector.possible if name in ("undo", "redo") else there)

    def retranslate(self) -> None:
        """Put the texts in the language in force."""
        tr = QCoreApplication.translate
        for name, text in (
            ("page", tr("EntityPages", "Page of the chosen name")),
            ("network", tr("EntityPages", "Network of the chosen name")),
            ("results", tr("EntityPages", "Network of the results")),
            ("undo", tr("EntityPages", "Undo the last correction")),
            ("redo", tr("EntityPages", "Put back what was undone")),
            ("corrections", tr("EntityPages", "Corrections…")),
        ):
            self._actions[name].setText(text)

    def _make_actions(self) -> dict[str, QAction]:
        shapes = {
            "page": ("person", "F7", self._open_chosen),
            "network": ("link", "F8", self._network_of_chosen),
            "results": ("link", "Shift+F8", lambda: self._session.open_network(None)),
            "undo": ("history", "Ctrl+Alt+B", self._corrector.undo),
            "redo": ("refresh", "Ctrl+Shift+Z", self._corrector.redo),
            "corrections": ("edit", "Ctrl+Alt+X", self._session.open_corrections),
        }
        actions = {}
        for name, (picture, keys, do) in shapes.items():
            action = actions[name] = QAction(self._pages)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, do=do: do())
            wear(action, picture)
        return actions

    def _chosen(self) -> int | None:
        """The entity meant by a key: that of the page on show, else the one marked in the article."""
        here = self._on_show if self._pages.isVisible() else None
        number = here if here is not None else getattr(self._session.entity, "id", None)
        return number if isinstance(number, int) else None

    def _open_chosen(self) -> None:
        number = getattr(self._session.entity, "id", None)
        if isinstance(number, int):
            self._session.open_entity(number)
        else:
            self._ask_to_choose()

    def _network_of_chosen(self) -> None:
        number = self._chosen()
        if number is not None:
            self._session.open_network(number)
        else:
            self._ask_to_choose()

    def _ask_to_choose(self) -> None:
        tr = QCoreApplication.translate
        self._session.message.emit(
            tr("EntityPages", "Choose a name first, in the article or in the list of names.")
        )
