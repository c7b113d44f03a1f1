"""How characters are read: syllables for completion and for characters that sound alike, and an order.

The readings lie in `resources/glosses/readings.tsv` (see there). Syllables are without tones, ü as v.
Called by `completion`, `spelling` and `concordance`.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt

from index.paths import resource
from index.script.fold import fold

_HAN_RANKS = 13_000  # ranks below are for everything before the Han characters in Unicode
_OTHER_RANKS = 36_000


def plain(syllable: str) -> str:
    """A syllable without its tone: `lǚ` is `lv`."""
    split = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    umlaut = unicodedata.normalize("NFD", "ü")
    split = split.replace(umlaut, "v")
    letters = [char for char in split if not unicodedata.combining(char)]
    # a tone between u and its dots: ǚ is u + diaeresis + caron in NFD, so nothing is lost above
    return "".join(letters)


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


@cache
def ranks() -> npt.NDArray[np.uint16]:
    """A rank for every code point: in order of pronunciation, one rank for both scripts of a character."""
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
