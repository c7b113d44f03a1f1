"""Text with marks: Markdown (with its front matter) and RTF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from striprtf.striprtf import rtf_to_text

from index.errors import ReadError
from index.importing.composition import compose
from index.importing.dates import read_date
from index.importing.encoding import Decoded, decode
from index.importing.readers.office import of_paragraphs
from index.importing.readers.text import LONGEST_ARTICLE, is_binary
from index.model import DateOrigin, Draft

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^([A-Za-z_\u4e00-\u9fff]{2,20})\s*[:：]\s*(.{1,300})$", re.M)
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_RTF_BRACE = re.compile(rb"(?<!\\)[{}]")
_RTF_LIFTED = re.compile(rb"\{(?:\\\*)?\\(?:footnote|shp)\b")
_RTF_WORDS = re.compile(rb"\{(?:\\\*)?\\(?:footnote|shptxt)\b")
_RTF_PARAGRAPH = re.compile(rb"\\par\b")
_RTF_DELETED = re.compile(rb"\{[^{}]*\\deleted\b[^{}]*\}")
_RTF_IMAGE = re.compile(
    rb"\{\\\*?\\?(?:pict|object|objdata|themedata|colorschememapping|datastore)\b[^{}]*\}"
)


def read_markdown(data: bytes, name: str) -> Iterator[Draft]:
    """The one draft of a Markdown file; front matter gives title, date, author and source."""
    if len(data) > LONGEST_ARTICLE:
        raise ReadError("reason.too_large", path=name, size=len(data) >> 20)
    decoded = decode(data)
    if is_binary(decoded.text):
        raise ReadError("reason.binary", path=name)
    text = decoded.text.replace("\r\n", "\n")
    told: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        told = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front[1])}
        text = text[front.end() :]
    lines = list(_markdown_lines(text))
    title = told.get("title") or told.get("标题") or told.get("標題")
    if title:
        lines.insert(0, title)
    draft = compose(Decoded("\n".join(lines), decoded.encoding, decoded.confidence), name)
    date = read_date(told.get("date") or told.get("日期") or "")
    yield replace(
        draft,
        date=date or draft.date,
        date_origin=DateOrigin.META if date else draft.date_origin,
        source=told.get("source") or told.get("来源") or draft.source,
        author=told.get("author") or told.get("作者") or draft.author,
        url=told.get("url") or draft.url,
    )


def _markdown_lines(text: str) -> Iterator[str]:
    """The printed text of each block; a table row is one line with wide gaps."""
    row: list[str] | None = None
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield "\u3000".join(cell for cell in row or () if cell)
            row = None
        elif token.type in ("fence", "code_block"):
            yield from token.content.split("\n")
        elif token.type == "inline":
            printed = "".join(_printed(token.children or []))
            if row is None:
                yield printed
            else:
                row.append(printed)


def _printed(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("hardbreak", "softbreak"):
            yield "\n"


def _group_end(data: bytes, start: int) -> int:
    """The position behind the group that opens at `start`."""
    depth = 0
    for found in _RTF_BRACE.finditer(data, start):
        depth += (found.group() == b"{") - (found.group() == b"}")
        if depth == 0:
            return found.end()
    return len(data)


def _lifted(data: bytes) -> bytes:
    """RTF with its footnotes and text boxes, which stand in the midst of a sentence, behind the paragraph."""
    pieces: list[bytes] = []
    waiting: list[bytes] = []
    at = 0
    found = _RTF_LIFTED.search(data)
    while found is not None:
        end = _group_end(data, found.start())
        group = data[found.start() : end]
        words = _RTF_WORDS.search(group)
        if words is not None:
            inner = group[words.end() : _group_end(group, words.start()) - 1]
            waiting.append(b"{" + inner + b"\\par }")
        pieces.append(data[at : found.start()])
        following = _RTF_PARAGRAPH.search(data, end)
        next_one = _RTF_LIFTED.search(data, end)
        at = end
        if following is not None and (next_one is None or next_one.start() > following.start()):
            pieces += [data[end : following.end()], b" ", *waiting]
            waiting, at = [], following.end()
        found = _RTF_LIFTED.search(data, at)
    return b"".join([*pieces, *waiting, data[at:]])


def read_rtf(data: bytes, name: str) -> Iterator[Draft]:
    """The one draft of an RTF file. Raises ReadError: damaged, too_large."""
    data = _lifted(_RTF_DELETED.sub(b"", _RTF_IMAGE.sub(b"", data)))
    if len(data) > LONGEST_ARTICLE:
        raise ReadError("reason.too_large", path=name, size=len(data) >> 20)
    page = _CODE_PAGE.search(data[:2000])
    encoding = {"936": "gb18030", "950": "cp950", "65001": "utf-8"}.get(
        page[1].decode() if page else "", "cp1252"
    )
    try:
        text = rtf_to_text(data.decode("latin-1"), encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise ReadError("reason.damaged", path=name, problem=str(error)[:120]) from error
    yield of_paragraphs(text.replace("|", "\u3000").split("\n"), name, None)
