"""Reading the article as a whole: established names everywhere, surnames to full names, the article's own place.

Called by `recogniser`.
"""

from __future__ import annotations

import re
from collections import Counter

from index.entities.persons import DOT, PeopleFinder, Person
from index.entities.reading import Reading
from index.entities.titles import Title


def spread_names(finder: PeopleFinder) -> None:
    """Find every other occurrence of the names established so far."""
    reading, folded = finder.reading, finder.folded
    names: set[str] = set()
    for person in list(finder.found.values()):
        if person.value:
            continue
        name = folded[person.start : person.end]
        if len(name) >= 2:
            names.add(name)
            parts = [part for part in re.split(f"[{DOT}]", name) if len(part) >= 2]
            if len(parts) > 1:
                names.add(parts[-1])
    if not names:
        return
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
    for match in pattern.finditer(folded):
        start, end = match.span()
        if finder.covered[start] or not reading.free(start, end):
            continue
        name = match.group()
        if len(name) == 2 and not _stands_free(reading, start, end):
            continue
        finder.add(start, end, 8.0)


def _stands_free(reading: Reading, start: int, end: int) -> bool:
    """Whether a two-character name is not the inside of a longer word."""
    if reading.boundary[start] and reading.boundary[end]:
        return True
    words = reading.lexicon.words
    first = reading.words[reading.index_at(start)]
    last = reading.words[reading.index_at(end - 1)]
    return not (len(first) > 1 and first in words) and not (len(last) > 1 and last in words)


def resolve_surnames(people: list[Person], titles: list[Title], reading: Reading) -> None:
    """Give 黃(縣長) the value 黃健庭: the person of the article with that surname, the post deciding."""
    folded = reading.folded
    full = [person for person in people if not person.value and person.end - person.start >= 2]
    title_at = {title.start: folded[title.head : title.end] for title in titles}
    heads: dict[str, set[str]] = {}
    for title in titles:
        for person in full:
            if person.start == title.end or person.end == title.start:
                heads.setdefault(folded[person.start : person.end], set()).add(folded[title.head : title.end])
    counts = Counter(folded[person.start : person.end] for person in full)
    for person in people:
        if person.value != "?":
            continue
        surname = folded[person.start : person.end]
        title = title_at.get(person.end, "")
        options = [name for name in counts if name.startswith(surname)]
        same = [name for name in options if title in heads.get(name, ())]
        person.value = max(same or options, key=lambda name: counts[name], default=_well_known(surname, title))


def _well_known(surname: str, title: str) -> str:
    """Office-holders whom a surname with the title settles without the article's help."""
    return "习近平" if surname == "习" and title in ("总书记", "主席") else ""
