"""Places that no lexicon knows, established by the article itself: 云州市, 白石市, 林登豪森市.

Called by `recogniser` before the finders; it adds what it finds to the hits of the reading. A name counts
when it comes again with its kind (市, 县, 新区), stands in the name of a body (云州市政府), or follows its
province.
"""

from __future__ import annotations

import re

from index.entities.lexicons import Kind, cues
from index.entities.phrases import FUNCTION
from index.entities.reading import Hit, Reading, occurrences

_KIND = re.compile("新区|[市省县镇乡村区町]")
_BODY = re.compile(
    "(?:党?[委府]|政府|政协|人大|人民|纪委|公安|中级|常务|党政|管委会|党工委|第[一二三四五六七八九十])"
)
_NEVER = cues("places.never_local")
_OPEN_CLASSES = frozenset("vadpcrtmf")
MOST_NAMES = 60


def add_local_places(reading: Reading) -> None:
    """Find the unknown divisions of the text and add all their occurrences to `reading.hits`."""
    names: dict[str, str] = {}
    tried: set[str] = set()
    for match in _KIND.finditer(reading.folded):
        head, end = match.span()
        if end in reading.names_to or head in reading.names_to or len(names) >= MOST_NAMES:
            continue
        if not (reading.boundary[head] or reading.boundary[end]):
            continue
        for size in _sizes(reading, head):
            start = head - size
            if start < 0:
                break
            name = reading.folded[start:end]
            if name in names:
                break
            if name in tried or not _can_be(reading, start, head, end):
                continue
            if _established(reading, start, head, end):
                tried.add(name)
                names[name] = reading.folded[start:head]
                break
    for name, short in names.items():
        _add_all(reading, name)
        if short not in reading.lexicon.words and short not in reading.lexicon.people:
            _add_all(reading, short)


def _sizes(reading: Reading, head: int) -> tuple[int, ...]:
    """The lengths a name before a kind may have: a run that transliterates (霍恩海姆|市), 2 and 3."""
    start = head
    while start > 0 and head - start < 7 and reading.folded[start - 1] in reading.lexicon.transliterating:
        start -= 1
    return (head - start, 2, 3) if 4 <= head - start <= 6 else (3, 2) if head - start == 3 else (2, 3)


def _can_be(reading: Reading, start: int, head: int, end: int) -> bool:
    """Whether the characters before a kind could be a proper name."""
    folded, lexicon = reading.folded, reading.lexicon
    if not reading.boundary[start] or not (reading.boundary[head] or reading.boundary[end]):
        return False
    if not reading.boundary[head] and reading.words[reading.index_at(head)] in lexicon.words:
        return False
    if reading.taken.find(1, start, end) >= 0 or folded[start:end] in lexicon.words:
        return False
    if folded[start:end] in lexicon.townships and head - start >= 2:
        return True
    name = folded[start:head]
    if (
        name[0] in "全各某本该每我第部一二三四五六七八九十两几"
        or not _HAN.fullmatch(name)
        or name[-1] in _INNER
        or name in _NEVER
    ):
        return False
    if len(name) > 3 or (len(name) == 3 and folded[end - 1] in "村乡区"):
        return (
            len(name) >= 3
            and all(char in lexicon.transliterating for char in name)
            and folded[end - 1] in "市省县"
        )
    words = reading.words[reading.index_at(start) : reading.index_at(head - 1) + 1]
    if any(word in FUNCTION or word in _NEVER for word in words):
        return False
    kinds = [lexicon.words.get(word, "") for word in words]
    if any(kind and kind in _OPEN_CLASSES and len(word) > 1 for word, kind in zip(words, kinds, strict=True)):
        return False
    if len(words) > 1 and all(len(word) > 1 for word in words):
        return False
    return (
        not any(at in reading.names_to for at in range(start + 1, head)) and start not in reading.titles_from
    )


_NEVER_FIRST = frozenset("全各某本该每我一二三四五六七八九十两几")
_HAN = re.compile("[\u4e00-\u9fff]+")
_INNER = frozenset("届省市县区镇乡村城全各多数几两三四五六七八九十百个的在于为新大小老")


def _established(reading: Reading, start: int, head: int, end: int) -> bool:
    """Whether the article speaks of the name as a place."""
    folded = reading.folded
    name = folded[start:end]
    if len(name) >= 3 and name[-1] in "镇乡" and name in reading.lexicon.townships:
        return True
    usual = folded[start:head] in reading.lexicon.words
    times = sum(not folded.startswith("长", at + len(name)) for at in occurrences(folded, name))
    if not times or folded[start : start + 2] in reading.lexicon.surnames:
        return False
    if name[-1] == "町":
        return "日本" in folded
    if usual:
        return folded[end - 1] in "市省县镇区" and any(
            _BODY.match(folded, at + len(name)) for at in occurrences(folded, name)
        )
    if times > 1 or _BODY.match(folded, end):
        return True
    before = reading.names_to.get(start, -1)
    return before >= 0 and folded[start - 1] in "省市县州区"


def _add_all(reading: Reading, name: str) -> None:
    for start in occurrences(reading.folded, name):
        end = start + len(name)
        if not reading.boundary[start] or reading.taken.find(1, start, end) >= 0:
            continue
        if reading.names_from.get(start, 0) >= end or reading.names_to.get(end, end) <= start:
            continue
        reading.hits.append(Hit(start, end, Kind.PLACE))
        reading.names_from[start] = end
        reading.names_to[end] = start
