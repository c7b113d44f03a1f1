"""Events that recur: names without their year and ordinal, the instances of a series, and follow-ups.

第3次联席会议, 2025年联席会议 and 聯席會議 share the words of their series; of 甲、乙两地联席会议 it does not
matter in which order the places are told. A follow-up is a date and an event
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

from index.catalogue import articles, entities, register
from index.catalogue.lives import Articles, Lives
from index.model import EntityName, EventInstance, FollowUp, MentionType
from index.script.fold import fold

_NUMERAL = r"[\d〇零一二三四五六七八九十百]+"
_YEAR = re.compile(r"(?:民国)?\d{2,4}(?:[-—至~]\d{2,4})?(?:学)?年度?|(?:19|20)\d\d")
_DAY = re.compile(rf"{_NUMERAL}月(?:{_NUMERAL}[日号])?")
_ORDINAL = re.compile(
    rf"第?{_NUMERAL}[届次](?:年度)?|第{_NUMERAL}(?![线代产])|首[届次]|[一二三四五六七八九]中(?=全会)"
)
_MARKS = re.compile(r"[\s“”\"'「」『』《》（）()·,，、:：-]+")
_LISTED = re.compile(  # 甲市、乙市和丙区 三地联席会议
    r"(?P<names>(?:[^、和与]{2,12}[、和与])+[^、和与]{2,12}?)(?P<rest>[两二三四五六七八九][地省市县区方国].{2,})"
)
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST_WORDS = 3
_REPORT_DAYS = 3
_BETWEEN = re.compile(r"(?:的|(?:在.{1,8})?(?:召开|举行|举办)的|,)?\s*")
_MEETING = re.compile(
    r"[\u4e00-\u9fff、]{0,14}?(?:联席会议?|座谈会|论坛|峰会|研讨会|博览会|洽谈会|推介会|年会|全会|例会|协商会|大会|会议)"
)
_REACH = 40
_DAYS_ASKED = 20
_MOST_NAMES = 400
_LEAST_END = 5  # characters that two names of a series must share
_READ = 200


@dataclass(frozen=True, slots=True)
class Series:
    """The words of an event's name that stay the same from year to year, in order."""

    parts: tuple[str, ...]

    @property
    def words(self) -> str:
        """The parts together."""
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day and a meeting side by side: the span and words of both, the day, what names the series."""

    in_title: bool
    start: int
    end: int
    text: str
    day: str
    words: str
    ordinals: tuple[str, ...]


def series_of(key: str) -> Series:
    """The series of an event, from its folded key."""
    cut = [_MARKS.sub("", _in_order(part)) for part in _without_numbers(key)]
    words = "".join(cut)
    if words.endswith("会议会议"):  # 三地联席会议第七次会议 is one of the 三地联席会议
        cut = [*cut[:-1], cut[-1].removesuffix("会议")]
    return Series(tuple(part for part in cut if part))


def _in_order(words: str) -> str:
    """Words that begin with a list of places with that list in the order of its names."""
    listed = _LISTED.fullmatch(words)
    if listed is None:
        return words
    names = (re.sub(r"(?<=..)[市省]$", "", name) for name in re.split("[、和与]", listed["names"]))
    return "".join(sorted(names)) + listed["rest"]


def _without_numbers(name: str) -> list[str]:
    """What is left of a name beside years, days and ordinals, in order."""
    return [part for part in _ORDINAL.sub("\n", _DAY.sub("\n", _YEAR.sub("\n", name))).split("\n") if part]


def members(db: sqlite3.Connection, lives: Lives, key: str) -> list[tuple[EntityName, str]]:
    """(event, key) of every event of the same series; only itself where too few words are left.

    A series may be called by the end of its name, 三地联席会议 for 甲、乙、丙三地联席会议: so it is where an
    article has both names.
    """
    series = series_of(key)
    own = register.by_key(db, MentionType.EVENT, key)
    if len(series.words) < _LEAST_WORDS:
        found = [] if own is None else [(own, key, key)]
    else:
        listed = next(filter(None, map(_LISTED.fullmatch, _without_numbers(key))), None)
        fixed = listed["rest"] if listed else key
        parts = [part for piece in _MARKS.split(fixed) for part in _without_numbers(piece)]
        if len(parts) > 1:
            parts[-1] = parts[-1] if parts[-1] != "会议" else ""
        found = register.keys_like(db, MentionType.EVENT, [p for p in parts if p], _MOST_NAMES)
        found = [row for row in found if row[1] == key or series_of(row[1]) == series]
        if own is not None:
            found = list(dict.fromkeys([*found, *_called_shorter(db, lives, own, series)]))
    known = register.named(db, [number for number, _, _ in found])
    return [(known[number], other) for number, other, _ in found]


def _called_shorter(
    db: sqlite3.Connection, lives: Lives, event: int, series: Series
) -> list[tuple[int, str, str]]:
    """(number, key, name) of events in its articles whose series is the end of its own, or the reverse."""
    own, words = lives.naming(db, event).newest(_READ), series.words
    rows = register.named_in(db, own, (MentionType.EVENT,))
    near = {(number, key, name) for _, number, _, key, name in rows if number != event}
    return [
        row
        for row in sorted(near)
        if len(other := series_of(row[1]).words) >= _LEAST_END
        and len(words) >= _LEAST_END
        and other != words
        and (words.endswith(other) or other.endswith(words))
    ]


def instances(db: sqlite3.Connection, lives: Lives, key: str) -> list[EventInstance]:
    """The events of a series in order of time; a name without a year is one instance a year."""
    found: list[EventInstance] = []
    told: dict[str, set[int]] = {}  # by year, the articles of instances that tell their year or number
    bare: list[tuple[EntityName, str, Articles]] = []
    for event, event_key in members(db, lives, key):
        naming = lives.naming(db, event.id)
        year = _CALENDAR_YEAR.search(event_key)
        ordinals = _ordinals(event_key)
        if year is None and not ordinals:
            bare.extend((event, of_year, share) for of_year, share in naming.years())
            continue
        for of_year, share in naming.years():
            told.setdefault(of_year, set()).update(share.ids.tolist())
        of_name = year[0] if year else ""
        found.append(EventInstance(event, of_name, " ".join(ordinals), *naming.span, len(naming)))
    for event, of_year, share in bare:
        if not set(share.ids.tolist()) <= told.get(of_year, set()):
            found.append(EventInstance(event, of_year, "", *share.span, len(share)))
    return sorted(
        found, key=lambda one: (one.year or (one.first or "9")[:4], one.first or "9", one.entity.id)
    )


def asking(db: sqlite3.Connection, lives: Lives, reporting: Articles, most: int) -> list[int]:
    """Articles that name a day on which, or just before which, these articles appeared; newest first."""
    days = reporting.last_days(_DAYS_ASKED)
    wanted = {
        (date.fromisoformat(day) - timedelta(days=before)).isoformat()
        for day in days
        for before in range(_REPORT_DAYS + 1)
    }
    numbers = (register.by_key(db, MentionType.DATE, day) for day in sorted(wanted))
    return lives.naming(db, *(number for number in numbers if number is not None)).newest(most)


def follow_ups(
    db: sqlite3.Connection,
    article_ids: Sequence[int],
    among: set[int] | None = None,
    series: Series | None = None,
) -> list[FollowUp]:
    """Dated events in these articles whose report the archive has.

    With `among` and `series`: only reports among these articles, of events of this series.
    """
    found: list[FollowUp] = []
    for article_id in article_ids:
        for one in _dated_events(db, article_id):
            if series is not None and not series.words.endswith(one.words):
                continue
            reports = _reports(db, article_id, one)
            if among is not None:
                reports = {number: event for number, event in reports.items() if number in among}
            if not reports:
                continue
            links = register.links(db, [article_id, *reports])
            found.append(
                FollowUp(
                    links[article_id],
                    one.in_title,
                    one.start,
                    one.end,
                    one.text,
                    one.day,
                    next(iter(reports.values())),
                    tuple(links[number] for number in reports),
                )
            )
    return found


def _dated_events(db: sqlite3.Connection, article_id: int) -> list[_Dated]:
    """Dates of a day with a meeting right after them, recognised as an event or only called one."""
    mentions = entities.mentions(db, article_id)
    days = [m for m in mentions if m.type is MentionType.DATE and len(m.key) == 10]
    if not days:
        return []
    events = {(m.in_title, m.start): m for m in mentions if m.type is MentionType.EVENT}
    texts = articles.text(db, article_id)
    found = []
    for day in days:
        text = texts[0 if day.in_title else 1]
        after = fold(text[day.end : day.end + _REACH])
        between = _BETWEEN.match(after)
        start = day.end + (between.end() if between else 0)
        event = events.get((day.in_title, start))
        called = _MEETING.match(after, start - day.end)
        end = event.end if event is not None else day.end + called.end() if called else 0
        key = event.key if event is not None else fold(text[start:end])
        words = _plain(key) if end else ""
        if len(words) >= _LEAST_WORDS:
            span = (day.in_title, day.start, end, text[day.start : end])
            found.append(_Dated(*span, day.key, words, _ordinals(key)))
    return found


def _reports(db: sqlite3.Connection, article_id: int, said: _Dated) -> dict[int, EntityName]:
    """Articles of the days from that day on that name such an event, the likeliest ones, with the event.

    Several meetings may share a day: those that name most of the places and bodies of the asking article
    are meant. The asking article itself is not its own report.
    """
    try:
        last = (date.fromisoformat(said.day) + timedelta(days=_REPORT_DAYS)).isoformat()
    except ValueError:
        return {}
    ids = register.between(db, said.day, last)
    if article_id in ids or not ids:
        return {}
    named = register.named_in(db, ids, (MentionType.EVENT,))
    events = {
        article: EntityName(event, MentionType.EVENT, name)
        for article, event, _, key, name in named
        if _plain(key).endswith(said.words) and (not said.ordinals or _ordinals(key) in ((), said.ordinals))
    }
    if len(events) < 2:
        return events
    shared = _shared(db, article_id, sorted(events))
    best = max(shared.values(), default=0)
    return {number: events[number] for number in sorted(events) if shared[number] == best}


def _shared(db: sqlite3.Connection, article_id: int, others: Iterable[int]) -> Counter[int]:
    """How many places and bodies each of `others` names that the article names too."""
    kinds = (MentionType.PLACE, MentionType.ORGANISATION, MentionType.EVENT)
    rows = register.named_in(db, [article_id, *others], kinds)
    own = {entity for article, entity, *_ in rows if article == article_id}
    return Counter(article for article, entity, *_ in rows if article != article_id and entity in own)


def _ordinals(key: str) -> tuple[str, ...]:
    return tuple(_ORDINAL.findall(_DAY.sub("", _YEAR.sub("", key))))


def _plain(key: str) -> str:
    return series_of(key).words
