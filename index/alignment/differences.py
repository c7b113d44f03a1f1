"""What two texts do not have in common, in order, for marking them side by side.

Common beginning and end are taken off; what is left is divided at stretches that occur just once in both
(patience); small remainders are compared character by character. So texts of a million characters that
differ here and there take well under a second.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.script.fold import fold

_SMALL = 400_000  # product of lengths that is compared character by character
_GRAMS = (24, 8, 4, 2)  # lengths of stretches that may divide the texts


@dataclass(frozen=True, slots=True)
class Difference:
    """[a_start, a_end) of one text stands where the other has [b_start, b_end); either may be empty."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def differences(a: str, b: str, *, blind_to_script: bool = False) -> tuple[Difference, ...]:
    """The stretches in which two texts differ, in order; everything between them is the same."""
    if blind_to_script:
        a, b = fold(a), fold(b)
    found: list[Difference] = []
    at, bt = 0, 0
    for a_start, b_start, length in [*_joined(a, b), (len(a), len(b), 0)]:
        if a_start > at or b_start > bt:
            found.append(Difference(at, a_start, bt, b_start))
        at, bt = a_start + length, b_start + length
    return tuple(found)


def _joined(a: str, b: str) -> list[tuple[int, int, int]]:
    """Equal stretches (start in a, start in b, length), neighbours joined."""
    joined: list[tuple[int, int, int]] = []
    for one in _equal(a, b, 0, 0):
        if joined and joined[-1][0] + joined[-1][2] == one[0] and joined[-1][1] + joined[-1][2] == one[1]:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + one[2])
        else:
            joined.append(one)
    return joined


def _equal(
    a: str, b: str, a_base: int, b_base: int, grams: tuple[int, ...] = _GRAMS
) -> Iterator[tuple[int, int, int]]:
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    if head:
        yield a_base, b_base, head
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if middle_a and middle_b:
        yield from _divided(middle_a, middle_b, a_base + head, b_base + head, grams)
    if tail:
        yield a_base + len(a) - tail, b_base + len(b) - tail, tail


def _common(a: str, b: str) -> int:
    """Length of the common beginning."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if a[:middle] == b[:middle] else (low, middle - 1)
    return low


def _divided(
    a: str, b: str, a_base: int, b_base: int, grams: tuple[int, ...]
) -> Iterator[tuple[int, int, int]]:
    if len(a) * len(b) <= _SMALL:
        for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
            if block.size:
                yield a_base + block.a, b_base + block.b, block.size
        return
    if not grams:
        return
    size, rest = grams[0], grams[1:]
    last_a = last_b = 0
    for at, bt in [*_anchors(a, b, size), (len(a), len(b))]:
        if at < last_a or bt < last_b:
            continue
        gap_a, gap_b = a[last_a:at], b[last_b:bt]
        if gap_a and gap_b:
            yield from _equal(gap_a, gap_b, a_base + last_a, b_base + last_b, rest)
        if at < len(a):
            yield a_base + at, b_base + bt, size
        last_a, last_b = at + size, bt + size


def _anchors(a: str, b: str, size: int) -> list[tuple[int, int]]:
    """Stretches of `size` that occur once in both, in an order that both have."""
    once_a, once_b = _once(a, size), _once(b, size)
    pairs = sorted((at, once_b[gram]) for gram, at in once_a.items() if gram in once_b)
    return _ascending(pairs)


def _once(text: str, size: int) -> dict[str, int]:
    places: dict[str, int] = {}
    for at in range(len(text) - size + 1):
        gram = text[at : at + size]
        places[gram] = -1 if gram in places else at
    return {gram: at for gram, at in places.items() if at >= 0}


def _ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs whose second numbers ascend as well."""
    ends: list[int] = []
    chosen: list[int] = []
    before: list[int] = []
    for number, (_, bt) in enumerate(pairs):
        at = bisect_left(ends, bt)
        before.append(chosen[at - 1] if at else -1)
        if at == len(ends):
            ends.append(bt)
            chosen.append(number)
        else:
            ends[at], chosen[at] = bt, number
    way: list[tuple[int, int]] = []
    number = chosen[-1] if chosen else -1
    while number >= 0:
        way.append(pairs[number])
        number = before[number]
    return way[::-1]
