"""The headline of a page, however <title>, meta tags and headings agree or differ."""

from __future__ import annotations

import pytest

from tests.index.importing.test_around_the_text import OTHERS, TEXT, TITLE, draft, paragraphs

NAME = f"<meta name='ArticleTitle' content='{TITLE}'>"


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        (f"{TITLE}--时政--清溪网", f"<h2>{TITLE}</h2>", TITLE),
        (f"清溪网 - {TITLE}", f"<div class=bt>{TITLE}</div>", TITLE),
        ("清溪网", f"<p align=center><b><font size=4>{TITLE}</font></b></p>", TITLE),
        (TITLE, f"<h1><span>图文：</span>{TITLE}</h1>", f"图文：{TITLE}"),
        (f"{TITLE}|渡口|船工_清溪新闻", f"<h1>{TITLE}</h1>", TITLE),
        (f"{TITLE} | 山水 | 报网", f"<h1>{TITLE}<small>2024-03-05</small></h1>", TITLE),
        (f"【山乡】{TITLE}_清溪网", f"<h1>【山乡】{TITLE}</h1>", f"【山乡】{TITLE}"),
        (f"{TITLE[:6]}..._清溪网</title>{NAME}<title>", f"<h1>{TITLE}</h1>", TITLE),
        (f"{TITLE}</title>{NAME}<title>", f"<h1 hidden>清溪镇</h1><div class=xl-title>{TITLE}</div>", TITLE),
        ("新闻详情", f"<div class=news-detail-title>{TITLE}</div>", TITLE),
        (f"清溪镇门户网站 乡镇动态 {TITLE}", f"<div id=title>{TITLE}</div>", TITLE),
        (f"{TITLE} - 清溪镇", f"<h3>{TITLE}</h3><h4>——一位船工的四十年</h4>", TITLE),
        (f"{TITLE}（图）_清溪网", f"<h1>{TITLE}（图）</h1>", f"{TITLE}（图）"),
        (f"{TITLE}_清溪网", f"<h4>山乡·系列报道之三</h4><h1>{TITLE}</h1><h3>大桥上月通车</h3>", TITLE),
        (f"{TITLE}_{TITLE}_清溪网", f"<h1>{TITLE}</h1>", TITLE),
        ("清溪日报数字报", f"<table><tr><td class=font01>{TITLE}</td></tr></table>", TITLE),
        (f"  {TITLE}\n - 清溪网", f"<h1>\n {TITLE[:6]}\n {TITLE[6:]}\n</h1>", TITLE),
    ],
)
def test_the_headline_of_a_page(head: str, heading: str, title: str) -> None:
    page = (
        f"<div class='logo'><a href='/'>清溪网</a></div><ul>{OTHERS}</ul>{heading}"
        f"<div>2024-03-05 09:12 来源：清溪日报</div><div class='con'>{paragraphs()}</div>"
        f"<h2>热点</h2><ul>{OTHERS}</ul>"
    )
    found = draft(page, f"<title>{head}</title>")
    assert "".join(found.title.split()) == title
    assert found.body.endswith("\n".join(TEXT))
