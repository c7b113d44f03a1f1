"""What the characters of a possible name say of it, wherever it stands. Called by `names`, `openings`.

The same strings come again and again in an archive, so this part of a name's score is kept.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from index.entities.lexicons import cues, lexicons
from index.entities.reading import is_name, word_class

NOT_GIVEN = cues("persons.not_given")
HONORIFIC = cues("persons.honorific")
APPOINTING = frozenset(
    "任命 免去 选举 决定任命 提名 补选 接受 罢免 撤销 授予 追授 增补 聘任 推选 推举".split()
)
NEVER_GIVEN = frozenset("姓的了在说是称等与和及到")
# last characters of words for bodies, acts and crowds
OFFICE_ENDS = frozenset("感鱼煮瓜率费税党办道学局处所院会司部厅校厂台馆署队室科团")
# last characters of words for things that begin with a surname: 孔明灯, 卫戍区, 高污染
THING_ENDS = frozenset(
    "寺庙宫祠灯区病站村庭墓物器型式板材寨峡坝段街楼暴染尖榜路街巷弄药酒油肉菜粉煤矿币款额债券罪刑令函证照票险"
)
_LOWEST, _HIGHEST, _UNKNOWN = -4.0, 3.5, 0.8
_NEVER = -99.0
LONE, PAIR = 0.8, 0.8  # how much less one character says than two, and how much two say more
APART, WHOLE = 1.3, 2.0  # what a name gains that is no words, or that is a word
_KEPT = 1 << 15

FINE, NEVER, UNLESS_TITLED, NOT_LAST, NOT_FIRST = range(5)


class Odds(NamedTuple):
    """Parts of a name's score. The last three count only where the place of the name says so."""

    base: float  # surname and characters of the given name
    rule: int  # whether the given name holds a character that hardly occurs in names, and where
    joined: bool  # the given name begins with 和, which may join two names
    apart: float  # the segmentation knows none of the characters as part of a word
    inner: float  # the segmentation has the given name as a word
    inner_sure: float  # the same beside a post


@cache
def given_weight(char: str) -> float:
    """How much a character speaks for a given name; what is not Han speaks against it without end."""
    if not "\u3400" <= char <= "\u9fff":
        return _NEVER
    return max(_LOWEST, min(_HIGHEST, lexicons().given.get(char, _UNKNOWN)))


@lru_cache(_KEPT)
def odds(name: str, size: int) -> Odds | None:
    """The odds of a surname of `size` characters with one or two more; None if these are not Han."""
    lexicon = lexicons()
    words = lexicon.words
    given = name[size:]
    two = len(given) == 2
    weights = [given_weight(char) for char in given]
    if min(weights) == _NEVER:
        return None
    base = lexicon.surnames[name[:size]] + sum(weights) / len(weights) * (1.0 if two else LONE)
    apart = inner = inner_sure = 0.0
    if two:
        base += PAIR
        if not any(words.get(char, "n") in "vdpcrtfm" for char in given):
            apart = APART
        if words.get(given, "n") in "vdpcrtm":
            inner, inner_sure = -3.0, -0.5
        if given in words:
            inner, inner_sure = inner - 2.0, inner_sure - 0.5
        if given in HONORIFIC:
            base -= 9.0
        if given[-1] in THING_ENDS:
            base -= 4.0
    if given[-1] in OFFICE_ENDS:
        base -= 4.0
    return Odds(base, _rule(given), two and given[0] == "和", apart, inner, inner_sure)


def _rule(given: str) -> int:
    if not NEVER_GIVEN.isdisjoint(given):
        lenient = len(given) == 2 and given[-1] not in "和与及" and "的" not in given and "了" not in given
        return UNLESS_TITLED if lenient else NEVER
    if given[-1] in NOT_GIVEN:
        return NOT_LAST
    return NOT_FIRST if given[0] in NOT_GIVEN else FINE


@lru_cache(_KEPT)
def as_word(name: str) -> float:
    """What it says that the segmentation takes the whole name for one word."""
    lexicon = lexicons()
    score = -6.0 if name in lexicon.divisions else 0.0
    if name in lexicon.words:
        return score - 4.0
    if len(name) > 2 and is_name(name):
        return score + WHOLE
    # 缅怀: a dictionary word that is a verb is hardly a name, nor a noun of three characters (暴风雪)
    if word_class(name)[:1] in tuple("vadcpu"):
        return score - 3.5
    return score - (3.0 if len(name) == 3 and word_class(name) == "n" else 0.5)


@cache
def _half_names() -> frozenset[str]:
    """Common words that are names as well, or the first two characters of one: 罗文."""
    lexicon = lexicons()
    return frozenset(
        word
        for word, kind in lexicon.words.items()
        if kind == "n" and len(word) == 2 and lexicon.surnames.get(word[0], 0) >= 2.5 and is_name(word)
    )


@lru_cache(_KEPT)
def may_begin_name(word: str) -> bool:
    """Whether a word of the segmentation that begins with a surname's character may begin a name."""
    lexicon = lexicons()
    size = len(word)
    if size == 1:
        return word in lexicon.surnames
    if size > 3 or (word in lexicon.words and not (size == 2 and word in _half_names())):
        return False
    return word[0] in lexicon.surnames or word[:2] in lexicon.surnames
