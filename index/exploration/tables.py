"""Contexts and trends as rows to be written to a file. Called by `index.archive`; `index.export` writes."""

from __future__ import annotations

from collections.abc import Iterator

from index.catalogue import Catalogue, articles
from index.control import Control
from index.exploration.concordance import Concordance
from index.model import ConcordanceSort, Table, Trend

Row = tuple[str | int | float, ...]
_BLOCK = 500
_WIDTH = 60  # characters of context on either side


def concordance(catalogue: Catalogue, found: Concordance, sort: ConcordanceSort, control: Control) -> Table:
    """One row for each occurrence; made while they are written."""

    def rows() -> Iterator[Row]:
        for at in range(0, found.total, _BLOCK):
            control.checkpoint()
            lines = found.lines(sort, at, _BLOCK, _WIDTH)
            origins = articles.origins(catalogue.reading, [line.article_id for line in lines])
            for line, origin in zip(lines, origins, strict=True):
                yield (
                    line.left,
                    line.keyword,
                    line.right,
                    line.date or "",
                    line.source or "",
                    line.title,
                    origin,
                )

    heads = ("left", "keyword", "right", "date", "source", "title", "origin")
    return Table("export.concordance", tuple(f"export.{head}" for head in heads), rows())


def trend(found: Trend) -> Table:
    """One row for each expression and period, absolute and relative; what has no date in a row of its own."""

    def rows() -> Iterator[Row]:
        for one in found.series:
            for period, count in zip(found.periods, one.counts, strict=True):
                yield (
                    one.text,
                    period.period,
                    count.articles,
                    count.occurrences,
                    round(count.per_thousand, 3),
                    round(count.per_million, 3),
                    period.articles,
                    period.characters,
                )
            if one.undated.articles:
                yield one.text, "", one.undated.articles, one.undated.occurrences

    heads = (
        "expression",
        "period",
        "articles",
        "occurrences",
        "per_thousand",
        "per_million",
        "all_articles",
        "all_characters",
    )
    return Table("export.trend", tuple(f"export.{head}" for head in heads), rows())


def batch(found: Trend) -> Table:
    """One row for each expression: articles, occurrences, first and last date, then articles by period.

    An expression that is no query has its text and nothing else.
    """
    heads = ("expression", "articles", "occurrences", "first_date", "last_date", "undated")
    periods = tuple(period.period for period in found.periods)

    def rows() -> Iterator[Row]:
        for one in found.series:
            if one.error:
                yield (one.text,)
                continue
            dates = (use.date if use else "" for use in (one.first, one.last))
            counts = (count.articles for count in one.counts)
            yield (one.text, one.articles, one.occurrences, *dates, one.undated.articles, *counts)

    return Table("export.batch", (*(f"export.{head}" for head in heads), *periods), rows())
