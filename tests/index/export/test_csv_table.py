"""The CSV opens in Excel as it should: marked as UTF-8, nothing in it computes."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.export import ExportItem
from index.export.clean import inert

Export = Callable[..., Path]
SIGNS = "=+-@＝＋－＠"
STARTS = SIGNS + "\t\r"


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_it_begins_with_a_byte_order_mark_and_heads_in_the_readers_language(
    export: Export, plain: ExportItem
) -> None:
    path = export("csv", plain, language="zh_TW")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    heads, row = rows(path)
    said = dict(zip(heads, row, strict=True))
    assert said["標題"] == plain.article.title
    assert said["正文"] == plain.article.body
    assert said["人物"] == "费云帆"
    assert said["日期"] == "2025-03-27"


def test_no_cell_acts_as_a_formula(export: Export, hostile: ExportItem) -> None:
    _, row = rows(export("csv", hostile))
    assert row[0].startswith("'=cmd")
    assert all(not cell.lstrip().startswith(tuple(STARTS)) for cell in row)


@given(st.text(max_size=20), st.sampled_from(SIGNS), st.text(" \t\r\n\x00\x0b\u3000\ufeff", max_size=4))
def test_whatever_stands_before_it_a_formula_is_made_harmless(rest: str, start: str, blanks: str) -> None:
    assert inert(blanks + start + rest).startswith("'")


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30)
)
def test_other_text_is_left_as_it_is(text: str) -> None:
    if text.lstrip().lstrip("\ufeff").lstrip()[:1] not in set(STARTS):
        assert inert(text).lstrip("'") == text.lstrip("'")
