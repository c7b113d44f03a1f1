"""Places that no lexicon knows, established by the article itself: 云州市, 白石市, 林登豪森市.

Called by `recogniser` before the finders; it adds what it finds to the hits of the reading. A name counts
when it comes again with its kind (市, 县, 新区), stands in the name of a body (云州市政府), or follows its
province.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from index.entities.lexicons import cues
from index.entities.phrases import FUNCTION
from index.entities.reading import Reading, occurrences

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
    printed: dict[str, _Printed] = {}
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
            if not _can_be(reading, start, head, end):
                continue
            if name not in printed:
                printed[name] = _printed(reading.folded, name)
            if _established(reading, start, head, end, printed[name]):
                names[name] = reading.folded[start:head]
                break
    for start, end in _below_towns(reading):
        reading.add_place(start, end)
    for start, end in chain(
        _villages(reading),
        _neighbourhoods(reading),
        _rows_of_villages(reading),
        _datelines(reading),
        _listed(reading),
    ):
        names.setdefault(reading.folded[start:end], reading.folded[start:end])
    for name, short in names.items():
        _add_all(reading, name)
        if short not in reading.lexicon.words and short not in reading.lexicon.people:
            _add_all(reading, short)


_TOWN = re.compile("(?:街道|[镇乡])(?=([\u4e00-\u9fff]{2,4}?)(村|社区|嘎查)(?![庄民落容貌史级镇里]))")
_NO_VILLAGE = frozenset("各全每某该个的和与及等多下古农新旧老行政内将把在到有对向从")


def _below_towns(reading: Reading) -> Iterator[tuple[int, int]]:
    """Towns and the villages named directly behind them: 九龙镇|活石水村, 瓶窑镇|长命村."""
    folded = reading.folded
    if "村" not in folded and "社区" not in folded and "嘎查" not in folded:
        return
    for match in _TOWN.finditer(folded):
        end, last = match.end(), match.end(2)
        if not _NO_VILLAGE.isdisjoint(match.group(1)) or not reading.free(match.start(), last):
            continue
        if not reading.boundary[last] and folded[last] not in "党支两委":
            continue
        sizes = range(1, 4) if match.group() != "街道" else range(2, 5)
        for start in (match.start() - size for size in sizes):
            known = start >= 0 and (
                folded[start:end] in reading.lexicon.townships or start in reading.names_to
            )
            if known and reading.boundary[start] and reading.names_from.get(start, 0) <= end:
                yield start, end
                yield end, last
                break


_VILLAGE = re.compile(
    r"(?:来到|走进|深入|前往|位于|走访|驱车|赶到|抵达|奔赴|地处|坐落于|[、,。;:\n在到赴从了是至于])"
    r"([\u4e00-\u9fff]{2,3}?(?:村|社区|圩|屯|寨|苏木|嘎查))(?![长委支民庄落里级容史落企])"
)
_NEIGHBOURHOOD = re.compile("里(?<=[\u4e00-\u9fff]{2}里)(?=里?[长民]|市民活动中心|活动中心|社区|办公处)")
_NO_NEIGHBOURHOOD = frozenset("公这那哪邻乡城家村市镇区心手眼夜家屋里校厂店院")
_MANY = re.compile(
    r"(?:等\d{0,2}[一二三四五六七八九十两多几]?个?|个)(?:重灾|受灾|重点|偏远)?"
    r"(?:乡镇|镇街|镇村|街镇|街道|镇|乡|村|社区|县区|县市区|县市|县|区县|村庄|行政村)"
)
_VILLAGE_KINDS = ("村", "社区", "圩", "屯", "寨", "苏木", "嘎查")
_SURE_LEADS = ("来到", "走进", "深入", "前往", "位于", "走访", "赶到", "抵达", "奔赴", "地处")


def _villages(reading: Reading) -> Iterator[tuple[int, int]]:
    """Villages where only a place can stand: 来到石盆村, 走进桂花社区."""
    if not any(kind in reading.folded for kind in _VILLAGE_KINDS):
        return
    for match in _VILLAGE.finditer(reading.folded):
        start, end = match.span(1)
        while start < end - 2 and reading.word_from(start) in FUNCTION:
            start += len(reading.word_from(start))
        if not reading.boundary[start] or not reading.boundary[end] or start in reading.names_from:
            continue
        head = end - 2 if reading.folded[end - 2 : end] in ("社区", "苏木", "嘎查") else end - 1
        if head - start < 2 or not reading.free(start, end):
            continue
        name = reading.folded[start:head]
        words = reading.words[reading.index_at(start) : reading.index_at(head - 1) + 1]
        usual = name in reading.lexicon.words and not match.group().startswith(_SURE_LEADS)
        if usual or name in _NEVER or name[0] in _NEVER_FIRST or name[-1] in _INNER:
            continue
        if all(word not in _NEVER and word not in FUNCTION and _nominal(reading, word) for word in words):
            yield start, end


def _neighbourhoods(reading: Reading) -> Iterator[tuple[int, int]]:
    """立人里|里长, 上枫里|活动中心: the smallest units of Taiwan's towns."""
    for match in _NEIGHBOURHOOD.finditer(reading.folded):
        start, end = match.start() - 2, match.end()
        if not reading.boundary[start] or start in reading.names_from or not reading.free(start, end):
            continue
        if reading.folded[end - 2] not in _NO_NEIGHBOURHOOD and reading.word_from(start) not in FUNCTION:
            yield start, end


def _nominal(reading: Reading, word: str) -> bool:
    return len(word) == 1 or reading.lexicon.words.get(word, "n") not in _OPEN_CLASSES


_LISTED_VILLAGES = re.compile("[村里](?:、[\u4e00-\u9fff]{2,3}[村里])+")


def _rows_of_villages(reading: Reading) -> Iterator[tuple[int, int]]:
    """大进村、大马村, 鸭寮里、竹西里: units of one kind in a row."""
    for match in _LISTED_VILLAGES.finditer(reading.folded):
        start = max(0, match.start() - 2)
        parts = reading.folded[start : match.end()].split("、")
        if parts[-1][-1] == "里" and len(parts[0]) < 3:  # 在家里、机构里
            continue
        for part in parts:
            end = start + len(part)
            name = part[:-1]
            inside = start in reading.names_to or start + 1 in reading.names_to
            usual = (
                inside or part in reading.lexicon.words or name in _NEVER or not _NO_VILLAGE.isdisjoint(name)
            )
            whole = len(part) > 2
            opens = whole and reading.boundary[start] and reading.word_from(start) not in FUNCTION
            if opens and not usual and start not in reading.names_from and reading.free(start, end):
                yield start, end
            start = end + 1


_DATELINE = re.compile("[社报讯网]([\u4e00-\u9fff]{2,3})(?=\\d{1,2}月\\d{1,2}日[电讯])")


def _datelines(reading: Reading) -> Iterator[tuple[int, int]]:
    """海南日报|万城|10月20日电: where a report was sent from."""
    for match in _DATELINE.finditer(reading.folded, 0, 300):
        start, end = match.span(1)
        usual = reading.folded[start:end] in reading.lexicon.words or start in reading.names_from
        if reading.boundary[start] and reading.free(start, end) and not usual:
            yield start, end


def _listed(reading: Reading) -> Iterator[tuple[int, int]]:
    """The items of a list before 等5个乡镇 that could be names."""
    folded = reading.folded
    for match in _MANY.finditer(folded):
        end, found = match.start(), []
        while match.group()[0] == "个" and end > 0 and folded[end - 1] in _COUNTS:
            end -= 1
        for _ in range(MOST_LISTED):
            start = end
            while start > 0 and end - start < 5 and _HAN.fullmatch(folded[start - 1]):
                if folded[start - 1] in "、和":
                    break
                start -= 1
            joined = folded[start - 1 : start] in ("、", "和")
            found.append((start, end))
            if not joined or start == end:
                break
            end = start - 1
        if len(found) > 1:
            yield from (span for start, end in found if (span := _listed_name(reading, start, end)))


MOST_LISTED = 20
_COUNTS = frozenset("0123456789两三四五六七八九十")


def _listed_name(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The name that ends at `end`, without the verb that leads the list; None if it can be none."""
    while start < end and (
        not reading.boundary[start]
        or reading.word_from(start) in FUNCTION
        or reading.word_from(start) in _LISTING
    ):
        start += 1
    name = reading.folded[start:end]
    known = any(name + kind in reading.lexicon.townships for kind in ("镇", "乡", "街道"))
    new = known or (name not in reading.lexicon.words and name not in _NEVER)
    if new and 2 <= len(name) <= 4 and reading.boundary[end] and start not in reading.names_from:
        return start, end
    return None


_LISTING = frozenset(
    "涉及 包括 覆盖 辐射 位于 走进 深入 来到 前往 途经 流经 惠及 全市 全县 全区 辖区".split()
)


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


class _Printed(NamedTuple):
    """How often an article prints a name, and whether once before a body of government."""

    times: int
    governed: bool


def _printed(folded: str, name: str) -> _Printed:
    ends = [at + len(name) for at in occurrences(folded, name)]
    return _Printed(
        sum(not folded.startswith("长", end) for end in ends), any(_BODY.match(folded, end) for end in ends)
    )


def _established(reading: Reading, start: int, head: int, end: int, printed: _Printed) -> bool:
    """Whether the article speaks of the name as a place."""
    folded = reading.folded
    name = folded[start:end]
    if len(name) >= 3 and name[-1] in "镇乡" and name in reading.lexicon.townships:
        return True
    usual = folded[start:head] in reading.lexicon.words
    if not printed.times or folded[start : start + 2] in reading.lexicon.surnames:
        return False
    if name[-1] == "町":
        return "日本" in folded
    if usual:
        return folded[end - 1] in "市省县镇区" and printed.governed
    if printed.times > 1 or _BODY.match(folded, end):
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
        reading.add_place(start, end)
