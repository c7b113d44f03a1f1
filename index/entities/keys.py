"""Keys under which names of one entity meet: script, aliases and printed variants folded away.

Called by `index.archive` when it stores mentions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.entities.lexicons import lexicons
from index.model import MentionType
from index.script.fold import fold

_BLANK = re.compile(r"[\s\u3000]+")
_DOTS = re.compile(r"[·‧•・．]")
_QUOTES = re.compile(r"[“”\"'「」『』‘’]")
_LAYOUT = re.compile(r"(?<=[\u2e80-\uffef])\s+|\s+(?=[\u2e80-\uffef])")
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"), ("（", "）"))
_MARKS = frozenset(mark for pair in _PAIRS for mark in pair)
_SHORT_BODIES = (
    ("发展和改革委员会", "发展改革委"),
    ("发改委", "发展改革委"),
    ("人大常委会", "人民代表大会常务委员会"),
    ("农业委员会", "农委会"),
    ("卫健委", "卫生健康委员会"),
    ("管理委员会", "管委会"),
    ("工信厅", "工业和信息化厅"),
    ("住建厅", "住房和城乡建设厅"),
    ("人社厅", "人力资源和社会保障厅"),
    ("文旅厅", "文化和旅游厅"),
)


@lru_cache(maxsize=1 << 16)  # the same names come again and again in an import
def entity_key(type: MentionType, name: str) -> str:  # noqa: A002
    """The key of an entity: equal for all scripts and known aliases of one name, folded.

    People keep their name; places and organisations take the full name of the lexicon.
    """
    key = _DOTS.sub("·", fold(name).strip())
    if type is MentionType.PERSON:
        return _BLANK.sub("" if not key.isascii() else " ", key)
    if type is MentionType.DATE:
        return key
    key = _BLANK.sub("", key) if not key.isascii() else key
    if type in (MentionType.ORGANISATION, MentionType.POST):
        return _body(key)
    if type is MentionType.EVENT:
        key = _QUOTES.sub("", key)
        return lexicons().canonical.get(key, key)
    if type is MentionType.PLACE:
        return _place(key)
    return key


def _place(key: str) -> str:
    lexicon = lexicons()
    if key in lexicon.countries:
        return lexicon.countries[key]
    if key in lexicon.namesakes and not _great(key):
        return key  # 永康 in Zhejiang or in Tainan: the short form does not tell which
    division = lexicon.divisions.get(key)
    return (
        (division.short or division.name)
        if division and division.level in ("province", "city")
        else (division.name if division else lexicon.canonical.get(key, key))
    )


def _great(key: str) -> bool:
    """Whether one of the divisions with this short form is so much greater that it is meant: 吉林, 海南."""
    return lexicons().divisions[key].level in ("province", "city")


def _body(key: str) -> str:
    canonical = lexicons().canonical
    if key in canonical:
        key = canonical[key]
    for written, short in _SHORT_BODIES:
        key = key.replace(written, short)
    return key


def tidy(name: str) -> str:
    """A printed name without the blanks of its layout and without the half of a pair of marks."""
    if _BLANK.search(name):
        name = " ".join(_LAYOUT.sub("", name).split())
    if not _MARKS.isdisjoint(name):
        for opening, closing in _PAIRS:
            if name.count(opening) != name.count(closing):
                name = name.replace(opening, "").replace(closing, "")
    return name
