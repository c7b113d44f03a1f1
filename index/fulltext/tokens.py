"""Tokens of the query language. Called by `parsing` only."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from index.errors import QueryError

_CLOSING = {'"': '"', "“": "”", "„": "”", "「": "」", "『": "』", "〝": "〞", "‘": "’"}
_WORDS = {"AND": "and", "OR": "or", "NOT": "not", "且": "and", "或": "or", "非": "not", "&": "and", "|": "or"}
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
    """kind: word phrase field open close and or not; `value` is the text, or a field's own name."""

    kind: str
    value: str
    start: int
    end: int
    raw: str = ""

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
            found.append(Token("phrase", text[at + 1 : end], at, end + 1))
            at = end + 1
        elif char == "-" and at + 1 < len(text) and not plain[at + 1].isspace():
            found.append(Token("not", "-", at, at + 1))
            at += 1
        else:
            token = _field(plain, text, at) or _word(plain, text, at)
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
    word = text[at:end]
    kind = _WORDS.get(plain[at:end], "word")
    return Token(kind, word, at, end)
