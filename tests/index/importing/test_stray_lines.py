"""What stands behind an article's last paragraph without being its words."""

from __future__ import annotations

import pytest

from tests.index.importing.test_around_the_text import OTHERS, TEXT, article, draft, paragraphs

BODY = "\n".join(TEXT)


def test_labels_of_buttons_outside_the_texts_element_are_left_out() -> None:
    page = (
        "<div class='main'><h1>清溪渡口最后一班渡船靠岸</h1>"
        "<p class='summary'>清溪渡口停用，七十一岁的船工高守礼收起缆绳，四十年的摆渡到此结束。</p>"
        f"<div class='text'>{paragraphs()}<div>本文来源：清溪日报 作者：罗明 何晓</div></div>"
        "<div class='share-wrap'>分享到：</div><div class='vote'><b>已点亮 0</b></div>"
        f"<div class='vote'><a href='/z'>清溪</a>荐新闻</div><div>点亮成功</div><ul>{OTHERS}</ul></div>"
    )
    found = draft(page)
    assert found.body.endswith(TEXT[-1])
    assert found.source == "清溪日报"


def test_headings_of_lists_of_links_inside_the_texts_element_are_left_out() -> None:
    lists = "".join(
        f"<p>{head}</p><p><a href='/1'>白鹭镇龙舟赛在东湖开赛</a></p>" for head in ("镇里要闻", "行业动态")
    )
    assert draft(article(paragraphs() + lists)).body == BODY


def test_a_short_article_over_a_long_list_of_links_is_an_article() -> None:
    box = f"<p>镇里要闻</p><ul>{OTHERS * 5}</ul>"
    found = draft(article("".join(f"<p>{text}</p>" for text in TEXT[:2]) + box))
    assert found.body == "\n".join(TEXT[:2])


@pytest.mark.parametrize(
    "scrap",
    ["/15", "|", "http://a.cn/photo/600x450_1.jpg http://a.cn/photo/t_1.jpg"],
)
def test_counters_and_addresses_of_pictures_are_no_text(scrap: str) -> None:
    assert draft(article(paragraphs(f"<div>{scrap}</div>"))).body == BODY


@pytest.mark.parametrize("signature", ["清溪镇人民政府", "2024年3月5日", "（作者系清溪镇中学教师）"])
def test_what_signs_an_article_behind_buttons_stays(signature: str) -> None:
    share = "<div class='share'>分享到：</div>"
    assert draft(article(f"{paragraphs()}{share}<div>{signature}</div>")).body.endswith(signature)


def test_the_last_part_of_a_page_title_that_names_a_medium_is_the_source() -> None:
    head = "<title>清溪渡口最后一班渡船靠岸 - 清溪中文网 - 两岸故事</title>"
    assert draft(article(paragraphs(), under="<p>2024-03-05 10:11</p>"), head).source == "清溪中文网"
