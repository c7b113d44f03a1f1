"""Articles and queries for the benchmarks, and the file that hands them to the processes that measure."""

from __future__ import annotations

import gzip
import itertools
import json
import marshal
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.fulltext.analysis import normal, words
from index.model import FacetField, IndexDocument

_RUN = re.compile(r"[\u3400-\u9fff]{8,}")
_LENGTHS = (1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 6, 8)
_NAMES = 8  # facet values of a kind that an article has at most


def articles(path: Path, count: int | None) -> Iterator[IndexDocument]:
    """The articles of a corpus; beyond its end again, their sentences shuffled, until there are `count`."""
    number = 0
    rng = random.Random(5)
    for again in itertools.count():
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                if count is not None and number >= count:
                    return
                row = json.loads(line)
                body = row["body"]
                if again:
                    sentences = body.split("。")
                    rng.shuffle(sentences)
                    body = "。".join(sentences)
                number += 1
                yield IndexDocument(number, row["title"] or "", body, row.get("date"), _facets(row))
        if count is None:
            return


def _facets(row: dict[str, str]) -> dict[FacetField, tuple[str, ...]]:
    """The source, and words of the lead that stand in for the names which recognition would find."""
    found = list(dict.fromkeys(words(normal(row["body"][:300]))))
    facets = {
        FacetField.PLACE: tuple(word for word in found if len(word) == 2)[:_NAMES],
        FacetField.PERSON: tuple(word for word in found if len(word) == 3)[:_NAMES],
        FacetField.ORGANISATION: tuple(word for word in found if len(word) > 3)[:_NAMES],
    }
    if row.get("source"):
        facets[FacetField.SOURCE] = (row["source"],)
    return {field: values for field, values in facets.items() if values}


def keep(documents: Iterator[IndexDocument], path: Path) -> int:
    """Write articles to a file of our own, so that every process has them at once; how many there are."""
    count = 0
    with path.open("wb") as file:
        for found in documents:
            count += 1
            facets = {str(field): values for field, values in found.facets.items()}
            marshal.dump((found.id, found.title, found.body, found.date, facets), file)
    return count


def kept(path: Path, most: int | None = None) -> list[IndexDocument]:
    """The articles of such a file, or the first `most`."""
    found: list[IndexDocument] = []
    with path.open("rb") as file:
        while most is None or len(found) < most:
            try:
                number, title, body, date, facets = marshal.load(file)  # noqa: S302 -- written by `keep`
            except EOFError:
                break
            named = {FacetField(field): values for field, values in facets.items()}
            found.append(IndexDocument(number, title, body, date, named))
    return found


@dataclass(frozen=True)
class KnownItem:
    """A query that somebody who remembers an article would type; the article and others of the same title."""

    words: tuple[str, ...]
    article_ids: frozenset[int]


def keywords(sample: list[IndexDocument], count: int, seed: int = 1) -> list[str]:
    """Keywords cut anywhere out of real text, one to eight Han characters long."""
    rng = random.Random(seed)
    found: list[str] = []
    while len(found) < count:
        runs = _RUN.findall(normal(rng.choice(sample).body))
        if runs:
            run, size = rng.choice(runs), rng.choice(_LENGTHS)
            start = rng.randrange(len(run) - size + 1)
            found.append(run[start : start + size])
    return found


def known_items(
    sample: list[IndexDocument], count: int, seed: int = 2, among: list[IndexDocument] | None = None
) -> list[KnownItem]:
    """Words of titles and leads, a third of them dropped, each with the article they were taken from.

    Articles of `among` (the sample itself if it is not given) with the same title are as good. Words that
    stand in more than one of fifty leads (the name of the agency, "report") nobody would type.
    """
    rng = random.Random(seed)
    common: Counter[str] = Counter()
    for article in sample:
        common.update(set(words(normal(_lead(article)))))
    titles: dict[str, set[int]] = {}
    for article in among or sample:
        titles.setdefault(normal(article.title), set()).add(article.id)
    found: list[KnownItem] = []
    for _ in range(50 * count):
        if len(found) == count:
            break
        article = rng.choice(sample)
        source = normal(article.title if rng.random() < 0.6 else _lead(article))
        kept = [word for word in dict.fromkeys(words(source)) if rng.random() < 0.67]
        kept = [word for word in kept if common[word] <= max(2, len(sample) // 50)][:6]
        if len(kept) >= 2:
            found.append(KnownItem(tuple(kept), frozenset(titles[normal(article.title)])))
    return found


def _lead(article: IndexDocument) -> str:
    """The first sentence, or as much of it as fits without cutting a word."""
    return re.match(r"[^。\n]{0,60}(?![a-zA-Z0-9])", article.body.strip()).group()  # type: ignore[union-attr]
