"""The organisation or place that a post leaves out, from the article: 省长 in a Jiangxi article is Jiangxi's.

Called by `recogniser` for every appointment.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from index.entities.appointments import Holding
from index.entities.lexicons import Division, Kind
from index.entities.reading import Reading, stray_county
from index.entities.titles import Title

_PROVINCE_LEADS = ("省", "自治区")
_CITY_LEADS = ("市", "州")
_COUNTY_LEADS = ("县", "区")
_COMMITTEES = ("党组", "党委", "党总支", "机关党委")
_PARTY_COMMITTEES = ("省委", "市委", "县委", "区委", "州委")
_TAIWAN_HEADS = frozenset(("总统", "副总统"))
_COUNTY_LEVELS = frozenset(("county", "district"))
_CITY_LEVELS = frozenset(("city",))


@dataclass(frozen=True, slots=True)
class Context:
    """What a post leaves out, folded; "" where it is printed or unknown."""

    organisation: str = ""
    place: str = ""


class ArticleContext:
    """The divisions that an article names, and what posts held before by the same person say."""

    def __init__(self, reading: Reading, holdings: list[Holding]) -> None:
        self.reading = reading
        self.taiwan = any(name in reading.folded for name in ("总统府", "台湾", "中华民国"))
        self.city: str | None = None  # the city named most, once looked for
        self.states: dict[str, str] = {}  # people whose post names a country elsewhere in the article
        for held in holdings:
            state = reading.folded[held.title.start : reading.names_from.get(held.title.start, 0)]
            if state in reading.lexicon.countries:
                self.states[reading.folded[held.person.start : held.person.end]] = state
        divisions = reading.lexicon.divisions
        self.named: list[tuple[int, Division]] = []
        self.provinces: Counter[str] = Counter()
        for hit in reading.hits:
            if hit.kinds & Kind.PLACE and (division := divisions.get(reading.folded[hit.start : hit.end])):
                # the body of a township (江口 of 江口镇) says nothing of a county of its name elsewhere
                if hit.end - hit.start == 2 and stray_county(
                    reading.lexicon, reading.folded, reading.folded[hit.start : hit.end]
                ):
                    continue
                self.named.append((hit.start, division))
                province = self._province(division)
                if province:
                    self.provinces[province] += 1
        self.named.sort(key=lambda pair: pair[0])

    def of(self, holding: Holding, before: Title | None, body: str = "") -> Context:
        """What `holding` leaves out; `before`: the person's post just before it, `body`: one named there."""
        folded, title = self.reading.folded, holding.title
        post = folded[title.start : title.end]
        if body:
            return Context(organisation=body)
        if title.start == title.head and before is not None and before.start != before.head:
            return self._bare(holding, before, post)
        if post in ("特首", "国家主席"):
            return Context(place="香港" if post == "特首" else "中国")
        if self._names_place(title) or (title.start in self.reading.names_from and not _local(post)):
            return Context()
        if post.startswith(_PROVINCE_LEADS):
            return Context(place=self._main_province())
        if post.startswith(_CITY_LEADS):
            return Context(place=self._nearest(title.start, _CITY_LEVELS))
        if post.startswith(_COUNTY_LEADS):
            return Context(place=self._nearest(title.start, frozenset(("county", "district"))))
        if title.start != title.head:
            bureau = post.endswith(("局长", "处长")) and not self._names_place(title)
            return Context(place=self._main_city()) if bureau else Context()
        return self._bare(holding, before, folded[title.head : title.end])

    def of_body(self, start: int, end: int) -> tuple[str, str]:
        """(place, rest) of a body that begins with 省, 市, 县 or 区 of the article's own; else empty."""
        folded = self.reading.folded
        name = folded[start:end]
        if len(name) < 2 or (self.reading.names_from.get(start, 0) > start + 1 and not _local(name)):
            return "", ""
        if name.startswith("自治区"):
            place, lead = self._main_province(), 3
        elif name[0] == "省":
            place, lead = self._main_province(), 1
        elif name[0] in "市州":
            place, lead = self._nearest(start, _CITY_LEVELS), 1
        elif name[0] in "县区":
            place, lead = self._nearest(start, _COUNTY_LEVELS), 1
        else:
            return "", ""
        if not place or not place.endswith(name[:lead]):
            return "", ""
        rest = self.reading.text[start + lead : end]
        return place, "政府" if rest == "府" else rest

    def _bare(self, holding: Holding, before: Title | None, head: str) -> Context:
        folded = self.reading.folded
        name = folded[holding.person.start : holding.person.end]
        if head == "总书记" and (name.startswith("习") or holding.person.value == "习近平"):
            return Context(organisation="中共中央")
        if head == "主席" and (name.startswith("习") or holding.person.value == "习近平"):
            return Context(place="中国")
        if head in _TAIWAN_HEADS and self.taiwan and name not in self.states:
            return Context(place="中华民国")
        committee = folded[before.head : before.head + 2] if before is not None else ""
        lead = committee if committee in _PARTY_COMMITTEES else ""  # 苏州|市委常委
        if before is None or (before.start == before.head and not lead):
            return Context(place=self.states.get(name, ""))
        prefix = folded[before.start : before.head] + lead
        place = self._leading_place(before)
        for committee in _COMMITTEES:
            prefix = prefix.removesuffix(committee)
        if _local(prefix):
            place = self._main_province() if prefix[0] == "省" else self._nearest(before.start, _CITY_LEVELS)
            prefix = place + prefix[1:] if place.endswith(prefix[0]) else place + prefix
        elif len(prefix) <= len(place):
            prefix = ""
        if head.endswith(("省长", "市长", "县长", "区长", "州长")):
            return Context(place=place)
        return Context(organisation=prefix, place=place)

    def _names_place(self, title: Title) -> bool:
        name = self.reading.folded[title.start : self.reading.names_from.get(title.start, title.start)]
        lexicon = self.reading.lexicon
        return name in lexicon.divisions or name in lexicon.countries

    def _leading_place(self, title: Title) -> str:
        end = self.reading.names_from.get(title.start, title.start)
        division = None
        while end > title.start and division is None:
            division = self.reading.lexicon.divisions.get(self.reading.folded[title.start : end])
            end -= 1
        return division.name if division else ""

    def _province(self, division: Division) -> str:
        divisions = self.reading.lexicon.divisions
        seen = 0
        current: Division | None = division
        while current is not None and seen < 4:
            if current.level == "province":
                return current.name
            current = divisions.get(current.parent)
            seen += 1
        return ""

    def _main_province(self) -> str:
        return self.provinces.most_common(1)[0][0] if self.provinces else ""

    def _main_city(self) -> str:
        if self.city is None:
            cities = Counter(division.name for _, division in self.named if division.level in _CITY_LEVELS)
            self.city = cities.most_common(1)[0][0] if cities else ""
        return self.city

    def _nearest(self, position: int, levels: frozenset[str]) -> str:
        """The division of a level named last before `position`, else the first after it."""
        at = bisect_left(self.named, position, key=lambda pair: pair[0])
        for _, division in reversed(self.named[max(0, at - 40) : at]):
            if division.level in levels:
                return division.name
        return next(
            (division.name for _, division in self.named[at : at + 40] if division.level in levels), ""
        )


def _local(post: str) -> bool:
    return post.startswith((*_PROVINCE_LEADS, *_CITY_LEADS, *_COUNTY_LEADS))
