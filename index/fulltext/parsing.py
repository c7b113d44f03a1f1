"""The query language: from what a person types to a Whoosh query tree.

Called by `searcher` and, through `parse`, by `index.archive` for marking. Blank means AND; OR, NOT, -,
且 或 非; parentheses; quotes of all kinds; fields in both languages; `*` and `?`; NEAR/5; 红军 NOTIN 李红军;
红军~ (one character off); /regular expressions/; 红军^3 (weighs more). Full-width forms are the same. What
makes no sense as an operator is read as text; only what cannot be read at all is a QueryError with its
place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from whoosh import query as whoosh_query

from index.errors import QueryError
from index.fulltext.analysis import is_ascii_word, normal
from index.fulltext.dates import date_range
from index.fulltext.patience import fault
from index.fulltext.query import (
    Dates,
    Expression,
    Fuzzy,
    Keyword,
    Near,
    NotIn,
    TextLeaf,
    TextPattern,
    Values,
    Word,
    WordPattern,
)
from index.fulltext.ranking import text_leaves
from index.fulltext.tokens import Token, tokens
from index.model import FacetField
from index.script.fold import fold

_DEEPEST = 40
LONGEST = 20_000  # characters of a query
_LONGEST_FUZZY = 40  # every character of it may be another


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query tree, and the leaves whose places are marked in a text."""

    text: str
    query: Any
    keywords: tuple[TextLeaf, ...]


def parse(text: str) -> ParsedQuery:
    """The query that `text` means; an empty text means all articles."""
    if len(text) > LONGEST:
        raise QueryError("query.too_long", LONGEST, len(text) - LONGEST, count=len(text), most=LONGEST)
    query = _Parser(tokens(text)).whole()
    if query is None:  # nothing but operators: text, if it is visible at all
        query = Keyword(normal(text.strip())) if text.strip() else whoosh_query.Every()
    return ParsedQuery(text, query, tuple(text_leaves(query)))


class _Parser:
    """Recursive descent over tokens: any of < all of < not < one."""

    def __init__(self, found: list[Token]) -> None:
        # an operator that is all there is, is meant as text
        if len(found) == 1 and found[0].kind in ("and", "or", "not", "near", "notin"):
            found = [found[0].as_word()]
        self._tokens = found
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
            after = self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else None
            right = leaf(after, field) if after and after.kind in ("word", "phrase") else None
            if not isinstance(left, TextLeaf) or not isinstance(right, TextLeaf):
                break
            self._at += 2
            left = Near(left, right, int(operator.value)) if operator.kind == "near" else NotIn(left, right)
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
            if self._kind() in ("", "or", "and", "not", "close"):
                return leaf(token.as_word(), "")
            return self._one(token.value)
        if token.kind == "open":
            return self._group(field)
        if token.kind in ("near", "notin"):  # without a keyword on both sides: text
            return leaf(token.as_word(), field)
        return leaf(token, field)

    def _not_too_deep(self, depth: int, token: Token) -> None:
        if depth > _DEEPEST:
            raise QueryError("query.too_deep", token.start, place=token.start + 1)

    def _group(self, field: str) -> Any:
        inside = self._any_of(field)
        if self._kind() == "close":
            self._at += 1
        return inside


def leaf(token: Token, field: str) -> Any:
    """The query for one word or phrase in one field; None if there is nothing to look for."""
    if field == "date":
        found = date_range(token.value)
        if found is None:
            raise QueryError("query.bad_date", token.start, token.end - token.start, value=token.value)
        return Dates(*found)
    if field and field not in ("title", "body"):
        text = fold(token.value).strip()
        return Values(FacetField(field), text) if text else None
    text = normal(token.value).strip() if token.kind == "word" else normal(token.value)
    if not text.strip():
        return None
    if token.kind == "regex":
        return _regex(token, field)
    if token.fuzzy and 1 < len(text) <= _LONGEST_FUZZY and not re.search(r"[*?]", text):
        return Fuzzy(text, field, token.boost)
    if token.kind == "word" and re.search(r"[*?]", text):
        return _wildcard(text, token, field)
    return plain(text, field, token.boost)


def _wildcard(text: str, token: Token, place: str) -> Any:
    if not text.strip("*"):
        return whoosh_query.Every()
    if not text.strip("*?"):
        return Keyword(text, place, token.boost)
    if re.fullmatch(r"[a-z0-9*?]+", text):
        return WordPattern(text, place, token.boost)
    text = text.strip("*")
    # a full-width question mark at the end is how pasted text ends, and no wildcard
    if not re.search(r"[*?]", text[:-1] if token.value.endswith("？") else text):
        return plain(text, place, token.boost)
    return TextPattern(text, place, token.boost)


def plain(text: str, place: str, boost: float = 1.0) -> TextLeaf:
    """A keyword without operators."""
    return Word(text, place, boost) if is_ascii_word(text) else Keyword(text, place, boost)


def _regex(token: Token, place: str) -> Any:
    # fold what stands for itself, not the letter of an escape (\\S is not \\s)
    folded = re.sub(r"(\\.)|([^\\]+)", lambda m: m[1] or fold(m[2]), token.value, flags=re.DOTALL)
    reason = fault(folded)
    if reason:
        raise QueryError(
            "query.bad_regex",
            token.start,
            token.end - token.start,
            place=token.start + 1,
            value=token.raw,
            reason=reason,
        )
    return Expression(folded, place, token.boost)


def _joined(kind: Any, parts: list[Any]) -> Any:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else kind(parts)
