"""Long articles in another script, piece by piece: what is under the eye first. Runs in a worker.

A text of a million characters takes seconds to convert. `begin` opens it with only what will be in sight
converted; `stream` converts the rest and shows pieces as they are ready, as long as no character changes its
place. Where words of the place are wanted, the pieces come with their letters changed only, and the caller
converts the whole afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop_app.reader.layers import Span
from desktop_app.reader.material import PEOPLE, Material, assemble, converted, name_spans, put_together
from desktop_app.reader.page_text import Block, BlockKind, ShownText
from index.control import Control
from index.model import Article, EntityInArticle, Marks, Script
from index.script.conversion import context_of, convert
from index.script.manner import Manner

LONG = 40_000  # characters of a body, from which it is converted piece by piece
PIECE = 6_000

Texts = list[tuple[int, str]]  # number of a block, its text


def can_stream(material: Material, manner: Manner) -> bool:
    """Whether the article is long and its characters keep their places."""
    return (
        len(material.article.body) > LONG
        and manner.script is not Script.ORIGINAL
        and material.page.body.plain
    )


def begin(
    article: Article,
    query: str,
    marks: Marks,
    entities: tuple[EntityInArticle, ...],
    manner: Manner,
    control: Control,
    place: int = 0,
) -> Material:
    """What is known of an article: all of it converted, of a long one only what stands around `place`.

    A material of the second kind says that it is as printed, so that the reader asks for the rest.
    """
    text = article.body
    if len(text) <= LONG or manner.script is Script.ORIGINAL:
        return assemble(article, query, marks, entities, manner, control)
    start = text.rfind("\n", 0, max(place - PIECE // 2, 0)) + 1
    end = text.find("\n", start + PIECE) % (len(text) + 1)
    pieces = _Pieces(text, entities, manner)
    shown = pieces.convert(text[start:end], [(start, end)])
    body = text if shown is None else text[:start] + shown + text[end:]
    title = converted(article.title, entities, manner, in_title=True)
    original = manner.in_script(Script.ORIGINAL)
    return put_together(article, query, marks, entities, original, title, ShownText(body))


def stream(
    material: Material, manner: Manner, eye: int, report: Callable[[Texts], None], control: Control
) -> Material | None:
    """The article in another manner; `report` gets pieces on the way. None if characters change places."""
    article, blocks = material.article, material.page.blocks
    title = converted(article.title, material.entities, manner, in_title=True)
    pieces = _Pieces(article.body, material.entities, manner)
    body = list(article.body)
    for numbers in _outwards(blocks, eye):
        control.checkpoint()
        places = [blocks[number] for number in numbers]
        spans = [(each.shown, each.shown + len(each.text)) for each in places]
        shown = pieces.convert("\n".join(article.body[start:end] for start, end in spans), spans)
        parts = shown.split("\n") if shown is not None else []
        if len(parts) != len(places):
            return None
        for place, part in zip(places, parts, strict=True):
            body[place.shown : place.shown + len(part)] = part
        report([(n, text) for n, text in zip(numbers, parts, strict=True) if _fits(blocks[n], text)])
    if manner.words:
        return None
    return put_together(
        article,
        material.query,
        material.marks,
        material.entities,
        manner,
        title,
        ShownText("".join(body)),
    )


class _Pieces:
    """Converts pieces of a body with what is known of the whole."""

    def __init__(self, body: str, entities: tuple[EntityInArticle, ...], manner: Manner) -> None:
        self._script, self._corrections = manner.script, manner.pairs()
        self._context = context_of(body)
        self._people = sorted(name_spans(entities, in_title=False, types=PEOPLE))
        self._protected = manner.protected(body, name_spans(entities, in_title=False))

    def convert(self, text: str, spans: Sequence[Span]) -> str | None:
        """`text`, the stretches `spans` of the body joined by line ends; None if characters move."""
        shown = convert(
            text,
            self._script,
            self._corrections,
            protected=list(_within(self._protected, spans)),
            people=_within(self._people, spans),
            context=self._context,
        )
        return None if shown.blocks else shown.text


def _within(known: Sequence[Span], spans: Iterable[Span]) -> Iterator[Span]:
    """What of the sorted stretches `known` lies in some stretches, as places of these joined by line ends."""
    at = 0
    for start, end in spans:
        number = max(bisect_left(known, (start, start)) - 1, 0)
        while number < len(known) and known[number][0] < end:
            first, last = max(known[number][0], start), min(known[number][1], end)
            if first < last:
                yield at + first - start, at + last - start
            number += 1
        at += end - start + 1


def _fits(block: Block, text: str) -> bool:
    """Whether a text takes as many UTF-16 units as the block's."""
    return not block.wide and (text.isascii() or max(text, default="") <= "\uffff")


def _outwards(blocks: Sequence[Block], eye: int) -> Iterator[list[int]]:
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
