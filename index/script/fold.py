"""The fold: a per-character, length-preserving map used for search only, never for display.

Traditional to Simplified, variants (峯/峰), full width to half width, upper to lower case. Since every
character maps to exactly one, offsets in folded text are offsets in the article. Called by
`index.fulltext` for indexing and for queries, and by `index.entities` to merge scripts.

The table `resources/script/fold.tsv` is derived from OpenCC's `t2s` on single characters after Unicode
NFKC and lower case (see `derive_table`); a test keeps it equal to the installed OpenCC.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from index.paths import resource

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_SHORT = 48  # characters, from which the array is quicker than str.translate
HAN = r"[\u3400-\u9fff]"
_GAP = re.compile(rf"(?<={HAN})\s+(?={HAN})")


@cache
def _table() -> dict[int, str]:
    rows = resource("script", "fold.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if not row.startswith("#"))
    return {int(source, 16): chr(int(target, 16)) for source, target in pairs}


@cache
def _array() -> npt.NDArray[np.uint32]:
    """The same table as an array over all code points: ten times as quick on whole articles."""
    import numpy as np  # here and below: the window folds short words before it has need of arrays

    table = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    for source, target in _table().items():
        table[source] = ord(target)
    return table


def fold(text: str) -> str:
    """`text` folded character by character; `len(fold(text)) == len(text)` always."""
    if len(text) < _SHORT:
        return text.translate(_table())
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return fold_codes(codes).tobytes().decode("utf-32-le", "surrogatepass")


def fold_codes(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The same for an array of code points."""
    return _array()[codes]


def spellings(char: str) -> str:
    """All characters that fold to the folded character `char`, itself first if it is one of them."""
    return _sources().get(char, "") if fold(char) != char else char + _sources().get(char, "")


@cache
def _sources() -> dict[str, str]:
    """The table the other way round, without the characters that stay as they are."""
    sources: dict[str, str] = {}
    for source, target in _table().items():
        sources[target] = sources.get(target, "") + chr(source)
    return sources


def squeeze(folded: str) -> tuple[str, list[tuple[int, int]]]:
    """`folded` without the white space between Han characters.

    Returns the squeezed text and the shifts, as (position in the squeezed text, characters dropped up to
    there): use `unsqueeze` to go back.
    """
    shifts: list[tuple[int, int]] = []
    dropped = 0
    pieces: list[str] = []
    last = 0
    for gap in _GAP.finditer(folded):
        pieces.append(folded[last : gap.start()])
        last = gap.end()
        dropped += gap.end() - gap.start()
        shifts.append((gap.end() - dropped, dropped))
    if not shifts:
        return folded, shifts
    pieces.append(folded[last:])
    return "".join(pieces), shifts


def unsqueeze(span: tuple[int, int], shifts: list[tuple[int, int]]) -> tuple[int, int]:
    """The span of the unsqueezed text that a span of the squeezed text stands for."""
    from bisect import bisect_right

    def back(position: int) -> int:
        at = bisect_right(shifts, position, key=lambda shift: shift[0])
        return position + (shifts[at - 1][1] if at else 0)

    start, end = span
    return back(start), back(end - 1) + 1 if end > start else back(start)


def derive_table() -> dict[int, int]:
    """The fold computed afresh from Unicode and OpenCC: code point to code point, without identities."""
    import opencc

    convert = opencc.OpenCC("t2s").convert
    table: dict[int, int] = {}
    for code in range(sys.maxunicode + 1):
        if 0xD800 <= code <= 0xDFFF:
            continue
        char = chr(code)
        wide = unicodedata.normalize("NFKC", char).lower()
        if len(wide) != 1:
            continue
        target = convert(wide)
        if len(target) == 1 and target != char:
            table[code] = ord(target)
    return table
