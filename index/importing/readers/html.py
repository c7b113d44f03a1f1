"""Saved web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.errors import ReadError
from index.importing.encoding import declared_in_html, decode
from index.importing.page.article import read_page
from index.model import Draft

_LARGEST_PAGE = 24 << 20
_LOOKS = re.compile(
    rb"(?is)^\s*(?:\xef\xbb\xbf)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|\?xml[^>]{0,200}\?>\s*<(?:!doctype\s+html|html))"
)


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    return bool(_LOOKS.match(data[:2048].replace(b"\0", b"")))


def read(data: bytes, name: str) -> Iterator[Draft]:
    """The one draft of a saved page."""
    if len(data) > _LARGEST_PAGE:
        raise ReadError("reason.too_large", path=name, size=len(data) >> 20)
    if not data.strip():
        raise ReadError("reason.empty", path=name)
    yield read_page(decode(data, declared_in_html(data)), name)
