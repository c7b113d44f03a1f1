"""From the fields of the query builder to a query, in the words of the interface's language. No widgets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIELDS = {
    "zh_CN": {"title": "标题", "person": "人物", "organisation": "机构", "source": "来源", "date": "日期"},
    "zh_TW": {"title": "標題", "person": "人物", "organisation": "機構", "source": "來源", "date": "日期"},
    "en": {"title": "title", "person": "person", "organisation": "org", "source": "source", "date": "date"},
}
_OPERATORS = frozenset(
    "and or not notin near in 且 并且 並且 或 或者 非 不含 不包含 近 不属于 不屬於 & && | || -".split()
)
_SPECIAL = re.compile(r"^[-−–+']|[\s()（）:：=＝\"“”„「」『』«»〝〞‘’/^~～*?]")
_QUOTES = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class QueryParts:
    """What the builder's fields hold, as typed."""

    all_words: str = ""
    phrase: str = ""
    any_words: str = ""
    none_words: str = ""
    near_one: str = ""
    near_other: str = ""
    near_distance: int = 10
    title: str = ""
    person: str = ""
    organisation: str = ""
    source: str = ""
    first_date: str = ""
    last_date: str = ""


def query_text(parts: QueryParts, language: str) -> str:
    """The query; "" if nothing is filled in."""
    names = _FIELDS.get(language, _FIELDS["en"])
    found = [_word(each) for each in parts.all_words.split()]
    if parts.phrase.strip():
        found.append(_quoted(parts.phrase))
    alternatives = [_word(each) for each in parts.any_words.split()]
    found.append(f"({' OR '.join(alternatives)})" if len(alternatives) > 1 else "".join(alternatives))
    one, other = parts.near_one.strip(), parts.near_other.strip()
    if one and other:
        found.append(f"{_word(one)} NEAR/{parts.near_distance} {_word(other)}")
    else:
        found.append(_word(one or other))
    found += [f"{names['title']}:{_word(each)}" for each in parts.title.split()]
    for field, value in (
        ("person", parts.person),
        ("organisation", parts.organisation),
        ("source", parts.source),
    ):
        if value.strip():
            found.append(f"{names[field]}:{_word(value.strip())}")
    first, last = (re.sub(r"\s+", "", each) for each in (parts.first_date, parts.last_date))
    if first or last:
        found.append(f"{names['date']}:{first if first == last else f'{first}..{last}'}")
    found += [f"-{_word(each)}" for each in parts.none_words.split()]
    return " ".join(each for each in found if each)


def with_word(text: str, word: str) -> str:
    """A query that asks for `word` besides."""
    return f"{_one(text)} {_word(word)}".strip()


def without_word(text: str, word: str) -> str:
    """A query that leaves out the articles with `word`."""
    return f"{_one(text)} -{_word(word)}".strip()


def _one(text: str) -> str:
    """A query as one part of another."""
    alternatives = re.search(r"(?:^|\s)(?:OR|or|或|或者|\||\|\|)(?:\s|$)", text)
    return f"({text})" if alternatives else text


def _word(text: str) -> str:
    """One keyword; quoted if it would mean something else."""
    if not text:
        return ""
    if text.lower() in _OPERATORS or _SPECIAL.search(text):
        return _quoted(text)
    return text


def _quoted(text: str) -> str:
    return f'"{_QUOTES.sub("", text).strip()}"'
