"""Saved pages of many kinds of sites: headline, date, source and body come out, the rest stays out.

The pages in `pages/` imitate how government sites, news portals and newspapers on both sides of the strait
build theirs; names and texts are made up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.errors import ReadError
from index.importing.readers import read_any
from index.model import DateOrigin, Draft

PAGES = Path(__file__).parent / "pages"
FIRST = "3月4日，江城市与湖州市在江城签署战略合作协议，两市主要负责人出席签约仪式并讲话。"
SECOND = (
    "会议强调，要加强产业协同发展，强化重点产业链协作、招商引资协作、科技创新协作，推动两地产业高效衔接。"
)
THIRD = "李明说，双方要以此次签约为契机，深化合作，互利共赢，共同打造具有竞争力的产业集群。"
TRADITIONAL_FIRST = "3月4日，江城市與湖州市在江城簽署戰略合作協議，兩市主要負責人出席簽約儀式並講話。"
TRADITIONAL_SECOND = (
    "會議強調，要把兩地的產業園區連成一線，分工辦廠、共同招商，讓企業少跑一趟路、少等一天貨，年底前見到成果。"
)
TITLE = "江城市与湖州市签署战略合作协议"
TRADITIONAL_TITLE = "江城市與湖州市簽署戰略合作協議"


@dataclass(frozen=True)
class Gold:
    """What must come out of a page that was published on 2024-03-05; the body may have one line more."""

    title: str = TITLE
    source: str = "江城日报"
    body: tuple[str, ...] = (FIRST, SECOND, THIRD)


GOLD = {
    "government_site_with_meta_tags": Gold(),
    "old_site_of_tables_and_fonts": Gold(),
    "portal_with_long_related_teasers": Gold(),
    "agency_with_bracketed_editor": Gold(),
    "split_date_of_a_new_agency_page": Gold(),
    "party_paper_with_staff_in_brackets": Gold(),
    "notice_with_a_table_of_index_fields": Gold(source="江城市发展和改革委员会"),
    "city_government_in_Taiwan": Gold(TRADITIONAL_TITLE, "新聞局", (TRADITIONAL_FIRST, TRADITIONAL_SECOND)),
    "news_agency_in_Taiwan": Gold(
        TRADITIONAL_TITLE, "中央社", (f"（中央社記者張小三江城5日電）{TRADITIONAL_FIRST}",)
    ),
    "press_release_in_Hong_Kong_with_the_date_at_its_end": Gold(
        TRADITIONAL_TITLE, "", (TRADITIONAL_FIRST, TRADITIONAL_SECOND)
    ),
    "short_notice_beside_a_long_list": Gold(body=(FIRST,)),
    "page_whose_end_tag_stands_in_the_middle": Gold(),
    "headline_on_two_lines": Gold(title=f"{TITLE}推动产业协同发展迈上新台阶"),
    "phone_account_article": Gold(source="江城"),
    "old_site_whose_title_is_the_site": Gold(),
    "short_article_among_teasers_and_comments": Gold(body=(FIRST,)),
    "newspaper_in_Taiwan": Gold(
        TRADITIONAL_TITLE,
        "江城日報",
        (f"〔記者張小三／江城報導〕{TRADITIONAL_FIRST}", TRADITIONAL_SECOND),
    ),
}


def markup(kind: str) -> str:
    return (PAGES / f"{kind}.html").read_text(encoding="utf-8")


def read(html: str) -> Draft:
    (item,) = read_any(html.encode(), "page.html")
    assert isinstance(item, Draft)
    return item


def refusal(html: str) -> str:
    with pytest.raises(ReadError) as error:
        read(html)
    return error.value.code


@pytest.mark.parametrize("kind", GOLD)
def test_the_headline_is_found(kind: str) -> None:
    assert read(markup(kind)).title == GOLD[kind].title


@pytest.mark.parametrize("kind", GOLD)
def test_the_date_is_found(kind: str) -> None:
    assert read(markup(kind)).date == "2024-03-05"


@pytest.mark.parametrize("kind", [kind for kind in GOLD if GOLD[kind].source])
def test_the_source_is_found(kind: str) -> None:
    assert GOLD[kind].source in (read(markup(kind)).source or "")


@pytest.mark.parametrize("kind", GOLD)
def test_the_body_is_the_article_and_nothing_else(kind: str) -> None:
    body = read(markup(kind)).body.split("\n")
    wanted = GOLD[kind].body
    assert tuple(body[: len(wanted)]) == wanted
    assert len(body) <= len(wanted) + 1, body


@pytest.mark.parametrize("kind", GOLD)
def test_the_names_of_classes_help_but_are_not_needed(kind: str) -> None:
    draft = read(re.sub(r"\s(?:class|id)=(?:'[^']*'|\"[^\"]*\")", "", markup(kind)))
    assert draft.title == GOLD[kind].title
    assert GOLD[kind].body[0] in draft.body.split("\n")


def test_the_author_is_found() -> None:
    assert read(markup("old_site_of_tables_and_fonts")).author == "张三"


def test_what_is_left_out_is_counted() -> None:
    repairs = read(markup("portal_with_long_related_teasers")).repairs
    assert sum(repair.count for repair in repairs) >= 1


def test_a_date_told_only_to_machines_is_marked_so() -> None:
    html = f"<html><head><title>{TITLE}</title><meta name='PubDate' content='2024-03-05'></head>"
    draft = read(f"{html}<h1>{TITLE}</h1><div><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert (draft.date, draft.date_origin) == ("2024-03-05", DateOrigin.META)


def test_the_text_of_a_page_drawn_by_script_is_taken_from_its_data() -> None:
    data = f'{{"@type":"NewsArticle","datePublished":"2024-03-05","articleBody":"{FIRST}\\n{SECOND}"}}'
    html = f"<html><head><title>{TITLE}</title><script type='application/ld+json'>{data}</script></head>"
    draft = read(f"{html}<body><div id='app'></div></body></html>")
    assert (draft.title, draft.date, draft.body) == (TITLE, "2024-03-05", f"{FIRST}\n{SECOND}")


@pytest.mark.parametrize("kind", ["list_of_links", "list_of_teasers"])
def test_a_page_that_lists_articles_is_none(kind: str) -> None:
    assert refusal(markup(kind)) == "reason.list_page"


@pytest.mark.parametrize(
    "message",
    [
        "您访问的页面不存在",
        "抱歉，您要查看的文章已被删除",
        "404 Not Found",
        "该内容已被发布者删除",
        "對不起，找不到您要的網頁",
    ],
)
def test_a_page_that_says_the_article_is_gone_is_none(message: str) -> None:
    html = (
        f"<html><title>{message}</title><ul><li><a>首页</a></li></ul><h1>{message}</h1><p>5秒后返回首页</p>"
    )
    assert refusal(html) == "reason.soft_404"


def test_an_article_about_missing_pages_is_an_article() -> None:
    title = "多地政务网站页面不存在问题整改完成"
    body = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD) * 3)
    head = f"<html><title>{title}_江城日报</title><h1>{title}</h1>"
    html = f"{head}<p>2024-03-05 来源：江城日报</p><div>{body}</div>"
    assert read(html).title == title
