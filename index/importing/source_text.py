"""The text of an article as it came: read again from its bytes, before repairs.

Called by `Archive.as_it_came`, for showing the text beside the clean one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import IO

from index.errors import ReadError
from index.importing.failure import RecordFailure
from index.importing.units import RECORD_SUFFIXES, TABLE_SUFFIXES
from index.model import Draft


def text_as_it_came(data: bytes, name: str, record: str) -> str:
    """The text of one article of a file; "" if it cannot be found any more.

    `data`: the bytes of the file called `name`, or of the record alone where its place is known; `record` as
    in `Draft.record`.
    """
    from index.importing.composition import remembering

    with remembering() as kept:
        try:
            for item in _items(data, name):
                if isinstance(item, Draft) and kept and (item.record == record or _is_line(name)):
                    return kept[-1]
        except ReadError:
            pass
    return ""


def is_table(name: str) -> bool:
    """Whether a file holds records that are found by reading those before them."""
    return name.lower().endswith(TABLE_SUFFIXES)


def record_as_it_came(stream: IO[bytes], name: str, record: str) -> str:
    """The same for a record of a table or an array of any size, which `stream` holds."""
    from index.importing.composition import remembering
    from index.importing.readers import streams

    opened = streams.opened(stream, name)
    with remembering() as kept, contextlib.suppress(ReadError), opened as (text, decoded):
        for number, fields in streams.records(text, name):
            if str(number) == record:
                streams.article(number, fields, decoded)
                break
    return kept[-1] if kept else ""


def _is_line(name: str) -> bool:
    """Whether the bytes of an article of this file are those of its line alone."""
    return name.lower().endswith(RECORD_SUFFIXES)


def _items(data: bytes, name: str) -> Iterator[Draft | RecordFailure]:
    from index.importing.readers import read_any
    from index.importing.readers.json_lines import read_records

    if _is_line(name):
        return read_records(data, name)
    return read_any(data, name)
