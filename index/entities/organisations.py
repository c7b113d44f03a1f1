"""Organisations: names of the lexicon, and names composed backwards from a last word (委员会, 公司, 局).

Called by `recogniser` after titles and people have taken their spans.
"""

from __future__ import annotations

import re

from index.entities.lexicons import Kind
from index.entities.phrases import prefix_of, tail_words
from index.entities.reading import Reading

# last words before which the rest of the name is a proper noun, possibly unknown to the dictionary
_PROPER = frozenset(
    "国小 国中 高中 小学 中学 大学 实小 医院 公司 有限公司 股份有限公司 集团 幼儿园 幼稚园 附幼 高职 高商 高工 学院 基金会 寺 庙 宫 "
    "茶厂 制茶厂 农场 剧团 乐团 银行 控股 科技 饭店 酒店 书院 文教基金会 出版社 事务所".split()
)
_SINGLE_HEADS = frozenset("局 厅 处 署 司 部 科 队 厂 军 师 旅 团 党 寺 庙 宫".split())
_LEGION = re.compile(r"第[一二三四五六七八九十百\d]{1,4}(?:集团军|军|师|旅|团|舰队)$")


def find_organisations(reading: Reading) -> list[tuple[int, int]]:
    """Spans of organisations, longest first where they overlap; they may cover places."""
    spans: list[tuple[int, int]] = []
    for hit in reading.hits:
        if not reading.free(hit.start, hit.end):
            continue
        if hit.kinds & (Kind.ORGANISATION | Kind.LOCAL):
            if not (reading.boundary[hit.start] and reading.boundary[hit.end]):
                continue
            start = _before_body(reading, hit.start) if hit.kinds & Kind.LOCAL else _state_before(reading, hit.start)
            spans.append((start, hit.end))
        elif hit.kinds & Kind.ORGANISATION_HEAD:
            span = _compose(reading, hit.start, hit.end)
            if span:
                spans.append(span)
    return longest(spans)


def _before_body(reading: Reading, start: int) -> int:
    """The start of the place name directly before a local body (江西|省委)."""
    name = reading.names_to.get(start, -1)
    return name if name >= 0 and reading.free(name, start) else start


def _state_before(reading: Reading, start: int) -> int:
    """The start of the country or place directly before a body (中国|外交部)."""
    name = reading.names_to.get(start, -1)
    if name >= 0 and reading.free(name, start) and reading.boundary[name]:
        return name
    return start


def _compose(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    lexicon, folded = reading.lexicon, reading.folded
    head = folded[start:end]
    if not reading.boundary[start] and len(head) == 1 and reading.words[reading.index_at(start)] in lexicon.generic:
        return None
    prefix = prefix_of(reading, start, singles=2 if head in _PROPER else 0)
    if prefix.start >= start:
        return None
    if prefix.anchored:
        if folded[prefix.start : end] in lexicon.generic:
            return None
        if len(head) == 1 and head not in "局厅处署司部党" and prefix.words > 3:
            return None
        return prefix.start, end
    span = tail_words(reading, prefix.start, start, 3)
    name = folded[span:end]
    if name in lexicon.generic or len(name) < 3 or len(name) > 14:
        return None
    if head in _PROPER and start - span >= 2:
        word = reading.words[reading.index_at(start - 1)]
        if word in lexicon.words and lexicon.words[word] != "n" or (start - span) == len(word) and word in lexicon.words:
            return None
        return span, end
    if lexicon.head_classes.get(head) == "specific" and start - span >= 2:
        if any(name[at:] in lexicon.generic for at in range(len(name) - len(head))):
            return None
        return (span, end) if len(head) > 1 or _dictionary_body(reading, span, end) else None
    return None


def _dictionary_body(reading: Reading, start: int, end: int) -> bool:
    """Whether 农业局, 体育局 and the like: the last word with its department is one dictionary word or follows nouns."""
    at = reading.index_at(end - 1)
    word = reading.words[at]
    if len(word) == 1:
        before = reading.words[at - 1] if at else ""
        return len(before) >= 2 and (before in reading.lexicon.words or word in "局署处厅") and word in "局署处厅"
    return len(word) >= 3 and word not in reading.lexicon.generic and word not in reading.lexicon.words or word[-1] in "局署厅"


def longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Non-overlapping spans, longer ones preferred, in order."""
    chosen: list[tuple[int, int]] = []
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            chosen.append((start, end))
            last = end
        elif end > last and end - start > chosen[-1][1] - chosen[-1][0]:
            chosen[-1] = (start, end)
            last = end
    return chosen
