"""An archive of three articles that may be written to, and the desk around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.desk.desk import Desk
from desktop_app.session import Place, Selection, Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.model import SearchRequest

TEXTS = {
    "会议.txt": "云州白石两市联席会议召开\n发布时间：2024-03-05\n\n"
    "　　3月4日，云州市、白石市联席会议在云州召开。"
    "云州市委书记岑绍文主持会议。\n　　会议强调要共同推进云白铁路建设。\n\n来源：云州日报\n",
    "任免.txt": "白石市任免名单\n发布时间：2024-05-06\n\n"
    "　　费云帆任白石市代市长，会议通过。\n\n来源：白石日报\n",
    "铁路.txt": "云白铁路动工\n发布时间：2024-08-01\n\n"
    "　　云白铁路今日动工，会议由岑绍文主持。\n\n来源：云州日报\n",
}


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    monkeypatch.setattr("index.archive.sharing.default_count", lambda: 0)
    folder = tmp_path / "剪报"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Archive.create(tmp_path / "案头.juanzong") as made:
        made.import_paths([folder], workers=0)
        yield made


class Table:
    """A session with the archive open, and the desk."""

    def __init__(self, archive: Archive, session: Session, desk: Desk, settled: Callable[[], None]) -> None:
        self.archive, self.session, self.desk, self.settled = archive, session, desk, settled

    def number(self, title: str) -> int:
        """The article whose title contains some words."""
        ids = self.archive.search(SearchRequest("")).ids()
        return next(int(one) for one in ids if title in self.archive.article(int(one)).title)

    def open(self, title: str) -> int:
        """Show an article, as the reader would."""
        number = self.number(title)
        self.session.article_shown(self.archive.article(number))
        self.settled()
        return number

    def select(self, words: str) -> None:
        """Select words of the article on show."""
        article = self.session.article
        assert article is not None
        at = article.body.index(words)
        self.session.select(Selection(article.id, (Place(at, at + len(words)),)))


@pytest.fixture
def table(
    qtbot: QtBot, archive: Archive, session: Session, tasks: Tasks, settled: Callable[[], None]
) -> Iterator[Table]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 700)
    desk = Desk(session, tasks, QWidget(window), window)
    session.set_archive(archive)
    settled()
    yield Table(archive, session, desk, settled)
    settled()
