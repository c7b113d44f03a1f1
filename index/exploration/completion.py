"""What the search box offers while somebody types: titles, names and earlier queries.

By characters in either script, by pinyin and by initials (`lhj` finds 李红军). The names of an archive stand
in memory as long texts, most used first, with the beginnings of their lines in order; titles stand there by
their pinyin only, for their characters the index is asked. The table is made in the background at the first
question; when articles have come since, a new one is made and the old one answers until then. Called through
`Explorer`.
"""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from index.catalogue import Catalogue, articles, searches, texts
from index.catalogue.names import Name, names, state
from index.exploration.readings import speech
from index.model import Completion
from index.script.fold import fold

Titled = Callable[[str, int], list[int]]
_LETTERS = re.compile(r"[a-z' ]+")
_HISTORY = 300  # earlier queries looked at
_BEGIN = 12  # bytes of every line that are kept in order
_INSIDE = 50_000  # the most used names are looked through for pinyin that stands inside
_WAIT = 0.3  # seconds that the first question waits for the table
_ALIAS = "\x01"  # between a name and the key by which it is also known


class _Lines:
    """One long text with a line per name. Answers in numbers of lines; the smaller is the more used."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._starts = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == ord("\n")) + 1
        self.count = len(self._starts) - 1
        begins = np.array([line[:_BEGIN] for line in text.split(b"\n")[1:-1]], dtype=f"S{_BEGIN}")
        self._order = np.argsort(begins, kind="stable").astype(np.int32)
        self._begins = begins[self._order]

    def beginning(self, needle: bytes, limit: int) -> list[int]:
        """The first `limit` lines that begin with `needle`."""
        head = needle[:_BEGIN]
        low = int(np.searchsorted(self._begins, head))
        high = int(np.searchsorted(self._begins, head.ljust(_BEGIN, b"\xff"), side="right"))
        lines = self._order[low:high]
        if len(needle) <= _BEGIN and len(lines) > 4 * limit > 0:
            lines = np.partition(lines, limit)[:limit]
        lines = np.sort(lines)
        if len(needle) > _BEGIN:
            starts = zip(lines.tolist(), self._starts[lines].tolist(), strict=True)
            return [line for line, start in starts if self._text.startswith(needle, start)][:limit]
        return [int(line) for line in lines[:limit]]

    def exactly(self, needle: bytes, limit: int) -> list[int]:
        """The first `limit` lines that are `needle` (at most _BEGIN bytes)."""
        low, high = (int(np.searchsorted(self._begins, needle, side=side)) for side in ("left", "right"))
        return sorted(self._order[low:high].tolist())[:limit] if len(needle) < _BEGIN else []

    def inside(self, needle: bytes, lines: int) -> Iterator[tuple[int, int]]:
        """(line, offset in bytes) where `needle` stands in one of the first `lines` lines; one place each."""
        end = int(self._starts[min(lines, self.count)])
        at = self._text.find(needle, 0, end)
        while at >= 0:
            line = int(np.searchsorted(self._starts, at, side="right")) - 1
            yield line, at - int(self._starts[line])
            at = self._text.find(needle, int(self._starts[line + 1]), end)


@dataclass(frozen=True)
class _Names:
    """Names of one sort, most used first: by pinyin, by initials and, unless left out, by characters."""

    names: tuple[Name, ...]
    characters: _Lines | None
    pinyin: _Lines
    initials: _Lines

    @classmethod
    def of(cls, found: list[Name], *, spelt: bool = True) -> _Names:
        """Takes a second or two for 300,000 names."""
        whole = "\n" + "".join(f"{_key(name)}\n" for name in found)
        marked = speech().marked(whole)
        return cls(
            tuple(found),
            _Lines(whole.encode("utf-8", "replace")) if spelt else None,
            _Lines(marked.translate(speech().syllables).encode("ascii", "ignore")),
            _Lines(marked.translate(speech().initials).encode("ascii", "ignore")),
        )

    def matching(self, key: str, limit: int) -> list[Name]:
        """The names that `key` (folded) may mean: those that begin with it before others, most used first."""
        found: dict[int, None] = {}
        for line in self._lines(key, limit):
            found[line] = None
            if len(found) >= limit:
                break
        return [self.names[line] for line in found]

    def _lines(self, key: str, limit: int) -> Iterator[int]:
        needle = key.encode("utf-8", "replace")
        if self.characters is not None:
            yield from self.characters.beginning(needle, limit)
        letters = needle.replace(b" ", b"").replace(b"'", b"") if _LETTERS.fullmatch(key) else b""
        if letters:
            yield from self.initials.exactly(letters, limit)
            yield from self.pinyin.beginning(letters, limit)
            yield from self.initials.beginning(letters, limit)
        if self.characters is not None:
            yield from (line for line, _ in self.characters.inside(needle, self.characters.count))
        if len(letters) > 2:
            places = self.pinyin.inside(letters, _INSIDE)
            yield from (line for line, at in places if self._begins_syllable(line, at))
            yield from (line for line, _ in self.initials.inside(letters, _INSIDE))

    def _begins_syllable(self, line: int, at: int) -> bool:
        """Whether a syllable of the name begins `at` so many letters."""
        letters = 0
        for char in speech().marked(_key(self.names[line])):
            if letters >= at:
                break
            letters += len(char.translate(speech().syllables).encode("ascii", "ignore"))
        return letters == at


def _key(name: Name) -> str:
    folded = fold(" ".join(name.text.split()))
    return folded if not name.key or name.key in folded else f"{folded}{_ALIAS}{name.key}"


@dataclass(frozen=True)
class _Table:
    """All names of an archive in one state of it."""

    state: tuple[int, ...]
    entities: _Names
    titles: _Names


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

    def close(self) -> None:
        """End the thread, once it is done with what it does."""
        with self._guard:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.shutdown(wait=True, cancel_futures=True)

    def complete(self, text: str, limit: int) -> tuple[Completion, ...]:
        """At most `limit` lines: earlier queries, then names by group, then titles (at most a third)."""
        key = fold(" ".join(text.split()))
        earlier = self._earlier(key, max(1, limit // 4))
        if not key:
            return tuple(earlier)
        room = limit - len(earlier)
        table = self._fresh()
        named = table.entities.matching(key, room) if table else []
        titles = self._titles(key, table, room)
        titles = titles[: max(room // 3, room - len(named))]
        grouped: dict[str, list[Completion]] = {}
        for name in named[: room - len(titles)]:
            grouped.setdefault(name.group, []).append(Completion(name.group, name.text, name.count))
        return (*earlier, *(one for group in grouped.values() for one in group), *titles)

    def _titles(self, key: str, table: _Table | None, limit: int) -> list[Completion]:
        """Titles that contain what is typed, newest first, then those that sound like it."""
        ids = self._titled(key, limit)
        printed = texts.titles(self._catalogue.reading, ids)
        found = {printed[number][0]: number for number in reversed(ids) if number in printed}
        titles = dict(reversed(found.items()))  # of equal titles the newest
        for name in table.titles.matching(key, limit) if table and len(titles) < limit else ():
            titles.setdefault(name.text, name.id)
        return [Completion("article", title, article_id=n) for title, n in titles.items()][:limit]

    def _earlier(self, key: str, limit: int) -> list[Completion]:
        """Earlier queries, latest first; all of them where nothing is typed yet."""
        asked = self._catalogue.kept("history", lambda db: searches.history(db, _HISTORY))
        lines = [Name(0, "history", entry.text, "", entry.times) for entry in asked]
        found = _Names.of(lines).matching(key, limit + 1) if key else lines[:limit]
        return [Completion("history", n.text, n.count) for n in found if fold(n.text) != key][:limit]

    def _fresh(self) -> _Table | None:
        """The table; the newest where one is ready, else the one before, None if the first takes long."""
        now = self._catalogue.kept("state of names", state)
        with self._guard:
            if self._next is not None and self._next.done():
                self._table, self._next = self._next.result(), None
            if (self._table is None or self._table.state != now) and self._next is None:
                if self._worker is None:
                    self._worker = ThreadPoolExecutor(1, "completion")
                self._next = self._worker.submit(self._made)
            table, coming = self._table, self._next
        if table is None and coming is not None:
            with contextlib.suppress(TimeoutError, CancelledError):
                return coming.result(_WAIT)
        return table

    def _made(self) -> _Table:
        db = self._catalogue.reading
        now = state(db)
        listed = names(db)
        titles = [Name(number, "article", title, "", 0) for number, title in articles.titles(db)]
        return _Table(now, _Names.of(listed), _Names.of(titles, spelt=False))
