"""Tables with a header row: csv, tsv, and spreadsheets (xlsx, xls, ods). Each row is an article."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime

import python_calamine

from index.errors import ReadError
from index.importing.encoding import decode
from index.importing.failure import RecordFailure
from index.importing.readers.json_lines import draft_of, field_of
from index.importing.readers.sheet_size import largest_sheet
from index.model import Draft

_LONGEST_FIELD = 8 << 20
_LARGEST_JSON = 128 << 20
_MOST_CELLS = 20_000_000  # of a sheet, empty ones too: 640 MB while it is read


def read_csv(data: bytes, name: str) -> Iterator[Draft | RecordFailure]:
    """The rows of a csv or tsv file; the delimiter is found in its first line."""
    decoded = decode(data)
    first = decoded.text.lstrip("\n").split("\n", 1)[0]
    delimiter = max("\t,;|", key=first.count)
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter)
    try:
        yield from _read_rows(rows, name, "", decoded.encoding, decoded.confidence)
    except csv.Error as error:
        raise ReadError("reason.damaged", path=name, problem=str(error)[:120]) from error


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
        if not filled or (len(sheets) > 1 and _columns([str(cell) for cell in filled[0]]) is None):
            continue
        useful += 1
        prefix = f"{sheet}/" if len(sheets) > 1 else ""
        yield from _read_rows(([_cell(cell) for cell in row] for row in filled), name, prefix, "utf-8", 1.0)
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


def _columns(header: list[str]) -> list[str] | None:
    """The field that each column holds ("" for others); None if there is no body."""
    columns = [field_of(cell.strip().strip("\ufeff")) for cell in header]
    return columns if "body" in columns else None


def _read_rows(
    rows: Iterable[list[str]], name: str, prefix: str, encoding: str, confidence: float
) -> Iterator[Draft | RecordFailure]:
    columns: list[str] | None = None
    for number, row in enumerate(rows, 1):
        if columns is None:
            if not any(row):
                continue
            columns = _columns(row)
            if columns is None:
                raise ReadError("reason.no_header", path=name)
            continue
        if not any(cell.strip() for cell in row):
            continue
        fields: dict[str, object] = {}
        for column, cell in zip(columns, row, strict=False):
            if column and cell:
                fields.setdefault(column, cell)
        yield draft_of(fields, f"{prefix}{number}", encoding=encoding, encoding_confidence=confidence)


def read_json(data: bytes, name: str) -> Iterator[Draft | RecordFailure]:
    """A JSON array of records, one record, or an object that holds such an array."""
    if len(data) > _LARGEST_JSON:
        raise ReadError("reason.too_large", path=name, size=len(data) >> 20)
    decoded = decode(data)
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise ReadError("reason.damaged", path=name, problem=str(error).splitlines()[0][:120]) from error
    if isinstance(value, dict):
        inner = [
            item for item in value.values() if isinstance(item, list) and item and isinstance(item[0], dict)
        ]
        value = (
            max(inner, key=len) if inner and not any(field_of(key) == "body" for key in value) else [value]
        )
    if not isinstance(value, list) or not any(isinstance(record, dict) for record in value):
        raise ReadError("reason.empty", path=name)
    for number, record in enumerate(value, 1):
        if isinstance(record, dict):
            yield draft_of(
                record, str(number), encoding=decoded.encoding, encoding_confidence=decoded.confidence
            )
        else:
            yield RecordFailure(str(number), "reason.bad_record", (("problem", type(record).__name__),))
