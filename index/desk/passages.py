"""A pasted text taken apart into what is to be checked: paragraphs, quotations in marks, sentences.

Spans are offsets of the pasted text. Pinyin glosses behind characters, footnote numbers and the marks of
quotations count as blanks. Called by `quotations`.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

_GLOSS = re.compile(r"(?<=[\u3400-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}[)）]")
_NOTE = re.compile(r"\[\d{1,3}\]|［\d{1,3}］|[①-⑳⑴-⒇]")
_QUOTED = re.compile(r"“([^“”]{4,})”|「([^「」]{4,})」|『([^『』]{4,})』|\"([^\"\n]{4,})\"|«([^«»]{4,})»")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_ELLIPSIS = re.compile(r"…+|\.{3,}|。{3,}|[（(〔\[](?:略|下略|中略)[)）〕\]]")
_SENTENCE = re.compile(r"[^。！？!?；;\n…]+(?:[。！？!?；;]+[”’」』]*|…+|\n|$)")


def plain(text: str) -> str:
    """The text with glosses and note numbers blanked out, each by as many blanks."""
    for pattern in (_GLOSS, _NOTE):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


def paragraphs(text: str) -> list[Span]:
    """The lines with something in them; those that one quotation in marks runs over are one."""
    found: list[Span] = []
    runs = [one.span() for one in _QUOTED.finditer(text)]
    for line in _LINE.finditer(text):
        if not line[0].strip():
            continue
        if found and any(start < found[-1][1] and line.start() < end for start, end in runs):
            found[-1] = (found[-1][0], line.end())
        else:
            found.append(line.span())
    return found


def quoted(text: str, span: Span) -> list[Span]:
    """What stands in quotation marks within a span, without the marks."""
    return [
        found.span(number)
        for found in _QUOTED.finditer(text, *span)
        for number in range(1, 6)
        if found[number] is not None
    ]


def pieces(text: str, span: Span) -> list[Span]:
    """What is left of a span between its ellipses; the span itself if it has none."""
    found: list[Span] = []
    at = span[0]
    for gap in _ELLIPSIS.finditer(text, *span):
        found.append((at, gap.start()))
        at = gap.end()
    found.append((at, span[1]))
    return [one for one in found if text[slice(*one)].strip()]


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of a span."""
    return [found.span() for found in _SENTENCE.finditer(text, *span) if found[0].strip()]
