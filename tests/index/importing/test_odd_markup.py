"""Articles behind unusual markup, and what stands in unusual places beside them."""

from __future__ import annotations

import pytest

from tests.index.importing.test_around_the_text import OTHERS, TEXT, TITLE, article, draft, paragraphs

BODY = "\n".join(TEXT)
STAMP = "<p>发布时间：2024-03-05 来源：清溪日报</p>"


def test_the_mark_of_a_place_around_a_paragraph_is_no_link() -> None:
    marked = "".join(f"<p><a name='p{number}'>{text}</a></p>" for number, text in enumerate(TEXT))
    assert draft(article(marked)).body == BODY


@pytest.mark.parametrize(
    "around", ["<template shadowrootmode='open'>{}</template>", "<noscript>{}</noscript>"]
)
def test_an_article_in_a_component_or_for_browsers_without_scripts_is_read(around: str) -> None:
    found = draft(around.format(article(paragraphs())))
    assert (found.title, found.date, found.body) == (TITLE, "2024-03-05", BODY)


def test_linked_headlines_with_their_dates_beside_them_are_no_text() -> None:
    lines = "老渡口蹲在水边<br>像一头不肯走的牛<br>它送走四十个秋天<br>又接来一船的春天<br>把名字写在船票上"
    dated = OTHERS.replace("</a>", "</a><span>2024-02-11</span>")
    page = (
        f"<h1>渡口</h1>{STAMP}<div class='content'>{lines}</div><div><h4>更多诗歌</h4><ul>{dated}</ul></div>"
    )
    assert draft(page, "<title>渡口_清溪日报</title>").body == lines.replace("<br>", "\n")


def test_editors_named_without_colons_are_left_out() -> None:
    assert draft(article(paragraphs() + "<div>编辑 罗明 校对 何晓 审核 周全</div>")).body == BODY


def test_an_address_is_no_source() -> None:
    under = "<div>来源: <a href='/1'>http://a.cn/2024-03/05/1.htm</a></div><div>2024-03-05 清溪日报</div>"
    assert draft(article(paragraphs(), under=under)).source == "清溪日报"


def test_a_paper_before_its_reporter_is_the_source() -> None:
    page = article(
        paragraphs() + "<p>【2024/03/05 清溪報】@ http://a.tw/</p>",
        under="<div>【清溪報╱記者羅大明／清溪報導】</div><div>2024.03.05 04:13 am</div>",
    )
    found = draft(page, f"<title>{TITLE} | 地方 | 清溪新聞網</title>")
    assert (found.source, found.author, found.body) == ("清溪報", "羅大明", BODY)


@pytest.mark.parametrize(("who", "source"), [("宣传科", "宣传科"), ("罗明", None)])
def test_an_office_that_put_an_article_up_is_its_source(who: str, source: str | None) -> None:
    under = f"<div>发布时间：2024-03-05 发布人：{who} 浏览次数：12次</div>"
    assert draft(article(paragraphs(), under=under)).source == source


def test_the_day_chosen_in_a_list_of_issues_dates_a_page_that_prints_none() -> None:
    chosen = "<select><option>2024年03月06日</option><option selected>2024年03月05日</option></select>"
    assert draft(article(paragraphs(), under=chosen)).date == "2024-03-05"


def test_advertising_under_a_framed_heading_is_left_out() -> None:
    assert draft(article(paragraphs() + "<p>◤渡口好物推薦◢</p><p>👉船槳限時七五折</p>")).body == BODY


def test_the_owner_of_a_picture_is_no_part_of_its_caption() -> None:
    figure = "<figure><figcaption>高守礼系好缆绳<small>图像来源: 清溪/何晓</small></figcaption></figure>"
    assert "高守礼系好缆绳\n" in draft(article(figure + paragraphs())).body


def test_a_headline_that_stands_only_in_the_title_is_taken_from_there() -> None:
    page = (
        "<div class='hd'>山里第一门户网站</div><div><a href='/1'>首页</a><a href='/2'>新闻</a></div>"
        f"<div>2024-03-05 08:20 来源：清溪日报</div><div class='txt'>{paragraphs()}</div>"
    )
    found = draft(page, f"<title>{TITLE}_今日头题_新闻中心_山里在线-山里门户网站</title>")
    assert (found.title, found.source) == (TITLE, "清溪日报")


def test_a_headline_broken_in_two_is_found_below_the_heading_with_the_sites_name() -> None:
    page = (
        "<h1 class='logo'>清溪镇人民政府</h1><table><tr><td>索引号：</td><td>QX-73</td><td>发布机构：</td>"
        "<td>清溪镇人民政府</td><td>发布日期：</td><td>2024-03-05</td></tr></table>"
        f"<div class='xl_tit'>{TITLE[:6]}<br>{TITLE[6:]}</div><div class='con'>{paragraphs()}</div>"
    )
    head = f"<title>通知公告 - 清溪镇人民政府</title><meta name='ArticleTitle' content='{TITLE}'>"
    assert draft(page, head).title == TITLE


def test_headings_set_at_the_right_are_words_of_the_article() -> None:
    body = "".join(
        f"<h1 class='arrow-right'>{n}、渡口旧事</h1><p>{text}</p>"
        for n, text in zip("一二三", TEXT, strict=True)
    )
    assert draft(article(body)).body.count("渡口旧事") == 3


@pytest.mark.parametrize(
    "line",
    [
        "无标题文档",
        "返回清溪，查看更多",
        "下面清溪网小编就为大家介绍",
        "AI摘要清溪渡口停用。（内容由AI生成，仅供参考）",
        "▼点击“阅读原文”，领取渡口老照片",
    ],
)
def test_what_speaks_to_visitors_is_left_out_wherever_it_stands(line: str) -> None:
    assert draft(article(f"<p>{line}</p>{paragraphs()}")).body == BODY
    assert draft(article(f"{paragraphs()}<p>{line}</p>")).body == BODY


def test_the_account_of_an_article_of_a_messenger_is_its_source() -> None:
    names = "<em class='rich_media_meta rich_media_meta_text'>{}</em>"
    account = "<a class='rich_media_meta rich_media_meta_nickname' id='post-user' href='#'>渡口旧事</a>"
    told = f"{names.format('2024-03-05')} {names.format('罗大明')} {account}"
    under = f"<div class='rich_media_meta_list'>{told}</div>"
    assert draft(article(paragraphs(), under=under)).source == "渡口旧事"


def test_a_text_that_comes_only_behind_a_box_of_links_is_read() -> None:
    box = f"<dl><dt>相关报道</dt>{OTHERS.replace('li>', 'dd>')}</dl>"
    page = article(f"<div>渡口停用，船工上岸</div>{box}<div class='text'>{paragraphs()}</div>")
    assert draft(page).body.endswith(BODY)


def test_offers_to_subscribe_are_left_out() -> None:
    offer = "<p>本文共计1561字 订阅后继续阅读</p><p>登录 后获取阅读权限</p><p>可畅读全文</p>"
    assert draft(article(paragraphs() + offer)).body == BODY


def test_labels_without_colons_in_a_list_of_terms_are_read_and_left_out() -> None:
    told = (("发布时间", "2024-03-05"), ("来源", "清溪日报"), ("作者", "罗大明"))
    terms = f"<dl>{''.join(f'<dt>{label}</dt><dd>{value}</dd>' for label, value in told)}</dl>"
    found = draft(f"<article><h1>{TITLE}</h1>{terms}{paragraphs()}</article>")
    assert (found.date, found.source, found.author) == ("2024-03-05", "清溪日报", "罗大明")
    assert found.body == BODY


def test_a_day_in_english_is_the_date_and_not_that_of_a_neighbour() -> None:
    under = "<div>Posted on 5 Mar 2024 by 罗大明 | Source: 清溪日报</div>"
    dated = OTHERS.replace("</a>", "</a> 2024-02-11")
    page = article(paragraphs(), under=under) + f"<div>Share this: Line</div><h3>Related</h3><ul>{dated}</ul>"
    found = draft(page)
    assert (found.date, found.source, found.body) == ("2024-03-05", "清溪日报", BODY)


def test_a_letter_is_called_by_its_own_title_and_comes_from_who_answered() -> None:
    rows = (
        ("留言标题", "请问渡口什么时候恢复通航"),
        ("留言时间", "2024-03-01"),
        ("留言内容", "我住在对岸，过桥要绕五里路，请问渡口还会恢复吗？"),
        ("答复单位", "清溪镇人民政府"),
        ("答复内容", "您好，渡口已经停用，镇里正在协调公交车在桥头设站，预计下月开通。"),
    )
    cells = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    found = draft(f"<h1>留言详情</h1><table>{cells}</table>", "<title>留言详情-东湖市人民政府</title>")
    assert (found.title, found.source) == ("请问渡口什么时候恢复通航", "清溪镇人民政府")


def test_a_post_typed_with_empty_lines_keeps_its_lines_and_loses_its_signature() -> None:
    fields = "".join(
        f"<div><span>{label}</span><span>{value}</span></div>"
        for label, value in (
            ("作者", "luo1978 (渡口)"),
            ("看板", "River"),
            ("時間", "Tue Mar  5 23:41:07 2024"),
        )
    )
    typed = "\n\n".join(TEXT)
    signature = "--\n船到橋頭自然直\n<span>※ 發信站: 清溪(a.tw)</span>"
    page = f"<div id='main-content'>{fields}\n{typed}\n\n{signature}</div>"
    found = draft(page, f"<title>[心得] {TITLE}</title>")
    assert (found.date, found.source, found.body) == ("2024-03-05", None, BODY)


def test_an_element_for_the_day_of_publication_dates_a_post_though_it_stands_in_a_sentence() -> None:
    moment = "<time class='entry-date' datetime='2024-03-05T21:14:06+00:00'>2024 年 3 月 5 日</time>"
    foot = f"<footer>本条目发布于{moment}。属于<a href='/c'>渡口</a>分类，作者是罗大明。</footer>"
    assert draft(article(paragraphs(), under="") + foot).date == "2024-03-05"
