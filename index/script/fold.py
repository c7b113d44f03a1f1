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
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from index.paths import resource

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_SHORT = 48  # characters, from which the array is quicker than str.translate
HAN = r"[\u3400-\u9fff]"
_BLANK = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_BLANKS = re.compile(f"[{_BLANK}][{_BLANK}]*")  # `\s+`, written so that it is ten times as quick


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
    table[list(_table())] = [ord(target) for target in _table().values()]
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
    for gap in _BLANKS.finditer(folded):
        start, end = gap.span()
        if not (start and _is_han(folded[start - 1]) and _is_han(folded[end : end + 1])):
            continue
        pieces.append(folded[last:start])
        last = end
        dropped += end - start
        shifts.append((end - dropped, dropped))
    if not shifts:
        return folded, shifts
    pieces.append(folded[last:])
    return "".join(pieces), shifts


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def unsqueeze(spans: Iterable[tuple[int, int]], shifts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of the unsqueezed text that spans of the squeezed text stand for."""
    if not shifts:
        return list(spans)
    places = [place for place, _ in shifts]
    dropped = [0, *(characters for _, characters in shifts)]
    out: list[tuple[int, int]] = []
    for start, end in spans:
        last = max(end - 1, start)
        begin = start + dropped[bisect_right(places, start)]
        out.append((begin, last + dropped[bisect_right(places, last)] + 1 if end > start else begin))
    return out


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
