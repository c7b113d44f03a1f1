"""Words and names that hits have far more often than the rest of the archive: Dunning's log-likelihood G2.

Candidates among words come from reading around the query in a sample of the hits; what is told about each,
the numbers of articles among the hits and in the archive, is then counted exactly in the index. T. Dunning,
Accurate Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19(1), 1993.
Called by `Explorer`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from index.catalogue import Catalogue, entities, texts
from index.errors import Cancelled
from index.exploration.occurrences import Cancel
from index.exploration.vocabulary import counts_of, units_with
from index.fulltext import Found, Searcher, parse
from index.fulltext.analysis import normal, words
from index.fulltext.query import Keyword, TextLeaf, Word
from index.model import FacetField, MentionType, RelatedTerm, SearchRequest
from index.script.fold import fold

T = TypeVar("T")
Ints = npt.NDArray[np.int64]
_SAMPLE = 200  # hits that are read for candidates
_CANDIDATES = 160  # words that are counted exactly
_NEAR = 50  # characters on either side of the query in which they stand
_OWN = 0.5  # of the sampled articles with a term, at least this share say it in words of their own
_CLAUSE = re.compile(r"[，。！？；：:()（）\[\]\s]+")
_PRINTED = 0.25  # of the sampled articles with a name, at least this share print it so
_FORM = 0.4  # an article is a form if other articles have so much of its clauses
_NAMES = 300  # names of each sort that are compared
_NUMBER = re.compile("第?[0-9〇零一二三四五六七八九十百千万亿两]+.?")
_LEAST = 3.84  # G2 at p < 0.05
_COMMON = 0.15  # words in more than this share of a large archive are nobody's own
_LARGE = 200  # articles from which an archive is large
_OVERUSE = 2.5  # times as often as in the whole archive, at the least, in a large one
_IDLE = frozenset(
    "应当 或者 按照 以及 进行 有关 其他 其它 通过 对于 关于 根据 依照 并且 而且 但是 因此 因为".split()
    + "所以 如果 可以 可能 能够 必须 需要 不得 没有 已经 同时 其中 以上 以下 包括 以外 予以 由于".split()
    + "这个 那个 这些 那些 我们 他们 自己 一个 一些 目前 本案 表示 指出 认为".split()
)
_WEB = re.compile("[a-z0-9]{1,3}|http|https|html?|www|mailto|email")
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
    leaves = parse(text).keywords
    asked = [leaf.text for leaf in leaves if isinstance(leaf, Keyword | Word)]
    sample = _Sample.of(leaves, catalogue, ids, everything.total >= _LARGE, cancelled)
    found = _words(searcher, sample, ids, everything.total, asked, cancelled)
    names = _names(catalogue, everything, hits, asked, cancelled)
    known = [(fold(one.text), one.hits) for one in names]
    found = [one for one in found if not _is_piece(one, known)] + names
    found.sort(key=lambda one: (-one.keyness, one.text))
    own = (one for one in _unless(cancelled, found) if sample.is_own(fold(one.text), one.hits / len(ids)))
    return tuple(islice(own, limit))


@dataclass(frozen=True)
class _Sample:
    """Some of the hits, read. Texts are folded and squeezed, titles and bodies in one.

    What other articles say in the same words tells nothing of the matter (every tender names the same offices
    and treaties): `own` has neither forms, but for the first of each, nor lines of articles before.
    """

    near: Counter[str]  # in how many articles each word stands near the query
    own: list[str]
    whole: list[str]

    @classmethod
    def of(
        cls, leaves: Sequence[TextLeaf], catalogue: Catalogue, ids: Ints, forms: bool, cancelled: Cancel
    ) -> _Sample:
        """Read a sample of the articles `ids`; `forms`: leave out what others say in the same words."""
        chosen = ids[np.unique(np.linspace(0, len(ids) - 1, min(_SAMPLE, len(ids))).astype(np.int64))]
        sample = cls(Counter(), [], [])
        lines: set[str] = set()
        clauses: set[str] = set()
        for block in texts.blocks(catalogue.reading, chosen.tolist()):
            if cancelled():
                raise Cancelled
            for one in block:
                title = normal(one.title)
                sample.whole.append(f"{title}\n{normal(one.body)}")
                own = one.body.splitlines(keepends=True)
                if not forms or not _is_form(one.body, clauses):
                    body = normal("".join(each for each in own if each not in lines))
                    near = (word for piece in _near(body, leaves) for word in words(piece))
                    sample.near.update({*words(title), *near})
                    sample.own.append(f"{title}\n{body}")
                lines.update(own if forms else ())
        return sample

    def is_own(self, text: str, share: float) -> bool:
        """Whether most articles with this text say it in words of their own.

        `share` of all hits have it: where much less of the sample has it in print, it stands under another
        name in forms (新西兰 is the 紐 of 臺紐經濟合作協定).
        """
        having = sum(text in whole for whole in self.whole)
        own = sum(text in own for own in self.own)
        return own >= max(_OWN * having, _PRINTED * share * len(self.whole) - 1)


def _is_form(text: str, known: set[str]) -> bool:
    """Whether most of a text is clauses that are known; they are known from now on."""
    clauses = set(_CLAUSE.split(text))
    share = sum(map(len, clauses & known)) / max(1, sum(map(len, clauses)))
    known |= clauses
    return share >= _FORM


def _is_piece(one: RelatedTerm, names: list[tuple[str, int]]) -> bool:
    """Whether a word is a name, or a piece of one that is all it is used for (吴幸 of 吴幸桦)."""
    return any(one.text == name or (one.text in name and one.hits <= 1.1 * hits) for name, hits in names)


def _near(text: str, leaves: Sequence[TextLeaf]) -> list[str]:
    """The pieces of a text that stand around the query; the whole text if the query has no words."""
    if not leaves:
        return [text]
    pieces: list[str] = []
    end = 0
    for start, stop in sorted(span for leaf in leaves for span in leaf.spans(text)):
        if stop + _NEAR > end:
            pieces.append(text[max(end, start - _NEAR) : stop + _NEAR])
            end = stop + _NEAR
    return pieces


def _words(
    searcher: Searcher,
    sample: _Sample,
    ids: Ints,
    total: int,
    asked: list[str],
    cancelled: Cancel,
) -> list[RelatedTerm]:
    many = len(sample.whole)
    rough = [
        (count * np.log((count / many + 1e-9) / (units / total + 1e-9)), word)
        for word, count in _unless(cancelled, sample.near.most_common(8 * _CANDIDATES))
        if (count > 1 or many < 5)
        and not _is_idle(word, asked)
        and ((units := units_with(searcher, word)) <= _COMMON * total or total < _LARGE)
    ]
    chosen = np.isin(searcher.snapshot.ids, ids)
    found: list[RelatedTerm] = []
    for _, word in _unless(cancelled, sorted(rough, reverse=True)[:_CANDIDATES]):
        inside, having = counts_of(searcher, word, chosen)
        score = keyness(inside, len(ids), having, total)
        if score >= _LEAST and _is_telling(inside, len(ids), having, total):
            found.append(RelatedTerm("word", word, inside, having, score))
    return found


def _unless(cancelled: Cancel, these: Iterable[T]) -> Iterator[T]:
    """These, one by one, until nobody wants them any more. Raises Cancelled."""
    for one in these:
        if cancelled():
            raise Cancelled
        yield one


def _is_idle(word: str, asked: list[str]) -> bool:
    """Whether a word tells nothing: function words, numbers, pieces of addresses, the query itself."""
    return bool(word in _IDLE or _NUMBER.fullmatch(word) or _WEB.fullmatch(word)) or any(
        word in one or one in word for one in asked
    )


def _is_telling(inside: int, hits: int, having: int, total: int) -> bool:
    """Whether a term is used so much more often that one would search for it."""
    if total < _LARGE:
        return True
    return having <= _COMMON * total and inside * total >= min(_OVERUSE, total / hits) * having * hits


def _names(
    catalogue: Catalogue, everything: Found, hits: Found, asked: list[str], cancelled: Cancel
) -> list[RelatedTerm]:
    found: list[RelatedTerm] = []
    for field in _unless(cancelled, _SORTS):
        kind = MentionType(field.value)
        inside = hits.facets((field,), _NAMES)
        having = {one.value: one.count for one in everything.facets((field,))[field]}
        terms = [
            (one, keyness(one.count, hits.total, having.get(one.value, one.count), everything.total))
            for one in inside[field]
            if not any(one.value in text or text in one.value for text in asked)
        ]
        shown = entities.names_of_keys(catalogue.reading, kind, [one.value for one, _ in terms])
        found += [
            RelatedTerm(
                kind.value, shown.get(one.value, one.value).strip(), one.count, having[one.value], score
            )
            for one, score in terms
            if score >= _LEAST and _is_telling(one.count, hits.total, having[one.value], everything.total)
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
