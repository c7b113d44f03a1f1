"""Titles in 《》 and 〈〉. Called by `recogniser`."""

from __future__ import annotations

import re

from index.entities.reading import Reading
from index.model import Mention, MentionType

_OPENING = re.compile(r"[《〈]")
_NEWSPAPER = re.compile(
    r"(?:日报|晚报|早报|时报|周报|晨报|快报|邮报|新闻报|商报|新闻|周刊|杂志社|卫报|泰晤士报|(?<![公简月通海汇情喜捷预警电年季])报)$"
)
_DISPATCH = re.compile(r"\d{1,2}日.{0,6}(?:专电|讯|电|报道)$")
_MAGAZINES = frozenset(
    "求是 红旗 旗帜 党建 半月谈 瞭望 财经 环球 自然 科学 柳叶刀 经济学人 参考消息 财新 南风窗 "
    "三联生活周刊 新华每日电讯 香港01 nature science time".split()
)
_PERIODICAL = ("杂志", "期刊", "周刊", "月刊", "学报")
_PARTIES = re.compile("第[一二三四五六七八九十百\\d]{1,4}次缔约方")  # the meeting, not the convention
_NOT_TITLE = re.compile(r"\n")
LONGEST = 120


def find_documents(reading: Reading) -> list[Mention]:
    """Documents in title marks; a newspaper's name in title marks is an organisation."""
    folded, text = reading.folded, reading.text
    found: list[Mention] = []
    after = 0
    for opening in _OPENING.finditer(folded):
        start = opening.end()
        if start <= after:
            continue
        end = _closing(folded, start, opening.group())
        if end is None or not folded[start:end].strip():
            continue
        after = end
        title = folded[start:end]
        if _DISPATCH.search(title) or _PARTIES.match(folded, end + 1):
            continue
        newspaper = (_NEWSPAPER.search(title) and len(title) <= 8) or title in _MAGAZINES
        newspaper = newspaper or folded.startswith(_PERIODICAL, end + 1)
        kind = MentionType.ORGANISATION if newspaper else MentionType.DOCUMENT
        found.append(Mention(kind, start, end, text[start:end], "" if newspaper else text[start:end]))
    return found


def _closing(folded: str, start: int, mark: str) -> int | None:
    """Where the title that begins at `start` ends, nested titles counted; None if it never does."""
    opening, closing = ("《", "》") if mark == "《" else ("〈", "〉")
    depth = 1
    for position in range(start, min(len(folded), start + LONGEST)):
        char = folded[position]
        if char == "\n":
            return None
        if char == opening:
            depth += 1
        elif char == closing:
            depth -= 1
            if depth == 0:
                return position
    # an unbalanced nested mark: the first closing one will do
    first = folded.find(closing, start, start + LONGEST)
    return first if first > 0 and not _NOT_TITLE.search(folded, start, first) else None
