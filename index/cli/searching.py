"""`juanzong search`: one query, or a batch of them, answered exactly."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from index.archive import Archive, Hits
from index.cli.door import open_for_reading
from index.cli.exploring import advice, contexts, trends
from index.cli.output import data, error_words, record, sentence, words
from index.errors import IndexDamaged, QueryError, ReadError
from index.model import FacetField, ResultRow, SearchRequest, Sort

_BLOCK = 200


def run(arguments: argparse.Namespace) -> int:
    """Search; 0 also when nothing was found."""
    if (arguments.query is None) == (arguments.batch is None):
        words("cli.query_or_batch")
        return 2
    queries = [arguments.query] if arguments.batch is None else _lines(arguments.batch)
    with open_for_reading(arguments) as archive:
        if arguments.trend is not None:
            return trends(archive, queries, arguments)
        for query in queries:
            try:
                hits = _search(archive, SearchRequest(query, Sort(arguments.sort)))
            except QueryError as error:
                if arguments.batch is None:
                    raise
                record(_failure(query, error, arguments.origins_only))
                continue
            if arguments.kwic is not None:
                contexts(archive, hits, arguments)
            elif arguments.json or arguments.batch is not None or arguments.origins_only:
                record(_answer(archive, hits, arguments))
            else:
                _print(archive, hits, arguments)
    return 0


def _search(archive: Archive, request: SearchRequest) -> Hits:
    """Search; an index that turns out damaged is made afresh first."""
    try:
        return archive.search(request)
    except IndexDamaged as error:
        sys.stderr.write(error_words(error) + "\n")
        archive.catch_up()
        return archive.search(request)


def _lines(path: Path) -> list[str]:
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError("cli.cannot_read", file=path, error=error) from error
    return [line.strip("\r\n") for line in text.split("\n") if line.strip()]


def _failure(query: str, error: QueryError, origins_only: bool) -> dict[str, object]:
    return {
        "query": query,
        "total": 0,
        "milliseconds": 0.0,
        "origins" if origins_only else "hits": [],
        "error": {"code": error.code, "position": error.position, "message": error_words(error)},
    }


def _answer(archive: Archive, hits: Hits, arguments: argparse.Namespace) -> dict[str, object]:
    answer: dict[str, object] = {
        "query": hits.request.text,
        "total": hits.total,
        "milliseconds": round(hits.milliseconds, 3),
    }
    if arguments.origins_only:
        answer["origins"] = archive.origins(hits.ids(arguments.offset, arguments.limit))
    else:
        answer["hits"] = [_hit(row) for row in _rows(archive, hits, arguments)]
    if arguments.facets:
        counts = archive.facets(hits, list(FacetField))
        answer["facets"] = {
            field.value: [{"value": c.value, "count": c.count} for c in values]
            for field, values in counts.items()
        }
    if hits.not_indexed:
        answer["not_indexed"] = hits.not_indexed
    return answer


def _rows(archive: Archive, hits: Hits, arguments: argparse.Namespace) -> list[ResultRow]:
    end = hits.total if arguments.limit is None else min(hits.total, arguments.offset + arguments.limit)
    rows: list[ResultRow] = []
    for at in range(arguments.offset, end, _BLOCK):
        rows.extend(archive.rows(hits, at, min(_BLOCK, end - at)))
    return rows


def _hit(row: ResultRow) -> dict[str, object]:
    return {
        "id": row.id,
        "origin": row.origin,
        "title": row.title,
        "date": row.date,
        "source": row.source,
        "score": round(row.score, 4),
        "snippet": row.snippet.text,
        "highlights": [list(span) for span in row.snippet.marks],
    }


def _print(archive: Archive, hits: Hits, arguments: argparse.Namespace) -> None:
    words("cli.found", total=hits.total, milliseconds=f"{hits.milliseconds:.1f}")
    for row in _rows(archive, hits, arguments):
        meta = " · ".join(part for part in (row.source, row.date, f"#{row.id}") if part)
        data(f"{row.title}  ({meta})")
        marked, last = "", 0
        for start, end in row.snippet.marks:
            marked += f"{row.snippet.text[last:start]}【{row.snippet.text[start:end]}】"
            last = end
        data("    " + (marked + row.snippet.text[last:]).replace("\n", " "))
    if arguments.facets:
        for field, values in archive.facets(hits, list(FacetField), 10).items():
            data(f"{sentence('facet.' + field.value)}: " + ", ".join(f"{c.value} {c.count}" for c in values))
    if hits.not_indexed:
        words("cli.not_indexed", count=hits.not_indexed)
    if not hits.total:
        advice(archive, hits.request)
