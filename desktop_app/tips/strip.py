"""The strip at the foot of the window that makes a remark: quiet, without the focus, gone with one click.

Made by `desktop_app.main_window`. What was said is remembered as `tips.seen`, the version as `tips.version`,
the day of the first start as `tips.since`.
"""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.session import Session
from desktop_app.settings import Settings
from desktop_app.theme import icon, theme
from desktop_app.tips.moments import MANY, Moment, remark
from index.version import __version__

_SEEN, _VERSION, _SINCE = "tips.seen", "tips.version", "tips.since"


class TipStrip(QFrame):
    """Listens to the session; hidden while there is nothing to say. `news_wanted`: show what is new."""

    news_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        self._session = session
        self.moment: Moment | None = None
        self._picture = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._news = QPushButton(self.tr("What's new"))
        self._news.setProperty("look", "quiet")
        self._news.clicked.connect(self._show_news)
        self.done = QPushButton(self.tr("Got it"))
        self.done.setProperty("look", "quiet")
        self.done.clicked.connect(self._dismiss)
        self.never = QPushButton(self.tr("No more tips"))
        self.never.setProperty("look", "quiet")
        self.never.clicked.connect(lambda: session.change_settings(show_tips=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        for button in (self._news, self.done, self.never):
            row.addWidget(button)
        self.hide()
        session.archive_changed.connect(self._opened)
        session.article_changed.connect(self._reading)
        session.hits_changed.connect(self._found)
        session.settings_changed.connect(self._take_settings)
        theme().changed.connect(self._dress)
        self._dress()

    def say(self, moment: Moment) -> None:
        """Make the remark of a moment, unless it was made before, another stands, or tips are not wanted."""
        memory = self._session.memory
        if self.moment is not None or moment in memory.lines(_SEEN):
            return
        if not self._session.settings.show_tips and moment is not Moment.UPDATED:
            return
        self.moment = moment
        self._words.setText(remark(moment, __version__))
        self._news.setVisible(moment is Moment.UPDATED)
        self.never.setVisible(moment is not Moment.UPDATED)
        self.show()

    def _reading(self, article: object) -> None:
        if article is not None:
            self.say(Moment.ARTICLE)

    def _opened(self, archive: object) -> None:
        if archive is None:
            return
        memory, today = self._session.memory, datetime.date.today().isoformat()
        since, version = memory.text(_SINCE), memory.text(_VERSION)
        memory.put(_SINCE, since or today)
        memory.put(_VERSION, __version__)
        if version and version != __version__:
            memory.put(_SEEN, [each for each in memory.lines(_SEEN) if each != Moment.UPDATED])
            self.say(Moment.UPDATED)
        self.say(Moment.ARCHIVE)
        if since and since < today:
            self.say(Moment.SECOND_DAY)

    def _found(self, hits: object) -> None:
        if hits is not None and self._session.request.text and getattr(hits, "total", 0) >= MANY:
            self.say(Moment.MANY_HITS)

    def _dismiss(self) -> None:
        if self.moment is not None:
            memory = self._session.memory
            memory.put(_SEEN, [*memory.lines(_SEEN), self.moment.value])
            memory.save()
        self.moment = None
        self.hide()

    def _show_news(self) -> None:
        self._dismiss()
        self.news_wanted.emit()

    def _take_settings(self, settings: Settings) -> None:
        if not settings.show_tips and self.moment is not Moment.UPDATED:
            self.moment = None
            self.hide()

    def _dress(self) -> None:
        self._picture.setPixmap(icon("info", "accent").pixmap(16, 16))
