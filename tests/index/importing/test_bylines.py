"""The line under a headline, in the many forms that sites give it: date, source and author come out."""

from __future__ import annotations

import pytest

from tests.index.importing.test_around_the_text import TEXT, TITLE, article, draft, paragraphs

PAPER, OFFICE, AUTHOR = "清溪日报", "清溪镇人民政府", "罗大明"


@pytest.mark.parametrize(
    ("under", "source", "author"),
    [
        (f"2024年03月05日09:12 | 来源：<a href=x>{PAPER}</a> | 字号 小字号", PAPER, None),
        (f"来源：{PAPER} 作者：{AUTHOR} 责编：何晓 时间：2024-03-05", PAPER, AUTHOR),
        ("发布日期：2024-03-05 信息来源：县文旅局 【字体：<a>大</a> <a>小</a>】", "县文旅局", None),
        (f"{PAPER} 2024/3/5 9:12:33 阅读(233) 评论(2)", PAPER, None),
        (f"http://www.qxrb.cn 2024-03-05 {PAPER}", PAPER, None),
        (f"<em>2024-03-05 09:12</em><b>转载自：{PAPER}</b>", PAPER, None),
        (f"本报记者 {AUTHOR} 《{PAPER}》（2024年03月05日 第03版）", PAPER, AUTHOR),
        (f"【来源：{PAPER}】 【时间：2024年3月5日】 【字号：大 中 小】", PAPER, None),
        (f"来源 | {PAPER}　作者 | {AUTHOR}　2024.03.05", PAPER, AUTHOR),
        (f"{PAPER}记者 {AUTHOR} / 2024-03-05 09:12", PAPER, AUTHOR),
        (f"发表于：2024-03-05 09:12 来自：{PAPER} 作者：{AUTHOR} 浏览：233", PAPER, AUTHOR),
        (f"二〇二四年三月五日　{PAPER}", PAPER, None),
        (f"March 5, 2024 {PAPER}", PAPER, None),
        (f"2024-03-05T09:12:33+08:00 来源：{PAPER}", PAPER, None),
        (f"更新时间：2024-03-05 发布单位：{OFFICE} 访问量：33", OFFICE, None),
        (f"[ 发布时间：2024-03-05 | 浏览：233次 | 来源：{PAPER} ]", PAPER, None),
        ("供稿：县文化馆　摄影：何晓　审核：周全　发布：2024-03-05", "县文化馆", None),
        (f"文/图：{AUTHOR}　编辑：何晓　2024-03-05", None, AUTHOR),
        (f"24-03-05 09:12 来源:{PAPER}", PAPER, None),
        (f"2024年3月5日 星期二 {PAPER} 第3版", PAPER, None),
        ("發布日期：113/03/05 發布單位：文化局 點閱次數：12", "文化局", None),
        ("中華民國113年3月5日 清溪鎮公所", "清溪鎮公所", None),
        ("2024-03-05 09:12 清溪日報 記者羅大明／清溪報導", "清溪日報", "羅大明"),
        (f"清溪网 qingxi.gov.cn 2024-03-05 09:12:33 来源：县融媒体中心 选稿：{AUTHOR}", "县融媒体中心", None),
        (f"2024年03月05日 来源：《{PAPER}》", PAPER, None),
        (f"来源：{PAPER}（记者 {AUTHOR}）2024-03-05", PAPER, AUTHOR),
        ("日期：2024-03-05 10:10:10 来源：未知", None, None),
        ("（2024年3月5日）", None, None),
    ],
)
def test_date_source_and_author_of_a_byline(under: str, source: str | None, author: str | None) -> None:
    found = draft(article(paragraphs(), under=f"<p>{under}</p>"), f"<title>{TITLE}</title>")
    assert found.date == "2024-03-05"
    assert (source is None and not found.source) or source in (found.source or "")
    assert author is None or author == found.author
    assert found.body == "\n".join(TEXT)
