"""Finding the words of a note again in a text that was cleaned, imported or converted anew.

First the same words where they stood; then the same words elsewhere, blind to script, blanks and punctuation,
where what stands around them agrees best; then the nearest words, if they are near enough.
"""

from __future__ import annotations

from dataclasses import replace

from index.alignment import Letters, Near, nearest
from index.model import Hold, Passage
from index.script.fold import fold

AROUND = 32  # characters kept on either side of a passage
_NEAR = 0.25  # share of the letters that may differ anywhere
_FAR = 0.5  # share that may differ where the surroundings agree
_AGREED = 8  # letters on one side
_SHORT = 4  # letters; of fewer, none may differ


def passage(text: str, start: int, end: int, *, in_title: bool = False) -> Passage:
    """The words [start, end) of a text with what stands around them."""
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text)))
    around = (text[max(0, start - AROUND) : start], text[end : end + AROUND])
    return Passage(start, end, text[start:end], *around, in_title=in_title)


def placed(text: str, wanted: Passage) -> tuple[Hold, Passage]:
    """Where the words of `wanted` stand in a text now; with LOST the passage comes back as it was."""
    start, end = wanted.start, wanted.end
    if text[start:end] == wanted.quote or (wanted.quote and fold(text[start:end]) == fold(wanted.quote)):
        return Hold.EXACT, replace(wanted, quote=text[start:end])
    letters, words = Letters(text), Letters(wanted.quote)
    if not len(words):
        return Hold.LOST, wanted
    found = _same(letters, words.text, wanted)
    if found is not None:
        return Hold.MOVED, _at(text, letters, found, found + len(words), wanted)
    near = nearest(words.text, letters.text, letters.index(start))
    if (
        near is not None
        and near.start < near.end
        and near.distance <= _most(letters, near, len(words), wanted)
    ):
        return Hold.CHANGED, _at(text, letters, near.start, near.end, wanted)
    return Hold.LOST, wanted


def _most(letters: Letters, near: Near, length: int, wanted: Passage) -> int:
    """How many letters may differ there."""
    if length < _SHORT:
        return 0
    before, after = _agreed(letters, near.start, near.end, wanted)
    return int((_FAR if max(before, after) >= _AGREED else _NEAR) * length)


def _agreed(letters: Letters, start: int, end: int, wanted: Passage) -> tuple[int, int]:
    """How many letters before and after [start, end) are those that stood around the words."""
    before, after = Letters(wanted.before).text, Letters(wanted.after).text
    return (
        _common(letters.text[max(0, start - len(before)) : start][::-1], before[::-1]),
        _common(letters.text[end : end + len(after)], after),
    )


def _at(text: str, letters: Letters, first: int, last: int, wanted: Passage) -> Passage:
    start, end = letters.source(first, last)
    return replace(wanted, start=start, end=end, quote=text[start:end])


def _same(letters: Letters, words: str, wanted: Passage) -> int | None:
    """Where the same letters stand: among several places by what stands around them, then the nearest."""
    near = letters.index(wanted.start)
    best: tuple[int, int] | None = None
    found = None
    at = letters.text.find(words)
    while at >= 0:
        end = at + len(words)
        score = (sum(_agreed(letters, at, end, wanted)), -abs(at - near))
        if best is None or score > best:
            best, found = score, at
        at = letters.text.find(words, at + 1)
    return found


def _common(one: str, other: str) -> int:
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))
