"""JSON Lines: one record per line, `id title date source author url body`, all but body optional.

Called by `index.importing.units` with a chunk of whole lines. A line that is no record becomes a
RecordFailure; the rest goes on.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import replace

from index.importing.composition import compose_record
from index.importing.dates import read_date
from index.importing.encoding import decode
from index.importing.failure import RecordFailure
from index.model import DateOrigin, Draft

_LONGEST_RECORD = 32 << 20
_BODY_NAMES = ("body", "text", "content", "正文", "内容", "內容", "全文", "article", "内文", "內文")
_TITLE_NAMES = ("title", "headline", "标题", "標題", "题名", "題名", "篇名", "subject")
_DATE_NAMES = (
    "date",
    "pubdate",
    "publish_time",
    "publish_date",
    "published",
    "time",
    "日期",
    "时间",
    "時間",
    "发布时间",
    "發布日期",
    "发布日期",
    "發佈日期",
)
_SOURCE_NAMES = ("source", "来源", "來源", "媒体", "媒體", "出处", "publisher")
_AUTHOR_NAMES = ("author", "作者", "记者", "記者", "byline")
_URL_NAMES = ("url", "link", "网址", "網址", "链接", "連結")
_ID_NAMES = ("id", "编号", "編號", "序号", "序號", "uuid")
_NAMES = {
    "body": _BODY_NAMES,
    "title": _TITLE_NAMES,
    "date": _DATE_NAMES,
    "source": _SOURCE_NAMES,
    "author": _AUTHOR_NAMES,
    "url": _URL_NAMES,
    "id": _ID_NAMES,
}


def read_lines(data: bytes, first_record: int, start: int) -> Iterator[Draft | RecordFailure]:
    """The records of `data`, whose first line has the number `first_record` and begins at byte `start`."""
    for number, line in enumerate(data.split(b"\n"), first_record):
        length = len(line)
        content = line.strip()
        if content and content != b"\xef\xbb\xbf":
            yield _read_line(content, str(number), start, length)
        start += length + 1


def read_records(data: bytes, name: str) -> Iterator[Draft | RecordFailure]:
    """The records of a whole file, as found inside an archive or in UTF-16; their places are not kept."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = decode(data).text.encode("utf-8", "replace")
    for item in read_lines(data, 1, 0):
        yield replace(item, start=0, length=0) if isinstance(item, Draft) else item


def _read_line(line: bytes, record: str, start: int, length: int) -> Draft | RecordFailure:
    if length > _LONGEST_RECORD:
        return RecordFailure(record, "reason.too_large", (("size", str(length >> 20)),))
    encoding, confidence = "utf-8", 1.0
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = decode(line)
        text, encoding, confidence = decoded.text, decoded.encoding, decoded.confidence
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        return RecordFailure(record, "reason.bad_record", (("problem", _short(error)),))
    if not isinstance(fields, dict):
        return RecordFailure(record, "reason.bad_record", (("problem", type(fields).__name__),))
    return draft_of(
        fields, record, start=start, length=length, encoding=encoding, encoding_confidence=confidence
    )


def field_of(name: str) -> str:
    """The field that a column or key of any usual name holds; empty if none of ours."""
    name = name.lower()
    return next((field for field, names in _NAMES.items() if name in names), "")


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:120]


def draft_of(
    fields: dict[str, object],
    record: str,
    *,
    start: int = 0,
    length: int = 0,
    encoding: str = "utf-8",
    encoding_confidence: float = 1.0,
) -> Draft | RecordFailure:
    """The draft of one record of any tabular format; a RecordFailure if it has neither body nor title."""
    body = _first(fields, _BODY_NAMES)
    title = _first(fields, _TITLE_NAMES)
    if not body.strip():
        return RecordFailure(record, "reason.record_no_body")
    printed = _first(fields, _DATE_NAMES)
    date = read_date(printed) if printed else None
    own_id = fields.get("id")
    return compose_record(
        title,
        body,
        date=date,
        date_origin=DateOrigin.RECORD if date else DateOrigin.NONE,
        date_reason="" if date or not printed else printed[:80],
        source=_first(fields, _SOURCE_NAMES).strip() or None,
        author=_first(fields, _AUTHOR_NAMES).strip() or None,
        url=_first(fields, _URL_NAMES).strip() or None,
        own_id=_clean(str(own_id))
        if isinstance(own_id, str | int) and not isinstance(own_id, bool)
        else None,
        record=record,
        start=start,
        length=length,
        encoding=encoding,
        encoding_confidence=encoding_confidence,
    )


def _first(fields: dict[str, object], names: tuple[str, ...]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value:
            return _clean(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            return _clean(("\n" if name in _BODY_NAMES else " ").join(value))
    return ""


def _clean(text: str) -> str:
    """`text` without lone surrogates, which JSON can hold but no file can."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
