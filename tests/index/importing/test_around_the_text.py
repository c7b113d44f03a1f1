"""What sites put between, around and behind the paragraphs of an article, and what it tells."""

from __future__ import annotations

from html import escape

from index.importing.readers import read_any
from index.model import Draft

TITLE = "清溪渡口最后一班渡船靠岸"
TEXT = (
    "清溪渡口的最后一班渡船昨天傍晚靠岸，七十一岁的船工高守礼把缆绳系好，在船头坐了很久才离开。",
    "这条渡船从1978年起往返两岸，最忙的时候一天要跑四十个来回，运过粮食，也运过上学的孩子。",
    "新建的清溪大桥上月通车，渡口随之停用，镇里打算把渡船修好，放在岸边供人参观。",
)
OTHERS = "".join(f"<li><a href='/{n}'>白鹭镇第{n}届龙舟赛在东湖开赛</a></li>" for n in range(1, 7))


def draft(body: str, head: str = "") -> Draft:
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    (item,) = read_any(page.encode(), "a.html")
    assert isinstance(item, Draft)
    return item


def paragraphs(between: str = "") -> str:
    first, *rest = (f"<p>{text}</p>" for text in TEXT)
    return first + between + "".join(rest)


def article(body: str, under: str = "<p>发布时间：2024-03-05 来源：清溪日报</p>") -> str:
    return f"<h1>{TITLE}</h1>{under}<div class='content'>{body}</div>"


def test_a_box_of_other_articles_between_paragraphs_is_left_out() -> None:
    box = "<div>延伸阅读 <a href='/1'>白鹭镇龙舟赛开赛</a> <a href='/2'>东湖荷花开了</a></div>"
    assert draft(article(paragraphs(box))).body == "\n".join(TEXT)


def test_the_editor_behind_the_last_sentence_ends_the_article() -> None:
    advertising = "<div class='box'><p>清溪通訊社 行動版</p><p>隨時掌握家鄉消息</p></div>"
    signed = paragraphs().replace("参观。", "参观。（编辑：罗明）1130305")
    assert draft(article(signed + advertising)).body.endswith("（编辑：罗明）1130305")


def test_a_count_of_comments_heads_the_comments() -> None:
    comments = (
        "<section><p>讀者討論區 共 22 則留言 規範 發布</p><p>張貼文章不得侵害他人權益之言論</p></section>"
    )
    assert draft(article(paragraphs() + comments)).body == "\n".join(TEXT)


def test_an_article_that_counts_comments_in_a_sentence_goes_on() -> None:
    counted = "<p>渡口停用的消息发出后，共有312条留言，许多人说起自己坐过这条船。</p>"
    assert "312条留言" in draft(article(paragraphs(counted))).body


def test_a_label_of_publication_makes_a_date_a_stamp_however_much_stands_beside_it() -> None:
    under = (
        "<div>发布于 <time>2024 年 1 月 21 日</time><time>2024 年 2 月 3 日</time> "
        "<span>由 老高</span> <span>180 次阅读</span> <span>预计阅读时间 3 分钟</span></div>"
    )
    assert draft(article(paragraphs(), under)).date == "2024-01-21"


def test_the_stamp_under_a_standfirst_is_left_out_and_the_time_of_an_event_is_not() -> None:
    head = f"<h1>{TITLE}</h1><div class='content'><p>一条渡船和它的四十六年</p>"
    found = draft(f"{head}<p>发布/2024年6月18日 05:00 AM</p>{paragraphs()}</div>")
    assert found.date == "2024-06-18"
    assert "05:00" not in found.body
    assert found.body.startswith("一条渡船")
    event = draft(f"{head}<p>活动时间：2024年6月18日 15:00</p>{paragraphs()}</div>")
    assert event.title == TITLE
    assert "活动时间" in event.body


def test_the_account_that_published_is_the_source_rather_than_the_author_beside_the_date() -> None:
    script = "<script>var ct = '1709600000';var nickname = htmlDecode('清溪旧事');</script>"
    under = "<div><span>原创</span> <span class='meta_text'>高守礼</span> <em>2024-03-05 08:00</em></div>"
    assert draft(article(paragraphs(), under), script).source == "清溪旧事"


def test_editor_and_reporter_over_the_text_are_read_and_do_not_end_it() -> None:
    names = "<p>记者 | 高守礼</p><p>编辑 | 罗明</p>"
    lead = (
        "<div class='lead'><p>渡船靠岸的时候，岸上站满了人，许多孩子头一回看见它停下来，不肯回家。</p></div>"
    )
    found = draft(
        f"<h1>{TITLE}</h1><div class='view'>{lead}<div class='text'>{names}{paragraphs()}</div></div>"
    )
    assert found.author == "高守礼"
    assert found.body.endswith(TEXT[-1])
    assert "罗明" not in found.body


def test_the_caption_between_headline_and_text_belongs_to_the_article() -> None:
    picture = "<div class='slides'><div class='news-caption'>船工高守礼在清溪渡口收起缆绳。</div></div>"
    found = draft(
        f"<h1>{TITLE}</h1><p>2024-03-05 08:00</p>{picture}<div class='itemText'>{paragraphs()}</div>"
    )
    assert found.body.split("\n")[0] == "船工高守礼在清溪渡口收起缆绳。"


def test_where_an_account_posts_from_is_not_its_source() -> None:
    under = "<div><a>清溪夜读</a></div><div>2023年11月26日 08:12:39 来自河北</div>"
    assert draft(article(paragraphs(), under)).source == "清溪夜读"


def test_the_line_of_date_and_source_behind_a_standfirst_is_read_and_left_out() -> None:
    under = "<p>一条渡船靠岸，就再也没有开走。</p><p>来源：清溪日报 字体：宋</p>"
    found = draft(f"<h1>{TITLE}</h1><div class='content'>{under}{paragraphs()}</div>")
    assert found.source == "清溪日报"
    assert found.body.split("\n")[:2] == ["一条渡船靠岸，就再也没有开走。", TEXT[0]]


def test_a_notice_of_one_sentence_keeps_the_day_it_was_signed() -> None:
    notice = "<p>清溪渡口自三月五日起停止摆渡，请过往行人改走大桥。</p><p>2024年3月1日</p>"
    assert draft(f"<h1>{TITLE}</h1><div class='content'>{notice}</div>").body.endswith("2024年3月1日")


def test_the_headline_with_words_of_a_player_around_it_is_the_headline_again() -> None:
    found = draft(article(f"<p>[音频] {TITLE} 下载</p>{paragraphs()}"))
    assert found.body == "\n".join(TEXT)


def test_paragraphs_in_boxes_of_their_own_go_on_behind_a_list_of_other_articles() -> None:
    first, *rest = TEXT
    more = "".join(f"<div class='box'><p class='text'>{text}</p></div>" for text in rest)
    others = f"<section class='promo'><strong>热读</strong><ul>{OTHERS}</ul></section>"
    body = f"<div class='box wide'><p class='text large'>{first}</p></div>{others}{more}"
    assert draft(f"<h1>{TITLE}</h1><p>2024-03-05 08:00</p><main>{body}</main>").body == "\n".join(TEXT)


def test_the_marks_for_editing_in_a_work_of_reference_end_nothing_and_its_foot_dates_it() -> None:
    heading = "<h2>历史<span>[<a>编辑</a> | <a>编辑源代码</a>]</span></h2>"
    foot = "<footer>此页面最后编辑于2021年4月17日 (星期六) 10:26。</footer>"
    found = draft(f"<h1>{TITLE}</h1><div class='content'>{paragraphs(heading)}</div>{foot}")
    assert found.body.split("\n") == [TEXT[0], "历史", *TEXT[1:]]
    assert found.date == "2021-04-17"


def test_a_title_that_a_label_names_is_the_headline() -> None:
    rows = "<tr><td>發稿日期：</td><td>中華民國九十四年三月九日</td></tr>"
    rows += f"<tr><td>主　　旨：</td><td><b>{TITLE}</b></td></tr>"
    page = f"<p>清溪縣政府　新聞稿</p><table>{rows}</table><hr>{paragraphs()}"
    found = draft(page, "<title>～新聞稿內容～</title>")
    assert (found.title, found.date) == (TITLE, "2005-03-09")


def test_words_that_a_font_element_calls_a_title_are_the_headline() -> None:
    text = "<br><br>".join(TEXT)
    stamp = "<font size=2>2005-11-23　　清溪日報</font>"
    cell = f"{stamp}<br><font class=title>{TITLE}</font><br><span>{text}</span>"
    page = f"<table><tr><td>{cell}</td></tr></table>"
    assert draft(page, "<title>清溪新聞網</title>").title == TITLE


def test_a_date_that_stands_alone_in_a_title_dates_the_page_rather_than_a_neighbour() -> None:
    behind = f"<div><a href='/1'><h3>白鹭镇龙舟赛</h3><p>2011-12-01</p></a></div><ul>{OTHERS}</ul>"
    page = f"<h1>{TITLE}</h1><div class='content'>{paragraphs()}</div>{behind}"
    assert draft(page, f"<title>{TITLE} | 清溪之声 | 13.12.2011</title>").date == "2011-12-13"


def test_a_day_before_month_and_year_is_read_where_it_can_be_nothing_else() -> None:
    for printed, date in (("19/02/2021 - 17:52", "2021-02-19"), ("13.12.2011", "2011-12-13")):
        assert draft(article(paragraphs(), f"<p>发表时间： {printed}</p>")).date == date


def test_what_is_asked_of_readers_behind_an_article_is_left_out() -> None:
    asked = "<p>喜欢这篇文章，请作者喝杯茶</p><a>赞赏</a><p>写船，也写河。</p>"
    end = f"<p>本文首发于清溪旧事，转载请联系 hi@qingxi.example</p>{asked}"
    assert draft(article(f"{paragraphs()}<div>{end}</div>")).body == "\n".join(TEXT)


def test_the_player_in_an_article_is_none_of_it() -> None:
    player = "<div class='article__audio'>你可以用听的 <span>00:00</span></div>"
    found = draft(article(player + paragraphs()).replace("'content'", "'article__body'"))
    assert found.body == "\n".join(TEXT)


def test_markup_that_a_page_keeps_in_a_text_area_is_its_text() -> None:
    area = f"<textarea class='article-content'>{escape(paragraphs())}</textarea>"
    page = f"<h3>{TITLE}</h3><p class='time'>2022-03-07 08:51</p>{area}<ul>{OTHERS}</ul>"
    assert draft(page, f"<title>{TITLE}</title>").body == "\n".join(TEXT)


def test_comments_longer_than_the_article_are_none_of_it() -> None:
    comment = (
        "<div class='comment-item'><p>我小时候也坐过这条渡船，船头还系过我家的牛，一晃四十年。</p></div>"
    )
    page = article(paragraphs()) + f"<div id='comments'><h2>全部回应 40 条</h2>{comment * 40}</div>"
    assert draft(page, f"<title>{TITLE}</title>").body == "\n".join(TEXT)


def test_the_stamp_of_the_page_at_its_foot_makes_no_headline() -> None:
    foot = "<p>本网页最佳浏览效果 800×600 请使用五点零以上版本</p><p>最后更新：2003-5-6</p>"
    page = f"<center><p><font size=6>{TITLE}</font></p></center>{paragraphs()}{foot}"
    found = draft(page, "<title>New Page 1</title>")
    assert (found.title, found.body) == (TITLE, "\n".join(TEXT))


def test_a_page_saved_with_its_address_is_dated_by_it() -> None:
    saved = b"<!-- saved from url=(0058)http://www.qingxi.example/html/2013/0422/xinwen_88213.html -->"
    page = f"<html><head><meta charset='utf-8'><title>{TITLE}</title></head><body>{article(paragraphs(), '')}"
    (found,) = read_any(saved + page.encode(), "a.html")
    assert isinstance(found, Draft)
    assert found.date == "2013-04-22"
    assert found.url == "http://www.qingxi.example/html/2013/0422/xinwen_88213.html"


def test_a_section_of_the_site_is_no_headline_however_like_the_title_it_is() -> None:
    text = f"<center><h2>{TITLE}</h2></center>{paragraphs()}"
    page = f"<table><tr><td><a href='/1'>村务公开</a></td><td>{text}</td></tr></table>"
    assert draft(page, "<title>村务公开栏</title>").title == TITLE


def test_the_index_table_of_a_document_names_it_and_is_no_headline_itself() -> None:
    fields = (
        ("索 引 号：", "QX03-2024-0017"),
        ("信息分类：", "业务工作 \\ 交通 \\ 通知"),
        ("发布机构：", "清溪镇人民政府"),
        ("生成日期：", "2024-03-05"),
        ("信息名称：", TITLE),
        ("内容概述：", "渡口停用后的安排，修桥的经过"),
    )
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in fields)
    page = f"<table>{table}</table><div>{TITLE}</div><div id='zoom'>{paragraphs()}</div>"
    found = draft(page, "<title>政府信息公开</title>")
    assert (found.title, found.date, found.source) == (TITLE, "2024-03-05", "清溪镇人民政府")
    assert found.body == "\n".join(TEXT)


def test_of_names_before_a_date_the_one_of_a_paper_is_the_source() -> None:
    under = "<div><span>清溪晚报</span><span>陈木 何晓佳</span><span>2024-03-05 14:10</span> 我要评论41</div>"
    assert draft(article(paragraphs(), under=under)).source == "清溪晚报"
