"""Page furniture around an article: share words, editor lines, footers, notices, related links.

Called by `index.importing.composition`. Furniture is cut only from the ends of a text, never from its
middle, and the weak kinds (an address, a telephone number) only where a strong kind stands before them,
because a notice may well end with its own telephone number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from index.importing.metadata import Metadata, is_bare_date, is_letterhead, merge, read_line
from index.importing.vocabulary import furniture

_SHARE = f"(?:{furniture('share_words')})"
_SHARE_LINE = re.compile(
    rf"^[\[【(（<《]?\s*{_SHARE}(?:[\s|｜丨/、,，·\]】\[【()（）>》]+{_SHARE})*[\s\]】)）|>》]*$"
)
_EDITOR = re.compile(
    r"^[\[【(（]?\s*(?:本文|本期|值班(?:主任|编委|总)?|网络|新闻|责任|責任|[初复终一二三]审|执行|助理|实习|見習|见习|版面|网页)?"
    r"(?:编\s*辑|編\s*輯|责\s*编|責\s*編|校\s*对|校\s*對|审\s*核|編審|编审|终审|初审|复审|监制|录入|核稿|审校|二审|三审|一审)"
    r"(?:员|員|人)?\s*[:：丨|｜/／].{0,40}$|^[\[【(（]?\s*值班(?:主任|编委|总编)\s*[:：丨|｜].{0,40}$"
)
_EDITOR_BARE = re.compile(
    r"^[\[【(（]?\s*(?:责任编辑|責任編輯|责编|責編)(?:\s+[\u4e00-\u9fff]{2,4})+\s*[\])】）]?$"
    r"|^(?:(?:编辑|編輯|校对|校對|审核|審核|监制|值班主任|[初二三终]审)\s+[\u4e00-\u9fff]{2,4}(?:\s+|$)){2,}$"
)
_ORIGINAL_TITLE = re.compile(r"^[（(【\[]?(?:本文)?原(?:标题|標題|题|題)(?:为|為)?\s?[:：《].{0,80}$")
_EDITOR_INSIDE = re.compile(r"(?:责任|責任)(?:编\s?辑|編\s?輯)\s?[:：]")
_FOOTER = re.compile(furniture("footers"), re.I)
_NEIGHBOUR = re.compile(
    rf"^[\[【(（<]?\s*(?:{furniture('neighbour_headings')})\s*(?:[:：\]】)）>].{{0,80}})?$"
)
_CONTACT = re.compile(rf"^.{{0,16}}(?:{furniture('contact_labels')})[)）]?\s*[:：].{{1,80}}$", re.I)
_CONTACT_PERSON = re.compile(r"联系人|聯[絡繫]人|聯繫人|承辦|承办|發言人|发言人|科長|洽詢")
_DISCLAIMER = re.compile(furniture("disclaimers"))
_NOTICE = re.compile(furniture("notices"), re.I)
_TO_VISITORS = re.compile(furniture("visitor_sentences"))
_INLINE_EDITOR = re.compile(
    r"\s*[(（\[【]\s*(?:本文|责任|責任|值班|网络)?\s?(?:编辑|編輯|责编|責編|校对|校對|审核)"
    r"\s*[:：丨/|]?\s*[^()（）\[\]【】。]{0,24}[)）\]】]\s*$"
)
# An agency's day behind the editor (`（編輯：…）1120815`) is part of how it signs, and stays.
_DAY_BEHIND_EDITOR = re.compile(r"(?<=[)）\]】])\s?(?:1?\d{6}|20\d{6})$")
_LINK_AT_END = re.compile(
    r"\s*[\[［]\s*(?:编辑|編輯)(?:\s?[|｜]\s?[^\[\]]{1,8})?\s*[\]］]$"
    r"|\s*(?:返回|点击|查看|更多|进入|阅读)[^。！？，]{0,16}(?:>>|＞＞|→|»)\s*$"
)
_BREADCRUMB = re.compile(
    r"^(?:您|你)?(?:现在|現在|当前|當前|目前|所在)?(?:所在)?的?(?:当前)?位置\s?[:：]"
    r"|^首\s?[页頁]\s?(?:[>＞»/\-]|&gt;)"
)
_COMMENTS = re.compile(
    r"(?:网友|網友|全部|热门|熱門|最新|精彩|精选|所有|用户|读者|讀者)?(?:评论|評論|跟帖|跟贴|留言)(?:区|列表)?"
    r"\s?(?:[(（]?\d+[)）]?\s?条?)?|聊天室|聊天區|(?:网友|網友|观众|現場|现场)?互[动動](?:区|區|交流|聊天)?"
)
_COUNTED_COMMENTS = re.compile(
    r"(?:共|有|全部)?\s?\d+\s?[则則条條个個篇]?\s?(?:评论|評論|跟帖|跟贴|留言|回复|回覆|回應|回应)(?:$|[\s)）])"
)
_BEFORE_LINKS = re.compile(rf"^[\[【(（<]?\s*(?:{furniture('neighbour_headings')})(?:$|[\s:：\]】)）>|｜])")
_MOST_NEIGHBOURS = 25
_LONGEST_NOTICE = 60
_SENTENCE = re.compile("[，。！？；]")
_SENTENCE_ENDS = ("。", "！", "？", "」", "”")


class _Kind(Enum):
    STRONG = 1
    METADATA = 2
    WEAK = 3
    OWN = 4


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left of the lines of an article, and what was left out at the end."""

    lines: list[str]
    furniture: tuple[str, ...]
    metadata_lines: tuple[str, ...]
    metadata: Metadata


def _kind(line: str) -> tuple[_Kind, Metadata | None]:
    if len(line) <= 60 and _SHARE_LINE.match(line):
        return _Kind.STRONG, None
    if is_editor_line(line):
        return _Kind.STRONG, _told_beside_editor(line)
    if len(line) <= 120 and (_ORIGINAL_TITLE.match(line) or _FOOTER.search(line) or _NEIGHBOUR.match(line)):
        return _Kind.STRONG, None
    if len(line) <= 400 and _DISCLAIMER.search(line[:200]):
        return _Kind.STRONG, None
    metadata = read_line(line)
    if metadata is not None and not (is_bare_date(line) or is_letterhead(line)):
        return _Kind.METADATA, metadata
    if _CONTACT.match(line) and not _CONTACT_PERSON.search(line):
        return _Kind.WEAK, None
    return _Kind.OWN, None


def _told_beside_editor(line: str) -> Metadata | None:
    """What else an editor line tells: `本文来源：新京报 责任编辑：…`; its author is no author."""
    found = read_line(line)
    return None if found is None else Metadata(date=found.date, source=found.source)


def is_share_line(line: str) -> bool:
    """Whether a line holds nothing but words of buttons."""
    return len(line) <= 60 and bool(_SHARE_LINE.match(line))


def is_editor_line(line: str) -> bool:
    """Whether a line names the editor, as the last line of an article does."""
    return bool(_EDITOR.match(line) or _EDITOR_BARE.match(line)) or (
        len(line) <= 80 and bool(_EDITOR_INSIDE.search(line))
    )


def is_tail_mark(line: str) -> bool:
    """Whether a line of a page can only stand behind an article's body: an editor line, a disclaimer."""
    return is_editor_line(line) or (len(line) <= 400 and bool(_DISCLAIMER.search(line[:200])))


def is_footer(line: str) -> bool:
    """Whether a line belongs to the foot of a site: licences, copyright, disclaimers."""
    return len(line) <= 400 and bool(_FOOTER.search(line) or _DISCLAIMER.search(line[:200]))


def is_contact_line(line: str) -> bool:
    """Whether a line tells who runs a site and how to reach them: `主办：…　地址：…`."""
    return len(line) <= 120 and bool(_CONTACT.match(line)) and not _CONTACT_PERSON.search(line)


def is_comment_heading(line: str) -> bool:
    """Whether a line heads the comments of readers, or counts them."""
    return (len(line) <= 24 and bool(_COMMENTS.fullmatch(line))) or (
        len(line) <= 40 and not _SENTENCE.search(line) and bool(_COUNTED_COMMENTS.search(line))
    )


def ends_with_editor(line: str) -> bool:
    """Whether the editor signs behind a line's last sentence, as at the end of an article."""
    found = _INLINE_EDITOR.search(_DAY_BEHIND_EDITOR.sub("", line))
    return found is not None and line[: found.start()].endswith(_SENTENCE_ENDS)


def begins_neighbours(line: str) -> bool:
    """Whether a line begins with the heading of other articles; their headlines may follow in it."""
    return bool(_BEFORE_LINKS.match(line))


def is_neighbour_heading(line: str) -> bool:
    """Whether a line heads a list of other articles (`相关新闻`, `推荐阅读`)."""
    return len(line) <= 40 and bool(_NEIGHBOUR.match(line))


def is_breadcrumb(line: str) -> bool:
    """Whether a line tells where on a site the page stands: `当前位置：首页 > 新闻`."""
    return len(line) <= 80 and bool(_BREADCRUMB.match(line))


def is_page_notice(line: str) -> bool:
    """Whether a line of a page speaks to its visitor instead of its reader, wherever it stands."""
    if len(line) > _LONGEST_NOTICE:
        return False
    return bool(_SHARE_LINE.match(line) or _TO_VISITORS.search(line)) or (
        not line.endswith(("。", "！", "？")) and bool(_NOTICE.search(line))
    )


def without_link_at_end(line: str) -> str:
    """`line` without a link of the page behind its last sentence (`…。返回首页>>`)."""
    return _LINK_AT_END.sub("", line)


def _before_strong(kinds: list[tuple[_Kind, Metadata | None]]) -> list[tuple[_Kind, Metadata | None]]:
    """The kinds of lines that stand before the first strong one."""
    first = next((index for index, (kind, _) in enumerate(kinds) if kind is _Kind.STRONG), len(kinds))
    return kinds[:first]


def _without_neighbours(lines: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """`lines` without a list of other articles at the end: a heading and only short lines behind it."""
    for position in range(len(lines) - 1, max(0, len(lines) - _MOST_NEIGHBOURS), -1):
        line = lines[position]
        if is_neighbour_heading(line) and position < len(lines) - 1:
            return lines[:position], tuple(lines[position:])
        if len(line) > _LONGEST_NOTICE or line.endswith(("。", "！", "；")):
            break
    return lines, ()


def cut_tail(lines: list[str]) -> Cut:
    """Cut furniture and metadata lines from the end of an article's clean lines."""
    lines, neighbours = _without_neighbours(lines)
    kinds: list[tuple[_Kind, Metadata | None]] = []
    start = len(lines)
    while start and len(lines) - start < 60:
        kind = _kind(lines[start - 1])
        if kind[0] is _Kind.OWN:
            break
        kinds.append(kind)
        start -= 1
    kinds.reverse()
    # Weak lines stay with the article until something strong has been seen.
    while any(kind is _Kind.WEAK for kind, _ in _before_strong(kinds)):
        kinds.pop(0)
        start += 1
    if start == 0:  # nothing would be left: such a text is not furniture only because it looks so
        return Cut(lines, neighbours, (), Metadata())
    left_out: list[str] = []
    told: list[str] = []
    metadata = Metadata()
    for line, (kind_, found) in zip(lines[start:], kinds, strict=True):
        metadata = merge(metadata, found or Metadata())
        (told if kind_ is _Kind.METADATA else left_out).append(line)
    rest = lines[:start]
    inline = _INLINE_EDITOR.search(rest[-1])
    if inline:
        left_out.insert(0, inline.group().strip())
        rest[-1] = rest[-1][: inline.start()]
        if not rest[-1]:
            rest.pop()
    return Cut(rest, (*left_out, *neighbours), tuple(told), metadata)
