"""The letters and digits of a text, folded, without blanks and punctuation; each knows where it stood."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from index.script.fold import fold

_RUN = re.compile(r"[^\W_]+")


class Letters:
    """`text` holds the folded letters; `len(letters)` counts them."""

    def __init__(self, source: str) -> None:
        folded = fold(source)
        runs = [found.span() for found in _RUN.finditer(folded)]
        self.text = "".join(folded[start:end] for start, end in runs)
        pieces: list[npt.NDArray[np.int64]] = [np.arange(*span, dtype=np.int64) for span in runs]
        self._places = np.concatenate(pieces) if pieces else np.empty(0, dtype=np.int64)

    def __len__(self) -> int:
        return len(self.text)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source in which the letters [start, end) stand; empty for none."""
        if start >= end:
            at = int(self._places[start]) if start < len(self._places) else self._after()
            return at, at
        return int(self._places[start]), int(self._places[end - 1]) + 1

    def index(self, offset: int) -> int:
        """How many letters stand before an offset of the source."""
        return int(np.searchsorted(self._places, offset))

    def _after(self) -> int:
        return int(self._places[-1]) + 1 if len(self._places) else 0
