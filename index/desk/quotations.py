"""Checking quotations: do these words stand in the archive, where, and what was altered?

A stretch of text is looked up by a few of its character n-grams, which the index answers in milliseconds for
any archive; the articles that have the rarest of them are then compared letter by letter, blind to script,
blanks, glosses and punctuation. What is found nowhere as a whole is checked by its quotations in marks, then
piece by piece and sentence by sentence. Called by the façade, which gives the searcher.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from index.alignment import Letters, differences, nearest
from index.catalogue import texts
from index.catalogue.texts import PrintedText
from index.desk import passages
from index.desk.passages import Span
from index.errors import Cancelled
from index.fulltext import Searcher
from index.fulltext.analysis import normal
from index.fulltext.query import Keyword, TextLeaf, Word
from index.model import Alteration, CheckedQuotation, QuotationReport, QuotationSource, Verdict
from index.script.fold import fold

Ints = npt.NDArray[np.int64]

LEAST = 4  # letters that can be checked
_ALTERED = 0.4  # share of the letters that may differ in an altered quotation
_CLOSE = 0.2  # share up to which a whole paragraph counts as one quotation without a second look
_GRAMS = 24  # n-grams that are looked up for a stretch
_SIZES = (6, 4, 3)  # their lengths: shorter ones where longer find nothing
_SHORT = 120  # characters of a text that is also looked up as it stands
_LISTED = 200_000  # articles of n-grams that are weighed, the rarest n-grams first
_COMPARED = 10  # articles that are compared letter by letter
_SOURCES = 8  # places that are told
_ORDER = (Verdict.EXACT, Verdict.MARKS, Verdict.ALTERED, Verdict.NOT_FOUND, Verdict.TOO_SHORT)
_RUN = re.compile(r"[^\W_]+")
_PART = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
_BLANK = re.compile(r"\s+")


class QuotationCheck:
    """Checks texts against one state of an archive."""

    def __init__(
        self, db: sqlite3.Connection, searcher: Searcher, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self._db = db
        self._searcher = searcher
        self._cancelled = cancelled
        self._count = max(1, searcher.snapshot.live_count)

    def report(self, text: str) -> QuotationReport:
        """Check a text: a few words, or paragraphs with several quotations. Raises Cancelled."""
        plain = passages.plain(text)
        found: list[CheckedQuotation] = []
        for paragraph in passages.paragraphs(plain):
            found += self._paragraph(text, plain, paragraph)
        return QuotationReport(text, tuple(found))

    def _paragraph(self, text: str, plain: str, span: Span) -> list[CheckedQuotation]:
        whole = self._checked(text, plain, span)
        if whole.verdict in (Verdict.EXACT, Verdict.MARKS, Verdict.TOO_SHORT):
            return [whole]
        inner = [one for one in passages.quoted(plain, span) if len(Letters(plain[slice(*one)])) >= LEAST]
        introduced = _introduced(plain, span, inner, whole)
        if _distance(whole) <= _CLOSE and not introduced:
            return [whole]
        if inner:
            checked = [one for quotation in inner for one in self._quotation(text, plain, quotation)]
            verbatim = any(one.verdict in (Verdict.EXACT, Verdict.MARKS) for one in checked)
            if verbatim or introduced or whole.verdict is not Verdict.ALTERED:
                return checked
        return self._quotation(text, plain, span, whole)

    def _quotation(
        self, text: str, plain: str, span: Span, whole: CheckedQuotation | None = None
    ) -> list[CheckedQuotation]:
        """One quotation: as a whole if it is found so, else between its ellipses, else by sentences."""
        whole = whole or self._checked(text, plain, span)
        if whole.verdict in (Verdict.EXACT, Verdict.MARKS, Verdict.TOO_SHORT):
            return [whole]
        parts = passages.pieces(plain, span)
        if len(parts) == 1:
            parts = passages.sentences(plain, span)
        if len(parts) < 2:
            return [whole]
        checked = [self._checked(text, plain, part) for part in parts]
        if whole.verdict is Verdict.ALTERED and not _better(checked, whole):
            return [whole]
        if all(one.verdict in (Verdict.NOT_FOUND, Verdict.TOO_SHORT) for one in checked):
            return [whole]
        return checked

    def _checked(self, text: str, plain: str, span: Span) -> CheckedQuotation:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        start, end = _stripped(plain, span)
        words = plain[start:end]
        letters = Letters(words)
        if len(letters) < LEAST:
            return CheckedQuotation(start, end, text[start:end], Verdict.TOO_SHORT)
        found: list[QuotationSource] = []
        ways = [words] if text[start:end] == words else [words, text[start:end]]
        for candidates in (self._candidates, self._verbatim):
            for block in texts.blocks(self._db, sorted(candidates(words))):
                for article in block:
                    found += _sources(article, ways, start)
            if any(one.verdict in (Verdict.EXACT, Verdict.MARKS) for one in found):
                break
        found.sort(
            key=lambda one: (_ORDER.index(one.verdict), one.distance, one.date or "9999", one.article_id)
        )
        found = found[:_SOURCES]
        verdict = found[0].verdict if found else Verdict.NOT_FOUND
        return CheckedQuotation(start, end, text[start:end], verdict, tuple(found))

    def _candidates(self, words: str) -> list[int]:
        """The articles that have the rarest n-grams of some words, best first."""
        for size in _SIZES:
            found = [self._with(leaf) for leaf in _grams(fold(words), size)]
            found = sorted((ids for ids in found if len(ids)), key=len)
            if found:
                return self._best(found)
        return []

    def _verbatim(self, words: str) -> list[int]:
        """The articles that have a short text just as it stands, where its n-grams are in very many."""
        if len(words) > _SHORT:
            return []
        return [int(number) for number in self._with(Keyword(normal(words)))[:_COMPARED]]

    def _with(self, leaf: TextLeaf) -> Ints:
        return self._searcher.search_query(leaf, cancelled=self._cancelled).all_ids()

    def _best(self, found: Sequence[Ints]) -> list[int]:
        """The articles that stand in most of some lists (the shortest first), each by its rarity."""
        sizes = np.cumsum([len(ids) for ids in found])
        kept = found[: max(1, int(np.searchsorted(sizes, _LISTED)))]
        weights = [math.log(1 + self._count / len(ids)) for ids in kept]
        numbers, places = np.unique(np.concatenate(kept), return_inverse=True)
        scores = np.bincount(places, np.repeat(weights, [len(ids) for ids in kept]))
        return [int(number) for number in numbers[np.argsort(-scores, kind="stable")[:_COMPARED]]]


def _sources(article: PrintedText, ways: Sequence[str], shift: int) -> list[QuotationSource]:
    """Where the words stand in an article, or what comes nearest; glosses and note numbers count or not."""
    found = [_source(article, in_title, words, shift) for in_title in (False, True) for words in ways]
    there = [one for one in found if one is not None]
    return sorted(there, key=lambda one: (_ORDER.index(one.verdict), one.distance))[:1]


def _source(article: PrintedText, in_title: bool, words: str, shift: int) -> QuotationSource | None:
    letters = Letters(words)
    text = article.title if in_title else article.body
    there = Letters(text)
    near = nearest(letters.text, there.text)
    if near is None or near.distance > _ALTERED * len(letters) or near.start >= near.end:
        return None
    start, end = there.source(near.start, near.end)
    printed = text[start:end]
    verdict = Verdict.ALTERED
    if near.distance == 0:
        verdict = Verdict.EXACT if _same(words, printed) else Verdict.MARKS
    return QuotationSource(
        article.id,
        article.title,
        article.date,
        article.source,
        in_title,
        start,
        end,
        printed,
        verdict,
        near.distance,
        _alterations(words, printed, verdict, shift),
    )


def _alterations(words: str, printed: str, verdict: Verdict, shift: int) -> tuple[Alteration, ...]:
    """What differs: letters only, or the marks where the letters agree."""
    if verdict is Verdict.EXACT:
        return ()
    if verdict is Verdict.MARKS:
        found = differences(words, printed, blind_to_script=True)
        kept = [d for d in found if not _same(words[d.a_start : d.a_end], printed[d.b_start : d.b_end])]
        return tuple(Alteration(d.a_start + shift, d.a_end + shift, d.b_start, d.b_end) for d in kept)
    one, other = Letters(words), Letters(printed)
    out = []
    for d in differences(one.text, other.text):
        start, end = one.source(d.a_start, d.a_end)
        out.append(Alteration(start + shift, end + shift, *other.source(d.b_start, d.b_end)))
    return tuple(out)


def _same(words: str, printed: str) -> bool:
    """Whether two texts are the same but for script, width and blanks."""
    return _BLANK.sub("", fold(words)) == _BLANK.sub("", fold(printed))


def _stripped(text: str, span: Span) -> Span:
    """A span without blanks and punctuation at either end."""
    inner = [found.span() for found in _RUN.finditer(text, *span)]
    return (inner[0][0], inner[-1][1]) if inner else span


def _grams(folded: str, size: int) -> list[TextLeaf]:
    """A few n-grams of some words, spread evenly, none across punctuation; whole words of Latin letters."""
    found: list[str] = []
    for run in _RUN.finditer(folded):
        for part in _PART.findall(run[0]):
            if part.isascii() or len(part) <= size:
                found.append(part)
            else:
                step = max(1, size // 2)
                found += [part[at : at + size] for at in range(0, len(part) - size + 1, step)]
    found = [gram for gram in dict.fromkeys(found) if len(gram) > (3 if gram.isascii() else 1)]
    if len(found) > _GRAMS:
        found = [found[at * len(found) // _GRAMS] for at in range(_GRAMS)]
    return [Word(gram) if gram.isascii() else Keyword(gram) for gram in found]


def _distance(one: CheckedQuotation) -> float:
    """Share of the letters that differ from the best source; 1 if there is none."""
    return one.sources[0].distance / max(1, len(Letters(one.text))) if one.sources else 1.0


def _introduced(plain: str, span: Span, inner: Sequence[Span], whole: CheckedQuotation) -> bool:
    """Whether a paragraph is mostly quotations in marks, and what differs is among the words around them.

    Then those words are the writer's own: 他说：“…”. An article's own paragraph with a few words in marks is
    one quotation.
    """
    quoted = sum(len(Letters(plain[slice(*one)])) for one in inner)
    if quoted * 2 < len(Letters(plain[slice(*span)])) or not whole.sources:
        return False
    return any(
        not any(start <= one.start and one.end <= end for start, end in inner)
        for one in whole.sources[0].alterations
    )


def _better(parts: Sequence[CheckedQuotation], whole: CheckedQuotation) -> bool:
    """Whether the parts, each by itself, are nearer to their sources than the whole is to its own."""
    letters = [len(Letters(one.text)) for one in parts]
    differing = sum(_distance(one) * count for one, count in zip(parts, letters, strict=True))
    return differing < _distance(whole) * sum(letters) * 0.8
