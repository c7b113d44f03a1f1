"""Dirt that crawlers and tricks for search engines leave: lost characters, keywords, doubled headlines.

Called by `index.importing.composition` and `index.importing.repair.injected`. Repaired is only what is
certain; what merely looks odd (characters that were lost) is reported as doubtful and left as it came.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.model import Repair, RepairKind

_LOST = re.compile("\ufffd|[\ue000-\uf8ff]|(?<=[\u4e00-\u9fff])[?？]{3,}(?=[\u4e00-\u9fff])")
_GONE = re.compile("[\ufffd\ue000-\uf8ff]")
_SEPARATORS = re.compile(r"[,，;；|｜_\t]+")
_LIST = re.compile(r"[^。！？!?：:“”《》（）()]{12,400}")
_KEYWORDS = 6  # items of a line that is nothing but search words
_LONGEST_KEYWORD = 14
_KNOWN = 0.5  # share of the items that stand in the title or the text as well
_ONE_WORD = 0.7  # share of the items that have the same two characters
_FIRST_LINES = 3
_SAMPLE = 60


def doubts(text: str) -> Repair | None:
    """Characters that were lost before the text came here; nothing can restore them."""
    if not (_GONE.search(text) or "???" in text or "？？？" in text):
        return None
    found = list(_LOST.finditer(text))
    if not found:
        return None
    return doubt(text, *found[0].span(), len(found))


def doubt(text: str, start: int, end: int, count: int) -> Repair:
    """A doubt about `count` places, shown by the one from `start` to `end`."""
    around = text[max(0, start - 12) : end + 12].replace("\n", " ")
    return Repair(RepairKind.DOUBTFUL, count, around[:_SAMPLE], around[:_SAMPLE])


def stuffed_lines(lines: Sequence[str]) -> list[int]:
    """Which of the first lines are nothing but search words, most of which the text has as well."""
    found: list[int] = []
    for number, line in enumerate(lines[:_FIRST_LINES]):
        items = _search_words(line)
        if not items:
            continue
        rest = "\n".join((*lines[:number], *lines[number + 1 :]))
        if sum(item in rest for item in items) >= _KNOWN * len(items) and len(rest) > 3 * len(line):
            found.append(number)
    return found


def keyword_doubt(lines: Sequence[str]) -> Repair | None:
    """A doubt about a first line whose items all turn on one word, though the text has few of them."""
    for line in lines[:_FIRST_LINES]:
        items = _search_words(line)
        pairs = Counter(pair for item in items for pair in {item[at : at + 2] for at in range(len(item) - 1)})
        if items and max(pairs.values(), default=0) >= _ONE_WORD * len(items):
            return doubt(line, 0, len(line), 1)
    return None


def _search_words(line: str) -> list[str]:
    """The items of a line that may be nothing but search words; [] where it is something else."""
    if not _LIST.fullmatch(line):
        return []
    items = [item.strip() for item in _SEPARATORS.split(line) if item.strip()]
    return items if len(items) >= _KEYWORDS and max(map(len, items)) <= _LONGEST_KEYWORD else []


def halved(title: str) -> str:
    """A headline that is printed twice on end, once."""
    for middle in (len(title) // 2, len(title) // 2 + 1):
        first, second = title[:middle].strip(" _-—|｜"), title[middle:].strip(" _-—|｜")
        if len(first) >= 8 and first == second:
            return first
    return title
