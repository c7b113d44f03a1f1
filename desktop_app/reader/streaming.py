"""Long articles in another script, piece by piece: what is under the eye first. Runs in a worker.

A text of a million characters takes seconds to convert. Its pieces are shown as they are ready, as long as no
character changes its place; where that cannot be (words of the place, protected stretches), the caller
converts the whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop_app.reader.material import PEOPLE, Material, converted, name_spans, put_together
from desktop_app.reader.page_text import Block, BlockKind, ShownText
from index.control import Control
from index.model import Script
from index.script.conversion import context_of
from index.script.manner import Manner

LONG = 40_000  # characters of a body, from which it is converted piece by piece
PIECE = 6_000

Texts = list[tuple[int, str]]  # number of a block, its text


def can_stream(material: Material, manner: Manner) -> bool:
    """Whether the article is long and its characters keep their places."""
    return (
        len(material.article.body) > LONG
        and manner.script is not Script.ORIGINAL
        and not manner.protections
        and not manner.words
        and material.page.body.plain
    )


def stream(
    material: Material, manner: Manner, eye: int, report: Callable[[Texts], None], control: Control
) -> Material | None:
    """The article in another manner; `report` gets pieces on the way. None if characters change places."""
    article, blocks = material.article, material.page.blocks
    title = converted(article.title, material.entities, manner, in_title=True)
    people = sorted(name_spans(material.entities, in_title=False, types=PEOPLE))
    context = context_of(article.body)
    body = list(article.body)
    for numbers in _pieces(blocks, eye):
        control.checkpoint()
        places = [blocks[number] for number in numbers]
        source = "\n".join(article.body[each.shown : each.shown + len(each.text)] for each in places)
        shown = manner.convert(source, people=_within(people, places), context=context)
        parts = shown.text.split("\n")
        if shown.blocks or len(parts) != len(places):
            return None
        for place, part in zip(places, parts, strict=True):
            body[place.shown : place.shown + len(part)] = part
        report([(n, text) for n, text in zip(numbers, parts, strict=True) if _fits(blocks[n], text)])
    return put_together(
        article,
        material.query,
        material.marks,
        material.entities,
        manner,
        title,
        ShownText("".join(body)),
    )


def _within(people: Sequence[tuple[int, int]], places: Iterable[Block]) -> Iterator[tuple[int, int]]:
    """The names that stand in some blocks, as spans of the blocks' texts joined by line ends."""
    at = 0
    for block in places:
        first = bisect_left(people, (block.shown, 0))
        for start, end in people[first:]:
            if end > block.shown + len(block.text):
                break
            yield at + start - block.shown, at + end - block.shown
        at += len(block.text) + 1


def _fits(block: Block, text: str) -> bool:
    """Whether a text takes as many UTF-16 units as the block's."""
    return not block.wide and (text.isascii() or max(text, default="") <= "\uffff")


def _pieces(blocks: Sequence[Block], eye: int) -> Iterator[list[int]]:
    """Numbers of neighbouring blocks, from the one under the eye on and then what lies before and behind."""
    groups: list[list[int]] = [[]]
    size = 0
    for number, block in enumerate(blocks):
        if block.kind in (BlockKind.TITLE, BlockKind.META):
            continue
        if size > PIECE or number == eye:
            groups.append([])
            size = 0
        groups[-1].append(number)
        size += len(block.text) + 1
    groups = [group for group in groups if group]
    first = next((at for at, group in enumerate(groups) if group[-1] >= eye), 0)
    for step in range(len(groups)):
        if first + step < len(groups):
            yield groups[first + step]
        if first - 1 - step >= 0:
            yield groups[first - 1 - step]
