"""Puts the finders in order and settles what they found. Called through `index.entities.recognise`."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from index.entities.appointments import Holding, find_holdings
from index.entities.contexts import ArticleContext
from index.entities.dates import find_dates
from index.entities.documents import find_documents
from index.entities.events import find_events, find_quoted
from index.entities.foreign_places import add_foreign_places
from index.entities.lexicons import cues
from index.entities.local_places import add_local_places
from index.entities.names import Person
from index.entities.organisations import find_organisations, split_halls
from index.entities.persons import PeopleFinder
from index.entities.places import find_places
from index.entities.reading import Reading, longest, read
from index.entities.resolver import (
    resolve_surnames,
    spread_names,
    spread_spoken,
    spread_surnames,
    spread_titled,
)
from index.entities.titles import Title, find_titles
from index.model import Appointment, Mention, MentionType, Recognition


def recognise(text: str, date: str | None) -> Recognition:
    """Recognise the entities of one article.

    `date` is the publication date, ISO, possibly only a year or month, or None. Offsets in the result are
    indices into `text`; mentions are sorted and do not overlap.
    """
    if not text.strip():
        return Recognition()
    return _Article(read(text), date).recognition()


PROFESSIONS = cues("recogniser.professions")
LONGEST_DATE = 20
_APPOINTED = re.compile(r"(?:担任|出任|当选|当选为|接任|就任|(?![现历前首时上连])[一-龥]任|选出)$")


_RANKED = re.compile(r"[长员任席记](?:\([^()]{1,8}级\))[、,]$")  # 馆长(副部长级)、|党委副书记
_NEGATED = re.compile(r"(?:不|并|也|就|能|将|可以|都|只|仅|才)$")
_LEAVES = re.compile(r"(?:辞去|当选为?|[是为任]|免去其)$")
_MEMBERS = re.compile(r"(?:政协|人大|政府|议会|常委会)(?:委员|代表|参事|议员|顾问)$")


class _Article:
    """The work on one article."""

    def __init__(self, reading: Reading, date: str | None) -> None:
        self.reading = reading
        self.date = date
        self.mentions: list[Mention] = []
        self.printed: dict[str, str] = {}  # folded name -> the name as the article prints it

    def recognition(self) -> Recognition:
        reading = self.reading
        self._keep(find_documents(reading))
        add_foreign_places(reading)
        add_local_places(reading)
        quoted_events, quoted_bodies = find_quoted(reading)
        self._spans(MentionType.EVENT, quoted_events)
        self._spans(MentionType.ORGANISATION, quoted_bodies)
        dates = find_dates(reading, self.date)
        titles = find_titles(reading)
        finder = PeopleFinder(reading, titles)
        finder.run()
        spread_names(finder)
        spread_surnames(finder)
        spread_spoken(finder)
        spread_titled(finder)
        people = [finder.found[start] for start in sorted(finder.found)]
        titles = self._settled_titles(titles, people)
        resolve_surnames(people, titles, reading, self.date)
        holdings = find_holdings(reading, titles, people)
        self._people(people)
        self._spans(MentionType.POST, [(title.start, title.end) for title in titles])
        self._events(dates)
        self._keep([mention for mention in dates if reading.free(mention.start, mention.end)])
        bodies, halls = split_halls(reading, find_organisations(reading, quoted_bodies))
        self._spans(MentionType.ORGANISATION, bodies)
        self._spans(MentionType.PLACE, halls)
        for start, end, values in find_places(reading):
            self.mentions.append(Mention(MentionType.PLACE, start, end, reading.text[start:end], values))
        self.mentions.sort(key=lambda mention: mention.start)
        context = ArticleContext(reading, holdings)
        self.mentions = [self._in_full(mention, context) for mention in self.mentions]
        return Recognition(tuple(self.mentions), self._appointments(holdings, context))

    def _in_full(self, mention: Mention, context: ArticleContext) -> Mention:
        """A body that leaves its place out, with its full name as value: 省发展改革委 in Jiangxi."""
        if mention.type is not MentionType.ORGANISATION:
            return mention
        place, rest = context.of_body(mention.start, mention.end)
        return replace(mention, value=self._as_printed(place) + rest) if place else mention

    def _keep(self, mentions: list[Mention]) -> None:
        for mention in mentions:
            self.reading.take(mention.start, mention.end)
        self.mentions.extend(mentions)

    def _spans(self, kind: MentionType, spans: list[tuple[int, int]]) -> None:
        reading = self.reading
        self._keep(
            [
                Mention(kind, start, end, reading.text[start:end])
                for start, end in spans
                if end > start and reading.free(start, end)
            ]
        )

    def _events(self, dates: list[Mention]) -> None:
        spans = find_events(self.reading)
        kept = []
        for start, end in longest(spans):
            first = start
            # an event may begin with a year, but not with a day: 11月29日|座谈会
            near = bisect_left(dates, start - LONGEST_DATE, key=lambda mention: mention.start)
            for mention in dates[near : near + 12]:
                inside = (
                    mention.start <= start < mention.end < end or start < mention.start < mention.end < end
                )
                if inside and (len(mention.value) > 4 or mention.start < start):
                    start = mention.end
            if start == first or self.reading.folded[start:end] not in self.reading.lexicon.event_heads:
                kept.append((start, end))
        self._spans(MentionType.EVENT, kept)
        self._spans(MentionType.EVENT, self._again())

    def _again(self) -> list[tuple[int, int]]:
        """Other places where the events found so far are named in the same words."""
        folded, reading = self.reading.folded, self.reading
        names = {folded[m.start : m.end] for m in self.mentions if m.type is MentionType.EVENT}
        spans = []
        for name in sorted(names, key=lambda name: (-len(name), name)):
            at = folded.find(name) if len(name) >= 4 else -1
            while at >= 0:
                if reading.free(at, at + len(name)):
                    spans.append((at, at + len(name)))
                at = folded.find(name, at + len(name))
        return longest(spans)

    def _people(self, people: list[Person]) -> None:
        text = self.reading.text
        self._keep(
            [
                Mention(MentionType.PERSON, p.start, p.end, text[p.start : p.end], self._as_printed(p.value))
                for p in people
            ]
        )

    def _as_printed(self, value: str) -> str:
        """A folded name as the article prints it, if it does."""
        if value and value not in self.printed:
            at = self.reading.folded.find(value)
            self.printed[value] = self.reading.text[at : at + len(value)] if at >= 0 else ""
        return self.printed.get(value) or value

    def _settled_titles(self, titles: list[Title], people: list[Person]) -> list[Title]:
        """The candidates that count: beside a person, in a chain that does, with a body, or bare heads."""
        people_from = {person.start: person for person in people}
        title_from = {title.start for title in titles}
        starts = {person.start for person in people}
        ends = {person.end for person in people}
        covered = bytearray(len(self.reading.folded) + 1)
        for person in people:
            covered[person.start : person.end] = b"\1" * (person.end - person.start)
        folded = self.reading.folded
        kept: list[Title] = []
        for title in reversed(titles):
            if covered.find(1, title.head, title.end) >= 0:
                continue
            at = title.end
            while at < title.end + 2 and folded[at : at + 1] in (" ", "”"):
                at += 1
            beside = at in starts or title.start in ends or self._after_former(title.start, ends)
            beside = beside or (folded[title.start - 1 : title.start] == ")" and title.start - 1 in ends)
            beside = beside or (folded[title.start - 1 : title.start] == "为" and title.start - 1 in ends)
            chained = bool(kept) and folded[title.end : kept[-1].start] in ("、", "兼", "暨", "及", " ", "")
            if kept and not chained and folded[title.end : kept[-1].start] == ",":
                chained = self._of_one_career(title, kept[-1])
            beside = beside or bool(_RANKED.search(folded, max(0, title.start - 14), title.start))
            covered_at = covered.find(1, title.start, title.head)
            word = folded[title.head : title.end]
            if not beside and not chained and self._nobody(title, word):
                continue
            if not title.anchored and (
                word in PROFESSIONS
                or (word == "代表" and self._stands_for(title, at, people_from, title_from, ends))
            ):
                continue
            if not beside and title.end in self.reading.heads_from:
                continue
            if (
                not title.anchored
                and title.start > 0
                and _APPOINTED.search(folded, max(0, title.start - 3), title.start)
            ):
                kept.append(title)
                continue
            if covered_at >= 0:
                title.start = title.head
                title.anchored = False
            if not beside and not chained and (title.plural or (not title.anchored and title.kind != "bare")):
                continue
            kept.append(title)
        kept.reverse()
        return self._with_deputies(titles, kept)

    def _with_deputies(self, titles: list[Title], kept: list[Title]) -> list[Title]:
        """With the bare heads after a post with a body: 市总工会第六届委员会主席、|副主席."""
        starts = {title.start for title in kept}
        ends = {title.end for title in kept if title.anchored}
        for title in titles:
            listed = title.start - 1 in ends and self.reading.folded[title.start - 1] == "、"
            if listed and title.start not in starts:
                kept.append(title)
                ends.add(title.end)
        return sorted(kept, key=lambda title: title.start)

    def _stands_for(
        self,
        title: Title,
        at: int,
        people_from: dict[int, Person],
        title_from: set[int],
        ends: set[int],
    ) -> bool:
        """Whether 代表 is the verb: before somebody with a post, after 不, or with nobody beside it."""
        folded = self.reading.folded
        if self._holds_another(at, people_from, title_from) or _NEGATED.search(folded, 0, title.start):
            return True
        closed = folded[title.end : title.end + 1] in ("、", ",", "。", "(", ")", "及", "")
        return at not in people_from and not (title.start in ends and closed)

    def _of_one_career(self, title: Title, following: Title) -> bool:
        """Whether two posts with a comma between belong to one career: 市长,市委书记,省委组织部部长."""
        named = (
            one.anchored or self.reading.folded[one.head : one.head + 1] in ("省", "市", "县", "区", "州")
            for one in (title, following)
        )
        return not title.plural and all(named)

    def _nobody(self, title: Title, word: str) -> bool:
        """Whether a title without a name means no one office-holder: 省政协委员, 有关单位主要负责人."""
        if word.endswith("负责人"):
            if self.reading.folded[title.start - 1 : title.start] == "、" and title.anchored:
                ends = title.start - 1
                return ends in self.reading.names_to or ends in self.reading.heads_to  # of several bodies
            before = self.reading.folded[max(0, title.head - 2) : title.head + 2]
            return any(cue in before for cue in ("主要", "有关", "相关", "单位", "部门", "领导"))
        if _LEAVES.search(self.reading.folded, max(0, title.start - 3), title.start):
            return False
        return bool(_MEMBERS.search(self.reading.folded, max(0, title.end - 8), title.end))

    def _holds_another(self, at: int, people_from: dict[int, Person], title_from: set[int]) -> bool:
        """Whether the person at `at` is followed by a title: 代表|蔡英文|總統."""
        person = people_from.get(at)
        return person is not None and person.end in title_from

    def _after_former(self, start: int, ends: set[int]) -> bool:
        """Whether 前, 退休 and the like stand between a name and the title: 翁|前院長."""
        folded = self.reading.folded
        return any(
            folded.endswith(word, 0, start) and start - len(word) in ends
            for word in ("前", "退休", "原", "现任", "副")
        )

    def _appointments(self, holdings: list[Holding], context: ArticleContext) -> tuple[Appointment, ...]:
        text = self.reading.text
        bodies = {m.end: m.text for m in self.mentions if m.type is MentionType.ORGANISATION}
        found: dict[tuple[str, str], Appointment] = {}
        last: Holding | None = None
        for holding in sorted(holdings, key=lambda held: held.title.start):
            person, title = holding.person, holding.title
            name = self._as_printed(person.value) or text[person.start : person.end]
            if person.value and not self.printed.get(person.value):
                name = text[person.start : person.end]
            post = text[title.start : title.end]
            before = last.title if last is not None and last.person.start == person.start else None
            body = bodies.get(person.start, "") if person.end == title.start else ""
            left_out = context.of(holding, before, body)
            appointment = Appointment(
                name, post, self._as_printed(left_out.organisation), self._as_printed(left_out.place)
            )
            known = found.get((name, post))
            if known is None or not (known.organisation or known.place):
                found[name, post] = appointment
            last = holding
        return tuple(found.values())
