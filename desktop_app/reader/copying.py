"""What is copied of an article: clean text, text with its source, Markdown. For the reader pane. No Qt here.

All texts are as shown, in the script on show; a part of the article is given as document positions.
"""

from __future__ import annotations

from bisect import bisect_right

from desktop_app.reader.material import Material
from desktop_app.reader.meta import on_paper
from desktop_app.reader.page_text import Block, BlockKind

_ESCAPED = "\\`*_[]<>#"


def clean_text(material: Material, span: tuple[int, int] | None = None) -> str:
    """The paragraphs of the article or of a part of it, a line each; where the small line under the title
    lies within, what it says of the origin."""
    origin = "".join(part.text for part in on_paper(material.meta)).replace("\u00a0", " ")
    return "\n".join(
        origin if block.kind is BlockKind.META and text == block.text else text
        for block, text in _parts(material, span)
    )


def quoted_text(material: Material, span: tuple[int, int] | None = None) -> str:
    """The same without the small line under the title: what a quotation holds."""
    return "\n".join(text for block, text in _parts(material, span) if block.kind is not BlockKind.META)


def markdown(material: Material, span: tuple[int, int] | None = None, source: str = "") -> str:
    """The same as Markdown: title and heads as headings, `source` as the last paragraph."""
    lines: list[str] = []
    starts = [material.page.body.to_shown(head.start) for head in material.heads]
    for block, text in _parts(material, span):
        if block.kind is BlockKind.META:
            continue
        if block.kind is BlockKind.TITLE:
            lines.append(f"# {_escaped(text)}")
            continue
        at = bisect_right(starts, block.shown) - 1
        level = material.heads[at].level if at >= 0 and starts[at] == block.shown else None
        whole = at >= 0 and level is not None and material.words_of(material.heads[at]) == block.text
        if block.kind is BlockKind.HEADING or whole:
            lines.append(f"{'#' * min((level or 0) + 2, 6)} {_escaped(text)}")
        elif block.kind is BlockKind.CONTINUATION and lines:
            lines[-1] += _escaped(text)
        else:
            lines.append(_escaped(text))
    if span is None:
        return "\n\n".join([*lines, *([f"*{_escaped(source)}*"] if source else [])]) + "\n"
    quotation = "\n>\n".join(f"> {line}" for line in lines)
    return f"{quotation}\n\n—— {_escaped(source)}\n" if source else f"{quotation}\n"


def _parts(material: Material, span: tuple[int, int] | None) -> list[tuple[Block, str]]:
    """The blocks that a span touches, with what of their text lies in it."""
    start, end = span or (0, material.page.length)
    found: list[tuple[Block, str]] = []
    for block in material.page.blocks:
        if block.position < end and start < block.end:
            first = max(block.from_document(start), 0)
            last = min(block.from_document(end), len(block.text))
            found.append((block, block.text[first:last]))
    return found


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in _ESCAPED else char for char in text)
