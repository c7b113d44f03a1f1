"""Whoosh's own query types give on our arrays what they give on a stock Whoosh index."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from whoosh import fields, query
from whoosh.analysis import Token, Tokenizer
from whoosh.filedb.filestore import RamStorage
from whoosh.reading import MultiReader
from whoosh.searching import Searcher as WhooshSearcher

from index.fulltext.analysis import is_word_char, words
from index.fulltext.evaluation import Evaluation
from index.fulltext.query import Keyword
from index.fulltext.whoosh_codec import ArrayReader, schema
from index.model import IndexDocument

from .conftest import SmallIndex, document

CHARS = "联席会议红军"
WORDS = ["apec", "gdp", "ab", "abc", "b2", "中国", "会议", "联席"]


class Pairs(Tokenizer):
    """The pairs of a text at their positions."""

    def __call__(self, value: str, positions: bool = False, **kwargs: Any) -> Iterator[Token]:
        token = Token(positions=positions, **kwargs)
        for at in range(len(value) - 1):
            if is_word_char(value[at]) and is_word_char(value[at + 1]):
                token.text, token.pos, token.boost = value[at : at + 2], at, 1.0
                yield token


def some_documents(rng: random.Random, count: int) -> list[IndexDocument]:
    def text(size: int) -> str:
        pieces = ["".join(rng.choices(CHARS, k=rng.randint(1, 6))) for _ in range(size)]
        return " ，".join(rng.choice([piece, piece, rng.choice(WORDS)]) for piece in pieces)

    return [
        document(n, text(2), text(rng.randint(0, 9)), person=tuple(rng.sample("甲乙丙", rng.randint(0, 2))))
        for n in range(count)
    ]


def stock_searcher(documents: list[IndexDocument]) -> WhooshSearcher:
    pairs = fields.TEXT(analyzer=Pairs())
    listed = fields.KEYWORD(commas=True)
    table = fields.Schema(
        id=fields.STORED, title=pairs, body=pairs, body_word=listed, body_char=listed, person=listed
    )
    index = RamStorage().create_index(table)
    writer = index.writer()
    for found in documents:
        writer.add_document(
            id=found.id,
            title=found.title,
            body=found.body,
            body_word=",".join(words(found.body)),
            body_char=",".join(sorted({char for char in found.body if is_word_char(char)})),
            person=",".join(*found.facets.values()),
        )
    writer.commit()
    return index.searcher()


def random_query(rng: random.Random, depth: int) -> query.Query:
    def pair() -> str:
        return "".join(rng.choices(CHARS, k=2))

    if depth == 0 or rng.random() < 0.3:
        return rng.choice(
            [
                lambda: query.Term(rng.choice(["title", "body"]), pair()),
                lambda: query.Term("body_word", rng.choice(WORDS)),
                lambda: query.Term("body_char", rng.choice(CHARS)),
                lambda: query.Term("person", rng.choice("甲乙丙丁")),
                lambda: query.Phrase("body", [pair(), pair()], slop=rng.randint(1, 3)),
                lambda: query.Prefix("body_word", rng.choice(["a", "ab", "中", "x"])),
                lambda: query.Wildcard("body_word", rng.choice(["a*c", "?2", "*b*", "联*"])),
                lambda: query.Wildcard("body", rng.choice(CHARS) + "?"),
                lambda: query.TermRange("body_word", "ab", rng.choice(["b", "gdp", "中国"])),
                lambda: query.FuzzyTerm("body_word", rng.choice(["abd", "ape"])),
                lambda: query.Every(),
            ]
        )()
    parts = [random_query(rng, depth - 1) for _ in range(rng.randint(2, 3))]
    return rng.choice(
        [
            lambda: query.And(parts),
            lambda: query.Or(parts),
            lambda: query.And([parts[0], query.Not(parts[1])]),
            lambda: query.AndNot(parts[0], parts[1]),
            lambda: query.AndMaybe(parts[0], parts[1]),
            lambda: query.Require(parts[0], parts[1]),
            lambda: query.DisjunctionMax(parts),
        ]
    )()


def truth(stock: WhooshSearcher, wanted: query.Query) -> set[int]:
    """What stock Whoosh finds; around negations, whose matcher in 2.7.5 lets documents slip, by sets."""
    parts = [truth(stock, part) for part in wanted.children()] if negated(wanted) else []
    if isinstance(wanted, query.Not):
        return truth(stock, query.Every()) - parts[0]
    if isinstance(wanted, query.AndNot) and parts:
        return parts[0] - parts[1]
    if isinstance(wanted, query.AndMaybe) and parts:
        return parts[0]
    if isinstance(wanted, query.And | query.Require) and parts:
        return set.intersection(*parts)
    if isinstance(wanted, query.Or | query.DisjunctionMax) and parts:
        return set.union(*parts)
    return {stock.stored_fields(number)["id"] for number in stock.docs_for_query(wanted)}


def negated(wanted: query.Query) -> bool:
    return isinstance(wanted, query.Not | query.AndNot) or any(map(negated, wanted.children()))


@pytest.mark.parametrize("seed", range(4))
def test_random_queries_agree_with_stock_whoosh(small: SmallIndex, seed: int) -> None:
    rng = random.Random(seed)
    documents = some_documents(rng, 60)
    small.add(documents, parts=3)
    deleted = [found.id for found in documents if found.id % 9 == 4]
    small.delete(deleted)
    stock = stock_searcher([found for found in documents if found.id not in deleted])
    searcher = small.searcher()
    for _ in range(500):
        wanted = random_query(rng, 3)
        assert set(searcher.search_query(wanted).all_ids().tolist()) == truth(stock, wanted), wanted


def test_whoosh_itself_can_search_and_score_on_our_segments(small: SmallIndex) -> None:
    rng = random.Random(9)
    small.add(some_documents(rng, 50), parts=2)
    snapshot = small.fulltext.snapshot()
    readers = [ArrayReader(live, Evaluation(live, lambda n: ("", ""))) for live in snapshot.segments]
    with WhooshSearcher(MultiReader(readers)) as searcher:
        hits = searcher.search(query.Or([query.Term("body", "联席"), Keyword("会议")]), limit=None)
        assert sorted(hit["id"] for hit in hits) == small.ids("正文:联席 OR 会议")
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert min(scores) > 0


def test_the_terms_of_a_field_are_listed_in_order(small: SmallIndex) -> None:
    small.add([document(1, "联席", "席会 apec")])
    live = small.fulltext.snapshot().segments[0]
    reader = ArrayReader(live, Evaluation(live, lambda n: ("", "")))
    assert list(reader.lexicon("title")) == ["联席".encode()]
    assert list(reader.lexicon("body_char")) == sorted(char.encode() for char in "席会apec")
    assert reader.doc_frequency("body_word", "apec") == 1
    assert set(schema().names()) >= {"title", "body", "person", "source"}
