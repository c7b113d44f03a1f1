"""Stray blanks and control characters, and lines that were wrapped by hand.

Called by `index.importing.composition` for every text. White space carries no meaning in Chinese prose, so
these repairs never touch a printed character.
"""

from __future__ import annotations

import re
import unicodedata

from index.model import Repair, RepairKind

_SAMPLE = 60
# Control characters, zero-width characters, soft hyphens, lone surrogates and non-characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff]"
)
_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Blanks that an encoding lost.
_LOST_INDENT = re.compile(r"^[?？]{2,8}(?=[\u4e00-\u9fff“《（「『【\[(#\w])", re.M)
_EDGE = " \t\u3000\xa0\u2002\u2003\u2009\ufeff"
_SENTENCE_END = tuple("。！？!?；;：:”』」）)】》…")


def clean_blanks(text: str) -> tuple[str, Repair | None]:
    """`text` with one line break between paragraphs and nothing unseen; the repair counts stray pieces.

    Ordinary indents and blank lines go too, but only what nobody typed on purpose is counted.
    """
    text = _LINE_BREAKS.sub("\n", text)
    unseen = _UNSEEN.findall(text)
    before = after = ""
    count = len(unseen)
    if unseen:
        position = text.index(unseen[0])
        before = text[max(0, position - 20) : position + 20]
        text = _UNSEEN.sub("", text)
        after = _UNSEEN.sub("", before)
        before = _UNSEEN.sub("\u2423", before)
    lost = _LOST_INDENT.search(text)
    if lost and not before:
        before = text[lost.start() : lost.start() + 20]
        after = before.lstrip("?？")
    if lost:
        text, more = _LOST_INDENT.subn("", text)
        count += more
    lines = (line.strip(_EDGE) for line in text.split("\n"))
    text = "\n".join(line for line in lines if line)
    return text, Repair(RepairKind.BLANKS, count, before[:_SAMPLE], after[:_SAMPLE]) if count else None


_WIDE = frozenset("WF").__contains__  # Unicode's classes of wide and full-width characters

_INDENTS = ("\u3000\u3000", "    ")


def _columns(line: str) -> int:
    """Width of `line` in a terminal: a Han character takes two columns."""
    return len(line) + sum(map(_WIDE, map(unicodedata.east_asian_width, line)))


def join_wrapped(text: str) -> tuple[str, Repair | None]:
    """`text` with lines joined that were broken at a fixed width.

    Certain only if most lines are filled to the same width and break in the middle of sentences; a line is
    joined to the next one unless the next is blank or indented or this one is short.
    """
    lines = _LINE_BREAKS.sub("\n", text).split("\n")
    lines = [line.rstrip(_EDGE) for line in lines]
    if max(map(len, lines)) > 130:
        return text, None
    widths = [_columns(line) for line in lines]
    widest = max(widths, default=0)
    if not 30 <= widest <= 130:
        return text, None
    longest = max(map(len, lines))
    full = [
        width >= widest - 3 or len(line) >= longest - 1 for line, width in zip(lines, widths, strict=True)
    ]
    broken = [
        is_full and index + 1 < len(lines) and bool(lines[index + 1]) and lines[index + 1][0] not in _EDGE
        for index, is_full in enumerate(full)
    ]
    if not (_wrapped_everywhere(lines, broken) or _wrapped_below_indents(lines, broken)):
        return text, None
    pieces: list[str] = []
    for line, is_broken in zip(lines, broken, strict=True):
        pieces.append(line if is_broken else line + "\n")
        if is_broken and line[-1:].isascii() and line[-1:].isalnum():
            pieces.append(" ")
    joined = "".join(pieces).rstrip("\n")
    position = broken.index(True)
    sample = lines[position][-20:], lines[position + 1][:20]
    return joined, Repair(RepairKind.WRAPPED_LINES, sum(broken), "\u2424".join(sample), "".join(sample))


def _wrapped_everywhere(lines: list[str], broken: list[bool]) -> bool:
    """Whether most lines of a text run on in the next one, and mostly in the middle of a sentence."""
    running_on = [line for line, is_broken in zip(lines, broken, strict=True) if is_broken]
    mid_sentence = sum(not line.endswith(_SENTENCE_END) for line in running_on)
    filled = sum(1 for line in lines if line)
    return len(running_on) >= max(6, 0.5 * filled) and mid_sentence >= 0.6 * len(running_on)


def _wrapped_below_indents(lines: list[str], broken: list[bool]) -> bool:
    """Whether paragraphs begin with an indent and every other line below the first follows a full one."""
    indented = [number for number, line in enumerate(lines) if line.startswith(_INDENTS)]
    if len(indented) < 2:
        return False
    others = [
        number
        for number in range(indented[0] + 1, len(lines))
        if lines[number] and lines[number - 1] and not lines[number].startswith(_INDENTS)
    ]
    follow_full = sum(broken[number - 1] for number in others)
    return len(others) >= 3 and follow_full >= 0.8 * len(others)


def join_layout(lines: list[str]) -> list[str]:
    """Paragraphs from the lines of a fixed layout (PDF, OFD): a full line goes on in the next one.

    A line counts as full from 85 % of the longest on; the next line is joined unless it is indented or this
    one ends a sentence short of the margin.
    """
    longest = max((_columns(line.strip()) for line in lines), default=0)
    paragraphs: list[str] = []
    continued = False
    for line in lines:
        words = line.strip(_EDGE)
        if not words:
            continue
        if continued and not line.startswith(("\u3000", "  ")):
            latin = paragraphs[-1][-1:].isascii() and words[:1].isascii()
            paragraphs[-1] += (" " if latin else "") + words
        else:
            paragraphs.append(words)
        width = _columns(words)
        full = width >= 0.85 * longest and longest >= 30
        continued = full and not (words.endswith(("。", "！", "？")) and width < longest - 4)
    return paragraphs
