"""Articles like one article: those that share its rarest words and names.

The words are jieba's, as the index counts them; each shared one counts by its rarity in the archive (inverse
document frequency), by how often both articles use it, and against their lengths. Reprints of the article
itself are no answer. Called through `Explorer`.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.catalogue import Catalogue, articles, names, texts
from index.distinct import distinct
from index.exploration.vocabulary import units_with
from index.fulltext import Searcher
from index.fulltext.analysis import normal, words
from index.model import SimilarArticle

Ints = npt.NDArray[np.int64]
_WORDS = 40  # the weightiest words of the article
_TITLE = 3  # a word in the title counts as so many in the text
_COMMON = 0.4  # words and names in more than this share of all articles say nothing
_SHOWN = 8
_NAME = 1.5  # a name weighs so many times a word of the same rarity
_SATURATION = 1.2  # as k1 of BM25


@dataclass(frozen=True)
class _Feature:
    """A word or a name: the articles that have it (document numbers), how often, and its weight."""

    text: str
    documents: Ints
    counts: Ints
    weight: float
    is_name: bool


def similar(
    searcher: Searcher, catalogue: Catalogue, article_id: int, limit: int
) -> tuple[SimilarArticle, ...]:
    """At most `limit` articles, the most similar first; none if the article is gone."""
    snapshot = searcher.snapshot
    title, body = articles.text(catalogue.reading, article_id)
    features = _words(searcher, title, body) + _names(searcher, catalogue, article_id)
    own = np.flatnonzero(snapshot.ids == article_id)
    if not features or not len(own):
        return ()
    scores = np.zeros(snapshot.count, dtype=np.float64)
    for feature in features:
        frequency = feature.counts / (feature.counts + _SATURATION)
        scores[feature.documents] += feature.weight * frequency
    _, lengths = snapshot.lengths
    scores /= np.sqrt(0.5 + 0.5 * lengths)
    most = float(scores[own].max())
    alive = np.concatenate([live.live for live in snapshot.segments])
    same = articles.reprints(catalogue.reading, article_id)
    scores[~alive | np.isin(snapshot.ids, [article_id, *same])] = 0
    best = np.argsort(-scores, kind="stable")[:limit]
    best = best[scores[best] > 0]
    printed = texts.titles(catalogue.reading, snapshot.ids[best].tolist())
    return tuple(
        SimilarArticle(
            number,
            *printed[number],
            round(min(1.0, float(scores[at]) / most), 4),
            _shared(features, at, is_name=False),
            _shared(features, at, is_name=True),
        )
        for at, number in zip(best.tolist(), snapshot.ids[best].tolist(), strict=True)
        if number in printed
    )


def _shared(features: list[_Feature], document: int, *, is_name: bool) -> tuple[str, ...]:
    """What the article and a document both have, weightiest first."""
    found = [one for one in features if one.is_name == is_name and document in one.documents]
    return tuple(one.text for one in sorted(found, key=lambda one: -one.weight)[:_SHOWN])


def _words(searcher: Searcher, title: str, body: str) -> list[_Feature]:
    counted = Counter(words(normal(body)))
    for word in words(normal(title)):
        counted[word] += _TITLE
    everything = searcher.snapshot.count
    rough = [
        (_weight(everything, having, count), word)
        for word, count in counted.items()
        if 1 < (having := units_with(searcher, word)) <= max(3, 2 * _COMMON * everything)
    ]
    features: list[_Feature] = []
    for _, word in sorted(rough, reverse=True)[:_WORDS]:
        documents, counts = [], []
        for live in searcher.snapshot.segments:
            units, frequency = live.segment.word_units(word)
            documents.append((units >> 1) + live.base)
            counts.append(np.where(units & 1, frequency, _TITLE * frequency))
        found = np.concatenate(documents), np.concatenate(counts)
        feature = _feature(searcher, word, *found, counted[word])
        if feature is not None:
            features.append(feature)
    return features


def _names(searcher: Searcher, catalogue: Catalogue, article_id: int) -> list[_Feature]:
    ids = searcher.snapshot.ids
    order = np.argsort(ids, kind="stable")
    features: list[_Feature] = []
    for name, count in names.of_article(catalogue.reading, article_id):
        if name.count > max(3, _COMMON * len(ids)):
            continue
        having = np.array(names.articles_with(catalogue.reading, name.id), dtype=np.int64).reshape(-1, 2)
        at = order[np.minimum(np.searchsorted(ids[order], having[:, 0]), len(ids) - 1)]
        there = ids[at] == having[:, 0]
        feature = _feature(searcher, name.text, at[there], having[there, 1], count, is_name=True)
        if feature is not None:
            features.append(feature)
    return features


def _feature(
    searcher: Searcher, text: str, documents: Ints, counts: Ints, own: int, *, is_name: bool = False
) -> _Feature | None:
    """A feature with its weight; None if it is in no other document, or in too many."""
    everything = searcher.snapshot.count
    having = len(distinct(documents))
    if having < 2 or having > max(3, _COMMON * everything):
        return None
    weight = _weight(everything, having, own) * (_NAME if is_name else 1.0)
    once, inverse = np.unique(documents, return_inverse=True)
    return _Feature(text, once, np.bincount(inverse, weights=counts), weight, is_name)


def _weight(everything: int, having: int, own: int) -> float:
    """The weight of what `having` of `everything` have, and the article `own` times."""
    rarity = math.log((everything + 1) / having) if having <= everything else 0.0
    return rarity * rarity * own / (own + _SATURATION)
