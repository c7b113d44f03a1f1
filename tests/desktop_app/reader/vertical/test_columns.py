"""Columns: every character stands in just one, punctuation never begins one, places are found again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.reader.page_text import BlockKind, PageText, ShownText, lay_out
from desktop_app.reader.vertical.columns import HANGING, Columns, Measure
from desktop_app.reader.vertical.forms import CLOSING, Stand, form, pieces

TEXTS = st.text(alphabet="漢字，。「」（）《》“”12025ab \n𠮷", max_size=120)
MEASURES = {kind: Measure(10, 18, indent=2 if kind is BlockKind.PARAGRAPH else 0) for kind in BlockKind}


def columns(body: str, height: float = 80, title: str = "標題") -> tuple[PageText, Columns]:
    page = lay_out(ShownText(title), ShownText(body), "九江日報")
    made = Columns(page, height, MEASURES, lambda text, kind: 5.0 * len(text))
    while not made.complete:
        made.make_block()
    return page, made


@given(TEXTS, st.integers(20, 200))
@settings(deadline=None)
def test_every_character_stands_in_exactly_one_column(body: str, height: int) -> None:
    page, made = columns(body, height)
    shown: dict[int, str] = {}
    for column in made.columns:
        text = page.blocks[column.block].text
        assert column.start <= column.end
        assert len(shown.get(column.block, "")) == column.start
        shown[column.block] = shown.get(column.block, "") + text[column.start : column.end]
    assert shown == {number: block.text for number, block in enumerate(page.blocks)}


@given(TEXTS, st.integers(40, 200))
@settings(deadline=None)
def test_columns_go_on_to_the_left_and_are_not_too_long(body: str, height: int) -> None:
    page, made = columns(body, height)
    rights = [column.right for column in made.columns]
    assert rights == sorted(set(rights))
    for column in made.columns:
        block = page.blocks[column.block]
        cells = pieces(block.text, column.start, column.end)
        length = sum(made.length(block, each.start, each.end, each.stand) for each in cells)
        assert length <= height + 10 * HANGING + 0.01 or len(cells) == 1


@given(TEXTS)
@settings(deadline=None)
def test_the_column_of_a_character_is_the_one_it_stands_in(body: str) -> None:
    page, made = columns(body)
    for number, column in enumerate(made.columns):
        block = page.blocks[column.block]
        for offset in range(column.start, column.end):
            assert made.of(block.to_document(offset)) == number
        assert made.at(column.right + 1) == number


def test_punctuation_hangs_below_and_brackets_wait_for_the_next_column() -> None:
    page, made = columns("漢" * 6 + "。」漢" + "漢" * 5 + "「漢漢")
    texts = [
        page.blocks[each.block].text[each.start : each.end]
        for each in made.columns
        if page.blocks[each.block].kind is BlockKind.PARAGRAPH
    ]
    assert texts[0] == "漢" * 6 + "。」"
    assert texts[1].startswith("漢")
    assert not any(text[0] in CLOSING for text in texts)
    assert not texts[1].endswith("「")


def test_words_are_turned_and_short_figures_stay_upright() -> None:
    text = "於12月，GDP達2025億（A股）"
    stands = {text[each.start : each.end]: each.stand for each in pieces(text, 0, len(text))}
    assert stands["12"] is Stand.UPRIGHT
    assert stands["A"] is Stand.UPRIGHT
    assert stands["GDP"] is Stand.TURNED
    assert stands["2025"] is Stand.TURNED
    assert form("「") == "﹁"
    assert form("漢") == "漢"


@given(TEXTS)
def test_pieces_cover_the_text_in_order(text: str) -> None:
    found = pieces(text, 0, len(text))
    assert "".join(text[each.start : each.end] for each in found) == text
