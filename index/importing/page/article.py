"""A page to a draft: brings headline, byline, body and head together and decides between them.

Called by the readers for everything that is HTML inside.
"""

from __future__ import annotations

import re

from lxml import etree

from index.errors import ReadError
from index.importing.composition import finish, remember
from index.importing.encoding import Decoded
from index.importing.metadata import Metadata, merge
from index.importing.opening import spoken
from index.importing.page.byline import (
    Byline,
    edited_last,
    field_of,
    is_labelled,
    is_medium,
    is_published_stamp,
    is_stamp,
    read_byline,
)
from index.importing.page.content import Content, find_content
from index.importing.page.embedded import embedded_text
from index.importing.page.fields import without_index
from index.importing.page.head import Head, account, read_head, script_dates, script_source, title_date
from index.importing.page.headline import Headline, anchor, find_headline
from index.importing.page.lines import Line, lay_out
from index.importing.page.tree import parse
from index.importing.page.verdict import judge
from index.model import DateOrigin, Draft

_BEFORE = 4  # lines above the headline that may carry the byline
_FAR_BEFORE = 16
_AFTER = 20  # lines below it
_BEHIND = 8  # lines behind the body
_PROSE = 30  # characters of a sentence that belongs to the article itself
_OPENING = 4  # paragraphs that an abstract may repeat
_LEAST_ABSTRACT = 20
_BROKEN_OFF = re.compile(r"\s*(?:\.{2,}|…+)\s*$")
_ABSTRACT = re.compile(r"^(?:内容)?(?:摘要|提要|导读|簡介|简介)\s*[:：]\s*")
_TRADITIONAL = re.compile("[發佈時間來單國會]")
_CELLS = ("td", "th")
_LONGEST_CELL = 60
_PERSONS = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[\s、,，]+[\u4e00-\u9fff·]{2,4})*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ANSWERED = re.compile(r"(?:答[复覆]|回[复覆]|办理|承办)(?:单位|單位|部门|部門|机构|機關)\s?(?:[:：]|$)")
_URL_DATE = re.compile(r"/(20[0-2]\d)[-/_]?(0[1-9]|1[0-2])[-/_]?([0-2]\d|3[01])(?:[/_.t-]|$)")


def read_page(decoded: Decoded, name: str) -> Draft:
    """The article of a page. Raises ReadError: damaged, no_article, list_page, soft_404."""
    root = parse(decoded.text, name)
    head = read_head(root, decoded.text)
    lines = lay_out(root)
    remember(line.text for line in lines)
    certain = anchor(lines, head)
    content = find_content(lines, certain)
    headline = find_headline(lines, head, content.start, certain)
    near = [*_around(lines, content, headline.line), *_answered(lines)]
    republic = bool(_TRADITIONAL.search("".join(line.text for line in near)))
    byline = read_byline(near, republic=republic)
    verdict = judge(lines, content, headline.text, head, dated=bool(byline.date))
    if verdict:
        paragraphs = embedded_text(head, decoded.text, name) if verdict != "reason.soft_404" else []
        if not paragraphs:
            raise ReadError(verdict, path=name)
        left_out: list[Line] = []
        behind = Byline()
    else:
        kept, left_out = _body_lines(content, headline)
        paragraphs = _rows_joined(kept)
        behind = read_byline(_behind(lines, content), republic=republic)
    metadata, origin = _decide(head, byline, behind, decoded.text)
    if metadata.date is None and (edited := edited_last(lines)):
        metadata, origin = merge(metadata, Metadata(date=edited)), DateOrigin.PRINTED
    return finish(
        headline.text,
        paragraphs,
        metadata,
        decoded,
        date_origin=origin,
        left_out=[line.text for line in left_out],
        url=head.url,
        site=_site(head, headline.text),
        person=_person(head, metadata.source),
    )


def _rows_joined(lines: list[Line]) -> list[str]:
    """The texts of the body; the cells of a table's row stand on one line."""
    texts: list[str] = []
    last: etree._Element | None = None  # the cell of the line before, if it may be one of a row of values
    for line in lines:
        block = line.block
        cell = block if block.tag in _CELLS else block.getparent()
        if cell is None or cell.tag not in _CELLS or len(line.text) > _LONGEST_CELL:
            cell = None
        if (
            cell is not None
            and last is not None
            and cell is not last
            and cell.getparent() is last.getparent()
        ):
            texts[-1] += f"\u3000{line.text}"
        else:
            texts.append(line.text)
        last = cell
    return texts


def _body_lines(content: Content, headline: Headline) -> tuple[list[Line], list[Line]]:
    """The lines of the body, and those of its element that stand before or behind it."""
    kept, opening = _without_opening(content.lines, headline.line)
    kept, fields = without_index(kept)
    kept, ends = _without_ends(kept)
    ends += fields
    for place, line in enumerate(kept[:_OPENING]):
        if _is_cut_short(line.text, kept[place + 1 : place + _OPENING]):
            ends.append(kept.pop(place))
            break
    while len(kept) > 1 and (is_stamp(kept[0]) or field_of(kept[0])):
        ends.append(kept.pop(0))
    under = [line for line in kept[1:_OPENING] if is_published_stamp(line)]  # a standfirst comes before it
    kept, ends = [line for line in kept if line not in under], [*ends, *under]
    return kept, [*opening, *ends, *content.left_out]


def _is_cut_short(text: str, following: list[Line]) -> bool:
    """Whether a line is a paragraph behind it, broken off with dots, as an abstract made by the page is."""
    beginning = _BROKEN_OFF.sub("", _ABSTRACT.sub("", text))
    return (
        beginning != text
        and len(beginning) >= _LEAST_ABSTRACT
        and any(spoken(line.text).startswith(spoken(beginning)) for line in following)
    )


def _without_opening(lines: list[Line], headline: int) -> tuple[list[Line], list[Line]]:
    """The lines behind the headline, where the headline stands inside the body's element."""
    if headline < 0:
        return lines, []
    before = [line for line in lines if line.index < headline]
    words = sum(line.own for line in before)
    if words > 0.3 * (sum(line.own for line in lines) or 1):
        return [line for line in lines if line.index != headline], []
    return [line for line in lines if line.index > headline], before


def _without_ends(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The body without short lines at both ends that lead elsewhere: links, headings, single words."""
    start, end = 0, len(lines)
    while start < end - 1 and (
        (lines[start].linked > 0.8 * len(lines[start].text) and len(lines[start].text) < 40)
        or lines[start].text.isdecimal()
    ):
        start += 1
    while end > start + 1:
        line = lines[end - 1]
        text = line.text
        leads = line.linked > 0.6 * len(text) and len(text) < 60 and not text.endswith("。")
        word = len(text) <= 3 and not text.endswith(("。", "！", "？", "）", ")", "完"))
        if not (leads or word or (line.block.tag in ("h1", "h2", "h3", "h4", "h5", "h6") and line.own < 30)):
            break
        end -= 1
    return lines[start:end], [*lines[:start], *lines[end:]]


def _around(lines: list[Line], content: Content, headline: int) -> list[Line]:
    """The lines that may carry the byline, those below the headline first."""
    start = content.start
    if headline < 0:
        return lines[max(0, start - 10) : start + 5]
    prose = next(
        (line.index for line in content.lines if line.own >= _PROSE and line.text.endswith("。")), start
    )
    below = lines[headline + 1 : max(headline + 2, min(headline + _AFTER, max(start + 2, prose)))]
    if start < headline:
        below = lines[headline + 1 : headline + 6]
    near = lines[max(0, headline - _BEFORE) : headline]
    far = lines[max(0, headline - _FAR_BEFORE) : max(0, headline - _BEFORE)]
    above = [*_labelled(far), *near]
    return [*below, *reversed(above)]


def _labelled(lines: list[Line]) -> list[Line]:
    """Of lines far from the headline (a table of index fields) those with a label, and their values."""
    wanted = {index for line in lines if is_labelled(line) for index in (line.index, line.index + 1)}
    return [line for line in lines if line.index in wanted]


def _answered(lines: list[Line]) -> list[Line]:
    """The lines that tell who answered a letter, which stand far below it."""
    found = next((line.index for line in lines if _ANSWERED.match(line.text)), None)
    return [] if found is None else lines[found : found + 2]


def _behind(lines: list[Line], content: Content) -> list[Line]:
    if not content.lines:
        return []
    last = content.lines[-1].index
    return [line for line in lines[max(0, last - 2) : last + _BEHIND] if len(line.text) < 120]


def _decide(head: Head, byline: Byline, behind: Byline, page: str) -> tuple[Metadata, DateOrigin]:
    """Which date, source and author of those told; what is printed at the headline comes first."""
    from_url = _URL_DATE.search(head.url or "")
    candidates = (
        (byline.date, DateOrigin.PRINTED),
        (head.date, DateOrigin.META),
        (title_date(head), DateOrigin.META),
        (behind.date, DateOrigin.PRINTED),
        (head.timed, DateOrigin.META),
        ("-".join(from_url.groups()) if from_url else None, DateOrigin.META),
    )
    date, origin = next(((date, origin) for date, origin in candidates if date), (None, DateOrigin.NONE))
    if date is None:
        date, origin = next(script_dates(page), None) or head.chosen_date, DateOrigin.META
    sources = (
        byline.source if byline.source_labelled else None,
        head.source,
        behind.source if behind.source_labelled else None,
        account(page),
        byline.source,
    )
    source = next((source for source in sources if source), None) or script_source(page)
    author = byline.author or behind.author
    if author and (author.isascii() or len(author) > 30 or (source and spoken(author) == spoken(source))):
        author = None
    return Metadata(date=date, source=source, author=author), origin


def _person(head: Head, source: str | None) -> str | None:
    """The author that the head names, if it is a person and not the site or a machine."""
    name = (head.author or "").strip()
    if (
        not _PERSONS.fullmatch(name)
        or name in head.page_title
        or name == head.site
        or (source and name in source)
    ):
        return None
    return name


def _site(head: Head, title: str) -> str | None:
    """The name of the site: og:site_name, else the last part of <title> behind the headline."""
    if head.site and not head.site.isascii():
        return head.site
    rest = head.page_title.replace(title, "", 1)
    parts = [part.strip() for part in re.split(r"[-_|｜–—>]+", rest) if part.strip()]
    named = [
        part
        for part in parts
        if re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9·]{2,16}(?: [A-Za-z.]{2,12})?", part)
        and not (part.isascii() or _YEAR.search(part))
    ]
    return next((part for part in reversed(named) if is_medium(part)), named[-1] if named else None)
