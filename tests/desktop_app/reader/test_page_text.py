"""The page knows where every character of the article stands in the document, in any script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reader.page_text import PARAGRAPH_LIMIT, BlockKind, PageText, ShownText, lay_out
from index.model import Script
from index.script.conversion import convert

LETTERS = st.text(alphabet="国會议联席𠮷a1。，\n\r\u3000 ", max_size=80)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def document_text(page: PageText) -> str:
    """What the document will hold, one UTF-16 unit per list item."""
    return "\u2029".join(block.text for block in page.blocks)


def at(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le", "replace")


def page_of(title: str, body: str, script: Script = Script.ORIGINAL) -> PageText:
    converted = (None, None) if script is Script.ORIGINAL else (convert(title, script), convert(body, script))
    return lay_out(ShownText(title, converted[0]), ShownText(body, converted[1]), "九江日报 · 2025")


def test_paragraphs_lose_their_blanks_and_blank_lines() -> None:
    page = page_of("标题", "　　第一段。\r\n\r\n\n　　第二段。  ")
    assert [block.text for block in page.blocks] == ["标题", "九江日报 · 2025", "第一段。", "第二段。"]


def test_a_line_break_in_the_title_becomes_a_blank_and_keeps_offsets() -> None:
    page = page_of("上\n下", "文")
    assert page.blocks[0].text == "上 下"
    assert at(document_text(page), *page.span(2, 3, in_title=True)) == "下"


def test_headings_are_told_from_paragraphs() -> None:
    page = page_of("条例", "## 第一章  总则\n第一条 为了防治。\n第二章 附则")
    kinds = [block.kind for block in page.blocks[2:]]
    assert kinds == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADING]
    assert page.blocks[2].text == "第一章  总则"


def test_an_over_long_paragraph_is_set_in_pieces_that_lose_nothing() -> None:
    body = ("很长的一句话。" * 3000)[: 3 * PARAGRAPH_LIMIT]
    page = page_of("长", body)
    pieces = page.blocks[2:]
    assert len(pieces) > 2
    assert "".join(block.text for block in pieces) == body
    assert [block.kind for block in pieces[1:]] == [BlockKind.CONTINUATION] * (len(pieces) - 1)


def test_a_character_outside_the_basic_plane_counts_twice_in_the_document() -> None:
    page = page_of("𠮷林", "在𠮷林召开𠮷会。")
    text = document_text(page)
    assert at(text, *page.span(1, 3)) == "𠮷林"
    assert at(text, *page.span(5, 7)) == "𠮷会"
    assert page.from_document(page.to_document(5)) == (False, 5)


@given(LETTERS, LETTERS)
def test_every_visible_character_of_the_article_is_found_in_the_document(title: str, body: str) -> None:
    page = page_of(title, body)
    text = document_text(page)
    assert units(text) == page.length
    for offset, char in enumerate(body):
        if char not in "\n\r\u3000 ":
            assert at(text, *page.span(offset, offset + 1)) == char
            assert page.from_document(page.to_document(offset)) == (False, offset)


@given(st.text(alphabet="里后面发头发软件联席会议台湾的信息网络打印机𠮷\n", max_size=60))
def test_spans_stay_on_their_characters_when_the_script_changes(body: str) -> None:
    for script in (Script.SIMPLIFIED, Script.TRADITIONAL, Script.TAIWAN):
        page = page_of("题", body, script)
        converted = convert(body, script)
        text = document_text(page)
        for start in range(len(body)):
            if body[start] == "\n":
                continue
            first, last = converted.to_shown(start, start + 1)
            assert at(text, *page.span(start, start + 1)) == converted.text[first:last]


def test_the_way_back_from_any_position_stays_within_the_article() -> None:
    body = "第一段。\n第二段𠮷。"
    page = page_of("标题", body)
    for position in range(page.length + 1):
        in_title, offset = page.from_document(position)
        assert 0 <= offset <= (2 if in_title else len(body))
