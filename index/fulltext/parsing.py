"""The query language: from what a person types to a Whoosh query tree.

Called by `searcher` and, through `parse`, by `index.archive` for marking. Blank means AND; OR, NOT, -,
且 或 非; parentheses; quotes of all kinds; fields in both languages; `*` and `?`; NEAR/5; 红军 NOTIN 李红军;
红军~ (one character off); /regular expressions/; 红军^3 (weighs more). Full-width forms are the same. What
makes no sense as an operator is read as text or, at an end, left out; only what cannot be read at all is a
QueryError with its place. What single words become is in `leaves`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import Any

from whoosh import query as whoosh_query

from index.errors import QueryError
from index.fulltext.analysis import normal
from index.fulltext.leaves import KeyOf, leaf, plain
from index.fulltext.query import Keyword, Leaf, Near, NotIn, TextLeaf, Values
from index.fulltext.ranking import text_leaves
from index.fulltext.tokens import OPERATORS, Token, tokens, visible
from index.model import FacetField

_DEEPEST = 40
_HOLLOW = re.compile(r"|[\s()（）\"“”„「」『』‘’〝〞«»]{2,}")  # quotes and brackets around nothing
LONGEST = 20_000  # characters of a query
_MOST_PAIRS = 400  # of NEAR between alternatives
_NAMES = frozenset(FacetField) - {FacetField.SOURCE, FacetField.YEAR, FacetField.MONTH}


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query tree, and the leaves whose places are marked in a text."""

    text: str
    query: Any
    keywords: tuple[TextLeaf, ...]


def parse(text: str, key_of: KeyOf | None = None) -> ParsedQuery:
    """The query that `text` means; an empty text means all articles.

    `key_of` gives the key under which the index has a name (地点:江西省 is 江西 there).
    """
    if len(text) > LONGEST:
        raise QueryError("query.too_long", LONGEST, len(text) - LONGEST, count=len(text), most=LONGEST)
    found = tokens(text)
    query = _Parser(found, key_of).whole()
    if query is None and any(token.kind == "field" for token in found):
        query = whoosh_query.Every()
    elif query is None:  # nothing but operators: text, if there is anything in it
        shown = visible(text).strip()
        query = whoosh_query.Every() if _HOLLOW.fullmatch(shown) else Keyword(normal(shown))
    return ParsedQuery(text, query, (*text_leaves(query), *_names(query)))


def _names(query: Any) -> list[TextLeaf]:
    """The names that fields ask for, as keywords: where they are printed they are marked."""
    if isinstance(query, Values):
        if query.field not in _NAMES or query.form or not query.texts:
            return []
        return [plain(text, "") for text in dict.fromkeys((*query.texts, *query.values))]
    if isinstance(query, Leaf | whoosh_query.Not):
        return []
    return [name for part in query.children() for name in _names(part)]


class _Parser:
    """Recursive descent over tokens: any of < all of < not < one."""

    def __init__(self, found: list[Token], key_of: KeyOf | None) -> None:
        # an operator that is all there is, is meant as text
        if len(found) == 1 and found[0].kind in OPERATORS:
            found = [found[0].as_word()]
        self._tokens = found
        self._key_of = key_of
        self._at = 0
        self._depth = 0

    def whole(self) -> Any:
        parts: list[Any] = []
        while self._at < len(self._tokens):
            query = self._any_of("")
            if query is not None:
                parts.append(query)
            if self._kind() == "close":  # one too many: left out
                self._at += 1
        return _joined(whoosh_query.And, parts)

    def _kind(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _any_of(self, field: str) -> Any:
        parts = [self._all_of(field)]
        while self._kind() == "or":
            self._at += 1
            parts.append(self._all_of(field))
        return _joined(whoosh_query.Or, [part for part in parts if part is not None])

    def _all_of(self, field: str) -> Any:
        parts: list[Any] = []
        while self._kind() not in ("", "or", "close"):
            if self._kind() == "and":
                self._at += 1
                continue
            part = self._related(self._one(field), field)
            if part is not None:
                parts.append(part)
        return _joined(whoosh_query.And, parts)

    def _related(self, left: Any, field: str) -> Any:
        """`left`, or what it becomes with a following NEAR or NOTIN and another keyword."""
        depth = self._depth
        while self._kind() in ("near", "notin"):
            operator = self._tokens[self._at]
            depth += 1
            self._not_too_deep(depth, operator)
            self._at += 1
            if self._kind() in ("", "or", "and", "close", "near", "notin"):
                continue  # nothing behind it: left out, as OR is
            right = self._one(field)
            if left is None or right is None:
                left = left if right is None else right
                continue
            left = _pairs(operator, left, right)
        return left

    def _one(self, field: str) -> Any:
        self._depth += 1
        self._not_too_deep(self._depth, self._tokens[self._at])
        try:
            return self._one_inside(field)
        finally:
            self._depth -= 1

    def _one_inside(self, field: str) -> Any:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "not":
            if self._kind() in ("", "or", "and", "close"):
                return None
            part = self._one(field)
            return None if part is None else whoosh_query.Not(part)
        if token.kind == "field":
            if self._kind() in ("", "or", "and", "close"):
                return None  # what it shall be about is still to be typed
            return self._one(token.value)
        if token.kind == "open":
            return self._group(field)
        if token.kind in ("near", "notin"):  # without a keyword before it: left out
            return None
        return self._leaf(token, field)

    def _leaf(self, token: Token, field: str) -> Any:
        return leaf(token, field, self._key_of)

    def _not_too_deep(self, depth: int, token: Token) -> None:
        if depth > _DEEPEST:
            raise QueryError("query.too_deep", token.start, place=token.start + 1)

    def _group(self, field: str) -> Any:
        inside = self._any_of(field)
        if self._kind() == "close":
            boost = self._tokens[self._at].boost
            if boost != 1.0 and inside is not None:
                for each in text_leaves(inside):
                    each.boost *= boost
            self._at += 1
        return inside


def _alternatives(query: Any) -> list[TextLeaf] | None:
    """The keywords of which any will do; None if the query is something else."""
    if isinstance(query, TextLeaf):
        return [query]
    if not isinstance(query, whoosh_query.Or):
        return None
    parts = [_alternatives(part) for part in query.subqueries]
    return [leaf for part in parts for leaf in part or ()] if all(parts) else None


def _pairs(operator: Token, left: Any, right: Any) -> Any:
    """NEAR or NOTIN between two keywords, or between alternatives in parentheses."""
    here, there = _alternatives(left), _alternatives(right)
    if here is None or there is None or len(here) * len(there) > _MOST_PAIRS:
        length = operator.end - operator.start
        raise QueryError("query.bad_operands", operator.start, length, value=operator.raw)
    for one, other in product(here, there):  # what is near something in the title stands there too
        one.place = one.place or other.place
        other.place = other.place or one.place
    if operator.kind == "near":
        distance = int(operator.value)
        return _joined(whoosh_query.Or, [Near(one, other, distance) for one, other in product(here, there)])
    found: list[TextLeaf] = []
    for one in here:
        for other in there:
            one = NotIn(one, other)  # one exclusion after the other
        found.append(one)
    return _joined(whoosh_query.Or, found)


def _joined(kind: Any, parts: list[Any]) -> Any:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else kind(parts)
