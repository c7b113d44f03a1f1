"""The word lists of `resources/lexicons`, read once and compiled into one Aho-Corasick automaton.

Called by the other modules of this package through `lexicons()`, which loads on first use (about 0.2 s).
All entries are folded, so one list serves Simplified and Traditional text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from index.paths import resource
from index.script.fold import fold


class Kind:
    """What a lexicon entry can be; an entry may be several (plain integers: they are tested very often)."""

    PLACE = 1
    ORGANISATION = 2
    LOCAL = 4  # names the body of the article's own place: 市府, 省委
    ORGANISATION_HEAD = 8
    TITLE = 16
    EVENT = 32
    EVENT_HEAD = 64
    NEVER_TITLE = 128
    PERSON = 256
    TERM = 512  # a fixed term with a name inside that names nothing here


LEVELS = ("省", "市", "县", "区", "州")  # before the bodies that every level has: 区|法院


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division of China: `level` province, city, district, county or region."""

    level: str
    name: str
    short: str
    parent: str


@dataclass(frozen=True, slots=True)
class Lexicons:
    """Everything the recogniser looks up; all strings folded."""

    automaton: AhoCorasick  # finds all entries
    entry_kinds: tuple[int, ...]  # the kinds of each, by the automaton's numbers
    canonical: dict[str, str]  # short or other name -> full name (places, organisations, events)
    divisions: dict[str, Division]  # full and short names
    namesakes: dict[str, tuple[Division, ...]]  # short names that several divisions have
    cities: dict[str, str]  # foreign city -> country
    countries: dict[str, str]  # any name -> canonical name
    country_letters: dict[str, tuple[str, ...]]
    province_letters: dict[str, str]
    townships: frozenset[str]
    words: dict[str, str]  # common word -> word class letter
    surnames: dict[str, float]  # single and compound surnames -> weight
    surname_leads: frozenset[str]  # their first characters
    given: dict[str, float]  # character -> log odds of being part of a given name
    transliterating: frozenset[str]
    japanese: frozenset[str]
    people: frozenset[str]
    title_classes: dict[str, str]  # head -> bare | attached
    modifiers: frozenset[str]
    head_classes: dict[str, str]  # organisation head -> anchored | specific
    generic: frozenset[str]  # compounds that look like an organisation and are none
    event_heads: dict[str, str]  # strong | weak
    cut_words: tuple[str, ...]  # words that the segmentation must know
    splits: dict[str, tuple[str, ...]]  # words of the segmentation that hold a name: 中俄关系


def plain(text: str) -> str:
    """The fold, and one spelling where Taiwan writes another character: 計畫 as 计划; offsets stay."""
    return fold(text).replace("衞", "卫").replace("计画", "计划")


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one lexicon file, split at tabs, without comments."""
    text = plain(resource("lexicons", name).read_text(encoding="utf-8"))
    for line in text.split("\n"):
        if line and line[0] != "#":
            yield line.split("\t")


def _classes(name: str) -> dict[str, list[str]]:
    return {row[0]: row[1].split() for row in rows(name)}


@cache
def _cue_lists() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in rows("cues.tsv")}


def cues(name: str) -> frozenset[str]:
    """One list of `cues.tsv`: words by which a module tells names from what surrounds them."""
    return _cue_lists()[name]


def alternation(name: str) -> str:
    """One list of `cues.tsv` as a regular expression, longest words first."""
    return "(?:" + "|".join(map(re.escape, sorted(cues(name), key=lambda word: (-len(word), word)))) + ")"


class _Entries:
    """Collects entries for the automaton: word -> kinds; entries are numbered in this order."""

    def __init__(self) -> None:
        self.kinds: dict[str, int] = {}
        self.canonical: dict[str, str] = {}

    def add(self, word: str, kind: int, canonical: str = "") -> None:
        if not word:
            return
        self.kinds[word] = self.kinds.get(word, 0) | kind
        if canonical and canonical != word:
            self.canonical.setdefault(word, canonical)

    def automaton(self) -> AhoCorasick:
        return AhoCorasick(self.kinds, implementation=Implementation.ContiguousNFA, store_patterns=False)


def _divisions(entries: _Entries) -> dict[str, Division]:
    found: dict[str, Division] = {}
    for level, name, short, parent in rows("divisions.tsv"):
        division = Division(level, name, short, parent)
        found.setdefault(name, division)
        entries.add(name, Kind.PLACE)
        if short:
            found.setdefault(short, division)
            entries.add(short, Kind.PLACE, name)
    return found


def _namesakes() -> dict[str, tuple[Division, ...]]:
    """Short names shared by several divisions: 永康 in Zhejiang and in Tainan."""
    found: dict[str, list[Division]] = {}
    for level, name, short, parent in rows("divisions.tsv"):
        if short:
            found.setdefault(short, []).append(Division(level, name, short, parent))
    return {short: tuple(same) for short, same in found.items() if len(same) > 1}


def _surnames() -> dict[str, float]:
    weights = {"strong": 2.5, "usual": 1.2, "weak": -0.8, "compound": 4.0}
    return {word: weights[kind] for kind, words in _classes("surnames.tsv").items() for word in words}


def _add_named(entries: _Entries) -> None:
    """Places, bodies, events and people known by name, and fixed terms."""
    for row in rows("places.tsv"):
        entries.add(row[0], Kind.PLACE, row[1] if len(row) > 1 else "")
    for row in rows("organisations.tsv"):
        entries.add(row[0], Kind.ORGANISATION, row[1] if len(row) > 1 else "")
    for row in rows("events.tsv"):
        entries.add(row[0], Kind.EVENT, row[1] if len(row) > 1 else "")
    for row in rows("people.tsv"):
        for word in row[0].split():
            entries.add(word, Kind.PERSON)
    for row in rows("terms.tsv"):
        entries.add(row[0], Kind.TERM)


def _add_heads(
    entries: _Entries,
    heads: dict[str, list[str]],
    local: list[str],
    titles: dict[str, list[str]],
    events: dict[str, list[str]],
) -> None:
    """Last words of bodies, posts and events; `local`: bodies of the article's own place."""
    kinds = (
        (Kind.ORGANISATION_HEAD, [*heads["anchored"], *heads["specific"]]),
        (Kind.LOCAL, local),
        (Kind.TITLE, [*titles["bare"], *titles["attached"], *titles["plural"]]),
        (Kind.NEVER_TITLE, titles["never"]),
        (Kind.EVENT_HEAD, [*events["strong"], *events["weak"]]),
    )
    for kind, listed in kinds:
        for word in listed:
            entries.add(word, kind)


def _cut_words(
    heads: dict[str, list[str]], local: list[str], titles: dict[str, list[str]]
) -> tuple[str, ...]:
    """Words that the segmentation must know."""
    words = (
        *heads["anchored"],
        *heads["specific"],
        *local,
        *(body + "长" for body in local if body[-1] in "局处"),
        *titles["bare"],
        *titles["attached"],
        *sorted(cues("reading.cut_words")),
    )
    # 徐州|博物馆, 新疆维吾尔自治区|党委宣传部: no place may lose the end of its name
    return tuple(
        word
        for word in words
        if len(word) >= 2 and not (word[0] == "州" and len(word) > 3) and not word.startswith("自治区")
    )


@cache
def lexicons() -> Lexicons:
    """The lexicons, loaded on first use."""
    entries = _Entries()
    divisions = _divisions(entries)
    countries: dict[str, str] = {}
    for name, canonical, _code in rows("countries.tsv"):
        countries[name] = canonical
        entries.add(name, Kind.PLACE, canonical)
    cities: dict[str, str] = {}
    for name, country in rows("world_cities.tsv"):
        cities[name] = country
        entries.add(name, Kind.PLACE)
    _add_named(entries)
    people = frozenset(word for word, kinds in entries.kinds.items() if kinds & Kind.PERSON)
    heads, titles = _classes("organisation_heads.tsv"), _classes("titles.tsv")
    events = _classes("event_heads.tsv")
    local = [*heads["local"], *(level + body for level in LEVELS for body in heads["levelled"])]
    _add_heads(entries, heads, local, titles, events)
    foreign = _classes("foreign_names.tsv")
    surnames = _surnames()
    words = {word: kind for kind, line in _classes("words.tsv").items() for word in line}
    return Lexicons(
        automaton=entries.automaton(),
        entry_kinds=tuple(entries.kinds.values()),
        canonical=entries.canonical,
        divisions=divisions,
        namesakes=_namesakes(),
        cities=cities,
        countries=countries,
        country_letters={row[0]: tuple(row[1].split()) for row in rows("country_letters.tsv")},
        province_letters={row[0]: row[1] for row in rows("province_letters.tsv")},
        townships=frozenset(row[0] for row in rows("townships.txt")),
        words=words,
        surnames=surnames,
        surname_leads=frozenset(word[0] for word in (*surnames, *foreign["japanese"])),
        given={row[0]: float(row[1]) for row in rows("given_names.tsv")},
        transliterating=frozenset(foreign["translit"]),
        japanese=frozenset(foreign["japanese"]),
        people=people,
        title_classes={word: kind for kind in ("plural", "attached", "bare") for word in titles[kind]},
        modifiers=frozenset(titles["modifier"]),
        head_classes={
            **dict.fromkeys(heads["anchored"], "anchored"),
            **dict.fromkeys(heads["specific"], "specific"),
        },
        generic=frozenset(heads["generic"]),
        cut_words=_cut_words(heads, local, titles),
        event_heads={word: kind for kind in ("weak", "strong") for word in events.get(kind, [])},
        splits={row[0]: tuple(row[1].split()) for row in rows("splits.tsv")},
    )
