"""Dirt that crawlers and tricks for search engines leave: injected characters, keywords, doubled headlines.

Called by `index.importing.composition`. Repaired is only what is certain; what merely looks odd (characters
that were lost, rare ones in odd places) is reported as doubtful and left as it came.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from index.importing.repair.gloss_tables import Likelihood, likelihood
from index.model import Repair, RepairKind
from index.script.fold import fold

_RARE = 5500  # rank by frequency from which a character is odd between two common ones
_LEAST = 4  # places, and different characters before them, that make a trick and no name
_SPLIT = 0.3  # share of them in which a word of the dictionary is split
_SUSPECT = 2  # different places in which a word is split that make somebody look
_SUSPECT_SPLIT = 0.2
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


def without_injected(text: str) -> tuple[str, Repair | None]:
    """`text` without rare characters that stand between others all over it and split words.

    Where that is likely but not certain, the text as it came, and a doubt that shows one of the places.
    """
    odd = set(_odd().findall(text))
    if not odd:
        return text, None
    places = _places(text, odd)
    before = {text[place - 1] for place in places}
    if len(before) < _LEAST - 1:
        return text, None
    model, folded = likelihood(), fold(text)
    splitting = [place for place in places if _splits(model, folded, place)]
    split = {text[place - 1 : place + 2] for place in splitting}
    enough = len(before) >= _LEAST and len(split) >= _LEAST
    if not enough or len(splitting) < max(_LEAST, _SPLIT * len(places)):
        suspect = len(split) >= _SUSPECT and len(splitting) >= _SUSPECT_SPLIT * len(places)
        return text, _doubt(text, splitting[0], splitting[0] + 1, len(places)) if suspect else None
    before_it: dict[str, list[str]] = {}
    for place in places:
        before_it.setdefault(text[place], []).append(text[place - 1])
    names = {char for char, before in before_it.items() if len(before) > 1 and len(set(before)) == 1}
    injected = before_it.keys() - names  # beside punctuation and each other too, now that they are known
    gone = {place for place, char in enumerate(text) if char in injected}
    clean = "".join(char for place, char in enumerate(text) if place not in gone)
    first = splitting[0]
    low = max(0, first - 10)
    came, cleaned = text[low : first + 11], text[low:first] + text[first + 1 : first + 11]
    return clean, Repair(RepairKind.INJECTED, len(gone), came[:_SAMPLE], cleaned[:_SAMPLE])


def doubts(text: str) -> Repair | None:
    """Characters that were lost before the text came here; nothing can restore them."""
    if not (_GONE.search(text) or "???" in text or "？？？" in text):
        return None
    found = list(_LOST.finditer(text))
    if not found:
        return None
    return _doubt(text, *found[0].span(), len(found))


def _doubt(text: str, start: int, end: int, count: int) -> Repair:
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
            return _doubt(line, 0, len(line), 1)
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


def _places(text: str, odd: set[str]) -> list[int]:
    """Where odd characters stand between two Han characters that are not odd."""
    found = re.finditer("[" + "".join(map(re.escape, odd)) + "]", text)
    return [
        place
        for place in (each.start() for each in found)
        if 0 < place < len(text) - 1 and _is_plain(text[place - 1], odd) and _is_plain(text[place + 1], odd)
    ]


def _is_plain(char: str, odd: set[str]) -> bool:
    return "\u4e00" <= char <= "\u9fff" and char not in odd


def _splits(model: Likelihood, text: str, place: int) -> bool:
    """Whether the characters around are neighbours in words, and the one between belongs to neither."""
    before, char, after = text[place - 1], text[place], text[place + 1]
    return model.joins(before, after) and not model.joins(before, char) and not model.joins(char, after)


@cache
def _odd() -> re.Pattern[str]:
    """What is not at home in Chinese text: common characters, letters, digits, punctuation and kana are."""
    rank = likelihood().rank
    usual = "".join(chr(code) for code in range(0x4E00, 0xA000) if rank(chr(code)) < _RARE)
    return re.compile(rf"[^{usual}\0-\u052f\u2000-\u26ff\u3000-\u30ff\ufe30-\ufe6f\uff00-\uffef]")
