"""What every match of a regular expression contains: pieces of text at distances from each other.

Called by `evaluation`, which looks for the pieces by their positions and reads only the texts that have them.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from re import _constants, _parser  # type: ignore[attr-defined]  # the only parser of Python's own syntax
from typing import Any

_MOST_TEXTS = 64  # alternatives of one piece
_FAR = 1000  # characters beyond which a distance says nothing
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


@dataclass(frozen=True, slots=True)
class Piece:
    """One of some texts, `least` to `most` characters behind the piece before; None: however far."""

    texts: tuple[str, ...]
    least: int = 0
    most: int | None = 0


def pieces(expression: str) -> list[Piece]:
    """The pieces of an expression that can be compiled, in order; [] if it may match anything."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        parsed = _parser.parse(expression)
    found = _Pieces()
    found.walk(parsed)
    found.flush()
    lower = bool(parsed.state.flags & re.IGNORECASE)  # texts are folded to lower case
    return [
        Piece(tuple(sorted({text.lower() for text in piece.texts})), piece.least, piece.most)
        if lower
        else piece
        for piece in found.pieces
    ]


class _Pieces:
    """Walks the parts of an expression and keeps the texts that may end at the current place."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._texts = [""]
        self._least, self._most = 0, 0  # characters since the piece before; _most beyond _FAR: unknown

    def walk(self, parts: Iterable[Any]) -> None:
        for kind, value in parts:
            exact = _exact(kind, value)
            if exact is not None and len(exact) * len(self._texts) <= _MOST_TEXTS:
                self._texts = [before + text for before in self._texts for text in exact]
            elif kind is _constants.SUBPATTERN and not value[1]:
                self.walk(value[3])
            elif kind is _constants.ATOMIC_GROUP:
                self.walk(value)
            elif kind in _REPEATS and value[0]:
                low, high, repeated = value
                self.walk(repeated)
                least, most = _width(kind, (1, 1, repeated))
                self._gap((low - 1) * least, min((int(high) - 1) * most, _FAR + 1))
            elif kind not in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
                self._gap(*_width(kind, value))

    def flush(self) -> None:
        if self._texts == [""]:
            return
        sizes = [len(text) for text in self._texts]
        if all(self._texts):
            most = self._most if self._most <= _FAR and self.pieces else None
            self.pieces.append(Piece(tuple(dict.fromkeys(self._texts)), self._least, most))
            self._least = self._most = 0
        else:  # it may as well be nothing
            self._least, self._most = self._least + min(sizes), self._most + max(sizes)
        self._texts = [""]

    def _gap(self, least: int, most: int) -> None:
        self.flush()
        self._least += least
        self._most += most


def _exact(kind: Any, value: Any) -> list[str] | None:
    """All texts that a part can match, None if they are too many to list."""
    if kind is _constants.LITERAL:
        return [chr(value)]
    if kind is _constants.IN:
        return _class(value)
    if kind is _constants.BRANCH:
        branches = [_all_exact(branch) for branch in value[1]]
        return [text for texts in branches for text in texts or ()] if None not in branches else None
    if kind is _constants.SUBPATTERN and not value[1]:
        return _all_exact(value[3])
    if kind in _REPEATS and value[1] <= 4:
        low, high, parts = value
        texts = _all_exact(parts)
        if texts is None:
            return None
        found = times = [""]
        for count in range(1, high + 1):
            times = [before + text for before in times for text in texts]
            found = (found if count > low else []) + times
            if len(found) > _MOST_TEXTS:
                return None
        return found
    return None


def _class(items: Iterable[Any]) -> list[str] | None:
    found: list[str] = []
    for kind, value in items:
        if kind is _constants.LITERAL:
            found.append(chr(value))
        elif kind is _constants.RANGE and value[1] - value[0] < _MOST_TEXTS:
            found += map(chr, range(value[0], value[1] + 1))
        else:
            return None
    return found if len(found) <= _MOST_TEXTS else None


def _all_exact(parts: Iterable[Any]) -> list[str] | None:
    texts = [""]
    for kind, value in parts:
        if kind is _constants.AT:
            continue
        more = _exact(kind, value)
        if more is None or len(texts) * len(more) > _MOST_TEXTS:
            return None
        texts = [before + text for before in texts for text in more]
    return texts


def _width(kind: Any, value: Any) -> tuple[int, int]:
    part = _parser.SubPattern(_parser.State(), [(kind, value)])
    try:
        least, most = part.getwidth()
    except Exception:  # a reference to a group: whatever that matched
        return 0, _FAR + 1
    return int(least), min(int(most), _FAR + 1)
