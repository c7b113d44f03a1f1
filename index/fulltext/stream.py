"""From texts to one stream of folded code points, squeezed, the units one after the other.

Called by `pool`. The result is that of `analysis.normal`, worked out for many texts at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from index.fulltext.segmentation import Codes, is_han
from index.script.fold import fold_codes

Ints = npt.NDArray[np.int64]

SEPARATOR = "\x00"  # ends every title and every body, never stands inside
_LAST_SPACE = 0x3000


def stream_of(units: Sequence[str]) -> Codes:
    """The code points of all `units`, each as `analysis.normal` has it and followed by the separator."""
    text = SEPARATOR.join(units) + SEPARATOR
    if text.count(SEPARATOR) != len(units):
        text = SEPARATOR.join(unit.replace(SEPARATOR, " ") for unit in units) + SEPARATOR
    return squeezed(fold_codes(code_points(text)))


def code_points(text: str) -> Codes:
    """The code points of `text`; lone surrogates, which files may bring, included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def squeezed(codes: Codes) -> Codes:
    """Folded code points without the white space between Han characters."""
    table = _spaces()
    spaces = np.flatnonzero(table[np.minimum(codes, _LAST_SPACE + 1)])
    if not len(spaces):
        return codes
    begins = np.diff(spaces, prepend=-2) > 1  # where a run of white space begins
    first = np.flatnonzero(begins)
    before, behind = spaces[first] - 1, spaces[np.append(first[1:], len(spaces)) - 1] + 1
    last = len(codes) - 1
    between = (
        (before >= 0) & is_han(codes[before]) & (behind <= last) & is_han(codes[np.minimum(behind, last)])
    )
    drop = spaces[between[np.cumsum(begins) - 1]]
    if not len(drop):
        return codes
    keep = np.ones(len(codes), dtype=bool)
    keep[drop] = False
    return codes[keep]


@cache
def _spaces() -> npt.NDArray[np.bool_]:
    """Which code points up to U+3000 (and one for all beyond) are white space."""
    return np.array([chr(code).isspace() for code in range(_LAST_SPACE + 1)] + [False])
