"""From the text of one article, as it came, to a clean `Draft`: the common end of every reader.

`compose` is for prose whose parts are not marked (plain text, word processors); `compose_record` for records
whose title and body are given and kept word for word; `finish` for readers that found title and body
themselves (web pages). All repairs happen here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from index.errors import ReadError
from index.importing.dateline import medium, reporters
from index.importing.dates import read_date
from index.importing.encoding import Decoded
from index.importing.inference import infer_date
from index.importing.metadata import Metadata, is_bare_date, merge, read_line
from index.importing.repair.blanks import clean_blanks, join_wrapped
from index.importing.repair.furniture import cut_tail, is_breadcrumb, is_share_line, without_link_at_end
from index.importing.repair.gloss import undo_glosses
from index.importing.repair.mojibake import undo_mojibake
from index.model import DateOrigin, Draft, Repair, RepairKind
from index.script.fold import fold

_HEAD = 10  # lines after the title in which metadata lines and the repeated title may stand
_LONGEST_TITLE = 90
_NOT_SPOKEN = re.compile(r"[\W_]+")
_PARAGRAPH_END = tuple("。！？；!?;")
_SENTENCE = re.compile("[。！？!?]")
_MEDIUM = "(?:新闻网|新聞網|门户网站|政府网|网站|日报|日報|晚报|网|網|客户端|频道|新闻中心|人民政府|在线)"
_SITE = re.compile(rf"[\u4e00-\u9fff·]{{1,14}}{_MEDIUM}")
_SITE_BEHIND = re.compile(
    rf"(?:\s*[_|｜]\s*|\s+[-–—]+\s*|-{{1,2}})[\u4e00-\u9fffA-Za-z·_\-|｜ ]{{0,16}}{_MEDIUM}$"
)


@dataclass(slots=True)
class _Work:
    """An article on its way to a draft."""

    repairs: list[Repair] = field(default_factory=list)

    def note(self, repair: Repair | None) -> None:
        if repair is not None and repair.count:
            self.repairs.append(repair)

    def left_out(self, kind: RepairKind, pieces: tuple[str, ...] | list[str]) -> None:
        if pieces:
            self.repairs.append(Repair(kind, len(pieces), "\u2424".join(pieces)[:80], ""))


def spoken(text: str) -> str:
    """`text` folded, without punctuation and blanks: two headlines that differ only so are the same."""
    return _NOT_SPOKEN.sub("", fold(text))


def compose(decoded: Decoded, name: str) -> Draft:
    """The draft of a plain text whose first line is the headline. Raises ReadError(reason.empty)."""
    work = _Work()
    text = _mended(decoded.text, work)
    text, wrapped = join_wrapped(text)
    work.note(wrapped)
    text, blanks = clean_blanks(text)
    work.note(blanks)
    lines = text.split("\n") if text else []
    if not any(spoken(line) for line in lines):
        raise ReadError("reason.empty", path=name)
    title, lines, metadata = _read_head(lines, work)
    if lines:
        cut = cut_tail(lines)
        work.left_out(RepairKind.FURNITURE, cut.furniture)
        work.left_out(RepairKind.METADATA_LINE, cut.metadata_lines)
        lines = cut.lines
        metadata = merge(metadata, cut.metadata)
    body = "\n".join(lines) or title
    return _draft(title, body, metadata, decoded, work, DateOrigin.PRINTED)


def _mended(text: str, work: _Work) -> str:
    text, mojibake = undo_mojibake(text)
    work.note(mojibake)
    text, glosses = undo_glosses(text)
    work.note(glosses)
    return text


def _read_head(lines: list[str], work: _Work) -> tuple[str, list[str], Metadata]:
    """The title, the lines that remain, and what the lines under the title tell."""
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
        title = metadata.title
    elif len(lines[position]) > _LONGEST_TITLE or lines[position].endswith("。"):
        work.left_out(RepairKind.METADATA_LINE, told)
        return title_from(lines[position]), lines[position:], metadata
    else:
        if _is_site_above_title(lines, position):
            told.append(lines[position])
            position += 1
        title, site = _without_site(lines[position])
        told += site
        position += 1
    rest: list[str] = []
    repeated: list[str] = []
    for index, line in enumerate(lines[position:]):
        if index >= _HEAD or _is_prose(line):
            rest += lines[position + index :]
            break
        found = read_line(line)
        if is_same_title(line, title):
            repeated.append(line)
            title = max(title, line, key=len)
        elif found is not None and not _tells_an_event(lines, position + index):
            told.append(line)
            metadata = merge(metadata, found)
        elif is_share_line(line):
            told.append(line)
        else:
            rest.append(line)
    work.left_out(RepairKind.METADATA_LINE, told)
    work.left_out(RepairKind.REPEATED_TITLE, repeated)
    return title, rest, metadata


def _is_site_above_title(lines: list[str], position: int) -> bool:
    """Whether a line is the site's name printed over the headline: the byline follows the line after it."""
    if len(lines) < position + 3 or not _SITE.fullmatch(lines[position]):
        return False
    return len(lines[position + 1]) > 8 and read_line(lines[position + 2]) is not None


def _without_site(title: str) -> tuple[str, list[str]]:
    """A headline without the name of the site behind it (`…_新华网`), and what was taken off."""
    found = _SITE_BEHIND.search(title)
    if found is None or found.start() < 6:
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
        re.match(r"(?:地\s?[点點]|主持人|出席)", line) for line in around
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


def compose_record(
    title: str,
    body: str,
    *,
    date: str | None,
    date_origin: DateOrigin,
    date_reason: str = "",
    **fields: object,
) -> Draft:
    """The draft of a record: its words are kept, only damage is mended and white space put in order."""
    work = _Work()
    body, blanks = clean_blanks(_mended(body, work))
    work.note(blanks)
    title = " ".join(_mended(title, work).split())
    if not title:
        first, _, rest = body.partition("\n")
        if rest and len(first) <= _LONGEST_TITLE and not first.endswith(_PARAGRAPH_END):
            title, body = first, rest
        else:
            title = title_from(first)
    return Draft(
        title=title,
        body=body,
        date=date,
        date_origin=date_origin,
        date_reason=date_reason,
        repairs=tuple(work.repairs),
        **fields,  # type: ignore[arg-type]
    )


def finish(
    title: str,
    paragraphs: list[str],
    metadata: Metadata,
    decoded: Decoded,
    *,
    date_origin: DateOrigin,
    left_out: list[str],
    url: str | None,
    site: str | None,
) -> Draft:
    """The draft of a page whose title, paragraphs and metadata were found.

    `site` is taken as source where neither page nor dateline name one; `left_out` are the page's lines
    beside the body, counted as furniture.
    """
    work = _Work()
    title = " ".join(_mended(title, work).split())
    joined = "\n".join(without_link_at_end(paragraph) for paragraph in paragraphs)
    text, blanks = clean_blanks(_mended(joined, work))
    work.note(blanks)
    lines, metadata = _read_opening(text.split("\n") if text else [], title, metadata, work)
    if lines:
        cut = cut_tail(lines)
        work.left_out(RepairKind.FURNITURE, [*left_out, *cut.furniture])
        work.left_out(RepairKind.METADATA_LINE, cut.metadata_lines)
        lines = cut.lines
        metadata = merge(metadata, cut.metadata)
    draft = _draft(title, "\n".join(lines), metadata, decoded, work, date_origin, url=url)
    return draft if draft.source or not site else replace(draft, source=site)


def _read_opening(
    lines: list[str], title: str, metadata: Metadata, work: _Work
) -> tuple[list[str], Metadata]:
    """The lines of a page's body without the title, metadata and share words at their head."""
    repeated: list[str] = []
    told: list[str] = []
    rest: list[str] = []
    for index, line in enumerate(lines):
        if index >= _HEAD or _is_prose(line):
            rest += lines[index:]
            break
        found = read_line(line)
        if is_same_title(line, title):
            repeated.append(line)
        elif found is not None and not _tells_an_event(lines, index):
            told.append(line)
            metadata = merge(metadata, found)
        elif is_share_line(line):
            told.append(line)
        else:
            rest.append(line)
    work.left_out(RepairKind.REPEATED_TITLE, repeated)
    work.left_out(RepairKind.METADATA_LINE, told)
    return rest, metadata


def _draft(
    title: str,
    body: str,
    metadata: Metadata,
    decoded: Decoded,
    work: _Work,
    origin: DateOrigin,
    url: str | None = None,
) -> Draft:
    date, reason = metadata.date, ""
    signed = body[-60:].rsplit("\n", 1)[-1]
    if date is None and is_bare_date(signed):
        date, origin = read_date(signed), DateOrigin.PRINTED
    if date is None:
        inferred = infer_date(f"{title}\n{body}")
        origin = DateOrigin.INFERRED if inferred else DateOrigin.NONE
        if inferred:
            date, reason = inferred
    opening = body[:400]
    return Draft(
        title=title,
        body=body,
        date=date,
        date_origin=origin,
        date_reason=reason,
        source=metadata.source or medium(opening),
        author=metadata.author or reporters(opening),
        url=url,
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        repairs=tuple(work.repairs),
    )
