"""People whom a decision names before their post: 聘任陶启明为总经理, 免去:邵永兴的市教育局局长职务.

吴越任校长 at the head of a line is one, too. The word between tells that a name ends there; what stands
before it must open a clause. Called by `persons`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.entities.lexicons import cues
from index.entities.odds import FINE, odds

if TYPE_CHECKING:
    from index.entities.names import NameReader
    from index.entities.titles import Title

_BRACKET = re.compile(r"\([男女][^()]{0,8}\)$")
_OPENING = frozenset("\n;。,: 、")
_OTHER_TAKING = frozenset("现兼出担历曾时接就转调拟新连主上前后")  # 现任, 兼任: they do not end a name
_DECIDING = cues("persons.deciding")
TAKEN_AWAY = re.compile(r"[^。;\n]{0,30}?职务")
ENOUGH = 4.0


def find_decided(reader: NameReader, titles: list[Title]) -> None:
    """Keep the names before 为 and a post, and before 的 and a post that a decision takes away."""
    folded = reader.folded
    for title in titles:
        link = folded[title.start - 1 : title.start]
        if link == "的" and not TAKEN_AWAY.match(folded, title.end):
            continue
        if link not in ("为", "的", "任") or title.start < 3:
            continue
        end = title.start - 1
        if link == "任":
            if title.anchored and folded[end - 1] not in _OTHER_TAKING:
                _keep_line(reader, end)
            continue
        bracket = _BRACKET.search(folded, max(0, end - 12), end)
        _keep(reader, bracket.start() if bracket else end)


def _keep(reader: NameReader, end: int) -> None:
    """Keep the name that ends at `end`, and those listed before it."""
    for size in (3, 2, 4):
        start = end - size
        if start < 0 or not _opens(reader, start) or reader.covered.find(1, start, end) >= 0:
            continue
        name = reader.chinese(start, ENOUGH, fixed=end)
        if name is not None and name[1] >= ENOUGH and reader.add(start, end, name[1]):
            before = reader.folded[start - 1 : start]
            if before in ("、", "和"):
                bracket = _BRACKET.search(reader.folded, max(0, start - 13), start - 1)
                _keep(reader, bracket.start() if bracket else start - 1)
            return


def _keep_line(reader: NameReader, end: int) -> None:
    """Keep the name between the beginning of a line and 任: in a notice nothing else stands there."""
    for size in (3, 2):
        start = end - size
        if start < 0 or (start > 0 and reader.folded[start - 1] != "\n"):
            continue
        known = odds(reader.folded[start:end], 1) if reader.folded[start] in reader.lexicon.surnames else None
        if known is not None and known.rule == FINE and known.base > 0:
            reader.add(start, end, ENOUGH)


def _opens(reader: NameReader, start: int) -> bool:
    if start == 0 or reader.folded[start - 1] in _OPENING or reader.folded[start - 1] == "和":
        return True
    return reader.reading.words[reader.reading.index_at(start - 1)] in _DECIDING
