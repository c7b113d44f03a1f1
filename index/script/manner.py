"""How text is to be shown, as the user wishes it: the script and everything that goes with it.

Called by the window, which makes one `Manner` of its settings and converts everything it shows with it.
Protected stretches stay as printed: names (the caller says where), quotations and 《titles》.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from index.model import Script
from index.script.ambiguity import Ambiguity, ambiguous
from index.script.conversion import Context, Converted, Correction, convert

TRADITIONAL = (Script.TRADITIONAL, Script.TAIWAN, Script.HONGKONG)
LONGEST_QUOTATION = 2000  # characters; a quotation mark without its end protects nothing
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "〝": "〞"}
_TITLES = re.compile(r"《[^《》\n]{1,200}》|〈[^〈〉\n]{1,200}〉")
_QUOTES = re.compile(f"[{''.join(_PAIRS)}{''.join(_PAIRS.values())}]")


class Protection(StrEnum):
    """What can be left as printed."""

    NAMES = "names"
    QUOTATIONS = "quotations"
    TITLES = "titles"


@dataclass(frozen=True, slots=True)
class OwnCorrection:
    """A correction of the user: `source` is always shown as `target` where `script` is shown.

    `script` is one script; TRADITIONAL also stands for Taiwan's and Hong Kong's unless they have their own.
    """

    script: Script
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Manner:
    """Script, words of the place, the user's corrections, and what stays as printed."""

    script: Script = Script.ORIGINAL
    words: bool = False
    corrections: tuple[OwnCorrection, ...] = ()
    protections: frozenset[Protection] = frozenset()

    def in_script(self, script: Script) -> Manner:
        """The same in another script."""
        return self if script is self.script else replace(self, script=script)

    def pairs(self) -> tuple[Correction, ...]:
        """The corrections that hold for the script; those for a place come before the general ones."""
        chosen: dict[str, str] = {}
        for each in self.corrections:
            if each.script is self.script:
                chosen[each.source] = each.target
        if self.script in TRADITIONAL:
            for each in self.corrections:
                if each.script is Script.TRADITIONAL:
                    chosen.setdefault(each.source, each.target)
        return tuple(chosen.items())

    def protected(self, text: str, names: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
        """The stretches of `text` that stay as printed, in order and apart from each other."""
        found: list[tuple[int, int]] = []
        if Protection.NAMES in self.protections:
            found += names
        if Protection.TITLES in self.protections:
            found += [title.span() for title in _TITLES.finditer(text)]
        if Protection.QUOTATIONS in self.protections:
            found += quotations(text)
        return _united(found)

    def convert(
        self,
        text: str,
        names: Iterable[tuple[int, int]] = (),
        people: Iterable[tuple[int, int]] = (),
        context: Context | None = None,
    ) -> Converted:
        """`text` as it is to be shown; `names` are spans of names in it, `people` those of people.

        `context` is of the whole that `text` is a piece of.
        """
        protected = self.protected(text, names) if self.protections else ()
        return convert(
            text,
            self.script,
            self.pairs(),
            words=self.words,
            protected=protected,
            people=people,
            context=context,
        )

    def ambiguous(
        self, text: str, names: Iterable[tuple[int, int]] = (), people: Iterable[tuple[int, int]] = ()
    ) -> tuple[Ambiguity, ...]:
        """The characters of `text` whose conversion was a choice, save what stays as printed."""
        found = ambiguous(text, self.script, self.pairs(), words=self.words, people=people)
        protected = self.protected(text, names) if self.protections else ()
        return tuple(each for each in found if not any(start <= each.start < end for start, end in protected))


def quotations(text: str) -> list[tuple[int, int]]:
    """The outermost quotations of `text` with their marks; one without an end, or very long, is none."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[int, str]] = []
    for mark in _QUOTES.finditer(text):
        char = mark.group()
        if opened and mark.start() - opened[0][0] > LONGEST_QUOTATION:
            opened = []
        if char in _PAIRS:
            if not any(closing == _PAIRS[char] for _, closing in opened):
                opened.append((mark.start(), _PAIRS[char]))
        elif opened and char in (closing for _, closing in opened):
            while opened[-1][1] != char:
                opened.pop()
            start, _ = opened.pop()
            if not opened:
                found.append((start, mark.end()))
    return found


def _united(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united
