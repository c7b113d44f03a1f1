"""Firms called by a name of their own and their trade, without 公司: 群创光电.

Called by `organisations`.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

from index.entities.lexicons import alternation, cues
from index.entities.phrases import FUNCTION
from index.entities.reading import Reading, word_class

_FIRM = re.compile(
    r"[、,:(“「和与及对赴向访研察到业]([一-龥]{2,4}?)"
    + alternation("organisations.trades")
    + r"(?=[、,。;)(”」和与及等的]|集团|企业|项目|总[经裁]|负责|董事|研发|生产|车间)"
)


@cache
def _trades() -> AhoCorasick:
    return AhoCorasick(sorted(cues("organisations.trades")))


def find_firms(reading: Reading) -> list[tuple[int, int]]:
    """Spans of firms where only a firm can stand: in lists, after 走访 and the like, before 企业, 负责人."""
    spans: list[tuple[int, int]] = []
    if not _trades().find_matches_as_indexes(reading.folded):
        return spans
    for match in _FIRM.finditer(reading.folded):
        start, trade, end = *match.span(1), match.end()
        cut = reading.boundary[start] and reading.boundary[trade] and reading.boundary[end]
        if cut and reading.names_from.get(start) == trade and reading.free(start, end):
            if reading.folded[trade:end] in _OF_PLACE and reading.folded[end] != "项":
                spans.append((start, end))
        elif cut and reading.free(start, end) and match.group(1) not in reading.lexicon.words:
            words = reading.words[reading.word_numbers[start] : reading.word_numbers[trade]]
            if all(_own(reading, word) for word in words):
                spans.append((start, end))
    return spans


# 长江|电力, 大庆|石化: trades that make a firm's name of a place's
_OF_PLACE = frozenset("石化 电力 能源 动力 重工 钢铁 铝业 铜业 航空 药业 酒业 水务 光电 新材 控股".split())


def _own(reading: Reading, word: str) -> bool:
    """Whether a word can be part of a firm's own name."""
    if word in FUNCTION:
        return False
    if len(word) == 1:
        return reading.lexicon.words.get(word, "n") not in "vdpcrtm"
    return word not in reading.lexicon.words and word_class(word)[:2] in ("", "nr", "nz", "nt")
