"""Words and names that hits have far more often than the rest of the archive: Dunning's log-likelihood G2.

Candidates among words come from reading a sample of the hits; what is told about each, the numbers of
articles among the hits and in the archive, is then counted exactly in the index. T. Dunning, Accurate Methods
for the Statistics of Surprise and Coincidence, Computational Linguistics 19(1), 1993. Called by `Explorer`.
"""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import numpy.typing as npt

from index.catalogue import Catalogue, entities, texts
from index.errors import Cancelled
from index.exploration.occurrences import Cancel
from index.exploration.vocabulary import articles_with, units_with
from index.fulltext import Found, Searcher, parse
from index.fulltext.analysis import normal, words
from index.fulltext.query import Keyword, Word
from index.model import FacetField, MentionType, RelatedTerm, SearchRequest
from index.script.fold import fold

Ints = npt.NDArray[np.int64]
_SAMPLE = 400  # hits that are read for candidates
_CANDIDATES = 400  # words that are counted exactly
_NAMES = 300  # names of each sort that are compared
_NUMBER = re.compile("第?[0-9〇零一二三四五六七八九十百千万亿两]+.?")
_LEAST = 3.84  # G2 at p < 0.05
_SORTS = (
    FacetField.PERSON,
    FacetField.ORGANISATION,
    FacetField.PLACE,
    FacetField.POST,
    FacetField.DOCUMENT,
    FacetField.EVENT,
)


def related(
    searcher: Searcher, catalogue: Catalogue, text: str, hits: Found, limit: int, cancelled: Cancel
) -> tuple[RelatedTerm, ...]:
    """At most `limit` words and names that set the hits of the query `text` apart.

    Nothing if there are no hits, or if everything is a hit. Raises Cancelled.
    """
    everything = searcher.search(SearchRequest(""))
    ids = hits.all_ids()
    if not len(ids) or len(ids) >= everything.total:
        return ()
    asked = [leaf.text for leaf in parse(text).keywords if isinstance(leaf, Keyword | Word)]
    found = _words(searcher, catalogue, ids, everything.total, asked, cancelled)
    names = _names(catalogue, everything, hits, asked)
    known = {fold(one.text) for one in names}
    found = [one for one in found if one.text not in known] + names
    return tuple(sorted(found, key=lambda one: (-one.keyness, one.text))[:limit])


def _words(
    searcher: Searcher, catalogue: Catalogue, ids: Ints, total: int, asked: list[str], cancelled: Cancel
) -> list[RelatedTerm]:
    sample = ids[np.unique(np.linspace(0, len(ids) - 1, min(_SAMPLE, len(ids))).astype(np.int64))]
    counted: Counter[str] = Counter()
    for block in texts.blocks(catalogue.reading, sample.tolist()):
        if cancelled():
            raise Cancelled
        for one in block:
            counted.update({*words(normal(one.title)), *words(normal(one.body))})
    rough = [
        (count * np.log((count / len(sample) + 1e-9) / (units_with(searcher, word) / total + 1e-9)), word)
        for word, count in counted.most_common(4 * _CANDIDATES)
        if count > 1 or len(sample) < 5
    ]
    found: list[RelatedTerm] = []
    for _, word in sorted(rough, reverse=True)[:_CANDIDATES]:
        if _NUMBER.fullmatch(word) or any(word in one or one in word for one in asked):
            continue
        having = articles_with(searcher, word)
        inside = len(np.intersect1d(having, ids, assume_unique=True))
        score = keyness(inside, len(ids), len(having), total)
        if score >= _LEAST:
            found.append(RelatedTerm("word", word, inside, len(having), score))
    return found


def _names(catalogue: Catalogue, everything: Found, hits: Found, asked: list[str]) -> list[RelatedTerm]:
    found: list[RelatedTerm] = []
    inside = hits.facets(_SORTS, _NAMES)
    whole = everything.facets(_SORTS)
    for field in _SORTS:
        kind = MentionType(field.value)
        having = {one.value: one.count for one in whole[field]}
        terms = [
            (one, keyness(one.count, hits.total, having.get(one.value, one.count), everything.total))
            for one in inside[field]
            if not any(one.value in text for text in asked)
        ]
        shown = entities.names_of_keys(catalogue.reading, kind, [one.value for one, _ in terms])
        found += [
            RelatedTerm(kind.value, shown.get(one.value, one.value), one.count, having[one.value], score)
            for one, score in terms
            if score >= _LEAST
        ]
    return found


def keyness(inside: int, hits: int, having: int, total: int) -> float:
    """G2 of a term in `inside` of `hits` articles and in `having` of all `total`; 0 if it is not overused.

    With p the share inside, q the share outside and r the share of all: twice the log of the ratio of
    likelihoods, binomial in both parts.
    """
    outside, others = having - inside, total - hits
    if not inside or others <= 0 or inside * others <= outside * hits:
        return 0.0

    def likelihood(count: int, of: int, share: float) -> float:
        part = count * np.log(share) if count else 0.0
        return float(part + ((of - count) * np.log1p(-share) if of > count and share < 1 else 0.0))

    share = having / total
    apart = likelihood(inside, hits, inside / hits) + likelihood(outside, others, outside / others)
    return round(2 * (apart - likelihood(inside, hits, share) - likelihood(outside, others, share)), 2)
