"""How characters stand in a column: upright, turned with their word, or in the vertical form they have.

Used by `columns` for what each takes of a column and by `view` for painting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

CLOSING = frozenset("，。、；：！？」』）》〉】〕”’…—,.;:!?)]}％%")  # never at the head of a column
OPENING = frozenset("「『（《〈【〔“‘([{")  # never at its foot
_FORMS = dict(
    zip(
        "，、。：；！？（）｛｝〔〕【】《》〈〉「」『』［］…—–＿“”‘’()[]{}",
        "︐︑︒︓︔︕︖︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈︙︱︲︳﹃﹄﹁﹂︵︶﹇﹈︷︸",
        strict=True,
    )
)
_ASIDE = frozenset("，、。．")  # without a vertical form: into the upper right corner
# Words and figures of the Latin kind are turned as a whole; short figures and single capitals stay upright.
_RUN = re.compile(r"[!-~\u00a1-\u024f\u0370-\u04ff]+(?: [!-~\u00a1-\u024f\u0370-\u04ff]+)*")
_UPRIGHT = re.compile(r"\d{1,2}|[A-Z]")


class Stand(Enum):
    """How a piece is painted."""

    UPRIGHT = "upright"
    ASIDE = "aside"  # a cell's upper right corner
    TURNED = "turned"  # a quarter to the right


@dataclass(frozen=True, slots=True)
class Piece:
    """One character, or a run that is turned or squeezed into a cell: [start, end) of its block."""

    start: int
    end: int
    stand: Stand


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of [start, end) of a block."""
    found: list[Piece] = []
    at = start
    for run in _RUN.finditer(text, start, end):
        found += [_single(text, place) for place in range(at, run.start())]
        word = run.group()
        if _UPRIGHT.fullmatch(word):
            found.append(Piece(run.start(), run.end(), Stand.UPRIGHT))
        elif len(word) == 1 and word in _FORMS:
            found.append(_single(text, run.start()))
        else:
            found.append(Piece(run.start(), run.end(), Stand.TURNED))
        at = run.end()
    return found + [_single(text, place) for place in range(at, end)]


def has_runs(text: str) -> bool:
    """Whether anything in a text takes more or less than a cell a character."""
    return _RUN.search(text) is not None


def form(char: str) -> str:
    """The vertical form of a punctuation mark, or the character itself."""
    return _FORMS.get(char, char)


def aside(char: str) -> bool:
    """Whether a mark without a vertical form of its own stands in the upper right corner."""
    return char in _ASIDE


def _single(text: str, at: int) -> Piece:
    return Piece(at, at + 1, Stand.UPRIGHT)
