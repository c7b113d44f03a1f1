"""The line at the foot: how many articles, state of the index, place among the hits, zoom, script."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.i18n import format as form
from desktop_app.i18n.mnemonics import plain
from desktop_app.library import Librarian
from desktop_app.main_window.actions import Actions
from desktop_app.session import Position, Session
from desktop_app.tasks import Tasks
from desktop_app.theme.tokens import STATUS_HEIGHT
from index.control import Control
from index.model import Script

_REMARK_FOR = 5000  # ms


class StatusLine(QFrame):
    """Shows; the two buttons set zoom back and switch the script."""

    def __init__(
        self,
        session: Session,
        librarian: Librarian,
        tasks: Tasks,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self.setFixedHeight(STATUS_HEIGHT)
        self._session = session
        self._librarian = librarian
        self._tasks = tasks
        self._actions = actions
        self._articles: int | None = None
        self._archive = _small()
        self._index = _small()
        self._remark = _small()
        self._remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._position = _small()
        self._zoom = _small_button(self.tr("Back to 100 % (Ctrl+0)"))
        self._script = _small_button(self.tr("Switch script (F9)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(self._archive)
        row.addWidget(self._index)
        row.addWidget(self._remark, 1)
        row.addWidget(self._position)
        row.addWidget(self._zoom)
        row.addWidget(self._script)
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.setInterval(_REMARK_FOR)
        self._clear.timeout.connect(self._remark.clear)
        self._connect()
        self._archive_changed()
        self._show_zoom(session.zoom)
        self._show_script(session.script)

    def _connect(self) -> None:
        session = self._session
        session.archive_changed.connect(lambda _: self._archive_changed())
        session.archive_content_changed.connect(self._count)
        session.position_changed.connect(self._show_position)
        session.zoom_changed.connect(self._show_zoom)
        session.script_changed.connect(self._show_script)
        session.message.connect(self.remark)
        self._librarian.index_state_changed.connect(lambda _: self._show_index())
        self._librarian.import_changed.connect(lambda _: self._show_index())
        self._zoom.clicked.connect(lambda: session.set_zoom(100))
        self._script.clicked.connect(session.next_script)

    def remark(self, text: str) -> None:
        """Say something in passing."""
        self._remark.setText(text)
        self._clear.start()

    def _archive_changed(self) -> None:
        there = self._session.archive is not None
        self._articles = None
        self._archive.clear()
        self._position.clear()
        for widget in (self._zoom, self._script):
            widget.setVisible(there)
        self._show_index()
        self._count()

    def _count(self) -> None:
        archive = self._session.archive
        if archive is None:
            return

        def work(_: Control) -> int:
            return archive.article_count()

        self._tasks.run("count", work, self._show_count, lane="library", owner=self)

    def _show_count(self, count: int) -> None:
        self._articles = count
        self._archive.setText(form.articles(count))

    def _show_index(self) -> None:
        count = self._librarian.not_indexed
        archive = self._session.archive
        if archive is None or count < 0 or self._librarian.working:
            self._index.clear()  # while articles come in, the strip above says how many are missing
        elif archive.read_only and count == 0:
            self._index.setText(self.tr("index complete · read-only"))
        elif count == 0:
            self._index.setText(self.tr("index complete"))
        else:
            self._index.setText(self.tr("%n article(s) not searchable yet", "", count))

    def _show_position(self, position: Position) -> None:
        if position.total == 0:
            self._position.clear()
        elif position.number == 0:
            self._position.setText(self.tr("%n hit(s) in the article", "", position.total))
        else:
            text = self.tr("hit %1 of %2")
            self._position.setText(
                text.replace("%1", form.number(position.number)).replace("%2", form.number(position.total))
            )

    def _show_zoom(self, percent: int) -> None:
        self._zoom.setText(form.percent(percent))

    def _show_script(self, script: Script) -> None:
        self._script.setText(plain(self._actions.scripts[script].text()))


def _small() -> QLabel:
    label = QLabel()
    label.setProperty("look", "small")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label


def _small_button(tip: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("look", "status")
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
