"""What became of a record that could not be read; passed from readers to the import report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordFailure:
    """One record (line number, member name) that is not an article; `code` is for `index.wording`."""

    record: str
    code: str
    details: tuple[tuple[str, str], ...] = ()
