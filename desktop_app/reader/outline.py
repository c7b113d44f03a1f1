"""The outline of a long article: parts, chapters and articles of laws, numbered heads of reports, # headings.

Found in the text as printed, in a worker (`material.gather`); `outline_drawer` shows it. No Qt here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAST = 3  # so many heads make an outline
LONGEST = 36  # characters of a head; the rest of its paragraph is text
_NUMBER = r"[一二三四五六七八九十百千零〇两兩\d]{1,7}"
_KINDS: tuple[re.Pattern[str], ...] = (  # from the widest to the narrowest
    re.compile(rf"第{_NUMBER}\s*[编編](?=\s|\u3000|$|[^条條])"),
    re.compile(rf"第{_NUMBER}\s*分[编編]"),
    re.compile(rf"(?:第{_NUMBER}\s*章(?=\s|\u3000|$|\S{{1,20}}$)|附\s*[则則]$)"),
    re.compile(rf"第{_NUMBER}\s*[节節](?=\s|\u3000|$|\S{{1,20}}$)"),
    re.compile(rf"第{_NUMBER}\s*[条條](?=\s|\u3000|$|[^第、，,和至及与與之的规規])"),
    re.compile(r"[一二三四五六七八九十百]{1,4}\s*、"),
    re.compile(r"[（(]\s*[一二三四五六七八九十百]{1,4}\s*[）)]"),
)
_ARTICLE = 4  # 第一条
_HASHES = re.compile(r"(#{1,6})\s+\S")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP = re.compile(r"[。！？!?；;：:]")
_BLANKS = " \t\u3000\u00a0\ufeff"


@dataclass(frozen=True, slots=True)
class Head:
    """A head: how deep it lies (0 is the outermost there is), and its words as [start, end) of the body."""

    level: int
    start: int
    end: int


def outline(body: str) -> tuple[Head, ...]:
    """The heads of an article in order; () where there are too few to be worth it."""
    found = [head for line in _LINE.finditer(body) if (head := _head(body, *line.span())) is not None]
    last = {_words(body, head): number for number, head in enumerate(found)}
    found = [  # a printed table of contents names the chapters before they come
        head
        for number, head in enumerate(found)
        if head.level >= _ARTICLE or last[_words(body, head)] == number
    ]
    if sum(head.level == _ARTICLE for head in found) >= LEAST:  # a law: what it counts up is no head
        found = [head for head in found if head.level <= _ARTICLE]
    if len(found) < LEAST:
        return ()
    depths = {kind: depth for depth, kind in enumerate(sorted({head.level for head in found}))}
    return tuple(Head(depths[head.level], head.start, head.end) for head in found)


def _words(body: str, head: Head) -> str:
    return "".join(body[head.start : head.end].split())


def _head(body: str, start: int, end: int) -> Head | None:
    """The head that a line is or begins with; its level is the number of its kind."""
    while start < end and body[start] in _BLANKS:
        start += 1
    while end > start and body[end - 1] in _BLANKS:
        end -= 1
    if end - start < 2:
        return None
    hashes = _HASHES.match(body, start, end)
    if hashes:
        return Head(len(hashes.group(1)) - 10, start + len(hashes.group(1)) + 1, min(end, start + 80))
    for number, kind in enumerate(_KINDS):
        found = kind.match(body, start, end)
        if found:
            stop = _STOP.search(body, found.end(), end)
            words = min(stop.start() if stop else end, start + LONGEST)
            return Head(number, start, max(words, found.end()))
    return None
