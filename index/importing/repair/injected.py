"""Rare characters that somebody strewed over a text so that copies of it can be told or are not found.

Called by `index.importing.composition`. One rare character proves nothing: names have them. What speaks for a
trick is that it stands between two characters that are neighbours in words, and belongs to neither of them.
Each such place is weighed by how much oftener it is found in texts with strewn characters than in clean ones
(counted in 31,600 articles and laws of both scripts, logarithms of the ratios), and the weights add up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.importing.repair.dirt import doubt
from index.importing.repair.gloss_tables import Likelihood, likelihood
from index.model import Repair, RepairKind
from index.script.fold import fold

_CERTAIN, _SUSPECT = 6.0, 2.6  # sums of weights; clean texts reach 3.3, and one in a thousand 2.6
_LEAST = 4  # places between two common characters, and different characters before them, of a trick
_RARE, _RATHER_RARE = 5500, 4000  # ranks by frequency
_LEVEL_1 = 0xA4, 0xC6  # first and last row of the frequent characters in Big5
# How firmly the neighbours belong together, and what that says about a character between them.
_BONDS = (-12.0, -10.0, -8.0, -6.0, -4.0)  # logarithm of f²/(a·b), f: how often words have b after a
_WEIGHTS = (0.5, 1.5, 2.4, 3.3, 3.6, 3.0)
_UNBOUND, _AT_HOME = -0.7, -4.0  # no neighbours in words; a neighbour in words of one of the two
_MOST_UNBOUND = 3  # of them count: a clean text has not many rare characters, whatever they stand between
# Beside figures (D) hardly a character stands that is in none of the old sets or in their rare parts.
_BESIDE_FIGURES = {"DD": 4.0, "DP": 2.5, "PD": 2.5, "DH": 0.5, "HD": 0.5}
# What the rarity says: in none of the old sets, in their rare parts, rare, rather rare.
_RARITIES = (1.5, 0.0, -0.3, -0.8)
_IN_USE, _NOT_RARE = 2, len(_RARITIES)
_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """A rare character between two others: its rarity (an index of _RARITIES) and what it says of a trick.

    `unbound`: it stands between two characters that are no neighbours in words.
    """

    at: int
    rarity: int
    weight: float
    unbound: bool


def without_injected(text: str) -> tuple[str, Repair | None]:
    """`text` without strewn characters where that is certain; where it is only likely, a doubt about it."""
    found = [match.start() for match in _odd().finditer(text)]
    places = list(_places(text, found))
    if not any(place.weight > 0 for place in places):
        return text, None
    reach, evidence = _evidence(places)
    counted = [place for place in places if place.rarity <= reach]
    if evidence < _SUSPECT:
        return text, None
    shown = max(counted, key=lambda place: place.weight).at
    if evidence < _CERTAIN or len(counted) < _LEAST or len({text[p.at - 1] for p in counted}) < _LEAST:
        return text, doubt(text, shown, shown + 1, len(counted))
    gone = set(_strewn(text, found, reach))
    clean = "".join(char for at, char in enumerate(text) if at not in gone)
    around = range(max(0, shown - 10), min(len(text), shown + 11))
    came = "".join(text[at] for at in around)
    cleaned = "".join(text[at] for at in around if at not in gone)
    return clean, Repair(RepairKind.INJECTED, len(gone), came[:_SAMPLE], cleaned[:_SAMPLE])


def _evidence(places: list[_Place]) -> tuple[int, float]:
    """Up to which rarity the characters were strewn, and the sum of weights that says so."""
    sums: list[float] = []
    for reach in range(_NOT_RARE):
        within = [place for place in places if place.rarity <= reach]
        unbound = sorted(place.weight for place in within if place.unbound)
        sums.append(sum(p.weight for p in within if not p.unbound) + sum(unbound[:_MOST_UNBOUND]))
    reach = max(range(_NOT_RARE), key=lambda number: (sums[number], number))
    return reach, sums[reach]


def _places(text: str, found: list[int]) -> Iterator[_Place]:
    """The rare characters between two that are not rare; each once behind the same character."""
    folded, model, seen = "", likelihood(), set[str]()
    for at in found:
        rarity = _rarity(text[at])
        if rarity == _NOT_RARE or not 0 < at < len(text) - 1 or text[at - 1 : at + 1] in seen:
            continue
        seen.add(text[at - 1 : at + 1])
        around = _kind(text[at - 1]) + _kind(text[at + 1])
        weight = _BESIDE_FIGURES.get(around) if rarity < _IN_USE and _is_han(text[at]) else None
        unbound = False
        if around == "HH":
            folded = folded or fold(text)
            weight = _weight(model, *folded[at - 1 : at + 2])
            unbound = weight == _UNBOUND
        if weight is not None:
            yield _Place(at, rarity, _RARITIES[rarity] + weight, unbound)


def _weight(model: Likelihood, before: str, char: str, after: str) -> float:
    if model.joins(before, char) or model.joins(char, after):
        return _AT_HOME
    bond = model.bond(before, after)
    return _UNBOUND if bond is None else _WEIGHTS[bisect_left(_BONDS, bond)]


def _strewn(text: str, found: list[int], reach: int) -> Iterator[int]:
    """Where characters of these rarities stand, beside punctuation and each other too; not those of names."""
    folded, model = fold(text), likelihood()
    before: dict[str, list[str]] = {}
    for at in found:
        before.setdefault(text[at], []).append(text[at - 1 : at])
    names = {char for char, those in before.items() if len(those) > 1 and len(set(those)) == 1}
    for at in found:
        if text[at] in names or _rarity(text[at]) > reach:
            continue
        around = f"\n{folded[max(0, at - 1) : at]}"[-1], f"{folded[at + 1 : at + 2]}\n"[0]
        if not (model.joins(around[0], folded[at]) or model.joins(folded[at], around[1])):
            yield at


def _kind(char: str) -> str:
    """H for a character that is not rare, R for a rare one, D for a figure, P for the rest."""
    if _is_han(char):
        return "H" if _rarity(char) == _NOT_RARE else "R"
    return "D" if char.isdecimal() else "P"


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


@cache
def _rarity(char: str) -> int:
    """Which of _RARITIES a character has; _NOT_RARE for common ones.

    A rare form of a common character is only rather rare.
    """
    big5 = char.encode("big5", "ignore")
    usual = bool(char.encode("gb2312", "ignore")) or (big5 and _LEVEL_1[0] <= big5[0] <= _LEVEL_1[1])
    rank = likelihood().rank(char)
    if rank < _RARE:
        return _NOT_RARE if usual and rank < _RATHER_RARE else 3
    return 2 if usual else 1 if big5 or len(char.encode("gbk", "ignore")) == 2 else 0


@cache
def _odd() -> re.Pattern[str]:
    """What is not at home in Chinese text: common characters, letters, digits, punctuation and kana are."""
    usual = "".join(char for char in map(chr, range(0x4E00, 0xA000)) if _rarity(char) == _NOT_RARE)
    return re.compile(rf"[^{usual}\0-\u052f\u2000-\u26ff\u3000-\u30ff\ufe30-\ufe6f\uff00-\uffef]")
