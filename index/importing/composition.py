"""From the text of one article, as it came, to a clean `Draft`: the common end of every reader.

`compose` is for prose whose parts are not marked (plain text, word processors); `compose_record` for records
whose title and body are given and kept word for word; `finish` for readers that found title and body
themselves (web pages). All repairs happen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

from index.errors import ReadError
from index.importing.dateline import medium, reporters
from index.importing.dates import read_date
from index.importing.encoding import Decoded
from index.importing.inference import infer_date
from index.importing.metadata import Metadata, date_of_adoption, is_bare_date, merge
from index.importing.opening import Opening, read_opening, read_under_headline, spoken, title_from
from index.importing.repair.blanks import clean_blanks, join_wrapped
from index.importing.repair.dirt import doubts, halved, keyword_doubt, stuffed_lines
from index.importing.repair.furniture import cut_tail, without_link_at_end
from index.importing.repair.gloss import undo_glosses
from index.importing.repair.injected import without_injected
from index.importing.repair.mojibake import undo_mojibake
from index.model import DateOrigin, Draft, Repair, RepairKind

_LONGEST_TITLE = 90
_SIGNED_BY_BODY = re.compile(
    r"(?:政府|委员会|委員會|办公室|办公厅|[局厅廳部院会會处處])\s?((?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日)$"
)
_PARAGRAPH_END = tuple("。！？；!?;")


_came: ContextVar[list[str] | None] = ContextVar("came", default=None)


@contextmanager
def remembering() -> Iterator[list[str]]:
    """Collects the text of every article as it came, before anything is repaired or left out."""
    kept: list[str] = []
    token = _came.set(kept)
    try:
        yield kept
    finally:
        _came.reset(token)


def remember(pieces: Iterable[str]) -> None:
    """Note the lines of a text as it came, if somebody wants to know them."""
    kept = _came.get()
    if kept is not None:
        kept.append("\n".join(pieces))


@dataclass(slots=True)
class _Work:
    """An article on its way to a draft."""

    repairs: list[Repair] = field(default_factory=list)

    def note(self, repair: Repair | None) -> None:
        if repair is not None and repair.count:
            self.repairs.append(repair)

    def note_opening(self, opening: Opening) -> None:
        self.left_out(RepairKind.METADATA_LINE, opening.told)
        self.left_out(RepairKind.REPEATED_TITLE, opening.repeated)

    def left_out(self, kind: RepairKind, pieces: tuple[str, ...] | list[str]) -> None:
        if pieces:
            self.repairs.append(Repair(kind, len(pieces), "\u2424".join(pieces)[:80], ""))


def _signed(body: str) -> str | None:
    """The date that signs a notice: a line of its own among the last, or behind the body that signs."""
    last = body[-400:].split("\n")[-6:]
    alone = next((read_date(line) for line in reversed(last) if is_bare_date(line)), None)
    behind = _SIGNED_BY_BODY.search(last[-1])
    return alone or (read_date(behind[1]) if behind else None)


def compose(decoded: Decoded, name: str) -> Draft:
    """The draft of a plain text whose first line is the headline. Raises ReadError(reason.empty)."""
    work = _Work()
    remember((decoded.text,))
    text = _mended(decoded.text, work)
    text, wrapped = join_wrapped(text)
    work.note(wrapped)
    text, blanks = clean_blanks(text)
    work.note(blanks)
    lines = text.split("\n") if text else []
    if not any(spoken(line) for line in lines):
        raise ReadError("reason.empty", path=name)
    lines = without_keywords(lines, work)
    opening = read_opening(lines)
    title, lines, metadata = _once(opening.title, work), opening.lines, opening.metadata
    work.note_opening(opening)
    if lines:
        cut = cut_tail(lines)
        work.left_out(RepairKind.FURNITURE, cut.furniture)
        work.left_out(RepairKind.METADATA_LINE, cut.metadata_lines)
        lines = cut.lines
        metadata = merge(metadata, cut.metadata)
    body = "\n".join(lines) or title
    return _draft(title, body, metadata, decoded, work, DateOrigin.PRINTED)


def without_keywords(lines: list[str], work: _Work) -> list[str]:
    """`lines` without those of search words, which are noted."""
    stuffed = stuffed_lines(lines)
    work.left_out(RepairKind.KEYWORDS, [lines[number] for number in stuffed])
    rest = [line for number, line in enumerate(lines) if number not in stuffed]
    work.note(keyword_doubt(rest))
    return rest


def _mended(text: str, work: _Work) -> str:
    text, mojibake = undo_mojibake(text)
    work.note(mojibake)
    text, glosses = undo_glosses(text)
    work.note(glosses)
    text, injected = without_injected(text)
    work.note(injected)
    work.note(doubts(text))
    return text


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
    remember((title, body) if title else (body,))
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
    person: str | None,
) -> Draft:
    """The draft of a page whose title, paragraphs and metadata were found.

    `site` and `person` are source and author where neither page nor dateline name one;
    `left_out` are the page's lines beside the body, counted as furniture.
    """
    work = _Work()
    title = _once(" ".join(_mended(title, work).split()), work)
    joined = "\n".join(without_link_at_end(paragraph) for paragraph in paragraphs)
    text, blanks = clean_blanks(_mended(joined, work))
    work.note(blanks)
    opening = read_under_headline(title, without_keywords(text.split("\n"), work) if text else [], metadata)
    lines, metadata = opening.lines, opening.metadata
    work.note_opening(opening)
    if lines:
        cut = cut_tail(lines)
        work.left_out(RepairKind.FURNITURE, [*left_out, *cut.furniture])
        work.left_out(RepairKind.METADATA_LINE, cut.metadata_lines)
        lines = cut.lines
        metadata = merge(metadata, cut.metadata)
    draft = _draft(title, "\n".join(lines), metadata, decoded, work, date_origin, url=url)
    return replace(draft, source=draft.source or site, author=draft.author or person)


def _once(title: str, work: _Work) -> str:
    """A headline that is printed twice on end, once; noted."""
    once = halved(title)
    if once != title:
        work.note(Repair(RepairKind.KEYWORDS, 1, title[:80], once[:80]))
    return once


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
    if date is None and (date := date_of_adoption(body.split("\n", 5)) or _signed(body)) is not None:
        origin = DateOrigin.PRINTED
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
        author=metadata.author or reporters(body),
        url=url,
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        repairs=tuple(work.repairs),
    )
