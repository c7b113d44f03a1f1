"""The headline of a page, from its headings, its meta tags and its <title> together.

Called by `index.importing.page.article`. The heading that stands in the page and also in <title> is the
headline; a meta tag alone may be cut or carry the site's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from index.importing.opening import spoken
from index.importing.page.byline import is_label_alone, is_labelled, is_stamp
from index.importing.page.head import Head
from index.importing.page.lines import Line

_HEADINGS = {"h1": 3.0, "h2": 2.0, "h3": 1.5, "h4": 1.0}
_TITLE_CLASS = re.compile(
    r"(?i)(?:^|[\W_])(?:(?:art(?:icle)?|news|main|page|content|detail|h|doc|post|text|info|entry)?[-_]?(?:title|tit|headline|bt|biaoti)\d?)(?:$|[\W_])"
)
_BEYOND_DOUBT = 7.0  # score: a heading that <title> begins with, or one that both <title> and meta tags have
_IN_BRACKETS = re.compile(r"[（(].*[）)]")  # what explains a headline, such as which of two towns is meant
_LONGEST_SITE = 7  # characters of a <title> that may be the site's name rather than a headline
_SOME_PROSE = 60  # characters of sentences
_TITLE_LABEL = re.compile(
    r"(?:主\s*旨|[标標]\s*[题題]|[题題]\s*目)\s*[:：]\s*|(?:信件|来信|留言|公告|文章)(?:标题|標題|主题)\s*[:：]?\s*(?=$)"
    r"|(?:信息|文件|公文|政策|資料|资料|文章)?名\s*[称稱]\s*[:：]\s*(?=$)"
)
_INDEX_NUMBER = re.compile(r"索\s*引\s*[号號码碼]")
_SAME_TABLE = 16  # lines
_LEAST_LABELLED, _MOST_INLINE = 6, 40
_SHARE_BEHIND = 0.3
_LARGE = frozenset(("5", "6", "7", "+2", "+3", "+4"))  # sizes of <font>
_SEPARATORS = re.compile(r"\s*(?:[_|｜–—»«>-]{1,3}|::|--)\s*")
_BREADCRUMB = re.compile(r"[>＞»]|当前位置|首页\s|您的位置|所在位置|現在位置|目前位置")
# What stands over any article of a site: `留言详情`, `新闻正文`.
_OF_ANY_PAGE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6})?(?:详情|詳情|详细(?:内容|信息)|詳細內容|正文|内容页|内容详情)(?:[页頁](?:面)?)?"
)
_ORIGINAL = re.compile(r"^[（(【\[]?\s*(?:本文)?原(?:标|標)题\s*[:：]")


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline, and the number of its line in the page (-1 if it stands only in the head)."""

    text: str
    line: int


def find_headline(lines: list[Line], head: Head, body_start: int, certain: int | None) -> Headline:
    """The headline of a page whose body begins at line `body_start`; "" if the page has none.

    `certain` is what `anchor` found.
    """
    page_title = spoken(head.page_title)
    if certain is None or spoken(lines[certain].text) not in page_title:
        labelled = _labelled_title(lines[: body_start + 12])
        if labelled is not None:
            return labelled
    if certain is not None:
        text, last = _joined(lines, lines[certain], head)
        return Headline(_completed(text, head), last)
    told = [spoken(title) for title in head.titles]
    best: tuple[float, Line] | None = None
    for line in lines[: body_start + 12]:
        score = _score(line, page_title, told, body_start)
        if score is not None and (best is None or score > best[0]):
            best = (score, line)
    if best is not None:
        text, last = _joined(lines, best[1], head)
        return Headline(_completed(text, head), last)
    above = _called_title(lines[: body_start + 3]) or _above_stamp(lines, body_start)
    if above is not None and not any(spoken(title) for title in head.titles):
        return Headline(above.text, above.index)
    return Headline(_from_head(head), -1)


def _labelled_title(lines: list[Line]) -> Headline | None:
    """The headline that a label names (`主　　旨：…`), in the line itself or in the cell behind it."""
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        found = _TITLE_LABEL.match(line.text)
        if found is None:
            continue
        if len(spoken(line.text[found.end() :])) >= _LEAST_LABELLED:
            return Headline(line.text[found.end() :].strip(), line.index)
        if "名" in found.group() and not _in_index(lines, place):
            continue
        if following is not None and found.end() == len(line.text) and _may_be_headline(following):
            again = (other for other in lines[place + 2 :] if spoken(other.text) == spoken(following.text))
            return Headline(following.text, max((other.index for other in again), default=following.index))
    return None


def _in_index(lines: list[Line], place: int) -> bool:
    """Whether a line stands in the table of index fields that governments print above a document."""
    around = lines[max(0, place - _SAME_TABLE) : place + _SAME_TABLE]
    return any(_INDEX_NUMBER.match(line.text) for line in around)


def _called_title(lines: list[Line]) -> Line | None:
    """The line whose words an element within it calls a title: `<font class=title>`."""
    for line in lines:
        if _may_be_headline(line):
            for element in islice(line.block.iter("font", "span", "b", "strong"), _MOST_INLINE):
                called = _TITLE_CLASS.search(element.get("class") or "") or element.get("size") in _LARGE
                if called and spoken("".join(map(str, element.itertext()))) == spoken(line.text):
                    return line
    return None


def _above_stamp(lines: list[Line], body_start: int) -> Line | None:
    """The line over the line of date and source: the headline of pages whose <title> names only the site."""
    for line in lines[max(0, body_start - 12) : body_start + 3]:
        if is_stamp(line) or is_labelled(line):
            return _above(lines, line)
    return None


def _above(lines: list[Line], stamp: Line) -> Line | None:
    """The line over `stamp` that may be its headline: a heading rather than what stands under it."""
    near = lines[max(0, stamp.index - 3) : stamp.index]
    menu = max((line.index for line in near if line.linked > 0.5 * len(line.text)), default=-1)
    found = [
        line
        for line in near
        if line.index > menu
        and _may_be_headline(line)
        and not (line.index and is_label_alone(lines[line.index - 1]))
    ]
    return max(found, key=lambda line: (_surroundings(line)[0] >= _HEADINGS["h2"], line.index), default=None)


def _may_be_headline(line: Line) -> bool:
    """Whether a line over a stamp may be a headline: no link, no sentence, no label."""
    return (
        6 <= len(spoken(line.text)) <= 80
        and line.linked < 0.5 * len(line.text)
        and not line.text.endswith("。")
        and not (len(line.text) > 36 and line.text.endswith(("...", "…")))
        and not _BREADCRUMB.search(line.text)
        and not (is_stamp(line) or is_labelled(line))
    )


def anchor(lines: list[Line], head: Head) -> int | None:
    """The line that is beyond doubt the headline, found before the body is; None where there is doubt."""
    page_title = spoken(head.page_title)
    told = [spoken(title) for title in head.titles]
    scores = [
        (score, -line.index)
        for line in _before_prose(lines)
        if (score := _score(line, page_title, told, line.index + 1))
    ]
    best = max(scores, default=(0.0, 0))
    if best[0] >= _BEYOND_DOUBT:
        return -best[1]
    broken = next((line for line in _before_prose(lines) if _is_told_in_parts(lines, line, head)), None)
    if broken is not None:
        return broken.index
    for line in lines:
        labelled = is_labelled(line)
        above = _above(lines, line) if labelled or is_stamp(line) else None
        if above is not None and (labelled or _is_heading(above)):
            return above.index if _prose(lines[line.index :]) >= _SHARE_BEHIND * _prose(lines) else None
    return None


def _is_told_in_parts(lines: list[Line], first: Line, head: Head) -> bool:
    """Whether a line and those behind it are together what the head names as the title."""
    text, last = _joined(lines, first, head)
    return last > first.index and spoken(text) in {spoken(title) for title in head.titles}


def _prose(lines: list[Line]) -> int:
    """Characters of lines that end as sentences do: most of an article stands behind its headline."""
    return sum(line.own for line in lines if line.text.endswith("。"))


def _before_prose(lines: list[Line]) -> Iterator[Line]:
    """The lines before the article's text; behind it only headings: a signature may be the site's name."""
    prose = 0
    for line in lines:
        if prose < _SOME_PROSE or _surroundings(line)[0]:
            yield line
        if line.text.endswith("。") and line.own > 0.5 * len(line.text):
            prose += line.own


def _is_heading(line: Line) -> bool:
    rank, named = _surroundings(line)
    return rank >= _HEADINGS["h3"] or named


def _score(line: Line, page_title: str, told: list[str], body_start: int) -> float | None:
    """How well a line fits as headline; None if it cannot be one."""
    key = spoken(line.text)
    if not 2 <= len(key) <= 120 or _BREADCRUMB.search(line.text) or _ORIGINAL.match(line.text):
        return None
    if _OF_ANY_PAGE.fullmatch(line.text):
        return None
    heading, names = _surroundings(line)
    elsewhere = line.linked > 0.5 * len(line.text) and not heading and key not in told
    if elsewhere and (key != page_title or len(key) <= _LONGEST_SITE):
        return None  # a section of the site, or its name
    score = 0.0
    if key in told:
        score += 4
    elif any(key in title or (title and title in key) for title in told if len(title) > 5 and len(key) > 5):
        score += 2
    of_site = told and not score and key in page_title and not page_title.startswith(key)
    if page_title and not of_site:
        if page_title == key:
            score += 8
        elif page_title.startswith(key) and len(key) >= (2 if heading >= _HEADINGS["h1"] else 4):
            score += 2 + 6 * len(key) / len(page_title)
        elif key in page_title and len(key) >= 6:
            score += 1 + 6 * len(key) / len(page_title)
        elif len(page_title) >= 6 and key.startswith(page_title):
            score += 3
    if not score and not (heading >= 2 or names):
        return None
    if not score:
        score -= 1.5 if page_title and len(page_title) > 12 else 0.0
    score += heading + (1.5 if names else 0.0)
    if _IN_BRACKETS.fullmatch(line.text):
        score -= 3.0
    if line.linked > 0.5 * len(line.text):
        score -= 2.0 if heading < 3 else 1.0
    if line.index > body_start:
        score -= 2.5
    elif body_start - line.index < 25:
        score += 1.0
    return score if score >= 3 else None


def _surroundings(line: Line) -> tuple[float, bool]:
    """The rank of the heading around a line, and whether class or id call it a title."""
    rank, named = 0.0, False
    element = line.block
    for _ in range(2):
        rank = max(rank, _HEADINGS.get(str(element.tag), 0.0))
        named = named or bool(_TITLE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}"))
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return rank, named


def _joined(lines: list[Line], first: Line, head: Head) -> tuple[str, int]:
    """A headline printed on several lines, as <title> has it in one; with the number of its last line."""
    whole = [spoken(title) for title in (head.page_title, *head.titles) if title]
    text, last = first.text, first.index
    for line in lines[first.index + 1 : first.index + 4]:
        longer = f"{text}{line.text}" if not text[-1:].isascii() else f"{text} {line.text}"
        key = spoken(longer)
        if len(line.text) < 4 or key == spoken(text) or not any(title.startswith(key) for title in whole):
            break
        text, last = longer, line.index
    return text, last


def _completed(text: str, head: Head) -> str:
    """The printed headline; where the page cut it, the longer form of the head if it has one."""
    key = spoken(text)
    cut = text.endswith(("...", "…", ".."))
    for title in head.titles:
        if (
            cut
            and len(spoken(title)) > len(key) + 1
            and spoken(title).startswith(key)
            and not title.endswith(("...", "…"))
        ):
            return strip_site(title, head)
    return text


def _from_head(head: Head) -> str:
    for title in (*head.titles, head.page_title):
        if spoken(title):
            return strip_site(title, head)
    return ""


def strip_site(title: str, head: Head) -> str:
    """`title` without the names of section and site behind (or before) it."""
    parts = [part for part in _SEPARATORS.split(title) if part]
    if len(parts) < 2:
        return title.strip()
    if head.site and spoken(parts[0]) == spoken(head.site):
        parts = parts[1:]
    first = parts[0]
    longest = max(parts, key=len)
    chosen = first if len(first) >= 8 or len(first) >= 0.5 * len(longest) else longest
    # A separator inside the headline itself (a dash between two halves): keep both halves.
    start = title.find(chosen)
    end = start + len(chosen)
    position = parts.index(chosen)
    if position + 1 < len(parts) - 1 and len(parts[position + 1]) >= 10:
        end = title.find(parts[position + 1], end) + len(parts[position + 1])
    return title[start:end].strip()
