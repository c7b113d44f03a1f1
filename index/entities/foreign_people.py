"""Foreign names: with a dot, with Latin letters in brackets, and without a post beside them.

Base of `persons`, which says in which order to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.entities.names import DOT, HAN, NATIVE, STRONG_SPEECH, NameReader
from index.entities.odds import HONORIFIC
from index.entities.phrases import FUNCTION
from index.entities.reading import word_class

# characters that hardly stand in Chinese words, with the run of sounds around them
_SOUND = "[斯尔克夫茨诺姆赫顿蒂埃奥伊莱瓦洛泽弗鲁穆萨哈扎佩贝契]"
_ONE_SOUND = re.compile(_SOUND)
_SOUNDS = re.compile(f"[一-龥]{{0,4}}({_SOUND})")
_MEETING = frozenset("会晤 会面 会谈 通话 举行 见面 通电话 通电 握手".split())
_OPEN_BEFORE = frozenset("与和同跟由向对据但而")
_LATIN = re.compile(r"\(\s?([A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.,'’\- ]{2,75}?)(?:\s+hon\.)?\s?\)")
_LATIN_TOWN = re.compile(
    r"\b(?:city|town|region|county|state|province|island|islands|district|village|university|group|"
    r"park|river|lake|mountain|bay|hotel|center|centre)\b",
    re.IGNORECASE,
)
_BEFORE_LATIN = re.compile(r"[一-龥ぁ-ヶ·・]{2,9}$")
_JOINTS = DOT + "."  # ．is folded to a full stop
_FULL_STOP = re.compile(r"[一-龥]{2}\.[一-龥]{2}")
_DOTTED = re.compile(rf"[\u4e00-\u9fff]{{1,8}}(?:[{_JOINTS}][\u4e00-\u9fff]{{1,8}})+")
_JOINT = re.compile(rf"[{_JOINTS}](?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff])")


def _around(
    anchor: re.Pattern[str], pattern: re.Pattern[str], before: int, folded: str
) -> Iterator[re.Match[str]]:
    """The matches of `pattern`, tried only from `before` characters before each place of `anchor`."""
    last = 0
    for place in anchor.finditer(folded):
        at = start = place.start()
        if at < last:
            continue
        while start > last and at - start < before and "一" <= folded[start - 1] <= "鿿":
            start -= 1
        match = pattern.match(folded, start)
        if match is not None:
            yield match
            last = match.end()


class ForeignReader(NameReader):
    """Finds foreign names in one reading."""

    def _with_latin(self) -> None:
        """惠恕仁（Surangel S. Whipps, Jr.）: the Chinese name ends at the bracket."""
        for match in _LATIN.finditer(self.folded):
            if match.start() in self.title_to and self._full_latin(match):
                self.add(match.start(1), match.end(1), 12.0)
                continue
            before = _BEFORE_LATIN.search(self.folded[max(0, match.start() - 9) : match.start()])
            if not before:
                continue
            low = match.start() - len(before.group())
            start = max((end for end in range(low, match.start()) if end in self.title_to), default=-1)
            named = max((at for at in range(low, match.start()) if at in self.reading.names_to), default=-1)
            begin = self.reading.names_to.get(named, named)
            apart = start < 0 or self.folded[start:begin] in ("及", "和", "与", "、", "暨")
            if named > start and apart and 2 <= match.start() - named <= 6:
                start = named  # 总理及帛琉|惠恕仁
            if start < 0 and match.start() - low <= 5 and (low == 0 or self.folded[low - 1] in "、:;,(\n "):
                start = low
            words = match.group(1).split()
            start = self._past_lead(start, match.start()) if 0 <= start not in self.title_to else start
            if start < 0 or match.start() - start < 2 or not (len(words) >= 2 or "-" in match.group(1)):
                continue
            if not match.group(1)[0].isalpha() or self.reading.text[match.start(1)].islower():
                continue
            if self._town(start, match):
                continue
            self.add(start, match.start(), 12.0)
            self.add(match.start(1), match.end(1), 12.0)

    def _past_lead(self, start: int, end: int) -> int:
        """与|贝尼亚, 企业家|罗伟: words before a name."""
        word = self.reading.word_from(start)
        while word and end - start - len(word) >= 2:
            known = self.lexicon.words.get(word, "")
            sounds = all(char in self.lexicon.transliterating for char in word)
            if word not in FUNCTION and (not known or sounds):
                break
            start += len(word)
            word = self.reading.word_from(start)
        return start

    def _latin_behind(self) -> None:
        """凯特·鲍登(Kate Bowden): the Latin name behind one that was found otherwise."""
        ends = {person.end: person for person in self.found.values() if not person.value}
        for match in _LATIN.finditer(self.folded) if ends else ():
            person = ends.get(match.start())
            if person is None or not self.reading.text[match.start(1)].isupper():
                continue
            words = match.group(1).split()
            foreign = any(char in self.lexicon.transliterating for char in self.folded[person.start])
            if self._full_latin(match) or (foreign and len(words[0]) >= 5 and words[0][1:].islower()):
                self.add(match.start(1), match.end(1), 12.0)

    def _town(self, start: int, match: re.Match[str]) -> bool:
        """宇土市(Uto City): the Latin name is a town's."""
        return (
            bool(_LATIN_TOWN.search(match.group(1)))
            or self.folded[match.start() - 1] in "市县镇乡村町郡州省国岛区城域"
            or self.reading.names_to.get(match.start(), match.start()) <= start
        )

    def _full_latin(self, match: re.Match[str]) -> bool:
        """賈麥岱總統(Alejandro Giammattei): two words or more, each with a capital."""
        words = self.reading.text[match.start(1) : match.end(1)].split()
        return len(words) >= 2 and all(word[0].isupper() for word in words if len(word) > 3)

    def _dotted(self) -> None:
        """Foreign names with a dot."""
        if not any(dot in self.reading.text for dot in DOT) and not _FULL_STOP.search(self.folded):
            return
        sounds = self.lexicon.transliterating | NATIVE
        for match in _around(_JOINT, _DOTTED, 8, self.folded):
            start, end = match.span()
            first_dot = next(at for at in range(start, end) if self.folded[at] in _JOINTS)
            begin = first_dot
            while begin > start and begin not in self.title_to and self.folded[begin - 1] in sounds:
                begin -= 1
            limit = max((at for at in range(start, first_dot) if at in self.title_to), default=begin)
            begin = limit if first_dot - limit <= 5 else max(begin, limit)
            last_dot = max(at for at in range(start, end) if self.folded[at] in _JOINTS)
            stop = self.foreign_end(last_dot + 1, dotted=True)
            if self.folded.startswith("学", stop) and self.folded[stop - 1] == "大":
                continue  # 约翰斯·霍普金斯大学
            if begin < first_dot and stop > last_dot + 1:
                self.add(begin, stop, 10.0)

    def _free_foreign(self) -> None:
        """Add runs of sounds that no dictionary knows, where only a person can stand."""
        folded, reading = self.folded, self.reading
        for match in _around(_ONE_SOUND, _SOUNDS, 4, folded):
            start = match.start()
            while start < match.end() and not (
                reading.boundary[start] and folded[start] in self.lexicon.transliterating
            ):
                start += 1
            end = self.foreign_end(start)
            if not 3 <= end - start <= 7 or end < match.end(1) or not reading.boundary[end]:
                continue
            if self.covered.find(1, start, end) >= 0 or not reading.free(start, end):
                continue
            words = reading.words[reading.index_at(start) : reading.index_at(end - 1) + 1]
            if any(len(word) > 1 and word_class(word)[:2] not in ("", "nr") for word in words):
                continue
            if any(start <= at < end for at in range(start, end) if reading.names_from.get(at, 0) > at + 1):
                continue
            after, before = reading.word_from(end), folded[start - 1 : start]
            spoken = after in STRONG_SPEECH or after in HONORIFIC or after[:2] in STRONG_SPEECH
            met = after in _MEETING and before in ("与", "和", "同", "跟")
            if (spoken or met) and (start == 0 or before in _OPEN_BEFORE or not HAN.match(before)):
                self.add(start, end, 7.0)
