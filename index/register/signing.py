"""Who signed a document: people and bodies in sentences that name it and say 签署. Called by `pages`.

The sentence after it counts too where it goes on about the signing: 三地签署《…》。甲、乙分别代表两地签字。
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from index.catalogue import articles, entities, register
from index.model import ArticleLink, EntityName, MentionType, Signature
from index.script.fold import fold

_SIGNED = re.compile(r"签署|签订|签定|签字|签下|签约|签妥|缔结|换文")
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
            for m in mentions:
                if start <= m.start < end and m.type in _SIGNERS:
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


def _linked(links: dict[int, ArticleLink], numbers: Sequence[int]) -> tuple[ArticleLink, ...]:
    return tuple(links[number] for number in numbers if number in links)


def _sentence(body: str, at: int) -> tuple[int, int]:
    start = max(body.rfind(mark, 0, at) for mark in _SENTENCE_END) + 1
    ends = [place for mark in _SENTENCE_END if (place := body.find(mark, at)) >= 0]
    return start, min(ends, default=len(body))
