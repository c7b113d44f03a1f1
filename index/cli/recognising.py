"""`juanzong entities`: who and what texts name, without an archive."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from index.archive.standalone import RecordFailure, articles_in, recognise
from index.cli.output import data, record, sentence, words
from index.errors import ReadError
from index.model import Recognition


def run(arguments: argparse.Namespace) -> int:
    """Recognise in one file, or in a batch of JSON lines with id, date and text."""
    if (arguments.file is None) == (arguments.batch is None):
        words("cli.file_or_batch")
        return 2
    for number, text, date in _texts(arguments):
        found = recognise(text, date)
        if arguments.json or arguments.batch is not None:
            record(_fields(number, found))
        else:
            _print(found)
    return 0


def _texts(arguments: argparse.Namespace) -> Iterator[tuple[str, str, str | None]]:
    if arguments.batch is not None:
        yield from _batch(arguments.batch)
        return
    for draft in articles_in(arguments.file):
        if isinstance(draft, RecordFailure):
            words("cli.failed", file=arguments.file, reason=sentence(draft.code, **dict(draft.details)))
        else:
            name = f"{arguments.file}#{draft.record}" if draft.record else str(arguments.file)
            yield name, f"{draft.title}\n{draft.body}", draft.date


def _batch(path: Path) -> Iterator[tuple[str, str, str | None]]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                    text = str(row["text"])
                except (ValueError, KeyError, TypeError) as error:
                    raise ReadError("cli.bad_line", file=path, line=number) from error
                yield row.get("id", str(number)), text, row.get("date") or None
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError("cli.cannot_read", file=path, error=error) from error


def _fields(number: str, found: Recognition) -> dict[str, object]:
    return {
        "id": number,
        "mentions": [
            {
                "type": m.type.value,
                "start": m.start,
                "end": m.end,
                "text": m.text,
                **({"value": list(m.value) if isinstance(m.value, tuple) else m.value} if m.value else {}),
            }
            for m in found.mentions
        ],
        "appointments": [
            {
                "person": a.person,
                "post": a.post,
                **({"organisation": a.organisation} if a.organisation else {}),
                **({"place": a.place} if a.place else {}),
            }
            for a in found.appointments
        ],
    }


def _print(found: Recognition) -> None:
    for m in found.mentions:
        value = "、".join(m.value) if isinstance(m.value, tuple) else m.value
        data(
            f"{m.start}-{m.end}  {sentence('facet.' + m.type.value)}  {m.text}"
            + (f"  = {value}" if value else "")
        )
    for a in found.appointments:
        data(" · ".join(part for part in (a.person, a.post, a.organisation, a.place) if part))
