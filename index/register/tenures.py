"""Statements of posts put together to tenures: who held which post, from which to which article.

An article may call a mayor 白石市市长, a second one 市长. A shorter form counts with the fuller one whose
statements are nearest in time; where nothing fuller is near, it stands for itself. Called by `pages`,
`suggestions` and `tables`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from index.catalogue.lives import Articles
from index.catalogue.statements import Stated
from index.model import ArticleLink, EntityName, MentionType, Tenure
from index.script.fold import fold

_NEAR_DAYS = 400
_SHARED = "省市县区州局厅部院署处会委"  # 江西省 and 省长 share one
_RARER = 5
_FAR_RARER = 20
_SLIP = 200  # of so many statements, one in this form is a slip
_BODY_ENDS = "省市县区州旗盟乡镇村国局处部厅院会署委司所队团社校馆室科组办府台站党学厂行业"
_TELLING = 4
_FULLER = 8  # fuller forms of a post that are considered, the most frequent ones
_DOUBLED = re.compile(r"(省|市|县|区|州|旗|乡|镇|[局厅部院署处])(?:(?:人民)?政府)?\1长$")
_GOVERNMENT = re.compile(r"(省|市|县|区)(?:人民)?政?府(?=.+(?:[局厅委办]长|主任)$)")
_OFFICE = re.compile(r"(?<=[省市县区州])(?:人民)?政府")
_OF_CHINA = re.compile(r"^(?:中华人民共和国|中国)(?=国务院|国家|全国|外交部|国防部|商务部|中央|中共)")
_OTHER_POST = ("副", "代", "代理", "原", "前", "候任", "常务", "助理", "名誉")


@dataclass(slots=True)
class Held:
    """A tenure in the making: all statements of one post of one person."""

    person_id: int
    person: str
    post_key: str  # folded, with body and place in front as far as they are told
    statements: list[Stated] = field(default_factory=list)
    days: list[int] = field(default_factory=list)  # ordinals, ascending: ends of the spans of statements
    articles: Articles = field(default_factory=Articles.none)  # those that state it, each once
    times: int = 0  # statements, each article counted

    @property
    def key(self) -> str:
        """The person's name folded, without blanks."""
        return "".join(fold(self.person).split())

    def finish(self) -> Held:
        """Set the articles that state it."""
        self.articles = Articles.joined([s.articles for s in self.statements])
        return self

    @property
    def numbers(self) -> list[int]:
        """The articles that state it, oldest first, those without a date last."""
        undated = int((self.articles.days == 0).sum())
        ids = self.articles.ids.tolist()
        return [*ids[undated:], *ids[:undated]]

    def days_from(self, day: int) -> int:
        """How far the nearest statement is from a day; 0 if either has no date."""
        if not self.days or not day:
            return 0
        at = bisect_left(self.days, day)
        return min(abs(day - other) for other in self.days[max(0, at - 1) : at + 1])


def tenures_of(statements: Iterable[Stated]) -> list[Held]:
    """Tenures out of statements, in the order of time of their first article."""
    people: dict[int, list[Stated]] = {}
    for statement in statements:
        people.setdefault(statement.person_id, []).append(statement)
    found = [held for of_person in people.values() for held in _of_one(of_person)]
    return sorted(found, key=lambda held: (held.articles.span[0] or "9", held.person_id, held.post_key))


def shown(held: Held, links: Mapping[int, ArticleLink], articles: Sequence[int]) -> Tenure:
    """The record of a tenure, with those of `articles` that `links` knows."""
    fullest = [s for s in held.statements if _full(s) == held.post_key] or held.statements
    longest = max(len(s.post) for s in fullest)
    fullest = [s for s in fullest if len(s.post) >= longest - 2]
    posts: Counter[str] = Counter()
    for statement in fullest:
        posts[statement.post] += statement.times
    post = max(posts, key=lambda name: (posts[name], name))
    return Tenure(
        EntityName(held.person_id, MentionType.PERSON, held.person),
        post,
        _usual((s.organisation, s.times) for s in held.statements),
        _usual((s.place, s.times) for s in held.statements),
        *held.articles.span,
        tuple(links[number] for number in articles if number in links),
        len(held.articles),
        next((s.post_id for s in fullest if s.post_id is not None), None),
        tuple(sorted(form for form in _printed(held) if form != post)),
    )


def _printed(held: Held) -> list[str]:
    """The forms of a post that are more than slips."""
    counts: Counter[str] = Counter()
    for statement in held.statements:
        counts[statement.post] += statement.times
    return [form for form, count in counts.items() if count * _SLIP >= counts.total()]


def _of_one(statements: list[Stated]) -> list[Held]:
    forms: dict[str, list[Stated]] = {}
    for statement in statements:
        forms.setdefault(_full(statement), []).append(statement)
    forms = _reread(forms)
    groups: list[Held] = []
    for post in sorted(forms, key=lambda key: (-len(key), key)):
        own = Held(statements[0].person_id, statements[0].person, post)
        fuller = [group for group in groups if _within(post, group.post_key)]
        fuller = sorted(fuller, key=lambda group: -len(group.days))[:_FULLER]
        groups_by_day: dict[int, Held] = {}
        joined: list[tuple[Held, Stated]] = []
        for statement in forms[post]:
            day = _ordinal(_days(statement)[0])
            if day not in groups_by_day:
                groups_by_day[day] = _nearest(day, fuller, own)
            joined.append((groups_by_day[day], statement))
        for group, statement in joined:
            group.statements.append(statement)
            group.times += statement.times
        if own.statements:
            groups.append(own)
        for group in {id(group): group for group, _ in joined}.values():
            ends = {day for s in group.statements for day in _days(s) if day}
            group.days = sorted(map(_ordinal, ends))
    return [group.finish() for group in _settled(groups)]


def _settled(groups: list[Held]) -> list[Held]:
    """The groups, without those that are better explained by another that is stated far more often.

    Where a post leaves its place out, the place is a guess from the article: somebody often called 臺南市長
    is not mayor of each place in whose article 市長 stands.
    """
    guessed = {id(group) for group in groups if _rests_on_guesses(group)}
    kept: list[Held] = []
    for group in groups:
        suspected = groups if id(group) in guessed else []
        better = [other for other in suspected if other is not group and _explains(other, group, guessed)]
        if better:
            best = max(better, key=lambda other: other.times)
            best.statements.extend(group.statements)
            best.times += group.times
        else:
            kept.append(group)
    return kept


def _rests_on_guesses(group: Held) -> bool:
    """Whether no statement tells the place of a group; shorter forms that joined it do not count."""
    return all(_guessed(s) for s in group.statements if _full(s) == group.post_key)


def _explains(other: Held, group: Held, guessed: Collection[int]) -> bool:
    """Whether a post with a guessed place is rather the other."""
    if any(other.days_from(day) > _NEAR_DAYS for day in group.days):
        return False
    first = group.statements[0]
    bare = _joined(first.post_key or fold(first.post), first.organisation, "")
    rarer = _FAR_RARER if id(other) in guessed else _RARER
    return other.times >= rarer * group.times and _within(bare, other.post_key)


def _reread(forms: dict[str, list[Stated]]) -> dict[str, list[Stated]]:
    """The forms of the posts of somebody, 推動市長 taken for 市長 where that is stated far more often.

    Only where it is known of which body or place: 江西省长, stated once, is the full form of 省长.
    """
    times: Counter[str] = Counter()
    for said in forms.values():
        for statement in said:
            times[fold(statement.post)] += statement.times
    fuller = {form: sum(s.times for s in said) for form, said in forms.items()}
    meant = {post: _meant(post, times, fuller) for post in times}
    found: dict[str, list[Stated]] = {}
    for form, said in forms.items():
        for statement in said:
            post = fold(statement.post)
            found.setdefault(form if meant[post] == post else meant[post], []).append(statement)
    return found


def _meant(post: str, times: Mapping[str, int], fuller: Mapping[str, int]) -> str:
    """The post that a printed form has at its end, if a mere word stands before it; else the form itself."""
    ends = [
        other
        for other, count in times.items()
        if other != post and _within(other, post) and count >= _FAR_RARER * times[post]
        if post.removesuffix(other)[-1] not in _BODY_ENDS
        if len(other) >= _TELLING
        or any(
            form not in (post, other) and form.endswith(other) and count >= _RARER * times[post]
            for form, count in fuller.items()
        )
    ]
    return max(ends, key=lambda other: times[other], default=post)


def _guessed(statement: Stated) -> bool:
    """Whether the place of a post does not stand in its name or in that of its body."""
    return bool(statement.place) and _missing(statement.place, statement.post, statement.organisation)


@lru_cache(maxsize=16384)
def _missing(place: str, post: str, organisation: str) -> bool:
    return fold(place) not in fold(post) and fold(place) not in fold(organisation)


def _nearest(day: int, fuller: list[Held], own: Held) -> Held:
    """The fuller group with a statement nearest to a day, or `own` if none is near.

    A post that tells its body (外交部长) needs no nearness where only one fuller form of it is known.
    """
    if len(fuller) == 1 and len(own.post_key) >= _TELLING:
        return fuller[0]
    nearest = min(fuller, key=lambda group: group.days_from(day), default=own)
    return nearest if nearest is not own and nearest.days_from(day) <= _NEAR_DAYS else own


def _within(post: str, fuller: str) -> bool:
    """Whether a post may be short for a fuller one: 市长 for 白石市长, but not for 白石市副市长."""
    return fuller.endswith(post) and not fuller.removesuffix(post).endswith(_OTHER_POST)


def _full(statement: Stated) -> str:
    return _joined(statement.post_key or fold(statement.post), statement.organisation, statement.place)


@lru_cache(maxsize=16384)
def _joined(post: str, organisation: str, place: str) -> str:
    """The key of a post with its body and place in front, as far as they are told.

    教育局 and 局长 make 教育局长, 江西省 and 省长 江西省长; 臺南市政府市长 and 臺南市市长 are 臺南市长.
    """
    for before in (_OFFICE.sub("", fold(organisation)), fold(place)):
        if before and before not in post:
            post = (before.removesuffix(post[0]) if post[0] in _SHARED else before) + post
    return _OF_CHINA.sub("", _DOUBLED.sub(r"\1长", _GOVERNMENT.sub(r"\1", post)))


def _days(statement: Stated) -> tuple[int, int]:
    """The first and the last day of a statement, YYYYMMDD."""
    days = statement.articles.days
    return int(days[0]), int(days[-1])


def _usual(names: Iterable[tuple[str, int]]) -> str:
    counts: Counter[str] = Counter()
    for name, times in names:
        if name:
            counts[name] += times
    return max(counts, key=lambda name: (counts[name], len(name), name), default="")


@lru_cache(maxsize=16384)
def _ordinal(day: int) -> int:
    """The ordinal of YYYYMMDD, of a partial date its first day; 0 for no date."""
    try:
        return date(day // 10000, day // 100 % 100 or 1, day % 100 or 1).toordinal()
    except ValueError:
        return 0
