"""Who holds which post, as the article states it: apposition, lists, verbs of appointment.

Called by `recogniser` when the mentions of posts and people are settled.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from index.entities.decided_people import TAKEN_AWAY
from index.entities.led import Led
from index.entities.lexicons import cues
from index.entities.names import Person
from index.entities.reading import Reading
from index.entities.titles import Title

_JOIN = re.compile(r"\s{0,3}[、兼暨及,]?\s{0,3}$|\s?(?:兼任|并兼)$")
_PERSON_GAP = re.compile(r"\s{0,3}$")
_LIST_GAP = re.compile(r"(?:\([^()]{1,8}\))?\s?[、和与及暨]\s?$|\s{1,2}$")
_WHEN = r"(?:[将已]?[于在]?(?:\d{1,4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|上午|下午|正式)?[将已]?)"
_NAMES_GAP = re.compile(r"(?:\([男女][^()]{0,8}\))?\s?[、和与及]\s?")
_ABOUT = re.compile(r"^\([男女][^()]{0,8}\)")
_HOLDS = re.compile(
    _WHEN + r"(?:当选为?|出任|担任|获任为?|接任|就任|兼任|升任|晋升为?|转任|调任|任命为|获选为|获聘为?"
    r"|获委任为|获提名为"
    r"|是|为|任|连任|继任|也是|现任|同时是|受聘为?|历任|曾任|先后任|先后担任|曾担任|曾先后担任|利用担任|利用其担任|在担任"
    r"|履新|当选了|当选为了|辞去(?:所担任的|担任的|所任)?|卸任|不再担任)(?:新一?[任届]|第[\d一二三四五六七八九十]{1,4}[任届])?$"
)
# 1945年8月至1949年5月,先后任|
_TAKING = "(?:任|担任|出任|调任|转任|当选为?|兼任|升任|改任|接任|任命为|获任)"
_LIFE = Led(
    r"[\d,。;时建成解毕](?:(?<=\d)(?=\d{3}[年.])|(?<=[,。;])(?=[他她其先曾历相])|(?<=时)(?=期)|(?<=[建成])(?=立后)"
    r"|(?<=解)(?=放后)|(?<=毕)(?=业后))",
    r"(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[初底]?(?:[至到-]\d{4}年(?:\d{1,2}月)?|起|后|以来|以后)?"
    r"|\d{4}\.\d\d\s?[-—–~至]*\s?(?:\d{4}\.\d\d)?"
    r"|时期|建立后|成立后|解放后|毕业后),?(?:他|她|其)?(?:先后|曾|历|相继|改|升|调|再|并)?"
    + _TAKING
    + r"|[,。;](?:他|她)(?:也|还|同时|曾)?是"
    + r"|[,。;](?:他|她|其)?(?:先后|曾|历|相继|曾先后)"
    + _TAKING,
)
_OTHER_NAMES = ("曾用名", "原名", "又名", "本名", "别名", "化名", "笔名", "字", "号", "夫人", "妻子", "丈夫")
_OF_HOLDER = re.compile("的是?$")
_HOLDING = re.compile("(?:担任|出任|兼任|身为|任)$")
LONGEST_LIFE = 700
_CAREER = re.compile(r",(?:男,|女,|[一-龥]族,|\d{4}年\d{1,2}月生,|中共党员,)*(?:现任|时任|曾任|任)$")
_FURTHER = re.compile(
    r"(?:\([^()]{1,12}\))?(?:职务)?,(?:不再担任|不再兼任|免去其?(?:担任的)?|同时担任|兼任)?"
)
_NEXT_POST = re.compile(r"(?:\([^()]{1,8}\))?[、兼]|[,]")
_CROWD = cues("appointments.crowd")
_MANY_BEFORE = re.compile(r"[两二三四五六七八九十几多各]\s*(?:省|市|县|国|地|位|方|区)")


@dataclass(slots=True)
class Holding:
    """A post given to a person."""

    person: Person
    title: Title


def find_holdings(reading: Reading, titles: list[Title], people: list[Person]) -> list[Holding]:
    """All (person, post) pairs that the text states, in order."""
    return _Matcher(reading, titles, people).run()


class _Matcher:
    def __init__(self, reading: Reading, titles: list[Title], people: list[Person]) -> None:
        self.folded = reading.folded
        self.reading = reading
        self.titles = titles
        self.people = people
        self.person_from = {person.start: person for person in people}
        self.person_to = {person.end: person for person in people}
        self.title_to = {title.end: title for title in titles}
        self.title_from = {title.start: title for title in titles}
        self.holdings: list[Holding] = []
        self.held: set[int] = set()

    def run(self) -> list[Holding]:
        by_verb: dict[int, list[Title]] = {}
        for person in self.people:
            before = self._posts_before(person.start)
            after = self._posts_after(person)
            verb = by_verb[person.start] = self._posts_by_verb(person)
            own = [title for title in before if title.start not in self.held or title in before]
            for title in [*own, *after, *verb]:
                self.holdings.append(Holding(person, title))
                self.held.add(title.start)
        self._careers()
        self._share_back(by_verb)
        self._share()
        return self.holdings

    def _careers(self) -> None:
        """1945年8月起先后任甲委秘书长,乙市副市长: what a life tells of the person it is about."""
        for match in _LIFE.finditer(self.folded):
            title = self.title_from.get(match.end())
            if title is None or title.start in self.held or title.end in self.person_from:
                continue
            subject = self._subject(match.start())
            if subject is None:
                continue
            for post in self._chain_from(title):
                self.holdings.append(Holding(subject, post))
                self.held.add(post.start)

    def _subject(self, position: int) -> Person | None:
        """The last person before `position`, if no other paragraph or far text stands between."""
        at = bisect_left(self.people, position, key=lambda person: person.start) - 1
        if at < 0:
            return None
        while at > 0 and self.folded.endswith(_OTHER_NAMES, 0, self.people[at].start):
            at -= 1
        subject = self.people[at]
        between = self.folded[subject.end : position]
        return subject if len(between) < LONGEST_LIFE and "\n" not in between.strip("\n") else None

    def _share_back(self, by_verb: dict[int, list[Title]]) -> None:
        """任命卢江、孙斌为副市长: the names of a list share the posts that a verb gives the last."""
        for number in range(len(self.people) - 1, 0, -1):
            person, before = self.people[number], self.people[number - 1]
            posts = by_verb[person.start]
            if (
                posts
                and not by_verb[before.start]
                and _NAMES_GAP.fullmatch(self.folded, before.end, person.start)
            ):
                by_verb[before.start] = posts
                self.holdings.extend(Holding(before, title) for title in posts)

    def _skip_back(self, position: int, most: int = 3) -> int:
        while most and position > 0 and self.folded[position - 1] in " ”":
            position, most = position - 1, most - 1
        return position

    def _posts_before(self, start: int) -> list[Title]:
        """省委副书记、省长|叶建春: every post of the chain that ends directly before the name."""
        posts: list[Title] = []
        position = self._skip_back(start)
        title = self.title_to.get(position)
        if title is None:
            return posts
        while title is not None:
            posts.append(title)
            position = self._skip_back(title.start)
            joint = self.folded[max(0, position - 1) : position]
            if joint in ("、", "兼", "暨"):
                title = self.title_to.get(self._skip_back(position - 1))
                if title is not None and title.kind == "bare" and not title.anchored and joint == "、":
                    title = None  # 副总统、总统府秘书长|潘孟安
                if title is not None and self._person_before(title):
                    title = None
            elif self._of_holder(position):
                title = self._of_holder(position)
            elif joint == "," and title.anchored:
                before = self.title_to.get(position - 1)
                title = before if before is not None and self._opens_chain(before) else None
            elif self.folded[max(0, position - 2) : position] in ("兼任",):
                title = self.title_to.get(position - 2)
            elif position < title.start or joint in ("前", "现", "并", "原"):
                title = self.title_to.get(position)
            else:
                title = None
        return posts[::-1]

    def _of_holder(self, position: int) -> Title | None:
        """担任清华大学党委书记的是|院士邱勇: the post that is told before its holder."""
        link = _OF_HOLDER.search(self.folded, max(0, position - 2), position)
        title = self.title_to.get(link.start()) if link else None
        if title is None or not _HOLDING.search(self.folded, max(0, title.start - 2), title.start):
            return None
        return title

    def _opens_chain(self, title: Title) -> bool:
        """Whether the chain that ends with `title` opens the sentence, so that it waits for its name."""
        while title.start not in self.held:
            joint = self.folded[max(0, title.start - 1) : title.start]
            if joint in ("", "\n", "。", "原", " ") and title.start not in self.person_to:
                return True
            before = self.title_to.get(title.start - 1) if joint in ("、", "兼", ",") else None
            if before is None:
                return False
            title = before
        return False

    def _person_before(self, title: Title) -> bool:
        """Whether the post belongs to a name directly before it (葉匡時部長、...)."""
        return not title.anchored and title.start in self.person_to

    def _posts_after(self, person: Person) -> list[Title]:
        title = self.title_from.get(person.end)
        if title is None:
            title = next(
                (
                    self.title_from[person.end + len(gap)]
                    for gap in ("前", "退休", "原", "现任")
                    if self.folded.startswith(gap, person.end) and person.end + len(gap) in self.title_from
                ),
                None,
            )
        if title is None and self.folded[person.end : person.end + 1] == "(":
            close = self.folded.find(")", person.end, person.end + 60)
            inside = self.title_from.get(person.end + 1)
            if inside is not None:
                return self._chain_from(inside)
            title = self.title_from.get(close + 1) if close > 0 else None
        if title is None or (title.anchored and title.head != title.start):
            return []
        if title.end in self.person_from and self._posts_before(person.start):
            return []
        posts = [title]
        while self.folded[title.end : title.end + 1] in ("兼",) and title.end + 1 in self.title_from:
            title = self.title_from[title.end + 1]
            posts.append(title)
        return posts

    def _chain_from(self, title: Title) -> list[Title]:
        """The posts joined by 、 that begin with `title`."""
        posts = [title]
        while joint := _NEXT_POST.match(self.folded, title.end):
            following = self.title_from.get(joint.end())
            if following is None or following.end in self.person_from:
                break
            posts.append(following)
            title = following
        return posts

    def _posts_by_verb(self, person: Person) -> list[Title]:
        """An election: 林志远当选为市总工会主席."""
        posts: list[Title] = []
        for size in range(1, 30):
            title = self.title_from.get(person.end + size)
            if title is not None and self._joins(person, title):
                if title.end not in self.person_from:
                    posts.extend(self._chain_from(title))
                    posts.extend(self._left(posts[-1]))
                break
        return posts

    def _left(self, last: Title) -> list[Title]:
        """任A局局长,不再担任B院院长职务: the further posts of a decision on one person."""
        match = _FURTHER.match(self.folded, last.end)
        title = self.title_from.get(match.end()) if match else None
        return self._chain_from(title) if title is not None and title.end not in self.person_from else []

    def _joins(self, person: Person, title: Title) -> bool:
        """Whether the words between a name and a post say that the one holds the other."""
        between = self.folded[person.end : title.start].removeprefix("同志")
        between = _ABOUT.sub("", between)
        if between == "的":
            opens = self.folded[max(0, person.start - 1) : person.start] in ("", "\n", ";", " ", "、")
            taken = opens and TAKEN_AWAY.match(self.folded, title.end)
            return bool(taken) or self.folded.endswith("免去", 0, person.start)
        return bool(_HOLDS.fullmatch(between) or _CAREER.fullmatch(between))

    def _share(self) -> None:
        """市議員沈震東、王錦德、蔡旺詮: the names of a list share the post before the first."""
        by_person: dict[int, list[Holding]] = {}
        for holding in self.holdings:
            by_person.setdefault(holding.person.start, []).append(holding)
        for number, person in enumerate(self.people):
            if person.start in by_person or number == 0:
                continue
            before = self.people[number - 1]
            between = self.folded[before.end : person.start]
            if between and not _LIST_GAP.fullmatch(between):
                continue
            own = [
                holding for holding in by_person.get(before.start, []) if holding.title.end <= before.start
            ]
            shared = [Holding(person, holding.title) for holding in own[-1:] if self._sharable(holding.title)]
            if shared:
                by_person[person.start] = shared
                self.holdings.extend(shared)

    def _sharable(self, title: Title) -> bool:
        post = self.folded[title.start : title.end]
        return any(post.endswith(word) for word in _CROWD) or bool(_MANY_BEFORE.match(post))
