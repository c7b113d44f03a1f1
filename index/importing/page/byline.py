"""The line under a headline: date, source, author; and the same told behind the body.

Called by `index.importing.page.article` with the lines around the headline and behind the body. Unlike
`index.importing.metadata` a label may stand anywhere in a line here, because the place already says that the
line is no prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.importing.dates import find_dates, read_date
from index.importing.metadata import Metadata
from index.importing.page.lines import Line

_SOURCE = re.compile(
    r"(?:本文来源|信息来源|文章来源|新闻来源|稿件来源|内容来源|消息来源|資料來源|訊息來源|新聞來源|文章來源|稿源|来\s?源|來\s?源|来自|發布單位|發佈單位|"
    r"發稿單位|发布单位|发布机构|發布機關|供稿单位|供稿|資料提供|出处|轉自|转自|转载自)\s?(?:于|於)?\s?(?P<colon>[:：])?\s?(?P<value>[^\s|｜丨:：,，;；。]{1,40}(?:\s?[-·、]\s?[^\s|｜:：,，;；。]{2,30})?)"
)
_SOURCE_END = re.compile(
    r"(?:作者|编辑|責任|责任|责编|字号|字體|字体|时间|日期|發布|发布|浏览|阅读|点击|记者|分享|打印|评论|条评论|人参与|举报|关注|【|\[|\(|（(?!集团)|(?:19|20)\d\d[-/.年])"
)
_AUTHOR = re.compile(
    r"(?:作者|撰文|撰稿|记者|記者|文)\s?(?P<colon>[:：/])?\s*(?:记者|本报记者|通讯员)?\s*(?P<value>[\u4e00-\u9fff·A-Za-z]{2,12}(?:[\s、]{1,2}[\u4e00-\u9fff·]{2,4}(?![:：\u4e00-\u9fff])){0,4})"
)
_NOT_AUTHOR = re.compile(r"未知|佚名|来源|來源|编辑|时间|日期|字号|浏览|发布|admin|网站|最新文章|文章")
_CLASS_SOURCE = re.compile(
    r"(?i)(?:^|[\W_])(?:source|src|laiyuan|ly|from|media(?:name)?|origin|art_?source|copy_?from|author[-_]?name|account|nickname|profile_nickname|mp[-_]?name)(?:$|[\W_\d])"
)
_TIME = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_DATE_WORDS = re.compile(
    r"(?:发布|發布|發佈|发表|發表|更新|刊登|上传|录入|编辑|发稿|發稿|添加|公开|成文|印发)?(?:于|於|时间|時間|日期|在)?\s?[:：]?\s?$|^(?:于|於)?\s*$"
)
_UPDATED = re.compile(r"(?:更新|修改|最后)(?:时间|時間|日期|于)?\s?[:：]?\s?$")
_EVENT_WORDS = re.compile(r"[，。；！？]")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9·]{1,18}(?:网|網|报|報|社|台|号|频道|在线)?")
_NOT_NAME = re.compile(
    r"^(?:分享|评论|举报|收藏|字号|关注|阅读|浏览|点击|打印|星期.|周.|上午|下午|来源|编辑|作者|发布|发布于|发表于|更新|时间|日期|昨天|今天|前天|原创|文章|大|中|小|首页|正文|人气|"
    r"本文|转载|返回|次|点赞|条评论|网友评论|进入|查看|更多|订阅|整理|我要|扫码|微信|微博|QQ|语音|听新闻|责任|手机|登录|注册|跟贴|人参与).*|.*(?:评论|阅读|浏览|次|分享|人参与|举报|扫码|下载)$"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What the lines told. `source_labelled` is False for a name that merely stands beside the date."""

    date: str | None = None
    source: str | None = None
    source_labelled: bool = False
    author: str | None = None


def read_byline(lines: list[Line], *, republic: bool = False) -> Byline:
    """Date, source and author from the lines around a headline, nearest first."""
    date: str | None = None
    updated: str | None = None
    source: str | None = None
    classed: str | None = None
    beside: str | None = None
    author: str | None = None
    for line in lines:
        text = line.text
        if len(text) > 260:
            continue
        source = source or _labelled_source(text)
        author = author or _labelled_author(text)
        if len(text) > 120 and _EVENT_WORDS.search(text):
            continue
        stamp = _stamp(text, republic=republic)
        if stamp is not None:
            iso, start, end = stamp
            if _UPDATED.search(text[:start]):
                updated = updated or iso
            else:
                date = date or iso
            beside = beside or _name_beside(text[:start], text[end:])
        elif (
            classed is None
            and _CLASS_SOURCE.search(_names(line))
            and _NAME.fullmatch(text)
            and not _NOT_NAME.match(text)
        ):
            classed = text
    return Byline(date or updated, source or classed or beside, source is not None, author)


def _names(line: Line) -> str:
    parent = line.block.getparent()
    around = "" if parent is None else f"{parent.get('class') or ''} {parent.get('id') or ''}"
    return f"{line.block.get('class') or ''} {line.block.get('id') or ''} {around}"


def _labelled_source(text: str) -> str | None:
    for found in _SOURCE.finditer(text):
        before = text[: found.start()]
        if not found["colon"] and before and before[-1] not in " |｜丨·":
            continue
        value = found["value"]
        end = _SOURCE_END.search(value)
        if end:
            value = value[: end.start()]
        value = value.strip(' -·、|｜)）]】《》"')
        if value and not re.fullmatch(r"[\d\W]+|网络|互联网|網路|本站原创|原创", value):
            return value
    return None


def _labelled_author(text: str) -> str | None:
    for found in _AUTHOR.finditer(text):
        before = text[: found.start()]
        if not found["colon"] and before and before[-1] not in " |｜丨·(（【":
            continue
        if not found["colon"] and len(text) > 40:
            continue
        value = found["value"].strip()
        if value and not _NOT_AUTHOR.search(value) and not value.isascii():
            return value
    return None


def _stamp(text: str, *, republic: bool) -> tuple[str, int, int] | None:
    """The date of a line that is a stamp rather than a sentence, with its place; times are part of it."""
    found = sorted(find_dates(text, republic=republic), key=lambda date: (date.start, -date.end))
    for date in found:
        if len(date.iso) < 10:
            continue
        time = _TIME.search(text[date.end : date.end + 12])
        end = date.end + time.end() if time else date.end
        if time is None and _EVENT_WORDS.search(text):
            continue
        return date.iso, date.start, end
    if len(text) <= 30 and not found:
        iso = (
            read_date(text)
            if re.match(r"^[\[(]?\d{2}[-/.]\d{2}[-/.]\d{2}(?!\d)|^\d{8}(?!\d)|(?i:^[a-z]{3,9}\.? \d)", text)
            else None
        )
        if iso and len(iso) == 10:
            return iso, 0, len(text)
    return None


def _name_beside(before: str, after: str) -> str | None:
    """The name of a medium before or behind a stamp: `新华网河北频道 ( 2012-06-04 09:20:26 )`, `2019-05-17 · 苏皖城市报道`."""
    for part in (after, before):
        for piece in re.split(r"[\s|｜丨·,，()（）\[\]【】/]+", part):
            if (
                _NAME.fullmatch(piece)
                and not _NOT_NAME.match(piece)
                and ":" not in piece
                and not piece.isdigit()
            ):
                if any("\u4e00" <= character <= "\u9fff" for character in piece) or len(piece) > 2:
                    return piece
    return None


def as_metadata(byline: Byline) -> Metadata:
    """The byline in the form that composition takes."""
    return Metadata(date=byline.date, source=byline.source, author=byline.author)
