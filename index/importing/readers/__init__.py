"""Readers: one module per format, each turning the bytes of one file into drafts.

`reader_for` picks a reader by suffix and content; called by `index.importing.units`. A reader is a function
of the file's bytes and its name; it yields drafts (and failures of single records) and raises
ReadError for what it cannot read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from index.errors import ReadError
from index.importing.failure import RecordFailure
from index.importing.readers import html, text
from index.model import Draft

Reader = Callable[[bytes, str], Iterator[Draft | RecordFailure]]

_BY_SUFFIX: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".shtml": html.read,
}
SUFFIXES = frozenset(_BY_SUFFIX)


def reader_for(name: str, data: bytes) -> Reader:
    """The reader for a file called `name` that holds `data`; ReadError(reason.unknown_format) if none."""
    suffix = PurePath(name).suffix.lower()
    reader = _BY_SUFFIX.get(suffix)
    if reader is text.read and html.looks_like_html(data):
        return html.read
    if reader is None and html.looks_like_html(data):
        return html.read
    if reader is None:
        raise ReadError("reason.unknown_format", path=name, suffix=suffix or "?")
    return reader
