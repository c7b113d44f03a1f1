"""Surnames that Traditional script does not write as the word of the same Simplified character.

于, 余, 范, 游, 涂, 岳 and 郁 stay as they are in a name and become 於, 餘, 範, 遊, 塗, 嶽 and 鬱 elsewhere;
dictionaries know only names of the past. `conversion` asks where such a surname stands in a text; a caller
who knows where people are named says so itself, and then only the first character of a name is looked at.

Words of jieba's dictionary decide first. Outside of them 范, 岳 and 郁 are surnames, because 範, 嶽 and 鬱
stand in words only; the others are words of their own too and are taken for surnames where
the hidden Markov model sees a name of two or three characters, 余 also where a name can follow what stands
before it (not after a number: 百余人), 于 only there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from index.script import tables

SURNAMES = "于余范游涂岳郁"
_SURNAME = re.compile(f"[{SURNAMES}]")
_NAMES = ("nr", "ns")
_TIMES_AND_PLACES = frozenset({"t", "ns", "m", "nt", "s"})
_HAN = re.compile(r"[\u3400-\u9fff]")
_REACH = 8  # characters on either side that decide
_LONGEST = 4  # characters of a word that may hold the surname
_IN_WORDS_ONLY = frozenset("范岳郁")
_AFTER_NUMBERS = frozenset(
    "0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两几数○〇年月天日岁个名位条件篇里米斤吨元"
)
_BEFORE_A_NAME = frozenset(
    "长记者员席任授士理师家工手锋友总裁监督帅官使委导演编辑播星妻夫父母兄弟姐妹和与及同跟让请叫给把找"
)
_SPREAD = frozenset("在上了抹满成写改去过着层到")  # what 涂, to spread, is followed by


def surname_places(text: str, names: Iterable[tuple[int, int]] = ()) -> list[int]:
    """Where a surname stands that keeps its form; `names` are spans where people are named."""
    known = {start for start, end in names if 1 < end - start <= _LONGEST and text[start] in SURNAMES}
    return sorted(known | set(_found(text)))


def with_surnames(
    text: str, fixed: list[tuple[int, int, str]], people: Iterable[tuple[int, int]]
) -> list[tuple[int, int, str]]:
    """The replacements `fixed` (start, end, target; sorted) with the surnames that stand outside of them."""
    starts = [start for start, _, _ in fixed]
    kept: list[tuple[int, int, str]] = []
    for place in surname_places(text, people):
        at = bisect_right(starts, place) - 1
        if at < 0 or fixed[at][1] <= place:
            kept.append((place, place + 1, text[place]))
    return sorted(fixed + kept) if kept else fixed


def _found(text: str) -> Iterator[int]:
    try:
        import rjieba  # noqa: F401
    except ImportError:  # without it only what the caller knows
        return
    for match in _SURNAME.finditer(text):
        at = match.start()
        if at + 1 < len(text) and _HAN.match(text[at + 1]) and _is_surname(text, at):
            yield at


def _is_surname(text: str, at: int) -> bool:
    from rjieba import has_word, tag

    around = [
        (start, end)
        for start in range(max(0, at - _LONGEST + 1), at + 1)
        for end in range(max(at + 1, start + 2), min(len(text), start + _LONGEST) + 1)
    ]
    if any(text[start:end] in tables.phrases("st_phrases") for start, end in around):
        return False
    before, surname = text[at - 1] if at else "", text[at]
    words = [(start, end) for start, end in around if has_word(text[start:end])]
    if any(start < at for start, _ in words):
        return False
    if surname in _IN_WORDS_ONLY:
        return text[at + 1] != "儿"  # 范儿, the air of something
    if words:
        longest = text[at : max(end for _, end in words)]
        if not tag(longest, False)[0][1].startswith(_NAMES):
            return False
    if (surname == "余" and before in _AFTER_NUMBERS) or (surname == "涂" and text[at + 1] in _SPREAD):
        return False
    if not words and at == 0 and len(text) <= _LONGEST:
        return True  # a name by itself
    may_follow = not _HAN.match(before) or before in _BEFORE_A_NAME
    if surname == "于":
        return may_follow and not _tells_when(text, at + 1) and (bool(words) or _seems_named(text, at))
    return bool(words) or (may_follow and surname == "余") or _seems_named(text, at)


def _tells_when(text: str, at: int) -> bool:
    """Whether a word of time or place stands there, as after 于, at."""
    from rjieba import tag

    return tag(text[at : at + _LONGEST], False)[0][1] in _TIMES_AND_PLACES


def _seems_named(text: str, at: int) -> bool:
    """Whether the hidden Markov model sees a name of two or three characters begin there."""
    from rjieba import tag

    first = at
    while first > max(0, at - _REACH) and _HAN.match(text[first - 1]):
        first -= 1
    place = first
    for word, kind in tag(text[first : at + _REACH], True):
        if place == at:
            return 2 <= len(word) <= 3 and kind.startswith(_NAMES)
        if place > at:
            return False
        place += len(word)
    return False
