"""From the fields of the query builder to a query, in the words of the interface's language, and back.

No widgets. What is read back is what the builder writes, in any of the languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NAMES = ("title", "person", "post", "organisation", "place", "document", "event", "source", "date")
_FIELDS = {
    "zh_CN": dict(zip(NAMES, "标题 人物 职务 机构 地点 文件 事件 来源 日期".split(), strict=True)),
    "zh_TW": dict(zip(NAMES, "標題 人物 職務 機構 地點 文件 事件 來源 日期".split(), strict=True)),
    "en": dict(zip(NAMES, "title person post org place document event source date".split(), strict=True)),
}
_FIELD_OF = {word: name for words in _FIELDS.values() for name, word in words.items()}
_OPERATORS = frozenset(
    "and or not notin near in 且 并且 並且 或 或者 非 不含 不包含 近 不属于 不屬於 & && | || -".split()
)
_SPECIAL = re.compile(r"^[-−–+']|[\s()（）:：=＝\"“”„「」『』«»〝〞‘’/^~～*?]")
_QUOTES = re.compile(r"[\"“”]")
_PIECE = re.compile(r"""\s*(-)?(?:([^\s:"()-]+):)?("[^"]*"|\([^()]*\)|[^\s()":~]+)(~)?(?=\s|$)""")
_NEAR = re.compile(r"NEAR/(\d+)")


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
    inner: str = ""
    outer: str = ""
    roughly: str = ""
    title: str = ""
    person: str = ""
    post: str = ""
    organisation: str = ""
    place: str = ""
    document: str = ""
    event: str = ""
    source: str = ""
    first_date: str = ""
    last_date: str = ""


def query_text(parts: QueryParts, language: str) -> str:
    """The query; "" if nothing is filled in."""
    names = _FIELDS.get(language, _FIELDS["en"])
    found = _words(parts.all_words)
    if _word(parts.phrase.strip()):
        found.append(_quoted(parts.phrase))
    found.append(_any_of(parts.any_words))
    one, other = _word(parts.near_one.strip()), _word(parts.near_other.strip())
    found.append(f"{one} NEAR/{parts.near_distance} {other}" if one and other else one or other)
    inner, outer = _word(parts.inner.strip()), _any_of(parts.outer)
    found.append(f"{inner} NOTIN {outer}" if inner and outer else inner)
    found += [f"{each}~" for each in _words(parts.roughly)]
    found += [f"{names['title']}:{each}" for each in _words(parts.title)]
    for field in NAMES[1:-1]:
        value = _word(getattr(parts, field).strip())
        if value:
            found.append(f"{names[field]}:{value}")
    first, last = (re.sub(r"\s+", "", each) for each in (parts.first_date, parts.last_date))
    if first or last:
        found.append(f"{names['date']}:{first if first == last else f'{first}..{last}'}")
    found += [f"-{each}" for each in _words(parts.none_words)]
    return " ".join(each for each in found if each)


def _words(text: str) -> list[str]:
    """The keywords in `text`, each as a query has it."""
    return [word for word in map(_word, text.split()) if word]


def _any_of(text: str) -> str:
    alternatives = _words(text)
    return f"({' OR '.join(alternatives)})" if len(alternatives) > 1 else "".join(alternatives)


def query_parts(text: str) -> QueryParts | None:
    """The fields that make such a query; None if the builder would not have written it."""
    pieces: list[re.Match[str]] = []
    at = 0
    while at < len(text.rstrip()):
        piece = _PIECE.match(text, at)
        if piece is None:
            return None
        pieces.append(piece)
        at = piece.end()
    reading = _Reading()
    while pieces:
        near = _NEAR.fullmatch(pieces[1][0].strip()) if len(pieces) > 2 else None
        if near or (len(pieces) > 2 and pieces[1][0].strip() == "NOTIN"):
            known = reading.pair(pieces[0], pieces[2], int(near[1]) if near else None)
            pieces = pieces[3:]
        else:
            known = reading.one(pieces.pop(0))
        if not known:
            return None
    return QueryParts(near_distance=reading.distance, **reading.fields)


class _Reading:
    """The fields that are filled so far."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.distance = 10

    def one(self, piece: re.Match[str]) -> bool:
        """Put a piece into its field; False if there is none for it."""
        without, name, value, roughly = piece.groups()
        bare = _bare(value)
        if name:
            field = _FIELD_OF.get(name, "")
            return bool(field) and not (without or roughly) and self._named(field, bare)
        if value.startswith("("):
            return not (without or roughly) and self._once("any_words", _alternatives(value))
        if value.startswith('"') and not without and not roughly and "phrase" not in self.fields:
            return self._once("phrase", bare)
        if " " in bare or (value == bare and (value.lower() in _OPERATORS or _SPECIAL.search(value))):
            return False
        return self._more("none_words" if without else "roughly" if roughly else "all_words", bare)

    def pair(self, one: re.Match[str], other: re.Match[str], distance: int | None) -> bool:
        """Put two pieces with NEAR (distance in characters) or NOTIN between them into their fields."""
        if any(part for piece in (one, other) for part in (piece[1], piece[2], piece[4])):
            return False
        if distance is None:
            value = _alternatives(other[3]) if other[3].startswith("(") else _bare(other[3])
            return not one[3].startswith("(") and self._pair("inner", _bare(one[3]), "outer", value)
        if one[3].startswith("(") or other[3].startswith("("):
            return False
        self.distance = distance
        return self._pair("near_one", _bare(one[3]), "near_other", _bare(other[3]))

    def _named(self, field: str, value: str) -> bool:
        if field == "title":
            return " " not in value and self._more(field, value)
        if field == "date":
            first, dots, last = value.partition("..")
            return self._pair("first_date", first, "last_date", last if dots else first)
        return self._once(field, value)

    def _once(self, field: str, value: str) -> bool:
        if field in self.fields or not value:
            return False
        self.fields[field] = value
        return True

    def _more(self, field: str, value: str) -> bool:
        self.fields[field] = f"{self.fields.get(field, '')} {value}".strip()
        return bool(value)

    def _pair(self, one: str, value: str, other: str, second: str) -> bool:
        if one in self.fields or other in self.fields or not (value or second):
            return False
        self.fields |= {one: value, other: second}
        return True


def _bare(value: str) -> str:
    return value[1:-1] if value.startswith('"') else value


def _alternatives(value: str) -> str:
    """The words of (甲 OR 乙), with blanks between; "" if it is something else."""
    words = value[1:-1].split(" OR ")
    return " ".join(map(_bare, words)) if all(words) and not any(" " in each for each in words) else ""


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
    """One keyword; quoted if it would mean something else. "" if it is nothing but quotation marks."""
    if not _QUOTES.sub("", text).strip():
        return ""
    if text.lower() in _OPERATORS or _SPECIAL.search(text):
        return _quoted(text)
    return text


def _quoted(text: str) -> str:
    return f'"{_QUOTES.sub("", text).strip()}"'
