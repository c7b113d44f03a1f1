"""`juanzong search --kwic` and `--trend`, and what is said when nothing was found."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict

from index.archive import Archive, Hits
from index.cli.output import data, record, words
from index.model import ConcordanceLine, ConcordanceSort, SearchRequest, TrendStep
from index.wording import system_language

_BLOCK = 200


def contexts(archive: Archive, hits: Hits, arguments: argparse.Namespace) -> None:
    """Every occurrence in context: to a file, as JSON, or a line each."""
    found = archive.concordance(hits)
    sort = ConcordanceSort(arguments.kwic)
    if arguments.out is not None:
        count = archive.export_concordance(found, arguments.out, sort, language=system_language())
        words("cli.tabled", count=count, path=arguments.out)
        return
    end = found.total if arguments.limit is None else min(found.total, arguments.offset + arguments.limit)
    if arguments.json:
        lines = [asdict(line) for line in found.lines(sort, arguments.offset, end - arguments.offset)]
        record({"query": hits.request.text, "total": found.total, "articles": found.articles, "lines": lines})
        return
    words("cli.occurrences", total=found.total, articles=found.articles)
    for at in range(arguments.offset, end, _BLOCK):
        for line in found.lines(sort, at, min(_BLOCK, end - at)):
            data(_line(line))


def _line(line: ConcordanceLine) -> str:
    meta = " · ".join(part for part in (line.date, line.source, f"#{line.article_id}") if part)
    return f"{line.left}【{line.keyword}】{line.right}\t{meta}"


def trends(archive: Archive, queries: Sequence[str], arguments: argparse.Namespace) -> int:
    """Counts by year or month of one expression or of several: to a file, as JSON, or a line each."""
    found = archive.trend(queries, step=TrendStep(arguments.trend))
    if arguments.out is not None:
        write = archive.export_trend if arguments.batch is None else archive.export_batch
        rows = write(found, arguments.out, language=system_language())
        words("cli.tabled", count=rows, path=arguments.out)
    elif arguments.json:
        record(asdict(found))
    else:
        for one in found.series:
            if one.error:
                words(one.error, **dict(one.error_details))
                continue
            words("cli.occurrences", total=one.occurrences, articles=one.articles)
            for period, count in zip(found.periods, one.counts, strict=True):
                data(f"{one.text}\t{period.period}\t{count.articles}\t{count.occurrences}")
    return 0


def advice(archive: Archive, request: SearchRequest) -> None:
    """What was perhaps meant, and what the parts of the query find alone."""
    for one in archive.suggestions(request, 3):
        words("cli.did_you_mean", text=one.text, total=one.total)
    found = archive.explain(request)
    if len(found.terms) > 1:
        for term in found.terms:
            words("cli.alone", text=term.text, total=term.total)
        for pair, first, second in found.pairs:
            words("cli.both", first=first, second=second, total=pair.total)
    if found.together is not None:
        words("cli.together", text=found.together.text, total=found.together.total)
    for term in found.excluded:
        words("cli.without_exclusion", text=term.text, total=term.total)
    if request.filters:
        words("cli.without_filters", total=found.without_filters)
