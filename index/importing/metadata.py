"""Lines that tell about an article instead of being part of it: date, source, author, editor.

Called by `index.importing.composition` for plain text and by the page extraction for the line under a
headline. A line counts only if all of it is explained by labels and short values.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from index.importing.dates import find_dates, read_date

_DATE_LABELS = (
    "发布时间|发布日期|發布時間|發佈時間|發布日期|發佈日期|发表时间|发表日期|發表時間|發表日期|发稿时间|发稿日期|發稿日期|發稿時間|"
    "更新时间|更新日期|更新時間|发文日期|發文日期|成文日期|刊登日期|刊发日期|刊发时间|上传时间|录入时间|录入日期|添加时间|公告日期|"
    "编辑时间|信息时间|最后更新|原文时间|发布于|发表于|發佈於|發表於|日期|时间|時間|公布日期|公开日期|生成日期|Date|Time"
)
_SOURCE_LABELS = (
    "信息来源|文章来源|新闻来源|稿件来源|内容来源|原文来源|資料來源|訊息來源|新聞來源|文章來源|稿源|来源|來源|来自|發布單位|發佈單位|"
    "發稿單位|发布单位|发布机构|發布機關|供稿单位|供稿|資料提供|出处|出處|转自|轉自|转载自|文章出处|发布者|信息提供|Source"
)
_AUTHOR_LABELS = "作者|撰稿人|撰稿|撰文|通讯员|通訊員|记者|記者|文/图|图/文|文字|文|Author|By"
_EDITOR_LABELS = (
    "责任编辑|責任編輯|值班编辑|网络编辑|本文编辑|本文責編|本文责编|编辑|編輯|责编|責編|校对|校對|审核|審核|终审|初审|复审|编审|"
    "监制|審稿|审稿|主编|總編輯|责任校对|排版|录入|录入人|录入者|发布人|核稿|美编|图编|统筹|策划"
)
_COUNT_LABELS = (
    "浏览次数|阅读次数|点击次数|点击数|点击量|阅读量|阅读数|浏览量|浏览数|访问量|访问次数|阅读|浏览|点击|人气|瀏覽次數|瀏覽人次|點閱次數|"
    "點閱數|點擊數|字号|字號|字体|字體|字体大小|文字大小|分享到|分享|打印|视力保护色|评论|保护视力色|背景色|下载次数|关键词|關鍵字|标签|"
    "索引号|文号|栏目|所属栏目|分类|频道"
)
_LABELS = {
    "date": _DATE_LABELS,
    "source": _SOURCE_LABELS,
    "author": _AUTHOR_LABELS,
    "editor": _EDITOR_LABELS,
    "count": _COUNT_LABELS,
    "title": "标题|標題|题目|題目|主旨",
}
_LABEL = re.compile(
    "(?:(?<=^)|(?<=[\\s|丨｜（(\\[【;；，,/、]))(?:"
    + "|".join(f"(?P<{kind}>(?:{spaced}))" for kind, spaced in ((k, v) for k, v in _LABELS.items()))
    + r")\s{0,2}[:：]\s*",
    re.I,
)
_DATE_TIME = re.compile(
    r"^[\[【(（]?\s*(?P<date>(?:(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|(?:中華)?民[國国]\s?\d{1,3}年\d{1,2}月\d{1,2}日|1[0-3]\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?))"
    r"\s*(?:[(（]?(?:星期|週|周)[一二三四五六日天][)）]?)?[\sT]*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*[\]】)）]?\s*(?P<rest>.{0,24})$"
)
_VALUE_STOP = re.compile("[。；！？!?]")
_SPACED_LABEL = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000\xa0]{1,4}(?=[\u4e00-\u9fff]\s{0,2}[:：])")
_TRADITIONAL_LABEL = re.compile("[發佈時間來單位]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one line, or several, told: ISO date, source, author; empty fields None. `editor`: had one."""

    title: str | None = None
    date: str | None = None
    source: str | None = None
    author: str | None = None
    editor: bool = False


def read_line(line: str) -> Metadata | None:
    """What a line that holds nothing but metadata tells; None if it may be the article's own words."""
    line = unicodedata.normalize("NFC", line.strip()).strip("　 \xa0|｜丨")
    if not line or len(line) > 160:
        return None
    line = _SPACED_LABEL.sub("", line)
    bare = _DATE_TIME.match(line)
    if bare:
        return _read_dated(bare)
    labels = list(_LABEL.finditer(line.lstrip("（([【")))
    line = line.lstrip("（([【")
    if not labels:
        return None
    head = line[: labels[0].start()].strip(" 　\xa0|｜丨")
    if head and not read_date(head):
        return None
    found: dict[str, str] = {}
    if head:
        found["date"] = head
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        kind = label.lastgroup or ""
        value = line[label.end() : following.start() if following else len(line)].strip(
            "　 \xa0|｜丨()（）[]【】;；,，/、"
        )
        if len(value) > 50 or _VALUE_STOP.search(value):
            return None
        if kind == "date" and value and not read_date(value):
            return None
        found.setdefault(kind, value)
    return _metadata(found, republic=bool(_TRADITIONAL_LABEL.search(line)))


def _metadata(found: dict[str, str], *, republic: bool) -> Metadata:
    date_text = found.get("date", "")
    date = read_date(date_text, republic=republic) if date_text else None
    source = found.get("source")
    if source:
        # 来源：新华社 2023-12-01 10:20
        dated = next(iter(find_dates(source)), None)
        if dated:
            date = date or dated.iso
            source = source[: dated.start].strip("　 \xa0|｜-") or None
        elif source and re.fullmatch(r"[\d\W]+", source):
            source = None
    return Metadata(
        title=found.get("title") or None,
        date=date,
        source=(source or "").split("  ")[0].strip() or None,
        author=found.get("author") or None,
        editor="editor" in found,
    )


def _read_dated(bare: re.Match[str]) -> Metadata | None:
    """A line that begins with a bare date: `2020-01-03 10:15 来源：新华社`, `2020-01-03 10:15`."""
    date = read_date(bare["date"])
    if date is None:
        return None
    rest = bare["rest"].strip("　 \xa0|｜丨-")
    if not rest:
        return Metadata(date=date)
    more = read_line(rest) if not _DATE_TIME.match(rest) else None
    if more is None:
        return (
            Metadata(date=date, source=rest)
            if re.fullmatch(r"[\u4e00-\u9fff]{2,10}(?:网|網|报|報|社|台|局|府|委|办)", rest)
            else None
        )
    return Metadata(date=date, source=more.source, author=more.author, editor=more.editor)


def merge(first: Metadata, second: Metadata) -> Metadata:
    """`first`, completed by what only `second` tells."""
    return Metadata(
        title=first.title or second.title,
        date=first.date or second.date,
        source=first.source or second.source,
        author=first.author or second.author,
        editor=first.editor or second.editor,
    )
