"""What stands behind the last paragraph of a page: what signs the article stays, the rest goes."""

from __future__ import annotations

import pytest

from tests.index.importing.test_around_the_text import OTHERS, TEXT, article, draft, paragraphs

BODY = "\n".join(TEXT)


@pytest.mark.parametrize(
    "behind",
    [
        "<p>（责任编辑：何晓）</p>",
        "<p>编辑：何晓</p><p>来源：清溪日报</p><p>校对：周全</p>",
        "<p>END</p><p>来源丨清溪日报</p><p>编辑丨何晓</p><p>审核丨周全</p>",
        "<p>-END-</p><p>点个“在看”，让更多人看到</p>",
        "<p>【纠错】</p><p>【责任编辑:何晓】</p>",
        f"<p>相关链接：</p><ul>{OTHERS}</ul>",
        "<p><b>延伸阅读</b></p><p><a href='/1'>白鹭镇龙舟赛开赛</a></p><p><a href='/2'>东湖荷花开了</a></p>",
        "<p>更多精彩内容，请关注“清溪发布”微信公众号</p>",
        "<p>版权声明：凡本网注明“来源：清溪网”的作品，均为清溪网所有，未经书面授权不得转载。</p>",
        "<p>新闻热线：0745-1234567 投稿邮箱：qxrb@a.cn</p>",
        "<p>扫码下载清溪新闻客户端</p>",
        "<div>标签：<a href='/t1'>渡口</a><a href='/t2'>大桥</a></div><div>顶(3) 踩(0)</div>",
        "<p>免责声明：市场有风险，选择需谨慎！此文仅供参考，不作买卖依据。</p>",
    ],
)
def test_furniture_behind_an_article_goes(behind: str) -> None:
    assert draft(article(paragraphs() + behind)).body == BODY


@pytest.mark.parametrize(
    "behind",
    [
        "清溪镇人民政府",
        "2024年3月5日",
        "（作者系清溪镇中学教师）",
        "附件：1.渡船时刻表.doc",
        "联系人：高守礼",
    ],
)
def test_what_belongs_to_an_article_stays_behind_it(behind: str) -> None:
    assert draft(article(f"{paragraphs()}<p>{behind}</p>")).body == f"{BODY}\n{behind}"
