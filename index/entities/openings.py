"""Where a person without a post could be named. Called by `free_standing`.

A surname's character begins a word at one of twelve characters of a text, and hardly one in thirty of these
places holds a name. What a name there could score at most is worked out for all of them at once, from tables
by character; the few that are left are read one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.entities import odds
from index.entities.lexicons import cues, lexicons
from index.entities.names import MARRIED, SPEECH
from index.entities.reading import Reading

STRONG_SPEECH = cues("persons.strong_speech")
CUES = cues("persons.cues")  # words before a name
CURRICULUM = frozenset("现任 男, 女, 汉族 拟任 历任 曾任 时任 同志 任江".split())
RIVALS = frozenset("击败 战胜 对阵 逆转 迎战 不敌 力克 横扫 负于 险胜 完胜".split())
REPORTER_ENDS = frozenset(cue[-1] for cue in cues("persons.reporter"))
BEHIND_REPORTER = "]】:/|丨 \n\t\r"
SENTENCE_ENDS, MARKS_BEFORE = "\n。!?;", ",:、(「“】 |/"
_OF_A_LIFE = re.compile(",(?:" + "|".join(sorted(map(re.escape, CURRICULUM))) + ")")
_CODES = 0x32400  # Han characters end before
_PAIRS = 1 << 16
_ROUNDING = 0.01  # of 32-bit floats
_AHEAD = 5  # characters behind a surname that are looked at

Weights = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]


class _Tables(NamedTuple):
    """By character, but the last two, which go by a number made of two."""

    leads: Flags  # a surname, or its first character
    surname: Weights
    alone: Weights  # as a given name of one character
    first: Weights  # as the first of two
    second: Weights
    tail: Weights  # what follows a name and begins so
    titled: Weights  # the same where a post begins
    led: Weights  # what stands before a name
    reporter: Flags
    behind_reporter: Flags
    married: Flags
    other_forms: Flags  # compound and Japanese surnames
    demanding: Flags  # ends of words that demand a name


def openings(reading: Reading, posts: bytearray, held: Iterable[int], least: float) -> list[int]:
    """Where names may begin that score `least` or more, ascending; too many places rather than too few.

    `posts` is 1 where posts and their heads begin, `held` tells where something stands that makes what is
    before it a name.
    """
    folded, tables = reading.folded, _tables()
    padded = np.frombuffer(f"\0\0{folded}{chr(0) * _AHEAD}".encode("utf-32-le", "surrogatepass"), np.uint32)
    codes = np.minimum(padded, _CODES - 1).astype(np.int64)
    boundary = np.frombuffer(reading.boundary, np.uint8)
    places = np.flatnonzero(tables.leads[codes[2 : len(folded) + 2]] & (boundary[:-1] != 0))
    if not len(places) or "摄" in folded:
        return list(map(int, places))
    begins = np.zeros(len(folded) + 1 + _AHEAD, np.uint8)
    begins[: len(boundary)] = boundary
    titled = np.zeros_like(begins)
    titled[: len(posts)] = np.frombuffer(posts, np.uint8)
    before, last, own, second, third = (codes[places + shift] for shift in range(5))
    surname = tables.surname[own]
    two = surname + tables.alone[second] + _tail(tables, codes, begins, titled, places + 2)
    three = surname + tables.first[second] + tables.second[third]
    three += np.where(begins[places + 1] + begins[places + 2] == 0, odds.WHOLE, 0.0)
    three += _tail(tables, codes, begins, titled, places + 3)
    most = np.maximum(two, three) + tables.led[last]
    behind, reporter = tables.behind_reporter, tables.reporter
    most[reporter[last] | (behind[last] & (behind[before] | reporter[before]))] += 4.5
    keep = most >= least - _ROUNDING
    keep |= (second == ord(" ")) | (last == ord("(")) | tables.other_forms[_pair(own, second)]
    keep |= tables.demanding[_pair(before, last)]
    keep |= (titled[places + 4] != 0) | (tables.married[codes[places + 6]] & (begins[places + 4] != 0))
    forced = {*held, *(match.start() for match in _OF_A_LIFE.finditer(folded))}
    if forced or reading.heads_to:
        sure = np.zeros(len(titled), np.bool_)
        sure[[*reading.heads_to, *(end - size for end in forced for size in (2, 3) if end >= size)]] = True
        keep |= sure[places]
    found: list[int] = places[keep].tolist()
    return found


def _tail(
    tables: _Tables,
    codes: npt.NDArray[np.int64],
    begins: npt.NDArray[np.uint8],
    titled: npt.NDArray[np.uint8],
    ends: npt.NDArray[np.int64],
) -> Weights:
    """The most that what follows a name that ends at each of `ends` adds."""
    following = codes[ends + 2]
    tail = np.where(titled[ends] != 0, tables.titled[following], tables.tail[following])
    tail[begins[ends] == 0] = -1.5
    return tail


def _pair(first: npt.NDArray[np.int64], second: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return (first * 31 + second) & (_PAIRS - 1)


@cache
def _tables() -> _Tables:
    lexicon = lexicons()
    single = {name: weight for name, weight in lexicon.surnames.items() if len(name) == 1}
    other = {name[:2] for name in (*lexicon.japanese, *lexicon.surnames) if len(name) > 1}
    han = range(ord("\u3400"), ord("\u9fff") + 1)
    weight = {chr(code): odds.given_weight(chr(code)) for code in han}
    alone = {
        char: value * odds.LONE
        - 9.0 * (char in odds.NEVER_GIVEN)
        - 4.0 * (char in odds.OFFICE_ENDS)
        - 1.0 * (char in odds.NOT_GIVEN)
        for char, value in weight.items()
    }
    first = {
        char: value / 2 - 2.0 * (char in odds.NEVER_GIVEN) - 1.0 * (char in odds.NOT_GIVEN)
        for char, value in weight.items()
    }
    second = {
        char: value / 2 + odds.PAIR + odds.APART - 4.0 * (char in odds.OFFICE_ENDS or char in odds.THING_ENDS)
        for char, value in weight.items()
    }
    tail = dict.fromkeys(weight, 0.7)
    tail.update({word[0]: 2.5 for word in SPEECH})
    tail.update({word[0]: 4.5 for word in (*STRONG_SPEECH, *odds.HONORIFIC)})
    tail.update({"、": 2.5, "\0": 2.5})
    titled = dict.fromkeys(weight, 2.7)
    titled.update({word[0]: 3.0 for word in SPEECH})
    titled.update({word[0]: 5.0 for word in (*STRONG_SPEECH, *odds.HONORIFIC)})
    led = {word[-1]: 1.0 for word in CUES}
    led.update({**dict.fromkeys(SENTENCE_ENDS + "\0", 1.5), **dict.fromkeys(MARKS_BEFORE, 0.8), "、": 1.3})
    return _Tables(
        leads=_flags(name[0] for name in lexicon.surnames),
        surname=_weights(single, -99.0),
        alone=_weights(alone, -99.0),
        first=_weights(first, -99.0),
        second=_weights(second, -99.0),
        tail=_weights(tail, 2.0),
        titled=_weights(titled, 3.0),
        led=_weights(led, 0.0),
        reporter=_flags(REPORTER_ENDS),
        behind_reporter=_flags(BEHIND_REPORTER),
        married=_flags(word[0] for word in MARRIED),
        other_forms=_pairs(other),
        demanding=_pairs(word[-2:] for word in (*odds.APPOINTING, *RIVALS)),
    )


def _weights(by_char: dict[str, float], otherwise: float) -> Weights:
    table = np.full(_CODES, otherwise, np.float32)
    table[[ord(char) for char in by_char]] = list(by_char.values())
    return table


def _flags(chars: Iterable[str]) -> Flags:
    table = np.zeros(_CODES, np.bool_)
    table[[ord(char) for char in chars]] = True
    return table


def _pairs(words: Iterable[str]) -> Flags:
    both = np.array([[ord(word[0]), ord(word[1])] for word in words], np.int64)
    table = np.zeros(_PAIRS, np.bool_)
    table[_pair(both[:, 0], both[:, 1])] = True
    return table
