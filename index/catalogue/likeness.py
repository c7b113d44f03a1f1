"""Whether two articles carry the same text: the decision behind `index.catalogue.reprints`.

Much common wording is not enough. Notices made from one form share it and differ in names and figures, what
comes back every month differs in its dates, pages with much furniture differ in their titles. So the texts
are also compared sentence by sentence: a reprint lacks some, has some more, or words some differently, but
it does not tell the same thing of other figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt

from index.catalogue.records import letters
from index.distinct import distinct
from index.script.fold import fold

_EQUAL = 0.985  # share of common 4-grams from which texts are reprints even months apart
_DAYS = 45  # other reprints follow soon
_LEVELS = ((0.5, 0.5), (0.2, 0.8), (0.0, 0.93))  # the less the titles agree, the more the texts must
_CONTAINED = 0.6  # of the shorter text, in sentences of the other; enough under the same title
_LEAST_CONTAINED = 24  # letters
_SAME_NUMBERS = 0.5  # of those in a text too long to be taken apart
_LONGEST_COMPARED = 20_000  # letters of a text that is compared sentence by sentence
_MOST_SENTENCES = 400
_ALTERED = 0.35  # share of common pairs of letters from which a sentence is another one altered
_FIELD = 24  # letters; shorter pieces of a form are its values
_PATTERN, _LONGEST_PATTERN = 6, 120  # letters of a sentence that is compared word for word
_MOST_PATTERNS = 40
_SAME_PATTERN = 0.35  # of two sentences, in stretches of two letters and more
_OTHER_WORDS = 0.08  # of two sentences, exchanged between them
_WORD, _LONGEST_WORD = 2, 16  # letters; single ones are misprints and variants
_GRAM = 4
_NUMBER = re.compile(r"\d+")
_PIECES = re.compile(r"[。！？!?；;\n\r\[\]【】]+")
_NOT_TOLD = re.compile(r"[^\w。！？!?；;\n\r\[\]【】]|_")


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of an article; `date` is ISO, perhaps partial, or None."""

    title: str
    body: str
    date: str | None = None


def reprints(one: Text, other: Text) -> bool:
    """Whether two articles carry the same text, so that readers would call one a reprint of the other."""
    if _figures_exchanged([one.title], [other.title]):
        return False
    one_letters, other_letters = letters(one.body), letters(other.body)
    if one_letters == other_letters:
        return True
    needed = least_likeness(one, other)
    if max(len(one_letters), len(other_letters)) > _LONGEST_COMPARED:
        numbers = _common(_NUMBER.findall(one_letters), _NUMBER.findall(other_letters))
        return numbers >= _SAME_NUMBERS and likeness(one_letters, other_letters) >= needed
    difference = _difference(one, other)
    if difference is None or difference.retold:
        return False
    same_title = needed <= _LEVELS[0][1]
    contained = difference.shared >= _CONTAINED * min(len(one_letters), len(other_letters))
    if same_title and contained and difference.shared >= _LEAST_CONTAINED:
        return True
    return likeness(one_letters, other_letters) >= needed


def least_likeness(one: Text, other: Text) -> float:
    """How alike two bodies must be, by their titles and dates."""
    if _far_apart(one.date, other.date):
        return _EQUAL
    titles = _common(_pairs(one.title), _pairs(other.title))
    return next(share for least, share in _LEVELS if titles >= least)


def likeness(one: str, other: str) -> float:
    """Share of the 4-grams of two texts' `letters` that both have, 0 to 1."""
    grams, others = distinct(grams_of(one)), distinct(grams_of(other))
    if not len(grams) or not len(others):
        return float(one == other)
    both = len(np.intersect1d(grams, others, assume_unique=True))
    return both / (len(grams) + len(others) - both)


def sentences(body: str) -> list[str]:
    """The `letters` of each sentence, line or field of a text."""
    return [piece for piece in _PIECES.split(_NOT_TOLD.sub("", fold(body))) if piece]


@dataclass(frozen=True, slots=True)
class _Difference:
    """`shared`: letters in sentences of both; `retold`: whether both tell it of other figures or names."""

    shared: int
    retold: bool


def _difference(one: Text, other: Text) -> _Difference | None:
    first, second = Counter(sentences(one.body)), Counter(sentences(other.body))
    shared = sum(len(each) * count for each, count in (first & second).items())
    only, others = list((first - second).elements()), list((second - first).elements())
    if len(only) > _MOST_SENTENCES or len(others) > _MOST_SENTENCES:
        return None
    retold = _is_retold(only, others) or _is_of_others(
        only, others, [letters(one.title), letters(other.title)]
    )
    return _Difference(shared, retold)


def _is_retold(only: Sequence[str], others: Sequence[str]) -> bool:
    """Whether sentences of one text come back in the other with other figures, fields with other values."""
    fields = min(sum(len(each) <= _FIELD for each in only), sum(len(each) <= _FIELD for each in others))
    numbered = sum(bool(_NUMBER.search(each)) for each in (*only, *others))
    if fields >= 3 and numbered >= 3:
        return True
    pairs = [set(_pairs(each)) for each in others]
    altered = 0
    for each in only:
        mine = set(_pairs(each))
        shares = [len(mine & other) / (len(mine | other) or 1) for other in pairs]
        if not shares or max(shares) < _ALTERED:
            continue
        altered += _figures_exchanged([each], [others[shares.index(max(shares))]])
    return altered >= 1


def _is_of_others(only: Sequence[str], others: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether two texts were made from one form and differ in whom or what they name.

    In sentences of one pattern other words stand in the same places, and do so in several sentences, or in
    the title too. Who rewords a report changes one sentence, or little in each. A single letter counts where
    there are words besides: two people of one surname.
    """
    exchanged = places = slight = length = 0
    unpaired = list(others[:_MOST_PATTERNS])
    for each in only[:_MOST_PATTERNS]:
        compared = [(*_exchanged(each, other), place) for place, other in enumerate(unpaired)]
        pattern, words, single, both, place = max(compared, default=(0.0, 0, 0, 0, 0))
        if pattern >= _SAME_PATTERN:
            del unpaired[place]  # a sentence is another one altered, not two
        if pattern >= _SAME_PATTERN and words:
            exchanged += words
            length += both
            places += 1
        elif pattern >= _SAME_PATTERN and single:
            slight += 1
    if not places or exchanged < _OTHER_WORDS * length:
        return False
    return places + slight > 1 or bool(_exchanged(titles[0], titles[1])[1])


def _exchanged(one: str, other: str) -> tuple[float, int, int, int]:
    """How far two sentences are one (0 to 1); letters that they exchange in words, singly; of how many."""
    length = len(one) + len(other)
    if min(len(one), len(other)) < _PATTERN or max(len(one), len(other)) > _LONGEST_PATTERN:
        return 0.0, 0, 0, length
    if one[:2] != other[:2] and one[-2:] != other[-2:]:
        return 0.0, 0, 0, length  # what a form has before or behind its words is the same
    same = words = single = start = at = 0
    for place, place_there, size in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if size == 1:
            continue  # a letter that two names happen to share
        here, there = place - start, place_there - at
        if min(here, there) >= 1 and _WORD <= max(here, there) <= _LONGEST_WORD:
            words += here + there
        elif here == there == 1:
            single += 2
        same += 2 * size
        start, at = place + size, place_there + size
    return same / length, words, single, length


def _figures_exchanged(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether each of two texts has figures that the other lacks."""
    first = Counter(number.lstrip("0") for text in one for number in _NUMBER.findall(text))
    second = Counter(number.lstrip("0") for text in other for number in _NUMBER.findall(text))
    return bool(first - second) and bool(second - first)


def _far_apart(one: str | None, other: str | None) -> bool:
    if not one or not other or len(one) < 10 or len(other) < 10:
        return False
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > _DAYS
    except ValueError:
        return False


def _pairs(text: str) -> list[str]:
    plain = letters(text)
    return [plain[at : at + 2] for at in range(len(plain) - 1)]


def _common(one: Sequence[str], two: Sequence[str]) -> float:
    """Share of the members of two lists that both have, 1 where both are empty."""
    first, second = set(one), set(two)
    return len(first & second) / len(first | second) if first or second else 1.0


def grams_of(text: str) -> npt.NDArray[np.uint64]:
    """Every 4-gram of some `letters`, as numbers spread over 64 bits."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    if len(codes) < _GRAM:
        return np.empty(0, dtype=np.uint64)
    grams = codes[: len(codes) - _GRAM + 1].copy()
    for step in range(1, _GRAM):
        grams *= np.uint64(0x9E3779B97F4A7C15)
        grams ^= codes[step : len(codes) - _GRAM + 1 + step]
    grams ^= grams >> np.uint64(29)
    grams *= np.uint64(0xBF58476D1CE4E5B9)
    grams ^= grams >> np.uint64(32)
    return grams
