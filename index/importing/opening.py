"""The opening of a text: headline, what stands above and under it, and where the article itself begins.

Called by `index.importing.composition`. Nothing is left out here but lines that are wholly metadata, buttons
or the headline again; what a line told is returned as `Metadata`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.importing.metadata import Metadata, is_bare_date, is_letterhead, merge, read_line
from index.importing.repair.furniture import is_breadcrumb, is_share_line
from index.script.fold import fold

_HEAD = 10  # lines after the title in which metadata lines and the repeated title may stand
_LONGEST_TITLE = 90
_LONGEST_STANDFIRST = 80
_LEAST_HELD, _WORDS_AROUND = 8, 6
_NOT_SPOKEN = re.compile(r"[\W_]+")
_SENTENCE = re.compile("[。！？!?]")
_MEDIUM = "(?:新闻网|新聞網|门户网站|政府网|网站|日报|日報|晚报|网|網|客户端|频道|新闻中心|人民政府|在线)"
_SITE = re.compile(rf"[\u4e00-\u9fff·]{{1,14}}{_MEDIUM}")
_SITE_BEHIND = re.compile(
    r"(?:\s*[_|｜]\s*|\s+[-–—]+\s*|-{1,2}(?=[\u4e00-\u9fff]))"
    rf"[\u4e00-\u9fffA-Za-z·_\-|｜ ]{{0,16}}{_MEDIUM}$"
)
# The number of an official document (`江府发〔2024〕5号`), which stands between letterhead and title.
_DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s?[〔\[（(【]\s?\d{4}\s?[〕\]）)】]\s?(?:第\s?)?\d{1,5}\s?号"
)
_DOCUMENT_KIND = re.compile(
    r"(?:通知|意见|决定|公告|通告|通报|批复|函|规定|办法|方案|规划|纪要|报告|请示|细则|条例|命令|令|公示)(?:[（(].{1,20}[）)])?$"
)
_SIGNED_BY = re.compile(r"^签发人\s?[:：]")


@dataclass(frozen=True, slots=True)
class Opening:
    """The headline; the lines that remain of the text; what the others told; the lines left out, by kind."""

    title: str
    lines: list[str]
    metadata: Metadata
    told: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)


def spoken(text: str) -> str:
    """`text` folded, without punctuation and blanks: two headlines that differ only so are the same."""
    return _NOT_SPOKEN.sub("", fold(text))


def read_opening(lines: list[str]) -> Opening:
    """The opening of a text whose parts are not marked: its first line is the headline, or nearly so."""
    metadata = Metadata()
    told: list[str] = []
    position = 0
    while position < min(len(lines) - 1, _HEAD):
        found = read_line(lines[position])
        if found is None and not (is_share_line(lines[position]) or is_breadcrumb(lines[position])):
            break
        told.append(lines[position])
        metadata = merge(metadata, found or Metadata())
        position += 1
    if metadata.title:
        return _read_under(metadata.title, lines[position:], metadata, told)
    official = _official_title(lines, position)
    if official is not None:
        title, start, end = official
        return Opening(title, [*lines[position:start], *lines[end:]], metadata, told)
    if len(lines[position]) > _LONGEST_TITLE or lines[position].endswith("。"):
        return Opening(title_from(lines[position]), lines[position:], metadata, told)
    if _is_site_above_title(lines, position):
        told.append(lines[position])
        position += 1
    title, site = _without_site(lines[position])
    return _read_under(title, lines[position + 1 :], metadata, told + site)


def read_under_headline(title: str, lines: list[str], metadata: Metadata) -> Opening:
    """The opening of a body whose headline is known; the fuller of two forms of the headline is kept."""
    return _read_under(title, lines, metadata, [])


def _read_under(title: str, lines: list[str], metadata: Metadata, told: list[str]) -> Opening:
    """Lines under a headline until the article begins: metadata and the headline again are taken out."""
    rest: list[str] = []
    repeated: list[str] = []
    for index, line in enumerate(lines):
        if index >= _HEAD or (_is_prose(line) and not _is_standfirst(lines, index)):
            rest += lines[index:]
            break
        found = read_line(line)
        if is_same_title(line, title):
            repeated.append(line)
            title = max(title, line, key=len)
        elif found is not None and not _tells_an_event(lines, index):
            metadata = merge(metadata, found)
            (rest if is_letterhead(line) else told).append(line)
        elif is_share_line(line) or (metadata.author and spoken(line) == spoken(metadata.author)):
            told.append(line)
        elif _holds_title(line, title):
            repeated.append(line)
        else:
            rest.append(line)
    return Opening(title, rest, metadata, told, repeated)


def _is_standfirst(lines: list[str], position: int) -> bool:
    """Whether a byline stands between a sentence and more: then that is a standfirst, not the text."""
    if len(lines[position]) > _LONGEST_STANDFIRST or not any(map(_is_prose, lines[position + 2 :])):
        return False
    found = [read_line(line) for line in lines[position + 1 : position + 4] if not is_bare_date(line)]
    return any(each is not None and each != Metadata() for each in found)


def _holds_title(line: str, title: str) -> bool:
    """Whether a line is the headline with a word or two around it: `[音频] … 下载`."""
    inner, outer = spoken(title), spoken(line)
    return len(inner) >= _LEAST_HELD and inner in outer and len(outer) - len(inner) <= _WORDS_AROUND


def _official_title(lines: list[str], position: int) -> tuple[str, int, int] | None:
    """Title of an official document and the lines [start, end) that it takes, below letterhead and number."""
    first = range(position, min(position + 5, len(lines)))
    number = next((index for index in first if _DOCUMENT_NUMBER.fullmatch(lines[index])), None)
    if number is None or any(_is_prose(line) for line in lines[position:number]):
        return None
    if number > position and _DOCUMENT_KIND.search(lines[position]) and not lines[position].endswith("文件"):
        return None  # the title stands above its number
    start = number + 1
    while start < len(lines) and _SIGNED_BY.match(lines[start]):
        start += 1
    title = ""
    for end in range(start, min(start + 4, len(lines))):
        if len(title) + len(lines[end]) > 2 * _LONGEST_TITLE or _is_prose(lines[end]):
            break
        title += lines[end]
        if _DOCUMENT_KIND.search(lines[end]):
            return title, start, end + 1
    return None


def _is_site_above_title(lines: list[str], position: int) -> bool:
    """Whether a line is the site's name printed over the headline: the byline follows the line after it."""
    if len(lines) < position + 3 or not _SITE.fullmatch(lines[position]):
        return False
    return len(lines[position + 1]) > 8 and read_line(lines[position + 2]) is not None


def _without_site(title: str) -> tuple[str, list[str]]:
    """A headline without the name of the site behind it (`…_新华网`), and what was taken off."""
    found = _SITE_BEHIND.search(title)
    if found is None or found.start() < 4:
        return title, []
    return title[: found.start()], [found.group()]


def _is_prose(line: str) -> bool:
    """Whether the article itself has begun: what stands under a headline is short and no sentence."""
    return len(line) > 160 or (
        len(line) > 12 and line.endswith(("。", "！", "？")) and read_line(line) is None
    )


def _tells_an_event(lines: list[str], position: int) -> bool:
    """`时间：…` beside `地点：…` is the time of an event, which belongs to the article."""
    around = lines[max(0, position - 2) : position + 3]
    return bool(re.match("(?:时间|時間|日期)", lines[position])) and any(
        re.match(r"(?:地\s?[点點]|主持人?|出席(?:人员|人員)?|参加人员)\s?[:：]", line) for line in around
    )


def is_same_title(line: str, title: str) -> bool:
    """Whether `line` is `title` again, whatever its punctuation, blanks or script."""
    if len(line) > 2 * len(title) + 8:
        return False
    key = spoken(line)
    return bool(key) and key == spoken(title)


def title_from(paragraph: str) -> str:
    """A title for a text that has none: the first sentence of `paragraph`, at most 60 characters."""
    first = _SENTENCE.split(paragraph.strip(), maxsplit=1)[0].strip()
    return first if len(first) <= 60 else first[:59] + "…"
