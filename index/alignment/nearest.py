"""The stretch of a text that is nearest to some words, by edit distance.

Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming" (1999): one
step a character of the text, whatever the length of the words; Python's long integers hold the vectors. For
long texts only the neighbourhood of common character pairs is looked at.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

_WHOLE = 20_000  # characters of text that are searched as they are
_SPREAD = 400  # characters around the neighbourhood, beside the length of the words


@dataclass(frozen=True, slots=True)
class Near:
    """The stretch [start, end) of a text, `distance` insertions, deletions and substitutions away."""

    start: int
    end: int
    distance: int


def nearest(words: str, text: str, near: int | None = None) -> Near | None:
    """The stretch of `text` nearest to `words`; of equally near ones that closest to offset `near`.

    None if either is empty. The distance is at most the length of `words`.
    """
    if not words or not text:
        return None
    exact = _exact(words, text, near)
    if exact is not None:
        return Near(exact, exact + len(words), 0)
    first, last = (0, len(text)) if len(text) <= _WHOLE else _neighbourhood(words, text)
    window = text[first:last]
    scores = _scores(words, window)
    best = min(scores)
    ends = [at for at, score in enumerate(scores) if score == best]
    wanted = (near if near is not None else 0) + len(words) - first
    end = min(ends, key=lambda at: abs(at - wanted)) if near is not None else ends[0]
    back = window[max(0, end - len(words) - best) : end][::-1]
    lengths = _scores(words[::-1], back)
    start = end - max((at for at, score in enumerate(lengths) if score == best), default=0)
    return Near(first + start, first + end, best)


def _exact(words: str, text: str, near: int | None) -> int | None:
    at = text.find(words)
    if at < 0 or near is None:
        return None if at < 0 else at
    best = at
    while at >= 0:
        if abs(at - near) < abs(best - near):
            best = at
        at = text.find(words, at + 1)
    return best


def _scores(words: str, text: str) -> list[int]:
    """For each end in the text, 0 included, how far `words` are from the nearest stretch that ends there."""
    places: dict[str, int] = {}
    for number, char in enumerate(words):
        places[char] = places.get(char, 0) | 1 << number
    mask, top = (1 << len(words)) - 1, 1 << (len(words) - 1)
    plus, minus, score = mask, 0, len(words)
    scores = [score]
    for char in text:
        equal = places.get(char, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up = (minus | ~(horizontal | plus)) & mask
        down = plus & horizontal
        score += bool(up & top) - bool(down & top)
        up, down = (up << 1) & mask, (down << 1) & mask
        plus = (down | ~(vertical | up)) & mask
        minus = up & vertical
        scores.append(score)
    return scores


def _neighbourhood(words: str, text: str) -> tuple[int, int]:
    """The part of a long text in which most character pairs of `words` stand together."""
    size = len(words) + _SPREAD
    pairs = {words[at : at + 2] for at in range(len(words) - 1)} or {words}
    votes: Counter[int] = Counter()
    for pair in pairs:
        at = text.find(pair)
        while at >= 0:
            votes[at // size] += 1
            at = text.find(pair, at + 1)
    if not votes:
        return 0, _WHOLE
    best = max(votes, key=lambda shelf: votes[shelf] + votes[shelf + 1])
    return max(0, (best - 1) * size), min(len(text), (best + 3) * size)
