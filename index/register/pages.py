"""The page of an entity, put together from the catalogue. Called by the façade.

An ordinary page reads a few thousand short rows. Entities that thousands of articles name are limited:
companions are counted over the newest articles, and quotations looked for in the newest texts; the page
says over how many.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from index.catalogue import entities, register, statements
from index.catalogue.lives import Articles, Lives
from index.catalogue.statements import Stated
from index.model import (
    ArticleLink,
    EntityCount,
    EntityPage,
    EventInstance,
    FollowUp,
    MentionType,
    MonthCount,
    Quotation,
    Signature,
)
from index.register import quotations, series, signing, tenures
from index.register.wordings import EntityKey, printed_forms

COUNTED = 600
READ = 100
ASKING = 60  # articles searched for follow-ups of an event
OWN = 20  # articles about an event in which it is looked for what they follow up themselves
COMPANIONS = 40
TENURES = 60
WORDINGS = 500  # of statements on the page of a post, body or place: the most frequent ones
ARTICLES = 50
_LINKS = 8
_FOREMOST = 5


def entity_page(db: sqlite3.Connection, lives: Lives, entity_id: int, keyed: EntityKey) -> EntityPage | None:
    """The page of an entity; None if there is no such entity. `keyed` gives the key of a name."""
    head = register.key_of(db, entity_id)
    if head is None:
        return None
    kind, key, name = head
    naming = lives.naming(db, entity_id)
    newest = naming.newest(max(COUNTED, ARTICLES))
    counted, read = newest[:COUNTED], newest[:READ]
    common = register.companions(db, counted, entity_id, COMPANIONS)
    bodies_near = common[MentionType.ORGANISATION]
    publishing = register.publishers(db, [one.id for one in bodies_near[:_FOREMOST]], len(lives))
    stated = _statements(db, lives, entity_id, kind, key)
    held = tenures.tenures_of(stated)
    kept = _foremost(held, kind)
    chosen = {id(one): _some(one.numbers) for one in kept}
    instances, follow_ups = _event(db, lives, kind, key)
    links = register.links(db, {*newest[:ARTICLES], *(n for some in chosen.values() for n in some), *read})
    bodies = register.bodies(db, read)
    first, last = naming.span
    posts = entities.posts_of(db, [entity_id]).get(entity_id, []) if kind is MentionType.PERSON else []
    return EntityPage(
        entity=EntityCount(
            entity_id,
            kind,
            name,
            len(naming),
            tuple(posts),
            first,
            last,
        ),
        tenures=tuple(tenures.shown(one, links, chosen[id(one)]) for one in kept),
        tenures_total=len(held) if kind is MentionType.PERSON or _complete(stated) else 0,
        people=tuple(common[MentionType.PERSON]),
        posts=tuple(common[MentionType.POST]),
        organisations=tuple(one for one in bodies_near if one.id not in publishing),
        places=tuple(common[MentionType.PLACE]),
        documents=tuple(common[MentionType.DOCUMENT]),
        events=tuple(common[MentionType.EVENT]),
        counted=len(counted),
        months=months(naming),
        articles=tuple(links[number] for number in newest[:ARTICLES]),
        quotations=_quotations(db, entity_id, bodies, links) if kind is MentionType.PERSON else (),
        signatures=_signatures(db, entity_id, read) if kind is MentionType.DOCUMENT else (),
        instances=instances,
        follow_ups=follow_ups,
        forms=printed_forms(db, keyed, (entity_id, kind, key, name), bodies, links),
        read=len(read),
    )


def months(articles: Articles) -> tuple[MonthCount, ...]:
    """How many articles each month has, in order of time; a date without a month counts as its year."""
    return tuple(MonthCount(month, count) for month, count in articles.months())


def _statements(
    db: sqlite3.Connection, lives: Lives, entity_id: int, kind: MentionType, key: str
) -> list[Stated]:
    """The statements of posts that belong on the page of an entity.

    A post often has its body or place in its own name (江西省省长), so the page of 江西 also takes the posts
    that begin with it.
    """
    if kind is MentionType.PERSON:
        return statements.of_person(db, lives, entity_id)
    if kind is MentionType.POST:
        return statements.of_posts(db, lives, [entity_id], WORDINGS)
    if kind not in (MentionType.ORGANISATION, MentionType.PLACE):
        return []
    posts = [number for number, _ in register.keys_starting(db, MentionType.POST, key, 500)]
    return statements.within(db, lives, entity_id, kind, posts, WORDINGS)


def _complete(stated: Sequence[Stated]) -> bool:
    """Whether surely no wording was left out of the statements on a page; some look alike here."""
    return len({one[:-1] for one in stated}) < 0.9 * WORDINGS


def _foremost(held: list[tenures.Held], kind: MentionType) -> list[tenures.Held]:
    """The tenures stated most often if there are too many, in order of time."""
    if len(held) <= TENURES:
        return held
    least = sorted((one.times for one in held), reverse=True)[TENURES - 1]
    return [one for one in held if one.times >= least][:TENURES]


def _some(numbers: Sequence[int]) -> list[int]:
    """The first and the last of the articles of a tenure."""
    if len(numbers) <= _LINKS:
        return list(numbers)
    return [*numbers[: _LINKS // 2], *numbers[-(_LINKS - _LINKS // 2) :]]


def _quotations(
    db: sqlite3.Connection,
    person: int,
    bodies: Sequence[tuple[int, str]],
    links: dict[int, ArticleLink],
) -> tuple[Quotation, ...]:
    named = register.spans_of_type(db, [number for number, _ in bodies], MentionType.PERSON)
    found: list[Quotation] = []
    for number, body in bodies:
        found.extend(
            Quotation(links[number], said.verb, body[said.start : said.end], said.start, said.end)
            for said in quotations.said(body, named[number])
            if person in said.speakers
        )
    return tuple(found)


def _signatures(db: sqlite3.Connection, document: int, ids: Sequence[int]) -> tuple[Signature, ...]:
    return tuple(signing.signatures(db, document, ids))


def _event(
    db: sqlite3.Connection, lives: Lives, kind: MentionType, key: str
) -> tuple[tuple[EventInstance, ...], tuple[FollowUp, ...]]:
    if kind is not MentionType.EVENT:
        return (), ()
    found = tuple(series.instances(db, lives, key))
    naming = lives.naming(db, *{one.entity.id for one in found})
    asking = series.asking(db, lives, naming, ASKING)
    later = series.follow_ups(db, asking, set(naming.ids.tolist()), series.series_of(key))
    own = series.follow_ups(db, [number for number in naming.newest(OWN) if number not in asking])
    return found, (*later, *(one for one in own if one not in later))
