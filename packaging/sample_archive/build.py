"""Makes the sample archive: dirty files to import, out of the clean articles in `sources/`.

Run by hand after an article was changed (`python packaging/sample_archive/build.py`); it writes
`resources/sample/` and `resources/sample.json`. The dirt is put in on purpose, always the same, and the
manifest says for every file what a reader has to find in it. Needs nothing but Python.

A source is a head of `key: value` lines, an empty line, and one paragraph per line. Keys: `file`,
`encoding`, `layout`, `title`, `date`, `source`, `author`, `dirt` (words for the manifest), and for some
layouts `inferred` (a date that can only be inferred), `id`, `headline` (what a page prints over the text).
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SAMPLE = ROOT / "resources" / "sample"
MANIFEST = ROOT / "resources" / "sample.json"
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(ROOT))

from glosses import glossed  # noqa: E402

from index.script.fold import fold, squeeze  # noqa: E402

COMPANIONS = "网页/云白铁路全线开工_files"  # what a browser saved beside a page: no article
WRAP = 34  # characters per hard-wrapped line


@dataclass(frozen=True, slots=True)
class Source:
    """One clean article with what its file shall look like."""

    name: str
    head: dict[str, str]
    paragraphs: tuple[str, ...]

    def get(self, key: str) -> str:
        """The value of `key` in the head, "" if absent."""
        return self.head.get(key, "")


def read_source(path: Path) -> Source:
    """The article in `path`."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    pairs = (line.split(": ", 1) for line in head.splitlines())
    return Source(path.stem, {key: value.strip() for key, value in pairs}, tuple(body.strip().split("\n")))


def read_sources() -> list[Source]:
    """All articles, in the order of their file names."""
    return [read_source(path) for path in sorted((HERE / "sources").glob("*.txt"))]


def chinese_date(iso: str) -> str:
    """`2019-04-19` as 2019年4月19日."""
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def roc_date(iso: str) -> str:
    """`2019-04-19` as 108年4月19日, years counted from 1912."""
    year, month, day = iso.split("-")
    return f"{int(year) - 1911}年{int(month)}月{int(day)}日"


def plain(article: Source) -> str:
    """Title, a line with source, date and author, indented paragraphs."""
    meta = f"来源：{article.get('source')}　　日期：{chinese_date(article.get('date'))}"
    if article.get("author"):
        meta += f"　　作者：{article.get('author')}"
    return "\n\n".join([article.get("title"), meta, *("　　" + p for p in article.paragraphs)]) + "\n"


def clipping(article: Source) -> str:
    """A newspaper clipping: the bracketed line under the title says where and when it was printed."""
    origin = f"（原载《{article.get('source')}》{chinese_date(article.get('date'))}第1版）"
    return "\n".join([article.get("title"), origin, *article.paragraphs]) + "\n"


def bare(article: Source) -> str:
    """Title and paragraphs, nothing else: no date, no source. A page's headline may stand above the title."""
    top = [article.get("headline")] if article.get("headline") else []
    return "\n".join([*top, article.get("title"), *article.paragraphs]) + "\n"


def wrapped(article: Source) -> str:
    """Lines broken after a fixed number of characters, as old mail programs and terminals did."""
    lines = [article.get("title"), f"{article.get('source')}  {article.get('date').replace('-', '/')}", ""]
    for paragraph in article.paragraphs:
        text = "　　" + paragraph
        lines += [text[at : at + WRAP] for at in range(0, len(text), WRAP)]
    return "\r\n".join(lines) + "\r\n"


def portal(article: Source) -> str:
    """A page pasted into a text file: title twice, date line, source at the end, share words, footer."""
    top = [article.get("title"), f"发布时间：{article.get('date')}", "", article.get("title"), ""]
    text = [" " + p + "\n" for p in article.paragraphs]
    foot = ["来源：" + article.get("source"), "", "微信", "微博", "QQ好友", "收藏", "打印", "关闭", ""]
    foot += [
        "主办单位：青川新区管委会办公室",
        "单位地址：临江省青川新区江口镇新区大道1号",
        "联系电话：0000-5550166",
    ]
    return "\n".join(top + text + foot) + "\n"


def gov_text(article: Source) -> str:
    """An announcement: title, date and source on lines of their own."""
    meta = [f"发布日期：{article.get('date')}", f"发布机构：{article.get('source')}"]
    return "\n".join([article.get("title"), *meta, "", *("　　" + p for p in article.paragraphs)]) + "\n"


def law(article: Source) -> str:
    """A law: title, the line of its passing, chapters and articles; no source, no other date."""
    return "\n\n".join([article.get("title"), *article.paragraphs]) + "\n"


def taiwan(article: Source) -> str:
    """A city's press release with years of the Republic."""
    meta = [f"發稿單位：{article.get('source')}", f"發稿日期：{roc_date(article.get('date'))}"]
    if article.get("author"):
        meta.append(f"發稿人：{article.get('author')}")
    foot = ["", "聯絡電話：(00)555-0123", "附件：活動照片"]
    return "\r\n".join([article.get("title"), *meta, "", "\r\n\r\n".join(article.paragraphs), *foot]) + "\r\n"


def gloss(article: Source) -> str:
    """A Traditional page through the machinery that puts pinyin behind characters, byte by byte."""
    return glossed(bare(article)) + "責任編輯:\n\n\n"


def page(template: str, declared: str | None) -> Callable[[Source], str]:
    """A saved web page made from `pages/TEMPLATE.html`, which declares the charset `declared`."""

    def render(article: Source) -> str:
        charset = (
            f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
        )
        text = Template((HERE / "pages" / f"{template}.html").read_text(encoding="utf-8"))
        indent = "&emsp;&emsp;" if template == "gov" else "" if template == "taiwan" else "　　"
        date = article.get("date")
        return text.substitute(
            charset_meta=charset,
            title=escape(article.get("title")),
            date=date,
            date_cn=chinese_date(date),
            date_roc=roc_date(date),
            clock="09:12",
            source=escape(article.get("source")),
            author=escape(article.get("author") or "本网"),
            paragraphs="\n".join(f"<p>{indent}{escape(p, quote=False)}</p>" for p in article.paragraphs),
        )

    return render


LAYOUTS: dict[str, Callable[[Source], str]] = {
    "plain": plain,
    "bare": bare,
    "clipping": clipping,
    "wrapped": wrapped,
    "portal": portal,
    "gov_text": gov_text,
    "law": law,
    "taiwan": taiwan,
    "gloss": gloss,
    "news": page("news", "utf-8"),
    "news_no_charset": page("news", None),
    "news_gbk": page("news", "gb2312"),
    "gov": page("gov", "utf-8"),
    "gov_wrong_charset": page("gov", "utf-8"),
    "gov_says_gb2312": page("gov", "gb2312"),
    "taiwan_page": page("taiwan", "utf-8"),
    "taiwan_page_big5": page("taiwan", "big5"),
}

FURNITURE = (
    "分享到微信", "相关新闻", "点击排行", "版权所有", "临ICP备", "新闻热线", "责任编辑", "責任編輯",
    "打印本页", "浏览次数", "单位地址", "联系电话", "跳到主要內容", "分享到LINE", "點閱數",
    "其他新聞", "聯絡電話", "白石湖迎来今冬首批候鸟", "市长信箱来信选登", "网站标识码", "扫一扫",
    "广告位招租",
)  # fmt: skip

KEYWORDS = (
    ("青川新区", "青川新區"), ("联席会议", "聯席會議"), ("费云帆", "費雲帆"), ("岑绍文", "岑紹文"),
    ("尉迟峰", "尉遲峯"), ("云白铁路", "雲白鐵路"), ("白石湖", "白石湖"), ("合作协议", "合作協議"),
    ("叶庆之", "葉慶之"), ("2019年4月18日", "2019年4月18日"), ("5820", "５８２０"), ("图书馆", "圖書館"),
    ("台风", "颱風"), ("任命", "任命"), ("查无此词", "查無此詞"),
)  # fmt: skip


def write_files(sources: list[Source], folder: Path) -> None:
    """Every file of the sample archive, into `folder`, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    records: dict[str, list[str]] = {}
    for article in sources:
        if article.get("layout") == "record":
            keys = ("id", "title", "date", "source", "author", "url")
            record = {key: article.get(key) for key in keys if article.get(key)}
            record["body"] = "\n".join(article.paragraphs)
            records.setdefault(article.get("file"), []).append(json.dumps(record, ensure_ascii=False))
            continue
        out = folder / article.get("file")
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(LAYOUTS[article.get("layout")](article).encode(article.get("encoding")))
        if article.get("layout") == "news_gbk":
            companions(out)
    for name, lines in records.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


def companions(saved: Path) -> None:
    """The folder that a browser puts beside a page saved as complete."""
    folder = saved.with_name(saved.stem + "_files")
    folder.mkdir()
    (folder / "article.css").write_bytes(b"body{font:14px/1.8 SimSun;color:#333}\n.share{float:right}\n")
    (folder / "share.js").write_bytes("document.write('分享到微信朋友圈');\n".encode("gbk"))
    (folder / "ad.html").write_bytes("<html><body><p>广告位招租</p></body></html>\n".encode("gbk"))


def manifest(sources: list[Source]) -> dict[str, object]:
    """What an import of the folder has to find; keyword counts by a plain scan of the clean texts."""
    found: dict[str, list[dict[str, object]]] = {}
    for article in sources:
        found.setdefault(article.get("file"), []).append(
            {
                "title": article.get("title"),
                "date": article.get("date") or None,
                "inferred_date": article.get("inferred") or None,
                "source": article.get("source") or None,
                "first": article.paragraphs[0][:20],
                "last": article.paragraphs[-1][-20:],
                "characters": sum(map(len, article.paragraphs)),
                "dirt": article.get("dirt").split(),
                "reprint_of": article.get("reprint_of") or None,
                "clean": f"packaging/sample_archive/sources/{article.name}.txt",
            }
        )
    files = {
        article.get("file"): {key: article.get(key) for key in ("file", "encoding", "layout")}
        for article in sources
    }
    texts = [squeeze(fold(a.get("title") + "\n" + "\n".join(a.paragraphs)))[0] for a in sources]
    keywords = [
        {"simplified": s, "traditional": t, "articles": sum(fold(s) in text for text in texts)}
        for s, t in KEYWORDS
    ]
    return {
        "note": "Everything in the sample archive is invented. Made by packaging/sample_archive/build.py.",
        "articles": len(sources),
        "not_articles": [COMPANIONS],
        "keywords": keywords,
        "furniture": list(FURNITURE),
        "files": [{**files[name], "articles": found[name]} for name in sorted(files)],
    }


def main() -> None:
    """Write the files and the manifest."""
    sources = read_sources()
    write_files(sources, SAMPLE)
    text = json.dumps(manifest(sources), ensure_ascii=False, indent=1)
    MANIFEST.write_bytes((text + "\n").encode("utf-8"))
    sys.stdout.write(f"{len(sources)} articles\n")


if __name__ == "__main__":
    main()
