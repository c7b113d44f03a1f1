"""Which script a text is written in. Called by conversion, and by whoever shows or filters by script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from index.model import Script
from index.script import tables

# So few characters of the other script (a name, a quotation) do not make a text mixed.
_FOREIGN_SHARE = 0.05


class Evidence(Enum):
    """What the characters of a line say about its script."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    NONE = "none"


@cache
def simplified_only() -> frozenset[str]:
    """Characters that no Traditional text has: 国, 发, but not 后, 里, 群, 峰."""
    used = {target for row in tables.rows("st_characters").values() for target in row}
    for name in ("tw_variants", "hk_variants"):
        used.update(target for row in tables.rows(name).values() for target in row)
    return frozenset(tables.rows("st_characters")) - used


@cache
def traditional_only() -> frozenset[str]:
    """Characters that no Simplified text has: 國, 發, but not 乾, 著."""
    used = {target for row in tables.rows("ts_characters").values() for target in row}
    phrases = "".join(row[0] for row in tables.rows("ts_phrases").values())
    return frozenset(tables.rows("ts_characters")) - used - set(phrases)


@cache
def _pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Only what stands in the basic plane: enough to tell scripts, and quick."""
    simplified, traditional = (
        "".join(sorted(char for char in chars if ord(char) < 0x10000))
        for chars in (simplified_only(), traditional_only())
    )
    return re.compile(f"[{simplified}]"), re.compile(f"[{traditional}]")


def counts(text: str) -> tuple[int, int]:
    """How many characters only Simplified has, and how many only Traditional has."""
    simplified, traditional = _pattern()
    return len(simplified.findall(text)), len(traditional.findall(text))


def evidence(text: str) -> Evidence:
    """TRADITIONAL if nearly all telling characters are (a Simplified name may stand in it)."""
    simplified, traditional = counts(text)
    if not simplified and not traditional:
        return Evidence.NONE
    return Evidence.TRADITIONAL if simplified * 5 <= traditional else Evidence.SIMPLIFIED


def line_evidence(text: str, overall: Evidence) -> Iterator[tuple[str, Evidence]]:
    """The lines of `text` with their line ends; a line that says nothing is taken for what all is."""
    for line in text.splitlines(keepends=True):
        found = evidence(line)
        yield line, overall if found is Evidence.NONE else found


def detect_script(text: str) -> Script | None:
    """SIMPLIFIED or TRADITIONAL; None for mixed text and for text that does not say."""
    simplified, traditional = counts(text)
    total = simplified + traditional
    if not total:
        return None
    if traditional <= total * _FOREIGN_SHARE:
        return Script.SIMPLIFIED
    if simplified <= total * _FOREIGN_SHARE:
        return Script.TRADITIONAL
    return None
