"""What the search box offers while somebody types: titles, names and earlier queries.

By characters in either script, by pinyin and by initials (`lhj` finds 李红军). The names of an archive stand
in memory as long texts, most used first, with the beginnings of their lines in order; titles stand there by
their pinyin only, for their characters the index is asked. The table is made in the background at the first
question, and only while nobody searches: what computes beside a search makes it several times as slow. When
articles have come since, a new one is made and the old one answers until then. Called through `Explorer`.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass

from index.catalogue import Catalogue, articles, searches, texts
from index.catalogue import names as entities
from index.catalogue.names import Name, names, state
from index.errors import Cancelled
from index.exploration.names import NameTable
from index.model import Completion, HistoryEntry
from index.script.fold import fold
from index.script.readings import speech

Titled = Callable[[str, int], list[int]]
_HISTORY = 300  # earlier queries looked at
_REST = 10  # times the making of a table before it is made again: an import goes on for long
_WAIT = 0.3  # seconds that the first question waits for the table
_QUIET = 0.7  # seconds without a search after which a table that takes long is worked on
_SHORT = 0.15  # seconds of work that are done beside a search: all that a small archive needs


@dataclass(frozen=True)
class _Table:
    """All names of an archive in one state of it."""

    state: tuple[int, ...]
    made_at: float  # time.monotonic() when it was ready
    took: float  # seconds
    entities: NameTable
    titles: NameTable


class Completer:
    """Answers for one archive; keeps its table fresh by one thread of its own.

    `titled` gives the numbers of articles whose titles contain a text, newest first, at most so many.
    """

    def __init__(self, catalogue: Catalogue, titled: Titled) -> None:
        self._catalogue = catalogue
        self._titled = titled
        self._guard = threading.Lock()
        self._table: _Table | None = None
        self._next: Future[_Table] | None = None
        self._worker: ThreadPoolExecutor | None = None
        self._stopping = threading.Event()
        self._searched_at = self._began_at = -_QUIET  # time.monotonic()
        self._asked: tuple[list[HistoryEntry], NameTable] | None = None

    def give_way(self) -> None:
        """Somebody searches: let the table wait for a moment."""
        self._searched_at = time.monotonic()

    def _stopped(self) -> bool:
        """Whether to give up; comes back when nobody searches any more."""
        while self._began_at + _SHORT < time.monotonic() < self._searched_at + _QUIET:
            if self._stopping.wait(_QUIET / 4):
                break
        return self._stopping.is_set()

    def close(self) -> None:
        """End the thread, once it is done with what it does."""
        self._stopping.set()
        with self._guard:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.shutdown(wait=True, cancel_futures=True)

    def complete(self, text: str, limit: int) -> tuple[Completion, ...]:
        """At most `limit` lines: earlier queries, then names by group, then titles (at most a third).

        Nothing typed asks for the latest queries, and has the table made without waiting for it.
        """
        key = fold(" ".join(text.split()))
        earlier = self._earlier(key, max(1, limit // 4) if key else limit)
        table = self._fresh(wait=bool(key))
        if not key:
            return tuple(earlier)
        room = limit - len(earlier)
        named = self._named(key, table, room)
        titles = self._titles(key, table, room)
        titles = titles[: max(room // 3, room - len(named))]
        grouped: dict[str, list[Completion]] = {}
        for one in named[: room - len(titles)]:
            grouped.setdefault(one.group, []).append(one)
        return (*earlier, *(one for group in grouped.values() for one in group), *titles)

    def _named(self, key: str, table: _Table | None, limit: int) -> list[Completion]:
        """Names of people, bodies, places and so on."""
        if table is None:
            return []
        lines = table.entities.matching(key, limit)
        numbers = table.entities.ids[lines].tolist()
        known = entities.named(self._catalogue.reading, numbers)
        return [
            Completion(*known[number], int(table.entities.counts[line]))
            for line, number in zip(lines, numbers, strict=True)
            if number in known
        ]

    def _titles(self, key: str, table: _Table | None, limit: int) -> list[Completion]:
        """Titles that contain what is typed, newest first, then those that sound like it."""
        ids = self._titled(key, limit)
        printed = texts.titles(self._catalogue.reading, ids)
        found = {printed[number][0]: number for number in reversed(ids) if number in printed}
        titles = dict(reversed(found.items()))  # of equal titles the newest
        if table is not None and len(titles) < limit:
            numbers = table.titles.ids[table.titles.matching(key, limit)].tolist()
            printed = texts.titles(self._catalogue.reading, numbers)
            for number in numbers:
                if number in printed:
                    titles.setdefault(printed[number][0], number)
        return [Completion("article", title, article_id=n) for title, n in titles.items()][:limit]

    def _earlier(self, key: str, limit: int) -> list[Completion]:
        """Earlier queries, latest first; all of them where nothing is typed yet."""
        asked = self._catalogue.kept("history", lambda db: searches.history(db, _HISTORY))
        found = range(len(asked)) if not key else self._history(asked).matching(key, limit + 1)
        entries = [asked[line] for line in found if fold(asked[line].text) != key]
        return [Completion("history", entry.text, entry.times) for entry in entries[:limit]]

    def _history(self, asked: list[HistoryEntry]) -> NameTable:
        """The table of earlier queries, made again when there are others."""
        if self._asked is None or self._asked[0] != asked:
            names = (Name(n, "history", entry.text, "", entry.times) for n, entry in enumerate(asked))
            self._asked = asked, NameTable.of(names)
        return self._asked[1]

    def _fresh(self, *, wait: bool) -> _Table | None:
        """The table; the newest where one is ready, else the one before, None if the first takes long.

        Only the question that has the first table made waits for it, and not for long.
        """
        now = self._catalogue.kept("state of names", state)
        with self._guard:
            if self._next is not None and self._next.done():
                made, self._next = self._next, None
                self._table = made.result()
            stale = self._table is None or (
                self._table.state != now
                and time.monotonic() >= self._table.made_at + _REST * self._table.took
            )
            begins = stale and self._next is None
            if begins:
                if self._worker is None:
                    self._worker = ThreadPoolExecutor(1, "completion")
                self._next = self._worker.submit(self._made)
            table, coming = self._table, self._next
        if table is None and coming is not None and begins and wait:
            with contextlib.suppress(TimeoutError, CancelledError, Cancelled):
                return coming.result(_WAIT)
        return table

    def _made(self) -> _Table:
        db = self._catalogue.reading
        speech()  # read once, not counted
        now, began = state(db), time.monotonic()
        self._began_at = began
        titled = (Name(number, "article", title, "", 0) for number, title in articles.titles(db))
        named = NameTable.of(names(db), stopped=self._stopped)
        with self._guard:
            if self._table is None:  # names can be offered before all titles are spelt
                taken = time.monotonic()
                self._table = _Table(now, taken, taken - began, named, NameTable.of(()))
        printed = NameTable.of(titled, spelt=False, stopped=self._stopped)
        ready = time.monotonic()
        return _Table(now, ready, ready - began, named, printed)
