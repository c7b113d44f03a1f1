"""Tables with a header row: csv, tsv, and spreadsheets (xlsx, xls, ods). Each row is an article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime

import python_calamine

from index.errors import ReadError
from index.importing.encoding import decode
from index.importing.failure import RecordFailure
from index.importing.readers import streams
from index.importing.readers.json_lines import draft_of
from index.importing.readers.sheet_size import largest_sheet
from index.model import Draft

_MOST_FAILURES = 10_000  # of one file in the report
_MOST_CELLS = 20_000_000  # of a sheet, empty ones too: 640 MB while it is read


def read_csv(data: bytes, name: str) -> Iterator[Draft | RecordFailure]:
    """The rows of a csv or tsv file; the delimiter is found in its first lines."""
    decoded = decode(data)
    with streams.named(name):
        for number, row in streams.rows(io.StringIO(decoded.text, newline="")):
            if row is not None:
                yield streams.article(number, row, decoded)


def read_workbook(data: bytes, name: str) -> Iterator[Draft | RecordFailure]:
    """The rows of every sheet that has a header row."""
    if (cells := largest_sheet(data)) > _MOST_CELLS:
        raise ReadError("reason.damaged", path=name, problem=f"{cells:,} cells")
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [(sheet, workbook.get_sheet_by_name(sheet).to_python()) for sheet in workbook.sheet_names]
    except python_calamine.PasswordError as error:
        raise ReadError("reason.encrypted", path=name) from error
    except (python_calamine.CalamineError, OSError, ValueError, RuntimeError) as error:
        raise ReadError("reason.damaged", path=name, problem=str(error)[:120]) from error
    useful = 0
    for sheet, rows in sheets:
        filled = [row for row in rows if any(cell != "" for cell in row)]
        if not filled or (
            len(sheets) > 1 and not streams.has_header([[str(cell) for cell in row] for row in filled[:20]])
        ):
            continue
        useful += 1
        prefix = f"{sheet}/" if len(sheets) > 1 else ""
        with streams.named(name):
            for number, fields in streams.under_header([_cell(cell) for cell in row] for row in filled):
                if fields is not None:
                    yield draft_of(dict(fields), f"{prefix}{number}")
    if not useful:
        raise ReadError("reason.no_header", path=name)


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def read_json(data: bytes, name: str) -> Iterator[Draft | RecordFailure]:
    """JSON: an array of records, one record, an object that holds such an array, or records in a row."""
    decoded = decode(data)
    waiting: list[Draft | RecordFailure] = []  # failures, as long as nothing says that there are records
    found = False
    problem = ""
    for number, record in streams.values(io.StringIO(decoded.text)):
        found = found or isinstance(record, dict)
        problem = problem or (record if isinstance(record, streams.Broken) else "")
        if found:
            yield from waiting
            waiting = []
            yield streams.article(number, record, decoded)
        elif len(waiting) < _MOST_FAILURES:
            waiting.append(streams.article(number, record, decoded))
    if not found and problem:
        raise ReadError("reason.damaged", path=name, problem=problem)
    if not found:
        raise ReadError("reason.empty", path=name)
