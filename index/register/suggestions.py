"""What looks like two people under one name, or one person under two, each with its evidence.

Nothing is changed here: a suggestion becomes a correction when the user says so. Called by the façade.

Two people: top posts of different provinces or countries (江西省省长, 湖北省省长) stated in the same month,
and by no article both. One person: a surname alone, or a name that is part of another or differs from it in
one character, with the same post at the same time.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations

from index.catalogue import register, statements
from index.catalogue.lives import Lives
from index.model import CorrectionKind, EntityName, Evidence, EvidenceKind, MentionType, Suggestion
from index.register.tenures import Held, tenures_of
from index.script.fold import fold

SeatOf = Callable[[str], str]  # the province or country that a post, body or place begins with, "" if none
_TOP_POST = re.compile(
    r"(?<![副代])(?:[省市县区州旗]长|委书记|总统|总理|首相|国王|自治区主席|特首|行政长官)$"
)
_COMPOUND = frozenset("欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 范姜 张简".split())
_SHOWN = 4
_RARE = 5  # a slip of the pen is at least so many times rarer than the name that was meant
_WORDINGS = 3000  # statements about the posts of one person: the most frequent wordings
_HOLDERS = 400  # a post with more holders than this says nothing about who is who


def suggestions(
    db: sqlite3.Connection,
    lives: Lives,
    seat_of: SeatOf,
    entity_id: int | None = None,
    checkpoint: Callable[[], None] = lambda: None,
    apart: Collection[frozenset[tuple[MentionType, str]]] = (),
) -> list[Suggestion]:
    """Suggestions for the whole archive or one person, splits first, those with most evidence first.

    `apart`: entities (type, key) of which the user said that they are two, or one.
    """
    if entity_id is None:
        held = tenures_of(statements.everything(db, lives))
    else:
        own = statements.of_person(db, lives, entity_id)
        posts = sorted({s.post_id for s in own if s.post_id is not None})
        others = statements.of_posts(db, lives, posts, _WORDINGS)
        held = tenures_of([*own, *(s for s in others if s.person_id != entity_id)])
    splits: list[Suggestion] = []
    for of_person in _by_person(held).values():
        checkpoint()
        if entity_id in (None, of_person[0].person_id):
            splits.extend(_homonyms(db, of_person, seat_of))
    merges = list(_aliases(db, held, entity_id, checkpoint))
    found = [*_ranked(splits), *_ranked(merges)]
    return [one for one in found if not apart or _keys(db, one) not in apart]


def _keys(db: sqlite3.Connection, found: Suggestion) -> frozenset[tuple[MentionType, str]]:
    heads = [register.key_of(db, entity.id) for entity in found.entities]
    return frozenset((head[0], head[1]) for head in heads if head is not None)


def _homonyms(db: sqlite3.Connection, held: Sequence[Held], seat_of: SeatOf) -> Iterator[Suggestion]:
    """At most one split of a person, with all posts that speak against one person."""
    seats: dict[str, list[Held]] = {}
    for one in held:
        if _TOP_POST.search(one.post_key):
            seat = seat_of(max((fold(s.post) for s in one.statements), key=len))  # as printed, not guessed
            if seat:
                seats.setdefault(seat, []).append(one)
    evidence: list[Evidence] = []
    rivals: set[str] = set()
    for (seat, ours), (other_seat, theirs) in combinations(sorted(seats.items()), 2):
        if {a for one in ours for a in one.numbers} & {a for one in theirs for a in one.numbers}:
            continue  # an article that gives both tells of somebody who moved
        for one in ours:
            for other in theirs:
                common = _months(one) & _months(other)
                if common:
                    evidence.append(_evidence(db, EvidenceKind.RIVAL_POSTS, one, other, common))
                    rivals |= {seat, other_seat}
    if evidence:
        who = EntityName(held[0].person_id, MentionType.PERSON, held[0].person)
        parts = tuple(
            tuple(sorted({a for one in seats[seat] for a in one.numbers})) for seat in sorted(rivals)
        )
        yield Suggestion(CorrectionKind.SPLIT, (who,), tuple(evidence), parts)


def _aliases(
    db: sqlite3.Connection, held: Sequence[Held], entity_id: int | None, checkpoint: Callable[[], None]
) -> Iterator[Suggestion]:
    """Merges: (the lesser name, the name that was meant)."""
    by_post: dict[str, list[Held]] = {}
    for one in held:
        by_post.setdefault(one.post_key, []).append(one)
    found: dict[tuple[int, int], list[Evidence]] = {}
    names: dict[int, str] = {}
    for holders in by_post.values():
        checkpoint()
        if len(holders) > _HOLDERS:
            continue
        for one, other in _like_each_other(holders):
            common = _months(one) & _months(other)
            kind = _likeness(one, other)
            if not common or kind is None or entity_id not in (None, one.person_id, other.person_id):
                continue
            pair = (one.person_id, other.person_id)
            names.update({one.person_id: one.person, other.person_id: other.person})
            found.setdefault(pair, []).append(_evidence(db, kind, one, other, common))
    meant: dict[int, set[int]] = {}
    for lesser, greater in found:
        meant.setdefault(lesser, set()).add(greater)
    for (lesser, greater), evidence in found.items():
        surname = evidence[0].kind is EvidenceKind.SURNAME_ONLY
        if (surname and len(meant[lesser]) > 1) or (not surname and register.together(db, [lesser, greater])):
            continue  # a surname that fits several people, or two people of one article
        pair_names = tuple(EntityName(n, MentionType.PERSON, names[n]) for n in (lesser, greater))
        yield Suggestion(CorrectionKind.MERGE, pair_names, tuple(evidence))


def _like_each_other(holders: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """(the lesser, the greater) of holders of one post whose names may be one."""
    starts: dict[str, list[Held]] = {}
    for one in holders:
        starts.setdefault(one.key[:1], []).append(one)
    ends: dict[str, list[Held]] = {}
    for one in holders:
        ends.setdefault(one.key[1:], []).append(one)
    groups = [*starts.values(), *(group for rest, group in ends.items() if len(rest) >= 2)]
    seen: set[tuple[int, int]] = set()
    for group in groups:
        for one, other in combinations(group, 2):
            if one.person_id == other.person_id:
                continue
            lesser, greater = sorted((one, other), key=lambda h: (len(h.key), h.times, h.person_id))
            if len(lesser.key) == len(greater.key) and lesser.times > greater.times:
                lesser, greater = greater, lesser
            if (lesser.person_id, greater.person_id) not in seen:
                seen.add((lesser.person_id, greater.person_id))
                yield lesser, greater


def _likeness(lesser: Held, greater: Held) -> EvidenceKind | None:
    """Why two holders of a post may be one, by their names; None if nothing says so."""
    one, other = lesser.key, greater.key
    if (len(one) == 1 or one in _COMPOUND) and other.startswith(one) and len(other) >= 2:
        return EvidenceKind.SURNAME_ONLY if one != other else None
    if len(one) < 2 or len(other) < 3 or lesser.times * _RARE > greater.times:
        return None
    if len(one) < len(other) and one in other:
        return EvidenceKind.SIMILAR_NAME
    different = sum(a != b for a, b in zip(one, other, strict=False))
    return EvidenceKind.SIMILAR_NAME if len(one) == len(other) and different == 1 else None


def _evidence(
    db: sqlite3.Connection, kind: EvidenceKind, one: Held, other: Held, months: Iterable[str]
) -> Evidence:
    """Two tenures in their common months, with some articles of each."""
    common = sorted(months)
    numbers: list[int] = []
    for held in (one, other):
        numbers.extend([one.id for one in held.articles if one.date[:7] in common][:_SHOWN])
    links = register.links(db, numbers)
    said = [h.statements[0].post if kind is EvidenceKind.RIVAL_POSTS else h.person for h in (one, other)]
    articles = tuple(links[number] for number in dict.fromkeys(numbers) if number in links)
    return Evidence(kind, said[0], said[1], common[0], common[-1], articles)


def _by_person(held: Iterable[Held]) -> dict[int, list[Held]]:
    people: dict[int, list[Held]] = {}
    for one in held:
        people.setdefault(one.person_id, []).append(one)
    return people


def _months(held: Held) -> set[str]:
    return {month for month, _ in held.articles.months() if len(month) > len("2024")}


def _ranked(found: Iterable[Suggestion]) -> list[Suggestion]:
    return sorted(
        found, key=lambda s: (-sum(len(e.articles) for e in s.evidence), [e.id for e in s.entities])
    )
