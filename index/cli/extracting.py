"""`juanzong extract`: what an import would make of files, without an archive."""

from __future__ import annotations

import argparse
from pathlib import Path

from index.archive.standalone import RecordFailure, articles_in
from index.cli.output import data, error_words, record, sentence, words
from index.errors import JuanzongError
from index.model import Draft

_ANSWERS = frozenset(("reason.list_page", "reason.soft_404", "reason.no_article"))


def run(arguments: argparse.Namespace) -> int:
    """Extract; 1 if a file could not be read; the others are shown. A page that is no article was read."""
    failed = False
    for path in arguments.files:
        try:
            items = list(articles_in(path))
        except JuanzongError as error:
            failed = failed or error.code not in _ANSWERS
            _fail(path, error_words(error), arguments.json)
            continue
        for item in items:
            if isinstance(item, RecordFailure):
                failed = True
                _fail(path, sentence(item.code, **dict(item.details)), arguments.json, item.record)
            elif arguments.json:
                record(_fields(path, item))
            else:
                _print(path, item)
    return 1 if failed else 0


def _fail(path: Path, why: str, as_json: bool, number: str = "") -> None:
    words("cli.failed", file=f"{path}#{number}" if number else path, reason=why)
    if as_json:
        record({"file": str(path), **({"record": number} if number else {}), "error": why})


def _fields(path: Path, draft: Draft) -> dict[str, object]:
    return {
        "file": str(path),
        **({"record": draft.record} if draft.record else {}),
        "encoding": draft.encoding,
        "title": draft.title,
        "date": draft.date,
        "date_origin": draft.date_origin.value,
        "date_reason": draft.date_reason,
        "source": draft.source,
        "author": draft.author,
        "url": draft.url,
        "body": draft.body,
        "repairs": [{"kind": repair.kind.value, "count": repair.count} for repair in draft.repairs],
    }


def _print(path: Path, draft: Draft) -> None:
    data(f"{path}{'#' + draft.record if draft.record else ''}  [{draft.encoding}]")
    data(draft.title)
    origin = sentence(f"date_origin.{draft.date_origin.value}")
    date = f"{draft.date} ({origin})" if draft.date else origin
    data(" · ".join(part for part in (draft.source, draft.author, date) if part))
    data(draft.body)
    for repair in draft.repairs:
        data(f"[{sentence('repair.' + repair.kind.value)}: {repair.count}]")
    data("")
