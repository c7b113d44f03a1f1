"""What a user corrects about entities: made into rules, applied to the articles they touch, undone.

All functions take the connection of a running transaction, and `key`, which gives the key of a name. They
change the catalogue only; articles whose names changed are marked stale, and the façade has the index take
them up again. Called by `index.archive`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.catalogue import articles, corrections, entities, forms, register, statements
from index.catalogue.corrections import Line, Rule, Text
from index.catalogue.entities import EntityNumbers
from index.catalogue.records import Packed, Recognised, packed
from index.errors import ArticleMissing, CorrectionRefused, EntityMissing
from index.model import Corrected, CorrectionKind, EntityName, MentionType

EntityKey = Callable[[MentionType, str], str]
_BLOCK = 500
_NO_TEXT = Text("", b"", "", "")  # where no correction looks at words


@dataclass(frozen=True, slots=True)
class Source:
    """The entity that a correction is about, as it is now."""

    id: int
    type: MentionType
    key: str
    name: str


def rename(db: sqlite3.Connection, key: EntityKey, entity_id: int, name: str) -> Corrected:
    """Call an entity otherwise; where the new name is that of another entity, both become one."""
    source, name = _source(db, entity_id), _said(name)
    new_key = key(source.type, name)
    other = register.by_key(db, source.type, new_key)
    merged = new_key != source.key and other is not None and bool(register.naming(db, other))
    kind = CorrectionKind.MERGE if merged else CorrectionKind.RENAME
    return _make(db, _rule(kind, source, source.type, new_key, name))


def merge(db: sqlite3.Connection, entity_id: int, into: int) -> Corrected:
    """Make one entity part of another, which may be of another type."""
    source, target = _source(db, entity_id), _source(db, into)
    if entity_id == into:
        raise CorrectionRefused("correction.same_entity", name=source.name)
    return _make(db, _rule(CorrectionKind.MERGE, source, target.type, target.key, target.name))


def split(
    db: sqlite3.Connection, key: EntityKey, entity_id: int, article_ids: Sequence[int], name: str
) -> Corrected:
    """Make another entity with a name of its own of an entity's mentions in some articles."""
    source, name = _source(db, entity_id), _said(name)
    new_key = key(source.type, name)
    if new_key == source.key:
        raise CorrectionRefused("correction.same_name", name=name)
    wanted = set(article_ids).intersection(_articles_of(db, source))
    texts = corrections.texts(db, sorted(wanted))
    if not texts:
        raise CorrectionRefused("correction.no_articles", name=source.name)
    lines = tuple(Line(text.origin, text.text_key) for text in texts.values())
    return _make(db, replace(_rule(CorrectionKind.SPLIT, source, source.type, new_key, name), lines=lines))


def retype(db: sqlite3.Connection, key: EntityKey, entity_id: int, kind: MentionType) -> Corrected:
    """Say that an entity is of another type."""
    source = _source(db, entity_id)
    if kind is source.type or kind is MentionType.DATE:
        raise CorrectionRefused("correction.same_entity", name=source.name)
    return _make(db, _rule(CorrectionKind.RETYPE, source, kind, key(kind, source.name), source.name))


def keep_apart(db: sqlite3.Connection, entity_id: int, other: int) -> Corrected:
    """Say that two names are two people, or (the same number twice) that a name is one person.

    It changes no article; what was suggested otherwise is not suggested again.
    """
    source, target = _source(db, entity_id), _source(db, other)
    return _make(db, _rule(CorrectionKind.APART, source, target.type, target.key, target.name))


def delete(db: sqlite3.Connection, entity_id: int) -> Corrected:
    """Say that something is no entity: its mentions and appointments go."""
    return _make(db, _rule(CorrectionKind.DELETE, _source(db, entity_id), None, "", ""))


def add(
    db: sqlite3.Connection,
    key: EntityKey,
    article_id: int,
    in_title: bool,
    start: int,
    end: int,
    kind: MentionType,
    name: str = "",
) -> Corrected:
    """Add the mention [start, end) of an article's title or body, in place of those that it overlaps.

    `name` is the entity's full name where the words are a short form of it.
    """
    text = corrections.texts(db, [article_id]).get(article_id)
    if text is None:
        raise ArticleMissing(article_id=article_id)
    printed = (text.title if in_title else text.body)[max(0, start) : end]
    if start < 0 or not printed.strip() or kind is MentionType.DATE:
        raise CorrectionRefused("correction.no_words")
    name = _said(name or printed)
    new_key = key(kind, name)
    line = Line(text.origin, text.text_key, in_title, start, start + len(printed), printed)
    rule = Rule(0, CorrectionKind.ADD, "", False, kind, new_key, name, kind, new_key, name, (line,))
    return _make(db, rule)


def undo(db: sqlite3.Connection, number: int | None = None) -> Corrected | None:
    """Take back the newest correction in force, or the one with this number; None if there is none."""
    known = [rule for rule in corrections.all_rules(db) if not rule.undone]
    chosen = next((rule for rule in reversed(known) if number in (None, rule.id)), None)
    return None if chosen is None else _switch(db, chosen, undone=True)


def switch(db: sqlite3.Connection, numbers: Collection[int], *, undone: bool) -> None:
    """Take back some corrections, newest first, or put them back, oldest first."""
    chosen = [rule for rule in corrections.all_rules(db) if rule.id in numbers and rule.undone is not undone]
    for rule in reversed(chosen) if undone else chosen:
        _switch(db, rule, undone=undone)


def redo(db: sqlite3.Connection) -> Corrected | None:
    """Put back the correction that was undone last; None if there is none, or others came since."""
    known = corrections.all_rules(db)
    newest = max((rule.id for rule in known if not rule.undone), default=0)
    chosen = next((rule for rule in known if rule.undone and rule.id > newest), None)
    return None if chosen is None else _switch(db, chosen, undone=False)


def take_up(db: sqlite3.Connection, rules: Iterable[Rule]) -> list[Rule]:
    """Add corrections from elsewhere, those already known left out; returns the new ones."""
    known = {_content(rule) for rule in corrections.all_rules(db) if not rule.undone}
    new = [corrections.add(db, rule) for rule in rules if _content(rule) not in known]
    touched: set[int] = set()
    for rule in new:
        touched.update(_touched(db, rule))
    apply(db, sorted(touched))
    for rule in new:
        _call(db, rule)
    return new


def key_anew(db: sqlite3.Connection, key: EntityKey) -> None:
    """Give all corrections the keys that the names in them have now: rules of merging names may change."""
    for rule in corrections.all_rules(db):
        new_key = key(rule.new_type, rule.new_name) if rule.new_type else ""
        db.execute(
            "UPDATE correction SET key = ?, new_key = ? WHERE id = ?",
            (key(rule.type, rule.name), new_key, rule.id),
        )


def apply(
    db: sqlite3.Connection, article_ids: Sequence[int], anew: Mapping[int, Recognised] | None = None
) -> int:
    """Write the names of these articles under all corrections in force; returns how many changed.

    `anew`: what the recogniser says of them now, in place of what it said when they were imported.
    """
    rules, numbers = corrections.rules(db), EntityNumbers()
    changed: list[int] = []
    for at in range(0, len(article_ids), _BLOCK):
        block = article_ids[at : at + _BLOCK]
        texts = corrections.texts(db, block) if rules.asks_words else {}
        kept, now = corrections.recognised(db, block), entities.stored(db, block, numbers)
        keep: dict[int, Recognised | None] = {}
        write: dict[int, Packed] = {}
        for number in texts or block:
            is_now = now.get(number, Recognised())
            said = (anew or {}).get(number) or kept.get(number) or is_now
            found = rules.applied(said, texts.get(number, _NO_TEXT))
            differs = _bare(found) != _bare(is_now)
            if anew or differs:
                keep[number] = said if found is not said else None
            if differs:
                write[number] = packed(found.mentions, found.appointments)
        corrections.keep_recognised(db, keep)
        entities.clear(db, write)
        entities.store_all(db, write, numbers)
        changed.extend(write)
    corrections.mark_stale(db, changed)
    return len(changed)


def _make(db: sqlite3.Connection, rule: Rule) -> Corrected:
    touched = _touched(db, rule)
    stored = corrections.add(db, rule)
    changed = apply(db, touched)
    return Corrected(stored.record, _call(db, stored), changed)


def _switch(db: sqlite3.Connection, rule: Rule, *, undone: bool) -> Corrected:
    corrections.set_undone(db, rule.id, undone)
    sources = {rule.key}
    for older in reversed(corrections.all_rules(db)):
        if older.id < rule.id and older.new_key in sources:
            sources.add(older.key)
    touched = set(corrections.changed_articles(db, sources, [line.origin for line in rule.lines]))
    if not undone:
        touched.update(_touched(db, rule))
    changed = apply(db, sorted(touched))
    rule = replace(rule, undone=undone)
    if not undone:
        return Corrected(rule.record, _call(db, rule), changed)
    number = register.by_key(db, rule.type, rule.key)
    given = corrections.rules(db).names
    for kind, key in {(rule.type, rule.key), (rule.new_type or rule.type, rule.new_key)}:
        name = given.get((kind, key)) or forms.best(db, kind, key) or (rule.name if key == rule.key else "")
        if name:
            db.execute("UPDATE entity SET name = ? WHERE type = ? AND key = ?", (name, kind.value, key))
    return Corrected(rule.record, None if number is None else register.named(db, [number])[number], changed)


def _call(db: sqlite3.Connection, rule: Rule) -> EntityName | None:
    """The entity that a correction results in, made if need be, under the name it was given."""
    if rule.new_type is None:
        return None
    if rule.kind is CorrectionKind.APART:
        known = register.by_key(db, rule.type, rule.key)
        return None if known is None else register.named(db, [known])[known]
    number = EntityNumbers().number(db, rule.new_type, rule.new_key, rule.new_name)
    return register.named(db, [number])[number]


def _touched(db: sqlite3.Connection, rule: Rule) -> list[int]:
    """The articles that a correction may change."""
    if rule.kind is CorrectionKind.APART:
        return []
    if rule.lines:
        return [number for x in rule.lines if (number := articles.by_origin(db, x.origin)) is not None]
    if (rule.new_type, rule.new_key) == (rule.type, rule.key):
        return []
    number = register.by_key(db, rule.type, rule.key)
    return [] if number is None else _articles_of(db, Source(number, rule.type, rule.key, rule.name))


def _articles_of(db: sqlite3.Connection, source: Source) -> list[int]:
    """All current articles that name an entity or give or take a post with it."""
    return sorted(register.naming(db, source.id) | statements.articles_about(db, source.id))


def _source(db: sqlite3.Connection, entity_id: int) -> Source:
    head = register.key_of(db, entity_id)
    if head is None:
        raise EntityMissing(entity_id=entity_id)
    return Source(entity_id, *head)


def _rule(
    kind: CorrectionKind, source: Source, new_type: MentionType | None, new_key: str, new_name: str
) -> Rule:
    return Rule(0, kind, "", False, source.type, source.key, source.name, new_type, new_key, new_name)


def _said(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise CorrectionRefused("correction.no_name")
    return name


def _content(rule: Rule) -> Rule:
    """A correction without number and time, to see whether two are the same."""
    lines = tuple(
        sorted(rule.lines, key=lambda line: (line.origin, line.text_key, line.in_title, line.start))
    )
    return replace(rule, id=0, made_at="", undone=False, name="", lines=lines)


def _bare(found: Recognised) -> tuple[object, ...]:
    """Names of an article without the forms shown, which belong to the entities."""
    return (
        tuple((m.type, m.key, m.in_title, m.start, m.end) for m in found.mentions),
        tuple((a.person_key, a.appointment, a.keys._replace(post_name="")) for a in found.appointments),
    )
