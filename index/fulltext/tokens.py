"""Tokens of the query language. Called by `parsing` and by the explanations of a search without hits."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from index.errors import QueryError
from index.fulltext.dates import date_range
from index.fulltext.fields import ALSO_TEXT, FIELDS

_CLOSING = {'"': '"', "“": "”", "”": "”", "„": "”", "「": "」", "『": "』", "〝": "〞", "‘": "’", "«": "»"}
_OPENING = frozenset({"(", *_CLOSING} - {"”"})
_NEAR = re.compile(r"(?:NEAR|近)(?:/?(\d{1,9}))?")
_BAD_NEAR = re.compile(r"NEAR/\S*|近/\S*")
_BOOST = re.compile(r"[\^＾](\d{1,9}(?:\.\d{1,9})?)$")
_FUZZY = re.compile(r"(?<=.)[~～]\d?$")
_AFTER_PHRASE = re.compile(r"\*?(~(\d{0,3}))?(?:\^(\d{1,9}(?:\.\d{1,9})?))?")
_FIELD = re.compile(r"([^\s:=()]{1,16})[ \t]*[:=]")
_BRACKETED_DATES = re.compile(r"[\[{]([^\s\]}]+)\s+TO\s+([^\s\]}]+)[\]}]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BLANK_KINDS = "\t\n\r\f\v 　"
FARTHEST = 100_000  # characters between two keywords
_HEAVIEST = 1000.0
_WORDS = {
    "NOTIN": "notin",
    "不属于": "notin",
    "不屬於": "notin",
    "AND": "and",
    "OR": "or",
    "NOT": "not",
    "且": "and",
    "并且": "and",
    "並且": "and",
    "或": "or",
    "或者": "or",
    "非": "not",
    "不含": "not",
    "不包含": "not",
    "&": "and",
    "&&": "and",
    "+": "and",
}
_WORDY = "|".join(sorted(filter(str.isalpha, _WORDS), key=len, reverse=True))
_JOINT = re.compile(rf"(?:{_WORDY})(?=[(\"“„「『])")  # 「甲」或「乙」, NOT(甲 乙)
_BEFORE_JOINT = frozenset({"(", ")", *_CLOSING.values()})
OPERATORS = frozenset({"and", "or", "not", "near", "notin"})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query.

    kind: word phrase regex field open close and or not near notin. `value` is the text, a field's own name,
    or for near the distance in characters; `raw` is what was typed. `boost` of "close" is that of the group.
    """

    kind: str
    value: str
    start: int
    end: int
    raw: str = ""
    boost: float = 1.0
    fuzzy: bool = False

    def as_word(self) -> Token:
        """The same characters as plain text."""
        return Token("word", self.raw or self.value, self.start, self.end)


def tokens(text: str) -> list[Token]:
    """The tokens of a query; QueryError where a quote is not closed or a distance is no number."""
    plain = "".join(_narrow(char) for char in text)
    found: list[Token] = []
    at = 0
    while at < len(text):
        if plain[at].isspace() or _INVISIBLE.match(plain[at]):
            at += 1
            continue
        if plain[at] == "+" and re.match(r"[^\x00-\x7f]|[\"(]", plain[at + 1 : at + 2]):
            at += 1  # wanted, as every word is
            continue
        new = _next(plain, text, at)
        found += new
        at = new[-1].end
        if new[-1].kind == "field" and new[-1].value == "date":
            dates = _dates(plain, text, at)
            if dates is not None:
                found.append(dates)
                at = dates.end
    found = [token for token in found if token.kind != "word" or token.value != "-"]
    return _with_operators(found)


def _next(plain: str, text: str, at: int) -> list[Token]:
    """The token that begins at `at` (or several, where a phrase stands for a group)."""
    char = plain[at]
    if char == "(":
        return [Token("open", char, at, at + 1)]
    if char == ")":
        boost = _BOOST.match(re.split(r"[\s()]", plain[at + 1 :], maxsplit=1)[0])
        return [Token("close", char, at, at + 1 + (boost.end() if boost else 0), boost=_weight(boost))]
    end = _quote_end(plain, at)
    if end is not None:
        return _phrase(plain, text, at, end)
    joint = _JOINT.match(plain, at)
    if joint and (not at or plain[at - 1].isspace() or plain[at - 1] in _BEFORE_JOINT):
        return [Token(_WORDS[joint[0]], joint[0], at, joint.end(), text[at : joint.end()])]
    after = plain[at + 1 : at + 2]
    if after and not after.isspace() and (char == "-" or (char in "−–" and not after.isdigit())):
        return [Token("not", "-", at, at + 1)]
    if char == "!" and (after.isalnum() or after in _OPENING):
        return [Token("not", "!", at, at + 1, text[at])]
    if char == "|":
        end = at + 1 + (after == "|")
        return [Token("or", text[at:end], at, end, text[at:end])]
    return [_regex(plain, text, at) or _field(plain, text, at) or _word(plain, text, at)]


def _narrow(char: str) -> str:
    """Full-width ASCII as ASCII, everything else as it is."""
    if char == "　":
        return " "
    narrow = unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char
    return narrow if len(narrow) == 1 else char


def visible(text: str) -> str:
    """`text` without the marks that nobody sees; articles have lost them on import too."""
    return _INVISIBLE.sub("", text)


def _weight(boost: re.Match[str] | None) -> float:
    return min(float(boost[1]), _HEAVIEST) if boost else 1.0


# -- quotes


def _quote_end(plain: str, at: int) -> int | None:
    """Where the quotation that begins at `at` ends; None if no quotation begins there."""
    opening = plain[at]
    if opening == "'":
        found = re.compile(r"'[^']+'(?=[\s()]|$)").match(plain, at)
        return found.end() - 1 if found else None
    if opening not in _CLOSING:
        return None
    closing = {_CLOSING[opening]} | ({'"', "”"} if opening in '“"„' else set())
    last = next((end for end in range(at + 1, len(plain)) if plain[end] in closing), -1)
    if last < 0 and opening in "“”":  # both of one kind, as careless fingers and old editors leave them
        last = next((end for end in range(at + 1, len(plain)) if plain[end] in "“”"), -1)
    if last >= 0:
        return last
    if opening == "”":  # the end of a quotation that was cut off: text
        return None
    raise _unclosed(plain, at)


def _unclosed(plain: str, at: int) -> QueryError:
    return QueryError("query.unclosed_quote", at, 1, place=at + 1, quote=plain[at])


def _phrase(plain: str, text: str, at: int, end: int) -> list[Token]:
    """A phrase; "甲 乙"~5 is a group of words near each other."""
    after = re.split(r"[\s()]", plain[end + 1 :], maxsplit=1)[0]
    tail = _AFTER_PHRASE.fullmatch(after)
    fuzzy, distance, weight = tail.groups() if tail else (None, None, None)
    stop = end + 1 + (tail.end() if tail else 0)
    inside = text[at + 1 : end]
    boost = min(float(weight), _HEAVIEST) if weight else 1.0
    parts = list(re.finditer(r"[^\s　]+", inside))
    if not distance or len(parts) < 2:
        return [Token("phrase", inside, at, stop, text[at:stop], boost, bool(fuzzy))]
    group = [Token("open", "(", at, at + 1)]
    for number, part in enumerate(parts):
        start = at + 1 + part.start()
        if number:
            group.append(Token("near", distance, start, start, part[0]))
        group.append(Token("phrase", part[0], start, start + len(part[0])))
    return [*group, Token("close", ")", end, stop, boost=boost)]


# -- words


def _field(plain: str, text: str, at: int) -> Token | None:
    match = _FIELD.match(plain, at)
    if match is None or match[1].lower() not in FIELDS:
        return None
    if match[1] in ALSO_TEXT and text[match.end() - 1] not in ":=":
        return None
    return Token("field", FIELDS[match[1].lower()], at, match.end(), text[at : match.end()])


_LEFT_OUT = re.compile(r"\s+-(?!\s|\d{4})")  # 日期:2019 -5: a word left out, no month; but -2020 is a year


def _dates(plain: str, text: str, at: int) -> Token | None:
    """The dates behind a field: as far as they can be read, blanks inside a range included."""
    while at < len(plain) and plain[at].isspace():
        at += 1
    bracketed = _BRACKETED_DATES.match(plain, at)
    if bracketed is not None:
        low, high = (part.strip("*") for part in bracketed.groups())
        return Token("word", f"{low}..{high}", at, bracketed.end(), text[at : bracketed.end()])
    end = best = at
    for _ in range(3):
        piece = re.compile(r"\s*[^\s()]+").match(plain, end)
        if piece is None or (plain[end - 1].isdigit() and plain[piece.start() : end + 2].strip().isdigit()):
            break
        if end > at and _LEFT_OUT.match(plain, end):
            break
        end = piece.end()
        if date_range(text[at:end]) is not None:
            best = end
    return Token("word", text[at:best], at, best, text[at:best]) if best > at else None


def _word(plain: str, text: str, at: int) -> Token:
    end = _word_end(plain, at)
    typed, raw = plain[at:end], text[at:end]
    near = _NEAR.fullmatch(typed)
    if near and typed != "近":
        return Token("near", str(min(int(near[1] or 10), FARTHEST)), at, end, raw)
    if _BAD_NEAR.fullmatch(typed):
        raise QueryError("query.bad_near", at, end - at, value=raw)
    if typed in _WORDS:
        return Token(_WORDS[typed], raw, at, end, raw)
    if typed.endswith('"') and typed.count('"') % 2:
        raise _unclosed(plain, end - 1)
    word = raw
    boost = _BOOST.search(word)
    if boost and boost.start():
        word = word[: boost.start()]
    else:
        boost = None
    fuzzy = _FUZZY.search(word)
    if fuzzy:
        word = word[: fuzzy.start()]
    return Token("word", word, at, end, raw, _weight(boost), bool(fuzzy))


def _word_end(plain: str, at: int) -> int:
    """A word ends at a blank, a | or a parenthesis, except one that stands inside it: 会议(扩大)."""
    end = at
    while end < len(plain) and not plain[end].isspace() and plain[end] not in ")|":
        if plain[end] == "(":
            close = plain.find(")", end)
            inside = plain[end + 1 : close]
            if end == at or close < 0 or not inside or any(char.isspace() or char == "(" for char in inside):
                break
            end = close
        end += 1
    return end


def _regex(plain: str, text: str, at: int) -> Token | None:
    if plain[at] != "/":
        return None
    slash = text[at]
    end = at + 1
    while end < len(text) and text[end] != slash:
        end += 2 if text[end] == "\\" else 1
    if (
        end >= len(text)
        or end == at + 1
        or (end + 1 < len(text) and plain[end + 1] not in f"{_BLANK_KINDS})")
    ):
        return None
    return Token("regex", text[at + 1 : end], at, end + 1, text[at : end + 1])


# -- operators in small letters, NOT IN


def _with_operators(found: list[Token]) -> list[Token]:
    """Between Chinese words `and`, `or`, `not` mean what they mean in capitals; NOT IN is NOTIN."""
    out: list[Token] = []
    for number, token in enumerate(found):
        before = out[-1] if out else None
        after = found[number + 1] if number + 1 < len(found) else None
        kind = token.raw.upper() if token.kind == "word" and not token.fuzzy else ""
        near = _NEAR.fullmatch(kind) if kind.startswith("NEAR") else None
        if kind == "IN" and before and before.kind == "not" and before.raw.upper() == "NOT":
            out[-1] = replace(before, kind="notin", end=token.end, raw=f"{before.raw} {token.raw}")
        elif near and _chinese(before) and _chinese(after):
            out.append(replace(token, kind="near", value=near[1] or "10"))
        elif kind in ("AND", "OR", "NOTIN") and _chinese(before) and _chinese(after):
            out.append(replace(token, kind=_WORDS[kind]))
        elif kind == "NOT" and (_chinese(after) or (_is_in(after) and _chinese(before))):
            out.append(replace(token, kind="not"))
        else:
            out.append(token)
    return out


def _is_in(token: Token | None) -> bool:
    return token is not None and token.raw.upper() == "IN"


def _chinese(token: Token | None) -> bool:
    """Whether the neighbour of an English word shows that the word is an operator."""
    if token is None:
        return False
    return token.kind in ("phrase", "open", "close", "field", "regex", "not") or (
        token.kind == "word" and not token.value.isascii()
    )
