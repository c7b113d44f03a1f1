"""The values of a facet in one segment as lines of a text, so that some letters are found in all at once.

Kept by `segment`, asked by `evaluation` for names in queries: people, bodies, places, sources.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from index.fulltext.query import Values
from index.fulltext.requirement import pieces
from index.script.fold import fold


class Names:
    """Values by their numbers, folded."""

    def __init__(self, values: Sequence[str]) -> None:
        text = "\n".join([*values, ""])
        if text.count("\n") > len(values):
            text = "\n".join([*(value.replace("\n", " ") for value in values), ""])
        self._text = fold(text)  # at once: the fold keeps lengths
        self._starts = array("L", accumulate((len(value) + 1 for value in values), initial=0))

    def _line(self, number: int) -> str:
        return self._text[self._starts[number] : self._starts[number + 1] - 1]

    def having(self, text: str) -> list[int]:
        """The numbers of the values in which `text` stands, ascending."""
        found: list[int] = []
        at = self._text.find(text) if text else -1
        while at >= 0:
            found.append(bisect_right(self._starts, at) - 1)
            at = self._text.find(text, self._starts[found[-1] + 1])
        return found

    def matching(self, leaf: Values) -> list[int]:
        """The numbers of the values that a leaf admits by their letters, ascending."""
        if not leaf.form:
            return sorted({number for text in leaf.texts for number in self.having(text)})
        needed = pieces(leaf.form)
        among: Sequence[int] = range(len(self._starts) - 1)
        if needed:
            among = sorted({number for text in needed[0].texts for number in self.having(text)})
        return [number for number in among if leaf.admits(self._line(number))]
