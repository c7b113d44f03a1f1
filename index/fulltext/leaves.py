"""What a single word, phrase or value of a query becomes. Called by `parsing`."""

from __future__ import annotations

import re
from collections.abc import Callable
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
    TextLeaf,
    TextPattern,
    Values,
    Word,
    WordPattern,
)
from index.fulltext.tokens import Token, visible
from index.model import FacetField
from index.script.fold import HAN, fold

KeyOf = Callable[[FacetField, str], str]
_LONGEST_FUZZY = 40  # every character of it may be another
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
_GLOSS = re.compile(rf"(?<={HAN})\([a-zü]{{0,4}}[{_TONED}][a-zü]{{0,4}}\)")
_BOOK_MARKS = re.compile("[《》〈〉]")
_LISTED = re.compile(r"[,，、;；]")
_LISTS = frozenset({FacetField.PERSON, FacetField.PLACE, FacetField.SOURCE})


def leaf(token: Token, field: str, key_of: KeyOf | None = None) -> Any:
    """The query for one word or phrase in one field; None if there is nothing to look for."""
    value = visible(token.value)
    if field == "date":
        found = date_range(value)
        if found is None:
            raise QueryError("query.bad_date", token.start, token.end - token.start, value=token.value)
        return Dates(*found)
    if field and field not in ("title", "body"):
        return _named(token, FacetField(field), value, key_of)
    text = normal(value) if token.kind == "phrase" else normal(value).strip()
    if not text.strip():
        return None
    if token.kind == "regex":
        return Expression(_folded_regex(token), field, token.boost, (token.start, token.end))
    if token.fuzzy and 1 < len(text) <= _LONGEST_FUZZY and not re.search(r"[*?]", text):
        return Fuzzy(text, field, token.boost)
    if token.kind == "word" and re.search(r"[*?]", text):
        return _wildcard(text, token, field)
    return _with_and_without_glosses(text, field, token.boost)


def plain(text: str, place: str, boost: float = 1.0) -> TextLeaf:
    """A keyword without operators."""
    return Word(text, place, boost) if is_ascii_word(text) else Keyword(text, place, boost)


def _with_and_without_glosses(text: str, place: str, boost: float) -> Any:
    """A keyword; one copied from a glossed page (聯(lián)席) also as articles have it after their repair."""
    bare = _GLOSS.sub("", text)
    if bare == text:
        return plain(text, place, boost)
    return whoosh_query.Or([plain(bare, place, boost), plain(text, place, boost)])


def _wildcard(text: str, token: Token, place: str) -> Any:
    if "*" in text and not text.strip("*?"):
        return whoosh_query.Every()
    if not text.strip("?"):
        return Keyword(text, place, token.boost)
    if re.fullmatch(r"[a-z0-9*?]+", text):
        return WordPattern(text, place, token.boost)
    text = text.strip("*")
    # a full-width question mark at the end is how pasted text ends, and no wildcard
    if not re.search(r"[*?]", text[:-1] if token.value.endswith("？") else text):
        return plain(text, place, token.boost)
    return TextPattern(text, place, token.boost)


def _named(token: Token, field: FacetField, value: str, key_of: KeyOf | None) -> Any:
    """Articles that name somebody or something, in whichever of its forms; alternatives with commas."""
    if token.kind == "regex":
        return Values(field, token.raw, form=_folded_regex(token))
    if token.kind == "word" and field in _LISTS and _LISTED.search(value):
        parts = [_name(part, token, field, key_of) for part in _LISTED.split(value)]
        parts = [part for part in parts if part is not None]
        return whoosh_query.Or(parts) if len(parts) > 1 else parts[0] if parts else None
    return _name(value, token, field, key_of)


def _name(value: str, token: Token, field: FacetField, key_of: KeyOf | None) -> Any:
    if field is FacetField.DOCUMENT:
        value = _BOOK_MARKS.sub("", value)
    text = fold(value).strip()
    if not text:
        return None
    if token.kind == "word" and re.search(r"[*?]", text):
        if not text.strip("*"):
            return Values(field, text, form=".")
        form = "".join({"*": ".*", "?": "."}.get(char) or re.escape(char) for char in text)
        return Values(field, text, form=f"^{form}$")
    if token.fuzzy and len(text) > 1:
        forms = Fuzzy(text).forms
        return Values(field, text, form="|".join(_any_word(form) for form in forms))
    key = key_of(field, value) if key_of is not None and field is not FacetField.SOURCE else text
    # the key of a body is its shorter name, and longer ones contain it (中共中央纪委 and 中央纪委国家监委);
    # that of a place may begin the name of another (吉林省 and 吉林市)
    also = fold(key) if field is FacetField.ORGANISATION and len(key) > 2 else ""
    return Values(field, text, (key,) if key and key != text else (), also=also)


def _any_word(form: TextLeaf) -> str:
    text = getattr(form, "text", "")
    return "".join("." if char == "?" else re.escape(char) for char in text)


def _folded_regex(token: Token) -> str:
    """The expression folded as text is; QueryError if it is faulty."""
    # fold what stands for itself, not the letter of an escape (\S is not \s)
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
    return folded
