"""Reading and recognising without an archive: `extract` and `entities` on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index import entities
from index.errors import ReadError
from index.importing import RecordFailure, drafts, units
from index.model import Draft, Recognition

__all__ = ["RecordFailure", "articles_in", "recognise"]


def articles_in(path: Path) -> Iterator[Draft | RecordFailure]:
    """The articles that an import of this file would bring. Raises ReadError."""
    try:
        for unit in units(path):
            yield from drafts(unit)
    except OSError as error:
        raise ReadError("reason.cannot_open", error=error.strerror or str(error)) from error


def recognise(text: str, date: str | None) -> Recognition:
    """Mentions and appointments in one text; `date` is the day it was published, ISO."""
    return entities.recognise(text, date)
