"""Pinyin glosses that a web site's byte-level replace left in its pages: `會(huì)議` back to `會議`.

Called for every text that is read (`index.importing.composition`). Most texts cost one search for a
tone-marked syllable before a bracket. What looks like a gloss may be a genuine reading, so the page as a
whole decides: a replace over bytes is blind and total. It hits common characters, every occurrence of
each, always with the same, usual reading, and here and there it breaks characters; an author explains a
rare character or an unusual reading, once; a text for learners has a reading behind every character.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field

from index.importing.repair.gloss_bytes import LETTERS, TONES, Gloss, Line, parse, restore
from index.importing.repair.gloss_tables import Pair, likelihood, polyphones, readings
from index.model import Repair, RepairKind
from index.script.fold import fold

_NEUTRAL = "[(（?？](?:men|me|zhe|le|de|ma|ne|ba|zi)"  # syllables that a site prints without a tone
_SIGN = re.compile(f"(?:[{TONES}][{LETTERS}]{{0,4}}|{_NEUTRAL})[ \u00a0\u3000]?[)）]")
_PLAIN = re.compile(f"[?？]?[(（]?[{LETTERS}]{{1,6}}[ \u00a0\u3000]?[)）]")
_HAN = re.compile(r"[\u4e00-\u9fff]")

_COMMON = 3000  # rank by frequency up to which sites gloss characters
_RARE = 4500  # rank from which a reading is an author's even on a glossed page
_LEAST = 2  # points (see `_points`) from which a page counts as glossed
_SURELY = 6  # points from which what is less typical goes too
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
    restored = [_restored(line, verdict) for line in lines]
    repair = _report(lines, restored, verdict)
    return ("\n".join(restored), repair) if repair.count else (text, None)


def _restored(line: Line, verdict: _Verdict) -> str:
    if not verdict.touches(line):
        return line.text
    return restore(line, verdict.accepts, verdict.favour, verdict.swallowed)


@dataclass(slots=True)
class _Verdict:
    """Which glosses of a page are the site's."""

    syllables: dict[str, str]  # character behind which they stand, and the one reading it has there
    broken: bool  # whether broken ones are believed
    unmarked: bool  # whether also those whose `?` was dropped
    seen: Counter[str]  # characters of the page as it came
    swallowed: str | None  # see `restore`
    kept: set[int] = field(default_factory=set)  # id of glosses in passages for learners

    def accepts(self, gloss: Gloss, pair: Pair) -> bool:
        """Whether `gloss`, behind the bytes `pair`, goes."""
        if id(gloss) in self.kept:
            return False
        if gloss.broken:
            return self.broken and (gloss.sure or self.unmarked)
        char = _character(pair)
        return self.broken if char is None else self.syllables.get(char) == gloss.syllable

    def touches(self, line: Line) -> bool:
        """Whether anything in `line` goes."""
        return any(self.accepts(gloss, pair) for gloss, pair in line.glosses())

    def favour(self, char: str) -> float:
        """How likely the site glosses `char`: it does so elsewhere, or it is common and Traditional."""
        if char in self.syllables:
            return 8.0
        welcome = -math.log1p(likelihood().rank(char) / 300)
        if self.seen[char]:
            welcome -= 6.0
        return welcome + (2.0 if _converted(char) else 0.0)


def _judge(text: str, lines: list[Line]) -> _Verdict | None:
    """What the page as a whole says about its glosses; None where all of them are genuine."""
    found: dict[str, Counter[str]] = {}
    sure = 0
    for line in lines:
        for gloss, pair in line.glosses():
            if gloss.broken:
                sure += gloss.sure
            elif (char := _character(pair)) is not None:
                found.setdefault(char, Counter())[gloss.syllable] += 1
    total = sum(count.total() for count in found.values())
    if not sure and total > len(_HAN.findall(text)) * _LEARNERS:
        return None
    seen = Counter(text)
    comma = "," if seen[","] > seen["，"] else "?"
    glossed = {char: count.most_common(1)[0] for char, count in found.items()}
    bare = Counter({char: max(0, seen[char] - found[char].total()) for char in found})
    rank = likelihood().rank
    typical = {
        char
        for char, (syllable, times) in glossed.items()
        if len(found[char]) == 1 and bare[char] <= times // 4 and char in readings().first[syllable]
    }
    points = sum(_points(char, rank(char)) for char in typical)
    if sure or points >= _SURELY:
        syllables = {
            char: syllable
            for char, (syllable, times) in glossed.items()
            if bare[char] <= times and (rank(char) < _RARE or (char in typical and _converted(char)))
        }
        unmarked = points >= _SURELY or sure > 1
        verdict = _Verdict(syllables, broken=True, unmarked=unmarked, seen=seen, swallowed=comma)
    elif points >= _LEAST and typical == glossed.keys():
        syllables = {char: syllable for char, (syllable, _) in glossed.items()}
        verdict = _Verdict(syllables, broken=False, unmarked=False, seen=seen, swallowed=None)
    else:
        return None
    if any(gloss.broken and "(" in gloss.printed for line in lines for gloss, _ in line.glosses()):
        verdict.swallowed = None
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


def _points(char: str, rank: int) -> int:
    """How strongly a gloss behind `char`, with its usual reading and at every occurrence, speaks for a site.

    No author explains a common character that is read in one way only; and what sites gloss is mostly
    what conversion to Traditional brought in.
    """
    if rank >= 2100:
        return 1 if rank < _COMMON and _converted(char) else 0
    if _converted(char):
        return 2
    if char in polyphones():
        return 0
    return 2 if rank < 1000 else 1


def _converted(char: str) -> bool:
    """Whether `char` is a Traditional form that Simplified writes otherwise."""
    return fold(char) != char


def _report(lines: list[Line], restored: list[str], verdict: _Verdict) -> Repair:
    count = 0
    hardest: tuple[int, str, str] | None = None
    for line, after in zip(lines, restored, strict=True):
        gone = [gloss for gloss, pair in line.glosses() if verdict.accepts(gloss, pair)]
        count += len(gone)
        rank = 2 if any(gloss.broken for gloss in gone) else 1
        if gone and (hardest is None or rank > hardest[0]):
            gloss = next(gloss for gloss in gone if gloss.broken or rank == 1)
            hardest = (rank, *_sample(line.text, after, gloss))
    before, after = hardest[1:] if hardest else ("", "")
    return Repair(RepairKind.GLOSS, count, before, after)


def _sample(before: str, after: str, gloss: Gloss) -> tuple[str, str]:
    """About twenty characters around `gloss`, as they came and as they are now."""
    low = max(0, before.find(gloss.printed) - _SAMPLE // 4)
    cut = before[low : low + _SAMPLE]
    # The same stretch of the restored line: what glosses take up before it is gone.
    start = max(0, low - len("".join(_PLAIN.findall(before[:low]))))
    found = after.find(cut[:2], max(0, start - _SAMPLE))
    start = found if found >= 0 else start
    return cut, after[start : start + _SAMPLE - 6]
