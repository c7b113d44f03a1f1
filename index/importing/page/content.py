"""The element of a page that holds the article's body, and the lines of it that are the article's.

Called by `index.importing.page.article`. Each line is weighed by its own characters and its punctuation,
which navigation lacks; the weights flow to the elements around it, and the densest one wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice

from lxml import etree

from index.importing.page.ending import find_end
from index.importing.page.lines import Line
from index.importing.page.stray import is_paragraph, is_scrap, stray_lines
from index.importing.repair.furniture import (
    begins_neighbours,
    is_footer,
    is_neighbour_heading,
    is_page_notice,
)
from index.importing.vocabulary import page_words

_PUNCTUATION = re.compile("[，。、；：！？“”「」,;!?]")
_POSITIVE = re.compile(page_words("body_names"))
_NEGATIVE = re.compile(rf"(?:^|[^a-z])(?:{page_words('other_names')})(?:$|[^a-z])")
_PART_OF = re.compile(r"\b[a-z][\w-]*?__(?=[a-z])")
_COMMENT = re.compile(r"(?:^|[^a-z])(?:comments?|pinglun|push)(?:$|[^a-z])")
_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")
_CAPTION = re.compile(r"figcaption|caption\b")
_LEAST_CAPTION = 8
_LEAST_ARTICLE = 100  # characters beside readers' comments, which may be longer
_PROSE_BETWEEN = 60.0  # weight of a sentence or two
_CLOSE = 16  # lines between headline and body that byline and share buttons take
_KEEPERS = frozenset({"html", "body", "article", "main"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SENTENCE_END = tuple("。！？”」；…")


@dataclass(frozen=True, slots=True)
class Content:
    """The element of the body; its lines, as kept and as left out; where it begins among all lines."""

    element: etree._Element | None
    lines: list[Line]
    left_out: list[Line]
    start: int
    weight: float  # of the kept lines
    page_weight: float  # of all lines


def find_content(lines: list[Line], headline: int | None) -> Content:
    """The densest element of a page and its lines; `element` None where there is no text at all.

    `headline` is the number of the line that is beyond doubt the headline, or None.
    """
    weights = [_weight(line) for line in lines]
    total = sum(weights)
    passed = [0.0, *accumulate(weights)]
    scores: dict[etree._Element, float] = {}
    inside: dict[etree._Element, float] = {}
    linked: dict[etree._Element, int] = {}
    first: dict[etree._Element, int] = {}
    last: dict[etree._Element, int] = {}
    for line, weight in zip(lines, weights, strict=True):
        if _is_negative(line.block):
            weight *= 0.04 if _is_comment(line.block) else 0.25
        distance = 0
        element: etree._Element | None = line.block
        while element is not None:
            scores[element] = scores.get(element, 0.0) + weight * max(0.5, 1.04 - 0.04 * distance * distance)
            inside[element] = inside.get(element, 0.0) + len(line.text)
            linked[element] = linked.get(element, 0) + line.linked
            first.setdefault(element, line.index)
            last[element] = line.index
            element = element.getparent()
            distance += 1
    if not scores or total <= 0:
        return Content(None, [], [], 0, 0.0, total)

    def merit(element: etree._Element) -> float:
        prior = _prior(element, linked[element] / max(1.0, inside[element]))
        return scores[element] * prior * _nearness(first[element], last[element], headline, passed)

    best = _whole(max(scores, key=merit), lines)
    members = [line for line in lines if _is_within(line.block, best)]
    before = [line for line in members if headline is not None and line.index <= headline]
    members = members[len(before) :]
    end = find_end(members, [weights[line.index] for line in members])
    kept, left_out = _select(members[:end], best)
    stray = stray_lines(kept, [*left_out, *members[end:]])
    left_out = [*before, *left_out, *(line for line in kept if line.index in stray), *members[end:]]
    kept = [line for line in kept if line.index not in stray]
    start = kept[0].index if kept else first[best]
    if headline is not None and kept:
        kept = [*(line for line in lines[headline + 1 : start] if _is_caption(line)), *kept]
    return Content(best, kept, left_out, start, sum(weights[line.index] for line in kept), total)


def _whole(best: etree._Element, lines: list[Line]) -> etree._Element:
    """The element around `best` where that is but one of several paragraphs, which links there outweigh."""
    parent = best.getparent()
    within = (line for line in lines if _is_within(line.block, best))
    if parent is None or len(list(islice(within, 2))) > 1:
        return best
    paragraphs = [
        line
        for line in lines
        if line.block.getparent() is parent and line.block.tag == best.tag and is_paragraph(line)
    ]
    return parent if len(paragraphs) > 1 else best


def _is_caption(line: Line) -> bool:
    """Whether a line explains a picture, as one between headline and text does."""
    called = f"{line.block.tag} {_names(line.block)}"
    return bool(_CAPTION.search(called)) and line.own >= _LEAST_CAPTION and not is_page_notice(line.text)


def _nearness(first: int, last: int, headline: int | None, passed: list[float]) -> float:
    """How an element's place fits the headline's: the body follows it closely or holds it.

    `passed` are the running totals of the weights: prose between headline and element is the body rather.
    """
    if headline is None or first <= headline + 1 <= last:
        return 1.0
    if last <= headline:
        return 0.3
    distance = first - headline
    if passed[first] - passed[headline + 1] > _PROSE_BETWEEN:
        return 0.4
    return 1.25 if distance <= _CLOSE else 1.0 if distance <= 3 * _CLOSE else 0.7


def _weight(line: Line) -> float:
    """Own characters and punctuation; short lines and lines of links weigh little."""
    own = line.own
    marks = len(_PUNCTUATION.findall(line.text))
    if line.led > 0.5:
        return 0.1 * own
    if own < 8 and not marks:
        return 0.2 * own
    weight = own + 6.0 * marks
    if own < 25 and marks < 2:
        weight *= 0.5
    elif own < 400 and is_footer(line.text):
        return 0.05 * own
    return weight * (0.6 if line.block.tag == "li" else 1.0)


@lru_cache(maxsize=8192)  # sites have few names, and many elements called so
def _is_body_name(names: str) -> bool:
    return bool(_POSITIVE.search(names))


@lru_cache(maxsize=8192)
def _is_other_name(names: str) -> bool:
    return bool(_NEGATIVE.search(names))


def _names(element: etree._Element) -> str:
    """Class and id in lower case, `relatedNews` as `related News`; how headings are set says nothing."""
    if element.tag in _HEADINGS:
        return " "
    return _HUMP.sub(" ", f"{element.get('class') or ''} {element.get('id') or ''}").lower()


@lru_cache(maxsize=8192)
def _is_called_other(names: str) -> bool:
    """Whether names say that a part is not the body; of `article__audio` the part counts, not the whole."""
    names = _PART_OF.sub("", names)
    return _is_other_name(names) and not _is_body_name(names)


def _is_negative(element: etree._Element | None) -> bool:
    """Whether the block or the two around it are called after something that is not the body."""
    for _ in range(4):
        if element is None or element.tag in _KEEPERS:
            return False
        if element.tag in ("nav", "aside", "footer"):
            return True
        names = _names(element)
        if names != " ":
            if _is_called_other(names):
                return True
            if _is_body_name(names):
                return False
        element = element.getparent()
    return False


@lru_cache(maxsize=8192)
def _is_called_comment(names: str) -> bool:
    return bool(_COMMENT.search(names))


def _is_comment(element: etree._Element | None) -> bool:
    """Whether a reader's comment stands here: comments may be far longer than their article."""
    for _ in range(4):
        if element is None or element.tag in _KEEPERS:
            return False
        if _is_called_comment(_names(element)):
            return True
        element = element.getparent()
    return False


def _prior(element: etree._Element, link_share: float) -> float:
    factor = 1.0 - 0.9 * link_share
    names = _names(element)
    if element.tag == "article" or (element.get("itemprop") or "").lower() == "articlebody":
        factor *= 1.3
    elif _is_body_name(names):
        factor *= 1.2
    elif _is_other_name(names):
        factor *= 0.6
    if element.tag in ("p", "li", "h1", "h2", "h3", "span"):
        factor *= 0.7
    if element.tag in ("body", "html"):
        factor *= 0.8
    return factor


def _is_within(element: etree._Element | None, container: etree._Element) -> bool:
    while element is not None:
        if element is container:
            return True
        element = element.getparent()
    return False


def _select(members: list[Line], container: etree._Element) -> tuple[list[Line], list[Line]]:
    """The lines of the container without its furniture: parts named so, and clusters of links."""

    def size(lines: list[Line]) -> int:
        return sum(len(line.text) for line in lines)

    everything = size(members) or 1
    regions: dict[etree._Element, list[Line]] = {}
    for line in members:
        region = _negative_region(line.block, container)
        if region is not None:
            regions.setdefault(region, []).append(line)
    dropped: set[int] = set()
    of_comments = sum(size(lines) for region, lines in regions.items() if _is_called_comment(_names(region)))
    for region, lines in regions.items():
        of_readers = _is_called_comment(_names(region)) and everything - of_comments >= _LEAST_ARTICLE
        if of_readers or size(lines) < 0.4 * everything:
            dropped.update(line.index for line in lines)
    for position, line in enumerate(members):
        around = members[max(0, position - 1) : position + 2]
        if (
            _is_link_line(line, around)
            or is_page_notice(line.text)
            or _heads_links(line, around[-1])
            or is_scrap(line)
        ):
            dropped.add(line.index)
    kept = [line for line in members if line.index not in dropped]
    return kept, [line for line in members if line.index in dropped]


def _negative_region(element: etree._Element | None, container: etree._Element) -> etree._Element | None:
    """The outermost part of the container around `element` whose name says that it is not the body."""
    found = None
    while element is not None and element is not container:
        names = _names(element)
        if element.tag in ("nav", "aside", "footer") or (names != " " and _is_called_other(names)):
            found = element
        element = element.getparent()
    return found


def _heads_links(line: Line, following: Line) -> bool:
    """`延伸阅读：…` in the midst of an article: its headline is linked, in the line itself or in the next."""
    if line.linked > 0.6 * len(line.text) and begins_neighbours(line.text):
        return True
    return is_neighbour_heading(line.text) and (
        line.linked > 0.3 * len(line.text)
        or following.led > 0.7
        or (following is not line and is_neighbour_heading(following.text))
    )


def _is_link_line(line: Line, around: list[Line]) -> bool:
    if line.led < 0.7 or line.text.endswith(_SENTENCE_END[:3]):
        return False
    return (
        line.block.tag in ("li", "td", "dd", "dt", "h3", "h4")
        or sum(1 for other in around if other.led > 0.7) > 1
    )
