"""Pages of which a crawl dump kept only the text: the article is found among the lines of menus and lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.errors import ReadError
from index.importing.encoding import Decoded, declared_in_html, decode
from index.importing.page.lines import lay_out
from index.importing.page.tree import parse
from index.importing.readers.crawl import read_text
from index.model import Draft

SITES = Path(__file__).parent / "sites"
EXPECTED = {
    str(row["page"]): row
    for row in map(json.loads, (SITES / "expected.jsonl").read_text(encoding="utf-8").splitlines())
}
NEWS = (
    "province",
    "university",
    "small_portal_in_GB2312",
    "county_media_app",
    "newspaper_interrupted_by_links",
)


def text_of(page: str) -> str:
    """What a crawler keeps of a page: its title, then its visible lines."""
    data = (SITES / f"{page}.html").read_bytes()
    root = parse(decode(data, declared_in_html(data)).text, page)
    title = root.find(".//title")
    assert title is not None
    return "\n".join(["".join(map(str, title.itertext())), *(line.text for line in lay_out(root))])


def read(text: str) -> Draft:
    return read_text(Decoded(text, "utf-8", 1.0), "http://a.cn/1.html")


@pytest.mark.parametrize("page", NEWS)
def test_headline_date_and_body_come_out_without_their_tags(page: str) -> None:
    draft, row = read(text_of(page)), EXPECTED[f"{page}.html"]
    body = "".join(draft.body.split())
    assert (draft.title, draft.date) == (row["title"], row["date"])
    assert [piece for piece in row["inside"] if "".join(piece.split()) not in body] == []
    menu = ("首页", "國際", "登录", "推荐内容", "熱門新聞", "版权所有")
    assert [word for word in menu if word in draft.body] == []


def test_signs_that_look_like_tags_are_the_pages_own_words() -> None:
    lines = ["<b>首页</b>", "栏目一", "栏目二", "栏目三", "栏目四", "栏目五", "数学课：不等式a<b的讲法"]
    prose = "教师讲解了不等式a<b的意义，学生们结合生活中的例子展开热烈讨论，课堂气氛十分活跃。"
    draft = read(
        "\n".join(["数学课：不等式a<b的讲法_江城教育网", *lines, prose, prose[:-1] + "，收获很大。"])
    )
    assert draft.title == "数学课：不等式a<b的讲法"
    assert "a<b的意义" in draft.body


def test_a_list_without_any_sentence_is_no_article() -> None:
    lines = [f"江城市举行第{number}届文化艺术节开幕式" for number in range(40)]
    with pytest.raises(ReadError):
        read("\n".join(["要闻_江城市人民政府", *lines]))
