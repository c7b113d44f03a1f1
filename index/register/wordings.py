"""How articles print the name of an entity, and why each form counts as it: the evidence for every merge.

Forms are read from the articles themselves, so that a bare 市府 is seen where it stands. Called by `pages`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence

from index.catalogue import corrections, forms, register
from index.model import ArticleLink, MentionType, PrintedForm, SameReason
from index.script.fold import fold

EntityKey = Callable[[MentionType, str], str]
_MOST = 40


def printed_forms(
    db: sqlite3.Connection,
    key: EntityKey,
    entity: tuple[int, MentionType, str, str],
    bodies: Sequence[tuple[int, str]],
    links: Mapping[int, ArticleLink],
) -> tuple[PrintedForm, ...]:
    """The forms in which some articles print an entity, given as (number, type, key, name); commonest first.

    `bodies`: those articles, newest first; forms that only others print follow without a place.
    """
    number, kind, own, name = entity
    merged = _merged(db, kind, own)
    places = register.places(db, [article for article, _ in bodies], number)
    seen: dict[str, tuple[int, int, int, int]] = {}  # articles, and the place in the newest
    for article, body in bodies:
        here: dict[str, tuple[int, int]] = {}
        for start, end in places.get(article, ()):
            here.setdefault("".join(body[start:end].split()), (start, end))
        for form, (start, end) in here.items():
            count, *place = seen.get(form, (0, article, start, end))
            seen[form] = (count + 1, *place)  # type: ignore[assignment]
    found = [
        PrintedForm(form, count, _reason(key, kind, form, own, name, merged), links[article], start, end)
        for form, (count, article, start, end) in seen.items()
        if form
    ]
    elsewhere = [
        PrintedForm(form, count, _reason(key, kind, form, own, name, merged))
        for one in [(kind, own), *merged]
        for form, count in forms.counts(db, *one).items()
        if "".join(form.split()) not in seen
    ]
    found.sort(key=lambda one: (-one.articles, one.form))
    elsewhere.sort(key=lambda one: (-one.articles, one.form))
    return (*found, *elsewhere)[:_MOST]


def _reason(
    key: EntityKey,
    kind: MentionType,
    form: str,
    own: str,
    name: str,
    merged: Collection[tuple[MentionType, str]],
) -> SameReason:
    if fold(form) == fold("".join(name.split())):
        return SameReason.SCRIPT
    keyed = key(kind, form)
    if keyed == own:
        return SameReason.KNOWN
    if any(keyed == other for _, other in merged):
        return SameReason.USER
    return SameReason.ARTICLE


def _merged(db: sqlite3.Connection, kind: MentionType, own: str) -> list[tuple[MentionType, str]]:
    """What the user made part of an entity, by type and key as they are recognised."""
    rules, found, due = corrections.rules(db).rules, list[tuple[MentionType, str]](), [(kind, own)]
    while due:
        wanted = due.pop()
        for rule in rules:
            source = (rule.type, rule.key)
            if rule.lines or source in (*found, (kind, own)):
                continue
            if (rule.new_type, rule.new_key) == wanted:
                found.append(source)
                due.append(source)
    return found
