"""The Word document, read back: contents that lead to chapters, fonts for Chinese, the citation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from index.export import ExportItem

Export = Callable[..., Path]


def test_each_article_is_a_chapter_with_facts_paragraphs_and_citation(
    export: Export, plain: ExportItem
) -> None:
    paragraphs = docx.Document(str(export("docx", plain))).paragraphs
    at = next(n for n, p in enumerate(paragraphs) if p.style is not None and p.style.name == "Heading 1")
    chapter = [p.text for p in paragraphs[at:]]
    assert chapter[0] == plain.article.title
    assert "2025-03-27" in chapter[1]
    assert "临江日报" in chapter[1]
    assert chapter[2:4] == plain.article.body.split("\n")
    assert chapter[4].startswith("引用格式：闵小满. 三地联席会议第六次会议召开[N/OL]. 临江日报")


def test_the_contents_link_to_bookmarks_that_exist(
    export: Export, plain: ExportItem, bare: ExportItem
) -> None:
    body = docx.Document(str(export("docx", plain, bare))).element.body
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert links == marks == ["article1", "article2"]


def test_an_article_without_title_or_date_says_so(export: Export, bare: ExportItem) -> None:
    texts = [p.text for p in docx.Document(str(export("docx", bare))).paragraphs]
    assert "（无标题）" in texts
    assert any(text.startswith("没有日期") for text in texts)


@pytest.mark.parametrize(("language", "font"), [("zh_CN", "SimSun"), ("zh_TW", "PMingLiU"), ("en", "SimSun")])
def test_chinese_text_has_a_chinese_font(export: Export, plain: ExportItem, language: str, font: str) -> None:
    normal = docx.Document(str(export("docx", plain, language=language))).styles["Normal"].element
    fonts = normal.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == font
    assert fonts.get(qn("w:ascii")) == "Times New Roman"


def test_hostile_text_is_only_text(export: Export, hostile: ExportItem) -> None:
    document = docx.Document(str(export("docx", hostile)))
    assert any("<img src=x onerror=alert(1)>" in p.text for p in document.paragraphs)
    assert not list(document.element.body.iter(qn("w:drawing")))
    assert all(not rel.is_external for rel in document.part.rels.values())
