"""Two cells far apart make a sheet of billions: it is refused with a sentence before anything is laid out."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from index.errors import ReadError
from index.importing.readers.sheet_size import largest_sheet
from index.importing.readers.tables import read_workbook


def workbook(rows: str) -> bytes:
    """An .xlsx with one sheet, whose rows are given as XML."""
    made = io.BytesIO()
    empty = openpyxl.Workbook()
    empty.save(made)
    changed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                start, end = content.index(b"<sheetData"), content.index(b"<pageMargins")
                content = content[:start] + f"<sheetData>{rows}</sheetData>".encode() + content[end:]
            new.writestr(name, content)
    return changed.getvalue()


CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
UNNAMED = '<row r="1048576">' + "<c><v>1</v></c>" * 5000 + "</row>"
FORMATTED = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'


@pytest.mark.parametrize(("rows", "cells"), [(CORNERS, 1048576 * 16384), (UNNAMED, 1048576 * 5000)])
def test_a_sheet_of_billions_is_refused(rows: str, cells: int) -> None:
    data = workbook(rows)
    assert largest_sheet(data) == cells
    with pytest.raises(ReadError) as refused:
        list(read_workbook(data, "a.xlsx"))
    assert refused.value.code == "reason.damaged"


def test_cells_with_a_format_only_do_not_count() -> None:
    assert largest_sheet(workbook(FORMATTED)) == 1


def test_what_is_no_workbook_has_no_sheets() -> None:
    assert largest_sheet(b"") == largest_sheet(b"PK\x03\x04 and nothing") == 0
