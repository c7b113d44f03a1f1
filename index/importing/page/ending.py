"""Where the article ends inside the element that holds it: related links, teasers and comments come after.

Called by `index.importing.page.content` with all lines of the element and their weights.
"""

from __future__ import annotations

from lxml import etree

from index.importing.page.lines import Line
from index.importing.repair.furniture import (
    ends_with_editor,
    is_comment_heading,
    is_editor_line,
    is_footer,
    is_neighbour_heading,
    is_tail_mark,
)

_AN_ARTICLE = 60.0  # weight of the shortest article: a sentence or two
_SHORTEST_HEADLINE = 8
_PARAGRAPH = 24  # characters of a paragraph
_PARAGRAPHS = 2  # that make a text
_RUN = 0.3  # share of linked headlines among the lines of a run of teasers


def find_end(lines: list[Line], weights: list[float]) -> int:
    """The position behind the article's last line; `len(lines)` if nothing follows it.

    An editor line or the heading of the comments ends any article, since what follows may be longer than it;
    a disclaimer must stand late; a heading such as `相关新闻` must be followed by links.
    """
    total = sum(weights) or 1.0
    passed = 0.0
    teaser_seen = False
    for position, line in enumerate(lines):
        text = line.text
        if passed >= _AN_ARTICLE:
            if text == "--" and any("※" in line.text for line in lines[position:]):
                return position  # the signature of a bulletin board
            if is_comment_heading(text) or (is_editor_line(text) and not _heads_text(lines, position)):
                return position
            if ends_with_editor(lines[position - 1].text) and not goes_on(lines, position - 1):
                return position
            if (
                is_neighbour_heading(text)
                and (passed > 0.5 * total or _links(lines[position + 1 : position + 9]) >= 2)
                and not goes_on(lines, position)
            ):
                return position
            if passed > 0.45 * total and is_tail_mark(text):
                return position
            if (
                not teaser_seen
                and _is_headline_link(line)
                and _is_run(lines[position:])
                and not goes_on(lines, position)
            ):
                return position
        teaser_seen = teaser_seen or _is_headline_link(line)
        passed += weights[position]
    return len(lines)


def goes_on(lines: list[Line], position: int) -> bool:
    """Whether the article goes on behind links in its midst: paragraphs like those before.

    Such a paragraph is an element of its own, in the same element as a paragraph before, or as like it as
    two pages' parts are seldom: the same names on it and its parent, with the same grandparent.
    """
    earlier = [line for line in lines[:position] if _is_paragraph(line)]
    before = {_place(line) for line in earlier}
    after = [line for line in lines[position + 1 :] if _is_paragraph(line)]
    return _only_begins(earlier, after) or (
        any(_place(line) in before for line in after)
        and not any(line.block is other.block for line in after for other in lines[:position])
    )


def _only_begins(earlier: list[Line], after: list[Line]) -> bool:
    """Whether the text itself comes only behind the links: paragraphs in one element, and none before."""
    together = [line for line in after if line.block.getparent() is after[0].block.getparent()]
    return (
        len(earlier) <= 1
        and len(together) >= _PARAGRAPHS
        and sum(line.own for line in together) > 2 * sum(line.own for line in earlier)
    )


def _heads_text(lines: list[Line], position: int) -> bool:
    """Whether an editor line stands over the article instead of under it, in its element."""
    place = _place(lines[position])
    before = any(_place(line) == place for line in lines[:position] if _is_paragraph(line))
    behind = [line for line in lines[position + 1 :] if _is_paragraph(line) and _place(line) == place]
    return not before and len(behind) >= _PARAGRAPHS


def _place(line: Line) -> tuple[object, ...]:
    block = line.block
    parent = block.getparent()
    if parent is None:
        return (block,)
    grandparent = parent.getparent()
    inner = (block.tag, _first_name(block))
    if grandparent is not None and parent.get("class") and len(parent) == 1:
        return (grandparent, parent.tag, _first_name(parent), *inner)
    return (parent, *inner)


def _first_name(element: etree._Element) -> str:
    """The first class of an element; those behind it tell one paragraph from another."""
    return next(iter((element.get("class") or "").split()), "")


def _is_paragraph(line: Line) -> bool:
    return (
        line.own >= _PARAGRAPH
        and line.linked < 0.5 * len(line.text)
        and line.block.tag in ("p", "div", "section")
        and line.text.endswith(("。", "」", "”", "！", "？"))
        and not (is_tail_mark(line.text) or is_footer(line.text))
    )


def _is_headline_link(line: Line) -> bool:
    return line.led > 0.8 and len(line.text) >= _SHORTEST_HEADLINE


def _links(lines: list[Line]) -> int:
    return sum(_is_headline_link(line) for line in lines)


def _is_run(lines: list[Line]) -> bool:
    """Whether linked headlines go on to the end: each with its summary, or alone."""
    count = _links(lines)
    return count >= 2 and count >= _RUN * len(lines)
