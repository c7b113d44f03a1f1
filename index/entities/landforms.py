"""Waters, hills, bridges and stops whose own name no lexicon knows: 练江, 伊拉桥, 北沟坑.

Called by `places`. One character tells the kind, so that marks or words of place must stand on both sides.
"""

from __future__ import annotations

import re

from index.entities.lexicons import alternation, cues
from index.entities.phrases import FUNCTION
from index.entities.reading import Reading, word_class

_BEHIND = re.compile(alternation("landforms.behind"))
_FIRST_BEHIND = "".join(sorted({word[0] for word in cues("landforms.behind")}))
_KINDS = re.compile(
    f"[桥溪江湖岛港湾峡潭峰岭坝圳渠寮坑埔圩屿礁洲埤陂垸河站](?=$|[、,。;:!?()\\n {_FIRST_BEHIND}])"
)
_OPENS = frozenset("、,。;:!?()[]〔〕【】「」『』“”\n \t|/与和及至往到赴在于从由沿跨经临近位的过对将把")
# what stands before a common noun rather than in a name: 登山, 过江, 大桥, 小溪
_COMMON_FIRST = frozenset(
    "一二两三四五六七八九十几古石木索吊上下登开高深大小冰火雪进出入沿过跨渡临靠治巡护依环拦引排供饮节污废雨洪老新旧该此全本各每沿"
)
_COMMON = cues("landforms.common")


def find_landforms(reading: Reading) -> list[tuple[int, int]]:
    """Spans of such names, one to three characters before the word for the kind."""
    spans: list[tuple[int, int]] = []
    for match in _KINDS.finditer(reading.folded):
        head, end = match.start(), match.start() + 1
        if reading.taken[head] or not reading.boundary[end] or end in reading.names_to:
            continue
        if not "\u4e00" <= reading.folded[end : end + 1] <= "\u9fff" or _BEHIND.match(reading.folded, end):
            start = _own_name(reading, head)
            if start < head:
                spans.append((start, end))
    return spans


def _own_name(reading: Reading, head: int) -> int:
    """Where the name begins that ends with the kind at `head`; `head` if it is no name."""
    folded, lexicon = reading.folded, reading.lexicon
    at = reading.index_at(head)
    start, words = reading.starts[at], 0
    if start == head and folded[head] in "站河" and not _known_before(reading, head):
        return head
    while start > 0 and head - start < 3 and not (head - start == 2 and _opened(reading, start)):
        word = reading.words[reading.index_at(start - 1)]
        if not _can_be_own(reading, word, start):
            break
        start -= len(word)
        words += 1
    name = folded[start : head + 1]
    whole = reading.word_from(start) == name
    if not 3 <= len(name) <= 4 and not (whole and len(name) == 2 and word_class(name) == "ns"):
        return head
    counted = len(name) == 4 and name[0] in _NUMERALS  # 五魁寮溪
    if (
        (name[0] in _COMMON_FIRST and not counted)
        or name in _COMMON
        or name[-3:] in _COMMON
        or name in lexicon.words
    ):
        return head
    if whole and word_class(name)[:2] not in ("", "ns"):
        return head
    return start if _opened(reading, start) and reading.free(start, head + 1) else head


def _opened(reading: Reading, start: int) -> bool:
    """Whether a name may begin at `start`: behind a mark, a preposition, a verb or another name."""
    if start == 0 or reading.folded[start - 1] in _OPENS or start in reading.names_to:
        return True
    before = reading.words[reading.index_at(start - 1)]
    return len(before) > 1 and word_class(before)[:1] in ("v", "p", "f")


_NUMERALS = frozenset("一二三四五六七八九十")


def _known_before(reading: Reading, head: int) -> bool:
    """Whether the word before 站 or 河 is a name of a place by itself or no word at all: 兀兰|站."""
    word = reading.words[reading.index_at(head - 1)] if head else ""
    return head in reading.names_to or (len(word) > 1 and word_class(word)[:2] in ("", "ns"))


def _can_be_own(reading: Reading, word: str, end: int) -> bool:
    """Whether a word before the kind can be part of its own name."""
    if (
        end in reading.names_to
        or word in FUNCTION
        or not "\u4e00" <= word[0] <= "\u9fff"
        or reading.taken[end - 1]
    ):
        return False
    if len(word) == 1:
        return reading.lexicon.words.get(word, "n") not in "vadpcrtmf"
    return word not in reading.lexicon.words and word_class(word)[:2] in ("", "ns", "nr", "nz")
