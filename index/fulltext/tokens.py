"""Tokens of the query language. Called by `parsing` only."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from index.errors import QueryError

_CLOSING = {'"': '"', "“": "”", "„": "”", "「": "」", "『": "』", "〝": "〞", "‘": "’"}
_NEAR = re.compile(r"(?:NEAR|近)(?:/(\d{1,4}))?")
_BOOST = re.compile(r"\^(\d{1,3}(?:\.\d+)?)$")
_FUZZY = re.compile(r"(?<=.)~1?$")
_WORDS = {
    "NOTIN": "notin",
    "不属于": "notin",
    "不屬於": "notin",
    "AND": "and",
    "OR": "or",
    "NOT": "not",
    "且": "and",
    "或": "or",
    "非": "not",
    "&": "and",
    "|": "or",
}
_NAMES = {
    "title": ("title", "标题", "標題", "题目", "題目", "篇名"),
    "body": ("body", "text", "正文", "全文", "内容", "內容"),
    "source": ("source", "来源", "來源", "媒体", "媒體"),
    "date": ("date", "日期", "时间", "時間", "year", "年份"),
    "person": ("person", "people", "人物", "姓名", "人名"),
    "post": ("post", "position", "职务", "職務"),
    "organisation": ("organisation", "organization", "org", "机构", "機構", "单位", "單位", "组织", "組織"),
    "place": ("place", "location", "地点", "地點", "地名"),
    "document": ("document", "doc", "文件", "文献", "文獻"),
    "event": ("event", "事件", "会议", "會議"),
}
FIELDS = {name: field for field, names in _NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query.

    kind: word phrase regex field open close and or not near notin. `value` is the text, a field's own name,
    or for near the distance in characters; `raw` is what was typed.
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
    """The tokens of a query; QueryError where a quote is not closed."""
    plain = "".join(_narrow(char) for char in text)
    found: list[Token] = []
    at = 0
    while at < len(text):
        char = plain[at]
        if char.isspace():
            at += 1
        elif char in "()":
            found.append(Token("open" if char == "(" else "close", char, at, at + 1))
            at += 1
        elif char in _CLOSING:
            end = _quote_end(plain, at)
            boost = _BOOST.match(re.split(r"[\s()]", text[end + 1 :], maxsplit=1)[0])
            after = end + 1 + (boost.end() if boost else 0)
            weight = float(boost[1]) if boost else 1.0
            found.append(Token("phrase", text[at + 1 : end], at, after, boost=weight))
            at = after
        elif char == "-" and at + 1 < len(text) and not plain[at + 1].isspace():
            found.append(Token("not", "-", at, at + 1))
            at += 1
        else:
            token = _regex(text, at) or _field(plain, text, at) or _word(plain, text, at)
            found.append(token)
            at = token.end
    return [token for token in found if token.value != "-" or token.kind != "word"]


def _narrow(char: str) -> str:
    """Full-width ASCII as ASCII, everything else as it is."""
    if char == "　":
        return " "
    narrow = unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char
    return narrow if len(narrow) == 1 else char


def _quote_end(plain: str, at: int) -> int:
    closing = {_CLOSING[plain[at]]}
    if plain[at] in '“"':
        closing |= {'"', "”"}
    for end in range(at + 1, len(plain)):
        if plain[end] in closing:
            return end
    raise QueryError("query.unclosed_quote", at, 1, place=at + 1, quote=plain[at])


def _field(plain: str, text: str, at: int) -> Token | None:
    colon = plain.find(":", at, at + 16)
    if colon < 0:
        return None
    field = FIELDS.get(plain[at:colon].lower())
    return Token("field", field, at, colon + 1, text[at : colon + 1]) if field else None


def _word(plain: str, text: str, at: int) -> Token:
    end = at
    while end < len(plain) and not plain[end].isspace() and plain[end] != ")":
        if plain[end] == "(":
            close = plain.find(")", end)
            inside = plain[end + 1 : close]
            if end == at or close < 0 or not inside or any(char.isspace() or char == "(" for char in inside):
                break
            end = close
        end += 1
    typed = plain[at:end]
    near = _NEAR.fullmatch(typed)
    if near and (typed != "近"):
        return Token("near", near[1] or "10", at, end, text[at:end])
    if typed in _WORDS:
        return Token(_WORDS[typed], text[at:end], at, end, text[at:end])
    # the half-width signs only: full-width ones are text that was pasted
    word = text[at:end]
    boost = _BOOST.search(word)
    if boost and boost.start():
        word = word[: boost.start()]
    fuzzy = _FUZZY.search(word)
    if fuzzy:
        word = word[: fuzzy.start()]
    return Token("word", word, at, end, text[at:end], float(boost[1]) if boost else 1.0, bool(fuzzy))


def _regex(text: str, at: int) -> Token | None:
    if text[at] != "/":
        return None
    end = at + 1
    while end < len(text) and text[end] != "/":
        end += 2 if text[end] == "\\" else 1
    if end >= len(text) or end == at + 1 or (end + 1 < len(text) and text[end + 1] not in " \t　)）"):
        return None
    return Token("regex", text[at + 1 : end], at, end + 1, text[at : end + 1])
