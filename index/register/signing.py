"""Who signed a document: people, bodies and places that are the subject of 签署 in sentences that name it.

The sentence after it counts too where it goes on about the signing: 三地签署《…》。甲、乙分别代表两地签字。
Who hopes for a signing, only sees it or is where it takes place has not signed. Called by `pages`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from index.catalogue import articles, entities, register
from index.model import ArticleLink, EntityName, MentionType, Signature
from index.script.fold import fold

_SIGNED = re.compile(r"签署|签订|签定|签字|签下|签约|签妥|缔结|换文")
_NOT_YET = re.compile(
    r"希望|盼|期待|期许|推动|洽签|争取|尽快|尽速|早日|拟|未来|若|如能|研议|研拟|谈判|磋商|协商|洽谈|促成|寻求|建议|呼吁|可望"
    r"|有意|能够|可以|应该|愿|未|没有|不|准备|计划|以前|之前"
)
_SEEN = re.compile(r"见证|出席|参加|见签")
_ELIDED = re.compile(
    r"(?:会后|会谈后|并|共同|双方|两国|两地|三方|随后|随即|分别|一同|当天|正式|还|也|同时|\d)"
)
_WHERE = re.compile(r"(?:在|于|赴|抵达?|来到|访问)$")
_SENTENCE_END = "。!?\n;"
_SIGNERS = (MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE)


def signatures(db: sqlite3.Connection, document: int, article_ids: Sequence[int]) -> list[Signature]:
    """Who signed `document` by the articles given, those named by most articles first."""
    said: dict[int, tuple[EntityName, list[int]]] = {}
    for article_id in article_ids:
        mentions = [m for m in entities.mentions(db, article_id) if not m.in_title]
        here = [m for m in mentions if m.entity_id == document]
        if not here:
            continue
        body = fold(articles.text(db, article_id)[1])
        documents = [m for m in mentions if m.type is MentionType.DOCUMENT and m.entity_id != document]
        for start, end in _telling(body, {_sentence(body, m.start) for m in here}, documents):
            named = [m for m in mentions if start <= m.start and m.end <= end]
            for m in _signing(body, start, end, named, document):
                if m.type in _SIGNERS:
                    known = said.setdefault(m.entity_id, (EntityName(m.entity_id, m.type, m.name), []))
                    if article_id not in known[1]:
                        known[1].append(article_id)
    links = register.links(db, {number for _, numbers in said.values() for number in numbers})
    order = {kind: place for place, kind in enumerate(_SIGNERS)}
    found = [Signature(who, _linked(links, numbers)) for who, numbers in said.values()]
    return sorted(found, key=lambda one: (order[one.entity.type], -len(one.articles), one.entity.id))


def _telling(
    body: str, naming: Iterable[tuple[int, int]], others: Sequence[entities.StoredMention]
) -> Iterator[tuple[int, int]]:
    """The sentences that tell of the signing, of those that name the document and those after them."""
    for start, end in sorted(naming):
        if not _SIGNED.search(body, start, end) or "草签" in body[start:end]:
            continue
        yield start, end
        after, last = _sentence(body, end + 1)
        of_another = any(after <= m.start < last for m in others)
        if body[end : end + 1] != "\n" and _SIGNED.search(body, after, last) and not of_another:
            yield after, last


def _signing(
    body: str, start: int, end: int, named: Sequence[entities.StoredMention], document: int
) -> Iterator[entities.StoredMention]:
    """Of what a sentence names, what stands before the verb of signing that is nearest to the document."""
    titles = [(m.start, m.end) for m in named if m.type is MentionType.DOCUMENT]
    who = [m for m in named if not any(a <= m.start < b for a, b in titles)]
    verbs = [found.start() for found in _SIGNED.finditer(body, start, end)]
    verbs = [verb for verb in verbs if not any(a <= verb < b for a, b in titles)]
    own = [m.start for m in named if m.entity_id == document]
    for verb in verbs if not own else {_nearest(verbs, at) for at in own if verbs}:
        begin = _clause(body, start, verb)
        if _ELIDED.match(body, begin) and not any(begin <= m.start < verb for m in who):
            begin = _clause(body, start, max(start, begin - 1))
        if _NOT_YET.search(body, begin, verb):
            continue
        seen = [sight.end() for sight in _SEEN.finditer(body, begin, verb)]
        first = max(seen, default=begin)
        for m in who:
            if first <= m.start < verb and not _WHERE.search(body, max(start, m.start - 3), m.start):
                yield m


def _nearest(verbs: Sequence[int], at: int) -> int:
    """The last verb before a document, else the first after it (《…》由甲与乙签署)."""
    before = [verb for verb in verbs if verb < at]
    return before[-1] if before else verbs[0]


def _clause(body: str, start: int, at: int) -> int:
    """Where the clause begins that `at` lies in."""
    return max(start, *(body.rfind(mark, start, at) + 1 for mark in ",:"))


def _linked(links: dict[int, ArticleLink], numbers: Sequence[int]) -> tuple[ArticleLink, ...]:
    return tuple(links[number] for number in numbers if number in links)


def _sentence(body: str, at: int) -> tuple[int, int]:
    start = max(body.rfind(mark, 0, at) for mark in _SENTENCE_END) + 1
    ends = [place for mark in _SENTENCE_END if (place := body.find(mark, at)) >= 0]
    return start, min(ends, default=len(body))
