"""Where every character of an article stands in the document that the viewer shows.

An article has offsets into its title and body *as printed*. The viewer shows paragraphs without their
blanks, perhaps in the other script, in a QTextDocument that counts UTF-16 units. `PageText` maps both
ways; `typesetting` builds the document from its blocks, `article_view` asks it for spans. No Qt here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from index.script.conversion import Converted

PARAGRAPH_LIMIT = (
    6000  # characters; a longer paragraph is laid out in pieces so that no line break takes long
)
_BREAKS = (
    "\\r\\n\\u2028\\u2029\\u000b\\u000c\\u0085\\ufdd0\\ufdd1"  # whatever Qt or Python takes for a line end
)
_LINE = re.compile(f"[^{_BREAKS}]+")
_BREAK = re.compile(f"[{_BREAKS}]")
_BLANKS = " \t\u3000\u00a0\ufeff"
_HEADING = re.compile(r"(#{1,6})\s+|第[一二三四五六七八九十百零〇\d]{1,6}[编編章节節](?=\s|$)")
_HASHES = re.compile(r"#{1,6}\s+")
_SENTENCE_END = re.compile(r"[。！？!?；;]")


class ShownText:
    """A title or body as shown: as printed, or converted with the alignment looked up quickly."""

    def __init__(self, text: str, converted: Converted | None = None) -> None:
        self.text = converted.text if converted else text
        blocks = converted.blocks if converted else ()
        self._blocks = blocks
        self._source = [block.source_start for block in blocks]
        self._shown = [block.shown_start for block in blocks]

    @property
    def plain(self) -> bool:
        """Whether every character stands where it stands in the source."""
        return not self._blocks

    def to_shown(self, offset: int, *, upper: bool = False) -> int:
        """Offset in `text` for one in the source; inside a block its start, or its end if `upper`."""
        at = bisect_right(self._source, offset) - 1
        if at < 0:
            return offset
        block = self._blocks[at]
        if offset == block.source_start:
            return block.shown_start
        if offset < block.source_end:
            return block.shown_end if upper else block.shown_start
        return offset - block.source_end + block.shown_end

    def to_source(self, offset: int, *, upper: bool = False) -> int:
        """Offset in the source for one in `text`; inside a block its start, or its end if `upper`."""
        at = bisect_right(self._shown, offset) - 1
        if at < 0:
            return offset
        block = self._blocks[at]
        if offset >= block.shown_end:
            return offset - block.shown_end + block.source_end
        return block.source_end if upper and offset > block.shown_start else block.source_start


class BlockKind(StrEnum):
    """How a block of the page is set."""

    TITLE = "title"
    META = "meta"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CONTINUATION = "continuation"  # a piece of an over-long paragraph: no indent


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its text, where that starts in the shown title or body, and in the document."""

    kind: BlockKind
    text: str
    shown: int  # offset in the shown title or body; 0 for META
    position: int  # UTF-16 position in the document
    wide: tuple[int, ...]  # offsets in `text` of characters that take two UTF-16 units

    @property
    def end(self) -> int:
        """Document position just behind the block's last character."""
        return self.position + len(self.text) + len(self.wide)

    def to_document(self, offset: int) -> int:
        """Document position of the character at `offset` of the block's text."""
        return self.position + offset + bisect_left(self.wide, offset)

    def from_document(self, position: int) -> int:
        """Offset in the block's text of the character at a document position."""
        offset = position - self.position
        if not self.wide:
            return offset
        units = [wide + index for index, wide in enumerate(self.wide)]  # where each pair begins
        return offset - bisect_left(units, offset)


@dataclass(slots=True)
class PageText:
    """The blocks of one article as shown, and the way between article offsets and document positions."""

    blocks: list[Block]
    title: ShownText
    body: ShownText
    _starts: list[int] = field(default_factory=list)  # shown offsets of the body blocks
    _positions: list[int] = field(default_factory=list)  # document positions of all blocks

    BODY = 2  # index of the first body block: title and meta come before

    def __post_init__(self) -> None:
        self._starts = [block.shown for block in self.blocks[self.BODY :]]
        self._positions = [block.position for block in self.blocks]

    @property
    def length(self) -> int:
        """Document position behind the last block."""
        return self.blocks[-1].end

    def to_document(self, offset: int, *, in_title: bool = False, upper: bool = False) -> int:
        """Document position of the article's character at `offset` of its title or body, as printed."""
        text = self.title if in_title else self.body
        return self.shown_to_document(text.to_shown(offset, upper=upper), in_title=in_title, upper=upper)

    def shown_to_document(self, shown: int, *, in_title: bool = False, upper: bool = False) -> int:
        """The same for an offset into the title or body as shown; `upper` for the end of a span."""
        block = self.blocks[0]
        if not in_title:
            at = (bisect_left if upper else bisect_right)(self._starts, shown) - 1
            if at < 0:
                return self.blocks[self.BODY].position if self._starts else self.blocks[-1].end
            block = self.blocks[self.BODY + at]
        return block.to_document(min(max(shown - block.shown, 0), len(block.text)))

    def span(self, start: int, end: int, *, in_title: bool = False) -> tuple[int, int]:
        """Document span of the article's characters [start, end)."""
        return (
            self.to_document(start, in_title=in_title),
            self.to_document(end, in_title=in_title, upper=True),
        )

    def places(self, start: int, end: int) -> list[tuple[bool, int, int]]:
        """(in title, start, end), as printed, of what stands at the document positions [start, end)."""
        found = [
            (True, *self._printed(self.title, self.blocks[:1], start, end)),
            (False, *self._printed(self.body, self.blocks[self.BODY :], start, end)),
        ]
        return [place for place in found if place[1] < place[2]]

    def _printed(self, text: ShownText, blocks: Sequence[Block], start: int, end: int) -> tuple[int, int]:
        touched = [block for block in blocks if block.position < end and start < block.end]
        if not touched:
            return 0, 0
        first, last = touched[0], touched[-1]
        begin = first.shown + max(first.from_document(start), 0)
        stop = last.shown + min(last.from_document(end), len(last.text))
        return text.to_source(begin), text.to_source(stop, upper=True)

    def from_document(self, position: int) -> tuple[bool, int]:
        """(in title, offset) of the article's character at a document position; meta counts as body start."""
        at = max(bisect_right(self._positions, position) - 1, 0)
        block = self.blocks[at]
        if block.kind is BlockKind.META:
            return False, 0
        inside = min(max(block.from_document(position), 0), len(block.text))
        shown = block.shown + inside
        if block.kind is BlockKind.TITLE:
            return True, self.title.to_source(shown)
        return False, self.body.to_source(shown)


def lay_out(title: ShownText, body: ShownText, meta: str) -> PageText:
    """The page of an article."""
    blocks: list[Block] = []
    position = 0

    def add(kind: BlockKind, text: str, shown: int) -> None:
        nonlocal position
        block = Block(kind, text, shown, position, _wide(text))
        blocks.append(block)
        position = block.end + 1  # the paragraph separator

    add(BlockKind.TITLE, _BREAK.sub(" ", title.text), 0)
    add(BlockKind.META, meta, 0)
    for line in _LINE.finditer(body.text):
        for kind, start, end in _pieces(body.text, line.start(), line.end()):
            add(kind, body.text[start:end], start)
    return PageText(blocks, title, body)


def _pieces(body: str, start: int, end: int) -> Sequence[tuple[BlockKind, int, int]]:
    """The line [start, end) without outer blanks, as one block or, if over-long, several."""
    while start < end and body[start] in _BLANKS:
        start += 1
    while end > start and body[end - 1] in _BLANKS:
        end -= 1
    if start == end:
        return ()
    if end - start <= 40 and _HEADING.match(body, start, end):
        hashes = _HASHES.match(body, start, end)
        return ((BlockKind.HEADING, hashes.end() if hashes else start, end),)
    if end - start <= PARAGRAPH_LIMIT:
        return ((BlockKind.PARAGRAPH, start, end),)
    pieces: list[tuple[BlockKind, int, int]] = []
    kind = BlockKind.PARAGRAPH
    while start < end:
        stop = min(start + PARAGRAPH_LIMIT, end)
        if stop < end:
            sentence = _SENTENCE_END.search(body, stop - 400, stop)
            stop = sentence.end() if sentence else stop
        pieces.append((kind, start, stop))
        kind, start = BlockKind.CONTINUATION, stop
    return pieces


def _wide(text: str) -> tuple[int, ...]:
    if text.isascii() or max(text, default="") <= "\uffff":
        return ()
    return tuple(index for index, char in enumerate(text) if char > "\uffff")
