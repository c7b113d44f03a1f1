"""Runs the session's searches: one at a time, the newest wins, and everything the list needs comes at once.

The results pane owns one. A search goes through lane "search" of the tasks; older ones are cancelled and
what they still return is dropped. With the hits come the first rows and the place of the row that was
selected, so that the list changes in one step and the selection stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.search.results_model import BLOCK
from desktop_app.search.shown_row import ShownRow, shown_row
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.errors import QueryError
from index.model import Script, SearchRequest

if TYPE_CHECKING:
    from index.archive import Archive, Hits
    from index.control import Control


@dataclass(frozen=True, slots=True)
class Found:
    """A finished search with what the list shows first."""

    archive: Archive
    hits: Hits
    ids: Sequence[int]
    first: Sequence[ShownRow]
    script: Script
    kept: int  # row of the article that was selected before; -1 if it is not among the hits
    refresh: bool  # the same request again, after the archive changed


class SearchRunner(QObject):
    """Listens to the session's request, tells the pane what came of it."""

    started = Signal(object)  # SearchRequest
    found = Signal(object)  # Found
    refused = Signal(object)  # QueryError
    failed = Signal(object)  # Exception
    emptied = Signal()  # no archive is open

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self.selected: int | None = None  # article id that the list stands on
        session.request_changed.connect(lambda request: self._run(request, refresh=False))
        session.archive_content_changed.connect(lambda: self._run(session.request, refresh=True))
        session.archive_changed.connect(self._archive_changed)

    def run_again(self) -> None:
        """Search once more for what is being searched for."""
        self._run(self._session.request, refresh=True)

    def _archive_changed(self, archive: Archive | None) -> None:
        self._tasks.cancel("search")
        self.selected = None
        if archive is None:
            self.emptied.emit()
        else:
            self._run(self._session.request, refresh=False)

    def _run(self, request: SearchRequest, *, refresh: bool) -> None:
        archive = self._session.archive
        if archive is None:
            return
        selected, script = self.selected, self._session.script
        self.started.emit(request)
        self._tasks.run(
            "search",
            lambda control: _search(archive, request, script, selected, control, refresh=refresh),
            self._show,
            self._complain,
            lane="search",
            newest=True,
            owner=self,
        )

    def _show(self, found: Found) -> None:
        self.found.emit(found)
        self._session.show_hits(found.hits)

    def _complain(self, error: Exception) -> None:
        if isinstance(error, QueryError):
            self.refused.emit(error)
        else:
            self.failed.emit(error)


def _search(
    archive: Archive,
    request: SearchRequest,
    script: Script,
    selected: int | None,
    control: Control,
    *,
    refresh: bool,
) -> Found:
    hits = archive.search(request, cancelled=lambda: control.cancelled)
    ids = hits.numbers()
    control.checkpoint()
    first = [shown_row(row, script) for row in archive.rows(hits, 0, BLOCK)]
    return Found(archive, hits, ids, first, script, row_of(selected, ids), refresh)


def row_of(article_id: int | None, ids: Sequence[int]) -> int:
    """The row of an article among the ids of the hits; -1 if it is not there."""
    if article_id is None:
        return -1
    try:
        return ids.index(article_id)
    except (ValueError, AttributeError):
        return next((row for row, each in enumerate(ids) if each == article_id), -1)
