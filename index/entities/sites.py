"""Venues, parks, bridges and temples whose own name no lexicon knows: 格鲁加体育馆, 天滿宮, 海湖莊園.

Called by `places` after the names of the lexicon have been lengthened.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from index.entities.lexicons import alternation, cues
from index.entities.phrases import FUNCTION
from index.entities.reading import Reading, word_class

_HEADS = re.compile(alternation("sites.heads"))


@cache
def _heads() -> AhoCorasick:
    """The same words, for whole texts: ten times as quick as the expression."""
    return AhoCorasick(sorted(cues("sites.heads")), matchkind=MatchKind.LeftmostLongest)


_TEMPLES = re.compile("[宫庙寺祠](?![殿前口前会务产门祝])")
_INNER = cues("sites.inner")
_NOT_OWN = cues("sites.not_own")
_HAN = re.compile("[\u4e00-\u9fff]+")
_OPENS = frozenset("〔〕、,。;:!?()[]【】「」『』“”\n \t|/与和及至往到赴在于从由为是以将等的")
_CLOSES = frozenset("、,。;:!?()[]【】「」『』“”\n \t|/与和及至往到在于为是以将等的前内外旁")
_WORSHIP = frozenset("祈参拜祭上举进拈焚求过")
LONGEST = 7


def find_sites(reading: Reading) -> list[tuple[int, int]]:
    """Spans of sites with a proper noun of their own directly before the word for the kind."""
    spans: list[tuple[int, int]] = []
    for _, head, end in _heads().find_matches_as_indexes(reading.folded):
        if reading.boundary[head] and reading.boundary[end] and reading.free(head, end):
            start = _own_name(reading, head)
            if start == head and _own_zone(reading, head, end):
                start = head - 1
            further = _HEADS.match(reading.folded, end)  # 神山瀑布|步道
            if start < head and further and reading.boundary[further.end()]:
                end = further.end()
            if start < head and reading.folded[end : end + 1] not in ("化", "式", "型", "级"):
                spans.append((start, end))
        elif reading.boundary[end] and reading.free(head, end):
            begin = reading.starts[reading.index_at(head)]  # 天河体育中心 as one word
            known = begin < head and word_class(reading.word_from(begin))[:2] in ("ns", "nt")
            if known and reading.free(begin, end) and begin not in reading.names_from:
                spans.append((begin, end))
    for match in _TEMPLES.finditer(reading.folded):
        start = _temple(reading, match.start())
        if start >= 0:
            spans.append((start, match.end()))
    return spans


def _own_zone(reading: Reading, head: int, end: int) -> bool:
    """市|高新区: the zone of the article's own city."""
    return (
        reading.folded[head - 1 : head] in ("市", "县", "省")
        and bool(reading.boundary[head - 1])
        and reading.folded[head:end] in _ZONES
        and reading.free(head - 1, end)
    )


_ZONES = frozenset("经开区 高新区 开发区 经济技术开发区 高新技术产业开发区 工业园区 产业园区".split())


_JOINED = frozenset("及与和、")


def _own_name(reading: Reading, head: int) -> int:
    """Where the proper noun before `head` begins; `head` if there is none."""
    folded, start, own = reading.folded, head, 0
    while start > 0 and head - start < LONGEST and not reading.taken[start - 1]:
        name = reading.names_to.get(start, -1)
        joined = name >= 0 and not _JOINED.isdisjoint(folded[name:start])
        if name >= 0 and not joined and reading.free(name, start) and head - name <= 12:
            return name
        at = reading.index_at(start - 1)
        word = reading.words[at]
        if not _HAN.fullmatch(word) or word in FUNCTION or word in _NOT_OWN:
            break
        if word in _INNER:
            start = reading.starts[at]
            continue
        if len(word) > 1 and not _proper(word):
            break
        if len(word) == 1 and reading.lexicon.words.get(word, "n") in "vdpcrtm":
            break
        own += len(word)
        start = reading.starts[at]
    while start < head and folded[start] in "向为由从经的及和与":
        start += 1
    return start if 2 <= own <= 5 and _opens(reading, start) else head


@lru_cache(2048)
def _proper(word: str) -> bool:
    """Whether a dictionary word is a name, or unknown to the dictionary."""
    kind = word_class(word)
    return not kind or kind[:2] in ("nr", "ns", "nz", "nt")


def _opens(reading: Reading, start: int) -> bool:
    if start == 0 or reading.folded[start - 1] in _OPENS or reading.taken[start - 1]:
        return True
    before = reading.words[reading.index_at(start - 1)]
    return before in FUNCTION or (len(before) > 1 and word_class(before)[:1] in ("v", "d", "p", "c", "f"))


def _temple(reading: Reading, head: int) -> int:
    """Where the name of a temple whose last character stands at `head` begins, -1 if it is none."""
    folded = reading.folded
    if not reading.boundary[head + 1] or not reading.free(head, head + 1):
        return -1
    after = folded[head + 1 : head + 2]
    if (
        after
        and after not in _CLOSES
        and after not in _WORSHIP
        and word_class(reading.word_from(head + 1))[:1] not in ("v", "d", "p")
    ):
        return -1
    word = reading.words[reading.index_at(head)]
    if len(word) > 1 and (len(word) == 2 or word_class(word)[:1] not in ("", "n")):
        return -1
    begin = reading.starts[reading.index_at(head)]
    for _ in range(3):
        size = head - begin
        if size >= 2 and folded[begin - 1 : begin] in _OPENS:
            break
        name = reading.names_to.get(begin, -1)
        if size >= 2 and name >= 0 and reading.free(name, begin):
            return name
        if begin == 0:
            return -1
        before = reading.words[reading.index_at(begin - 1)]
        if before in FUNCTION or not _HAN.fullmatch(before) or head - begin + len(before) > 5:
            return -1
        begin -= len(before)
    else:
        if folded[begin - 1 : begin] not in _OPENS:
            return -1
    size = head - begin
    return begin if 2 <= size <= 5 and reading.free(begin, head) else -1
