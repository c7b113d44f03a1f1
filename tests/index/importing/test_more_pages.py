"""What sites have besides plain articles: search results, front pages, data for scripts, tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.errors import ReadError
from index.importing.readers import read_any
from index.model import Draft

PAGES = Path(__file__).parent / "pages"
TITLE = "江城市召开全市重点项目推进会"
TEXT = (
    "3月4日上午，江城市召开全市重点项目推进会，市委书记李明出席会议并讲话，市长王芳主持会议。",
    "会议指出，今年以来全市上下紧扣目标任务，重点项目建设取得积极进展，一季度完成投资一百二十亿元。",
    "会议要求，各地各部门要压实责任、强化保障，确保项目早开工、早投产、早见效。",
)
BODY = "".join(f"<p>　　{paragraph}</p>" for paragraph in TEXT)
NAVIGATION = "<ul>" + "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(12)) + "</ul>"
FOOT = (
    "<p>主办：江城市人民政府办公室　承办：江城市大数据局</p><p>地址：江城市中山路1号 电话：0571-88888888</p>"
)


def draft(body: str, head: str = "") -> Draft:
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    (item,) = read_any(page.encode(), "a.html")
    assert isinstance(item, Draft)
    return item


def reason(body: str, head: str = "") -> str:
    with pytest.raises(ReadError) as caught:
        draft(body, head)
    return caught.value.code


def test_a_list_of_search_results_is_no_article() -> None:
    results = "".join(
        f"<div><a href='/{n}'>江城市召开第{n}次会议</a><p>…会议强调要压实责任，确保项目早见效…</p>"
        f"<span>2024-03-0{n}</span></div>"
        for n in range(1, 10)
    )
    page = f"{NAVIGATION}<p>共找到 123 条结果</p>{results}"
    assert reason(page, "<title>站内搜索</title>") == "reason.list_page"


def test_a_front_page_is_no_article() -> None:
    boxes = "".join(
        f"<div><h3><a href='/c'>频道{k}</a></h3><ul>"
        + "".join(f"<li><a href='/{n}'>江城市举行第{n}届文化艺术节开幕式活动</a></li>" for n in range(8))
        + "</ul></div>"
        for k in range(10)
    )
    assert reason(NAVIGATION + boxes + FOOT, "<title>江城市人民政府</title>") == "reason.list_page"


def test_a_dated_list_of_names_is_an_article_however_many_links_stand_around_it() -> None:
    boxes = (
        "<ul>"
        + "".join(f"<li><a href='/{n}'>江城市举行第{n}届文化艺术节</a></li>" for n in range(80))
        + "</ul>"
    )
    names = "".join(f"<p>{n}. 陳O{name}</p>" for n, name in enumerate("蓮瀅燕瑄華美玲珍芬惠雯婷" * 2, 1))
    posts = "".join(f"<p>第{n}组作业员{n}名 月薪25,250-48,000元 06-29911{n}</p>" for n in range(10, 30))
    for listed, one in ((names, "陳O燕"), (posts, "第12组作业员")):
        text = f"<p>錄取名單公布如下，請學員留意。</p><p>電話06-2991111分機8964</p>{listed}"
        head = "<h1>說故事種子老師培訓錄取名單</h1><p>2022-08-30 08:15 來源：江城日報</p>"
        page = f"{NAVIGATION}{head}<div class='content'>{text}</div>{boxes}{FOOT}"
        assert one in draft(page).body


def test_a_page_drawn_by_script_gives_the_text_of_its_data() -> None:
    data = {"detail": {"title": TITLE, "pubTime": "2024-03-05 10:20", "source": "江城日报", "content": BODY}}
    script = f"<script type='application/json'>{json.dumps(data, ensure_ascii=False)}</script>"
    found = draft(f"<div id='app'></div>{script}", f"<title>{TITLE}</title>")
    assert (found.title, found.date, found.source) == (TITLE, "2024-03-05", "江城日报")
    assert found.body.split("\n") == list(TEXT)


def test_the_publisher_in_linked_data_is_the_source_where_none_is_printed() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "publisher": {"name": "江城日报"}}
    head = f"<title>{TITLE} | 江城网</title><script type='application/ld+json'>{json.dumps(data)}</script>"
    assert draft(f"<h1>{TITLE}</h1><div>{BODY}</div>", head).source == "江城日报"


def test_the_cells_of_a_row_stand_on_one_line() -> None:
    rows = "".join(f"<tr><td>{n}</td><td><p>轨道交通{n}号线</p></td><td>{n}0亿元</td></tr>" for n in (1, 2))
    found = draft(
        f"<h1>{TITLE}</h1><p>2024-03-05 来源：江城日报</p><div>{BODY}<table>{rows}</table></div>",
        f"<title>{TITLE}</title>",
    )
    assert found.body.split("\n")[-2:] == ["1　轨道交通1号线　10亿元", "2　轨道交通2号线　20亿元"]


def test_the_page_of_the_paper_is_read_and_left_out() -> None:
    found = draft(
        f"<h1>{TITLE}</h1><div>{BODY}<p>《 江城日报 》（ 2024年03月05日 01 版）</p></div>",
        f"<title>{TITLE}</title>",
    )
    assert (found.date, found.source, found.body) == ("2024-03-05", "江城日报", "\n".join(TEXT))


def test_the_label_of_a_source_behind_the_text_counts_more_than_a_name_beside_the_date() -> None:
    found = draft(
        f"<h1>{TITLE}</h1><p>2024-03-05 10:20 发布于：江城</p><div>{BODY}<p>来源：江城日报</p></div>",
        f"<title>{TITLE}</title>",
    )
    assert found.source == "江城日报"


def test_reporters_in_the_brackets_of_papers_in_taiwan_are_the_author() -> None:
    found = draft(f"<h1>{TITLE}</h1><div><p>〔記者張三／江城報導〕{TEXT[0]}</p>{BODY}</div>")
    assert found.author == "張三"


def test_text_saved_by_an_office_program_keeps_its_lines() -> None:
    (item,) = read_any((PAGES / "text_saved_by_an_office_program.html").read_bytes(), "a.html")
    assert isinstance(item, Draft)
    assert (item.title, item.date) == ("澄安市与江城市签署战略合作框架协议", "2024-03-05")
    assert len(item.body.split("\n")) == 2
