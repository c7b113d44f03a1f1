"""People without a post beside them: lists, speakers, bylines, and names that can be nothing else.

Base of `persons`; `openings` tells where to look.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.entities.foreign_people import ForeignReader
from index.entities.lexicons import alternation
from index.entities.names import HAN, SEPARATOR, SPEECH, STRONG_SPEECH
from index.entities.odds import APPOINTING, HONORIFIC, may_begin_name
from index.entities.openings import (
    BEHIND_REPORTER,
    CUES,
    CURRICULUM,
    MARKS_BEFORE,
    REPORTER_ENDS,
    RIVALS,
    SENTENCE_ENDS,
    openings,
)
from index.entities.reading import Reading, word_class
from index.entities.titles import Title

THRESHOLD = 5.0
_SURE, _DOUBTFUL = THRESHOLD + 2.0, THRESHOLD + 0.5
_REPORTER = re.compile(alternation("persons.reporter") + r"[\]】]?\s*[:/ |丨]?\s*$")
_TAKES = frozenset("任 当选 出任 担任 接任 现任 历任 曾任 拟任 兼任 就任 转任 调任".split())


class FreeStandingReader(ForeignReader):
    """Finds names in one reading by their own characters and the words around them."""

    def __init__(self, reading: Reading, titles: list[Title]) -> None:
        super().__init__(reading, titles)
        # where 任浙江省省长, 当选江西省政协主席 begins
        self.holds_from = {
            title.start - size
            for title in titles
            if title.anchored
            for size in (1, 2)
            if reading.folded[title.start - size : title.start] in _TAKES
        }

    def _free_standing(self) -> None:
        lexicon, folded, reading = self.lexicon, self.folded, self.reading
        surnames, covered, taken = lexicon.surnames, self.covered, reading.taken
        maybe: dict[str, list[tuple[int, int]]] = {}
        for at in openings(reading, self.title_marks, self.holds_from, _DOUBTFUL):
            if covered[at] or taken[at] or (at and folded[at - 1].isdigit()):
                continue
            number = reading.word_numbers[at]
            word = reading.words[number]
            if not may_begin_name(word):
                continue
            if reading.names_from.get(at, 0) > at + 1 and not (
                at in reading.heads_to and folded[at + 3 : at + 4] in ("、", ",", "。", ";")
            ):
                continue
            previous = reading.words[number - 1] if at else ""
            first = lexicon.given.get(folded[at + 1 : at + 2], 0.8)
            if first < -1.0 and word[:2] not in surnames and previous not in APPOINTING:
                continue
            name = self.chinese(at, 3.0 if previous in RIVALS else 0.0)
            if name is None:
                continue
            end, score = name
            if end - at == 3 and end - 1 in self.holds_from:
                end -= 1  # 高政|任馆长
            score += self._led(at, previous) + self._followed_up(at, end)
            if score >= _SURE and self.add(at, end, score):
                self._list_after(end)
            elif score >= _DOUBTFUL:
                maybe.setdefault(folded[at:end], []).append((at, end))
        for text, spans in maybe.items():
            # a doubtful name that comes again, or stands in a list with a sure one, is sure
            listed = any(folded[end : end + 1] == "、" and end + 1 in self.found for _, end in spans)
            if listed or (len(spans) > 1 and len(text) >= 3):
                for at, end in spans:
                    self.add(at, end, 6.0)

    def _list_after(self, end: int) -> None:
        """Further names after a name: 任珠峰、史文斌."""
        for _ in range(80):
            gap = SEPARATOR.match(self.folded, end)
            if not gap:
                return
            at = gap.end()
            if at in self.found:
                end = self.found[at].end
                continue
            comma = "," in gap.group()
            name = self.chinese(at, 1.5 if comma else 3.0)
            if name is not None and not comma and self.folded[name[0] : name[0] + 1] in ("、", ")"):
                name = name[0], name[1] + 1.2
            four = self._four(at, name)
            if four:
                name = (at + 4, THRESHOLD)
            if (
                name is None
                or name[1] < THRESHOLD
                or at in self.title_from
                or not self.add(at, name[0], name[1])
            ):
                return
            end = name[0]

    def _led(self, start: int, before: str) -> float:
        """How much the words that lead to a name speak for it; `before` is the last of them."""
        folded, reading = self.folded, self.reading
        mark = folded[start - 1] if start else "\n"
        score = 0.5 if mark == "、" else 0.0
        if mark in SENTENCE_ENDS:
            score += 1.5
        elif mark in MARKS_BEFORE:
            score += 0.8
        elif before in CUES:
            score += 1.0
        elif (
            len(before) == 1
            and HAN.match(before)
            and before not in self.lexicon.words
            and before not in "的了"
        ):
            score -= 2.0
        elif start in reading.heads_to:
            score += 2.5
        elif start in reading.names_to:
            score -= 0.5
        ending = folded[max(0, start - 8) : start]
        if ending.rstrip(BEHIND_REPORTER)[-1:] in REPORTER_ENDS and _REPORTER.search(ending):
            score += 4.5
        return score

    def _followed_up(self, start: int, end: int) -> float:
        """How much what stands around a name, and what follows it, speaks for it."""
        folded = self.folded
        mark, after = folded[start - 1 : start], self.reading.word_at.get(end, "")
        score = _after(after) if after else 0.0 if end < len(folded) else 1.0
        if self._after_appointment(start):
            score += 5.0 if folded[end : end + 1] in ("为", "的", "职") else 3.0
        if mark == "(" and folded[end : end + 1] == ")":
            closes = folded[end + 1 : end + 2] in ("", "\n") or folded[start - 2 : start - 1] == "电"
            score += 3.0 if closes else 0.5
        if folded[end : end + 2] in (" 摄", "摄)", "/摄") and mark in "(丨|:、。\n":
            score += 3.0
        if end in self.holds_from and (start == 0 or not HAN.match(mark)):
            score += 3.0
        if folded[end : end + 1] == "," and folded[end + 1 : end + 3] in CURRICULUM:
            entry = folded[end : end + 3] in (",男,", ",女,") and (start == 0 or mark == "\n")
            score += 8.0 if entry else 3.0  # 向红梅,女,土家族
        if folded[end : end + 1] == "、" and mark != "、":
            score += 0.5
        return score


@lru_cache(1 << 14)
def _after(word: str) -> float:
    """How much the word after a name speaks for a person who stands alone."""
    if word in STRONG_SPEECH or word in HONORIFIC:
        return 3.0
    if word in SPEECH:
        return 1.0
    if len(word) > 1 and word_class(word)[:1] in ("v", "d"):
        return 0.7
    return 0.0 if HAN.match(word[0]) else 0.5
