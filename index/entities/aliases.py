"""Short names of bodies, given in brackets or left of a composed name, wherever an article uses them.

Called by `organisations`.
"""

from __future__ import annotations

import re

from index.entities.reading import Reading

MOST_SHORT_FORMS = 40
_ALIAS = re.compile(
    r"\s?\((?:以?下?简?称|以下简称|下称|简称|又称|英文缩写)?[:为]?\s?[“「『]?"
    r"([\u4e00-\u9fffa-z][\u4e00-\u9fffa-z0-9&.\- ]{1,14}?)[”」』]?(?:,[^()]{0,30})?\)"
)


def find_aliases(reading: Reading, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Short names given in brackets after a body, wherever the article uses them: 食藥署, GARMIN."""
    folded = reading.folded
    found: list[tuple[int, int]] = []
    for _, end in spans:
        match = _ALIAS.match(folded, end + int(folded[end : end + 1] in ("」", "』", "”")))
        if not match:
            continue
        name = match.group(1)
        said = match.group()[1] in "以下简又英"
        if not said and not (name.isascii() and (reading.text[match.start(1)].isupper() and " " not in name)):
            continue
        if name in reading.lexicon.generic or name in reading.lexicon.countries:
            continue
        at = folded.find(name)
        while at >= 0 and len(found) < 400:
            stop = at + len(name)
            inside = name[0].isascii() and (
                (folded[at - 1 : at].isalnum() and folded[at - 1].isascii())
                or (folded[stop : stop + 1].isascii() and folded[stop : stop + 1].isalnum())
            )
            if (
                reading.free(at, stop)
                and not inside
                and not (name[0].isascii() and in_address(reading, at, stop))
            ):
                found.append((at, stop))
            at = folded.find(name, stop)
    return found


def find_short_forms(reading: Reading, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Later short forms of composed names: 提名审荐小组, 审荐小组 after the full name."""
    found: list[tuple[int, int]] = []
    forms: set[str] = set()
    for start, end in spans:
        if end - start < 8 or not reading.folded[start:end].endswith(
            ("小组", "委员会", "联盟", "协会", "基金会", "中心", "论坛")
        ):
            continue
        head = reading.starts[reading.index_at(end - 1)]
        position = head
        for _ in range(4):
            if position <= start:
                break
            position = reading.starts[reading.index_at(position - 1)]
            form = reading.folded[position:end]
            if len(form) >= 4 and position > start and form not in reading.lexicon.generic:
                forms.add(form)
    for form in sorted(forms)[:MOST_SHORT_FORMS]:
        at = reading.folded.find(form)
        while at >= 0:
            if reading.free(at, at + len(form)) and reading.boundary[at]:
                found.append((at, at + len(form)))
            at = reading.folded.find(form, at + len(form))
    return found


def in_address(reading: Reading, start: int, end: int) -> bool:
    """Whether a Latin name is part of a web address."""
    around = reading.folded[max(0, start - 1) : start] + reading.folded[end : end + 1]
    return any(char in "./@:-_#" for char in around)
