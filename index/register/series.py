"""Events that recur: names without their year and ordinal, the instances of a series, and follow-ups.

第3次联席会议, 2025年联席会议 and 聯席會議 share the words of their series. A follow-up is a date and an event
side by side, 2025年4月28日聯席會議, in an article that did not report the event itself: it leads to the
articles that did. Called by `pages` and, for single articles, by the façade.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from index.catalogue import articles, entities, register
from index.catalogue.register import Dated
from index.model import EntityName, EventInstance, FollowUp, MentionType

_NUMERAL = r"[\d〇零一二三四五六七八九十百]+"
_YEAR = re.compile(r"(?:民国)?\d{2,4}(?:[-—至~]\d{2,4})?(?:学)?年度?|(?:19|20)\d\d")
_DAY = re.compile(rf"{_NUMERAL}月(?:{_NUMERAL}[日号])?")
_ORDINAL = re.compile(
    rf"第?{_NUMERAL}[届次](?:年度)?|第{_NUMERAL}(?![线代产])|首[届次]|[一二三四五六七八九]中(?=全会)"
)
_MARKS = re.compile(r"[\s“”\"'「」『』《》（）()·,，、:：-]+")
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST_WORDS = 3
_REPORT_DAYS = 3
_BETWEEN = re.compile(r"(?:的|召开的|举行的|举办的|在.{1,8}(?:召开|举行|举办)的|,)?\s*")
_MOST_NAMES = 400


@dataclass(frozen=True, slots=True)
class Series:
    """The words of an event's name that stay the same from year to year, in order."""

    parts: tuple[str, ...]

    @property
    def words(self) -> str:
        """The parts together."""
        return "".join(self.parts)


def series_of(key: str) -> Series:
    """The series of an event, from its folded key."""
    plain = _MARKS.sub("", key)
    cut = _ORDINAL.sub("\n", _DAY.sub("\n", _YEAR.sub("\n", plain)))
    return Series(tuple(part for part in cut.split("\n") if part))


def members(db: sqlite3.Connection, key: str) -> list[tuple[EntityName, str]]:
    """(event, key) of every event of the same series; only itself where too few words are left."""
    series = series_of(key)
    if len(series.words) < _LEAST_WORDS:
        number = register.by_key(db, MentionType.EVENT, key)
        found = [] if number is None else [(number, key, key)]
    else:
        found = register.keys_like(db, MentionType.EVENT, series.parts, _MOST_NAMES)
    known = register.named(db, [number for number, _, _ in found])
    return [
        (known[number], other) for number, other, _ in found if other == key or series_of(other) == series
    ]


def instances(db: sqlite3.Connection, key: str) -> list[EventInstance]:
    """The events of a series in order of time; a name without a year is one instance a year."""
    found: list[EventInstance] = []
    for event, event_key in members(db, key):
        dated = register.articles_of(db, event.id)
        year = _CALENDAR_YEAR.search(event_key)
        ordinals = _ORDINAL.findall(_DAY.sub("", _YEAR.sub("", event_key)))
        if year is not None or ordinals:
            shares: dict[str, list[Dated]] = {year[0] if year else "": dated}
        else:
            shares = {}
            for article in dated:
                shares.setdefault(article.date[:4], []).append(article)
        for of_year, share in shares.items():
            days = [article.date for article in share if article.date]
            found.append(
                EventInstance(
                    event,
                    of_year,
                    " ".join(ordinals),
                    days[0] if days else None,
                    days[-1] if days else None,
                    len(share),
                )
            )
    return sorted(
        found, key=lambda one: (one.year or (one.first or "9")[:4], one.first or "9", one.entity.id)
    )


def short_forms(db: sqlite3.Connection, key: str) -> list[int]:
    """Events that may be short for one of the series: 联席会议 for 赣鄂联席会议."""
    words = series_of(key).words
    suffixes = [words[at:] for at in range(1, len(words) - _LEAST_WORDS + 1)]
    found = (register.by_key(db, MentionType.EVENT, suffix) for suffix in suffixes)
    return [number for number in found if number is not None]


def follow_ups(
    db: sqlite3.Connection, article_ids: Sequence[int], among: set[int] | None = None
) -> list[FollowUp]:
    """Dated events in these articles whose report the archive has, or has `among` these articles."""
    found: list[FollowUp] = []
    for article_id in article_ids:
        for day, event in _dated_events(db, article_id):
            reports = _reports(db, article_id, day.key, _plain(event.key))
            if among is not None:
                reports = [number for number in reports if number in among]
            if not reports:
                continue
            links = register.links(db, [article_id, *reports])
            title, body = articles.text(db, article_id)
            field = title if event.in_title else body
            found.append(
                FollowUp(
                    links[article_id],
                    event.in_title,
                    day.start,
                    event.end,
                    field[day.start : event.end],
                    day.key,
                    EntityName(event.entity_id, event.type, event.name),
                    tuple(links[number] for number in reports),
                )
            )
    return found


def _dated_events(
    db: sqlite3.Connection, article_id: int
) -> list[tuple[entities.StoredMention, entities.StoredMention]]:
    """(date, event) that stand side by side in an article; the date is one of a day."""
    mentions = entities.mentions(db, article_id)
    pairs = [
        (day, event)
        for day, event in pairwise(mentions)
        if day.type is MentionType.DATE
        and len(day.key) == 10
        and event.type is MentionType.EVENT
        and day.in_title == event.in_title
        and 0 <= event.start - day.end <= 14
    ]
    if not pairs:
        return []
    texts = articles.text(db, article_id)
    kept = []
    for day, event in pairs:
        between = texts[0 if day.in_title else 1][day.end : event.start]
        if _BETWEEN.fullmatch(between.translate({ord("開"): "开", ord("舉"): "举", ord("辦"): "办"})):
            kept.append((day, event))
    return kept


def _reports(db: sqlite3.Connection, article_id: int, day: str, words: str) -> list[int]:
    """Articles of the days from `day` on that name an event ending in `words`, the likeliest ones.

    Several meetings may share a day: those that name most of the places and bodies of the asking article
    are meant. The asking article itself is not its own report.
    """
    try:
        last = (date.fromisoformat(day) + timedelta(days=_REPORT_DAYS)).isoformat()
    except ValueError:
        return []
    ids = register.between(db, day, last)
    if article_id in ids or not ids or len(words) < _LEAST_WORDS:
        return []
    events = register.named_in(db, ids, (MentionType.EVENT,))
    candidates = sorted({article for article, _, _, key, _ in events if _plain(key).endswith(words)})
    if len(candidates) < 2:
        return candidates
    shared = _shared(db, article_id, candidates)
    best = max(shared.values(), default=0)
    return [number for number in candidates if shared[number] == best][:12]


def _shared(db: sqlite3.Connection, article_id: int, others: Iterable[int]) -> Counter[int]:
    """How many places and bodies each of `others` names that the article names too."""
    kinds = (MentionType.PLACE, MentionType.ORGANISATION, MentionType.EVENT)
    rows = register.named_in(db, [article_id, *others], kinds)
    own = {entity for article, entity, *_ in rows if article == article_id}
    return Counter(article for article, entity, *_ in rows if article != article_id and entity in own)


def _plain(key: str) -> str:
    return series_of(key).words
