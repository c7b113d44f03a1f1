"""The user's corrections: kept apart from what the recogniser said, and applied whenever it is written.

The names of an article are what the recogniser said (`Recognised`) after all corrections that are in force,
oldest first. A correction names entities by type and key, and articles by origin and text, so that it counts
again for an article that is imported anew. What the recogniser said of changed articles is kept in the table
`recognised`, so that any correction can be undone. Called by `entities` for new articles and by
`index.register.corrections`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from index.catalogue.records import PlacedAppointment, PlacedMention, PostKeys, Recognised
from index.model import Appointment, Correction, CorrectionKind, MentionType

_KINDS = {kind.value: kind for kind in MentionType}
_FORMAT = 3  # the first with corrections


@dataclass(frozen=True, slots=True)
class Line:
    """An article in which a correction counts, and for an added mention its span and words."""

    origin: str
    text_key: bytes
    in_title: bool = False
    start: int = 0
    end: int = 0
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A correction as it is applied: the entity as it was, and as it is since (`new_type` None: none)."""

    id: int
    kind: CorrectionKind
    made_at: str
    undone: bool
    type: MentionType
    key: str
    name: str
    new_type: MentionType | None
    new_key: str
    new_name: str
    lines: tuple[Line, ...] = ()

    @property
    def record(self) -> Correction:
        """What the window shows of it."""
        return Correction(
            self.id,
            self.kind,
            self.made_at,
            self.type,
            self.name,
            self.new_type,
            self.new_name,
            len({(line.origin, line.text_key) for line in self.lines}),
            self.undone,
        )


@dataclass(frozen=True, slots=True)
class Text:
    """An article as far as corrections look at it."""

    origin: str
    text_key: bytes
    title: str
    body: str


class Rules:
    """All corrections in force, in order."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        in_force = [rule for rule in rules if not rule.undone]
        self.rules = tuple(rule for rule in in_force if rule.kind is not CorrectionKind.APART)
        self.apart = frozenset(
            frozenset([(rule.type, rule.key), (rule.new_type or rule.type, rule.new_key)])
            for rule in in_force
            if rule.kind is CorrectionKind.APART
        )
        self._sources = {(rule.type, rule.key) for rule in self.rules}
        self._origins = {
            line.origin for rule in self.rules if rule.kind is CorrectionKind.ADD for line in rule.lines
        }
        self.names = {
            (rule.new_type, rule.new_key): rule.new_name
            for rule in self.rules
            if rule.new_type and rule.kind not in (CorrectionKind.ADD, CorrectionKind.APART)
        }

    def applied(self, found: Recognised, text: Text) -> Recognised:
        """What an article names after all corrections."""
        if text.origin not in self._origins and not self._sources.intersection(found.named()):
            return found
        for rule in self.rules:
            here = [
                line for line in rule.lines if (line.origin, line.text_key) == (text.origin, text.text_key)
            ]
            if rule.kind is CorrectionKind.ADD:
                for line in here:
                    found = _with_mention(found, rule, line, text)
            elif here or not rule.lines:
                found = _renamed(found, rule)
        return found

    @property
    def asks_words(self) -> bool:
        """Whether a rule looks at the words of articles or counts in some of them only."""
        return any(rule.lines for rule in self.rules)

    def resolved(self, kind: MentionType, key: str) -> tuple[MentionType, str] | None:
        """The entity that a type and key stand for in the whole archive now; None if it was deleted."""
        for rule in self.rules:
            if not rule.lines and (rule.type, rule.key) == (kind, key):
                if rule.new_type is None:
                    return None
                kind, key = rule.new_type, rule.new_key
        return kind, key


def _renamed(found: Recognised, rule: Rule) -> Recognised:
    """An article's names with one entity called otherwise, or gone."""
    old = (rule.type, rule.key)
    new = rule.new_type
    if (new, rule.new_key) == old or old not in found.named():
        return found  # a name that is only shown otherwise is the entity's, not the article's
    mentions = tuple(
        m._replace(type=new or m.type, key=rule.new_key, name=rule.new_name) if (m.type, m.key) == old else m
        for m in found.mentions
        if new is not None or (m.type, m.key) != old
    )
    changed = (_reappointed(one, rule) for one in found.appointments)
    return Recognised(mentions, tuple(one for one in changed if one is not None))


def _reappointed(one: PlacedAppointment, rule: Rule) -> PlacedAppointment | None:
    """An appointment after a correction; None if there is no person or no post left."""
    same = rule.new_type is rule.type
    keys = one.keys
    if rule.type is MentionType.PERSON and one.person_key == rule.key:
        return one._replace(person_key=rule.new_key) if same else None
    if rule.type is MentionType.POST and keys.post == rule.key:
        if not same:
            return None
        said = replace(one.appointment, post=rule.new_name)
        return one._replace(appointment=said, keys=keys._replace(post=rule.new_key, post_name=rule.new_name))
    key, name = (rule.new_key, rule.new_name) if same else ("", "")
    if rule.type is MentionType.ORGANISATION and keys.organisation == rule.key:
        said = replace(one.appointment, organisation=name)
        return one._replace(appointment=said, keys=keys._replace(organisation=key))
    if rule.type is MentionType.PLACE and keys.place == rule.key:
        return one._replace(appointment=replace(one.appointment, place=name), keys=keys._replace(place=key))
    return one


def _with_mention(found: Recognised, rule: Rule, line: Line, text: Text) -> Recognised:
    """An article's names with one more, in place of any that it overlaps."""
    field = text.title if line.in_title else text.body
    start = line.start
    if field[start : line.end] != line.printed:
        places = list(_places(field, line.printed))
        if not places:
            return found
        start = min(places, key=lambda at: abs(at - line.start))
    end = start + len(line.printed)
    assert rule.new_type is not None  # noqa: S101
    new = PlacedMention(rule.new_type, rule.new_key, rule.new_name, line.in_title, start, end)
    kept = [m for m in found.mentions if m.in_title != line.in_title or m.end <= start or m.start >= end]
    ordered = sorted([*kept, new], key=lambda m: (not m.in_title, m.start))
    return Recognised(tuple(ordered), found.appointments)


def _places(field: str, words: str) -> Iterable[int]:
    at = field.find(words) if words else -1
    while at >= 0:
        yield at
        at = field.find(words, at + 1)


# --- storing -----------------------------------------------------------------------------------------


def all_rules(db: sqlite3.Connection) -> tuple[Rule, ...]:
    """Every correction, oldest first, undone ones included."""
    lines: dict[int, list[Line]] = {}
    query = "SELECT correction_id, origin, text_key, in_title, start, end, printed FROM correction_article"
    for number, origin, key, in_title, start, end, printed in db.execute(query):
        lines.setdefault(number, []).append(Line(origin, key, bool(in_title), start, end, printed))
    rows = db.execute(
        "SELECT id, kind, made_at, undone, type, key, name, new_type, new_key, new_name FROM correction"
        " ORDER BY id"
    )
    return tuple(
        Rule(
            row[0],
            CorrectionKind(row[1]),
            row[2],
            bool(row[3]),
            MentionType(row[4]),
            row[5],
            row[6],
            MentionType(row[7]) if row[7] else None,
            row[8],
            row[9],
            tuple(lines.get(row[0], ())),
        )
        for row in rows
    )


def rules(db: sqlite3.Connection) -> Rules:
    """The corrections in force."""
    return Rules(all_rules(db))


def add(db: sqlite3.Connection, rule: Rule) -> Rule:
    """Store a correction (its id is given here) as the newest; returns it as stored."""
    made_at = rule.made_at or datetime.now(UTC).isoformat(timespec="seconds")
    cursor = db.execute(
        "INSERT INTO correction (kind, made_at, type, key, name, new_type, new_key, new_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            rule.kind.value,
            made_at,
            rule.type.value,
            rule.key,
            rule.name,
            rule.new_type.value if rule.new_type else "",
            rule.new_key,
            rule.new_name,
        ),
    )
    number = int(cursor.lastrowid or 0)
    db.executemany(
        "INSERT OR IGNORE INTO correction_article"
        " (correction_id, origin, text_key, in_title, start, end, printed) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(number, x.origin, x.text_key, x.in_title, x.start, x.end, x.printed) for x in rule.lines],
    )
    return replace(rule, id=number, made_at=made_at)


def set_undone(db: sqlite3.Connection, number: int, undone: bool) -> None:
    """Take a correction out of force, or put it back."""
    db.execute("UPDATE correction SET undone = ? WHERE id = ?", (undone, number))


def texts(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Text]:
    """The articles `ids` as corrections look at them."""
    query = "SELECT t.id, t.origin, t.text_key, t.title, t.body FROM article t WHERE t.id IN"
    query += " (SELECT value FROM json_each(?))"
    return {row[0]: Text(*row[1:]) for row in db.execute(query, (json.dumps(list(ids)),))}


def recognised(db: sqlite3.Connection, article_ids: Iterable[int]) -> dict[int, Recognised]:
    """What the recogniser said of those articles that corrections changed."""
    rows = db.execute(
        "SELECT article_id, content FROM recognised WHERE article_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(article_ids)),),
    )
    return {number: _opened(content) for number, content in rows}


def keep_recognised(db: sqlite3.Connection, said: Mapping[int, Recognised | None]) -> None:
    """Remember what the recogniser said of articles; None: nothing was changed in one after all."""
    db.execute(
        "DELETE FROM recognised WHERE article_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(said)),),
    )
    db.executemany(
        "INSERT INTO recognised (article_id, content) VALUES (?, ?)",
        [(number, _closed(found)) for number, found in said.items() if found is not None],
    )


def _opened(content: str) -> Recognised:
    mentions, appointments = json.loads(content)
    return Recognised(
        tuple(PlacedMention(_KINDS[m[0]], m[1], m[2], bool(m[3]), m[4], m[5]) for m in mentions),
        tuple(PlacedAppointment(a[0], Appointment(*a[1]), PostKeys(*a[2])) for a in appointments),
    )


def _closed(found: Recognised) -> str:
    mentions = [(m.type.value, m.key, m.name, m.in_title, m.start, m.end) for m in found.mentions]
    appointments = [
        (
            one.person_key,
            (
                one.appointment.person,
                one.appointment.post,
                one.appointment.organisation,
                one.appointment.place,
            ),
            (one.keys.post, one.keys.post_name, one.keys.organisation, one.keys.place),
        )
        for one in found.appointments
    ]
    return json.dumps([mentions, appointments], ensure_ascii=False)


def changed_articles(db: sqlite3.Connection, keys: Iterable[str], origins: Iterable[str]) -> list[int]:
    """Articles already corrected whose recognition holds one of `keys`, and those with these origins."""
    found = {
        row[0]
        for key in keys
        for row in db.execute(
            "SELECT article_id FROM recognised WHERE instr(content, ?)",
            (json.dumps(key, ensure_ascii=False),),
        )
    }
    query = "SELECT id FROM article WHERE state = 'current' AND origin IN (SELECT value FROM json_each(?))"
    found.update(row[0] for row in db.execute(query, (json.dumps(list(origins)),)))
    return sorted(found)


def mark_stale(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Note that the index must take up these articles again."""
    db.executemany("INSERT OR IGNORE INTO stale (article_id) VALUES (?)", [(number,) for number in ids])


def stale(db: sqlite3.Connection) -> list[int]:
    """Current articles whose names changed since the index took them up; none in formats that cannot tell."""
    if db.execute("PRAGMA user_version").fetchone()[0] < _FORMAT:
        return []
    query = "SELECT s.article_id FROM stale s JOIN article a INDEXED BY article_life ON a.id = s.article_id"
    return [row[0] for row in db.execute(f"{query} WHERE a.state = 'current' ORDER BY 1")]


def freshen(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Note that the index has taken up these articles."""
    db.executemany("DELETE FROM stale WHERE article_id = ?", [(int(number),) for number in ids])
