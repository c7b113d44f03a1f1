"""Who signed a document: people and bodies in sentences that name it and say 签署. Called by `pages`."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

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
        for start, end in {_sentence(body, m.start) for m in here}:
            sentence = body[start:end]
            if not _SIGNED.search(sentence) or "草签" in sentence:
                continue
            for m in mentions:
                if start <= m.start < end and m.type in _SIGNERS:
                    known = said.setdefault(m.entity_id, (EntityName(m.entity_id, m.type, m.name), []))
                    if article_id not in known[1]:
                        known[1].append(article_id)
    links = register.links(db, {number for _, numbers in said.values() for number in numbers})
    order = {kind: place for place, kind in enumerate(_SIGNERS)}
    found = [Signature(who, _linked(links, numbers)) for who, numbers in said.values()]
    return sorted(found, key=lambda one: (order[one.entity.type], -len(one.articles), one.entity.id))


def _linked(links: dict[int, ArticleLink], numbers: Sequence[int]) -> tuple[ArticleLink, ...]:
    return tuple(links[number] for number in numbers if number in links)


def _sentence(body: str, at: int) -> tuple[int, int]:
    start = max(body.rfind(mark, 0, at) for mark in _SENTENCE_END) + 1
    ends = [place for mark in _SENTENCE_END if (place := body.find(mark, at)) >= 0]
    return start, min(ends, default=len(body))
