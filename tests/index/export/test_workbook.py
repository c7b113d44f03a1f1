"""The workbook, read back by another library: three sheets, strings that stay strings, limits told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.export import ExportItem, workbook, write
from index.export.clean import CELL_LIMIT, for_cell, xml_text

Export = Callable[..., Path]
WithText = Callable[[str, str], ExportItem]


def sheets(path: Path) -> dict[str, list[dict[str, Any]]]:
    book = openpyxl.load_workbook(path)
    read = {}
    for sheet in book.worksheets:
        heads, *rest = sheet.iter_rows(values_only=True)
        read[sheet.title] = [dict(zip(map(str, heads), row, strict=True)) for row in rest]
    book.close()
    return read


def test_the_sheets_hold_articles_names_and_appointments_with_their_origin(
    export: Export, plain: ExportItem
) -> None:
    read = sheets(export("xlsx", plain))
    assert list(read) == ["文章", "名称", "任职"]
    assert read["文章"][0]["正文"] == plain.article.body
    assert read["文章"][0]["说明"] is None
    people = [row for row in read["名称"] if row["类型"] == "人物"]
    assert [(row["名称"], row["次数"], row["出处"]) for row in people] == [
        ("费云帆", 2, plain.article.origin)
    ]
    (held,) = read["任职"]
    assert (held["人物"], held["职务"], held["地点"]) == ("费云帆", "云州市市长", "云州市")
    assert (held["出处"], held["日期"]) == (plain.article.origin, "2025-03-27")


def test_strings_never_become_formulas_or_links(export: Export, hostile: ExportItem) -> None:
    book = openpyxl.load_workbook(export("xlsx", hostile))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.hyperlink is None for cell in cells)
    assert "=1+1" in [cell.value for cell in cells]
    book.close()


def test_a_text_too_long_for_a_cell_is_cut_and_the_row_says_so(export: Export, plain: ExportItem) -> None:
    body = "长" * (CELL_LIMIT + 5)
    (row,) = sheets(export("xlsx", replace(plain, article=replace(plain.article, body=body))))["文章"]
    assert row["正文"] == "长" * CELL_LIMIT
    assert "32772" in row["说明"]
    assert row["字数"] == CELL_LIMIT + 5


def test_the_limit_counts_as_excel_counts() -> None:
    assert for_cell("𠮷" * 16_384) == ("𠮷" * 16_383, True)
    assert for_cell("字" * CELL_LIMIT) == ("字" * CELL_LIMIT, False)


def test_a_full_sheet_goes_on_in_another(
    export: Export, plain: ExportItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "ROW_LIMIT", 3)
    read = sheets(export("xlsx", *[plain] * 5))
    assert [len(read[name]) for name in ("文章", "文章 2", "文章 3")] == [2, 2, 1]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_comes_back_without_what_xml_cannot_hold(with_text: WithText, text: str) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "a.xlsx"
        write("xlsx", out, [with_text("题" + text, "文")], archive_name="a", language="zh_CN")
        title = sheets(out)["文章"][0]["标题"]
    assert title.replace("\r\n", "\n").replace("\r", "\n") == ("题" + xml_text(text)).replace(
        "\r\n", "\n"
    ).replace("\r", "\n")
