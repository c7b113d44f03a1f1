"""What the undoing of glosses knows about Chinese: the readings of characters, and which follow which.

Three files in `resources/glosses/`, read only when a page with glosses turns up:

- `readings.tsv`: syllable, the characters whose first reading it is, the characters that can have it; of
  the characters that GBK has. From pypinyin's table of single characters (MIT; it goes back to Unihan).
- `polyphones.tsv`: characters that words read in more than one way, from pypinyin's table of words.
- `bigrams.tsv`: a folded character, how often the dictionary's words have it, begin and end with it, and
  what follows it in them how often, counted in jieba's dictionary (MIT) with its word frequencies.

`derive` makes them afresh; a test compares.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from index.paths import resource
from index.script.fold import fold

Pair = tuple[int, int]  # the two bytes of a GBK character

_LEAST = 12  # bigrams that the dictionary has more rarely are left out
_STEP = 8  # counts are kept as this many steps to a power of e
_SEEN = 0.95  # share of what the dictionary's words say; the rest is for pairs that they do not have


@dataclass(frozen=True)
class Readings:
    """Which characters a syllable can name. `pairs` and `first` give GBK bytes."""

    pairs: dict[str, frozenset[Pair]]
    first: dict[str, frozenset[str]]


@cache
def readings() -> Readings:
    """The table of readings."""
    pairs: dict[str, frozenset[Pair]] = {}
    first: dict[str, frozenset[str]] = {}
    for syllable, usual, other in _rows("readings.tsv"):
        data = (usual + other).encode("gbk")
        pairs[syllable] = frozenset(zip(data[::2], data[1::2], strict=True))
        first[syllable] = frozenset(usual)
    return Readings(pairs, first)


@cache
def polyphones() -> frozenset[str]:
    """Characters for which an author has a reason to give the reading, common as they are."""
    return frozenset("".join(row[0] for row in _rows("polyphones.tsv")))


@dataclass(frozen=True, slots=True)
class _Character:
    """How often a character stands in words, at their beginning, at their end, and before which others."""

    count: int
    begins: int
    ends: int
    follow: dict[str, float]


class Likelihood:
    """Log-likelihood of a character after another, if text is words of the dictionary one after another."""

    def __init__(self, table: dict[str, _Character]) -> None:
        self._table = table
        self._total = sum(char.count for char in table.values())
        self._words = sum(char.begins for char in table.values())
        ranked = sorted(table, key=lambda char: -table[char].count)
        self._rank = {char: rank for rank, char in enumerate(ranked)}

    def rank(self, char: str) -> int:
        """Place of `char` among all characters by frequency (0 is the commonest); large if unknown."""
        return self._rank.get(fold(char), 1 << 20)

    def joins(self, before: str, char: str) -> bool:
        """Whether words of the dictionary have `char` right after `before`."""
        known = self._table.get(before)
        return known is not None and char in known.follow

    def bond(self, before: str, char: str) -> float | None:
        """How much of what is known of both characters are words that have `char` right after `before`.

        The logarithm of f²/(a·b), f being how often they follow, a and b how often each stands in words; None
        for characters that no word has so.
        """
        first, second = self._table.get(before), self._table.get(char)
        if first is None or second is None or char not in first.follow:
            return None
        return math.log(first.follow[char] ** 2 / (first.count * second.count))

    def score(self, text: str) -> float:
        """Log-likelihood of `text`, every character after the one before it; the first only conditions."""
        folded = fold(text)
        return sum(
            self._step(before, char, printed)
            for (before, char), printed in zip(pairwise(folded), text[1:], strict=True)
        )

    def _step(self, before: str, char: str, printed: str) -> float:
        own = self._table.get(char)
        if own is None:
            return _other(printed)
        alone = own.count / self._total
        begins = own.begins / self._words
        known = self._table.get(before)
        if known is None:  # after punctuation a word begins
            return math.log(0.5 * begins + 0.5 * alone)
        seen = (known.follow.get(char, 0.0) + known.ends * begins) / known.count
        return math.log(_SEEN * seen + (1 - _SEEN) * alone)


def _other(char: str) -> float:
    """What is no character of the dictionary: usual punctuation is likely, symbols and rarities are not."""
    if char in "，。":
        return -4.5
    if char in "、；：？！「」『』《》（）“”,.;:()\"' 0123456789":
        return -6.0
    if char == "\u3000":
        return -8.0
    if "\u4e00" <= char <= "\u9fff":
        return -17.0
    if char.isascii():
        return -9.0
    return -30.0 if "\ue000" <= char <= "\uf8ff" or char == "\ufffd" else -16.0


@cache
def likelihood() -> Likelihood:
    """The table of bigrams, ready to score."""
    table: dict[str, _Character] = {}
    counts = [math.exp(step / _STEP) for step in range(256)]
    for char, count, begins, ends, followers in _rows("bigrams.tsv"):
        follow: dict[str, float] = {}
        # Followers stand in groups of equal counts: steps, then the characters.
        groups = followers.split(" ") if followers else []
        for steps, chars in zip(groups[::2], groups[1::2], strict=True):
            follow.update(dict.fromkeys(chars, counts[int(steps)]))
        table[char] = _Character(int(count), int(begins), int(ends), follow)
    return Likelihood(table)


def _rows(name: str) -> list[list[str]]:
    lines = resource("glosses", name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def derive(folder: Path) -> None:
    """Write all tables afresh (needs pypinyin and jieba)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, head, body in (
        ("readings.tsv", "From pypinyin's readings of single characters (MIT licence).", _derive_readings()),
        ("polyphones.tsv", "From pypinyin's readings of words (MIT licence).", _derive_polyphones()),
        ("bigrams.tsv", "Counted in jieba's dictionary (MIT licence), folded.", _derive_bigrams()),
    ):
        text = f"# {head} Derived by index.importing.repair.gloss_tables.derive, not edited.\n{body}"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _derive_readings() -> str:
    from pypinyin.constants import PINYIN_DICT

    usual: dict[str, list[str]] = {}
    other: dict[str, list[str]] = {}
    for code, listed in sorted(PINYIN_DICT.items()):
        if not 0x4E00 <= code <= 0x9FFF or not _in_gbk(chr(code)):
            continue
        for number, syllable in enumerate(dict.fromkeys(listed.split(","))):
            (other if number else usual).setdefault(syllable, []).append(chr(code))
    rows = (
        f"{syllable}\t{''.join(usual.get(syllable, ''))}\t{''.join(other.get(syllable, ''))}\n"
        for syllable in sorted(usual.keys() | other.keys())
    )
    return "".join(rows)


def _in_gbk(char: str) -> bool:
    try:
        return len(char.encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


def _derive_polyphones() -> str:
    from pypinyin.phrases_dict import phrases_dict

    ways: dict[str, Counter[str]] = {}
    for word, syllables in phrases_dict.items():
        if len(word) == len(syllables):
            for char, syllable in zip(word, syllables, strict=True):
                ways.setdefault(char, Counter())[syllable[0]] += 1
    found = (char for char, count in sorted(ways.items()) if _is_read_in_two_ways(count))
    return "".join(found) + "\n"


def _is_read_in_two_ways(count: Counter[str]) -> bool:
    second = count.most_common(2)[1:]
    return bool(second) and second[0][1] >= max(2, 0.03 * count.total())


def _derive_bigrams() -> str:
    import jieba

    single: Counter[str] = Counter()
    begins: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    follow: dict[str, Counter[str]] = {}
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency = fold(line.split(" ")[0]), int(line.split(" ")[1])
        begins[word[0]] += frequency
        ends[word[-1]] += frequency
        for char in word:
            single[char] += frequency
        for before, char in pairwise(word):
            follow.setdefault(before, Counter())[char] += frequency
    rows: list[str] = []
    for char in sorted(single):
        groups: dict[int, list[str]] = {}
        for after, count in sorted(follow.get(char, Counter()).items()):
            if count >= _LEAST:
                groups.setdefault(round(math.log(count) * _STEP), []).append(after)
        followers = " ".join(f"{steps} {''.join(groups[steps])}" for steps in sorted(groups, reverse=True))
        if "\u4e00" <= char <= "\u9fff":
            rows.append(f"{char}\t{single[char]}\t{begins[char]}\t{ends[char]}\t{followers}\n")
    return "".join(rows)
