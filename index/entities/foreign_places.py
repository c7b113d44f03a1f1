"""Foreign places that no lexicon knows: 波克罗夫斯克, 杰巴利耶难民营, 内察里姆走廊.

Called by `recogniser` before the finders, as `local_places` is; it adds what it finds to the hits of the
reading. A run of transliterating characters is a place when a word for its kind follows, when it stands in
a list before 等地 or 等方向, or when a known town's name goes on (波克罗夫|斯克).
"""

from __future__ import annotations

import re

from index.entities.lexicons import Kind, alternation
from index.entities.phrases import FUNCTION
from index.entities.reading import Hit, Reading

# characters that hardly stand in Chinese words
_SOUND = frozenset("贝斯尔克夫茨诺姆赫顿蒂埃奥伊莱瓦洛泽弗鲁穆萨哈扎佩贝契罗拉迪尼卡塔亚娅蒙纳基利达格沃")
_PART = re.compile("州|邦|省|市|县|镇|村|岛|河|湖|湾|港|" + alternation("places.foreign_kinds"))
_BESIDE = re.compile(alternation("places.foreign_beside"))
_LISTED = re.compile(r"等(?:\d+个|多个|多|几个)?(?:方向|地|州|城市|市镇|省|定居点|居民点|村|国家|街区|镇)")
_LEADS = frozenset("在向从对往赴距的和与及至到于俄乌以")
_AND = frozenset("、和与及")
_CAMPS = frozenset(("难民营", "走廊", "空军基地", "定居点"))
LONGEST = 9


def add_foreign_places(reading: Reading) -> None:
    """Find the unknown foreign places of the text and add all their occurrences to `reading.hits`."""
    if not _abroad(reading):
        return
    found = _lengthened(reading)
    folded = reading.folded
    for match in _PART.finditer(folded):
        start = _run_before(reading, match.start(), match.group() in _CAMPS)
        if start >= 0 and reading.boundary[match.end()]:
            found.append((start, match.end()))
    for match in _BESIDE.finditer(folded):
        start = _run_before(reading, match.start())
        if start >= 0 and _alone(reading, start):
            found.append((start, match.start()))
    for match in _LISTED.finditer(folded):
        found.extend(_list_before(reading, match.start()))
    names = {folded[start:end] for start, end in found}
    inside = bytearray(len(folded) + 1)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        _add(reading, name, inside)
    if names:
        reading.hits = [
            hit
            for hit in reading.hits
            if inside.find(0, hit.start, hit.end) >= 0 or reading.names_from.get(hit.start, 0) == hit.end
        ]


_HOME = frozenset(("中国", "台湾", "中华民国", "香港", "澳门", ""))


def _abroad(reading: Reading) -> bool:
    """Whether the article names a country or town abroad at all."""
    folded, countries = reading.folded, reading.lexicon.countries
    return any(
        countries.get(folded[start:end], "") not in _HOME or (end - start > 2 and _sounds(folded[start:end]))
        for start, end in reading.names_from.items()
    )


def _sounds(text: str) -> bool:
    return sum(char in _SOUND for char in text) * 2 >= len(text)


def _run_before(reading: Reading, end: int, sure: bool = False) -> int:
    """Where the transliterating run before `end` begins; -1 if it cannot be an unknown name.

    `sure`: what follows hardly follows anything but a name (难民营).
    """
    folded, lexicon = reading.folded, reading.lexicon
    start = end
    while start > 0 and end - start < LONGEST and folded[start - 1] in lexicon.transliterating:
        start -= 1
    while start < end and not _may_open(reading, start):
        start += 1
    return start if _unknown(reading, start, end, sure) else -1


def _common(word: str, reading: Reading) -> bool:
    """Whether a word is in the dictionary and does not sound foreign through and through (贝尔)."""
    return len(word) > 1 and word in reading.lexicon.words and not all(char in _SOUND for char in word)


def _may_open(reading: Reading, start: int) -> bool:
    """Whether an unknown name may begin here: no particle, common word, country or known town does."""
    folded, lexicon, word = reading.folded, reading.lexicon, reading.word_from(start)
    if not word or (word in FUNCTION and word != "内") or _common(word, reading):
        return False
    name = folded[start : reading.names_from.get(start, start)]
    return len(name) < 3 and name not in lexicon.countries and name not in lexicon.divisions


def _unknown(reading: Reading, start: int, end: int, sure: bool = False) -> bool:
    """Whether the span sounds foreign and holds no common word and no known name."""
    folded = reading.folded
    if end - start < 3 or not reading.free(start, end):
        return False
    if not _sounds(folded[start:end]) and not sure:
        return False
    words = reading.words[reading.index_at(start) : reading.index_at(end - 1) + 1]
    if any(_common(word, reading) for word in words):
        return False
    return not any(reading.names_from.get(at, 0) > at + 1 for at in range(start + 1, end))


def _alone(reading: Reading, start: int) -> bool:
    """Whether a mark, a letter of a state or a word like 在, 向 stands before."""
    before = reading.folded[start - 1 : start]
    return (
        not before or not "\u4e00" <= before <= "\u9fff" or before in "在向从对往赴距的、和与及至到于俄乌以"
    )


def _list_before(reading: Reading, end: int) -> list[tuple[int, int]]:
    """The unknown names of a list that ends at `end`: 哈尔科夫、波克罗夫斯克和托列茨克|等方向."""
    folded = reading.folded
    found: list[tuple[int, int]] = []
    for _ in range(12):
        known = reading.names_to.get(end, -1)
        start = known if known >= 0 else end
        while known < 0 and start > 0 and end - start < LONGEST:
            if folded[start - 1] not in reading.lexicon.transliterating or folded[start - 1] in _AND:
                break
            start -= 1
        if end - start < 2 or (known < 0 and not _unknown(reading, start, end)):
            break
        if known < 0:
            found.append((start, end))
        if folded[start - 1 : start] not in _AND:
            break
        end = start - 1
    return found


def _lengthened(reading: Reading) -> list[tuple[int, int]]:
    """Names of foreign towns that go on in sounds: 波克罗夫|斯克, 第聂伯罗|彼得罗夫斯克."""
    folded, lexicon = reading.folded, reading.lexicon
    found = []
    for start, end in reading.names_from.items():
        if end - start < 3 or folded[start:end] in lexicon.divisions or not _sounds(folded[start:end]):
            continue
        stop = end
        while stop < len(folded) and stop - end < LONGEST and folded[stop] in lexicon.transliterating:
            stop += 1
        while stop > end and not reading.boundary[stop]:
            stop -= 1
        tail = folded[end:stop]
        words = reading.words[reading.index_at(end) : reading.index_at(stop - 1) + 1] if tail else []
        if len(tail) < 2 or any(word in lexicon.words and len(word) > 1 for word in words):
            continue
        if all(char in _SOUND or char in "彼得" for char in tail):
            found.append((start, stop))
    return found


def _add(reading: Reading, name: str, inside: bytearray) -> None:
    """Add every occurrence of a name; `inside` marks what they cover."""
    folded = reading.folded
    at = folded.find(name)
    while at >= 0:
        end = at + len(name)
        if reading.free(at, end) and reading.names_from.get(at, 0) < end:
            reading.hits.append(Hit(at, end, Kind.PLACE))
            reading.names_from[at] = end
            reading.names_to[end] = at
            reading.boundary[at] = reading.boundary[end] = 1
            inside[at:end] = b"\1" * len(name)
        at = folded.find(name, end)
