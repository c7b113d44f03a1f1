"""Pinyin glosses that a web site's byte-level replace left in its pages: `會(huì)議` back to `會議`.

Called for every text that is read (`index.importing.composition`). Most texts cost one search for a
tone-marked syllable before a bracket. What looks like a gloss may be a genuine reading, so the page as a
whole decides: a replace over bytes is blind and total. It hits common characters, every occurrence of
each, always with the same, usual reading, and here and there it breaks characters; an author explains a
rare character or an unusual reading, once; a text for learners has a reading behind every character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from index.importing.repair.gloss_bytes import LETTERS, TONES, Gloss, Line, parse, restore
from index.importing.repair.gloss_tables import Pair, likelihood, readings
from index.model import Repair, RepairKind

_SIGN = re.compile(f"[{TONES}][{LETTERS}]{{0,4}}[ \u00a0\u3000]?[)）]")
_HAN = re.compile(r"[\u4e00-\u9fff]")

_COMMON = 3000  # rank by frequency up to which sites gloss characters
_RARE = 4500  # rank from which a reading is an author's even on a glossed page
_PAGE = 3  # so many different common characters make a glossed page
_LEARNERS = 0.5  # share of characters with a reading from which a text is for learners
_RUN = 5  # so many readings on end are a passage for learners, if the characters are bare elsewhere
_SAMPLE = 20


def undo_glosses(text: str) -> tuple[str, Repair | None]:
    """`text` without the glosses of a glossed page, broken characters restored, and what was done.

    The count is the number of glosses undone; the sample shows the first broken place, or the first.
    """
    if not _SIGN.search(text):
        return text, None
    lines = [parse(line) for line in text.split("\n")]
    verdict = _judge(text, lines)
    if verdict is None:
        return text, None
    restored = [restore(line, verdict.accepts, verdict.favour) if verdict.touches(line) else line.text for line in lines]
    return "\n".join(restored), _report(lines, restored, verdict)


@dataclass(slots=True)
class _Verdict:
    """Which glosses of a page are the site's."""

    characters: frozenset[str]  # behind which they stand
    broken: bool  # whether broken ones are believed
    unmarked: bool  # whether also those whose `?` was dropped
    bare: Counter[str]
    kept: set[int] = field(default_factory=set)  # id of glosses in passages for learners

    def accepts(self, gloss: Gloss, pair: Pair) -> bool:
        """Whether `gloss`, behind the bytes `pair`, goes."""
        if id(gloss) in self.kept:
            return False
        if gloss.broken:
            return self.broken and (gloss.sure or self.unmarked)
        char = _character(pair)
        return self.broken if char is None else char in self.characters

    def touches(self, line: Line) -> bool:
        """Whether anything in `line` goes."""
        return any(self.accepts(gloss, pair) for gloss, pair in line.glosses())

    def favour(self, char: str) -> float:
        """How likely the site glosses `char`: it does so elsewhere, or it is common and Traditional."""
        if char in self.characters:
            return 8.0
        rank = likelihood().rank(char)
        welcome = 0.0 if rank < _COMMON else -4.0
        if self.bare[char]:
            welcome -= 6.0
        return welcome + (2.0 if _traditional(char) else 0.0)


def _judge(text: str, lines: list[Line]) -> _Verdict | None:
    """What the page as a whole says about its glosses; None where all of them are genuine."""
    glossed: Counter[str] = Counter()
    usual: set[str] = set()
    sure = unmarked = 0
    for line in lines:
        for gloss, pair in line.glosses():
            if gloss.broken:
                sure += gloss.sure
                unmarked += not gloss.sure
            elif (char := _character(pair)) is not None:
                glossed[char] += 1
                if char in readings().first[gloss.syllable]:
                    usual.add(char)
    bare = Counter({char: max(0, text.count(char) - times) for char, times in glossed.items()})
    total = sum(glossed.values())
    han = len(_HAN.findall(text))
    if not sure and total > han * _LEARNERS:
        return None
    rank = likelihood().rank
    typical = {c for c in glossed if c in usual and rank(c) < _COMMON and bare[c] <= glossed[c] // 4}
    traditional = {char for char in typical if _traditional(char)}
    if sure or len(traditional) >= _PAGE or len(typical) >= 2 * _PAGE:
        chars = {c for c in glossed if c in typical or (rank(c) < _RARE and bare[c] <= glossed[c])}
        verdict = _Verdict(frozenset(chars), broken=True, unmarked=len(chars) >= 2 or sure > 1, bare=bare)
    elif traditional and len(traditional) == len(glossed):
        verdict = _Verdict(frozenset(traditional), broken=False, unmarked=False, bare=bare)
    else:
        return None
    verdict.bare = Counter(text)
    for line in lines:
        verdict.kept.update(_passages(line, bare))
    return verdict


def _passages(line: Line, bare: Counter[str]) -> set[int]:
    """The glosses of passages for learners: on end, behind characters that are bare elsewhere."""
    kept: set[int] = set()
    run: list[tuple[Gloss, str]] = []
    plain = 0
    last: Pair = (0, 0)

    def close() -> None:
        if len(run) >= _RUN and any(bare[char] for _, char in run):
            kept.update(id(gloss) for gloss, _ in run)
        run.clear()

    for item in line.items:
        if isinstance(item, Gloss):
            char = None if item.broken else _character(last)
            if char is None:
                close()
            else:
                run.append((item, char))
            plain = 0
            continue
        last = (last[1], item)
        plain += 1
        if plain > 2:
            close()
    close()
    return kept


def _character(pair: Pair) -> str | None:
    """The character that two bytes are; None where one is lost."""
    return bytes(pair).decode("gbk", "replace") if min(pair) > 0 else None


def _traditional(char: str) -> bool:
    """Whether GB2312 lacks `char`: what conversion to Traditional brought in."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _report(lines: list[Line], restored: list[str], verdict: _Verdict) -> Repair:
    count = 0
    sample: tuple[bool, str, str] | None = None
    for line, after in zip(lines, restored, strict=True):
        gone = [gloss for gloss, pair in line.glosses() if verdict.accepts(gloss, pair)]
        count += len(gone)
        broken = any(gloss.broken for gloss in gone)
        if gone and (sample is None or (broken and not sample[0])):
            gloss = next(gloss for gloss in gone if gloss.broken == broken)
            sample = (broken, *_sample(line.text, after, gloss))
    if sample is None:
        return Repair(RepairKind.GLOSS, count)
    return Repair(RepairKind.GLOSS, count, sample[1], sample[2])


def _sample(before: str, after: str, gloss: Gloss) -> tuple[str, str]:
    """About twenty characters around `gloss`, as they came and as they are now."""
    at = before.find(gloss.printed)
    low = max(0, at - 4)
    ahead = len(after) - len(before)
    del ahead
    high = min(len(before), low + _SAMPLE)
    start = max(0, _kept(before[:low]))
    return before[low:high], after[start : start + _SAMPLE - 6]


def _kept(text: str) -> int:
    line = parse(text)
    return len(restore(line, lambda gloss, pair: True, lambda char: 0.0))


_Favour = Callable[[str], float]
