"""Reading the article as a whole: established names everywhere, surnames to full names.

Called by `recogniser`.
"""

from __future__ import annotations

import re
from collections import Counter

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from index.entities.names import DOT, Person
from index.entities.persons import PeopleFinder
from index.entities.reading import Reading
from index.entities.titles import Title


def spread_names(finder: PeopleFinder) -> None:
    """Find every other occurrence of the names established so far."""
    reading, folded = finder.reading, finder.folded
    names: set[str] = set()
    families: set[str] = set()
    for person in list(finder.found.values()):
        if person.value:
            continue
        name = folded[person.start : person.end]
        if len(name) >= 2:
            names.add(name)
            parts = [part for part in re.split(f"[{DOT}]", name) if len(part) >= 2]
            if len(parts) > 1:
                names.add(parts[-1])
            for size in (2, 3):  # 茂木 of 茂木敏充
                family = name[:size]
                if len(name) > size and family in finder.lexicon.japanese and len(name) >= 4:
                    families.add(family)
    names |= families
    if not names:
        return
    machine = AhoCorasick(
        names, implementation=Implementation.NoncontiguousNFA, matchkind=MatchKind.LeftmostLongest
    )
    for _, start, end in machine.find_matches_as_indexes(folded):
        name = folded[start:end]
        if finder.covered[start] or not reading.free(start, end):
            continue
        if len(name) == 2 and start not in finder.title_to and not _stands_free(reading, start, end):
            continue
        if name in families and reading.names_from.get(start, 0) >= end:
            continue
        finder.add(start, end, 8.0, "?" if name in families else "")


_HONORED = re.compile(
    r"先生|女士|教授|老师|神父|博士|小姐|护理师|太太|夫人|牧师|医师|律师|法师|院士|委员|议员|君(?!王|主|子|临|山|悦|乐)"
)


def spread_surnames(finder: PeopleFinder) -> None:
    """Mark the surname in 李教授 where the article names 李筱峰, and 鈴木 in 鈴木教授."""
    folded, surnames = finder.folded, finder.lexicon.surnames
    names = {folded[person.start : person.end] for person in finder.found.values() if not person.value}
    leads = {name[:size] for name in names for size in (1, 2) if len(name) > size}
    for match in _HONORED.finditer(folded):
        end = match.start()
        for size in (2, 1):
            start = end - size
            part = folded[max(0, start) : end]
            if start < 0 or not part.isalpha() or finder.covered.find(1, start, end) >= 0:
                continue
            if part not in surnames and part not in finder.lexicon.japanese:
                continue
            known = (
                part in leads
                or (match.group() in _POLITE and _addressed(finder, start))
                or (match.group() == "君" and surnames.get(part, 0) >= 2.5)
            )
            if known and finder.reading.boundary[start]:
                finder.add(start, end, 6.0, "?")
                break


# the surname alone before a verb of speech, as Taiwan's papers print it: 。蔣表示
_SAYS = re.compile(
    r"(?:[,。;:!?\n」』]|接着|随后|会后)([一-龥])(?=表示|说[,:「“]|指出|强调|认为|也表示|坦言|直言|回应|透露|解释|补充|重申|呼吁|则表示|点名|提到)"
)


def spread_spoken(finder: PeopleFinder) -> None:
    """Mark the surname in 蔣表示 where one person of the article has it."""
    folded = finder.folded
    names = {folded[person.start : person.end] for person in finder.found.values() if not person.value}
    for match in _SAYS.finditer(folded):
        start, end = match.span(1)
        bearers = [name for name in names if name[0] == match.group(1) and 2 <= len(name) <= 4]
        alone = finder.reading.boundary[start] and finder.reading.boundary[end]
        if alone and len(bearers) == 1 and finder.lexicon.surnames.get(match.group(1), 0) >= 1:
            finder.add(start, end, 6.0, "?")


_POLITE = ("先生", "女士", "小姐", "护理师")


def _addressed(finder: PeopleFinder, start: int) -> bool:
    """Whether a surname stands alone before 先生, 小姐: after a mark, not inside a name."""
    before = finder.folded[start - 1 : start]
    if start in finder.reading.heads_to or start in finder.reading.names_to:
        return True  # 客家事务委员会|蔡小姐
    return not before or not "\u4e00" <= before <= "\u9fff"


def spread_titled(finder: PeopleFinder) -> None:
    """Mark the surname in 祝賀蔡總統 where the article has 蔡總統 elsewhere."""
    folded, reading = finder.folded, finder.reading
    titled = {
        folded[person.start : finder.title_from[person.end].end]: person.end - person.start
        for person in finder.found.values()
        if person.value == "?" and person.end in finder.title_from
    }
    for words, size in titled.items():
        at = folded.find(words)
        while at >= 0:
            if reading.boundary[at] and finder.covered.find(1, at, at + size) < 0:
                finder.add(at, at + size, 6.0, "?")
            at = folded.find(words, at + len(words))


def _stands_free(reading: Reading, start: int, end: int) -> bool:
    """Whether a two-character name is not the inside of a longer word."""
    if reading.boundary[start] and reading.boundary[end]:
        return True
    words = reading.lexicon.words
    first = reading.words[reading.index_at(start)]
    last = reading.words[reading.index_at(end - 1)]
    return not (len(first) > 1 and first in words) and not (len(last) > 1 and last in words)


def resolve_surnames(
    people: list[Person], titles: list[Title], reading: Reading, published: str | None
) -> None:
    """Give 黃(縣長) the value 黃健庭: the person of the article with that surname, the post deciding."""
    folded = reading.folded
    full = [person for person in people if not person.value and person.end - person.start >= 2]
    title_at = {title.start: folded[title.head : title.end] for title in titles}
    heads: dict[str, set[str]] = {}
    starts = {person.start: person for person in full}
    ends = {person.end: person for person in full}
    for title in titles:
        for person in (starts.get(title.end), ends.get(title.start)):
            if person is not None:
                heads.setdefault(folded[person.start : person.end], set()).add(folded[title.head : title.end])
    counts = Counter(folded[person.start : person.end] for person in full)
    by_lead: dict[str, list[str]] = {}
    for name in counts:
        for size in (1, 2, 3):
            by_lead.setdefault(name[:size], []).append(name)
    for person in people:
        if person.value != "?":
            continue
        surname = folded[person.start : person.end]
        head = title_at.get(person.end, title_at.get(person.end + 1, ""))
        options = by_lead.get(surname, [])
        same = [name for name in options if head in heads.get(name, ())]
        person.value = max(
            same or options, key=lambda name: counts[name], default=_well_known(surname, head, published)
        )


_HOLDERS = (
    ("习", ("总书记", "主席"), "2012", "2100", "习近平"),
    ("胡", ("总书记", "主席"), "2002", "2013", "胡锦涛"),
    ("江", ("总书记", "主席"), "1989", "2003", "江泽民"),
    ("李", ("总统",), "1988", "2000-05-20", "李登辉"),
    ("陈", ("总统",), "2000-05-20", "2008-05-20", "陈水扁"),
    ("马", ("总统",), "2008-05-20", "2016-05-20", "马英九"),
    ("蔡", ("总统",), "2016-05-20", "2024-05-20", "蔡英文"),
    ("赖", ("总统",), "2024-05-20", "2100", "赖清德"),
    ("吕", ("副总统",), "2000-05-20", "2008-05-20", "吕秀莲"),
    ("吴", ("副总统",), "2012-05-20", "2016-05-20", "吴敦义"),
    ("赖", ("副总统",), "2020-05-20", "2024-05-20", "赖清德"),
    ("萧", ("副总统",), "2024-05-20", "2100", "萧美琴"),
)


def _well_known(surname: str, title: str, published: str | None) -> str:
    """Office-holders whom a surname with the title settles at a date without the article's help."""
    for held, titles, since, until, name in _HOLDERS:
        if surname == held and title in titles and (published is None or since <= published < until):
            return name if published is not None or surname == "习" else ""
    return ""
