"""All kinds of queries, put together at random, find what looking at every text finds.

The truth is computed from what was meant, not from what the parser made of it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from index.fulltext.analysis import normal
from index.model import IndexDocument, SearchRequest

from .conftest import SmallIndex, document

CHARS = "联席会议红军李赣江"
BOTH = str.maketrans("联席会议红军赣", "聯席會議紅軍贛")
LATIN = ["apec", "5g", "gdp", "covid19"]
NAMES = ["李红军", "刘文华", "赣江新区"]
YEARS = range(2018, 2024)
Spans = list[tuple[int, int]]
Find = Callable[[str], Spans]
Truth = Callable[[IndexDocument, str, str], bool]  # of a document with its normal title and body


@dataclass(frozen=True)
class Asked:
    """A query as typed, and what it means."""

    text: str
    truth: Truth


@dataclass(frozen=True)
class Piece:
    """A keyword of some sort as typed, and where it stands in a text."""

    text: str
    find: Find


def some_text(rng: random.Random, size: int) -> str:
    pieces = []
    for _ in range(size):
        piece = "".join(rng.choices(CHARS, k=rng.randint(1, 5)))
        piece = rng.choice([piece, piece, piece, rng.choice(LATIN), rng.choice(NAMES)])
        pieces.append(piece.translate(BOTH) if rng.random() < 0.3 else piece)
        pieces.append(rng.choice(["", "", "，", "。\n", " ", "　", "（", "·"]))
    return "".join(pieces)


def some_documents(rng: random.Random, count: int) -> list[IndexDocument]:
    return [
        document(
            n,
            some_text(rng, 3),
            some_text(rng, rng.randint(0, 25)),
            f"{rng.choice(YEARS)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
            person=tuple(rng.sample(NAMES[:2], rng.randint(0, 2))),
            source=(rng.choice(["九江日报", "新闻联播"]),),
        )
        for n in range(1, count + 1)
    ]


def every(expression: str) -> Find:
    """All places of an expression, overlapping ones too; where it begins there is one."""
    pattern = re.compile(f"(?=({expression}))")
    return lambda text: [match.span(1) for match in pattern.finditer(text)]


def at_most_one_off(word: str) -> Find:
    def alike(piece: str) -> bool:
        if len(piece) == len(word):
            return sum(a != b for a, b in zip(piece, word, strict=True)) <= 1
        short, long = sorted((piece, word), key=len)
        if len(piece) < len(word) and len(word) <= 2:
            return False
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))

    def find(text: str) -> Spans:
        sizes = [size for size in (len(word) - 1, len(word), len(word) + 1) if size > 0]
        return [
            (at, at + size)
            for size in sizes
            for at in range(len(text) - size + 1)
            if alike(text[at : at + size])
        ]

    return find


def some_keyword(rng: random.Random) -> str:
    return "".join(rng.choices(CHARS, k=rng.choice([1, 2, 2, 2, 3, 3, 4])))


def some_piece(rng: random.Random) -> Piece:
    """A keyword, a word, or one with wildcards."""
    kind = rng.random()
    if kind < 0.2:
        word = rng.choice(LATIN)
        typed, pattern = rng.choice(
            [(word, word), (word.upper(), word), (word[:2] + "*", word[:2] + "[a-z0-9]*")]
        )
        return Piece(typed, every(f"(?<![a-z0-9]){pattern}(?![a-z0-9])"))
    key = some_keyword(rng)
    if kind < 0.3 and len(key) > 1:
        return Piece(f"{key[0]}?{key[1:]}", every(rf"{key[0]}[\s\S]{key[1:]}"))
    if kind < 0.36 and len(key) > 1:
        return Piece(f"{key[0]}*{key[1:]}", every(rf"{key[0]}(?:[^\W_]){{0,20}}?{key[1:]}"))
    typed = rng.choice([key, key.translate(BOTH), f"“{key}”", f"「{key}」", f'"{key}"'])
    return Piece(typed, every(re.escape(key)))


def some_condition(rng: random.Random) -> Piece:
    """A piece, or two of them with a condition between them."""
    kind = rng.random()
    if kind < 0.15:
        one, other, far = some_piece(rng), some_piece(rng), rng.randint(0, 12)

        def near(text: str) -> Spans:
            there = other.find(text)
            return [
                (a, b)
                for a, b in one.find(text)
                if any(0 <= c - b <= far or 0 <= a - d <= far for c, d in there)
            ]

        return Piece(f"{one.text} NEAR/{far} {other.text}", near)
    if kind < 0.3:
        key = some_keyword(rng)
        longer = rng.choice(CHARS) + key

        def apart(text: str) -> Spans:
            outer = every(longer)(text)
            return [(a, b) for a, b in every(key)(text) if not any(c <= a and b <= d for c, d in outer)]

        return Piece(f"{key} NOTIN {longer}", apart)
    if kind < 0.4:
        key = "".join(rng.choices(CHARS, k=rng.randint(2, 4)))
        return Piece(f"{key}~", at_most_one_off(key))
    if kind < 0.5:
        a, b, c = rng.choices(CHARS, k=3)
        form = rng.choice(
            [f"{a}[{b}{c}]", f"{a}.{{1,3}}{b}", f"{a}+{b}?{c}", f"(?:{a}{b}|{c}{a})", rf"{a}\W"]
        )
        return Piece(f"/{form}/", every(form))
    return some_piece(rng)


def some_query(rng: random.Random, depth: int) -> Asked:
    kind = rng.random()
    if depth and kind < 0.55:
        parts = [some_query(rng, depth - 1) for _ in range(rng.randint(2, 3))]
        either = rng.random() < 0.4
        sign = rng.choice([" OR ", " 或 ", " | "]) if either else rng.choice([" ", "　", " AND ", " 且 "])
        joined = any if either else all

        def together(found: IndexDocument, title: str, body: str) -> bool:
            return joined(part.truth(found, title, body) for part in parts)

        return Asked("(" + sign.join(part.text for part in parts) + ")", together)
    if depth and kind < 0.68:
        part = some_query(rng, depth - 1)
        sign = rng.choice(["-", "NOT ", "非 ", "!"])
        typed = part.text if part.text[0] == "(" else f"({part.text})"
        return Asked(sign + typed, lambda found, title, body: not part.truth(found, title, body))
    if kind < 0.74:
        low, high = sorted(rng.choices(YEARS, k=2))
        typed = rng.choice([f"日期:{low}..{high}", f"date:{low}..{high}", f"日期：{low}年-{high}年"])
        return Asked(typed, lambda found, _title, _body: low <= int((found.date or "0")[:4]) <= high)
    if kind < 0.8:
        name = rng.choice(NAMES[:2])
        typed = rng.choice([f"人物:{name}", f"person:{name.translate(BOTH)}", f"人名：“{name}”"])
        return Asked(
            typed, lambda found, _title, _body: any(name in values for values in found.facets.values())
        )
    piece = some_condition(rng)
    boost = rng.choice(["", "", "^3"]) if re.fullmatch(r"\w+", piece.text) else ""
    place = rng.choice(["", "", "", "标题:", "正文:", "title:", "標題："])
    if place and " " not in piece.text:
        wants_title = place[0] in "标標t"
        return Asked(
            f"{place}{piece.text}{boost}",
            lambda _found, title, body: bool(piece.find(title if wants_title else body)),
        )
    return Asked(piece.text + boost, lambda _found, title, body: bool(piece.find(title) or piece.find(body)))


@pytest.mark.parametrize("seed", range(4))
def test_queries_of_all_kinds_together_find_what_they_mean(small: SmallIndex, seed: int) -> None:
    rng = random.Random(seed)
    small.add(some_documents(rng, 90), parts=3)
    small.delete([n for n in small.documents if n % 11 == 3])
    searcher = small.searcher()
    texts = {n: (found, normal(found.title), normal(found.body)) for n, found in small.documents.items()}
    found_some = 0
    for _ in range(250):
        asked = some_query(rng, 3)
        wanted = [n for n, text in texts.items() if asked.truth(*text)]
        found = sorted(searcher.search(SearchRequest(asked.text)).all_ids().tolist())
        assert found == sorted(wanted), asked.text
        found_some += 0 < len(wanted) < len(texts)
    assert found_some > 100
