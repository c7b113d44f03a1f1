"""Mail (eml) and web pages saved as one file (mht, mhtml), which is mail inside."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from index.errors import ReadError
from index.importing.composition import compose_record
from index.importing.encoding import Decoded, declared_in_html, decode
from index.importing.failure import RecordFailure
from index.importing.page.article import read_page
from index.importing.page.lines import lay_out
from index.importing.page.tree import parse
from index.importing.readers.container import ReadAny, read_member
from index.importing.readers.text import LONGEST_ARTICLE
from index.model import DateOrigin, Draft

_MOST_PARTS = 2000
_LARGEST = 96 << 20
_LOOKS = re.compile(
    rb"(?im)^(?:mime-version|content-type|from|received|date|subject|return-path|message-id):\s"
)


def looks_like_mail(data: bytes) -> bool:
    """Whether the bytes begin with the header of a message."""
    head = data[:4096].split(b"\r\n\r\n")[0].split(b"\n\n")[0]
    return len(_LOOKS.findall(head)) >= 2


def _message(data: bytes, name: str) -> EmailMessage:
    if len(data) > _LARGEST:
        raise ReadError("reason.too_large", path=name, size=len(data) >> 20)
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, TypeError, LookupError, IndexError, AttributeError, RecursionError) as error:
        raise ReadError("reason.damaged", path=name, problem=str(error)[:120]) from error
    assert isinstance(message, EmailMessage)  # noqa: S101  (the default policy makes no other)
    return message


def _leaves(message: EmailMessage) -> list[Message]:
    try:
        return [
            part
            for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False)
            if not part.is_multipart()
        ]
    except (RecursionError, ValueError, AttributeError):
        return []


def _decoded(part: Message) -> Decoded | None:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    charset = part.get_param("charset", failobj=None)
    declared = charset if isinstance(charset, str) else None
    return decode(payload, declared or declared_in_html(payload))


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; broken ones are empty rather than errors."""
    try:
        value = str(message.get(name, "") or "")
    except (ValueError, TypeError, LookupError, IndexError, AttributeError, RecursionError):
        return ""
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split())


def read_mht(data: bytes, name: str) -> Iterator[Draft]:
    """The page of an mht file. Raises ReadError: damaged, no_article and whatever a page may."""
    message = _message(data, name)
    for part in _leaves(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            decoded = _decoded(part)
            if decoded is not None and decoded.text.strip():
                draft = read_page(decoded, name)
                url = _header(message, "Snapshot-Content-Location") or None
                yield draft if draft.url or not url else replace(draft, url=url)
                return
    raise ReadError("reason.no_article", path=name)


def read_eml(data: bytes, name: str, depth: int, read_any: ReadAny) -> Iterator[Draft | RecordFailure]:
    """The message as one article, and the articles among its attachments."""
    message = _message(data, name)
    plain: Decoded | None = None
    page: Decoded | None = None
    attachments: list[tuple[str, bytes]] = []
    for part in _leaves(message):
        filename = part.get_filename()
        payload = part.get_payload(decode=True)
        if filename and isinstance(payload, bytes):
            attachments.append((filename, payload))
        elif part.get_content_type() == "text/plain" and plain is None:
            plain = _decoded(part)
        elif part.get_content_type() == "text/html" and page is None:
            page = _decoded(part)
    chosen = plain if plain is not None and plain.text.strip() else page
    if chosen is not None and chosen.text.strip():
        text = chosen.text
        if len(text) > LONGEST_ARTICLE:
            raise ReadError("reason.too_large", path=name, size=len(text) >> 20)
        if chosen is page:
            text = "\n".join(line.text for line in lay_out(parse(page.text, name)))
        date = _date(message)
        yield compose_record(
            _header(message, "Subject"),
            text,
            date=date,
            date_origin=DateOrigin.META if date else DateOrigin.NONE,
            author=re.sub(r"\s*<[^>]*>", "", _header(message, "From")).strip('" ') or None,
            encoding=chosen.encoding,
            encoding_confidence=chosen.confidence,
        )
    elif not attachments:
        raise ReadError("reason.empty", path=name)
    for filename, payload in attachments:
        yield from read_member(payload, filename, depth, read_any)


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
