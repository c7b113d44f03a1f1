"""Lines that tell about an article instead of being part of it: date, source, author, editor.

Called by `index.importing.composition` for plain text and by the page extraction for the line under a
headline. A line counts only if all of it is explained by labels and short values.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from index.importing.dates import find_dates, read_date
from index.importing.vocabulary import labels

_KINDS = ("date", "source", "author", "editor", "count", "title")
_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[\s|丨｜（(\[【;；，,/、]))(?:"
    + "|".join(f"(?P<{kind}>{labels(kind)})" for kind in _KINDS)
    + r")\s{0,2}[:：]\s*",
    re.I,
)
_DATE_TIME = re.compile(
    r"^[\[【(（]?\s*(?P<date>(?:(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|(?:中華)?民[國国]\s?\d{1,3}年\d{1,2}月\d{1,2}日|1[0-3]\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?))"
    r"\s*(?:[(（]?(?:星期|週|周)[一二三四五六日天][)）]?)?[\sT]*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*[\]】)）]?\s*(?P<rest>.{0,24})$"
)
_PAPER = "[\u4e00-\u9fff]{1,10}(?:[报報网網社台]|[发發][布佈]|周刊|週刊|[杂雜][志誌])"
_PAPER_THEN_DATE = re.compile(rf"^(?P<source>{_PAPER})[ \u3000\xa0]+(?P<date>\S.*)$")
_REPRINTED = re.compile(
    r"^[（(]?(?:原[载載]|[转轉][载載]?自|[摘选選]自)\s*[:：]?\s*[于於]?\s*[《〈]?(?P<source>[\u4e00-\u9fff·]{2,16})[》〉]?"
    r"[\s,，、]*(?P<date>\S[^（）()。]{5,20}日)(?:第?\s?\S{1,8}版)?[)）]?$"
)
# `（发表于2001年12月13日《江城校报》）`
_PUBLISHED_IN = re.compile(
    r"^[（(](?:原)?(?:[发發]表|刊[发登發]?|[载載])[于於]\s?(?P<date>[^（）()《]{6,20}日)的?《(?P<source>[\u4e00-\u9fff·]{2,16})》[^（）()]{0,8}[)）]$"
)
# `【2009/05/22 江城報】@ http://a.tw/`, behind an article.
_DATE_AND_PAPER = re.compile(
    rf"^[【\[](?P<date>\d{{4}}[/.-]\d{{1,2}}[/.-]\d{{1,2}})\s(?P<source>{_PAPER})[】\]]\s?(?:@?\s?https?://\S*)?$"
)
# `《 人民日报 》（ 2024年03月05日 01 版）`, which papers' sites print behind an article.
_PAGE_OF_PAPER = re.compile(
    r"^[（(]?《\s?(?P<source>[\u4e00-\u9fff·]{2,12})\s?》\s?[（(]\s?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)[^（）()]{0,12}版\s?[)）][)）]?$"
)
_ADOPTED = re.compile(
    r"^[（(](?P<date>[^（）()]{8,20}?日)[^（）()]{4,80}(?:通过|通過|公布|發布|发布|批准|施行)[^（）()]{0,6}[)）]$"
)
_LETTERHEAD = re.compile("[(（【]?(?:發稿|发稿|撰稿人|發言人|发言人|主旨)")
_VALUE_STOP = re.compile("[。；！？!?]")
# `记者 | 张三`, `文／李四`: a bar for a colon, and nothing but names behind it
_BARRED_LABEL = re.compile(
    rf"(?P<label>(?:^|(?<=\s))(?:{labels('author')}|{labels('editor')}))\s?[|丨｜/／]\s?"
    r"(?=[\u4e00-\u9fff·]{2,5}(?:[\s、][\u4e00-\u9fff·]{2,5})*(?:$|\s))"
)
# `来源丨江城日报`, alone in its line
_BARRED_SOURCE = re.compile(rf"^(?P<label>{labels('source')})\s?[|丨｜]\s?(?=[\u4e00-\u9fff·、]{{2,24}}$)")
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
    line = _BARRED_LABEL.sub(r"\g<label>：", _SPACED_LABEL.sub("", line))
    line = _BARRED_SOURCE.sub(r"\g<label>：", line)
    signed = _DATE_AND_PAPER.match(line)
    if signed:
        return Metadata(date=read_date(signed["date"]), source=signed["source"])
    bare = _DATE_TIME.match(line)
    if bare:
        return _read_dated(bare)
    paper = _PAPER_THEN_DATE.match(line)
    if paper and is_bare_date(paper["date"]):
        return Metadata(date=read_date(paper["date"]), source=paper["source"])
    reprinted = (
        _DATE_AND_PAPER.match(line)
        or _PAGE_OF_PAPER.match(line)
        or _PUBLISHED_IN.match(line)
        or _REPRINTED.match(line)
    )
    if reprinted and read_date(reprinted["date"]):
        return Metadata(date=read_date(reprinted["date"]), source=reprinted["source"])
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
        if kind == "title" and len(labels) == 1:
            return Metadata(title=line[label.end() :].strip() or None)
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


def is_letterhead(line: str) -> bool:
    """Whether a line is a press release's own heading (`發稿單位：…`): it is read, but stays in the text."""
    return bool(_LETTERHEAD.match(line))


def date_of_adoption(lines: list[str]) -> str | None:
    """The date in brackets under a law's name (2020年11月26日…会议通过); the line stays in the text."""
    for line in lines[:4]:
        adopted = _ADOPTED.match(line.strip())
        if adopted:
            return read_date(adopted["date"])
    return None


def is_bare_date(line: str) -> bool:
    """Whether a line is a date without a label; at the end of a notice it is its own words."""
    bare = _DATE_TIME.match(line)
    return bare is not None and not bare["rest"].strip()


def merge(first: Metadata, second: Metadata) -> Metadata:
    """`first`, completed by what only `second` tells."""
    return Metadata(
        title=first.title or second.title,
        date=first.date or second.date,
        source=first.source or second.source,
        author=first.author or second.author,
        editor=first.editor or second.editor,
    )
