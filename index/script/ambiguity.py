"""Characters whose conversion is a choice: 后/後, 发/發/髮, 干/乾/幹. Called by the reader, on demand.

A character is ambiguous when OpenCC's tables of single characters give it more than one counterpart in
the script shown. The reason for the choice is the phrase that decided it; without one it is a guess (the
commonest), and worth a look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from index.model import Script
from index.script import tables
from index.script.conversion import Correction, convert, deciding_phrases, standing_alone
from index.script.detection import Evidence, evidence, line_evidence

# What these might be besides themselves (瞭, 齣, 閤, 蓆, 藉) has its own entry wherever it is meant.
_CERTAIN = frozenset("了出合席借")


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """One character of the source, what is shown for it, and what it might have been.

    `phrase` is the words of the source that decided the choice, "" where nothing did.
    """

    start: int
    end: int
    chosen: str
    candidates: tuple[str, ...]
    phrase: str = ""


def ambiguous(
    text: str,
    script: Script,
    corrections: Sequence[Correction] = (),
    *,
    words: bool = False,
    people: Iterable[tuple[int, int]] = (),
) -> tuple[Ambiguity, ...]:
    """The ambiguous characters of `text` when it is shown in `script`, in order; offsets are the source's.

    Where people are named (`people`), the surname is no choice.
    """
    if script is Script.ORIGINAL:
        return ()
    choices = _choices(script)
    surnames = {start for start, _ in people}
    places = [at for at in _converted_places(text, script) if text[at] in choices and at not in surnames]
    if not places:
        return ()
    converted = convert(text, script, corrections, words=words)
    phrases = deciding_phrases(text, script)
    alone = standing_alone(text)
    found: list[Ambiguity] = []
    for at in places:
        start, end = converted.to_shown(at, at + 1)
        chosen = converted.text[start:end]
        if chosen not in choices[text[at]]:
            continue  # a correction or a regional word decided otherwise
        phrase = phrases.get(at, "")
        if chosen == text[at] and (chosen in _CERTAIN or not (phrase or at in alone)):
            continue  # unchanged, and its other counterpart stands only in words that the dictionaries list
        found.append(Ambiguity(at, at + 1, chosen, choices[text[at]], phrase))
    return tuple(found)


def _converted_places(text: str, script: Script) -> Iterator[int]:
    """The places in lines that are converted at all: not those printed in the script shown already."""
    kept = Evidence.SIMPLIFIED if script is Script.SIMPLIFIED else Evidence.TRADITIONAL
    at = 0
    for line, found in line_evidence(text, evidence(text)):
        if found is not kept:
            yield from range(at, at + len(line))
        at += len(line)


@cache
def _choices(script: Script) -> dict[str, tuple[str, ...]]:
    """Source character to its counterparts in `script`, where there are several that fonts can show."""
    name = "ts_characters" if script is Script.SIMPLIFIED else "st_characters"
    place = {Script.TAIWAN: "tw_variants", Script.HONGKONG: "hk_variants"}.get(script)
    variants = tables.characters(place) if place else {}
    choices: dict[str, tuple[str, ...]] = {}
    for source, targets in tables.rows(name).items():
        shown = dict.fromkeys(target.translate(variants) for target in targets if ord(target) < 0x10000)
        if len(shown) > 1 and ord(source) < 0x10000:
            choices[source] = tuple(shown)
    return choices
