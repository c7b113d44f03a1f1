"""How characters are read: syllables for completion and for characters that sound alike, and an order.

The readings of characters lie in `resources/glosses/readings.tsv` (see `index.importing`), words in which a
character is not read as usual in `resources/readings/words.tsv` (see `derive`). Syllables are without tones,
ü as v. Called by `completion`, `spelling` and `concordance` of `index.exploration`, and by the window, which
finds its actions by pinyin too.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from index.paths import resource
from index.script.fold import fold

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_MARKS = 0xE000  # private characters that stand for unusual readings
_RARE = 5  # words that jieba's dictionary counts less often are left out
_AMBIGUOUS = frozenset({"朝阳"})  # as a place, which it mostly is, read as usual
_HAN_RANKS = 13_000  # ranks below are for everything before the Han characters in Unicode
_OTHER_RANKS = 36_000


def plain(syllable: str) -> str:
    """A syllable without its tone: `lǚ` is `lv`."""
    letters = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(char for char in letters if not unicodedata.combining(char))


@cache
def _rows() -> list[tuple[str, str, str]]:
    lines = resource("glosses", "readings.tsv").read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(syllable, usual, other) for syllable, usual, other in rows]


@cache
def syllable_of() -> dict[str, str]:
    """The usual reading of every character that has one."""
    return {char: plain(syllable) for syllable, usual, _ in _rows() for char in usual}


@cache
def sounding() -> dict[str, str]:
    """The folded characters by syllable, those with the syllable as their usual reading first."""
    found: dict[str, dict[str, None]] = {}
    for column in (1, 2):
        for row in _rows():
            found.setdefault(plain(row[0]), {}).update(dict.fromkeys(fold(row[column])))
    return {syllable: "".join(chars) for syllable, chars in found.items()}


@cache
def sounds_of() -> dict[str, tuple[str, ...]]:
    """Every syllable that a folded character can have, the usual one first."""
    found: dict[str, dict[str, None]] = {}
    for column in (1, 2):
        for row in _rows():
            for char in fold(row[column]):
                found.setdefault(char, {}).setdefault(plain(row[0]), None)
    return {char: tuple(sounds) for char, sounds in found.items()}


class Speech:
    """Long texts to syllables: `marked`, then `str.translate` by `syllables` or by `initials`.

    Each syllable begins with a capital letter; initials are small.
    """

    def __init__(self) -> None:
        lines = resource("readings", "words.tsv").read_text(encoding="utf-8").split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        self._words = {word: syllables.split(" ") for word, syllables in rows}
        usual = syllable_of()
        unusual = {
            (char, syllable)
            for word, syllables in self._words.items()
            for char, syllable in zip(word, syllables, strict=True)
            if usual.get(char) != syllable
        }
        readings = sorted({syllable for _, syllable in unusual})
        self._mark = {syllable: chr(_MARKS + number) for number, syllable in enumerate(readings)}
        self._read_unusually = re.compile("[" + "".join(sorted({char for char, _ in unusual})) + "]")
        blank = dict.fromkeys(map(ord, " '·"), "")
        spoken = {ord(char): syllable for char, syllable in usual.items()}
        spoken |= {ord(mark): syllable for syllable, mark in self._mark.items()}
        self.syllables: dict[int, str] = {code: one.capitalize() for code, one in spoken.items()} | blank
        self.initials: dict[int, str] = {code: syllable[0] for code, syllable in spoken.items()} | blank

    def marked(self, folded: str) -> str:
        """The text with characters that a word reads in another way than usual replaced by marks."""

        def mark(match: re.Match[str]) -> str:
            at = match.start()
            for size in (3, 2):
                for begin in range(max(0, at - size + 1), at + 1):
                    syllables = self._words.get(folded[begin : begin + size])
                    if syllables is not None:
                        return self._mark.get(syllables[at - begin], match[0])
            return match[0]

        return self._read_unusually.sub(mark, folded)


@cache
def speech() -> Speech:
    """The tables, read once."""
    return Speech()


def derive(folder: Path) -> None:
    """Write `words.tsv` afresh (needs pypinyin and jieba)."""
    import jieba
    from pypinyin.phrases_dict import phrases_dict

    usual = syllable_of()
    dictionary = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    frequent = {fold(word) for word, count, *_ in map(str.split, dictionary) if int(count) >= _RARE}
    frequent -= _AMBIGUOUS
    found: dict[str, list[str]] = {}
    for word in map(fold, phrases_dict):
        spoken = [plain(ways[0]) for ways in phrases_dict.get(word, ())]
        if 2 <= len(word) == len(spoken) <= 3 and word in frequent:
            found[word] = spoken
    words = {word: spoken for word, spoken in found.items() if [usual.get(char) for char in word] != spoken}
    folder.mkdir(parents=True, exist_ok=True)
    head = "# From pypinyin's readings of words (MIT), folded. Derived by index.script.readings.derive.\n"
    rows = (f"{word}\t{' '.join(spoken)}\n" for word, spoken in sorted(words.items()))
    (folder / "words.tsv").write_text(head + "".join(rows), encoding="utf-8", newline="\n")


@cache
def ranks() -> npt.NDArray[np.uint16]:
    """A rank for every code point: in order of pronunciation, one rank for both scripts of a character."""
    import numpy as np

    codes = np.arange(sys.maxunicode + 1)
    out = np.minimum(codes + 1, _HAN_RANKS - 1)
    beyond = codes >= 0x3100
    out[beyond] = np.minimum(codes[beyond] - 0x3100 + _OTHER_RANKS, 0xFFFF)
    usual = {char: (plain(syllable), syllable) for syllable, chars, _ in _rows() for char in chars}
    folded = sorted({fold(char) for char in usual} & usual.keys(), key=lambda char: (*usual[char], char))
    rank = {char: _HAN_RANKS + number for number, char in enumerate(folded)}
    for char in {*usual, *folded}:
        if fold(char) in rank:
            out[ord(char)] = rank[fold(char)]
    return out.astype(np.uint16)
