"""One line of a glossed page as the bytes it had, and the search for those that were lost.

The site put `(pinyin)` behind two bytes wherever they stood. Where they were the end of one character and
the beginning of the next, a decoder took the `(` for the missing half, printed `?` and read on shifted by
one byte. Going back: encode the line again, take the glosses out, put one unknown byte for each `?`. What
the byte was, the gloss says: together with the byte before it, it is a character that is read so. The few
that fit are told apart by how likely the text then is. Called by `gloss.undo_glosses`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from index.importing.repair.gloss_tables import Pair, likelihood, readings
from index.script.detection import Evidence, evidence, simplified_only

LETTERS = "a-züāáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_BLANK = "[ \u00a0\u3000]?"
_GLOSS = re.compile(f"([?？\ufffd]{{0,2}})([(（]?){_BLANK}([{LETTERS}]{{1,9}}){_BLANK}[)）]")
_OPENED = re.compile(r"[(（][^()（）]*\Z")
_OPENED_NEAR = re.compile(r"[(（][^()（）]{0,3}$")

SLOT = -1  # a lost byte that a gloss speaks of
ORPHAN = -2  # a lost byte that nothing speaks of: the end of a shifted stretch
_OPAQUE = -10  # a character that GBK does not have, as this minus its code point
_QUESTION = 0x3F
_NEAR = 60  # characters within which a bracket is closed
_WRONG_SCRIPT = 8.0  # what a Simplified character costs in a Traditional line
_STOPS = frozenset(b" ,.;:)")
_FULL_STOP = "。".encode("gbk")
_COUNTED = "年月日時时分人名位件元萬万億亿個个隊队次歲岁"  # what a lost figure stands before
_MOST = 4000  # assignments tried for one group of lost bytes


@dataclass(frozen=True, slots=True)
class Gloss:
    """A place that looks like a gloss. `broken`: it stands across characters and a byte is lost."""

    syllable: str
    printed: str
    broken: bool
    sure: bool  # for a broken one: the `?` is there, or no bracket that the `)` could close


@dataclass(slots=True)
class Line:
    """A line as bytes (see SLOT, ORPHAN, _OPAQUE for what is no byte) and glosses between them."""

    text: str
    items: list[int | Gloss] = field(default_factory=list)

    def glosses(self) -> Iterator[tuple[Gloss, Pair]]:
        """The glosses, each with the two bytes before it (SLOT where lost; 0 at the start of the line)."""
        last: Pair = (0, 0)
        for item in self.items:
            if isinstance(item, Gloss):
                if item.broken:
                    last = (last[1], SLOT)
                yield item, last
            else:
                last = (last[1], item)


def parse(text: str) -> Line:
    """`text` (one line, without its end) with everything that can be a gloss taken out of the bytes."""
    line = Line(text)
    at = 0
    for found in _GLOSS.finditer(text):
        mark, opened, letters = found.groups()
        start = found.start()
        if not opened and not mark:  # the `?` was dropped: the syllable may stand behind a letter of the text
            trimmed = _trim(letters)
            if trimmed is None or _OPENED_NEAR.search(text[max(0, start - 4) : start]):
                continue
            start += len(letters) - len(trimmed)
            letters = trimmed
        if letters not in readings().pairs:
            continue
        line.items.extend(encode(text[at:start]))
        inside = _OPENED.search(text[max(0, start - _NEAR) : start]) is not None
        gloss = _gloss(line, mark, opened, letters, text[start : found.end()], inside=inside)
        if gloss is None:
            at = start
            continue
        line.items.append(gloss)
        at = found.end()
    line.items.extend(encode(text[at:]))
    return line


def _trim(letters: str) -> str | None:
    for start in range(min(2, len(letters))):
        if letters[start:] in readings().pairs and any(char in TONES for char in letters[start:]):
            return letters[start:]
    return None


def _gloss(line: Line, mark: str, opened: str, syllable: str, printed: str, *, inside: bool) -> Gloss | None:
    """The gloss that stands here, if the bytes before it can be a character with this reading."""
    before: list[int] = [item for item in line.items[-4:] if not isinstance(item, Gloss)]
    lost = bool(line.items) and isinstance(line.items[-1], Gloss) and line.items[-1].broken
    pairs = readings().pairs[syllable]
    if not mark and opened:
        if lost or len(before) < 2:
            return None
        second_lost = _slot_before_last(line)
        first = SLOT if second_lost else before[-2]
        fits = any((first in (SLOT, one)) and two == before[-1] for one, two in pairs)
        return Gloss(syllable, printed, broken=False, sure=True) if fits else None
    first = SLOT if lost else (before[-1] if before else 0)
    if any(first in (SLOT, one) and two >= 0x80 for one, two in pairs):
        return Gloss(syllable, printed, broken=True, sure=bool(mark) or not inside)
    return None


def _slot_before_last(line: Line) -> bool:
    """Whether the last byte is known and the one before it is lost."""
    return len(line.items) > 1 and isinstance(gloss := line.items[-2], Gloss) and gloss.broken


def encode(text: str) -> list[int]:
    """The GBK bytes of `text`; what GBK lacks stays as one negative number a character."""
    try:
        return list(text.encode("gbk"))
    except UnicodeEncodeError:
        out: list[int] = []
        for char in text:
            data = char.encode("gb18030", "replace")
            out.extend(data if (len(data) < 3 and data != b"?") or char == "?" else [_OPAQUE - ord(char)])
        return out


@dataclass(slots=True)
class _Stream:
    """The bytes without glosses; `ends` are the places behind which a gloss stood, with its syllable."""

    values: list[int]
    ends: list[tuple[int, str]]
    starts: list[int] = field(default_factory=list)  # where characters begin
    guessed: list[int] = field(default_factory=list)  # ASCII put where the decoder swallowed it
    named: dict[int, str] = field(default_factory=dict)  # `ends`, once they are final
    traditional: bool = False
    undefined: set[int] = field(default_factory=set)  # places of two lost bytes that are no character

    def insert(self, at: int, values: list[int]) -> None:
        self.values[at:at] = values
        self.ends = [(end + len(values) * (end > at), syllable) for end, syllable in self.ends]


def restore(
    line: Line,
    accepted: Callable[[Gloss, Pair], bool],
    favour: Callable[[str], float],
    swallowed: str | None = None,
) -> str:
    """The line without its accepted glosses and with the lost bytes back.

    `accepted` gets each gloss with the two bytes before it; `favour` says how welcome a character is as
    the one that a gloss names (it is added to log-likelihoods). `swallowed`: None if this decoder kept ASCII
    characters behind a broken byte, else what such a lost character before Chinese text most likely was.
    """
    stream = _flatten(line, accepted)
    _find_characters(stream, swallowed)
    stream.named = dict(stream.ends)
    stream.traditional = evidence(line.text) is Evidence.TRADITIONAL
    _fill(stream, favour)
    return _decode(stream.values)


def _flatten(line: Line, accepted: Callable[[Gloss, Pair], bool]) -> _Stream:
    verdicts = iter([accepted(gloss, pair) for gloss, pair in line.glosses()])
    stream = _Stream([], [])
    for item in line.items:
        if not isinstance(item, Gloss):
            stream.values.append(item)
        elif next(verdicts):
            if item.broken:
                stream.values.append(SLOT)
            stream.ends.append((len(stream.values), item.syllable))
        else:
            stream.values.extend(_OPAQUE - ord(char) for char in item.printed)
    return stream


def _is_high(value: int) -> bool:
    return value >= 0x81 or value in (SLOT, ORPHAN)


def _is_trail(value: int) -> bool:
    return value >= 0x40 or value in (SLOT, ORPHAN)


def _find_characters(stream: _Stream, swallowed: str | None) -> None:
    """Where characters begin, and what else was lost than the glosses say.

    A shifted stretch that ends at ASCII leaves a first byte without a second: that gets an ORPHAN. Inside
    a shifted stretch a `?` may also stand for two bytes that are no character.
    """
    values, starts, at = stream.values, stream.starts, 0
    while at < len(values):
        starts.append(at)
        if not _is_high(values[at]):
            at += 1
            continue
        follower = values[at + 1] if at + 1 < len(values) else 0
        if not _is_trail(follower):
            if follower != _QUESTION:
                stream.insert(at + 1, [ORPHAN])
            elif _goes_on(values, at + 2):
                values[at + 1] = ORPHAN
                stream.insert(at + 2, [ORPHAN])
                stream.undefined.add(at + 1)
            else:
                values[at + 1] = ORPHAN
                if swallowed is not None:
                    guess = encode(_swallowed(values[at + 2 : at + 4], swallowed))
                    stream.guessed.extend([at + 2] * len(guess))
                    stream.insert(at + 2, guess)
        at += 2


def _goes_on(values: list[int], at: int) -> bool:
    """Whether the text from `at` on is likelier read shifted by one more byte than as it stands."""
    if at + 3 >= len(values) or not _is_trail(values[at]) or values[at] < 0x80:
        return False
    piece = [0xA1 if value == SLOT else value for value in values[at : at + 13]]
    end = next((i for i, value in enumerate(piece) if value < 0x40), len(piece))
    stands, shifted = (_decode(piece[low : end - (end - low) % 2]) for low in (0, 1))
    if len(shifted) < 2 or len(stands) < 2:
        return False
    score = likelihood().score
    return score(shifted) / (len(shifted) - 1) > score(stands) / (len(stands) - 1)


def _swallowed(following: list[int], comma: str) -> str:
    """The ASCII character that went with a lost byte, as far as it can be told; else the `?` stays."""
    if not following or following[0] in _STOPS:
        return ""  # two such characters on end: this decoder kept them
    if not _is_high(following[0]) or min(following) < 0:
        return "?"
    char = _decode(following)
    if char == "\u3000":
        return "\n"  # paragraphs begin with wide blanks
    return "?" if char in _COUNTED else comma


def _fill(stream: _Stream, favour: Callable[[str], float]) -> None:
    """Replace SLOT and ORPHAN by the bytes that make the likeliest text, group by group."""
    lost = [at for at, value in enumerate(stream.values) if value in (SLOT, ORPHAN)]
    while lost:
        group = [lost.pop(0)]
        while lost and lost[0] - group[-1] <= (2 if stream.values[lost[0]] == SLOT else 1):
            group.append(lost.pop(0))
        best = max(
            islice(_assignments(stream, group), _MOST),
            key=lambda bytes_: _score(stream, group, bytes_, favour),
            default=None,
        )
        for at, value in zip(group, best or [_QUESTION] * len(group), strict=True):
            stream.values[at] = value
    for at in stream.guessed:
        stop = bytes(value for value in stream.values[at - 2 : at] if value >= 0) == _FULL_STOP
        if stop and at + 1 < len(stream.values) and _is_high(stream.values[at + 1]):
            stream.values[at] = ord("\n")


def _assignments(stream: _Stream, group: list[int]) -> Iterator[list[int]]:
    """Every way to fill the group that all glosses around it agree with."""
    ends = stream.named
    pairs = readings().pairs
    values = stream.values

    def choices(at: int, before: int) -> Collection[int]:
        if at + 1 in ends:
            return {two for one, two in pairs[ends[at + 1]] if one == before and two >= 0x80}
        if at in stream.undefined:
            return range(0x80, 0xFF)
        if at - 1 in stream.undefined:
            return _undefined()[before]
        return [value for value in range(0x40, 0xFF) if value != 0x7F]

    def extend(chosen: list[int]) -> Iterator[list[int]]:
        if len(chosen) == len(group):
            yield chosen
            return
        at = group[len(chosen)]
        before = values[at - 1] if at else 0
        if before in (SLOT, ORPHAN):
            before = chosen[-1]
        after = values[at + 1] if at + 1 < len(values) else 0
        for value in sorted(choices(at, before)):
            if at + 2 in ends and after >= 0 and (value, after) not in pairs[ends[at + 2]]:
                continue
            yield from extend([*chosen, value])

    return extend([])


@cache
def _undefined() -> dict[int, list[int]]:
    """First byte to the second bytes with which it is no character of GBK."""
    table: dict[int, list[int]] = {}
    for one in range(0x80, 0xFF):
        table[one] = [two for two in range(0x81, 0xFF) if bytes((one, two)).decode("gbk", "ignore") == ""]
    return table


def _score(stream: _Stream, group: list[int], chosen: list[int], favour: Callable[[str], float]) -> float:
    """Log-likelihood of the text around the group, and of the glosses' characters having been glossed."""
    starts = stream.starts
    first = max(0, bisect_right(starts, group[0]) - 1 - 2)
    last = min(len(starts), bisect_right(starts, group[-1]) + 2)
    low = starts[first]
    high = starts[last] if last < len(starts) else len(stream.values)
    window = stream.values[low:high]
    for at, value in zip(group, chosen, strict=True):
        window[at - low] = value
    for cut, value in enumerate(window):
        if value in (SLOT, ORPHAN):
            start = starts[bisect_right(starts, low + cut) - 1]
            window = window[: start - low]
            break
    text = _decode(window)
    total = likelihood().score(text)
    if stream.traditional:
        total -= _WRONG_SCRIPT * sum(char in simplified_only() for char in text)
    for at in group:
        if at + 1 in stream.named and at - 1 >= low:
            pair = bytes(window[at - 1 - low : at + 1 - low])
            total += favour(pair.decode("gbk", "replace"))
    return total


def _decode(values: list[int]) -> str:
    if min(values, default=0) >= 0:
        return bytes(values).decode("gb18030", "replace")
    out: list[str] = []
    data = bytearray()
    for value in values:
        if value >= 0:
            data.append(value)
            continue
        out.append(data.decode("gb18030", "replace"))
        data.clear()
        out.append(chr(_OPAQUE - value) if value <= _OPAQUE else "?")
    out.append(data.decode("gb18030", "replace"))
    return "".join(out)
