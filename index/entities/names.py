"""One name: whether the characters at a place can be a person's name, and how surely.

Base of `persons`, which decides where to look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.entities.lexicons import Lexicons, cues
from index.entities.odds import (
    APPOINTING,
    HONORIFIC,
    NOT_FIRST,
    NOT_GIVEN,
    NOT_LAST,
    UNLESS_TITLED,
    as_word,
    odds,
)
from index.entities.phrases import FUNCTION
from index.entities.reading import Reading, is_name, word_class
from index.entities.titles import Title

HAN = re.compile(r"[\u3400-\u9fff]")
_AFTER_NAME = frozenset(["摄", "、", ",", "。", "(", ")", "及", "和", "与", "等", "暨", "", "\n", " "])
_LIST_ENDS = frozenset("、及和与")
_SIDES = frozenset("中上下外内")
_DAYS = frozenset("昨今明")
_NOT_FINAL = cues("persons.not_final")
SPEECH = cues("persons.speech")
STRONG_SPEECH = cues("persons.strong_speech")
DOT = "··・•‧．"


@dataclass(slots=True)
class Person:
    """A person's name in the text; `value` is the full name if the printed form is only a part."""

    start: int
    end: int
    score: float
    value: str = ""


SEPARATOR = re.compile(r"\s?[、,]\s?|\s{1,2}|[和与及暨]|以及|\s?/\s?")  # between the names of a list
NAME_JOINTS = DOT + "-"
NATIVE = frozenset(
    "立化固督旦拿依飞鸿谕芙歇力买合只来玉不都满祖热肖开提艾肯吐玫吾甫木明克勒日芳"
)  # in names of Taiwan's first peoples, behind a dot
MARRIED = frozenset("女士 夫妇 夫妻 小姐 太太 伉俪 阿嬷 奶奶".split())
_AUXILIARIES = frozenset("将也曾已均还就率亦")
_TRAILING = _AUXILIARIES | frozenset("在说等与")  # the same behind a name of three characters
_NOT_AFTER_DOT = frozenset("来于日将在与和同对也都已")


_AFTER_TITLED = ("、", ",", "。", "等", "和", ")")
_TYPHOONS = ("“", "「", "风")  # before the name of a typhoon


class NameReader:
    """Scores names in one reading and keeps those that were found."""

    def __init__(self, reading: Reading, titles: list[Title]) -> None:
        self.reading = reading
        self.folded = reading.folded
        self.lexicon: Lexicons = reading.lexicon
        self.title_from = {title.start: title for title in titles}
        self.head_from = {title.head: title for title in titles}
        self.title_to = {title.end: title for title in titles}
        self.title_marks = bytearray(len(self.folded) + 1)  # where posts and their heads begin
        for title in titles:
            self.title_marks[title.start] = self.title_marks[title.head] = 1
        self.found: dict[int, Person] = {}
        self._times: dict[str, int] = {}
        self.covered = bytearray(len(self.folded) + 1)

    def add(self, start: int, end: int, score: float, value: str = "") -> bool:
        """Keep a name; False if its span is taken already."""
        if self.covered.find(1, start, end) >= 0 or not self.reading.free(start, end):
            return False
        if self._no_name(start, end):
            return False
        self.covered[start:end] = b"\1" * (end - start)
        self.found[start] = Person(start, end, score, value)
        return True

    def _no_name(self, start: int, end: int) -> bool:
        """Whether letters of provinces (沪苏浙皖) or a typhoon (台风“麦德姆”) stand where a name could."""
        folded, letters = self.folded, self.lexicon.province_letters
        if folded[start] in letters and end - start == 3 and set(folded[start:end]) <= letters.keys():
            return True
        before = folded[max(0, start - 3) : start] if folded[start - 1 : start] in _TYPHOONS else ""
        return before.rstrip("“「").endswith("台风") or folded.startswith("台风", end)

    def chinese(self, start: int, bonus: float, fixed: int = 0) -> tuple[int, float] | None:
        """The best Chinese name that begins at `start` (and ends at `fixed`): its end and score."""
        folded, lexicon = self.folded, self.lexicon
        if start >= len(folded) or (not self.reading.boundary[start] and bonus < 3.5):
            return None
        weight = lexicon.surnames.get(folded[start : start + 2], 0)
        size = 2
        if weight < 4:
            weight, size = lexicon.surnames.get(folded[start], 0), 1
            if not weight:
                japanese = self._japanese(start, fixed)
                return (japanese[0], japanese[1] + bonus) if japanese else None
        best: tuple[int, float] | None = None
        sure = bonus >= 3.0 or self._after_appointment(start)
        for end in (start + size + 2, start + size + 1):
            if (fixed and end != fixed) or end > len(folded):
                continue
            score = self._score(start, size, end, sure)
            if score is not None and (best is None or score > best[1]):
                best = (end, score)
        married = None if fixed or size != 1 else self._married(start)
        if married:
            return married[0], married[1] + bonus
        if best and best[0] == start + size + 1 and not fixed:
            best = self._whole(start, best, size, bonus)
        spread = not fixed and folded.startswith(" ", start + size)
        broken = self._broken(start, size, weight) if spread else None
        if broken and (best is None or broken[1] > best[1]):
            best = broken
        japanese = self._japanese(start, fixed)
        if japanese and (best is None or japanese[1] > best[1] + 1):
            best = japanese
        return (best[0], best[1] + bonus) if best else None

    def _married(self, start: int) -> tuple[int, float] | None:
        """魏林鸳鸯女士: a husband's surname before the own, where an address or a post follows."""
        folded, surnames = self.folded, self.lexicon.surnames
        end = start + 4
        if surnames.get(folded[start], 0) < 1 or surnames.get(folded[start + 1 : start + 2], 0) < 1:
            return None
        after = self.reading.word_at.get(end, "")
        if after not in MARRIED and end not in self.title_from:
            return None
        known = odds(folded[start + 1 : end], 1) if end < len(folded) else None
        free = self.covered.find(1, start, end) < 0 and self.reading.taken.find(1, start, end) < 0
        words = self.reading.words[self.reading.index_at(start) : self.reading.index_at(end - 1) + 1]
        if known is None or known.rule or not free or not self.reading.boundary[end] or len(words) < 3:
            return None
        return (end, known.base + 2.0) if known.base > 2.0 else None

    def _score(self, start: int, size: int, end: int, sure: bool) -> float | None:
        """The score of a name whose surname has `size` characters; `sure`: a post or an act demands one."""
        folded, reading = self.folded, self.reading
        name = folded[start:end]
        known = odds(name, size)
        if known is None or self.covered.find(1, start, end) >= 0 or reading.taken.find(1, start, end) >= 0:
            return None
        score, rule, joined, apart, inner, inner_sure = known
        boundary, word_at, title_from = reading.boundary, reading.word_at, self.title_from
        if apart and boundary.find(0, start, end) < 0:
            score += apart
        if rule:
            score -= 1.0 if sure and joined else self._held_against(rule, end)
        if end - start - size == 1:
            if word_at.get(end, "")[1:] in _TRAILING and reading.lexicon.given.get(folded[end], 0) > -0.5:
                score -= 2.5  # 杨德|强将|会: the character belongs to the name
            tail = word_at.get(end, "")
            listed = len(tail) == 1 and folded[end + 1 : end + 2] in _LIST_ENDS and end not in title_from
            if listed and tail not in FUNCTION and reading.lexicon.given.get(tail, -9.0) > -2.0:
                score -= 1.5  # 林志|展|及
            if folded[end : end + 2] == "和、":
                score -= 3.0  # 陈昆|和、: it joins nothing
            if folded[end : end + 1] in _SIDES:
                after_side = word_at.get(end + 1, "")
                if after_side[:1] in _DAYS or after_side in SPEECH:
                    score -= 3.0  # 邓惟|中|昨日: the character belongs to the name
        elif folded[end - 1] == "为" and (
            self._after_appointment(start) or end in title_from or end in reading.names_from
        ):
            score -= 6.0
        if self.title_marks.find(1, start + 1, end) >= 0 or self._is_title(start, end):
            score -= 6.0
        if reading.names_from.get(start, 0) == end:
            titled = start in self.title_to and folded[end : end + 1] in _AFTER_TITLED
            score -= 1.0 if titled else 6.0  # 省政协副主席|韩军、
        first = word_at.get(start, "")
        if first == name:
            score += as_word(name)
        elif size == 1 and 2 <= len(first) < end - start:
            kind = reading.lexicon.words.get(first)
            if kind is not None:
                lenient = (sure and kind == "n" and boundary[end]) or is_name(first)
                score -= 3.0 if lenient else 6.0
        if inner and word_at.get(start + size, "") == name[size:]:
            score += inner_sure if sure else inner
        if not boundary[end]:
            crossing = reading.words[reading.word_numbers[end]]
            if crossing in ("平等", "高等", "同等") and folded.startswith("等", end):
                crossing = ""  # 王贵平|等知名企业家
            if (
                len(crossing) == 2
                and crossing[1] in _AUXILIARIES
                and reading.word_numbers[end - 1] == (reading.word_numbers[end])
            ):
                crossing = ""  # 杨德强|将会随行
            if len(crossing) == 2 and folded[end : end + 2] in SPEECH and end - start - size == 2:
                return score + 1.5  # 叶俊显|出任, cut as 显出
            if len(crossing) == 2 and crossing[1] in _TRAILING and end - start - size == 2:
                crossing = ""  # 邓志明|说, 吴绍均|在
            unlikely = crossing in reading.lexicon.words or crossing in SPEECH or len(crossing) > 2
            return score - (5.0 if unlikely else 1.5)
        if folded[end - 1] in "道庭" and sure and word_at.get(end, "") in SPEECH:
            score += 4.0  # 林鸿道|率团: no road
        if end in title_from or end in self.head_from:
            return score + 2.0
        return score + self._followed(end)

    def _is_title(self, start: int, end: int) -> bool:
        """Whether a post of two characters or more begins where the name would: 常委|兼."""
        title = self.head_from.get(start)
        return title is not None and title.head + 2 <= title.end <= end

    def _held_against(self, rule: int, end: int) -> float:
        """How much a character that hardly occurs in given names counts, by what follows the name."""
        if rule == NOT_FIRST:
            return 2.0
        if self.folded[end - 1] == "和" and self.folded[end : end + 1] in ("、", ",", "。", "及", ")"):
            return 0.5  # 陈昆和|、谢舒凡
        if rule == NOT_LAST:
            after = self.folded[end : end + 1]
            sided = self.folded[end - 1] in "前中上下内外" and self.reading.word_at.get(end, "") in SPEECH
            closed = after in _AFTER_NAME or after in _DAYS or end in self.title_from
            return 1.0 if closed or sided else 3.5  # 何咏前|介绍
        return 2.0 if rule == UNLESS_TITLED and end in self.title_from else 9.0

    def _followed(self, end: int) -> float:
        """How much the word after a name speaks for the name."""
        after = self.reading.word_at.get(end, "")
        if not after or not "\u3400" <= after[0] <= "\u9fff" or after in SPEECH or after in HONORIFIC:
            return 1.5
        lone = len(after) == 1 and after not in self.lexicon.words and end not in self.reading.names_from
        return -1.5 if lone else 0.0

    def _whole(self, start: int, short: tuple[int, float], size: int, bonus: float) -> tuple[int, float]:
        """The longer name where the article never prints the shorter one otherwise: 费云|帆."""
        end = short[0] + 1
        if end > len(self.folded):
            return short
        times = self._count(self.folded[start:end])
        if times < 2 or times != self._count(self.folded[start : end - 1]):
            return short
        score = self._score(start, size, end, bonus >= 3.0)
        return (end, short[1]) if score is not None and score > short[1] - 5.0 else short

    def _count(self, text: str) -> int:
        times = self._times.get(text)
        if times is None:
            times = self._times[text] = self.folded.count(text)
        return times

    def _broken(self, start: int, size: int, weight: float) -> tuple[int, float] | None:
        """王　斌: a two-character name spread to the width of three."""
        folded = self.folded
        at = start + size
        blanks = 0
        while blanks < 2 and folded[at + blanks : at + blanks + 1] in (" ",):
            blanks += 1
        if not blanks or size != 1 or at + blanks >= len(folded):
            return None
        char = folded[at + blanks]
        end = at + blanks + 1
        pair = folded[at + blanks : at + blanks + 2]
        if size == 1 and weight >= 2 and len(pair) == 2 and all(HAN.match(each) for each in pair):
            tail = self.reading.word_at.get(end + 1, "") or folded[end + 1 : end + 2]
            odds = sum(self.lexicon.given.get(each, 0.8) for each in pair) / 2
            if (
                odds > 0.5
                and (not tail or tail in SPEECH or not HAN.match(tail))
                and pair not in self.lexicon.words
            ):
                return end + 1, weight + odds + 2.3
        if not HAN.match(char) or self.lexicon.given.get(char, 0.8) < 0 or char in NOT_GIVEN:
            return None
        after = folded[end : end + 1]
        if after and (HAN.match(after) and self.reading.word_at.get(end, "") not in SPEECH):
            return None
        return end, weight + self.lexicon.given.get(char, 0.8)

    def _japanese(self, start: int, fixed: int) -> tuple[int, float] | None:
        """古屋圭司: a Japanese family name with one to three characters more."""
        folded, reading = self.folded, self.reading
        for size in (3, 2):
            if folded[start : start + size] in self.lexicon.japanese:
                for given in (2, 1, 3):
                    end = start + size + given
                    if (fixed and end != fixed) or end > len(folded) or not reading.boundary[end]:
                        continue
                    part = folded[start + size : end]
                    if not all(HAN.match(char) for char in part) or any(char in NOT_GIVEN for char in part):
                        continue
                    inner = reading.word_at.get(start + size, "")
                    if len(inner) > 1 and inner in self.lexicon.words:
                        continue
                    if self.covered.find(1, start, end) >= 0 or not reading.free(start, end):
                        continue
                    return end, 4.5
        return None

    def _foreign(self, start: int) -> tuple[int, float] | None:
        """A run of transliterating characters beside a post."""
        end = self.foreign_end(start)
        if end - start < 2 or self.covered.find(1, start, end) >= 0 or not self.reading.free(start, end):
            return None
        if not self.reading.boundary[start] or self.reading.names_from.get(start, 0) >= end:
            return None
        first = self.reading.words[self.reading.index_at(start)]
        if len(first) == end - start and word_class(first)[:1] in tuple("vadcpu"):
            return None
        known = first in self.lexicon.words and not word_class(first).startswith("nr")
        if known and (len(first) == end - start or len(first) > 2):
            return None
        if end - start == 2 and not self.reading.boundary[end]:
            return None
        return end, 6.0 + (end - start) * 0.5

    def foreign_end(self, start: int, dotted: bool = False) -> int:
        """Where the run of transliterating characters that begins at `start` ends as a name."""
        folded, reading = self.folded, self.reading
        end = start
        while (
            end < len(folded)
            and end - start < 9
            and (
                folded[end] in self.lexicon.transliterating
                or folded[end] in NAME_JOINTS
                or (dotted and folded[end] in NATIVE)
            )
        ):
            end += 1
        if folded.startswith("世", end) and end - start >= 2 and folded[end - 1] in "一二三四五六":
            return end + 1
        if end < len(folded) and folded[end] in "一二三四五六" and folded.startswith("世", end + 1):
            return end + 2
        while end > start:
            if not reading.boundary[end]:
                begin = reading.starts[reading.index_at(end)]
                word = reading.words[reading.index_at(end)]
                if word in self.lexicon.words or word in SPEECH:
                    end = max(begin, start)
                    continue
            word = reading.words[reading.index_at(end - 1)]
            kind = self.lexicon.words.get(word, "")
            if (
                (kind and kind in "dpcrtv" and len(word) > 1)
                or word in (_NOT_AFTER_DOT if dotted else _NOT_FINAL)
            ) and end - len(word) > start:
                end -= len(word)
                continue
            break
        return end

    def _four(self, at: int, name: tuple[int, float] | None) -> bool:
        """Whether a list goes on only behind four characters with two surnames: 施余兴望、."""
        surnames = self.lexicon.surnames
        return (
            (name is None or not SEPARATOR.match(self.folded, name[0]))
            and surnames.get(self.folded[at : at + 1], 0) >= 1
            and surnames.get(self.folded[at + 1 : at + 2], 0) >= 1
            and self.folded[at + 4 : at + 5] in ("、", "及", "等")
            and all(HAN.match(char) for char in self.folded[at : at + 4])
            and at not in self.title_from
            and self.reading.names_from.get(at, 0) <= at + 1
        )

    def _towards(self, start: int) -> bool:
        """向|朝野立委: a preposition that is a surname as well, before a dictionary word."""
        word = self.reading.word_at.get(start + 1, "")
        return self.folded[start] in "向和于从由" and len(word) == 2 and not is_name(word)

    def _verb_and_surname(self, start: int) -> bool:
        """Whether a common word and a surname stand where a name could: 祝贺|蔡总统."""
        word = self.reading.word_at.get(start, "")
        last = self.folded[start + 2]
        return (
            len(word) == 2
            and word in self.lexicon.words
            and self.lexicon.surnames.get(last, 0) >= 1.2
            and self.folded.count(self.folded[start : start + 3]) < 3
        )

    def _after_appointment(self, start: int) -> bool:
        before = self.reading.words[self.reading.index_at(start - 1)] if start else ""
        return before in APPOINTING

    def _cuts_word(self, start: int) -> bool:
        """Whether a name that begins at `start` would cut a known word or a longer one."""
        word = self.reading.words[self.reading.index_at(start)]
        return len(word) > 2 or word in self.lexicon.words

    def _names_a_body(self, start: int, end: int) -> bool:
        return self.reading.names_from.get(start, 0) >= end
