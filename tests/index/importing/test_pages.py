"""Saved pages of many kinds of sites: headline, date, source and body come out, the rest stays out.

The pages imitate how government sites, news portals and newspapers on both sides of the strait build
theirs; names and texts are made up.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from index.errors import ReadError
from index.importing.readers import read_any
from index.model import DateOrigin, Draft

P1 = "3月4日，江城市与湖州市在江城签署战略合作协议，两市主要负责人出席签约仪式并讲话。"
P2 = "会议强调，要加强产业协同发展，强化重点产业链协作、招商引资协作、科技创新协作，推动两地产业高效衔接。"
P3 = "李明说，双方要以此次签约为契机，深化合作，互利共赢，共同打造具有竞争力的产业集群。"
T1 = "3月4日，江城市與湖州市在江城簽署戰略合作協議，兩市主要負責人出席簽約儀式並講話。"
T2 = "會議強調，要加強產業協同發展，強化重點產業鏈協作、招商引資協作、科技創新協作，推動兩地產業高效銜接。"
TITLE = "江城市与湖州市签署战略合作协议"
TRADITIONAL_TITLE = "江城市與湖州市簽署戰略合作協議"
NAVIGATION = "".join(
    f"<li><a href='/{number}/'>{name}</a></li>"
    for number, name in enumerate(["首页", "要闻", "政务公开", "办事服务", "互动交流", "江城概况"])
)
RELATED = "".join(
    f"<li><a href='/n{number}.html'>全市第{number}季度重点项目集中开工</a><span>03-0{number}</span></li>"
    for number in range(1, 8)
)
FOOTER = (
    "<div class='footer'><p>主办：江城市人民政府办公室　承办：江城市大数据中心</p><p>地址：江城市人民路1号　邮编：330000　电话：0123-1234567</p>"
    "<p><a href='#'>江ICP备12345678号-1</a> 江公网安备 36010002000001号 网站标识码：3601000001</p></div>"
)


@dataclass(frozen=True)
class Page:
    """A page and what must come out of it."""

    html: str
    title: str = TITLE
    date: str | None = "2024-03-05"
    source: str | None = "江城日报"
    body: tuple[str, ...] = (P1, P2, P3)
    author: str | None = None


def page(head: str, main: str, *, behind: str = FOOTER) -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body><ul class='nav'>{NAVIGATION}</ul>{main}{behind}</body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p style='text-indent:2em'>　　{text}</p>" for text in texts)


PAGES = {
    "government site with meta tags": Page(
        page(
            f"<title>{TITLE} - 江城市人民政府</title><meta name='SiteName' content='江城市人民政府'><meta name='ArticleTitle' content='{TITLE}'>"
            "<meta name='PubDate' content='2024-03-05 10:20'><meta name='ContentSource' content='江城日报'><meta name='ColumnName' content='要闻'>",
            f"<div class='position'>当前位置：<a>首页</a> &gt; <a>要闻</a></div><div class='xl_title'>{TITLE}</div>"
            "<div class='xl_info'>发布时间：2024-03-05 10:20　　浏览次数：<span id='hits'>128</span>　　字体：[ <a>大</a> <a>中</a> <a>小</a> ]</div>"
            f"<div class='TRS_UEDITOR trs_paper_default'>{paragraphs(P1, P2, P3)}</div><div class='share'>分享到：<a>微信</a><a>微博</a></div>"
            f"<div>扫一扫在手机打开当前页</div><div class='xgxw'><h3>相关新闻</h3><ul>{RELATED}</ul></div>",
        )
    ),
    "old site of tables and fonts": Page(
        page(
            f"<title>{TITLE}</title>",
            "<table width='960'><tr><td>您现在的位置：<a>首页</a>&gt;&gt;<a>新闻</a></td></tr><tr><td align='center'><font size='5'><b>"
            f"{TITLE}</b></font></td></tr><tr><td align='center'>作者：张三&nbsp;&nbsp;来源：江城日报&nbsp;&nbsp;点击数：88&nbsp;&nbsp;更新时间：2024-3-5</td></tr>"
            f"<tr><td><div>　　{P1}<br><br>　　{P2}<br><br>　　{P3}<br></div></td></tr><tr><td>上一篇：<a>全市工作会议召开</a><br>下一篇：<a>春耕生产有序进行</a></td></tr>"
            "<tr><td>【<a>打印本页</a>】【<a>关闭窗口</a>】</td></tr></table>",
        ),
        author="张三",
    ),
    "portal with long related teasers": Page(
        page(
            f"<title>{TITLE}_江城网_新闻中心</title><meta property='og:title' content='江城市与湖州市签署\"'>",
            f"<div class='main'><h1 class='main-title'>{TITLE}</h1><div class='date-source'><span class='date'>2024年03月05日 10:20</span><a class='source'>江城日报</a></div>"
            f"<div class='article' id='artibody'>{paragraphs(P1, P2, P3)}<p class='show_author'>责任编辑：王五 </p></div></div>"
            f"<div class='recommend'><h2>推荐阅读</h2>{''.join(f'<div><h3><a>另一条新闻标题{n}</a></h3><p>这里是另一篇文章的摘要，写了很多内容，讲述了某地某事的来龙去脉，值得一读。</p></div>' for n in range(6))}</div>",
        )
    ),
    "agency with bracketed editor": Page(
        page(
            f"<title>{TITLE}-中新网</title>",
            f"<div class='content_maincontent'><h1 class='content_left_title'>{TITLE}</h1><div class='content_left_time'>2024年03月05日 10:20　来源：<a>江城日报</a>"
            f"<span class='box'>参与互动</span></div><div class='left_zw'>{paragraphs(P1, P2, P3)}</div><div class='adEditor'>【编辑:王五】</div></div>",
        )
    ),
    "split date of a new agency page": Page(
        page(
            f"<title>{TITLE}-新华网</title>",
            "<div class='header'><div class='header-time'><span class='year'><em>2024</em></span><span class='day'><em>03</em>/<em>05</em></span><span class='time'>10:20:11</span></div>"
            f"<div class='source'>来源：江城日报</div><h1><span class='title'>{TITLE}</span></h1></div><div id='detail'>{paragraphs(P1, P2, P3)}"
            "<div class='editor'>【纠错】<span>【责任编辑:王五】</span></div></div>",
        )
    ),
    "party paper with staff in brackets": Page(
        page(
            f"<title>{TITLE}--江城频道--人民网</title><meta name='source' content='来源：江城日报'><meta name='author' content='100'>",
            f"<h3 class='pre'>深化区域合作</h3><h1>{TITLE}</h1><div class='channel'><div class='col-1-1'>2024年03月05日10:20 | 来源：<a>江城日报</a></div></div>"
            f"<div class='rm_txt_con'>{paragraphs(P1, P2, P3)}<div class='edit'>(责编：王五、赵六)</div></div><p class='paper_num'>分享让更多人看到</p>",
        )
    ),
    "notice with a table of index fields": Page(
        page(
            f"<title>{TITLE}_政务公开_江城市人民政府</title>",
            "<table class='index'><tr><td>索 引 号：</td><td>K12345678-2024-0001</td><td>分类：</td><td>工作动态</td></tr><tr><td>发布机构：</td><td>江城市发展和改革委员会</td>"
            f"<td>发布日期：</td><td>2024-03-05</td></tr><tr><td>名称：</td><td colspan=3>{TITLE}</td></tr></table><h2 class='title'>{TITLE}</h2>"
            f"<div class='article-content'>{paragraphs(P1, P2, P3)}</div>",
        ),
        source="江城市发展和改革委员会",
    ),
    "city government in Taiwan": Page(
        page(
            f"<title>江城市政府全球資訊網-{TRADITIONAL_TITLE}</title>",
            f"<div class='group-list page-content'><h2 class='title'>{TRADITIONAL_TITLE}</h2><ul class='info'><li><span>發布單位：</span>新聞局</li><li><span>發布日期：</span>113-03-05</li>"
            f"<li><span>點閱數：</span>1,234</li></ul><div class='essay'><div class='p'><p>{T1}</p><p>{T2}</p></div></div><div class='area-footer'>上版日期：113-03-05 更新日期：113-03-06</div></div>",
            behind="<footer><p>地址：江城市府前路1號 電話：(01)2345678</p><p>版權所有 江城市政府</p></footer>",
        ),
        title=TRADITIONAL_TITLE,
        source="新聞局",
        body=(T1, T2),
    ),
    "news agency in Taiwan": Page(
        page(
            f"<title>{TRADITIONAL_TITLE} | 政治 | 中央社 CNA</title><meta property='og:title' content='{TRADITIONAL_TITLE} | 政治 | 中央社 CNA'>"
            '<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"'
            + TRADITIONAL_TITLE
            + '","datePublished":"2024-03-05T10:20:00+08:00","author":{"@type":"Organization","name":"中央通訊社"}}</script>',
            f"<article><h1><span>{TRADITIONAL_TITLE}</span></h1><div class='updatetime'><span>2024/3/5 10:20</span>（<span>3/5 11:00 更新</span>）</div>"
            f"<div class='paragraph'><p>（中央社記者張小三江城5日電）{T1}</p><p>{T2}（編輯：李四）1130305</p></div>"
            "<div class='paragraph moreArticle'>延伸閱讀</div></article><div class='article-copyright'>本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。</div>",
        ),
        title=TRADITIONAL_TITLE,
        source="中央社",
        body=(f"（中央社記者張小三江城5日電）{T1}",),
        author=None,
    ),
    "press release in Hong Kong with the date at its end": Page(
        page(
            f"<title>{TRADITIONAL_TITLE}</title>",
            f"<div id='PRHeadline'><span id='PRHeadlineSpan'>{TRADITIONAL_TITLE}</span></div><div id='contentBody'><span id='pressrelease'>&#8195;&#8195;{T1}<br /><br />&#8195;&#8195;{T2}<br /><br />完</span>"
            "<div>2024年3月5日（星期二）<br />香港時間10時20分</div></div>",
        ),
        title=TRADITIONAL_TITLE,
        source=None,
        body=(T1, T2),
    ),
    "short notice beside a long list": Page(
        page(
            f"<title>{TITLE}-江城新闻网</title>",
            f"<div class='left'><h1>{TITLE}</h1><div class='info'>2024-03-05 10:20:33　来源：江城日报</div><div class='text'><p>{P1}</p></div></div>"
            f"<div class='right'><ul>{RELATED * 4}</ul></div>",
        ),
        body=(P1,),
    ),
    "page whose end tag stands in the middle": Page(
        page(
            f"<title>{TITLE}</title></head><body>广告</body></html>",
            f"<div class='content'><h1>{TITLE}</h1><p class='time'>2024-03-05 来源：江城日报</p>{paragraphs(P1, P2, P3)}</div>",
        )
    ),
    "headline on two lines": Page(
        page(
            "<title>江城市与湖州市签署战略合作协议 推动产业协同发展迈上新台阶_江城日报</title>",
            f"<div class='nr'><p class='bt'>江城市与湖州市签署战略合作协议</p><p class='bt'>推动产业协同发展迈上新台阶</p><p>2024-03-05 10:20 江城日报</p>{paragraphs(P1, P2, P3)}</div>",
        ),
        title="江城市与湖州市签署战略合作协议推动产业协同发展迈上新台阶",
    ),
    "phone account article": Page(
        page(
            f"<title>{TITLE}</title>",
            f"<div id='img-content'><h1 class='rich_media_title' id='activity-name'>{TITLE}</h1><div id='meta_content'><span>原创</span> <a id='js_name'>江城发布</a> <em id='publish_time'></em></div>"
            f"<div class='rich_media_content' id='js_content' style='visibility: hidden;'><section><section>{paragraphs(P1)}</section><section>{paragraphs(P2, P3)}</section></section>"
            '<p>来源：江城日报</p><p>编辑：王五</p><p>长按二维码关注我们</p></div></div><script>var ct = "1709605211"; var nickname = "江城发布";</script>',
        ),
        source="江城",
    ),
}


def read(html: str) -> Draft:
    (item,) = read_any(html.encode(), "page.html")
    assert isinstance(item, Draft)
    return item


@pytest.mark.parametrize("kind", PAGES)
def test_the_headline_is_found(kind: str) -> None:
    assert "".join(read(PAGES[kind].html).title.split()) == PAGES[kind].title


@pytest.mark.parametrize("kind", PAGES)
def test_the_date_is_found(kind: str) -> None:
    assert read(PAGES[kind].html).date == PAGES[kind].date


@pytest.mark.parametrize("kind", PAGES)
def test_the_source_is_found(kind: str) -> None:
    source = PAGES[kind].source
    if source is not None:
        assert source in (read(PAGES[kind].html).source or "")


@pytest.mark.parametrize("kind", PAGES)
def test_the_body_is_the_article_and_nothing_else(kind: str) -> None:
    body = read(PAGES[kind].html).body.split("\n")
    wanted = PAGES[kind].body
    assert body[: len(wanted)] == list(wanted)
    assert len(body) <= len(wanted) + 1, body


@pytest.mark.parametrize("kind", [kind for kind in PAGES if PAGES[kind].author])
def test_the_author_is_found(kind: str) -> None:
    assert read(PAGES[kind].html).author == PAGES[kind].author


def test_what_is_left_out_is_counted() -> None:
    repairs = {
        repair.kind.value: repair.count
        for repair in read(PAGES["portal with long related teasers"].html).repairs
    }
    assert repairs["furniture"] >= 1


def test_a_date_told_only_to_machines_is_marked_so() -> None:
    html = page(
        "<title>标题在这里</title><meta name='PubDate' content='2024-03-05'>",
        f"<h1>标题在这里</h1><div>{paragraphs(P1, P2)}</div>",
    )
    assert (read(html).date, read(html).date_origin) == ("2024-03-05", DateOrigin.META)


def test_the_text_of_a_page_drawn_by_script_is_taken_from_its_data() -> None:
    data = f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-03-05","articleBody":"{P1}\\n{P2}\\n{P3}"}}'
    html = f"<html><head><title>{TITLE}</title><script type='application/ld+json'>{data}</script></head><body><div id='app'></div></body></html>"
    draft = read(html)
    assert (draft.title, draft.date, draft.body) == (TITLE, "2024-03-05", f"{P1}\n{P2}\n{P3}")


LIST = "".join(
    f"<li><a href='{n}.html'>全市第{n}季度重点项目集中开工仪式举行</a><span>2024-03-{n:02}</span></li>"
    for n in range(1, 25)
)
TEASERS = "".join(
    f"<div class='item'><h3><a href='{n}.html'>全市第{n}季度重点项目集中开工仪式举行</a></h3><p>近日，全市第{n}季度重点项目集中开工仪式在高新区举行，"
    f"共有{n}个项目参加。这是又一批投资大、带动强的项目。</p><span>2024-03-{n:02}</span></div>"
    for n in range(1, 12)
)


@pytest.mark.parametrize("content", [f"<ul class='list'>{LIST}</ul>", f"<div class='list'>{TEASERS}</div>"])
def test_a_page_that_lists_articles_is_none(content: str) -> None:
    with pytest.raises(ReadError) as error:
        read(
            page(
                "<title>要闻_江城市人民政府</title>",
                f"<h2>要闻</h2>{content}<div class='page'><a>上一页</a><a>1</a><a>2</a><a>下一页</a></div>",
            )
        )
    assert error.value.code == "reason.list_page"


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
    with pytest.raises(ReadError) as error:
        read(
            page(
                f"<title>{message}</title>",
                f"<div class='error'><h1>{message}</h1><p>5秒后返回首页</p></div>",
            )
        )
    assert error.value.code == "reason.soft_404"


def test_an_article_about_missing_pages_is_an_article() -> None:
    html = page(
        "<title>多地政务网站页面不存在问题整改完成_江城日报</title>",
        f"<h1>多地政务网站页面不存在问题整改完成</h1><p>2024-03-05 来源：江城日报</p><div>{paragraphs(P1, P2, P3, P1, P2, P3, P1, P2)}</div>",
    )
    assert read(html).title == "多地政务网站页面不存在问题整改完成"
