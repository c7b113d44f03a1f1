"""One article prepared for recognition: folded text, dictionary words, lexicon hits, occupied spans.

Made by `recogniser`, read by every finder of this package.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import numpy as np

from index.entities.lexicons import Division, Kind, Lexicons, cues, lexicons, plain


@dataclass(slots=True)
class Hit:
    """A lexicon entry in the text."""

    start: int
    end: int
    kinds: int


@dataclass(slots=True)
class Reading:
    """A text with what all finders need.

    `starts[i]`/`words[i]` are the dictionary words; `word_numbers[p]` is the index of the word that covers
    position p (the last word's at the end); `boundary[p]` is 1 where a word begins (and at the end).
    `hits` are lexicon entries, by end. `names_from` maps a start to the end of the longest place or body that
    begins there, `names_to` an end to the earliest start; `bodies_to` the same for bodies alone, `heads_*`
    for last words of bodies; `titles_to` are ends of title heads. `taken` marks what belongs to a mention.
    """

    text: str
    folded: str
    starts: list[int]
    words: list[str]
    word_numbers: list[int]
    boundary: bytearray
    hits: list[Hit]
    lexicon: Lexicons
    taken: bytearray
    word_at: dict[int, str]
    names_from: dict[int, int] = field(default_factory=dict)
    names_to: dict[int, int] = field(default_factory=dict)
    heads_to: dict[int, int] = field(default_factory=dict)
    heads_from: dict[int, int] = field(default_factory=dict)
    bodies_to: dict[int, int] = field(default_factory=dict)
    titles_to: set[int] = field(default_factory=set)
    titles_from: set[int] = field(default_factory=set)
    letters_meant: dict[str, str] = field(default_factory=dict)  # countries, see `letters`

    def index_at(self, position: int) -> int:
        """Index of the word that covers `position`."""
        return self.word_numbers[position]

    def starts_longer_head(self, start: int, end: int) -> bool:
        """Whether a body's last word begins at `start` and runs past `end` (工程|段)."""
        return self.heads_from.get(start, 0) > end

    def word_from(self, position: int) -> str:
        """The word that begins at `position`, "" at the end or inside a word."""
        return self.word_at.get(position, "")

    def free(self, start: int, end: int) -> bool:
        """Whether nothing has been found in the span yet."""
        return self.taken.find(1, start, end) < 0

    def add_place(self, start: int, end: int) -> None:
        """Note a place that the lexicons do not have, or not surely."""
        if self.folded[end - 1] == "里" and self.folded.startswith("民", end):
            if self.folded[end - 2] != "里":
                return  # 呼吁里|民
            end -= 1
        _note(self, start, end, Kind.PLACE)

    def take(self, start: int, end: int) -> None:
        """Mark the span as belonging to a mention."""
        self.taken[start:end] = b"\1" * (end - start)


_OFTEN = frozenset("省长 市长 县长 区长 州长 镇长 乡长 局长 处长 厅长 部长 署长 司长 院长 校长".split())


@cache
def _segmentation() -> Any:
    import rjieba

    cutter = rjieba.Jieba()
    for word in lexicons().cut_words:
        cutter.add_word(word, 20000 if word in _OFTEN else 2000, "n")
    return cutter


@lru_cache(8192)
def word_class(word: str) -> str:
    """The class that the segmentation's dictionary gives a word (nr: a person's name); "" if it has none."""
    tags = _segmentation().tag(word, False)
    return tags[0][1] if len(tags) == 1 else ""


def is_name(word: str) -> bool:
    """Whether the segmentation's dictionary has a word as a person's name."""
    return word_class(word).startswith("nr")


def occurrences(folded: str, words: str) -> list[int]:
    """Where `words` stand in the text, without overlaps; nowhere if they are empty."""
    if not words:
        return []
    found, at = [], folded.find(words)
    while at >= 0:
        found.append(at)
        at = folded.find(words, at + len(words))
    return found


_NAMES = Kind.PLACE | Kind.ORGANISATION | Kind.LOCAL
_LEAST_SPLIT = 3  # characters of the words in `splits`
_INSIDE_WORDS = Kind.TITLE | Kind.ORGANISATION_HEAD | Kind.NEVER_TITLE


def read(text: str) -> Reading:
    """Fold, cut and look up `text`."""
    folded = plain(text)
    lexicon = lexicons()
    words: list[str] = _segmentation().cut(folded, hmm=False)
    lengths = np.fromiter(map(len, words), dtype=np.int32, count=len(words))
    longer = np.flatnonzero(lengths >= _LEAST_SPLIT).tolist()
    if not lexicon.splits.keys().isdisjoint(words[number] for number in longer):
        words = [part for word in words for part in lexicon.splits.get(word, (word,))]
        lengths = np.fromiter(map(len, words), dtype=np.int32, count=len(words))
    ends = lengths.cumsum()
    marks = np.zeros(len(folded) + 1, dtype=np.uint8)
    marks[0] = marks[ends] = 1
    boundary = bytearray(marks)
    word_numbers = marks.cumsum(dtype=np.int32)
    word_numbers -= 1
    word_numbers[-1] -= 1
    starts = [0, *ends[:-1].tolist()]
    reading = Reading(
        text,
        folded,
        starts,
        words,
        word_numbers.tolist(),
        boundary,
        [],
        lexicon,
        taken=bytearray(len(folded) + 1),
        word_at=dict(zip(starts, words, strict=True)),
    )
    _look_up(reading)
    return reading


def _look_up(reading: Reading) -> None:
    """Find the entries of the lexicons that can be meant where they stand."""
    lexicon, folded, boundary = reading.lexicon, reading.folded, reading.boundary
    names_to = reading.names_to
    kinds_of, places = lexicon.entry_kinds, Kind.PLACE
    strays: dict[str, bool] = {}
    alone: list[tuple[int, int]] = []
    terms: list[tuple[int, int]] = []
    for entry, start, end in lexicon.automaton.find_matches_as_indexes(folded, overlapping=True):
        kinds = kinds_of[entry]
        named = kinds & _NAMES
        if (
            not boundary[end]
            and not named
            and not folded.startswith("职务", end)
            and not (kinds & Kind.TITLE and _before_surname(reading, start, end))
        ):
            continue
        if (
            not boundary[start]
            and not kinds & _INSIDE_WORDS
            and start not in names_to
            and not _surely(lexicon, folded, start, end, boundary)
        ):
            continue
        if kinds == places:
            end = _with_state(reading, start, end)
        if kinds == places and folded[start] == "长" and folded[start - 1 : start] in ("乡", "镇"):
            continue  # 丰滨乡|长|江清良
        if named and folded[end - 1] == "乡" and folded.startswith("亲", end):
            continue  # 金山|乡亲
        if kinds == places and folded.startswith("台风", end) and folded[start:end] not in lexicon.divisions:
            continue  # 桦加沙|台风
        if named and not boundary[end] and _splits_word(reading, start, end):
            continue
        if kinds == places:
            if end - start == 2:
                name = folded[start:end]
                if name not in strays:
                    strays[name] = stray_county(lexicon, folded, name)
                if strays[name]:
                    alone.append((start, end))
                    continue
            end = _with_kind(reading, start, end)
        if kinds & Kind.TERM:
            if boundary[start] and boundary[end]:
                terms.append((start, end))
            continue
        _note(reading, start, end, kinds)
    for start, end in terms:
        if reading.names_from.get(start, 0) <= end:
            reading.take(start, end)  # 太平洋岛国, but not in 太平洋岛国论坛
    if alone:
        _keep_listed(reading, alone)


def _note(reading: Reading, start: int, end: int, kinds: int) -> None:
    """Note an entry that is meant where it stands."""
    reading.hits.append(Hit(start, end, kinds))
    if kinds & _NAMES:
        if end > reading.names_from.get(start, 0):
            reading.names_from[start] = end
        if kinds & Kind.ORGANISATION:
            reading.bodies_to[end] = min(start, reading.bodies_to.get(end, end))
        if start < reading.names_to.get(end, end):
            reading.names_to[end] = start
    elif kinds & Kind.TITLE:
        reading.titles_to.add(end)
        reading.titles_from.add(start)
    elif kinds & Kind.ORGANISATION_HEAD and end - start > 1:
        reading.heads_from[start] = max(end, reading.heads_from.get(start, 0))
        reading.heads_to[end] = min(start, reading.heads_to.get(end, end))


def _with_state(reading: Reading, start: int, end: int) -> int:
    """The end of a country with the words for its state: 蒙古|国, 老挝|人民民主共和国."""
    folded, boundary = reading.folded, reading.boundary
    state = _STATE.match(folded, end)
    if state and boundary[state.end()] and folded[start:end] in reading.lexicon.countries:
        end = state.end()
    if folded.startswith("国", end) and boundary[end + 1]:
        unbroken = reading.starts[reading.index_at(end)] >= start
        long = end - start > 2 or (unbroken and not boundary[end])
        if unbroken and long and folded[start:end] in reading.lexicon.countries:
            end += 1
    return end


def _with_kind(reading: Reading, start: int, end: int) -> int:
    """The end of a place with the word for its kind: 洛杉矶|市, 凤山|市, 九龙|镇."""
    folded, boundary = reading.folded, reading.boundary
    kind = folded[end : end + 1]
    if not kind or kind not in "市省州县镇乡" or not boundary[end + 1]:
        return end
    if kind in "市省州" and (boundary[end] or folded[start:end] in reading.lexicon.cities):
        return end + 1  # 洛杉矶|市 may be one word
    if kind in "镇乡":
        return end + 1 if boundary[end] and folded[start : end + 1] in reading.lexicon.townships else end
    name = folded[start : end + 1]
    known = name in reading.lexicon.divisions or name in reading.lexicon.canonical
    whole = not known and reading.word_from(start) == name  # 凤山市, 高雄县: of another time
    return end + 1 if whole and end - start == 2 else end


_LISTED_BY = ("、", "和", "与", "及", "至", "到")
_REACHING = re.compile(r"(?:抵达|赶赴|奔赴|赶到|来到|前往|落户|落地)$")


def _keep_listed(reading: Reading, alone: list[tuple[int, int]]) -> None:
    """Keep counties that a list names with sure places, or that somebody reaches: 平潭、昆山, 抵达|修水."""
    folded, names_from, names_to = reading.folded, reading.names_from, reading.names_to
    for start, end in alone:
        if not reading.boundary[start] or not reading.boundary[end] or names_from.get(start, 0) >= end:
            continue
        after = folded[end : end + 1] in _LISTED_BY and (
            folded[end + 1 : names_from.get(end + 1, 0)] in reading.lexicon.divisions
        )
        before = folded[start - 1 : start] in _LISTED_BY and (
            folded[names_to.get(start - 1, start) : start - 1] in reading.lexicon.divisions
        )
        usual = folded[start:end] in reading.lexicon.words and not (before and after)
        if (before or after) and not usual:
            pass
        elif not _REACHING.search(folded, max(0, start - 2), start) or usual:
            continue
        reading.add_place(start, end)


def _before_surname(reading: Reading, start: int, end: int) -> bool:
    """Whether the last character of a post has run into the name behind it: 副署长|江明郎, cut as 长江."""
    begins = reading.starts[reading.index_at(end)]
    return end - start >= 3 and begins == end - 1 and reading.folded[end] in reading.lexicon.surnames


_STATE = re.compile(
    r"(?:社会主义|民主|人民|联邦|伊斯兰|阿拉伯)*(?:共和国|王国|酋长国|大公国|公国|联邦|合众国)"
)


def _surely(lexicon: Lexicons, folded: str, start: int, end: int, boundary: bytearray) -> bool:
    """Whether a country or province may begin inside a word of the segmentation: 指南韩|政府, 前台中|市长."""
    name = folded[start:end]
    if not boundary[end] or name == "中国":
        return False
    if name in lexicon.countries:
        return True
    division = lexicon.divisions.get(name)
    return division is not None and (division.level in ("province", "city") or division.parent == "台湾省")


def stray_county(lexicon: Lexicons, folded: str, name: str) -> bool:
    """Whether a county's two-character short form stands in a text that never names what it lies in."""
    division = lexicon.divisions.get(name)
    if division is None or division.short != name:
        return False
    if division.level not in ("county", "district") and not (division.level == "city" and name in _COMMON):
        return False
    if name in lexicon.namesakes:
        return all(_unsupported(lexicon, folded, one) for one in lexicon.namesakes[name])
    return _unsupported(lexicon, folded, division)


# short names of cities that are ordinary words as well
_COMMON = frozenset("白银 来宾 日照 安康 安顺 大同 保定 开封 自贡 文山 长治 天水".split())


def _unsupported(lexicon: Lexicons, folded: str, division: Division) -> bool:
    """Whether the text names neither the division in full nor anything it lies in."""
    if division.name in folded:
        return False
    parent = lexicon.divisions.get(division.parent)
    while parent is not None:
        if (parent.short or parent.name) in folded:
            return False
        parent = lexicon.divisions.get(parent.parent) if parent.parent else None
    return True


# what may follow a name inside one dictionary word: 上海人, 江西省委
_TAILS = cues("reading.tails")


def _splits_word(reading: Reading, start: int, end: int) -> bool:
    """Whether a name that ends at `end` would cut another word in two (北京市|民, 中东|部)."""
    at = reading.index_at(end)
    word, begin = reading.words[at], reading.starts[at]
    rest = word[end - begin :]
    if begin == start and (
        rest in _TAILS
        or rest in reading.lexicon.head_classes
        or rest in reading.lexicon.divisions
        or rest in reading.lexicon.cities
        or (len(rest) >= 2 and rest in reading.lexicon.words)
    ):
        return False
    if len(word) == 2 and word[-1] in "长畔" and begin == end - 1:
        return False  # 教育局|长, 松花江|畔
    if start in reading.names_to and begin > start:
        return word in reading.lexicon.words
    return begin <= start or word in reading.lexicon.words or end - start < 3


def longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Non-overlapping spans, longer ones preferred, in order."""
    chosen: list[tuple[int, int]] = []
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            chosen.append((start, end))
            last = end
        elif end > last and end - start > chosen[-1][1] - chosen[-1][0]:
            chosen[-1] = (start, end)
            last = end
    return chosen
