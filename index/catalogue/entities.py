"""Queries about entities: what articles name, how often, and who holds which post."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.catalogue import corrections, forms, statements
from index.catalogue.records import (
    PLACE,
    Packed,
    PlacedAppointment,
    PlacedMention,
    PostKeys,
    Prepared,
    Recognised,
    packed,
)
from index.model import Appointment, EntityCount, MentionType

_SOME = 900
_SLIP = 100  # times as often another post is given to the same person
_OTHER_POST = "副代原前任"
POSTS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class StoredMention:
    """A mention as the catalogue has it."""

    entity_id: int
    type: MentionType
    name: str
    key: str
    in_title: bool
    start: int
    end: int


class EntityNumbers:
    """The numbers of entities by (type, key), and the corrections, kept in memory while an import writes."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._shown: dict[tuple[str, str], str] = {}  # their names
        self._forms = forms.Forms()
        self._rules: corrections.Rules | None = None
        self._given: dict[tuple[str, str], str] = {}  # names that the user gave
        self._statements: dict[statements.Wording, int] = {}
        self._written: dict[int, Packed] = {}  # what new articles name, until `settle`

    def rules(self, db: sqlite3.Connection) -> corrections.Rules:
        """The corrections in force."""
        if self._rules is None:
            self._rules = corrections.rules(db)
            self._given = {(kind.value, key): name for (kind, key), name in self._rules.names.items()}
        return self._rules

    def number(self, db: sqlite3.Connection, kind: str, key: str, name: str) -> int:
        """The entity's number; made on first sight, under `name` until `settle` knows a better one.

        `kind`: a MentionType. A name that the user gave stays.
        """
        if self._rules is None:
            self.rules(db)
        number = self._known.get((kind, key))
        if number is None:
            self.meet(db, [(kind, key, name)])
            number = self._known[kind, key]
        if self._given and (given := self._given.get((kind, key))) and given != self._shown[kind, key]:
            db.execute("UPDATE entity SET name = ? WHERE id = ?", (given, number))
            self._shown[kind, key] = given
        return number

    def learn(self, entities: Mapping[int, tuple[MentionType, str, str]]) -> None:
        """Take up what is known of entities already: type, name and key by number."""
        for number, (kind, name, key) in entities.items():
            if self._known.setdefault((kind.value, key), number) == number:
                self._shown.setdefault((kind.value, key), name)

    def count(self, names: Packed) -> None:
        """Take note of the forms that an article prints, as they were recognised."""
        self._forms.add(names.entities)

    def keep(self, article_id: int, names: Packed) -> None:
        """Have `settle` write what a new article names."""
        self._written[article_id] = names

    def settle(self, db: sqlite3.Connection) -> None:
        """Write what was kept and call entities by the forms that readers expect; ends a transaction."""
        self.rules(db)
        written, self._written = self._written, {}
        store_all(db, written, self)
        self._shown.update(self._forms.settle(db, self._given, self._shown))

    def statement(self, db: sqlite3.Connection, person_key: str, who: Appointment, keys: PostKeys) -> int:
        """The number of what is said of somebody's post, in these words; made on first sight."""
        wording: statements.Wording = (
            self.number(db, MentionType.PERSON, person_key, who.person),
            who.person,
            who.post,
            who.organisation,
            who.place,
            self._some(db, MentionType.POST, keys.post, keys.post_name),
            self._some(db, MentionType.ORGANISATION, keys.organisation, who.organisation),
            self._some(db, MentionType.PLACE, keys.place, who.place),
        )
        if wording not in self._statements:
            self._statements[wording] = statements.number_of(db, wording)
        return self._statements[wording]

    def _some(self, db: sqlite3.Connection, kind: MentionType, key: str, name: str) -> int | None:
        return self.number(db, kind, key, name) if key else None

    def meet(self, db: sqlite3.Connection, named: Iterable[tuple[str, str, str]]) -> None:
        """Have numbers for all these: type, key and name of each; those that are new are made."""
        first: dict[tuple[str, str], str] = {}
        for kind, key, name in named:
            if (kind, key) not in self._known:
                first.setdefault((kind, key), name)
        self._find(db, first)
        new = [entity for entity in first if entity not in self._known]
        if not new:
            return
        called = forms.best_of(db, new)
        db.executemany(
            "INSERT INTO entity (type, key, name) VALUES (?, ?, ?)",
            [(*entity, called.get(entity) or first[entity]) for entity in new],
        )
        self._find(db, new)

    def _find(self, db: sqlite3.Connection, wanted: Iterable[tuple[str, str]]) -> None:
        """Take up those of the entities that the catalogue has."""
        rows = db.execute(
            "SELECT e.type, e.key, e.id, e.name FROM json_each(?) j"
            " CROSS JOIN entity e ON e.type = json_extract(j.value, '$[0]')"
            " AND e.key = json_extract(j.value, '$[1]')",
            (json.dumps(list(wanted)),),
        )
        for kind, key, number, name in rows:
            self._known[kind, key] = number
            self._shown[kind, key] = name

    def forget(self) -> None:
        """Drop the memory, after a transaction that was rolled back."""
        self._known.clear()
        self._shown.clear()
        self._forms.forget()
        self._statements.clear()
        self._written.clear()
        self._rules, self._given = None, {}


def write_recognition(
    db: sqlite3.Connection, article_id: int, origin: str, item: Prepared, numbers: EntityNumbers
) -> None:
    """Have `numbers` store the mentions and appointments of a new article, after the user's corrections."""
    names, rules = item.names, numbers.rules(db)
    numbers.count(names)
    if rules.rules:
        said = names.opened()
        text = corrections.Text(origin, item.text_key, item.draft.title, item.draft.body)
        found = rules.applied(said, text)
        if found != said:
            corrections.keep_recognised(db, {article_id: said})
            names = packed(found.mentions, found.appointments)
    numbers.keep(article_id, names)


def store_all(db: sqlite3.Connection, named: Mapping[int, Packed], numbers: EntityNumbers) -> None:
    """Write what articles name; nothing may be written of them yet, see `clear`."""
    mentioned: list[tuple[int, bytes]] = []
    counted: list[tuple[int, int, int]] = []
    stated: list[tuple[int, int, int]] = []
    numbers.meet(db, (entity for names in named.values() for entity in names.entities))
    for article_id, names in named.items():
        if names.places:
            ids = [numbers.number(db, *entity) for entity in names.entities]
            places = np.frombuffer(names.places, dtype="<i4").reshape(-1, 4).copy()
            counts = np.bincount(places[:, 0]).tolist()
            places[:, 0] = np.array(ids, dtype="<i4")[places[:, 0]]
            mentioned.append((article_id, places.tobytes()))
            counted.extend((entity, article_id, count) for entity, count in zip(ids, counts, strict=True))
        stated.extend(
            (article_id, line, numbers.statement(db, *said)) for line, said in enumerate(names.appointments)
        )
    db.executemany("INSERT INTO mentions (article_id, places) VALUES (?, ?)", mentioned)
    db.executemany(
        "INSERT INTO entity_article (entity_id, article_id, mentions) VALUES (?, ?, ?)", sorted(counted)
    )
    db.executemany("INSERT INTO stated (article_id, line, statement_id) VALUES (?, ?, ?)", stated)


def clear(db: sqlite3.Connection, article_ids: Iterable[int]) -> None:
    """Forget what articles name."""
    chosen = (json.dumps(list(article_ids)),)
    for table in ("entity_article", "mentions", "stated"):
        db.execute(
            f"DELETE FROM {table} WHERE article_id IN (SELECT value FROM json_each(?))",
            chosen,
        )


def stored(
    db: sqlite3.Connection, article_ids: Iterable[int], numbers: EntityNumbers | None = None
) -> dict[int, Recognised]:
    """What articles name, as it is written now; only those that name something. Teaches `numbers`."""
    chosen = (json.dumps(list(article_ids)),)
    blobs = db.execute(
        "SELECT article_id, places FROM mentions WHERE article_id IN (SELECT value FROM json_each(?))", chosen
    ).fetchall()
    placed = {number: list(PLACE.iter_unpack(blob)) for number, blob in blobs}
    named = _entities(db, {place[0] for places in placed.values() for place in places})
    if numbers is not None:
        numbers.learn(named)
    rows = db.execute(
        "SELECT x.article_id, n.key, p.person, p.post, p.organisation, p.place, COALESCE(t.key, ''),"
        " COALESCE(t.name, p.post), COALESCE(o.key, ''), COALESCE(l.key, '') FROM stated x"
        " JOIN statement p ON p.id = x.statement_id"
        " JOIN entity n ON n.id = p.person_id LEFT JOIN entity t ON t.id = p.post_id"
        " LEFT JOIN entity o ON o.id = p.organisation_id LEFT JOIN entity l ON l.id = p.place_id"
        " WHERE x.article_id IN (SELECT value FROM json_each(?)) ORDER BY x.article_id, x.line",
        chosen,
    )
    appointed: dict[int, list[PlacedAppointment]] = {}
    for number, person, *said in rows:
        one = PlacedAppointment(person, Appointment(*said[:4]), PostKeys(*said[4:]))
        appointed.setdefault(number, []).append(one)
    found = {}
    for number in placed.keys() | appointed.keys():
        mentioned = (
            (named[entity], bool(in_title), start, end)
            for entity, in_title, start, end in placed.get(number, ())
        )
        found[number] = Recognised(
            tuple(PlacedMention(kind, key, name, *where) for (kind, name, key), *where in mentioned),
            tuple(appointed.get(number, ())),
        )
    return found


def mentions(db: sqlite3.Connection, article_id: int) -> list[StoredMention]:
    """The mentions of one article in order, title first."""
    row = db.execute("SELECT places FROM mentions WHERE article_id = ?", (article_id,)).fetchone()
    if row is None:
        return []
    places = list(PLACE.iter_unpack(row[0]))
    entities = _entities(db, {place[0] for place in places})
    return [
        StoredMention(entity, *entities[entity], bool(in_title), start, end)
        for entity, in_title, start, end in places
    ]


def appointments(db: sqlite3.Connection, article_id: int) -> list[tuple[int, Appointment]]:
    """(entity number of the person, appointment) as the article states them."""
    rows = db.execute(
        "SELECT s.person_id, s.person, s.post, s.organisation, s.place FROM stated x"
        " JOIN statement s ON s.id = x.statement_id WHERE x.article_id = ? ORDER BY x.line",
        (article_id,),
    )
    return [(row[0], Appointment(row[1], row[2], row[3], row[4])) for row in rows]


def facet_names(db: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, MentionType, str]]:
    """(article, type, entity name) for articles `ids`, dates left out; for the full-text index."""
    for at in range(0, len(ids), _SOME):
        some = [int(i) for i in ids[at : at + _SOME]]
        marks = ",".join("?" * len(some))
        rows = db.execute(
            "SELECT x.article_id, e.type, e.key FROM entity_article x JOIN entity e ON e.id = x.entity_id"
            f" WHERE e.type <> 'date' AND x.article_id IN ({marks})",
            some,
        )
        for article, kind, name in rows:
            yield article, MentionType(kind), name


def names_of_keys(db: sqlite3.Connection, kind: MentionType, keys: Iterable[str]) -> dict[str, str]:
    """The display names of entity keys of one type."""
    wanted = list(keys)
    found: dict[str, str] = {}
    for at in range(0, len(wanted), _SOME):
        some = wanted[at : at + _SOME]
        marks = ",".join("?" * len(some))
        found.update(
            db.execute(
                f"SELECT key, name FROM entity WHERE type = ? AND key IN ({marks})", [kind.value, *some]
            ).fetchall()
        )
    return found


def counts_in(db: sqlite3.Connection, ids: Sequence[int], per_type: int) -> list[EntityCount]:
    """The entities of the articles `ids`, those in most articles first, at most `per_type` of each type."""
    everything = db.execute("SELECT COUNT(*) FROM article WHERE state = 'current'").fetchone()[0]
    if len(ids) >= everything:
        chosen = "SELECT id FROM article WHERE state = 'current'"
        params: tuple[object, ...] = ()
    else:
        chosen = "SELECT value FROM json_each(?)"
        params = (json.dumps([int(i) for i in ids]),)
    rows = db.execute(
        "SELECT id, type, name, articles FROM (SELECT e.id, e.type, e.name, t.articles,"
        " ROW_NUMBER() OVER (PARTITION BY e.type ORDER BY t.articles DESC, e.id) AS place FROM"
        " (SELECT entity_id, COUNT(*) AS articles FROM entity_article"
        f" WHERE article_id IN ({chosen}) GROUP BY entity_id) t"
        " JOIN entity e ON e.id = t.entity_id) WHERE place <= ? ORDER BY type, place",
        (*params, per_type),
    ).fetchall()
    posts = posts_of(db, [row[0] for row in rows if row[1] == MentionType.PERSON.value])
    return [
        EntityCount(number, MentionType(kind), name, articles, tuple(posts.get(number, ())))
        for number, kind, name, articles in rows
    ]


def one(db: sqlite3.Connection, entity_id: int) -> EntityCount | None:
    """An entity over the whole archive, with the span of its articles' dates."""
    row = db.execute(
        "SELECT e.id, e.type, e.name, COUNT(a.id), MIN(a.date), MAX(a.date) FROM entity e"
        " LEFT JOIN entity_article x ON x.entity_id = e.id"
        " LEFT JOIN article a ON a.id = x.article_id AND a.state = 'current' WHERE e.id = ? GROUP BY e.id",
        (entity_id,),
    ).fetchone()
    if row is None:
        return None
    posts = posts_of(db, [entity_id]).get(entity_id, [])
    return EntityCount(row[0], MentionType(row[1]), row[2], row[3], tuple(posts), row[4], row[5])


def posts_of(db: sqlite3.Connection, people: Sequence[int]) -> dict[int, list[str]]:
    """The posts most often given to each person, most frequent first.

    局長 only where no fuller one is known, and without what one of hundreds of statements says.
    """
    posts: dict[int, list[str]] = {}
    most: dict[int, int] = {}
    for person, post, times in statements.usual_posts(db, people):
        if times * _SLIP >= most.setdefault(person, times):
            posts.setdefault(person, []).append(post)
    return {
        person: [post for post in known if not any(_fuller(post, other) for other in known)][:POSTS_SHOWN]
        for person, known in posts.items()
    }


def _fuller(post: str, other: str) -> bool:
    """Whether `other` is the same post with its body or place; 副省长 is not a fuller 省长."""
    return len(other) > len(post) and other.endswith(post) and other[-len(post) - 1] not in _OTHER_POST


def _entities(db: sqlite3.Connection, numbers: set[int]) -> dict[int, tuple[MentionType, str, str]]:
    found: dict[int, tuple[MentionType, str, str]] = {}
    wanted = list(numbers)
    for at in range(0, len(wanted), _SOME):
        some = wanted[at : at + _SOME]
        marks = ",".join("?" * len(some))
        for number, kind, name, key in db.execute(
            f"SELECT id, type, name, key FROM entity WHERE id IN ({marks})",
            some,
        ):
            found[number] = (MentionType(kind), name, key)
    return found
