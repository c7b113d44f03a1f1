"""Which commands a few typed characters mean, and in what order. No Qt in here; called by `palette`.

A command is found by its words, by the pinyin of its words (`daoru`), by their initials (`dr`), and by
scattered characters of any of these in their order (`drwjj`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.script.fold import fold
from index.script.readings import speech

_SCATTERED = 0.25  # what a match in scattered places is worth beside one on end


@dataclass(frozen=True, slots=True)
class Spoken:
    """The forms under which a title can be typed, all small letters."""

    words: str
    syllables: str
    initials: str


@cache
def spoken(title: str) -> Spoken:
    """The forms of a title."""
    folded = fold(title).casefold()
    table = speech()
    marked = table.marked(folded)
    syllables = marked.translate(table.syllables).casefold()
    initials = "".join(
        word[:1] if word.isascii() else word.translate(table.initials) for word in _split(marked)
    )
    return Spoken(folded, "".join(syllables.split()), "".join(initials.split()).casefold())


def order(titles: Sequence[str], typed: str, *, recent: Sequence[str] = ()) -> list[int]:
    """The numbers of the titles that `typed` may mean, best first; all of them if nothing is typed.

    Among equals those used lately come first, then the order given.
    """
    lately = {title: len(recent) - place for place, title in enumerate(recent)}
    wanted = "".join(fold(typed).casefold().split())
    found = [(worth(title, wanted), lately.get(title, 0), -number) for number, title in enumerate(titles)]
    return [-place for value, _, place in sorted(found, reverse=True) if value > 0]


def worth(title: str, wanted: str) -> float:
    """How well `wanted` (small letters without blanks) fits; 0 if not at all."""
    if not wanted:
        return 1.0
    forms = spoken(title)
    values = (
        _fit("".join(forms.words.split()), wanted) * 3,
        _fit(forms.initials, wanted) * 2,
        _fit(forms.syllables, wanted),
    )
    return max(values)


def _fit(form: str, wanted: str) -> float:
    """1 at the start, a little less further on, little if scattered, 0 if not there."""
    at = form.find(wanted)
    if at >= 0:
        return 1.0 - 0.5 * at / len(form) - 0.1 * (len(form) - len(wanted)) / len(form)
    place = -1
    first = -1
    for char in wanted:
        place = form.find(char, place + 1)
        if place < 0:
            return 0.0
        first = place if first < 0 else first
    return _SCATTERED * len(wanted) / (place - first + 1)


def _split(marked: str) -> list[str]:
    """Runs of ASCII letters as one word each, all other characters alone."""
    out: list[str] = []
    open_word = False
    for char in marked:
        letter = char.isascii() and char.isalnum()
        if letter and open_word:
            out[-1] += char
        else:
            out.append(char)
        open_word = letter
    return out
