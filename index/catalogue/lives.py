"""The dates of all current articles in memory, so that pages of much-named entities read no row per article.

An archive of 200,000 articles needs 0.8 MB and some 50 ms, once; the façade keeps it until articles come or
go (`Catalogue.kept_of_articles`). Called by `index.archive` and `index.register`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.distinct import distinct

Ints = npt.NDArray[np.int64]
_GONE = -1
_DIGITS = 8  # of a whole date; what is missing of a partial one is 0: 2024-03 is 20240300
_NUMBERS = "SELECT group_concat(article_id) FROM entity_article WHERE entity_id = ?"


class Dated(NamedTuple):
    """An article with its ISO date, possibly partial ("" for none); sorts by time."""

    date: str
    id: int


@dataclass(frozen=True, slots=True)
class Articles:
    """Current articles, oldest first: `ids` and `days` (YYYYMMDD, 0 for no date) of shape (n,)."""

    ids: Ints
    days: npt.NDArray[np.int32]

    @classmethod
    def none(cls) -> Articles:
        """No article."""
        return cls(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int32))

    @classmethod
    def joined(cls, parts: Sequence[Articles]) -> Articles:
        """All articles of some parts, each once."""
        if len(parts) == 1:
            return parts[0]
        ids = np.concatenate([part.ids for part in parts])
        ids, first = np.unique(ids, return_index=True)
        days = np.concatenate([part.days for part in parts])[first]
        order = np.argsort(days, kind="stable")
        return cls(ids[order], days[order])

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Dated]:
        return (Dated(iso(day), id_) for day, id_ in zip(self.days.tolist(), self.ids.tolist(), strict=True))

    def newest(self, most: int) -> list[int]:
        """The numbers of the newest articles, newest first."""
        return [int(number) for number in self.ids[: -most - 1 : -1]]

    @property
    def span(self) -> tuple[str | None, str | None]:
        """The dates of the first and the last article that have one."""
        dated = np.flatnonzero(self.days)
        return (iso(int(self.days[dated[0]])), iso(int(self.days[-1]))) if len(dated) else (None, None)

    def months(self) -> list[tuple[str, int]]:
        """(month, articles), oldest first; a date without a month counts as its year, none as ""."""
        months, counts = np.unique(self.days // 100, return_counts=True)
        return [(iso(month * 100), n) for month, n in zip(months.tolist(), counts.tolist(), strict=True)]

    def years(self) -> list[tuple[str, Articles]]:
        """(year, its articles), oldest first; "" for those without a date."""
        years, starts = np.unique(self.days // 10000, return_index=True)
        ends = [*starts.tolist(), len(self.ids)][1:]
        return [
            (iso(year * 10000), Articles(self.ids[start:end], self.days[start:end]))
            for year, start, end in zip(years.tolist(), starts.tolist(), ends, strict=True)
        ]

    def last_days(self, most: int) -> list[str]:
        """The last dates on which there are articles, as far as they tell the day; oldest first."""
        days = distinct(self.days)
        return [iso(day) for day in days[days % 100 > 0][-most:].tolist()]

    def within(self, since: str | None, until: str | None) -> Articles:
        """Those in a span of ISO dates, possibly partial, both ends included; dated ones only."""
        if not since and not until:
            return self
        low = max(1, day_number(since or ""))
        high = int(until.replace("-", "").ljust(_DIGITS, "9")) if until else 10**_DIGITS
        inside = (self.days >= low) & (self.days <= high)
        return Articles(self.ids[inside], self.days[inside])


class Lives:
    """The day of every current article, by its number."""

    def __init__(self, days: npt.NDArray[np.int32]) -> None:
        self._days = days

    @classmethod
    def read(cls, db: sqlite3.Connection) -> Lives:
        """Those of the catalogue now."""
        last = db.execute("SELECT COALESCE(MAX(id), 0) FROM article").fetchone()[0]
        days = np.full(last + 1, _GONE, dtype=np.int32)
        for date, numbers in db.execute(
            "SELECT date, group_concat(id) FROM article INDEXED BY article_date WHERE state = 'current'"
            " GROUP BY date"
        ):
            days[parsed(numbers)] = day_number(date or "")
        return cls(days)

    def __len__(self) -> int:
        """How many current articles there are."""
        return int((self._days != _GONE).sum())

    def days(self, ids: Ints) -> npt.NDArray[np.int32]:
        """YYYYMMDD of the articles `ids` in their order, 0 for no date, -1 for those not current."""
        if not len(ids) or int(ids.max()) < len(self._days):
            return self._days[ids]
        known = ids < len(self._days)
        days = np.full(len(ids), _GONE, dtype=np.int32)
        days[known] = self._days[ids[known]]
        return days

    def naming(self, db: sqlite3.Connection, *entities: int) -> Articles:
        """The current articles that name any of these entities."""
        if len(entities) == 1:
            return self.of(parsed(db.execute(_NUMBERS, entities).fetchone()[0]))
        found = [parsed(db.execute(_NUMBERS, (number,)).fetchone()[0]) for number in entities]
        return self.of(distinct(np.concatenate([np.empty(0, dtype=np.int64), *found])))

    def of(self, ids: Iterable[int] | Ints) -> Articles:
        """The current ones of the articles `ids`, each once given."""
        numbers = ids if isinstance(ids, np.ndarray) else np.array(list(ids), dtype=np.int64).reshape(-1)
        days = self.days(numbers)
        there = days != _GONE
        numbers, days = numbers[there], days[there]
        order = np.lexsort((numbers, days))
        return Articles(numbers[order], days[order])


def iso(day: int) -> str:
    """YYYYMMDD as an ISO date: 20240300 is 2024-03, 0 is ""."""
    if not day:
        return ""
    text = f"{day:08d}"
    return "-".join(part for part in (text[:4], text[4:6], text[6:]) if part.strip("0"))


def day_number(date: str) -> int:
    """An ISO date, possibly partial, as YYYYMMDD; 0 for none."""
    digits = date.replace("-", "")
    return int(digits[:_DIGITS].ljust(_DIGITS, "0")) if digits.isdecimal() else 0


def parsed(numbers: str | None) -> Ints:
    """Numbers joined by commas; SQLite joins them quicker than it hands over rows."""
    return np.fromstring(numbers or "", dtype=np.int64, sep=",")
