"""The line under a headline: date, source, author; and the same told behind the body.

Called by `index.importing.page.article` with the lines around the headline and behind the body. Unlike
`index.importing.metadata` a label may stand anywhere in a line here, because the place already says that the
line is no prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from index.importing.dates import find_dates, read_date
from index.importing.page.lines import Line
from index.importing.vocabulary import labels, page_words

_SOURCE = re.compile(
    rf"(?<![图圖照片])(?:{labels('source')})\s?(?:于|於)?\s?(?P<colon>\s?(?:微信)?公[众眾][号號]\s?[:：]?|[:：])?\s?"
    r"(?P<value>[^\s|｜丨:：,，;；。]{1,40}(?:\s?[-·、]\s?[^\s|｜:：,，;；。]{2,30})?)"
)
_SOURCE_END = re.compile(
    r"(?:作者|编辑|責任|责任|责编|发稿|發稿|字号|字體|字体|时间|日期|(?:發[布佈]|发布)(?=[\s\d:：于於]|[时時]间|日期)|浏览|阅读|点击|记者|分享|打印|(?<=[\s\d])评论|条评论|人参与|举报|关注|【|\[|\(|（(?!集团)|(?:19|20)\d\d[-/.年])"
)
_PERSON = r"[\u4e00-\u9fff·]{2,4}"
_PERSONS = rf"{_PERSON}(?:[\s、]{{1,2}}{_PERSON}(?![:：\u4e00-\u9fff])){{0,4}}"
_NAME_ENDS = r"(?=$|[\s|｜丨,，;；。、)）\]】(（/／╱]|[报報][道導]|[摄攝])"
_AUTHOR = re.compile(
    r"(?:作者|撰文|撰稿|记者|記者|(?<![\u4e00-\u9fff/／])文(?:字|[/／、]?[图圖])?)(?:\s?[:：/／|｜丨]|\s?[,，](?=\s|$))\s*"
    r"(?:[\u4e00-\u9fff]{0,8}(?:记者|記者|通讯员|专栏作者)\s?)?"
    rf"(?P<value>[\u4e00-\u9fff·A-Za-z]{{2,12}}(?:[\s、]{{1,2}}{_PERSON}(?![:：\u4e00-\u9fff])){{0,4}}){_NAME_ENDS}"
)
# `本报记者　张三`, `記者王小明／台北報導`, `由 林一`: no colon, but no sentence goes on behind the name.
_AUTHOR_BARE = re.compile(
    r"(?:^|(?<=[\s|｜丨·(（【／/╱]))(?:[\u4e00-\u9fff]{0,8}(?:记者|記者|评论员)\s*|(?:作者|撰文|由|文|By)\s+)"
    rf"(?P<value>{_PERSONS}){_NAME_ENDS}"
    rf"|(?:^|(?<=[\s|｜]))(?P<reporting>{_PERSON})\s(?:[綜综]合|整理)?[報报][導道](?=$|\s)"
)
_CLASS_AUTHOR = re.compile(
    r"(?i)(?:^|[\W_]|article|art|news)(?:auth|authors?|byline|reporters?|writer|zuozhe)(?:$|[\W_\d])"
)
# `【江城報／記者王小明／北山報導】`: the paper before its reporter
_PAPER_OF_REPORTER = re.compile(
    r"^[【〔\[(（]?(?![本该該])(?P<paper>[\u4e00-\u9fff]{2,10}(?:[報报社網网台臺]|新[闻聞]|[周週]刊))\s?[╱／/|｜]\s?(?:記者|记者)"
)
# Who put it up is told, and is an office: `发布人：宣传科`.
_OFFICE = re.compile(
    r"(?:发布|發布|發佈|上传|上傳|发文|录入)(?:人|者)\s?[:：]\s?(?P<office>[\u4e00-\u9fff]{2,12}(?:[科处處部室办辦局院会會府股组組]|中心))(?=$|\s)"
)
_WRITTEN = re.compile(r"(?:成文|印发|印發|生效|实施)(?:日期|时间|時間)\s?[:：]?\s?$")
_NOT_PART_OF_NAME = re.compile(r"(?:[\s、](?:评论|收藏|分享|点赞|举报|关注|打印|浏览|阅读))+$|(?<=..)[摄攝]$")
_NOT_AUTHOR = re.compile(
    r"相关|更多|未知|佚名|来源|來源|编辑|時間|时间|日期|字号|浏览|发布|發[布佈]|admin|网站|文章|本网|本站|^[系是为為]|获悉|獲悉|^从|^從|^在[^\s]{2}|^[对對就]"
)
_CLASS_SOURCE = re.compile(rf"(?i)(?:^|[\W_])(?:{page_words('source_names')})(?:$|[\W_\d])")
_FIRST_PAGES = "1994"  # nothing was published on the web in China before
_NO_SOURCE = re.compile(
    r"[\d\W]+|未知|不详|不詳|佚名|网络|互联网|網路|本站|本网|本網|本站原创|原创|[^网報报社台]{0,2}省?(?:北京|上海|广东|江苏|浙江|山东|河南|四川)"
)
_LONGEST_BARE = 64  # characters of a line that may name its author without a colon
_LONGEST_PART = 24
_INLINE = ("span", "a", "em", "i", "b", "strong", "font", "time")
_MOST_PARTS = 40
_LONGEST = 240  # characters of a line that may be a byline
_LABELLED = re.compile(
    rf"(?:{labels('date')}|{labels('source')})\s?[:：]|^(?:公告|發布|發佈|发布|刊登|張貼)(?:日期|時間|时间)$"
)
_LABEL = re.compile(rf"{labels('date')}|{labels('source')}|{labels('author')}|{labels('title')}|看板")
_LABEL_ALONE = re.compile(
    r"[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,7}\s?[:：]|(?:公告|發[布佈]|发布|刊登|張貼|答复|回复)(?:日期|時間|时间|單位|单位|機關|机构|部门|人)"
)
_CLOCK = re.compile(
    "今天是|今日是|今日[:：]|引用日期|现在是|现在时间|当前时间|農曆|农历|天气预报"
)  # made by the page, not by the article
_DAY = re.compile(r"\d{1,2}[-/月.]\d{1,2}")
_TIME = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_UPDATED = re.compile(r"(?:更新|修改|最后)(?:时间|時間|日期|于)?\s?[:：]?\s?$")
_PUBLISHED = re.compile(rf"(?:^|\s)(?:{labels('date')})\s?[:：/]?\s?$")
_OTHER_LABEL = re.compile(r"[\u4e00-\u9fff]{1,8}(?:时间|時間|日期)\s?[:：]")
_WRITERS = re.compile(r"(?:撰文|作者|记者|記者|编辑|編輯|摄影|攝影)\s?[|｜丨:：/／]")
_PUBLISHED_FIRST = re.compile(r"[发發][布佈表]|更新|刊登|张贴|張貼|出版")
_EDITED = re.compile(
    r"(?:最[后後近])\s?(?:编辑|編輯|修[订訂]|修改|更新)\s?(?:于|於|在|时间|時間|日期)?\s?[:：]?\s?(?=[\d民])"
)
_EVENT_WORDS = re.compile(r"[，。；！？]")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9·-]{1,20}")
_MEDIUM = re.compile(
    r"(?:网|網|报|報|社|台|臺|电视|日报|周刊|杂志|新闻|新聞|客户端|办公室|办公厅|委员会|政府|部|厅|局|委|府|院|处|處|署|会|中心|发布|在线|融媒)$"
)
_NOT_NAME = re.compile(
    r"^(?:记者|記者|通讯员|通訊員|文|图|文图)$|(?:摄影|攝影|撰文|撰稿|收听|收聽|追蹤|追踪|朗读|朗讀|电邮|電郵|分享|评论|举报|收藏|字号|关注|阅读|浏览|点击|打印|发布|发表|更新|查看|返回|转载|点赞|扫码|下载|發[布佈]|發表|人氣|瀏覽|點閱|列印|分享|登录|注册|跟贴|订阅|语音|听新闻|编辑|作者|来源|网友|责任编辑|人参与|条评论|次数|缩小|放大|字体)|"
    r"[报報][道導]$|^(?:来自.*|星期[一二三四五六日天]|周[一二三四五六日天末]|上午|下午|时间|時間|日期|昨天|今天|前天|原[创創]|文章|[大中小]|首页|正文|人气|本文|本站|本网|更多|整理|微信|微博|QQ.*|手机.*|标签|标签.*|第?[\dA-Z一二三四五六七八九十]{1,3}版.*|视频|图片|专题|推荐|试听|评|赞|次)$"
)
# Where an account's owner was when he posted, which platforms print beside the date.
_PROVINCE = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|"
    "台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|中国(?:香港|澳门|台湾)"
)
_AGO = re.compile(r"(?:^|\s)(?:昨天|今天|前天|刚刚|\d{1,2}\s?(?:小时|分钟|天|周|个月)前)(?=$|\s)")


@dataclass(frozen=True, slots=True)
class Byline:
    """What the lines told. `source_labelled` is False for a name that merely stands beside the date."""

    date: str | None = None
    source: str | None = None
    source_labelled: bool = False
    author: str | None = None


@dataclass(slots=True)
class _Told:
    """What the lines told so far, in the order of the lines."""

    republic: bool
    dates: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)  # labelled
    called: list[str] = field(default_factory=list)  # sources called so by their element, or beside a person
    names: list[str] = field(default_factory=list)  # standing beside a date
    authors: list[str] = field(default_factory=list)
    media: list[Line] = field(default_factory=list)  # lines that are nothing but the name of a medium
    stamped: list[int] = field(default_factory=list)

    def take(self, line: Line, text: str) -> None:
        """Read one line, whose text may have the value of the next one."""
        self.sources += _labelled_source(text)
        self.authors += _labelled_author(text)
        self.called += [
            found[1] for found in (_PAPER_OF_REPORTER.search(text), _OFFICE.search(text)) if found
        ]
        for called, part in _parts(line):
            if _CLASS_AUTHOR.search(called) and _is_person(part):
                self.authors.append(part)
            elif _CLASS_SOURCE.search(called) and _is_name(part) and part not in self.authors:
                self.called.append(part)
        if not (len(text) > _LONGEST / 2 and _EVENT_WORDS.search(text)):
            self._take_date(line, text)

    def _take_date(self, line: Line, text: str) -> None:
        stamp = _stamp(text, republic=self.republic)
        ago = _AGO.search(text) if stamp is None and len(text) < 40 else None
        if stamp is not None:
            iso, start, end = stamp
            before = text[:start]
            updated, written = _UPDATED.search(before), _WRITTEN.search(before)
            (self.updated if updated else self.written if written else self.dates).append(iso)
            self.stamped.append(line.index)
            self.names += _name_beside(before, text[end:])
        elif ago is not None:
            self.names += _name_beside(text[: ago.start()], text[ago.end() :])
        elif (
            len(text) <= 14
            and line.text not in self.authors
            and _is_name(text)
            and is_medium(text)
            and line.linked < len(text)
        ):
            self.media.append(line)


def read_byline(lines: list[Line], *, republic: bool = False) -> Byline:
    """Date, source and author from the lines around a headline, nearest first."""
    told = _Told(republic)
    for line, text in _with_values(lines):
        if len(text) <= _LONGEST:
            told.take(line, text)
    names, authors = told.names, told.authors
    first = lines[0].text if len(lines) > 1 else ""
    if len(first) > 3 and _is_name(first) and first not in authors and _DAY.search(lines[1].text[:30]):
        names.append(first)  # an account's name between headline and date
    names += [line.text for line in told.media if any(abs(line.index - index) <= 2 for index in told.stamped)]
    sources = (*told.sources, *told.called, *names)
    return Byline(
        date=next(iter((*told.dates, *told.written, *told.updated)), None),
        source=next((name for name in sources if name not in authors), None),
        source_labelled=bool(told.sources),
        author=next(iter(authors), None),
    )


def _with_values(lines: list[Line]) -> Iterator[tuple[Line, str]]:
    """Lines with their text; a label alone (a cell, a list item) takes the value of the line after it."""
    taken: set[int] = set()
    for position, line in enumerate(lines):
        if line.index in taken:
            continue
        text = field_of(line) or line.spaced
        if _LABEL_ALONE.fullmatch(text) or (line.block.tag in ("dt", "th") and _LABEL.fullmatch(text)):
            following = next((other for other in lines if other.index == line.index + 1), None)
            if following is not None and len(following.text) < 60:
                label = re.sub(r"(?<=.) (?=.)|[:：]", "", text)
                text = f"{label}：{following.spaced}"
                taken.add(following.index)
        elif position and len(text) > _LONGEST:
            continue
        yield line, text


def edited_last(lines: list[Line]) -> str | None:
    """The day that a page says it was last edited, as pages of reference works do at their foot."""
    for line in reversed(lines):
        if len(line.text) < _LONGEST / 2 and (found := _EDITED.search(line.text)):
            return read_date(line.text[found.end() : found.end() + 24])
    return None


def is_published_stamp(line: Line) -> bool:
    """Whether a line is a stamp with a time or a label of publication."""
    return is_stamp(line) and bool(
        _PUBLISHED_FIRST.match(line.spaced) or _WRITERS.search(line.spaced) or _TIME.search(line.spaced)
    )


def is_stamp(line: Line) -> bool:
    """Whether a line is a date with time or label and hardly anything else; not the time of an event."""
    other = _OTHER_LABEL.match(line.text)
    return (
        len(line.text) < 60
        and (other is None or bool(_PUBLISHED.match(other.group())))
        and _stamp(line.spaced, republic=False) is not None
        and not _EVENT_WORDS.search(line.text)
    )


def field_of(line: Line) -> str | None:
    """A line that begins with a label in an element of its own (`<b>作者</b> 王大明`), with a colon added."""
    first = next((part for part in line.block.iter(*_INLINE)), None)
    if first is None or len(line.text) > _LONGEST_PART:
        return None
    label = "".join(map(str, first.itertext())).strip()
    rest = line.spaced.removeprefix(label).lstrip()
    if not _LABEL.fullmatch(label) or rest == line.spaced or not rest or rest[0] in ":：":
        return None
    return f"{label}：{rest}"


def is_label_alone(line: Line) -> bool:
    """Whether a line is a label whose value stands in the next one, as in the cells of a table."""
    return bool(_LABEL_ALONE.fullmatch(line.spaced))


def is_medium(name: str) -> bool:
    """Whether a name ends as those of papers, sites, stations and offices do."""
    return bool(_MEDIUM.search(name))


def is_labelled(line: Line) -> bool:
    """Whether a line names a date or a source by a label; such a line may stand far from the headline."""
    return len(line.text) < 60 and bool(_LABELLED.search(line.spaced))


def names_date_or_source(text: str) -> bool:
    """Whether a line of a page without tags may be its line of date and source."""
    return len(text) < _LONGEST / 2 and (
        bool(_LABELLED.search(text)) or _stamp(text, republic=False) is not None
    )


def _called(element: etree._Element | None) -> str:
    return "" if element is None else f"{element.get('class') or ''} {element.get('id') or ''}"


def _parts(line: Line) -> Iterator[tuple[str, str]]:
    """What the elements of a line are called, with their text: `<span class="author">`."""
    if len(line.text) <= _LONGEST_PART:
        yield f"{_called(line.block)} {_called(line.block.getparent())}", line.text
    if len(line.text) > _LONGEST:
        return
    for element in islice(line.block.iter(*_INLINE), _MOST_PARTS):
        called = _called(element)
        text = " ".join("".join(map(str, element.itertext())).split()) if called != " " else ""
        if 0 < len(text) <= _LONGEST_PART and text in line.spaced:
            yield called, text


def _labelled_source(text: str) -> list[str]:
    """The source that a label names, if any; without a colon only `来源` at the head of a part counts."""
    for found in _SOURCE.finditer(text):
        before = text[: found.start()]
        if not found["colon"] and (
            (before and before[-1] not in " |｜丨·") or found.group()[0] not in "来來稿"
        ):
            continue
        value = found["value"]
        end = _SOURCE_END.search(value)
        if end:
            value = value[: end.start()]
        value = value.strip(' -·、|｜)）]】《》"')
        value += "》" * (value.count("《") - value.count("》"))
        if value.lower() in ("http", "https", "www"):
            continue
        if value and not (_NO_SOURCE.fullmatch(value) or _PROVINCE.fullmatch(value)):
            return [value]
    return []


def _labelled_author(text: str) -> list[str]:
    for found in (*_AUTHOR.finditer(text), *_AUTHOR_BARE.finditer(text)):
        if found.re is _AUTHOR_BARE and len(text) > _LONGEST_BARE:
            continue
        value = _NOT_PART_OF_NAME.sub("", next(filter(None, found.groups()))).strip()
        if value and not _NOT_AUTHOR.search(value) and not value.isascii():
            return [value]
    return []


def _stamp(text: str, *, republic: bool) -> tuple[str, int, int] | None:
    """The date of a line that is a stamp rather than a sentence, with its place; times are part of it."""
    if _CLOCK.search(text):
        return None
    found = sorted(find_dates(text, republic=republic), key=lambda date: (date.start, -date.end))
    for date in found:
        if len(date.iso) < 10 or date.iso < _FIRST_PAGES:
            continue
        time = _TIME.search(text[date.end : date.end + 12])
        end = date.end + time.end() if time else date.end
        labelled = _PUBLISHED.search(text[: date.start]) and not _EVENT_WORDS.search(text)
        if time is None and not labelled and _is_prose(text[: date.start], text[end:]):
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


def _name_beside(before: str, after: str) -> list[str]:
    """The name of a medium before or behind a stamp: `新华网河北频道 ( 2012-06-04 09:20:26 )`."""
    around = f"{before} {after}"
    separators = r"[\s|｜丨,，()（）\[\]【】《》/]+|(?<=\s)·"
    for pieces in (re.split(separators, after), re.split(separators, before)[::-1]):
        found: list[str] = []
        for piece in pieces:
            piece = piece.strip("·-")
            if re.search(
                rf"(?:{labels('author')}|{labels('editor')}|摄影|攝影)(?:\s?[|｜丨:：/／]\s?|\s){re.escape(piece)}",
                around,
            ):
                continue
            if _is_name(piece) and (
                any("\u4e00" <= character <= "\u9fff" for character in piece) or len(piece) > 2
            ):
                found.append(piece)
        if found:
            return [next(filter(is_medium, found), found[0])]
    return []


def _is_prose(before: str, after: str) -> bool:
    """Whether the words around a date are a sentence or a note rather than labels and names."""
    if _EVENT_WORDS.search(before + after):
        return True
    if ":" in before + after or "：" in before + after:
        return False
    return sum("\u4e00" <= character <= "\u9fff" for character in before + after) > 16


def _is_person(text: str) -> bool:
    """Whether a line, called after an author, is nothing but names of people."""
    return bool(re.fullmatch(_PERSONS, text)) and not (_MEDIUM.search(text) or _NOT_NAME.search(text))


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not (
        _NOT_NAME.search(text) or _PROVINCE.fullmatch(text) or _LABEL_ALONE.fullmatch(text)
    )
