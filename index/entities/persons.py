"""People: Chinese names scored by surname, given-name characters and surroundings; foreign names.

Called by `recogniser` with the title candidates of the article.
"""

from __future__ import annotations

import re

from index.entities.decided_people import find_decided
from index.entities.free_standing import THRESHOLD, FreeStandingReader
from index.entities.led import Led
from index.entities.lexicons import alternation, cues
from index.entities.names import HAN, SPEECH, Person
from index.entities.native_people import find_native, native_end
from index.entities.odds import HONORIFIC
from index.entities.openings import CUES
from index.entities.phrases import FUNCTION
from index.entities.reading import is_name, occurrences
from index.entities.titles import Title

_BEFORE_XI = frozenset("落实 贯彻 遵循 牢记 按照".split())  # 落实|习总书记 against 学习
_INTERLEAVED = Led(
    "|".join(["前", *sorted(cues("persons.interleaved"))]),
    rf"(前?)({alternation('persons.interleaved')})([一-龥]{{2}})",
)
_THEN = frozenset("昨日 昨天 今天 今日 今 昨 日前 上午 下午 亲自 特别".split())
_SLAVIC = ("维奇", "斯基", "耶夫", "诺夫", "洛夫", "科夫", "耶娃", "诺娃", "什维利", "斯坦", "尔森", "斯特")
_CALLED_AFTER = re.compile(
    "纪念[馆园碑堂塔广图]|兵马俑|帝陵|博物|故居|公园|[东南西北中]?路|大道|街|[大中小]学|学院|奖|基金|广场|[陵墓祠庙]|图书馆|旧居|文学奖|精神(?![病科])"
)


class PeopleFinder(FreeStandingReader):
    """Finds the people of one reading."""

    def run(self) -> list[Person]:
        """Look in every way; the people in order of their place in the text."""
        self._dotted()
        self._known()
        self._with_latin()
        self._interleaved()
        ordered = sorted(self.title_to.values(), key=lambda title: title.start)
        find_native(self)
        find_decided(self, ordered)
        for title in ordered:
            if not title.anchored:
                self._before_title(title)
        for title in ordered:
            if title.anchored or title.start == 0 or not self.covered[title.start - 1]:
                self._after_title(title)
        self._free_standing()
        self._free_foreign()
        self._lengthen_cut()
        self._latin_behind()
        return [self.found[start] for start in sorted(self.found)]

    # ---- sources of names

    def _known(self) -> None:
        from index.entities.lexicons import Kind

        people = [hit for hit in self.reading.hits if hit.kinds & Kind.PERSON]
        for hit in sorted(people, key=lambda hit: (hit.start, -hit.end)):
            if _CALLED_AFTER.match(self.folded, hit.end):
                continue  # 林则徐|纪念馆
            if self.reading.boundary[hit.start] and (hit.end - hit.start > 2 or self._closed(hit.end)):
                self.add(hit.start, hit.end, 20.0)

    def _closed(self, end: int) -> bool:
        """Whether a name of two characters ends here: 张军 before 出席, not in 张军立."""
        after = self.reading.word_from(end)
        return (
            not after
            or self.lexicon.surnames.get(after[0], 0) > 1
            or len(after) > 1
            or not HAN.match(after)
            or after in SPEECH
            or after in FUNCTION
        )

    def _interleaved(self) -> None:
        """翁前院長岳生, 陳總統水扁: surname, title, given name as one mention."""
        for match in _INTERLEAVED.finditer(self.folded):
            start = match.start() - 1
            if start < 0 or self.lexicon.surnames.get(self.folded[start], 0) < 1:
                continue
            if start > 0 and not self.reading.boundary[start]:
                continue
            given = match.group(3)
            weight = sum(self.lexicon.given.get(char, 0.5) for char in given)
            tail = self.reading.word_from(match.end())
            follows = not tail or tail in SPEECH or tail in HONORIFIC or tail in _THEN or not HAN.match(tail)
            inner = self.reading.word_from(match.start(3))
            common = (
                inner in self.lexicon.words or inner in SPEECH or (len(inner) == 2 and not is_name(inner))
            )
            titled = tail in ("先生", "女士")
            if (
                weight > (-4.0 if match.group(1) or titled else 2.5)
                and (match.group(1) or follows)
                and not common
            ):
                self.add(start, match.end(), 12.0, self.folded[start] + given)

    def _after_title(self, title: Title) -> None:
        at = title.end
        gap = 0
        while gap < 2 and at < len(self.folded) and self.folded[at] in " ”":
            at, gap = at + 1, gap + 1
        if at in self.found:
            self._list_after(self.found[at].end)
            return
        known = next((size for size in (4, 3, 2) if self.folded[at : at + size] in self.lexicon.people), 0)
        if known and (known > 2 or self._closed(at + 2)) and self.add(at, at + known, 20.0):
            self._list_after(at + known)
            return
        if self.folded[at : at + 1] in ("和", "与", "及") and self.folded[title.end - 1] not in " ”":
            return  # 国王|和太后
        bonus = 1.5 if title.kind == "bare" and not title.anchored else 4.5 if title.anchored else 4.0
        name = self.chinese(at, bonus)
        native = native_end(self, at)
        foreign = (native, 9.0) if native > at else self._foreign(at)
        slavic = (
            foreign is not None
            and name is not None
            and foreign[0] >= name[0] + 2
            and self.folded.endswith(_SLAVIC, at, foreign[0])
        )  # 谢夫乔|维奇
        if foreign and (
            name is None or slavic or (foreign[0] > name[0] and name[1] < 9.5) or name[1] < THRESHOLD
        ):
            if self.add(at, foreign[0], foreign[1]):
                self._list_after(foreign[0])
        elif name and name[1] >= THRESHOLD and self.add(at, name[0], name[1]):
            self._list_after(name[0])

    def _before_title(self, title: Title) -> None:
        """葉匡時部長; 黃縣長."""
        end = title.head
        if title.anchored and title.start != title.head:
            return
        end = title.start
        if (
            self.folded[end - 1 : end] in ("前", "副")
            and end > 1
            and self.lexicon.surnames.get(self.folded[end - 2], 0) >= 1.2
        ) and (
            self.reading.boundary[end - 2] and self._left_open(end - 2) and self.reading.free(end - 2, end)
        ):
            self.add(end - 2, end - 1, 6.0, "?")
            return
        if (
            end >= 2
            and title.head == title.start
            and self.folded[end - 2 : end] in self.lexicon.japanese
            and self.reading.boundary[end - 2]
            and self.add(end - 2, end, 6.0, "?")
        ):
            return
        if self.folded[end - 1 : end] == "前":
            end -= 1
        if self.folded[end - 1 : end] in ("任", "兼", "为"):
            return  # 涂谨申|任|主席
        if not self._full_before(end, 3.5 if end == title.start else 2.0):
            self._surname_before(title, end)

    def _full_before(self, end: int, bonus: float) -> bool:
        """Keep the full name that ends at `end`, if one does."""
        japanese = end >= 4 and self.folded[end - 4 : end - 2] in self.lexicon.japanese
        for size in (4, 3, 2) if japanese else (3, 2, 4):
            start = end - size
            if start < 0 or self.covered.find(1, start, end) >= 0:
                continue
            if (
                size == 2
                and self.lexicon.surnames.get(self.folded[end - 1], 0) >= 2.5
                and self.lexicon.given.get(self.folded[end - 1], 0) < 2
            ):
                continue
            if size == 2 and (self._led_surname(start) or self._ends_sounds(start, end)):
                continue
            if not self.reading.boundary[start] and self._cuts_word(start):
                continue
            if size == 3 and (self._verb_and_surname(start) or self._towards(start)):
                continue
            name = self.chinese(start, bonus, fixed=end)
            if name and name[1] >= THRESHOLD and not self._names_a_body(start, end):
                self.add(start, end, name[1])
                return True
        return False

    def _surname_before(self, title: Title, end: int) -> None:
        """黃|縣長: keep the surname that ends at `end`, or the foreign name."""
        start = end - 1
        if start < 0 or self.covered[start] or not self.reading.free(start, end):
            return
        surname = self.lexicon.surnames.get(self.folded[start], 0)
        held = self.folded[start] in "蔡马赖陈李" and self.folded.startswith("总统", title.head)
        if self.folded[start] == "陆" and self.folded.startswith(("外长", "外交", "国防", "商务"), end):
            return  # the letter of the mainland
        if (
            surname >= 1.2
            and self.folded[start] not in "任向时何"
            and (self._lone_surname(start) or (held and self.reading.boundary[start]))
        ):
            self.add(start, end, 6.0, "?")
        elif start > 0 and self.lexicon.surnames.get(self.folded[start - 1 : end], 0) >= 4:
            self.add(start - 1, end, 6.0, "?")
        else:
            self._foreign_before(end)

    def _ends_sounds(self, start: int, end: int) -> bool:
        """普拉|伯沃外长: two sounds behind a word that is no common one are the end of a foreign name."""
        if start < 2 or not self.lexicon.transliterating.issuperset(self.folded[start - 2 : end]):
            return False
        before = self.reading.words[self.reading.index_at(start - 1)]
        return len(before) == 2 and before not in self.lexicon.words and start not in self.reading.names_to

    def _led_surname(self, start: int) -> bool:
        """由|卓院长: a preposition that is a surname as well, and a surname that begins a word."""
        own = self.lexicon.surnames.get(self.folded[start + 1], 0) >= 1.2
        return self.folded[start] in "由向和于从" and own and bool(self.reading.boundary[start + 1])

    def _lone_surname(self, start: int) -> bool:
        if not self.reading.boundary[start]:
            return self.folded[start] == "习" and self.folded[start - 2 : start] in _BEFORE_XI
        return self._left_open(start)

    def _foreign_before(self, end: int) -> None:
        """普京总统 for names that no lexicon knows."""
        kin = (
            2 if self.folded[max(0, end - 2) : end] in ("一世", "二世", "三世", "四世", "五世", "六世") else 0
        )
        begin = end - kin
        while begin > 0 and end - begin < 9 and self.folded[begin - 1] in self.lexicon.transliterating:
            begin -= 1
        while begin < end and not self.reading.boundary[begin]:
            begin += 1
        while begin < end and self.reading.words[self.reading.index_at(begin)] in self.lexicon.words:
            begin += len(self.reading.words[self.reading.index_at(begin)])
        size = end - begin
        if size >= 3 and self.reading.boundary[begin] and self.folded.count(self.folded[begin : end + 2]) > 1:
            if not self._names_a_body(begin, end):
                self.add(begin, end, 6.0)
            return
        before = self.reading.words[self.reading.index_at(begin - 1)] if begin else ""
        if size == 2 and before in ("同", "与", "和", "会见", "由") and self.reading.boundary[begin]:
            if not self._names_a_body(begin, end) and self.folded[begin:end] not in self.lexicon.words:
                self.add(begin, end, 6.0)
            return
        if (
            size >= 3
            and self.reading.boundary[begin]
            and not self._names_a_body(begin, end)
            and end in self.title_from
        ):
            words = list(
                self.reading.words[self.reading.index_at(begin) : self.reading.index_at(end - 1) + 1]
            )
            if all(word not in self.lexicon.words for word in words) and not any(
                begin <= at < end and stop > at
                for at, stop in self.reading.names_from.items()
                if begin <= at < end
            ):
                self.add(begin, end, 6.0)

    def _left_open(self, start: int) -> bool:
        """Whether a lone surname may begin here: after a mark, a stop word or a name."""
        if start == 0:
            return True
        before = self.reading.words[self.reading.index_at(start - 1)]
        if not HAN.match(before[-1]):
            return True
        kind = self.lexicon.words.get(before, "")
        return (
            bool(kind and kind in "vdpcrtu")
            or before in CUES
            or before in "的了在和与"
            or before == "代表"
            or start in self.reading.names_to
        )

    def _lengthen_cut(self) -> None:
        """葉南德|茲: a name always followed by the same transliterating character goes on."""
        folded = self.folded
        for name in {folded[person.start : person.end] for person in self.found.values() if not person.value}:
            if len(name) != 3 or folded.count(name) < 3:
                continue
            ends = [at + len(name) for at in occurrences(folded, name)]
            after = {folded[end : end + 1] for end in ends}
            char = after.pop() if len(after) == 1 else ""
            if char not in self.lexicon.transliterating or not char:
                continue
            if any(not self.reading.free(end, end + 1) or self.covered[end] for end in ends):
                continue
            if (
                len(self.reading.word_at.get(ends[0], "")) > 1
                or self.reading.word_at.get(ends[0], "") in FUNCTION
            ):
                continue
            for person in self.found.values():
                if folded[person.start : person.end] == name:
                    self.covered[person.end] = 1
                    person.end += 1
