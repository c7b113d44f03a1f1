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
from index.entities.names import MARRIED, SPEECH, STRONG_SPEECH
from index.entities.reading import Reading

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
_BEFORE, _AHEAD = 2, 5  # characters before a place, and from it on, that are looked at
_AROUND = np.arange(_BEFORE + _AHEAD)[:, np.newaxis]
_ENDS = np.arange(1, _AHEAD)[:, np.newaxis]
_REPORTER, _BEHIND_REPORTER, _BRACKET, _BLANK, _MARRIED = 1, 2, 4, 8, 16  # kinds of characters
_BEGINS, _POST = 1, 2  # what begins at a place: a word, a post

Weights = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]


class _Tables(NamedTuple):
    """By character, but the last two, which go by a number made of two."""

    leads: Flags  # a surname, or its first character
    surname: Weights
    alone: Weights  # as a given name of one character
    first: Weights  # as the first of two
    second: Weights
    tails: Weights  # what follows a name and begins so, by what begins there
    led: Weights  # what stands before a name
    kinds: npt.NDArray[np.uint8]
    other_forms: Flags  # compound and Japanese surnames
    demanding: Flags  # ends of words that demand a name


def openings(reading: Reading, posts: bytearray, held: Iterable[int], least: float) -> list[int]:
    """Where names may begin that score `least` or more, ascending; too many places rather than too few.

    `posts` is 1 where posts and their heads begin, `held` tells where something stands that makes what is
    before it a name.
    """
    folded, tables = reading.folded, _tables()
    padded = f"{chr(0) * _BEFORE}{folded}{chr(0) * _AHEAD}".encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(padded, np.uint32)
    begins = np.frombuffer(reading.boundary, np.uint8)
    leads = tables.leads.take(codes[_BEFORE:-_AHEAD], mode="clip")
    leads &= begins[:-1].view(np.bool_)
    places = leads.nonzero()[0]
    if not len(places) or "摄" in folded:
        return list(map(int, places))
    state = np.zeros(len(begins) + _AHEAD, np.uint8)
    state[: len(begins)] = begins + np.frombuffer(posts, np.uint8) * _POST
    around = np.minimum(codes[places + _AROUND], _CODES - 1)
    near = state[places + _ENDS]
    keep = _most(tables, around, near) >= least - _ROUNDING
    keep |= _unlike(tables, around, near)
    forced = {*held, *(match.start() for match in _OF_A_LIFE.finditer(folded))}
    if forced or reading.heads_to:
        sure = np.zeros(len(state), np.bool_)
        sure[[*reading.heads_to, *(end - size for end in forced for size in (2, 3) if end >= size)]] = True
        keep |= sure[places]
    found: list[int] = places[keep].tolist()
    return found


def _most(tables: _Tables, around: npt.NDArray[np.uint32], near: npt.NDArray[np.uint8]) -> Weights:
    """The most that a name of the common forms can score at each place.

    `around` has the characters from two before a place on, a row each; `near` what begins behind the first
    character, and so on.
    """
    before, last, own, second, third = around[:5]
    tails = tables.tails[near[1:3], around[4:6]]
    whole = ((near[0] | near[1]) & _BEGINS) == 0
    three = tables.first.take(second) + tables.second.take(third) + tails[1] + whole * np.float32(odds.WHOLE)
    most: Weights = np.maximum(tables.alone.take(second) + tails[0], three)
    most += tables.surname.take(own)
    most += tables.led.take(last)
    nearer, farther = tables.kinds.take(last), tables.kinds.take(before)
    signed = (nearer & _REPORTER) | (nearer & _BEHIND_REPORTER & (farther | farther << 1))
    most[signed != 0] += 4.5
    return most


def _unlike(tables: _Tables, around: npt.NDArray[np.uint32], near: npt.NDArray[np.uint8]) -> Flags:
    """Where a name could have another form, or be demanded by what stands around it."""
    before, last, own, second = around[:4]
    unlike: Flags = tables.other_forms[_pair(own, second)] | tables.demanding[_pair(before, last)]
    odd = (tables.kinds.take(last) & _BRACKET) | (tables.kinds.take(second) & _BLANK) | (near[3] & _POST)
    odd |= (tables.kinds.take(around[6]) & _MARRIED) * (near[3] & _BEGINS)
    unlike |= odd != 0
    return unlike


def _pair(first: npt.NDArray[np.uint32], second: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    number: npt.NDArray[np.uint32] = (first * np.uint32(31) + second) & np.uint32(_PAIRS - 1)
    return number


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
    within = _weights({}, -1.5)  # the name would end within a word
    kinds = np.zeros(_CODES, np.uint8)
    for kind, chars in (
        (_REPORTER, REPORTER_ENDS),
        (_BEHIND_REPORTER, BEHIND_REPORTER),
        (_BRACKET, "("),
        (_BLANK, " "),
        (_MARRIED, {word[0] for word in MARRIED}),
    ):
        kinds[[ord(char) for char in chars]] |= kind
    return _Tables(
        leads=_flags(name[0] for name in lexicon.surnames),
        surname=_weights(single, -99.0),
        alone=_weights(alone, -99.0),
        first=_weights(first, -99.0),
        second=_weights(second, -99.0),
        tails=np.stack((within, _weights(tail, 2.0), within, _weights(titled, 3.0))),
        led=_weights(led, 0.0),
        kinds=kinds,
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
    both = np.array([[ord(word[0]), ord(word[1])] for word in words], np.uint32)
    table = np.zeros(_PAIRS, np.bool_)
    table[_pair(both[:, 0], both[:, 1])] = True
    return table
